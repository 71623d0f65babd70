# SPDX-License-Identifier: EUPL-1.2
"""The hours beside and the rooms above the timetable; they stay in view while it scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from octodesk import languages
from octodesk.model import clock
from octodesk.ui import words
from octodesk.ui.theme import Theme
from octodesk.ui.timetable import bars_across
from octodesk.ui.timetable.heading import city, column_words
from octodesk.ui.timetable.scene import Scene

ZONE_WIDTH = 46


class HourBar(QWidget):
    """The hours of the conference's zone, and beside them those of other zones."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._theme = Theme()
        self._offset = 0
        self._zones: tuple[str, ...] = ()

    def show_scene(
        self, scene: Scene, theme: Theme, *, offset: QPointF, hours_width: int, zones: Sequence[str]
    ) -> None:
        self._scene, self._theme, self._offset, self._zones = scene, theme, int(offset.y()), tuple(zones)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.palette.pane))
        if self._scene is not None and self._scene.sideways:
            bars_across.paint_rooms(painter, self._scene, self._theme, self._offset, self.size())
        elif self._scene is not None:
            self._paint_hours(painter, self._scene)
        painter.setPen(QPen(QColor(self._theme.palette.line), 1))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _paint_hours(self, painter: QPainter, scene: Scene) -> None:
        grid, theme = scene.grid, self._theme
        width, height = theme.px(ZONE_WIDTH), theme.px(18)
        step = grid.label_step(theme.px(40))
        day = scene.days[0] if scene.days else date(2000, 1, 1)
        for minute, y in grid.lines(self._offset - height, self._offset + self.height() + height, step=step):
            box = QRectF(0, round(y - self._offset - height / 2), width, height)
            moment = grid.moment_of(minute, day)
            self._paint_hour(painter, box, moment, main=True)
            for place, zone in enumerate(self._zones, start=1):
                there = clock.wall_clock(clock.instant(moment, scene.document.event.time_zone), zone)
                self._paint_hour(painter, box.translated(place * width, 0), there, main=False)

    def _paint_hour(self, painter: QPainter, box: QRectF, moment: datetime, *, main: bool) -> None:
        weight = QFont.Weight.DemiBold if main else QFont.Weight.Normal
        painter.setFont(self._theme.sans(9, weight))
        painter.setPen(QColor(self._theme.palette.text if main else self._theme.palette.muted))
        assert self._scene is not None
        shown = words.clock_words(self._scene.document, moment)
        painter.drawText(box.adjusted(0, 0, -self._theme.px(6), 0), _RIGHT, shown)


class RoomBar(QWidget):
    """A header per room: name, kind of room, seats, languages; with several days, the day above its rooms."""

    day_clicked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._theme = Theme()
        self._offset = 0
        self._hours_width = 0
        self._zones: tuple[str, ...] = ()

    def show_scene(
        self, scene: Scene, theme: Theme, *, offset: QPointF, hours_width: int, zones: Sequence[str]
    ) -> None:
        self._scene, self._theme, self._offset = scene, theme, int(offset.x())
        self._hours_width, self._zones = hours_width, tuple(zones)
        self.update()

    @staticmethod
    def height_for(scene: Scene, theme: Theme, *, zones: int) -> int:
        if scene.sideways:
            return bars_across.height_for(theme, zones=zones)
        return theme.px(46) + (theme.px(24) if len(scene.days) > 1 else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self._theme.palette
        painter.fillRect(self.rect(), QColor(palette.pane))
        if self._scene is not None and self._scene.sideways:
            bars_across.paint_hours(
                painter, self._scene, self._theme, self._offset, self._hours_width, self._zones, self.size()
            )
        elif self._scene is not None:
            self._paint_corner(painter, self._scene)
            painter.setClipRect(self._hours_width, 0, self.width() - self._hours_width, self.height())
            self._paint_days(painter, self._scene)
            self._paint_rooms(painter, self._scene)
            painter.setClipping(False)
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.drawLine(self._hours_width - 1, 0, self._hours_width - 1, self.height())

    def _paint_corner(self, painter: QPainter, scene: Scene) -> None:
        """The mark of each zone over its hours."""
        theme = self._theme
        day = scene.days[0] if scene.days else date(2000, 1, 1)
        noon = datetime.combine(day, time(12))
        marks = [languages.zone_mark(scene.document.event.time_zone, noon), *map(city, self._zones)]
        painter.setFont(theme.sans(8.5))
        painter.setPen(QColor(theme.palette.muted))
        width = theme.px(ZONE_WIDTH)
        for place, mark in enumerate(marks):
            box = QRectF(place * width, self.height() - theme.px(38), width - theme.px(6), theme.px(18))
            painter.drawText(box, _RIGHT, mark)

    def _paint_days(self, painter: QPainter, scene: Scene) -> None:
        if len(scene.days) < 2:
            return
        theme = self._theme
        height = theme.px(24)
        font = theme.sans(10, QFont.Weight.DemiBold)
        for day in scene.days:
            span = scene.grid.day_rect(day)
            left = span.x - self._offset + self._hours_width
            painter.fillRect(QRectF(left, 0, span.width, height), QColor(theme.palette.soft))
            shown = words.day_words(day)
            box = QRectF(max(left, self._hours_width) + theme.px(10), 0, span.width - theme.px(12), height)
            self._paint_text(painter, box, shown, font, theme.palette.heading)

    def _paint_rooms(self, painter: QPainter, scene: Scene) -> None:
        theme, grid = self._theme, scene.grid
        top = self.height() - theme.px(46)
        name, facts = theme.sans(10, QFont.Weight.DemiBold), theme.sans(9)
        for place in grid.columns_between(self._offset, self._offset + self.width()):
            column = grid.columns[place]
            left = grid.lefts[place] - self._offset + self._hours_width
            box = QRectF(
                left + theme.px(10), top + theme.px(5), grid.column_width - theme.px(16), theme.px(18)
            )
            heading, below = column_words(scene, column)
            self._paint_text(painter, box, heading, name, theme.palette.heading)
            self._paint_text(painter, box.translated(0, theme.px(17)), below, facts, theme.palette.muted)
            painter.setPen(QPen(QColor(theme.palette.line), 1))
            painter.drawLine(round(left - 1), top, round(left - 1), self.height())

    def _paint_text(self, painter: QPainter, box: QRectF, text: str, font: QFont, color: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(color))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a day's name opens the day."""
        scene = self._scene
        if (
            scene is None
            or scene.sideways
            or len(scene.days) < 2
            or event.position().y() > self._theme.px(24)
        ):
            return
        x = event.position().x() - self._hours_width + self._offset
        self.day_clicked.emit(scene.grid.columns[scene.grid.column_at(x)].day)


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
