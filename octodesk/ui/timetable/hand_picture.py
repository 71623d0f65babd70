# SPDX-License-Identifier: EUPL-1.2
"""What a hand shows on the timetable while it does something: costs below the blocks; ghosts, a band and the price above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from octodesk.ui.timetable import canvas, overlay
from octodesk.ui.timetable.carrying import Carrying
from octodesk.ui.timetable.overlay import STRIP_WIDTH, Overlay, PriceBox
from octodesk.ui.timetable.price_words import PriceWords
from octodesk.ui.timetable.wishes import OverUndecided

if TYPE_CHECKING:
    from octodesk.ui.timetable.hand import Hand
    from octodesk.ui.timetable.surface import Surface


class HandPicture:
    """Paints what one hand shows on its surface, in coordinates of the grid, and knows what of it is out of date."""

    def __init__(self, surface: Surface, hand: Hand) -> None:
        self._surface, self._hand = surface, hand
        self._box: tuple[tuple[object, ...], PriceBox] | None = None

    def paint_below(self, painter: QPainter, area: QRectF) -> None:
        """Under the blocks."""
        surface = self._surface
        overlay.paint_costs(painter, area, surface.scene.grid, self._hand.overlay.costs, surface.theme)

    def paint_above(self, painter: QPainter, area: QRectF) -> None:
        """Over the blocks."""
        scene, theme, shown = self._surface.scene, self._surface.theme, self._hand.overlay
        overlay.paint_ghosts(painter, area, shown, scene.grid, theme)
        if shown.band is not None:
            overlay.paint_band(painter, shown.band, scene.grid, theme)
        box = self._price_box(shown)
        if box is not None and box[1].adjusted(-8, -8, 8, 16).intersects(area):
            box[0].paint(painter, box[1])

    def paint_strip(self, painter: QPainter) -> None:
        """At the edge, in coordinates of the viewport."""
        strip, gesture = self.strip_rect(), self._hand.gesture
        if strip is not None:
            entered = isinstance(gesture, Carrying) and isinstance(gesture.target, OverUndecided)
            overlay.paint_strip(painter, strip, self._surface.theme, entered=entered)

    def _price_box(self, shown: Overlay) -> tuple[PriceBox, QRectF] | None:
        if shown.price is None:
            return None
        surface = self._surface
        edge = overlay.edge_color(surface.theme.palette, shown)
        seen = QRectF(surface.viewport().rect()).translated(surface.offset)
        if self.strip_rect() is not None:
            seen.setWidth(seen.width() - surface.theme.px(STRIP_WIDTH))
        box = self._box_of(shown.price, edge, shown.keys)
        return box, box.placed(shown.ghost_rect(surface.scene.grid), seen)

    def _box_of(self, price: PriceWords, edge: str, keys: tuple[tuple[str, str], ...]) -> PriceBox:
        """Laid out once for the same words: each step asks several times."""
        known = (price, edge, keys, self._surface.theme)
        if self._box is None or self._box[0] != known:
            self._box = (known, PriceBox(price, self._surface.theme, edge=edge, keys=keys))
        return self._box[1]

    def strip_rect(self) -> QRectF | None:
        """Where a session can be dropped for which no room is decided: there while one is carried near the edge."""
        surface, gesture = self._surface, self._hand.gesture
        if not isinstance(gesture, Carrying) or not self._hand.is_near_right_edge:
            return None
        session = surface.scene.document.session(gesture.main)
        undecided = any(column.room is None for column in surface.scene.grid.columns)
        if session.exclusive or session.locked_room or undecided or surface.scene.sideways:
            return None
        width, view = surface.theme.px(STRIP_WIDTH), surface.viewport().rect()
        return QRectF(view.width() - width, 0, width, view.height())

    def repaint(self, before: Overlay, after: Overlay) -> None:
        """Where the ghosts and the price were, and where they are now."""
        viewport = self._surface.viewport()
        if before.costs is not after.costs or before.band or after.band or self._hand.is_near_right_edge:
            viewport.update()
            return
        for shown in (before, after):
            for rect in self._overlay_rects(shown):
                grown = rect.translated(-self._surface.offset).adjusted(-12, -12, 12, 14)
                viewport.update(grown.toAlignedRect())

    def _overlay_rects(self, shown: Overlay) -> list[QRectF]:
        rects = [canvas.drawn_ghost(ghost, self._surface.scene.grid) for ghost, _face in shown.ghosts]
        box = self._price_box(shown) if shown.ghosts else None
        return [*rects, box[1]] if box else rects
