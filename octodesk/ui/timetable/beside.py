# SPDX-License-Identifier: EUPL-1.2
"""What a surface shows beside its blocks: old places with arrows, and places that are suggested."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from octodesk.model.fields import Placement
from octodesk.ui.timetable.grid import Cell

if TYPE_CHECKING:
    from octodesk.ui.timetable.places import OldPlace, SuggestedPlace
    from octodesk.ui.timetable.surface import Surface


class Beside:
    """Empty until somebody shows something."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._layers: dict[str, tuple[OldPlace, ...]] = {}
        self.suggested: tuple[SuggestedPlace, ...] = ()

    @property
    def old(self) -> tuple[OldPlace, ...]:
        return tuple(place for layer in self._layers.values() for place in layer)

    def show_old(self, places: Iterable[OldPlace], layer: str) -> None:
        """In a layer of their own, in place of what was in it."""
        self._layers[layer] = tuple(places)
        self._surface.viewport().update()

    def suggest(self, places: Iterable[SuggestedPlace]) -> None:
        self.suggested = tuple(places)
        self._surface.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """In coordinates of the grid, over the blocks."""
        if not (self.old or self.suggested):
            return
        from octodesk.ui.timetable import places_paint
        from octodesk.ui.timetable.places import traces_of

        scene, theme = self._surface.scene, self._surface.theme
        if self.old:
            found = traces_of(scene.document, scene.grid, scene.layout, self.old)
            places_paint.paint_traces(painter, found, theme)
        if self.suggested:
            places_paint.paint_suggested(painter, scene, self.suggested, theme)

    def suggested_at(self, at: QPointF) -> SuggestedPlace | None:
        """The suggested place under a point of the viewport."""
        from octodesk.ui.timetable.places import suggested_at

        scene, there = self._surface.scene, at + self._surface.offset
        return suggested_at(scene.document, scene.grid, self.suggested, there.x(), there.y())

    def words_of(self, session: str) -> tuple[str, ...]:
        """What stands beside a session, for its tooltip and for those who hear it."""
        return tuple(place.words for place in self.old if place.session == session)

    # -- the rest pale, the time now, nights, and where one clicked

    def dim_others(self, found: Iterable[str] | None) -> None:
        """Only these sessions stay bright; None: all."""
        self._surface.scene.bright = None if found is None else frozenset(found)
        self._surface.viewport().update()

    def show_now(self, now: datetime | None) -> None:
        """A line at this wall clock of the conference's zone."""
        self._surface.scene.now = now
        self._surface.viewport().update()

    def shade_nights(self, zones: Sequence[str]) -> None:
        """The hours that are night in these zones are shaded."""
        if self._surface.scene.night_zones != tuple(zones):
            self._surface.scene.night_zones = tuple(zones)
            self._surface.viewport().update()

    def put_caret(self, at: QPointF) -> None:
        """An empty place was clicked: what is pasted goes there."""
        x, y = self._surface.grid_point(at)
        grid, snap = self._surface.scene.grid, self._surface.scene.snap
        minute = int(grid.minute_at(y) // snap) * snap
        inside = bool(grid.columns) and grid.begins <= minute < grid.ends
        self._surface.scene.caret = Cell(grid.column_at(x), minute) if inside else None
        self._surface.viewport().update()

    def caret_placement(self) -> Placement | None:
        """Where what is pasted would begin."""
        caret, grid = self._surface.scene.caret, self._surface.scene.grid
        if caret is None:
            return None
        column = grid.columns[caret.column]
        rooms = (column.room,) if column.room is not None else ()
        return Placement(grid.moment_of(caret.minute, column.day), rooms)
