# SPDX-License-Identifier: EUPL-1.2
"""Copies of the database: made when something has changed, checked, the newest ten and fourteen days of them kept."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from octodesk.model.edit import Change, Edit
from octodesk.store.backups import DAYS, NEWEST, Backup, BackupsBefore, back_up, backups_of, folder_of
from octodesk.store.contract import StoreError
from octodesk.store.events import Database
from octodesk.store.reading import read_document
from tests.build import BEN, at, log_of, session, stamped_into

NOON = datetime(2021, 10, 4, 12, tzinfo=UTC)


def change(path: Path, minutes: int) -> None:
    """The database is written to again."""
    with Database(path) as database:
        database.settings.set("n", minutes)
    later = path.stat().st_mtime_ns + 10**9 * (1 + minutes)
    os.utime(path, ns=(later, later))


@pytest.fixture
def filled(path: Path) -> Path:
    with Database(path) as database:
        database.add(log_of(session("yoga", at("A"))))
    return path


def test_a_copy_is_a_database_of_its_own(filled: Path) -> None:
    made = back_up(filled, "opened", NOON)
    assert made == Backup(folder_of(filled) / "octodesk-20211004T120000Z-opened.db", NOON, "opened")
    assert backups_of(filled) == (made,)
    assert read_document(made.path, "event") == read_document(filled, "event")


def test_while_nothing_changes_there_is_one_copy(filled: Path) -> None:
    assert back_up(filled, "opened", NOON) is not None
    assert back_up(filled, "opened", NOON + timedelta(hours=1)) is None
    assert len(backups_of(filled)) == 1


def test_where_there_is_no_database_there_is_no_copy(path: Path) -> None:
    assert (back_up(path, "opened", NOON), backups_of(path)) == (None, ())


def test_the_newest_and_one_of_each_day_are_kept(filled: Path) -> None:
    first = NOON - timedelta(days=20)
    moments = [
        first + timedelta(days=day, minutes=n) for day in range(21) for n in range(3 if day < 20 else 12)
    ]
    for place, moment in enumerate(moments):
        change(filled, place)
        newest = backups_of(filled)
        for one in newest[:1]:
            os.utime(one.path, ns=(0, 0))
        back_up(filled, "opened", moment)
    kept = [one.at for one in backups_of(filled)]
    days = [
        max(one for one in moments if one.date() == (NOON - timedelta(days=n)).date()) for n in range(DAYS)
    ]
    assert kept == sorted({*moments[-NEWEST:], *days}, reverse=True)


def test_before_a_merge_there_is_a_copy_without_it(filled: Path) -> None:
    trouble: list[StoreError] = []
    os.utime(filled, ns=(10**9, 10**9))
    with Database(filled, before=BackupsBefore(filled, lambda: NOON, trouble.append)) as database:
        store = database.open("event")
        edit = Edit("x", (Change("session", "yoga", "minutes", 45),))
        before = store.document()
        store.merge([stamped_into(store.log(), edit, author=BEN)], received=b"", source="Ben")
    (copy,) = backups_of(filled)
    assert (copy.why, trouble) == ("merge", [])
    assert read_document(copy.path, "event") == before


def test_a_copy_that_cannot_be_made_is_told_and_stops_nothing(filled: Path) -> None:
    folder_of(filled).write_text("in the way")
    trouble: list[StoreError] = []
    with Database(filled, before=BackupsBefore(filled, lambda: NOON, trouble.append)) as database:
        store = database.open("event")
        edit = Edit("x", (Change("session", "yoga", "minutes", 45),))
        store.merge([stamped_into(store.log(), edit, author=BEN)], received=b"", source="Ben")
        assert store.document().session("yoga").minutes == 45
    assert [one.reason for one in trouble] == ["unwritable"]
