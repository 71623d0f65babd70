# SPDX-License-Identifier: EUPL-1.2
"""Old databases are brought up to date step by step, each after a verified copy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from octodesk.model.document import Document
from octodesk.store import file_format, migrations
from octodesk.store.backup import verified_copy
from octodesk.store.contract import StoreError
from octodesk.store.events import Database
from octodesk.store.reading import read_document, read_log
from tests.build import at, log_of, session


def add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE draft ADD COLUMN colour TEXT")


def add_a_table(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE letter (event INTEGER PRIMARY KEY) STRICT")


def fail_half_way(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM setting")
    raise RuntimeError("half way")


@pytest.fixture
def old(path: Path) -> Path:
    """A database with an event."""
    with Database(path) as database:
        database.add(log_of(session("yoga", at("A"))))
    return path


THEN = file_format.VERSION
"""The version this program makes; the tests have two more after it."""


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_there_is_a_step_to_each_version() -> None:
    assert 1 + len(migrations.STEPS) == file_format.VERSION


def test_steps_run_in_order_each_after_a_copy_of_what_was_before(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_format, "VERSION", THEN + 2)
    with Database(old, steps=(*migrations.STEPS, add_a_column, add_a_table)) as database:
        assert database.open("event").document() == Document.of_log(log_of(session("yoga", at("A"))))
    assert version(old) == THEN + 2
    copies = [migrations.copy_before(old, number) for number in (THEN, THEN + 1)]
    assert [version(copy) for copy in copies] == [THEN, THEN + 1]
    for copy in copies:
        assert read_document(copy, "event") == read_document(old, "event")
        assert list(read_log(copy, "event")) == list(read_log(old, "event"))


def test_a_step_that_fails_leaves_the_database_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_format, "VERSION", THEN + 1)
    with pytest.raises(RuntimeError, match="half way"):
        Database(old, steps=(*migrations.STEPS, fail_half_way))
    assert version(old) == THEN
    with Database(old, steps=(*migrations.STEPS, add_a_table)) as database:
        assert database.settings.get("derived-shape") is not None
    assert version(old) == THEN + 1


def test_an_up_to_date_database_is_not_copied(old: Path) -> None:
    with Database(old):
        pass
    assert sorted(one.name for one in old.parent.iterdir()) == ["octodesk.db", "octodesk.db.lock"]


def test_a_copy_is_one_file_that_opens_on_its_own(database: Database, tmp_path: Path) -> None:
    store = database.add(log_of(session("yoga", at("A"))))
    copy = database.copy_to(tmp_path / "kept" / "octodesk-2021-10-04.db")
    assert [one.name for one in copy.parent.iterdir()] == [copy.name]
    assert read_document(copy, "event") == store.document()


def test_a_copy_of_damage_is_not_kept(path: Path, tmp_path: Path) -> None:
    with Database(path) as database:
        database.add(log_of(*(session(f"s{n}") for n in range(200))))
    torn = bytearray(path.read_bytes())
    torn[len(torn) // 2 :: 4096] = b"\xff" * len(torn[len(torn) // 2 :: 4096])
    torn[4 * 4096 : 4 * 4096 + 200] = b"\xff" * 200
    path.write_bytes(torn)
    with closing(sqlite3.connect(path)) as damaged, pytest.raises(StoreError) as wrong:
        verified_copy(damaged, tmp_path / "copy.db")
    assert wrong.value.reason == "corrupt"
    assert not (tmp_path / "copy.db").exists()
