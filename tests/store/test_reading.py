# SPDX-License-Identifier: EUPL-1.2
"""The first paint's way to a document: the same as from the log, and without SQLAlchemy."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from octodesk.desk import Desk
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.log import Log
from octodesk.store import columns
from octodesk.store.contract import StoreError
from octodesk.store.engine import writing
from octodesk.store.events import Database
from octodesk.store.reading import default_path, list_events, path_of, read_document, read_log, read_settings
from tests.build import BEN, at, log_of, part, person, room, session, stamped_into, text
from tests.store.dumps import dump

DeskOn = Callable[..., Desk]


def kept(path: Path, log: Log) -> Document:
    with Database(path) as database:
        database.add(log)
    return read_document(path, "event")


def test_a_document_read_from_the_tables_is_that_of_the_log(path: Path) -> None:
    log = log_of(
        session(
            "yoga", at(("A", "B")), title=text("Yoga", "Le yoga"), topics=("law", "police"), webcast=True
        ),
        person("ana", languages=("fr",), rank=3),
        part("yoga", "ana", topic=text("Breath")),
    )
    document = kept(path, log)
    assert document == Document.of_log(log)
    assert read_log(path, "event").heads == log.heads


def test_open_fields_come_with_their_values_and_who_set_them(path: Path) -> None:
    log = log_of(session("yoga"))
    ours, theirs = log.copy(), log.copy()
    stamped_into(ours, Edit("x", (Change("session", "yoga", "title.en", "Ours"),)))
    stamped_into(theirs, Edit("x", (Change("session", "yoga", "title.en", "Theirs"),)), author=BEN)
    ours.add(theirs)
    assert kept(path, ours).open_fields == Document.of_log(ours).open_fields
    assert len(read_document(path, "event").open_fields) == 1


def test_a_deleted_room_that_a_session_still_needs_is_there_and_flagged(path: Path) -> None:
    log = log_of(session("yoga"), room("D"))
    ours, theirs = log.copy(), log.copy()
    stamped_into(ours, Edit("x", (Change("session", "yoga", "placement", at("D").plain()),)))
    stamped_into(theirs, Edit("x", (Change("room", "D", "_alive", False),)), author=BEN)
    ours.add(theirs)
    document = kept(path, ours)
    assert document == Document.of_log(ours)
    assert document.contested == {("room", "D"): "deleted"}
    assert document.row("room", "D") == room("D")


def test_the_id_of_a_deleted_row_stays_known(path: Path) -> None:
    log = log_of(session("yoga"))
    stamped_into(log, Edit("x", (Change("session", "yoga", "_alive", False),)))
    document = kept(path, log)
    assert document.find("session", "yoga") is None
    assert document.ever_used("session", "yoga")


def test_what_a_newer_program_wrote_is_passed_over_and_kept(path: Path) -> None:
    log = log_of(session("yoga"))
    strange = (
        Change("session", "yoga", "mood", {"a": 1}),
        Change("session", "yoga", "minutes", "long"),
        Change("hologram", "h", "_alive", True),
    )
    stamped_into(log, Edit("x", strange))
    assert kept(path, log) == Document.of_log(log)
    assert read_document(path, "event").session("yoga").minutes == 60
    assert list(read_log(path, "event")) == list(log)


def test_tables_of_another_shape_are_not_read_but_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = log_of(session("yoga", at("A")))
    with Database(path) as database:
        database.add(log)
        before = dump(database)
        database.settings.set("derived-shape", "of another program")
        with writing(database._engine) as connection:
            connection.exec_driver_sql("DROP TABLE session")
            connection.exec_driver_sql("CREATE TABLE hologram (event INTEGER) STRICT")
    assert read_document(path, "event") == Document.of_log(log)
    assert [one.sessions for one in list_events(path)] == [1]
    with Database(path) as database:
        assert dump(database) == before
    assert read_document(path, "event") == Document.of_log(log)


def test_the_shape_of_the_tables_follows_the_rows() -> None:
    assert columns.row_table("session").selected[-3:] == ("start", "rooms", "exclusive")
    assert len(columns.shape()) == 64


def test_without_a_database_there_is_nothing_to_read(path: Path) -> None:
    assert list_events(path) == ()
    assert read_settings(path) == {}
    with pytest.raises(StoreError) as missing:
        read_document(path, "event")
    assert missing.value.reason == "unknown-event"
    assert not path.exists()


def test_a_database_being_edited_can_be_read_beside(database: Database, path: Path, desk_on: DeskOn) -> None:
    desk = desk_on(database.add(log_of(session("yoga"))))
    for start in ("10:00", "11:00"):
        desk.apply(
            desk.document.edit("session-moved", desk.document.session("yoga"), placement=at("A", start))
        )
        assert read_document(path, "event") == desk.document


def test_settings_are_read_before_the_first_paint(database: Database, path: Path) -> None:
    database.settings.set("language", "fr")
    assert read_settings(path)["language"] == "fr"


def test_reading_imports_neither_sqlalchemy_nor_qt(path: Path) -> None:
    kept(path, log_of(session("yoga")))
    words = (
        "import sys\n"
        "from pathlib import Path\n"
        "from octodesk.store import reading, locking\n"
        f"path = Path({str(path)!r})\n"
        "reading.list_events(path), reading.read_document(path, 'event'), reading.read_settings(path)\n"
        "heavy = {'sqlalchemy', 'PySide6', 'platformdirs'} & set(sys.modules)\n"
        "print(sorted(heavy))\n"
    )
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")


def test_a_database_is_named_by_path_or_url(own_home: Path) -> None:
    assert path_of("sqlite:////data/a.db") == Path("/data/a.db")
    assert path_of("a.db") == Path("a.db")
    assert default_path() == own_home / ".local/share/octodesk/octodesk.db"
    with pytest.raises(StoreError) as wrong:
        path_of("postgresql://server/base")
    assert wrong.value.reason == "not-a-database"


def test_every_kind_of_value_comes_back_as_it_was(database: Database) -> None:
    rows = (session("s", at("A"), expected=0, track=None), person("p", arrival=at("A").start))
    log = log_of(*rows)
    assert database.add(log).document() == Document.of_log(log)
