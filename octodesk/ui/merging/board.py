# SPDX-License-Identifier: EUPL-1.2
"""A timetable to look at: another state of the conference, with what moved, in which nothing can be changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.timetable.places import OldPlace
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.tool_row import DayTabs

_LOOKING = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Tab,
        Qt.Key.Key_Backtab,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)


class StillSurface(Surface):
    """The surface without hands: a press selects, arrows walk, nothing is dragged."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position() + self.offset
        block = self.scene.layout.at(self.scene.grid, at.x(), at.y())
        self.choose((block.session,) if block is not None else ())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        walking = event.key() in _LOOKING and not event.modifiers() & Qt.KeyboardModifier.AltModifier
        if walking:
            super().keyPressEvent(event)
        else:
            event.ignore()


class Board(Spoken, QWidget):
    """Day tabs over a still timetable."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self.surface = StillSurface(document, theme)
        self.surface.setObjectName("timetable-to-look-at")
        self.days = DayTabs()
        self.days.chosen.connect(self.surface.show_day)
        self.surface.day_opened.connect(lambda _day: self._show_days())
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        bar.addWidget(self.days)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.surface, 1)
        self.retranslate()
        self._show_days()

    def retranslate(self) -> None:
        self.surface.setAccessibleName(_("Timetable, to look at"))

    def _show_days(self) -> None:
        self.days.show_days(days_shown(self.surface.scene.document), self.surface.scene.day)

    def show_document(self, document: Document, old: Iterable[OldPlace]) -> None:
        """Another state, and where things stood in the one it is compared with."""
        self.surface.change_document(document, None)
        self.surface.show_ghosts(old)
        self._show_days()

    def show_day_of(self, session: str) -> None:
        """Brings a session into view, on its day."""
        row = self.surface.scene.document.find("session", session)
        if row is not None:
            self.surface.reveal(session)

    def show_first_of(self, sessions: Iterable[str]) -> None:
        """The day of the first of these that is on the timetable."""
        document = self.surface.scene.document
        for session in sessions:
            row = cast("Session | None", document.find("session", session))
            if row is not None and row.placement is not None:
                self.surface.show_day(document.day_of(row.placement))
                return

    def set_theme(self, theme: Theme) -> None:
        self.surface.set_theme(theme)
