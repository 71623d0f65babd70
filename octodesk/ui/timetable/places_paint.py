# SPDX-License-Identifier: EUPL-1.2
"""Paints old places with their arrows and words, and suggested places."""

from __future__ import annotations

from collections.abc import Iterable
from math import atan2, cos, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from octodesk.ui.icons import draw_icon
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.canvas import drawn
from octodesk.ui.timetable.paint import RADIUS, hatch, letters
from octodesk.ui.timetable.places import SuggestedPlace, Trace, rect_of
from octodesk.ui.timetable.scene import Scene

HEAD = 8.0
"""Pixels of an arrow's head."""
DEPTH = 34.0
"""How far into the two places an arrow reaches."""
APART = 7.0
"""Of two sessions that changed places, one arrow runs above the other."""


def paint_traces(painter: QPainter, traces: Iterable[Trace], theme: Theme) -> None:
    """Old places dashed, an arrow from each to where the session is now, and its words on a slip of paper."""
    found = list(traces)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for trace in found:
        if trace.rect is not None:
            _paint_old(painter, drawn(trace.rect), theme)
    for trace in found:
        if trace.rect is not None and trace.now is not None:
            _paint_arrow(painter, drawn(trace.rect), drawn(trace.now), theme)
    taken: list[QRectF] = []
    for trace in found:
        rect = trace.rect or trace.now
        if rect is not None:
            taken.append(_paint_slip(painter, drawn(rect), trace.place.words, theme, taken))
    painter.restore()


def _paint_old(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    hatch(painter, rect.adjusted(2, 2, -2, -2), theme.palette.caution, strength=0.08, gap=10)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.palette.pane), 3))
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), RADIUS, RADIUS)
    painter.setPen(QPen(QColor(theme.palette.caution), 1.5, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), RADIUS, RADIUS)


def _paint_arrow(painter: QPainter, old: QRectF, now: QRectF, theme: Theme) -> None:
    if old.intersects(now):
        return  # the dashes beside the block say it all
    path = _path(old, now)
    end, before = path.pointAtPercent(1.0), path.pointAtPercent(0.94)
    head = _head(before, end)
    for color, width in ((theme.palette.pane, 5.0), (theme.palette.caution, 2.0)):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(color), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)
    painter.setPen(QPen(QColor(theme.palette.pane), 1))
    painter.setBrush(QColor(theme.palette.caution))
    painter.drawPolygon(head)


def _path(old: QRectF, now: QRectF) -> QPainterPath:
    """A soft curve: sideways between columns, along the right edge within one."""
    path = QPainterPath()
    if abs(old.center().x() - now.center().x()) < min(old.width(), now.width()) / 2:
        x = min(old.right(), now.right()) - 18
        down = now.center().y() > old.center().y()
        start = QPointF(x, old.bottom() - 4 if down else old.top() + 4)
        end = QPointF(x, now.top() + 4 if down else now.bottom() - 4)
        path.moveTo(start)
        path.lineTo(end)
        return path
    right = now.center().x() > old.center().x()
    within = min(DEPTH, old.width() / 3, now.width() / 3)
    aside = APART if right else -APART
    start = QPointF(old.right() - within if right else old.left() + within, old.center().y() - aside)
    end = QPointF(now.left() + within if right else now.right() - within, now.center().y() - aside)
    bend = max(28.0, abs(end.x() - start.x()) / 2) * (1 if right else -1)
    path.moveTo(start)
    path.cubicTo(start + QPointF(bend, 0), end - QPointF(bend, 0), end)
    return path


def _head(before: QPointF, end: QPointF) -> QPolygonF:
    angle = atan2(end.y() - before.y(), end.x() - before.x())
    wings = (
        QPointF(end.x() - HEAD * 1.4 * cos(angle + turn), end.y() - HEAD * 1.4 * sin(angle + turn))
        for turn in (0.42, -0.42)
    )
    return QPolygonF([end, *wings])


def _paint_slip(painter: QPainter, rect: QRectF, words: str, theme: Theme, taken: list[QRectF]) -> QRectF:
    """The words, at the foot of a place; above others that stand there already. Gives where they stand."""
    used = letters(theme)
    most = max(theme.px(40), rect.width() - theme.px(12))
    shown = used.meta_size.elidedText(words, Qt.TextElideMode.ElideRight, most - theme.px(12))
    width, height = used.meta_size.horizontalAdvance(shown) + theme.px(12), used.meta_size.height() + 4
    slip = QRectF(rect.left() + theme.px(6), rect.bottom() - height - theme.px(5), width, height)
    while any(slip.intersects(other) for other in taken):
        slip.translate(0, -height - 2)
    painter.setPen(QPen(QColor(theme.palette.caution), 1))
    painter.setBrush(QColor(theme.palette.pane))
    painter.drawRoundedRect(slip, 3, 3)
    painter.setFont(used.meta)
    painter.setPen(QColor(theme.palette.text))
    painter.drawText(slip, Qt.AlignmentFlag.AlignCenter, shown)
    return slip


def paint_suggested(painter: QPainter, scene: Scene, places: Iterable[SuggestedPlace], theme: Theme) -> None:
    """A glow with a tick where something would fit, with a warning where it would clash, and its words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in places:
        rect = rect_of(scene.document, scene.grid, place.placement, place.minutes)
        if rect is not None:
            _paint_glow(painter, drawn(rect), place, theme)
    painter.restore()


def _paint_glow(painter: QPainter, rect: QRectF, place: SuggestedPlace, theme: Theme) -> None:
    ink = theme.palette.caution if place.clashing else theme.palette.tints[1].ink
    glow = QColor(ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, alpha in ((10, 28), (6, 50), (2, 255)):
        glow.setAlpha(alpha)
        painter.setPen(QPen(glow, width))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS + 1, RADIUS + 1)
    glow.setAlpha(20)
    painter.fillRect(rect, glow)
    size = theme.px(14)
    if rect.height() >= size + 4:
        box = QRectF(rect.left() + theme.px(8), rect.top() + theme.px(5), size, size)
        used = letters(theme).meta_size
        wide = min(rect.width() - 8, size + used.horizontalAdvance(place.words) + theme.px(16))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.palette.pane))
        painter.drawRoundedRect(QRectF(rect.left() + 4, rect.top() + 3, wide, size + theme.px(5)), 3, 3)
        draw_icon(painter, "warning" if place.clashing else "check", box, ink)
        _paint_words(painter, rect, box.right() + theme.px(5), place.words, theme)


def _paint_words(painter: QPainter, rect: QRectF, left: float, words: str, theme: Theme) -> None:
    font = letters(theme).meta
    room = QRectF(left, rect.top() + theme.px(3), rect.right() - left - 4, theme.px(17))
    painter.setFont(font)
    painter.setPen(QColor(theme.palette.text))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
