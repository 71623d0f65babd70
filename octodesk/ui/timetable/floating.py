# SPDX-License-Identifier: EUPL-1.2
"""A small picture of a dragged session that goes with the pointer outside the timetable."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from octodesk.ui.theme import Theme
from octodesk.ui.timetable.faces import Face
from octodesk.ui.timetable.paint import RADIUS, paint_block


class FloatingGhost(QWidget):
    """Lies over the window and lets the mouse through."""

    def __init__(self, window: QWidget, face: Face, theme: Theme) -> None:
        super().__init__(window)
        self._theme = theme
        self._face = replace(face, shape="block", panel="", agenda=())
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(theme.px(220), theme.px(42))
        self.raise_()

    def follow(self, position: QPoint) -> None:
        """Stands beside the pointer."""
        beside = QPoint(self._theme.px(12), self._theme.px(8))
        self.move(self.window().mapFromGlobal(position) + beside)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setOpacity(0.95)
        paint_block(painter, rect, self._face, self._theme)
        painter.setPen(QPen(QColor(self._theme.palette.focus), 2))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
