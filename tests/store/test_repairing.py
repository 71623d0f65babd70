# SPDX-License-Identifier: EUPL-1.2
"""Damage to a database is noticed, whatever bit it hits, and what is sound is brought into a new one."""

from __future__ import annotations

import os
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from octodesk.model.beginning import Pen
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.enclosures import Enclosures, attachment_name
from octodesk.model.salvage import salvaged
from octodesk.store.backups import back_up
from octodesk.store.contract import StoreError
from octodesk.store.events import Database
from octodesk.store.reading import read_document, read_enclosures, read_log, read_settings
from octodesk.store.repairing import repaired
from octodesk.store.salvaging import found_in
from octodesk.store.verifying import faults_of
from tests.build import ANA, at, stamped_into
from tests.exchange.octo_files import busy_log

PEN = Pen(ANA, "d9", "2021-10-06T08:00:00Z", lambda: b"s" * 16)
NOW = datetime(2021, 10, 6, 8, tzinfo=UTC)
PHOTO = b"a photo" * 50
ENCLOSED = Enclosures({attachment_name(PHOTO): PHOTO})
FLIPS = 300


@pytest.fixture
def filled(path: Path) -> Path:
    with Database(path) as database:
        store = database.add(busy_log(), ENCLOSED)
        store.drafts.write(("session", "yoga", "title.en"), "Yog", since="2021-10-04T12:00:00Z")
        database.settings.set("author-name", "Ana")
    return path


def spoil(path: Path, words: str, *given: object) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(words, given)


def test_a_sound_database_has_no_faults(filled: Path, tmp_path: Path) -> None:
    assert (faults_of(filled), faults_of(tmp_path / "none.db")) == ((), ())


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("UPDATE edit SET core = replace(core, '2021', '2022') WHERE number = 2", "log"),
        ("UPDATE change SET value = '\"Ch\u00e8vres\"' WHERE field = 'title.fr'", "log"),
        ("UPDATE change SET salt = NULL, value = NULL WHERE field = 'title.fr'", "log"),
        ("UPDATE edit SET lamport = 1 WHERE number = 2", "index"),
        ("UPDATE edit SET author = 'nobody' WHERE number = 2", "index"),
        ("UPDATE edit SET effective = 1 - effective WHERE number = 2", "index"),
        ("DELETE FROM supersede", "index"),
        ("DELETE FROM edit_parent WHERE edit = 4", "index"),
        ("DELETE FROM redaction", "index"),
        ("DELETE FROM head", "index"),
        ("UPDATE change SET field = 'title.es' WHERE field = 'title.fr'", "log"),
        ("UPDATE session SET title = '{\"en\":\"Goats\"}' WHERE id = 'yoga'", "state"),
        ("UPDATE session SET alive = 0 WHERE id = 'yoga'", "state"),
        ("DELETE FROM in_force WHERE row_id = 'yoga' AND field = 'placement'", "state"),
        ("UPDATE attachment SET content = x'00'", "attachments"),
    ],
)
def test_what_no_longer_agrees_is_found(filled: Path, words: str, part: str) -> None:
    spoil(filled, words)
    found = {fault.part for fault in faults_of(filled)}
    assert part in found or (part == "log" and "index" in found)


def bits(path: Path) -> list[tuple[int, int]]:
    chance = random.Random(7)
    return [(chance.randrange(path.stat().st_size), chance.randrange(8)) for _ in range(FLIPS)]


def test_every_flipped_bit_is_noticed_or_harmless_and_the_sound_part_recovered(filled: Path) -> None:
    """Harmless: all that can be asked of it is answered as before. Recovered: nine edits of ten, on average."""
    whole, wanted = filled.read_bytes(), read_log(filled, "event")
    document, ids = read_document(filled, "event"), {edit.id for edit in wanted}
    unnoticed: list[tuple[int, int]] = []
    shares: list[float] = []
    for place, bit in bits(filled):
        torn = bytearray(whole)
        torn[place] ^= 1 << bit
        filled.write_bytes(torn)
        if _answers(filled) != (list(wanted), document, dict(ENCLOSED.attachments)) and not _noticed(filled):
            unnoticed.append((place, bit))
        done = salvaged(found_in(filled).scraps.get("event", []), PEN)
        shares.append(0.0 if done is None else len({edit.id for edit in done.log} & ids) / len(ids))
    assert unnoticed == []
    assert sum(shares) / len(shares) > 0.9


def test_after_a_flipped_bit_a_repaired_database_is_sound(filled: Path) -> None:
    whole = filled.read_bytes()
    for place, bit in bits(filled)[::30]:
        torn = bytearray(whole)
        torn[place] ^= 1 << bit
        filled.write_bytes(torn)
        repaired(filled, PEN, NOW)
        assert faults_of(filled) == ()
        for left in filled.parent.glob("octodesk.db*"):
            left.unlink()


def _answers(path: Path) -> object:
    try:
        return (
            list(read_log(path, "event")),
            read_document(path, "event"),
            dict(read_enclosures(path, "event").attachments),
        )
    except StoreError:
        return None


def _noticed(path: Path) -> bool:
    try:
        return faults_of(path) != ()
    except StoreError:
        return True


def test_with_a_copy_nothing_is_lost_that_was_there_when_it_was_made(filled: Path) -> None:
    os.utime(filled, ns=(10**9, 10**9))
    back_up(filled, "opened", NOW)
    with Database(filled) as database:
        store, log = database.open("event"), database.open("event").log()
        later = stamped_into(log, Edit("x", (Change("session", "yoga", "minutes", 45),)))
        store.append([later])
    before, document = list(read_log(filled, "event")), read_document(filled, "event")
    spoil(filled, "UPDATE edit SET core = 'gone' WHERE number = 2")
    spoil(filled, "DROP TABLE supersede")
    done = repaired(filled, PEN, NOW)
    assert done.copy is not None
    assert (list(read_log(filled, "event")), read_document(filled, "event")) == (before, document)
    assert (done.events["event"].rewritten, done.events["event"].lost) == ((), ())
    assert done.aside.exists()
    assert read_settings(filled)["author-name"] == "Ana"
    with Database(filled) as database:
        assert [draft.words for draft in database.open("event").drafts.all()] == ["Yog"]
        assert database.open("event").enclosures() == ENCLOSED


def test_without_a_copy_what_stands_on_damage_is_written_again(filled: Path) -> None:
    wanted = read_document(filled, "event")
    spoil(filled, "UPDATE edit SET core = replace(core, '2021-10', '2022-10') WHERE number = 2")
    done = repaired(filled, PEN, NOW).events["event"]
    document = read_document(filled, "event")
    assert (done.unsound, len(done.rewritten) > 0) == (1, True)
    assert document.session("yoga").placement == wanted.session("yoga").placement == at("C", "14:00")
    assert document == Document.of_log(done.log)


def test_what_is_no_database_at_all_is_put_aside(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    done = repaired(path, PEN, NOW)
    assert (done.events, done.copy, done.aside.exists(), faults_of(path)) == ({}, None, True, ())
    assert _answers(done.aside) is None
