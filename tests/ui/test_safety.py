# SPDX-License-Identifier: EUPL-1.2
"""The window's side of safety: a damaged database is offered to be repaired, copies are made, and sessions come back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from octodesk.edits.sessions import place
from octodesk.exchange import octo
from octodesk.store.backups import back_up, backups_of
from octodesk.store.events import Database
from octodesk.store.verifying import faults_of
from octodesk.ui.dialogs.backups import BackupsDialog
from octodesk.ui.program import Program
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import at
from tests.ui.conftest import small_log

THEN = datetime(2021, 10, 4, 12, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "octodesk.db"
    with Database(path) as made:
        made.add(small_log())
    os.utime(path, ns=(10**9, 10**9))
    return path


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, database: Path, settings: Settings) -> Iterator[Program]:
    shelf = Shelf(database)
    made = Program(qapp, shelf, settings)
    yield made
    for window in list(made.windows.values()):
        window.filing.close_as_it_is()
    if made.start_page is not None:
        made.start_page.close()
    shelf.close()


def questions() -> list[QMessageBox]:
    boxes = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
    return [one for one in boxes if one.objectName() == "ask-about-repair" and one.isVisible()]


def spoil(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE session SET title = '{\"en\":\"Goats\"}' WHERE id = 'yoga'")


def test_a_sound_database_is_copied_once_it_is_open(qtbot: QtBot, program: Program, database: Path) -> None:
    program.open_event("event")
    qtbot.waitUntil(lambda: len(backups_of(database)) == 1, timeout=15000)
    assert (backups_of(database)[0].why, questions()) == ("opened", [])


def test_damage_is_offered_to_be_repaired_and_the_conference_opens_again(
    qtbot: QtBot, program: Program, database: Path
) -> None:
    spoil(database)
    program.open_event("event")
    qtbot.waitUntil(lambda: bool(questions()), timeout=15000)
    (ask,) = questions()
    assert ask.text().startswith("Part of what OctoDesk keeps on this computer is damaged")
    next(button for button in ask.buttons() if button.text() == "Repair now").click()
    qtbot.waitUntil(lambda: "event" in program.windows, timeout=15000)
    assert program.windows["event"].bench.document.title("yoga") == "Yoga"
    assert faults_of(database) == ()
    assert len(list(database.parent.glob("octodesk.db.damaged-*"))) >= 1


def test_a_database_that_cannot_be_opened_is_repaired_from_its_copy(
    qtbot: QtBot, program: Program, database: Path
) -> None:
    back_up(database, "opened", THEN)
    content = bytearray(database.read_bytes())
    content[100:8192] = b"\xff" * (8192 - 100)
    database.write_bytes(content)
    program.open_event("event")
    qtbot.waitUntil(lambda: bool(questions()), timeout=15000)
    (ask,) = questions()
    assert "the safety copy of" in ask.text()
    next(button for button in ask.buttons() if button.text() == "Repair now").click()
    program.open_event("event")
    assert [one.id for one in program.windows["event"].bench.document.people] == ["ida", "omar"]


def test_a_session_comes_back_from_a_copy(
    qtbot: QtBot, bench: Workbench, looked: Theme, database: Path, tmp_path: Path
) -> None:
    back_up(database, "opened", THEN)
    with Database(database) as opened:
        store = opened.open("event")
    then = store.document().session("yoga").placement
    bench.do(lambda document: place(document, "yoga", start=at("B", "15:00").start, rooms=("B",)))
    dialog = BackupsDialog(bench, database, looked, None)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    assert [dialog.sessions.item(row).text() for row in range(dialog.sessions.count())] == ["WS 2 Yoga"]
    assert not dialog.back.isEnabled()
    dialog.sessions.setCurrentRow(0)
    dialog.back.click()
    assert bench.document.session("yoga").placement == then
    assert (dialog.sessions.count(), bench.undo_words()) == (0, "Undo: bringing back WS 1")
    dialog._save_to(backups_of(database)[0], tmp_path / "then.octo")
    assert octo.read(tmp_path / "then.octo").log.event == "event"


def test_looking_over_waits_until_the_start_is_over(qtbot: QtBot, program: Program, database: Path) -> None:
    with qtbot.waitSignal(program.settled, timeout=15000):
        program.open_event("event")
    assert list(backups_of(database)) == []
