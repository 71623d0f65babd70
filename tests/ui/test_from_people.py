# SPDX-License-Identifier: EUPL-1.2
"""People dragged out of their table onto sessions."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from octodesk.ui.main_window import MainWindow


def drag(window: MainWindow, person: str, target: QWidget, at: QPoint, *, escape: bool = False) -> None:
    """Drags a row of the Speakers table to a place of another widget."""
    pane = window.panes.speakers
    window.docks["speakers"].raise_()
    QTest.qWait(0)
    view = pane.table.viewport()
    start = pane.table.visualRect(pane.cells.index(pane.cells.place_of(person), 0)).center()
    goal = view.mapFromGlobal(target.mapToGlobal(at))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start + QPoint(30, 0))
    QTest.mouseMove(view, goal)
    if escape:
        QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=goal)


def test_onto_a_block_as_a_speaker(window: MainWindow) -> None:
    block = window.surface.scene.layout.of("chess")[0].rect(window.surface.scene.grid)
    offset = window.surface.offset
    at = QPoint(round(block.x + 20 - offset.x()), round(block.y + 20 - offset.y()))
    drag(window, "omar", window.surface.viewport(), at)
    assert [(one.person, one.role) for one in window.bench.document.contributions_of("chess")] == [
        ("omar", "speaker")
    ]


def test_onto_the_moderators_line_as_moderator(window: MainWindow) -> None:
    window.bench.select(["yoga"])
    lineup = window.panes.inspector.lineup
    drag(window, "omar", lineup.parts.widgets[0], QPoint(10, 10))
    roles = [(one.person, one.role) for one in window.bench.document.contributions_of("yoga")]
    assert roles == [("ida", "moderator"), ("omar", "speaker"), ("omar", "moderator")]
    window.bench.undo()
    assert len(window.bench.document.contributions_of("yoga")) == 2


def test_escape_gives_up(window: MainWindow) -> None:
    window.bench.select(["chess"])
    drag(window, "omar", window.panes.inspector.lineup.add_person, QPoint(10, 5), escape=True)
    assert window.bench.document.contributions_of("chess") == ()
