# SPDX-License-Identifier: EUPL-1.2
"""The timetable's viewport as a picture: what is painted where, and which parts of it have to be painted again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter, QRegion

from octodesk.ui.timetable import canvas
from octodesk.ui.timetable.faces import Face
from octodesk.ui.timetable.layout import Block
from octodesk.ui.timetable.pixmaps import BlockPixmaps

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
        if surface.used_hand is not None:
            surface.used_hand.picture.paint_strip(painter)

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        surface = self._surface
        scene, theme, hand = surface.scene, surface.theme, surface.used_hand
        canvas.paint_ground(painter, area, scene, theme)
        if hand is not None:
            hand.picture.paint_below(painter, area)
        canvas.paint_blocks(
            painter,
            area,
            scene,
            theme,
            self._pixmaps,
            ratio=surface.devicePixelRatioF(),
            directly=self._settling.isActive(),
            faint=hand.carried if hand else (),
        )
        canvas.paint_now(painter, scene, theme)
        if hand is None or not hand.is_busy:
            canvas.paint_caret(painter, scene, theme)
            canvas.paint_selection(painter, scene, theme, focused=surface.hasFocus())
        surface.beside.paint(painter)
        if hand is not None:
            hand.picture.paint_above(painter, area)

    # -- painting again

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
