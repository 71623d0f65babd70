# SPDX-License-Identifier: EUPL-1.2
"""Which block stands in which columns and lane: the conference laid out on the timetable, before any zoom. No Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from octodesk.model import timetable
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Session
from octodesk.ui.timetable.grid import Column, Grid, Rect, minute_of

MARKER_HEIGHT = 20.0
"""A moment without length is a line with its words below, so high."""
SHORTEST_HIT = 8.0
MARGIN = 2.0
"""Between a block and the lines around it."""


@dataclass(frozen=True, slots=True)
class Block:
    """A session in neighbouring columns; one held in rooms apart from each other has several."""

    session: str
    day: date
    begins: int
    minutes: int
    first: int
    last: int
    lane: int = 0
    lanes: int = 1

    def rect(self, grid: Grid) -> Rect:
        """Its exact place: the height is its minutes times the scale."""
        return grid.rect(
            first=self.first,
            last=self.last,
            begins=self.begins,
            minutes=self.minutes,
            lane=self.lane,
            lanes=self.lanes,
        )

    def hit(self, grid: Grid) -> Rect:
        """Where it can be pointed at."""
        return self.rect(grid).taller(SHORTEST_HIT if self.minutes else MARKER_HEIGHT * grid.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks on the columns shown, found by session and by column."""

    columns: tuple[Column, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    by_column: Mapping[int, tuple[Block, ...]]

    def of(self, session_id: str) -> tuple[Block, ...]:
        return self.blocks.get(session_id, ())

    def met(self, grid: Grid, area: Rect) -> tuple[Block, ...]:
        """The blocks that lie in an area, each once; moments without length last, for they are drawn on top."""
        found = {
            block: None
            for place in grid.columns_between(area.x, area.right)
            for block in self.by_column.get(place, ())
            if block.hit(grid).meets(area)
        }
        return tuple(sorted(found, key=lambda block: block.minutes == 0))

    def at(self, grid: Grid, x: float, y: float) -> Block | None:
        """The block under a point: of several, the one drawn on top."""
        met = self.met(grid, Rect(x, y, 1e-6, 1e-6))
        return met[-1] if met else None

    def in_reading_order(self) -> tuple[Block, ...]:
        """Each session's first block, by day, start, and column."""
        firsts = (blocks[0] for blocks in self.blocks.values())
        return tuple(sorted(firsts, key=lambda one: (one.day, one.begins, one.first, one.lane, one.session)))


def columns_of(
    document: Document,
    days: Iterable[date],
    *,
    rooms: Sequence[str] | None = None,
    person: str | None = None,
) -> tuple[Column, ...]:
    """The rooms of each day side by side; last in a day what has no room yet, where there is such a thing. With a
    person, one column a day with all that person does."""
    if person is not None:
        return tuple(Column(day, None, person) for day in days)
    shown = [room.id for room in document.rooms if rooms is None or room.id in rooms]
    found: list[Column] = []
    for day in days:
        found.extend(Column(day, room) for room in shown)
        if not shown or any(is_undecided(one) for one in timetable.sessions_of_day(document, day)):
            found.append(Column(day, None))
    return tuple(found)


def is_undecided(session: Session) -> bool:
    """Whether a session has a time but no room yet."""
    at = session.placement
    return at is not None and not at.rooms and not at.exclusive


def hours_shown(document: Document, days: Sequence[date]) -> tuple[int, int]:
    """The first and the last minute that a grid of these days needs, on whole hours, as `minute_of` counts them."""
    spells = [spell for day in days for spell in _spells(document, day)]
    if not spells:
        return timetable.USUAL_HOURS
    first, last = min(begins for begins, _ in spells), max(ends for _, ends in spells)
    return first // 60 * 60, -(-last // 60) * 60


def _spells(document: Document, day: date) -> Iterator[tuple[int, int]]:
    """From which until which minute a day is open, and each of its sessions runs."""
    zone, hours = document.event.time_zone, timetable.opening(document, day)
    if hours is not None:
        yield minute_of(hours[0], day, zone), minute_of(hours[1], day, zone)
    for session in timetable.sessions_of_day(document, day):
        begins = _begins(session, day, zone)
        yield begins, begins + session.minutes


def days_shown(document: Document) -> tuple[date, ...]:
    """The conference's days, and any other day on which something was put: nothing is out of sight."""
    return document.derived("days shown", ("session", "day", "event"), _days_shown)


def _days_shown(document: Document) -> tuple[date, ...]:
    placed = (document.day_of(one.placement) for one in document.sessions if one.placement is not None)
    return tuple(sorted({*timetable.dates(document), *placed}))


def columns_held(grid: Grid, at: Placement, day: date) -> tuple[int, ...]:
    """The first and the last column a placement is in, of rooms apart from each other too; () where none is in view."""
    of_day = grid.columns_of(day)
    if at.exclusive or any(grid.columns[place].person for place in of_day):
        return of_day
    wanted = [place for place in of_day if grid.columns[place].room in (at.rooms or (None,))]
    return (wanted[0], wanted[-1]) if wanted else ()


def layout_of(document: Document, columns: tuple[Column, ...]) -> Layout:
    """Lays out all sessions of the columns' days."""
    days = tuple(dict.fromkeys(column.day for column in columns))
    blocks: dict[str, tuple[Block, ...]] = {}
    for day in days:
        blocks.update(_blocks_of_day(document, day, columns))
    return _indexed(columns, blocks)


def relaid(layout: Layout, document: Document, days: Iterable[date]) -> Layout:
    """The layout after a change that touched only these days; the columns are the same."""
    again = set(days)
    kept = {session: found for session, found in layout.blocks.items() if found[0].day not in again}
    for day in again & {column.day for column in layout.columns}:
        kept.update(_blocks_of_day(document, day, layout.columns))
    return _indexed(layout.columns, kept)


def _indexed(columns: tuple[Column, ...], blocks: Mapping[str, tuple[Block, ...]]) -> Layout:
    by_column: defaultdict[int, list[Block]] = defaultdict(list)
    for found in blocks.values():
        for block in found:
            for place in range(block.first, block.last + 1):
                by_column[place].append(block)
    return Layout(columns, blocks, {place: tuple(found) for place, found in by_column.items()})


def _blocks_of_day(
    document: Document, day: date, columns: tuple[Column, ...]
) -> dict[str, tuple[Block, ...]]:
    of_day = [(place, column) for place, column in enumerate(columns) if column.day == day]
    person = next((column.person for _, column in of_day if column.person), None)
    places = {column.room: place for place, column in of_day}
    zone = document.event.time_zone
    held = [
        (one, _places_of(one, places, whole=person is not None))
        for one in timetable.sessions_of_day(document, day)
        if person is None or person in document.people_of(one.id)
    ]
    in_lanes = _lanes_by_place(held, day, zone)
    blocks: dict[str, tuple[Block, ...]] = {}
    for session, wanted in held:
        runs = _runs(wanted, {place: in_lanes.get((session.id, place), (0, 1)) for place in wanted})
        if runs:
            begins = _begins(session, day, zone)
            blocks[session.id] = tuple(Block(session.id, day, begins, session.minutes, *run) for run in runs)
    return blocks


def _places_of(session: Session, places: Mapping[str | None, int], *, whole: bool) -> tuple[int, ...]:
    if session.exclusive or whole:
        return tuple(places.values())
    rooms: tuple[str | None, ...] = session.rooms or (None,)
    return tuple(sorted(places[room] for room in rooms if room in places))


def _lanes_by_place(
    held: Sequence[tuple[Session, tuple[int, ...]]], day: date, zone: str
) -> dict[tuple[str, int], tuple[int, int]]:
    """(session, column) -> (lane, lanes). What has no length takes no lane; it is drawn over the rest."""
    spells: defaultdict[int, list[tuple[str, int, int]]] = defaultdict(list)
    for session, places in held:
        if session.minutes:
            begins = _begins(session, day, zone)
            for place in places:
                spells[place].append((session.id, begins, begins + session.minutes))
    return {
        (session, place): lane
        for place, found in spells.items()
        for session, lane in timetable.lanes(found).items()
    }


def _runs(
    places: Sequence[int], in_lane: Mapping[int, tuple[int, int]]
) -> tuple[tuple[int, int, int, int], ...]:
    """(first, last, lane, lanes) of each block: neighbouring columns join where nothing else stands beside."""
    runs: list[tuple[int, int, int, int]] = []
    for place in places:
        lane, lanes = in_lane[place]
        alone = lanes == 1 and bool(runs) and runs[-1][3] == 1
        if alone and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place, 0, 1)
        else:
            runs.append((place, place, lane, lanes))
    return tuple(runs)


def _begins(session: Session, day: date, zone: str) -> int:
    assert session.placement is not None
    return minute_of(session.placement.start, day, zone)
