# SPDX-License-Identifier: EUPL-1.2
"""`salvage`: what can still be read of a damaged file or database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from octodesk.exchange import octo
from octodesk.store.events import Database
from tests.build import at, log_of, session
from tests.cli.running import Command
from tests.exchange.octo_files import busy_log


def test_a_sound_file_comes_through_whole(run: Command, sample: str) -> None:
    ran = run.done("salvage", sample, "-o", "s.octo")
    assert ran.out == "2 changes were read.\nNothing is lost.\n"
    assert run.shown("s.octo") == run.shown(sample)


def test_a_damaged_file_gives_what_is_sound_and_says_what_is_not(run: Command) -> None:
    log = busy_log()
    content = bytearray(octo.write(log, compressed=False))
    place = content.rfind("Échecs".encode())
    content[place + 3] ^= 1
    Path("broken.octo").write_bytes(content)
    assert run("show", "broken.octo").status == 3
    ran = run("salvage", "broken.octo", "-o", "s.octo", "--json")
    assert (ran.status, ran.err) == (1, "")
    read = {"edits": len(log) + 2, "sessions": 2, "rooms": 3, "people": 1}
    lost = {"what": "value", "where": "session chess title.fr", "message": "Lost: title of “Chess”."}
    assert ran.json == {"read": read, "guessed": [], "left_out": [lost]}
    assert {edit.id for edit in log} < {edit.id for edit in octo.read(Path("s.octo")).log}
    assert run("salvage", "broken.octo", "-o", "t.octo").out.splitlines()[-1] == "Lost: title of “Chess”."


def test_an_event_of_a_damaged_database_is_asked_for_by_name(run: Command) -> None:
    with Database("octodesk.db") as database:
        database.add(log_of(session("yoga", at("A"))))
    with closing(sqlite3.connect("octodesk.db", isolation_level=None)) as connection:
        connection.execute("DROP TABLE supersede")
    assert run.done("salvage", "octodesk.db", "-o", "s.octo").out.splitlines()[-1] == "Nothing is lost."
    assert [one["id"] for one in run.shown("s.octo")["sessions"]] == ["yoga"]
    ran = run("salvage", "octodesk.db", "-o", "t.octo", "--conference", "Spring")
    assert (ran.status, ran.err) == (
        3, "“octodesk.db” holds these conferences: Test 2021 (event). Say which with --conference.\n",
    )  # fmt: skip


def test_what_holds_nothing_is_refused_in_a_sentence(run: Command) -> None:
    Path("x.octo").write_bytes(b"nothing")
    for source, sentence in (
        ("x.octo", "Nothing of a conference can be read in “x.octo”.\n"),
        ("none.octo", f"There is no file “none.octo” in {Path()}. Check its name and place.\n"),
    ):
        ran = run("salvage", source, "-o", "s.octo")
        assert (ran.status, ran.err) == (3, sentence)
    assert run.files() == ["x.octo"]
