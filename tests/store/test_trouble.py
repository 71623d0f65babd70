# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong outside the program: a full disk, a locked, read-only, damaged or foreign file. A code, and no loss."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import IO

import pytest

from octodesk.desk import Desk
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.store.contract import StoreError
from octodesk.store.events import Database
from octodesk.store.reading import list_events, read_document, read_log
from tests.build import at, log_of, session, text

DeskOn = Callable[..., Desk]


def reason_of(ask: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as wrong:
        ask()
    return wrong.value.reason


def long_words() -> Edit:
    return Edit("x", (Change("session", "yoga", "description.en", "words " * 200_000),))


def move(desk: Desk, start: str) -> None:
    desk.apply(desk.document.edit("session-moved", desk.document.session("yoga"), placement=at("A", start)))


# -- locked


def test_a_file_that_another_program_holds_is_locked_and_the_work_goes_on_after(
    database: Database, path: Path, desk_on: DeskOn
) -> None:
    desk = desk_on(database.add(log_of(session("yoga"))))
    before = desk.document
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert reason_of(lambda: move(desk, "10:00")) == "locked"
        assert desk.document is before
        other.execute("ROLLBACK")
    move(desk, "11:00")
    assert read_document(path, "event") == desk.document != before


# -- a full disk


def test_a_full_database_says_so_and_keeps_what_was_there(
    database: Database, path: Path, desk_on: DeskOn
) -> None:
    desk = desk_on(database.add(log_of(session("yoga"))))
    before = desk.document
    with database._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    assert reason_of(lambda: desk.apply(long_words())) == "disk-full"
    assert desk.document is before
    assert read_document(path, "event") == before
    with database._engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5000}")
    desk.apply(long_words())
    assert read_document(path, "event") == desk.document


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes. Needs the right to mount one."""
    where = tmp_path / "small"
    where.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", where], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield where
    subprocess.run(["umount", where], check=True)


def fill(filler: Path) -> None:
    """Writes a file until the disk is full."""
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        _write_without_end(file)


def _write_without_end(file: IO[bytes]) -> None:
    while file.write(b"x" * 4096):
        pass


def test_a_full_disk_says_so_and_the_work_goes_on_when_there_is_room(
    small_disk: Path, desk_on: DeskOn
) -> None:
    path, filler = small_disk / "octodesk.db", small_disk / "filler"
    with Database(path) as database:
        desk = desk_on(database.add(log_of(session("yoga"))))
        fill(filler)
        before = desk.document
        assert reason_of(lambda: desk.apply(long_words())) == "disk-full"
        assert reason_of(lambda: database.copy_to(small_disk / "copy.db")) == "disk-full"
        assert desk.document is before
        assert {one.name for one in small_disk.iterdir()} & {"copy.db", "copy.db.unfinished"} == set()
        filler.unlink()
        move(desk, "10:00")
        assert read_document(path, "event") == desk.document


def test_a_database_cannot_be_made_where_nothing_fits(small_disk: Path) -> None:
    fill(small_disk / "filler")
    assert reason_of(lambda: Database(small_disk / "octodesk.db")) == "disk-full"


# -- read-only


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[Path]:
    """A database with one event in a folder in which nothing can be written, by us either if we are root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "octodesk.db"
        with Database(path) as database:
            database.add(log_of(session("yoga")))
        path.with_name("octodesk.db.lock").unlink()
        path.chmod(0o444)
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield path
        finally:
            if root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="folders have other rights there")
def test_a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written(guarded: Path) -> None:
    assert read_document(guarded, "event") == Document.of_log(log_of(session("yoga")))
    assert [one.id for one in list_events(guarded)] == ["event"]
    assert reason_of(lambda: Database(guarded)) == "read-only"
    assert reason_of(lambda: Database(guarded.with_name("new.db"))) == "read-only"
    assert [one.name for one in guarded.parent.iterdir()] == ["octodesk.db"]


# -- damaged, foreign, too new


def test_a_file_that_is_no_database_is_said_to_be_none(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 something else altogether " * 100)
    before = path.read_bytes()
    assert reason_of(lambda: list_events(path)) == "not-a-database"
    assert reason_of(lambda: Database(path)) == "not-a-database"
    assert path.read_bytes() == before


def test_another_programs_database_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE songs (title TEXT)")
    before = path.read_bytes()
    assert reason_of(lambda: Database(path)) == "not-a-database"
    assert reason_of(lambda: read_document(path, "event")) == "not-a-database"
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    assert list_events(path) == ()
    with Database(path) as database:
        assert database.events() == ()


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    with Database(path) as database:
        database.add(log_of())
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 1000")
    before = path.read_bytes()
    for ask in (lambda: Database(path), lambda: list_events(path), lambda: read_document(path, "event")):
        assert reason_of(ask) == "too-new"
    assert path.read_bytes() == before


def test_torn_pages_are_corruption(path: Path) -> None:
    with Database(path) as database:
        database.add(log_of(*(session(f"s{n}", description=text(f"{n} " * 500)) for n in range(40))))
    torn = bytearray(path.read_bytes())
    torn[8 * 4096 :: 4096] = b"\xff" * len(torn[8 * 4096 :: 4096])
    path.write_bytes(torn)
    assert reason_of(lambda: Database(path)) == "corrupt"


@pytest.mark.parametrize("column", ["title", "placement", "topics"])
def test_a_value_that_cannot_be_read_is_corruption(path: Path, column: str) -> None:
    with Database(path) as database:
        database.add(log_of(session("yoga", at("A"))))
    sql_column = {"placement": "start"}.get(column, column)
    with closing(sqlite3.connect(path)) as damaged, damaged:
        damaged.execute(f"UPDATE session SET \"{sql_column}\" = '[oops'")
    assert reason_of(lambda: read_document(path, "event")) == "corrupt"
    with Database(path) as database:
        store = database.open("event")
        assert reason_of(store.document) == "corrupt"
        database.rebuild()
        assert store.document() == Document.of_log(log_of(session("yoga", at("A"))))


def test_a_core_that_was_altered_is_corruption(path: Path) -> None:
    with Database(path) as database:
        store = database.add(log_of(session("yoga")))
        with database._engine.begin() as connection:
            connection.exec_driver_sql("UPDATE edit SET core = replace(core, 'yoga', 'yogi')")
        assert reason_of(store.log) == "corrupt"
        assert reason_of(lambda: store.edit(store.heads()[0])) == "corrupt"
        assert reason_of(database.rebuild) == "corrupt"
    assert reason_of(lambda: read_log(path, "event")) == "corrupt"
