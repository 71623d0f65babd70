# SPDX-License-Identifier: EUPL-1.2
"""The whole timetable small, blocks only, with a frame that shows what is in sight and can be dragged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from octodesk.languages import _
from octodesk.ui.spoken import Spoken
from octodesk.ui.timetable.canvas import shown
from octodesk.ui.timetable.paint import tint_of

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

WIDTH, HEIGHT = 240, 160
MARGIN = 14


class Overview(Spoken, QWidget):
    """Lies over the lower right corner of the timetable."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self.setObjectName("overview")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        for bar in (surface.horizontalScrollBar(), surface.verticalScrollBar()):
            bar.valueChanged.connect(lambda _value: self.update())
        surface.zoomed.connect(lambda _scale: self.update())
        surface.reshaped.connect(self.place)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Overview"))
        self.setToolTip(_("Drag the frame to scroll"))

    def place(self) -> None:
        theme, surface = self._surface.theme, self._surface
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        view = surface.viewport().geometry()
        self.move(view.right() - self.width() - MARGIN, view.bottom() - self.height() - MARGIN)
        self.raise_()

    @property
    def _scale(self) -> tuple[float, float]:
        width, height = self._surface.scene.grid.seen_size
        return (self.width() - 8) / max(1.0, width), (self.height() - 8) / max(1.0, height)

    def frame(self) -> QRectF:
        """What is in sight, in coordinates of the overview."""
        across, down = self._scale
        offset, view = self._surface.offset, self._surface.viewport().size()
        return QRectF(
            4 + offset.x() * across, 4 + offset.y() * down, view.width() * across, view.height() * down
        ).intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3))

    def paintEvent(self, event: QPaintEvent) -> None:
        scene, theme = self._surface.scene, self._surface.theme
        across, down = self._scale
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.palette.muted), 1))
        painter.setBrush(QColor(theme.palette.pane))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for session, blocks in scene.layout.blocks.items():
            color = QColor(tint_of(scene.face(session), theme).ink)
            for block in blocks:
                rect = shown(block.rect(scene.grid), scene.grid)
                small = QRectF(
                    4 + rect.x() * across,
                    4 + rect.y() * down,
                    rect.width() * across - 1,
                    rect.height() * down - 1,
                )
                painter.fillRect(
                    small.adjusted(0, 0, max(0.0, 1 - small.width()), max(0.0, 1 - small.height())), color
                )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.palette.focus), 2))
        painter.drawRect(self.frame())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._scroll_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scroll_to(event.position())

    def _scroll_to(self, at: QPointF) -> None:
        """The frame's middle comes to where the pointer is."""
        across, down = self._scale
        view = self._surface.viewport().size()
        middle = QPointF((at.x() - 4) / across, (at.y() - 4) / down)
        self._surface.frame.scroll_to(middle - QPointF(view.width() / 2, view.height() / 2))
