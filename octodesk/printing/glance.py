# SPDX-License-Identifier: EUPL-1.2
"""The programme at a glance: a sheet per day, rooms across, time down and exact to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from reportlab.platypus import Flowable, PageBreak

from octodesk.model import clock
from octodesk.model.rows import Room, Session
from octodesk.model.timetable import lanes
from octodesk.printing.audience import days_shown, sessions_shown
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.grid import DayGrid, GridSheet, Legend, legend_of
from octodesk.printing.grid_cells import Block
from octodesk.printing.options import page_size
from octodesk.printing.pages import Sheet
from octodesk.printing.placing import Book
from octodesk.printing.styles import MM

MOST_ROOMS: Final = {"a4": 8, "letter": 8, "a3": 12}
_TO_BE_DECIDED: Final = ""
"""Stands where a room's id would for what has a time but no room."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of one sheet: rooms by id, one of them perhaps to be decided."""

    rooms: tuple[str, ...]
    first: int
    total: int


def glance(edition: Edition) -> Book:
    """A sheet per day; more where there are more rooms than a sheet holds."""
    days = days_shown(edition)
    rooms = _rooms(edition, days)
    paper = edition.options.paper or ("a3" if len(rooms) > MOST_ROOMS["a4"] else "a4")
    size = page_size(edition.options, paper=paper, orientation="landscape")
    sheet = Sheet("glance", size, left=14 * MM, right=14 * MM, top=10 * MM, bottom=17 * MM)
    legend = legend_of(edition, [one for day in days for one in sessions_shown(edition, day)])
    flowables: list[Flowable] = []
    for day in days:
        for columns in _sheets(_rooms_of(edition, rooms, day, MOST_ROOMS[paper]), MOST_ROOMS[paper]):
            grid = _grid(edition, day, columns, legend)
            flowables += [PageBreak()] if flowables else []
            flowables.append(GridSheet(edition, grid, (sheet.width, sheet.height), first=len(flowables) == 0))
    name = edition.joined_words(lambda one: one.gettext("Programme at a glance"))
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _rooms(edition: Edition, days: Sequence[date]) -> list[Room]:
    """The rooms in use on any of the days, in the order of the grid; only the one asked for, if one is."""
    if edition.options.room:
        return [edition.document.room(edition.options.room)]
    used = {room for day in days for session in sessions_shown(edition, day) for room in session.rooms}
    return [room for room in edition.document.rooms if room.id in used] or list(edition.document.rooms[:1])


def _rooms_of(edition: Edition, rooms: list[Room], day: date, most: int) -> list[str]:
    """A day's columns: the rooms, and one for what waits for a room where there is such.

    The same on each day, unless they need several sheets: then those in use on that day.
    """
    sessions = sessions_shown(edition, day)
    used = {room for session in sessions for room in session.rooms}
    shown = [room.id for room in rooms if len(rooms) <= most or room.id in used]
    return shown + ([_TO_BE_DECIDED] if any(map(_is_undecided, sessions)) else [])


def _is_undecided(session: Session) -> bool:
    return not session.rooms and not session.exclusive


def _sheets(rooms: list[str], most: int) -> list[_Columns]:
    """The rooms shared out evenly over as few sheets as will do."""
    count = -(-len(rooms) // most)
    each = -(-len(rooms) // count) if count else 1
    return [
        _Columns(tuple(rooms[start : start + each]), start, len(rooms))
        for start in range(0, len(rooms), each)
    ] or [_Columns((_TO_BE_DECIDED,), 0, 1)]


def _grid(edition: Edition, day: date, columns: _Columns, legend: Legend) -> DayGrid:
    sessions = {session.id: session for session in sessions_shown(edition, day)}
    blocks = _blocks(edition, day, list(sessions.values()), columns.rooms)
    return DayGrid(
        day=day,
        heads=tuple(_heads(edition, room) for room in columns.rooms),
        sessions=sessions,
        blocks=tuple(blocks),
        legend=legend,
        part=_part(edition, columns),
    )


def _heads(edition: Edition, room_id: str) -> tuple[Wording, ...]:
    """A column's name in each language of the print, once where it is the same."""
    return edition.wordings(lambda one: _head(one, room_id))


def _head(edition: Edition, room_id: str) -> Wording:
    if room_id == _TO_BE_DECIDED:
        return edition.said(edition.gettext("Room to be decided"))
    return edition.wording(edition.document.room(room_id).name)


def _part(edition: Edition, columns: _Columns) -> str:
    """ "Rooms 1 to 6 of 10" where a day needs several sheets."""
    if len(columns.rooms) == columns.total:
        return ""
    last = columns.first + len(columns.rooms)
    template = edition.gettext("Rooms {first} to {last} of {total}")
    return template.format(first=columns.first + 1, last=last, total=columns.total)


def _blocks(edition: Edition, day: date, sessions: list[Session], rooms: tuple[str, ...]) -> list[Block]:
    found: list[Block] = []
    for session in sessions:
        begins, ends = minutes_of(edition, day, session)
        for column, until in _stretches(session, rooms):
            found.append(Block(session.id, begins, ends, column, until))
    return _beside_each_other(found)


def minutes_of(edition: Edition, day: date, session: Session) -> tuple[int, int]:
    """Begin and end in elapsed minutes since the day's midnight."""
    span = edition.document.span(session)
    assert span is not None
    midnight = clock.instant(datetime.combine(day, time()), edition.event.time_zone)
    return span[0] - midnight, span[1] - midnight


def _stretches(session: Session, rooms: tuple[str, ...]) -> list[tuple[int, int]]:
    """The columns a session takes, joined where they are neighbours: (first, after the last)."""
    if session.exclusive:
        return [(0, len(rooms))]
    held_in = session.rooms or (_TO_BE_DECIDED,)
    found: list[tuple[int, int]] = []
    for column in (place for place, room in enumerate(rooms) if room in held_in):
        if found and found[-1][1] == column:
            found[-1] = (found[-1][0], column + 1)
        else:
            found.append((column, column + 1))
    return found


def _beside_each_other(blocks: list[Block]) -> list[Block]:
    """Blocks that run at once in one column share its width."""
    placed: list[Block] = []
    for column in sorted({(block.column, block.until) for block in blocks}):
        here = [block for block in blocks if (block.column, block.until) == column]
        places = lanes(
            [(number, block.begins, max(block.ends, block.begins + 1)) for number, block in enumerate(here)]
        )
        for number, block in enumerate(here):
            lane, count = places[number]
            placed.append(Block(block.session, block.begins, block.ends, *column, lane, count))
    return sorted(placed, key=lambda block: (block.begins, block.column, block.lane))
