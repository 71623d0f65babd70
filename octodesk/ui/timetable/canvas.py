# SPDX-License-Identifier: EUPL-1.2
"""Paints the timetable as it lies there: hours, columns, blocks, what is selected. Coordinates are the grid's."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from octodesk.languages import _
from octodesk.model import timetable
from octodesk.ui.palettes import mixed
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.grid import Grid, Rect
from octodesk.ui.timetable.heading import city
from octodesk.ui.timetable.layout import MARKER_HEIGHT, Block
from octodesk.ui.timetable.night import nights
from octodesk.ui.timetable.paint import RADIUS, hatch, paint_block
from octodesk.ui.timetable.pixmaps import BlockPixmaps
from octodesk.ui.timetable.scene import Scene

if TYPE_CHECKING:
    from octodesk.ui.timetable.gestures import Ghost

SIDE_MARGIN = 3
FLAG_WIDTH = 150.0
PALE = 0.25
"""How much is left of a block that was not looked for."""


def drawn(rect: Rect, *, marker: float = 0.0, along: bool = True) -> QRectF:
    """The whole pixels a block is painted on: a hair smaller than its place, so that neighbours stand apart.

    `marker` is the height of what has no length. `along`: time goes down.
    """
    left, right, top, bottom = round(rect.x), round(rect.right), round(rect.y), round(rect.bottom)
    if marker:
        return QRectF(left + SIDE_MARGIN, top, right - left - 2 * SIDE_MARGIN, marker)
    time = bottom - top if along else right - left
    gap = 1 if time > 4 else 0
    across, down = (SIDE_MARGIN, gap) if along else (gap, SIDE_MARGIN)
    return QRectF(
        left + across, top + down, max(1, right - left - 2 * across), max(1, bottom - top - 2 * down)
    )


def drawn_block(block: Block, grid: Grid) -> QRectF:
    return _drawn_at(block.rect(grid), block.minutes, grid)


def drawn_ghost(ghost: Ghost, grid: Grid) -> QRectF:
    return _drawn_at(ghost.rect(grid), ghost.minutes, grid)


def _drawn_at(rect: Rect, minutes: int, grid: Grid) -> QRectF:
    """What has no length is a line with words below it, or, with time across, a flag as wide as its words need."""
    if minutes:
        return drawn(grid.seen(rect), along=not grid.sideways)
    height = MARKER_HEIGHT * grid.text
    if not grid.sideways:
        return drawn(rect, marker=height)
    return QRectF(round(rect.y), round(rect.x) + SIDE_MARGIN, FLAG_WIDTH * grid.text, height)


def area_of(rect: QRectF, grid: Grid) -> Rect:
    """Where on the grid something seen lies."""
    return grid.seen(Rect(rect.x(), rect.y(), rect.width(), rect.height()))


def shown(rect: Rect, grid: Grid) -> QRectF:
    """Where a rectangle of the grid is seen."""
    seen = grid.seen(rect)
    return QRectF(seen.x, seen.y, seen.width, seen.height)


def paint_ground(painter: QPainter, area: QRectF, scene: Scene, theme: Theme) -> None:
    """Hours the day is not open, half-hour lines, and the lines between rooms and days."""
    palette, grid = theme.palette, scene.grid
    painter.fillRect(area, QColor(palette.window))
    there = area_of(area, grid)
    for place in grid.columns_between(there.x, there.right):
        _paint_open_hours(painter, there, scene, theme, place)
    for place in grid.columns_between(there.x, there.right):
        _paint_nights(painter, scene, theme, place)
    _paint_lines(painter, there, grid, theme)
    painter.setPen(QPen(QColor(palette.line), 1))
    edges = sorted({x for left in grid.lefts for x in (left, left + grid.column_width)})
    painter.drawLines([_line(grid, x - 0.5, there.y, x - 0.5, there.bottom) for x in edges])


def _line(grid: Grid, x1: float, y1: float, x2: float, y2: float) -> QLineF:
    """A line of the grid as it is seen."""
    return QLineF(y1, x1, y2, x2) if grid.sideways else QLineF(x1, y1, x2, y2)


def _paint_open_hours(painter: QPainter, area: Rect, scene: Scene, theme: Theme, place: int) -> None:
    grid, column = scene.grid, scene.grid.columns[place]
    hours = timetable.opening(scene.document, column.day)
    if hours is None:
        return
    opens, closes = (grid.minute_of(moment, column.day) for moment in hours)
    top, bottom = grid.y(max(opens, grid.begins)), grid.y(min(closes, grid.ends))
    # From the first hour upwards and the last one downwards there is nothing to set apart.
    top = 0.0 if opens <= grid.begins else top
    bottom = max(grid.height, area.bottom) if closes >= grid.ends else bottom
    ground = (
        theme.palette.pane
        if column.room is not None or column.person is not None
        else mixed(theme.palette.pane, theme.palette.window, share=0.5)
    )
    rect = Rect(grid.lefts[place], top, grid.column_width, bottom - top)
    painter.fillRect(shown(rect, grid), QColor(ground))


def _paint_nights(painter: QPainter, scene: Scene, theme: Theme, place: int) -> None:
    """Shaded where it is night for some of the audience of what is selected, with whose night it is."""
    grid, day, own = scene.grid, scene.grid.columns[place].day, scene.document.event.time_zone
    for begins, ends, zones in nights(scene.night_zones, own, day, begins=grid.begins, ends=grid.ends):
        rect = shown(grid.rect(first=place, last=place, begins=begins, minutes=ends - begins), grid)
        shade = QColor(theme.palette.heading)
        shade.setAlphaF(0.08)
        painter.fillRect(rect, shade)
        hatch(painter, rect, theme.palette.heading, strength=0.05, gap=18)
        font = theme.sans(8.5)
        painter.setFont(font)
        painter.setPen(QColor(theme.palette.muted))
        said = _("Night in {city}").format(city=", ".join(map(city, zones)))
        room = rect.adjusted(8, 3, -8, -3)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignRight,
            QFontMetricsF(font).elidedText(said, Qt.TextElideMode.ElideRight, room.width()),
        )


def paint_caret(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """Where what is pasted goes."""
    if scene.caret is None:
        return
    grid, place = scene.grid, scene.caret.column
    rect = shown(grid.rect(first=place, last=place, begins=scene.caret.minute, minutes=0), grid)
    painter.setPen(QPen(QColor(theme.palette.focus), 2))
    painter.drawLine(rect.topLeft(), rect.topRight() if not grid.sideways else rect.bottomLeft())


def paint_now(painter: QPainter, scene: Scene, theme: Theme) -> None:
    """A line across the day that is today, where it is now."""
    now, grid = scene.now, scene.grid
    if now is None or now.date() not in grid.days:
        return
    y = grid.y(grid.minute_of(now, now.date()))
    span = grid.day_rect(now.date())
    line = _line(grid, span.x, y, span.right, y)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.palette.error.ink), 2))
    painter.drawLine(line)
    painter.setBrush(QColor(theme.palette.error.ink))
    painter.drawEllipse(line.p1(), 4, 4)
    painter.restore()


def _paint_lines(painter: QPainter, area: Rect, grid: Grid, theme: Theme) -> None:
    strong, weak = (
        QColor(theme.palette.line),
        QColor(mixed(theme.palette.line, theme.palette.pane, share=0.5)),
    )
    step = next((one for one in (5, 15, 30, 60, 180) if one * grid.scale >= 14), 360)
    right = grid.width
    for minute, y in grid.lines(area.y, area.bottom, step=step):
        painter.setPen(QPen(strong if minute % 60 == 0 else weak, 1))
        at = round(y) + 0.5
        for day in grid.days:
            span = grid.day_rect(day)
            painter.drawLine(_line(grid, max(span.x, area.x), at, min(span.right, area.right, right), at))


def paint_blocks(
    painter: QPainter,
    area: QRectF,
    scene: Scene,
    theme: Theme,
    pixmaps: BlockPixmaps,
    *,
    ratio: float,
    directly: bool,
    faint: Collection[str] = (),
) -> None:
    """All blocks that meet the area; `faint` ones are being carried, their old place stands empty."""
    reach = area_of(area.adjusted(-4, -4, 4, 4), scene.grid)
    for block in scene.layout.met(scene.grid, reach):
        rect = drawn_block(block, scene.grid)
        if block.session in faint:
            _paint_old_place(painter, rect, theme)
            continue
        pale = scene.bright is not None and block.session not in scene.bright
        painter.setOpacity(PALE if pale else 1.0)
        if directly:
            paint_block(painter, rect, scene.face(block.session), theme)
        else:
            pixmaps.draw(painter, rect, scene.face(block.session), theme, ratio=ratio)
    painter.setOpacity(1.0)


def _paint_old_place(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.palette.muted), 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def paint_selection(painter: QPainter, scene: Scene, theme: Theme, *, focused: bool) -> None:
    """A ring around what is selected; a second one where the keys act, while the timetable has the focus."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for session in scene.selection:
        for block in scene.layout.of(session):
            rect = drawn_block(block, scene.grid)
            if focused and session == scene.current:
                painter.setPen(QPen(QColor(theme.palette.pane), 3))
                painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)
                rect = rect.adjusted(-2, -2, 2, 2)
            painter.setPen(QPen(QColor(theme.palette.focus), 2))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.restore()
