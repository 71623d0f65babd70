# SPDX-License-Identifier: EUPL-1.2
"""The print dialog: pages laid out in another process, looked at, saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from octodesk.exchange.samples import sample_log
from octodesk.model.document import Document
from octodesk.ui.dialogs.printing import PrintDialog
from octodesk.ui.theme import Theme
from tests.build import conference

A_WHILE = 60_000


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, looked: Theme, parent: QWidget) -> Iterator[PrintDialog]:
    made = PrintDialog(Document.of_log(sample_log("octopus-2021")), "front", looked, parent)
    made.open()
    yield made
    if shiboken6.isValid(made):
        made.close()


def finished(qtbot: QtBot, dialog: PrintDialog) -> None:
    assert dialog._job is not None
    with qtbot.waitSignal(dialog._job.ended, timeout=A_WHILE):
        pass


def test_the_pages_are_shown_and_the_pdf_is_saved(qtbot: QtBot, dialog: PrintDialog, tmp_path: Path) -> None:
    assert not dialog.save.isEnabled()
    finished(qtbot, dialog)
    assert (dialog.pages.count, dialog.state.text(), dialog.save.isEnabled()) == (2, "2 pages", True)
    out = tmp_path / dialog.file_name()
    dialog.write_to(out)
    qtbot.waitUntil(lambda: dialog.state.text() == f"Saved as {out.name}.", timeout=A_WHILE)
    assert out.read_bytes().startswith(b"%PDF-")
    assert out.name == "Octopus 2021 - Draft programme (two pages) (en).pdf"


def test_another_choice_prints_anew(qtbot: QtBot, dialog: PrintDialog) -> None:
    dialog.language.setCurrentIndex(1)
    dialog.language.chosen.emit("fr")
    finished(qtbot, dialog)
    assert dialog.options.languages == ("fr",)
    assert dialog.pages.count == 2


def test_closing_stops_the_work(qtbot: QtBot, dialog: PrintDialog) -> None:
    job = dialog._job
    assert job is not None
    qtbot.waitUntil(lambda: job._process is not None and job._process.pid is not None, timeout=A_WHILE)
    dialog.close()
    process = job._process
    assert process is not None
    qtbot.waitUntil(lambda: not process.is_alive(), timeout=A_WHILE)


def test_an_empty_conference_says_why_there_is_nothing_to_print(
    qtbot: QtBot, looked: Theme, parent: QWidget
) -> None:
    dialog = PrintDialog(conference(), "front", looked, parent)
    finished(qtbot, dialog)
    said = [label.text() for label in dialog.pages.findChildren(QLabel)]
    assert said == ["There is nothing on the programme yet. Put a session on the timetable first."]
    dialog.close()
