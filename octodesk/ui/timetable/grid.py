# SPDX-License-Identifier: EUPL-1.2
"""Where things lie on the timetable: minutes and pixels, columns, edges, zoom. No Qt.

x and y are logical pixels from the top left corner of the whole timetable, scrolled or not, headers left out.
A minute is counted from midnight of the column's day: 90 is 01:30, 1470 is 00:30 of the night after it.
The height of anything is its minutes times the scale, at every zoom.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Literal

from octodesk.model import clock

TOP = 12.0
"""Room above the first line, so that its hour can be read; grows with the text."""
BOTTOM = 28.0
"""Room below the last line, for what ends the day without a length; grows with the text."""
DAY_GAP = 12.0
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 12.0
LABEL_STEPS = (1, 5, 10, 15, 30, 60, 120, 180, 360)

Part = Literal["inside", "top", "bottom", "left", "right"]


@dataclass(frozen=True, slots=True)
class Rect:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.right and self.y <= y < self.bottom

    def meets(self, other: Rect) -> bool:
        """Whether the two have more than an edge in common."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def turned(self) -> Rect:
        """Across and down exchanged."""
        return Rect(self.y, self.x, self.height, self.width)

    def taller(self, least: float) -> Rect:
        """The same, at least so high: what is too short to be hit gets room below."""
        return self if self.height >= least else Rect(self.x, self.y, self.width, least)


