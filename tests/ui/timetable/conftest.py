# SPDX-License-Identifier: EUPL-1.2
"""A timetable on a desk in memory, as the window has it, and hands that drag."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from octodesk.desk import Desk, News
from octodesk.model.document import Document
from octodesk.model.rows import Row
from octodesk.ui import theme as themes
from octodesk.ui.theme import Theme
from octodesk.ui.timetable import commands
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.workbench import Workbench
from tests.build import desk_on, log_of
from tests.ui.timetable.board import WEDNESDAY

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class NumberedBench(Workbench):
    """Its new ids are new1, new2, …"""

    _count = 0

    def fresh_id(self) -> str:  # type: ignore[override]  # the real one needs no self
        self._count += 1
        return f"new{self._count}"


@dataclass
class Stage:
    """A surface in a window, connected to a desk; `said` is what was refused or told of a drag."""

    window: QMainWindow
    surface: Surface
    desk: Desk
    bench: Workbench
    said: list[str] = field(default_factory=list)

    @property
    def document(self) -> Document:
        return self.desk.document

    def point(self, room: str | None, time: str, *, across: float = 0.5) -> QPoint:
        """Where an hour of a room lies in the viewport; `across` is the share of the column's width."""
        hours, minutes = time.split(":")
        grid = self.surface.scene.grid
        place = next(n for n, one in enumerate(grid.columns) if one.room == room)
        x, y = grid.lefts[place] + across * grid.column_width, grid.y(int(hours) * 60 + int(minutes))
        offset = self.surface.offset
        return QPoint(round(x - offset.x()), round(y - offset.y()))

    def press(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mousePress(self.surface.viewport(), LEFT, modifiers, at)

    def move(self, to: QPoint) -> None:
        QTest.mouseMove(self.surface.viewport(), to)

    def hover(self, at: QPoint) -> None:
        """The pointer moves without a button held."""
        viewport = self.surface.viewport()
        here, there = QPointF(at), QPointF(viewport.mapToGlobal(at))
        no_button = Qt.MouseButton.NoButton
        QApplication.sendEvent(
            viewport, QMouseEvent(QEvent.Type.MouseMove, here, there, no_button, no_button, NONE)
        )

    def release(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.mouseRelease(self.surface.viewport(), LEFT, modifiers, at)

    def pull(self, start: QPoint, *on: QPoint) -> None:
        """Presses, and moves on without letting go."""
        self.press(start)
        for to in on:
            self.move((start + to) / 2)
            self.move(to)

    def drag(self, start: QPoint, to: QPoint) -> None:
        self.pull(start, to)
        self.release(to)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.surface, key, modifiers)


@pytest.fixture
def stage(qtbot: QtBot) -> Callable[..., Stage]:
    """Makes a stage with a conference of these rows, on the test day."""

    def make(*rows: Row, day: object = WEDNESDAY) -> Stage:
        desk = desk_on(log_of(*rows))
        window = QMainWindow()
        qtbot.addWidget(window)
        surface = Surface(desk.document, Theme())
        surface.show_day(day)  # type: ignore[arg-type]
        window.setCentralWidget(surface)
        window.setMenuWidget(Outside())
        window.resize(900, 700)
        bench = NumberedBench(desk, window)
        made = Stage(window, surface, desk, bench)
        commands.connect(surface, bench)
        bench.noticed.connect(lambda notice: made.said.append(notice.words) if notice.fault else None)
        surface.refused.connect(made.said.append)
        desk.listen(lambda news: _follow(surface, news))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        surface.setFocus()
        return made

    themes.load_fonts()
    return make


def _follow(surface: Surface, news: News) -> None:
    surface.change_document(news.document, news.touched)


class Outside(QWidget):
    """What lies beside the timetable in the window: day tabs, a list."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(60)
