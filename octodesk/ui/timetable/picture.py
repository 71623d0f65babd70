# SPDX-License-Identifier: EUPL-1.2
"""The timetable's viewport as a picture: what is painted where, and which parts of it have to be painted again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QRegion

from octodesk.ui.timetable import canvas, overlay
from octodesk.ui.timetable.carrying import Carrying
from octodesk.ui.timetable.faces import Face
from octodesk.ui.timetable.layout import Block
from octodesk.ui.timetable.overlay import STRIP_WIDTH, Overlay, PriceBox
from octodesk.ui.timetable.pixmaps import BlockPixmaps
from octodesk.ui.timetable.price_words import PriceWords
from octodesk.ui.timetable.wishes import OverUndecided

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

SETTLING = 150
"""Milliseconds after the last step of zooming until blocks are kept as pixmaps again."""

Look = tuple[tuple[Block, ...], Face]
"""How a session looks: its blocks and what stands on them."""


class Picture(QObject):
    """Paints a surface and knows what of it is out of date."""

    def __init__(self, surface: Surface) -> None:
        super().__init__(surface)
        self._surface = surface
        self._pixmaps = BlockPixmaps()
        self._box: tuple[tuple[object, ...], PriceBox] | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLING)
        # Not the method of the viewport itself: to find its signature PySide makes the whole of QtGui known to Python.
        self._settling.timeout.connect(lambda: surface.viewport().update())

    def forget(self) -> None:
        """After a change of theme, font or language nothing kept is right."""
        self._pixmaps.clear()

    def settle(self) -> None:
        """While zooming, blocks are painted directly: no size comes twice."""
        self._settling.start()

    # -- painting

    def paint(self, region: QRegion) -> None:
        """Paints the parts of the viewport that have to be."""
        surface = self._surface
        painter, offset = QPainter(surface.viewport()), surface.offset
        for dirty in cast("Iterable[QRect]", region):
            painter.save()
            painter.setClipRect(dirty)
            painter.translate(-offset)
            self._paint(painter, QRectF(dirty).translated(offset))
            painter.restore()
        strip = self.strip_rect()
        if strip is not None:
            gesture = surface.hand.gesture
            entered = isinstance(gesture, Carrying) and isinstance(gesture.target, OverUndecided)
            overlay.paint_strip(painter, strip, surface.theme, entered=entered)

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        surface = self._surface
        scene, theme, shown = surface.scene, surface.theme, surface.hand.overlay
        canvas.paint_ground(painter, area, scene, theme)
        overlay.paint_costs(painter, area, scene.grid, shown.costs, theme)
        canvas.paint_blocks(
            painter,
            area,
            scene,
            theme,
            self._pixmaps,
            ratio=surface.devicePixelRatioF(),
            directly=self._settling.isActive(),
            faint=surface.hand.carried,
        )
        canvas.paint_now(painter, scene, theme)
        if not surface.hand.is_busy:
            canvas.paint_caret(painter, scene, theme)
            canvas.paint_selection(painter, scene, theme, focused=surface.hasFocus())
        surface.beside.paint(painter)
        overlay.paint_ghosts(painter, area, shown, scene.grid, theme)
        if shown.band is not None:
            overlay.paint_band(painter, shown.band, scene.grid, theme)
        box = self._price_box(shown)
        if box is not None and box[1].adjusted(-8, -8, 8, 16).intersects(area):
            box[0].paint(painter, box[1])

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
        surface, gesture = self._surface, self._surface.hand.gesture
        if not isinstance(gesture, Carrying) or not surface.hand.is_near_right_edge:
            return None
        session = surface.scene.document.session(gesture.main)
        undecided = any(column.room is None for column in surface.scene.grid.columns)
        if session.exclusive or session.locked_room or undecided or surface.scene.sideways:
            return None
        width, view = surface.theme.px(STRIP_WIDTH), surface.viewport().rect()
        return QRectF(view.width() - width, 0, width, view.height())

    # -- painting again

    def repaint_overlay(self, before: Overlay, after: Overlay) -> None:
        """Where the ghosts and the price were, and where they are now."""
        viewport = self._surface.viewport()
        if (
            before.costs is not after.costs
            or before.band
            or after.band
            or self._surface.hand.is_near_right_edge
        ):
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

    def look(self) -> Mapping[str, Look]:
        """How each session in sight looks now."""
        surface = self._surface
        view, offset = surface.viewport(), surface.offset
        seen = canvas.area_of(QRectF(view.rect()).translated(offset), surface.scene.grid)
        layout = surface.scene.layout
        met = layout.met(surface.scene.grid, seen)
        return {block.session: (layout.of(block.session), surface.scene.face(block.session)) for block in met}

    def repaint_changed(self, before: Mapping[str, Look]) -> None:
        """Only the sessions that look different from before, where they were and where they are."""
        after = self.look()
        for session in before.keys() | after.keys():
            old, new = before.get(session), after.get(session)
            if old != new:
                self._repaint(old[0] if old else ())
                self._repaint(new[0] if new else ())

    def repaint_session(self, session: str) -> None:
        self._repaint(self._surface.scene.layout.of(session))

    def _repaint(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            rect = canvas.drawn_block(block, self._surface.scene.grid).translated(-self._surface.offset)
            self._surface.viewport().update(rect.adjusted(-5, -5, 5, 5).toAlignedRect())