@dataclass(frozen=True, slots=True)
class Column:
    """A day's room; None: what has a time but no room yet. With a person: all that person does that day, in any room."""

    day: date
    room: str | None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A minute in a column, by its place in the grid."""

    column: int
    minute: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns of one or more days with one scale of hours. Make it with `of`."""

    columns: tuple[Column, ...]
    lefts: tuple[float, ...]
    column_width: float
    begins: int
    ends: int
    scale: float
    text: float = 1.0
    """How much larger than usual text is."""
    sideways: bool = False
    """Seen with rooms down and time across. All else here is said as if rooms went across and time down."""
    zone: str = ""

    @classmethod
    def of(
        cls,
        columns: Sequence[Column],
        *,
        begins: int,
        ends: int,
        scale: float = 1.0,
        column_width: float = 180.0,
        text: float = 1.0,
        sideways: bool = False,
        zone: str = "",
    ) -> Grid:
        """`scale` is pixels per minute, `column_width` pixels; a gap stands between two days."""
        lefts, x = [], 0.0
        for place, column in enumerate(columns):
            if place and column.day != columns[place - 1].day:
                x += DAY_GAP
            lefts.append(x)
            x += column_width
        return cls(
            tuple(columns),
            tuple(lefts),
            column_width,
            begins,
            ends,
            _within_scales(scale),
            text,
            sideways,
            zone,
        )

    def minute_of(self, moment: datetime, day: date) -> int:
        return minute_of(moment, day, self.zone)

    def moment_of(self, minute: int, day: date) -> datetime:
        return moment_of(minute, day, self.zone)

    def seen(self, rect: Rect) -> Rect:
        """A rectangle as it is seen; and, of one that is seen, where it lies on the grid."""
        return rect.turned() if self.sideways else rect

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a point that is seen lies on the grid."""
        return (y, x) if self.sideways else (x, y)

    @property
    def seen_size(self) -> tuple[float, float]:
        return (self.height, self.width) if self.sideways else (self.width, self.height)

    @property
    def width(self) -> float:
        return self.lefts[-1] + self.column_width if self.lefts else 0.0

    @property
    def height(self) -> float:
        return (TOP + BOTTOM) * self.text + (self.ends - self.begins) * self.scale

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(day for day, _ in groupby(column.day for column in self.columns))

    def y(self, minute: float) -> float:
        return TOP * self.text + (minute - self.begins) * self.scale

    def minute_at(self, y: float) -> float:
        """The minute under a line; before the first and after the last line too."""
        return self.begins + (y - TOP * self.text) / self.scale

    def column_at(self, x: float) -> int:
        """The place of the column under x, the nearest one where there is none. ValueError without columns."""
        if not self.columns:
            raise ValueError("a timetable without columns has none at any place")
        place = max(0, bisect_right(self.lefts, x) - 1)
        after = place + 1
        beyond = x - (self.lefts[place] + self.column_width)
        if after < len(self.lefts) and beyond > 0 and self.lefts[after] - x < beyond:
            return after
        return place

    def columns_of(self, day: date) -> tuple[int, ...]:
        return tuple(place for place, column in enumerate(self.columns) if column.day == day)

    def place_of(self, column: Column) -> int | None:
        return self.columns.index(column) if column in self.columns else None

    def day_rect(self, day: date) -> Rect:
        """All columns of a day, from top to bottom."""
        places = self.columns_of(day)
        left = self.lefts[places[0]]
        return Rect(left, 0.0, self.lefts[places[-1]] + self.column_width - left, self.height)

    def rect(
        self, *, first: int, last: int, begins: int, minutes: float, lane: int = 0, lanes: int = 1
    ) -> Rect:
        """What lies in the columns `first` to `last` from a minute on, in one of several lanes side by side."""
        left = self.lefts[first]
        whole = self.lefts[last] + self.column_width - left
        width = whole / lanes
        return Rect(left + lane * width, self.y(begins), width, minutes * self.scale)

    def columns_between(self, left: float, right: float) -> range:
        """The places of the columns that meet a stretch of x."""
        first = bisect_right(self.lefts, left - self.column_width)
        return range(first, bisect_right(self.lefts, right))

    def lines(self, top: float, bottom: float, *, step: int = 30) -> Iterator[tuple[int, float]]:
        """(minute, y) of each line to draw between two heights."""
        first = max(self.begins, int(self.minute_at(top)) // step * step)
        last = min(self.ends, int(self.minute_at(bottom)) + step)
        for minute in range(-(-first // step) * step, last + 1, step):
            yield minute, self.y(minute)

    def label_step(self, least: float) -> int:
        """Minutes from one written hour to the next, so that they stand at least `least` pixels apart."""
        return next((step for step in LABEL_STEPS if step * self.scale >= least), LABEL_STEPS[-1])

    def scaled(self, scale: float) -> Grid:
        return replace(self, scale=_within_scales(scale))

    def same_minute_at(self, y: float, before: Grid) -> float:
        """The height at which this grid shows the minute that `before` showed at y: zooming keeps it still."""
        return self.y(before.minute_at(y))


def snapped(minute: float, step: int) -> int:
    """The nearest minute of the clock that is a multiple of the step."""
    return int(minute / step + 0.5) * step if minute >= 0 else -int(-minute / step + 0.5) * step


def part_at(rect: Rect, x: float, y: float, *, reach: float = 6.0) -> Part:
    """Which part of a block lies under a point of it: an edge to pull at, or the inside to carry it by.

    Edges take at most a quarter of a block's height or width, so that a short one can still be carried.
    """
    tall = min(reach, rect.height / 4)
    wide = min(reach, rect.width / 4)
    if y < rect.y + tall:
        return "top"
    if y >= rect.bottom - tall:
        return "bottom"
    if x < rect.x + wide:
        return "left"
    if x >= rect.right - wide:
        return "right"
    return "inside"


def fitting_scale(grid: Grid, height: float) -> float:
    """The scale at which the whole of the grid is so high."""
    minutes = max(1, grid.ends - grid.begins)
    return _within_scales((height - (TOP + BOTTOM) * grid.text) / minutes)


def fitting_width(columns: Sequence[Column], width: float, *, least: float) -> float:
    """The width of a column at which all fill the width, but not less than `least`."""
    gaps = len({column.day for column in columns}) - 1
    return max(least, (width - max(0, gaps) * DAY_GAP) / max(1, len(columns)))


NOON = 12 * 60


def minute_of(moment: datetime, day: date, zone: str = "") -> int:
    """Minutes from midnight of the day to a moment; over 1440 in the night after it.

    With a zone they are elapsed minutes, counted from noon, so that lengths are right in the night in which the clocks
    change, and what comes after it stands where it stands on any other day: of a day whose clocks go back at 3, the hour
    from 2 comes twice, and the day begins at -60.
    """
    wall = round((moment - datetime.combine(day, time())) / timedelta(minutes=1))
    if not zone or (6 * 60 <= wall < 24 * 60):
        return wall  # clocks change at night: this is asked for every block
    return clock.instant(moment, zone) - clock.instant(datetime.combine(day, time(12)), zone) + NOON


def moment_of(minute: int, day: date, zone: str = "") -> datetime:
    """The wall clock at a minute of a day, as `minute_of` counts them."""
    if not zone or (6 * 60 <= minute < 24 * 60):
        return datetime.combine(day, time()) + timedelta(minutes=minute)
    noon = clock.instant(datetime.combine(day, time(12)), zone)
    return clock.wall_clock(noon + minute - NOON, zone)


def _within_scales(scale: float) -> float:
    return max(SMALLEST_SCALE, min(LARGEST_SCALE, scale))
