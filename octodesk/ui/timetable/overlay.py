# SPDX-License-Identifier: EUPL-1.2
"""Paints what a gesture shows: what each place would cost, the ghost, its price in words, the rubber band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QTextCharFormat, QTextLayout, QTextOption

from octodesk.languages import _
from octodesk.ui.palettes import Palette, mixed
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.canvas import area_of, drawn_ghost
from octodesk.ui.timetable.canvas import shown as seen
from octodesk.ui.timetable.costs import Cost, Stretch
from octodesk.ui.timetable.faces import Face
from octodesk.ui.timetable.gestures import Ghost
from octodesk.ui.timetable.grid import Grid, Rect
from octodesk.ui.timetable.paint import RADIUS, hatch, letters, paint_block
from octodesk.ui.timetable.price_words import PriceWords

SHADOW = 8.0
STRIP_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Overlay:
    """What is shown over the blocks while something is being done."""

    ghosts: tuple[tuple[Ghost, Face], ...] = ()
    price: PriceWords | None = None
    clashes: int = 0
    hard: bool = False
    band: Rect | None = None
    costs: Mapping[int, tuple[Stretch, ...]] = field(default_factory=dict)
    keys: tuple[tuple[str, str], ...] = ()
    """What can be done now, with the key that does it: (key, words)."""

    def ghost_rect(self, grid: Grid) -> QRectF:
        """Where the first ghost, the one that was grabbed, is painted."""
        return drawn_ghost(self.ghosts[0][0], grid)


def paint_costs(
    painter: QPainter, area: QRectF, grid: Grid, costs: Mapping[int, tuple[Stretch, ...]], theme: Theme
) -> None:
    """Tints under the blocks: plain where it is free, dotted where awkward, striped where something is in the way."""
    there = area_of(area, grid)
    for place in grid.columns_between(there.x, there.right):
        for stretch in costs.get(place, ()):
            rect = grid.rect(
                first=place, last=place, begins=stretch.begins, minutes=stretch.ends - stretch.begins
            )
            shown = seen(rect, grid) & area
            if not shown.isEmpty():
                _paint_cost(painter, shown, stretch.cost, theme.palette)


def _paint_cost(painter: QPainter, shown: QRectF, cost: Cost, palette: Palette) -> None:
    if cost == "free":
        painter.fillRect(shown, _wash(palette.good, palette, 0.55))
    elif cost == "soft":
        painter.fillRect(shown, _wash(palette.warning, palette, 0.55))
        painter.fillRect(shown, _dots(palette.caution))
    else:
        hatch(painter, shown, palette.error.ink, strength=0.12 if palette.is_dark else 0.07, gap=14)


def _wash(color: str, palette: Palette, strength: float) -> QColor:
    wash = QColor(mixed(color, palette.pane, share=0.85))
    wash.setAlphaF(strength)
    return wash


@lru_cache(maxsize=8)
def _dots(color: str) -> QBrush:
    """A tile of two dots."""
    tile = QPixmap(20, 20)
    tile.setDevicePixelRatio(2)
    tile.fill(Qt.GlobalColor.transparent)
    ink = QColor(color)
    ink.setAlphaF(0.4)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for x, y in ((2.5, 2.5), (7.5, 7.5)):
        painter.drawEllipse(QPointF(x, y), 0.9, 0.9)
    painter.end()
    return QBrush(tile)


def paint_ghosts(painter: QPainter, area: QRectF, overlay: Overlay, grid: Grid, theme: Theme) -> None:
    """What is carried, where it would be: framed in red where it would clash."""
    palette = theme.palette
    edge = edge_color(palette, overlay)
    for ghost, face in reversed(overlay.ghosts):
        rect = drawn_ghost(ghost, grid)
        if not rect.adjusted(-SHADOW, -SHADOW, SHADOW, 2 * SHADOW).intersects(area):
            continue
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, rect)
        paint_block(painter, rect, face, theme)
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        painter.restore()


def edge_color(palette: Palette, overlay: Overlay) -> str:
    """Red where something is wrong, brown where it is awkward."""
    if overlay.hard:
        return palette.error.ink
    return palette.caution if overlay.clashes else palette.focus


def paint_shadow(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for grown, alpha in ((SHADOW, 14), (SHADOW / 2, 26)):
        painter.setBrush(QColor(10, 20, 30, alpha))
        painter.drawRoundedRect(rect.adjusted(-grown / 2, 0, grown / 2, grown), RADIUS + 3, RADIUS + 3)


def paint_band(painter: QPainter, band: Rect, grid: Grid, theme: Theme) -> None:
    ground = QColor(theme.palette.focus)
    ground.setAlphaF(0.12)
    painter.setPen(QPen(QColor(theme.palette.focus), 1, Qt.PenStyle.DashLine))
    painter.setBrush(ground)
    painter.drawRect(seen(band, grid))


class PriceBox:
    """The price in a box of its own: laid out once, then placed and painted."""

    def __init__(
        self, price: PriceWords, theme: Theme, *, edge: str, keys: tuple[tuple[str, str], ...]
    ) -> None:
        self._theme, self._edge, self._keys_shown = theme, edge, keys
        self._pad = theme.px(10)
        self._text = self._laid_out(price, float(theme.px(340)))
        self._keys = letters(theme).meta_size.height() + theme.px(8)
        width = self._text.boundingRect().width() + 2 * self._pad
        self.size = QRectF(
            0,
            0,
            max(width, self._keys_width() + 2 * self._pad),
            self._text.boundingRect().height() + 2 * self._pad + self._keys,
        )

    def _laid_out(self, price: PriceWords, width: float) -> QTextLayout:
        words = " ".join(part for part in (price.headline, price.sentences) if part)
        layout = QTextLayout(words, self._theme.sans())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        strong = QTextCharFormat()
        strong.setFontWeight(600)
        strong.setForeground(QColor(self._edge))
        span = QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, len(price.headline), strong
        layout.setFormats([span])
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout

    def placed(self, ghost: QRectF, seen: QRectF) -> QRectF:
        """Below the ghost, above it where there is no room below, always in sight."""
        width, height, gap = self.size.width(), self.size.height(), 10
        x = max(seen.left() + 4, min(ghost.right() - width, seen.right() - width - 4))
        y = ghost.bottom() + gap
        if y + height > seen.bottom() - 4:
            y = ghost.top() - gap - height
        return QRectF(x, max(seen.top() + 4, min(y, seen.bottom() - height - 4)), width, height)

    def paint(self, painter: QPainter, box: QRectF) -> None:
        palette = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_shadow(painter, box)
        painter.setPen(QPen(QColor(self._edge), 1))
        painter.setBrush(QColor(palette.pane))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(palette.text))
        self._text.draw(painter, box.topLeft() + QPointF(self._pad, self._pad))
        self._paint_keys(painter, box)
        painter.restore()

    def _keys_width(self) -> float:
        used, theme = letters(self._theme).meta_size, self._theme
        widths = (used.horizontalAdvance(key + words) + theme.px(30) for key, words in self._keys_shown)
        return max(sum(widths) - theme.px(15), theme.px(160))

    def _paint_keys(self, painter: QPainter, box: QRectF) -> None:
        used, theme = letters(self._theme), self._theme
        x, height = box.left() + self._pad, used.meta_size.height()
        y = box.bottom() - self._pad - height + theme.px(2)
        for key, words in self._keys_shown:
            cap = QRectF(x, y - 1, used.meta_size.horizontalAdvance(key) + theme.px(10), height + 2)
            painter.setFont(used.meta)
            painter.setPen(QPen(QColor(theme.palette.line), 1))
            painter.setBrush(QColor(theme.palette.window))
            painter.drawRoundedRect(cap, 3, 3)
            painter.setPen(QColor(theme.palette.text))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            painter.setPen(QColor(theme.palette.muted))
            painter.drawText(QPointF(cap.right() + theme.px(5), y + used.meta_size.ascent()), words)
            x = cap.right() + theme.px(15) + used.meta_size.horizontalAdvance(words)


def paint_strip(painter: QPainter, rect: QRectF, theme: Theme, *, entered: bool) -> None:
    """The strip at the right edge that takes a session for which no room is decided."""
    palette = theme.palette
    painter.save()
    painter.fillRect(rect, QColor(palette.selection if entered else palette.soft))
    painter.setPen(QPen(QColor(palette.focus if entered else palette.muted), 1, Qt.PenStyle.DashLine))
    painter.drawLine(rect.topLeft(), rect.bottomLeft())
    painter.translate(rect.center())
    painter.rotate(-90)
    painter.setFont(theme.sans(9.5))
    painter.setPen(QColor(palette.text))
    turned = QRectF(-rect.height() / 2, -rect.width() / 2, rect.height(), rect.width())
    painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, _("Room to be decided"))
    painter.restore()
