# SPDX-License-Identifier: EUPL-1.2
"""With time across: the hours above and the rooms beside the timetable."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from octodesk import languages
from octodesk.model import clock
from octodesk.ui import words
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.heading import city, column_words
from octodesk.ui.timetable.scene import Scene

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def height_for(theme: Theme, *, zones: int) -> int:
    """Of the bar of hours: a line per zone."""
    return theme.px(12) + theme.px(18) * (1 + zones)


def paint_hours(
    painter: QPainter,
    scene: Scene,
    theme: Theme,
    offset: int,
    left: int,
    zones: Sequence[str],
    size: QSize,
) -> None:
    """One line for the conference's zone and one for each other; their marks at the left."""
    grid, height, width = scene.grid, theme.px(18), theme.px(60)
    day = scene.days[0] if scene.days else date(2000, 1, 1)
    own = scene.document.event.time_zone
    marks = [languages.zone_mark(own, datetime.combine(day, time(12))), *map(city, zones)]
    for place, mark in enumerate(marks):
        painter.setFont(theme.sans(8.5))
        painter.setPen(QColor(theme.palette.muted))
        painter.drawText(QRectF(0, theme.px(6) + place * height, left - theme.px(8), height), _RIGHT, mark)
    painter.setClipRect(left, 0, size.width() - left, size.height())
    for minute, at in grid.lines(offset - width, offset + size.width() + width, step=grid.label_step(width)):
        moment = grid.moment_of(minute, day)
        for place, zone in enumerate([own, *zones]):
            there = clock.wall_clock(clock.instant(moment, own), zone)
            box = QRectF(left + at - offset - width / 2, theme.px(6) + place * height, width, height)
            painter.setFont(theme.sans(9, QFont.Weight.Normal if place else QFont.Weight.DemiBold))
            painter.setPen(QColor(theme.palette.muted if place else theme.palette.text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words.clock_words(scene.document, there))
    painter.setClipping(False)


def paint_rooms(painter: QPainter, scene: Scene, theme: Theme, offset: int, size: QSize) -> None:
    """Name and facts of each row; with several days, the day in its first row."""
    grid = scene.grid
    name, facts = theme.sans(10, QFont.Weight.DemiBold), theme.sans(9)
    for place in grid.columns_between(offset, offset + size.height()):
        column, top = grid.columns[place], grid.lefts[place] - offset
        heading, below = column_words(scene, column)
        if len(scene.days) > 1:
            below = words.short_day_words(column.day)
        box = QRectF(theme.px(10), top + theme.px(6), size.width() - theme.px(16), theme.px(18))
        _paint(painter, box, heading, name, theme.palette.heading)
        if grid.column_width >= theme.px(40):
            _paint(painter, box.translated(0, theme.px(17)), below, facts, theme.palette.muted)
        painter.setPen(QPen(QColor(theme.palette.line), 1))
        painter.drawLine(0, round(top - 1), size.width(), round(top - 1))


def _paint(painter: QPainter, box: QRectF, text: str, font: QFont, color: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    painter.drawText(
        box, _LEFT, QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    )
