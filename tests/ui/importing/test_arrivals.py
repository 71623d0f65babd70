# SPDX-License-Identifier: EUPL-1.2
"""Documents dropped on a window, and tables pasted into an empty one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from octodesk.ui.importing.arrivals import Arrivals, TakesDocuments


class Window(TakesDocuments, QWidget):
    def __init__(self, *, empty: bool) -> None:
        super().__init__()
        self.arrivals = Arrivals(self)
        self.arrivals.takes_words = lambda: empty


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(empty=True)
    qtbot.addWidget(made)
    return made


def held(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def entering(window: QWidget, data: QMimeData) -> QDragEnterEvent:
    """Qt drops only on what a drag has entered."""
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setAccepted(False)
    QApplication.sendEvent(window, event)
    return event


def test_a_dropped_document_is_told(window: Window, qtbot: QtBot) -> None:
    data = held("/somewhere/picture.png", "/somewhere/programme.docx")
    entering(window, data)
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(window.arrivals.document_came, timeout=1000) as told:
        QApplication.sendEvent(window, event)
    assert told.args == [Path("/somewhere/programme.docx")]


@pytest.mark.parametrize(("name", "taken"), [("a.docx", True), ("a.octo", False), ("a.png", False)])
def test_only_documents_may_be_dropped(window: Window, name: str, taken: bool) -> None:
    data = held(f"/{name}")
    assert entering(window, data).isAccepted() is taken


@pytest.mark.parametrize("empty", [True, False])
def test_words_are_pasted_only_while_the_window_is_empty(qtbot: QtBot, empty: bool) -> None:
    window = Window(empty=empty)
    qtbot.addWidget(window)
    came: list[tuple[str, bytes]] = []
    window.arrivals.words_came.connect(lambda kind, words: came.append((kind, bytes(words))))
    QGuiApplication.clipboard().setText("9.00\tOpening")
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert came == ([("txt", b"9.00\tOpening")] if empty else [])


def test_a_table_with_its_markup_is_preferred(window: Window, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("9.00\tOpening")
    data.setHtml("<table><tr><td>9.00</td><td>Opening</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(window.arrivals.words_came, timeout=1000) as told:
        QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] == "html"
