# SPDX-License-Identifier: EUPL-1.2
"""What of the timetable is in sight: zoom, scrolling, and the bars of hours and rooms that stay in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from octodesk.ui.timetable.bars import ZONE_WIDTH, HourBar, RoomBar
from octodesk.ui.timetable.grid import Rect, fitting_scale, fitting_width

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

COLUMN_WIDTH, DAYS_COLUMN_WIDTH = 170, 118
"""The narrowest a column gets with one day in view, and with several."""
ROW_HEIGHT = 58
"""The lowest a room's row gets with time across."""
ROOMS_WIDTH = 156
NARROWEST = 12
TALLEST_ROW = 190


class Frame:
    """Keeps margins, bars, zoom and scroll bars of a surface as its size and scene ask for."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self.zones: tuple[str, ...] = ()
        self._fitted = True
        self._narrow = False
        self.hours, self.heads = HourBar(surface), RoomBar(surface)

    @property
    def offset(self) -> QPointF:
        """What of the whole timetable stands in the viewport's corner."""
        surface = self._surface
        return QPointF(surface.horizontalScrollBar().value(), surface.verticalScrollBar().value())

    # -- zoom

    def zoom(self, factor: float, *, around: QPointF | None) -> None:
        """Changes pixels per minute; the minute and the column at `around` in the viewport stay where they are."""
        surface = self._surface
        view = surface.viewport()
        at = QPointF(view.width() / 2, view.height() / 2) if around is None else around
        before = surface.scene.grid
        x, y = before.at(*(at + self.offset).toTuple())
        self._fitted = False
        self._rescale(before.scale * factor)
        grid = surface.scene.grid
        still = QPointF(*grid.at(x, grid.same_minute_at(y, before)))
        self._set_ranges()
        self.scroll_to(still - at)

    def fit(self, *, narrow: bool = False) -> None:
        """The whole day in the window; `narrow`: and every room, however narrow it gets."""
        self._fitted, self._narrow = True, narrow
        self.measure()

    def _room_across(self) -> int:
        view = self._surface.viewport()
        return max(1, view.height() if self._surface.scene.sideways else view.width())

    def _rescale(self, scale: float) -> None:
        surface = self._surface
        scene, theme = surface.scene, surface.theme
        least = COLUMN_WIDTH if len(scene.days) < 2 else DAYS_COLUMN_WIDTH
        least = ROW_HEIGHT if scene.sideways else least
        least = NARROWEST if self._narrow else least
        width = fitting_width(scene.grid.columns, self._room_across(), least=theme.px(least))
        width = min(width, theme.px(TALLEST_ROW)) if scene.sideways else width
        scene.measure(scale=scale, column_width=width, text=theme.factor)

    # -- measure

    def measure(self) -> None:
        """Fits margins, columns and hours to the size of the widget."""
        surface = self._surface
        scene, theme = surface.scene, surface.theme
        zones = theme.px(ZONE_WIDTH) * (1 + len(self.zones)) + theme.px(6)
        left = theme.px(ROOMS_WIDTH) if scene.sideways else zones
        top = self.heads.height_for(scene, theme, zones=len(self.zones))
        surface.setViewportMargins(left, top, 0, 0)
        self.hours.setGeometry(0, top, left, max(0, surface.height() - top))
        self.heads.setGeometry(0, 0, surface.width(), top)
        scale = scene.grid.scale
        if self._fitted:
            view = surface.viewport()
            length = view.width() if scene.sideways else view.height()
            scale = max(0.75 * theme.factor, fitting_scale(scene.grid, length))
        self._rescale(scale)
        self._set_ranges()

    def _set_ranges(self) -> None:
        surface = self._surface
        view, (width, height) = surface.viewport().size(), surface.scene.grid.seen_size
        for bar, whole, seen in (
            (surface.verticalScrollBar(), height, view.height()),
            (surface.horizontalScrollBar(), width, view.width()),
        ):
            bar.setRange(0, max(0, round(whole) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(surface.theme.px(24))

    def show_zones(self, zones: Sequence[str]) -> None:
        self.zones = tuple(zones)
        self.measure()

    # -- scrolling

    def scroll_to(self, corner: QPointF) -> None:
        """This point of the whole timetable comes to the viewport's corner, as far as that is possible."""
        self._surface.horizontalScrollBar().setValue(round(corner.x()))
        self._surface.verticalScrollBar().setValue(round(corner.y()))

    def is_above_rooms(self, at: QPointF) -> bool:
        """Whether a point in coordinates of the viewport lies over the rooms' names; a person's days have none."""
        grid, surface = self._surface.scene.grid, self._surface
        along, before = grid.at(at.x(), at.y())
        within = QRectF(surface.rect()).contains(at + QPointF(surface.viewport().pos()))
        return before < 0 <= along and within and all(column.person is None for column in grid.columns)

    def scroll_towards(self, at: QPointF, reach: int) -> bool:
        """Scrolls where the pointer is near an edge of the viewport or beyond; whether anything moved."""
        surface = self._surface
        view, before = surface.viewport().rect(), self.offset
        if not QRectF(surface.rect()).contains(at + QPointF(surface.viewport().pos())):
            return False
        step = QPointF(_push(at.x(), view.width(), reach), _push(at.y(), view.height(), reach))
        self.scroll_to(before + step)
        return self.offset != before

    def reveal(self, rect: Rect) -> None:
        """Brings what is seen there into the viewport."""
        view, offset = self._surface.viewport().size(), self.offset
        if rect.y < offset.y() or rect.bottom > offset.y() + view.height():
            offset.setY(rect.y - (view.height() - min(rect.height, view.height())) / 2)
        if rect.x < offset.x() or rect.right > offset.x() + view.width():
            offset.setX(rect.x - self._surface.theme.px(20))
        self.scroll_to(offset)

    # -- the bars

    def repaint_bars(self) -> None:
        surface = self._surface
        offset, width = self.offset, self.hours.width()
        for bar in (self.hours, self.heads):
            bar.show_scene(surface.scene, surface.theme, offset=offset, hours_width=width, zones=self.zones)


def _push(at: float, size: int, reach: int) -> float:
    """How far to scroll: nothing in the middle, faster the nearer to the edge or beyond."""
    if at < reach:
        return (at - reach) / 2
    return (at - (size - reach)) / 2 if at > size - reach else 0.0
