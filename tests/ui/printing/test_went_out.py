# SPDX-License-Identifier: EUPL-1.2
"""What went out, and the sheets of it that are out of date, printed again alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from octodesk.edits.sessions import move_session
from octodesk.printing import PrintOptions
from octodesk.ui.printing.keeping import keep_issue
from octodesk.ui.printing.went_out import WentOutDialog
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import at
from tests.ui.conftest import NOW, now
from tests.ui.printing.conftest import A_WHILE


@pytest.fixture
def dialog(qtbot: QtBot, looked: Theme, bench: Workbench, parent: QWidget) -> Iterator[WentOutDialog]:
    """Door signs went out, then "Yoga" moved from room A to room B."""
    keep_issue(bench, "door-signs", PrintOptions(languages=("en",)), way="print", sheets=2, at=NOW)
    bench.do(lambda document: move_session(document, "yoga", at("B", "15:00")))
    made = WentOutDialog(bench, looked, now, parent)
    made.open()
    qtbot.waitUntil(lambda: made.stale is not None, timeout=A_WHILE)
    yield made
    if shiboken6.isValid(made):
        made.close()


def words(listed: QListWidget) -> list[str]:
    return [listed.item(place).text() for place in range(listed.count())]


def test_the_sheets_to_be_redone_are_named(dialog: WentOutDialog) -> None:
    assert words(dialog.sheets) == [
        "Door signs, Room A, Wednesday 17 November (English)",
        "Door signs, Room B, Wednesday 17 November (English)",
    ]
    assert dialog.state.text() == "2 sheets are out of date."


def test_every_entry_says_when_what_and_by_whom(dialog: WentOutDialog) -> None:
    (entry,) = words(dialog.list)
    assert entry.split(" – ")[1:] == ["Printed: Door signs (English)", "Ana"]


def test_what_is_ticked_is_saved_and_is_right_then(
    qtbot: QtBot, dialog: WentOutDialog, tmp_path: Path
) -> None:
    dialog.sheets.item(0).setCheckState(Qt.CheckState.Unchecked)
    with qtbot.waitSignal(dialog.save_in(tmp_path).ended, timeout=A_WHILE):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [
        "Test 2021 - Door signs - 2021-11-17 - Room B (en).pdf"
    ]
    qtbot.waitUntil(lambda: dialog.state.text() == "1 sheet is out of date.", timeout=A_WHILE)
    assert words(dialog.sheets) == ["Door signs, Room A, Wednesday 17 November (English)"]


def test_they_go_to_the_printer_one_after_the_other(
    qtbot: QtBot, dialog: WentOutDialog, tmp_path: Path
) -> None:
    dialog.sheets.item(0).setCheckState(Qt.CheckState.Unchecked)  # nothing is left to print for that room
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with qtbot.waitSignal(dialog.print_on(printer).ended, timeout=A_WHILE) as told:
        pass
    assert told.args == [True]
    assert dialog._bench.document.issues[-1].way == "print"
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF-")


def test_undoing_the_move_makes_all_of_it_right_again(qtbot: QtBot, dialog: WentOutDialog) -> None:
    dialog._bench.undo()
    qtbot.waitUntil(lambda: dialog.state.text() == "All that went out is still right.", timeout=A_WHILE)
    assert not dialog.paper.isEnabled()
