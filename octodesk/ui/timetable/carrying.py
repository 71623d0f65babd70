# SPDX-License-Identifier: EUPL-1.2
"""Carrying sessions about, by mouse or keys: the offset at which they were grabbed is kept. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Kind, Session
from octodesk.ui.timetable.gestures import Board, Ghost, Locked
from octodesk.ui.timetable.grid import Cell, snapped
from octodesk.ui.timetable.layout import Block, columns_held
from octodesk.ui.timetable.ways import Plan, Way, met_by, plan_of, wish_of
from octodesk.ui.timetable.wishes import (
    Elsewhere,
    Join,
    OverDay,
    OverHeaders,
    OverList,
    OverUndecided,
    Pointer,
    Target,
    Wish,
)


@dataclass(frozen=True, slots=True)
class Grip:
    """Where a block was taken: minutes below its start, and the column."""

    minutes: float
    column: int | None = None


class Carrying:
    """Sessions follow the pointer as one: by the same minutes, days and rooms as the one that was grabbed."""

    def __init__(self, board: Board, main: str, sessions: Sequence[str], grip: Grip) -> None:
        """Raises Locked where nothing about a session may change, or one of several is fixed at all."""
        self._board, self._main, self._grip = board, main, grip
        self._sessions = tuple(dict.fromkeys([main, *sessions]))
        _refuse_locked([board.document.session(one) for one in self._sessions])
        self.way: Way = "move"
        self._pointed: Cell | None = None
        self._at = self._own_cell()
        self._target: Target | None = None
        if self._at is None:
            self._target = Elsewhere()

    @classmethod
    def of_block(cls, board: Board, block: Block, pointer: Pointer) -> Carrying:
        """A block taken under the pointer; the others selected come along if it is one of them."""
        several = board.selection if block.session in board.selection else ()
        grip = Grip(board.grid.minute_at(pointer.y) - block.begins, board.grid.column_at(pointer.x))
        return cls(board, block.session, several, grip)

    @property
    def main(self) -> str:
        return self._main

    @property
    def sessions(self) -> tuple[str, ...]:
        return self._sessions

    @property
    def target(self) -> Target | None:
        return self._target

    @property
    def day(self) -> date | None:
        """The day it would go to."""
        return self._board.grid.columns[self._at.column].day if self._at is not None else None

    def move(self, pointer: Pointer) -> None:
        self._target = pointer.target
        if pointer.target is not None and not isinstance(pointer.target, OverUndecided):
            return
        grid = self._board.grid
        minute = snapped(grid.minute_at(pointer.y) - self._grip.minutes, self._board.snap)
        column = grid.column_at(pointer.x)
        if isinstance(pointer.target, OverUndecided) and self._at is not None:
            column = self._at.column
        cell = Cell(column, minute)
        # An arrow key's nudge holds until the pointer really comes to another step.
        if cell != self._pointed:
            self._pointed, self._at = cell, self._held(cell)

    def nudge(self, *, minutes: int, columns: int) -> None:
        if self._at is None:
            return
        last = len(self._board.grid.columns) - 1
        column = max(0, min(last, self._at.column + columns))
        self._target = None
        self._at = self._held(Cell(column, self._at.minute + minutes))

    def begin_at(self, cell: Cell) -> None:
        """By keys, what is not on the timetable begins at a place of it."""
        if self._at is None:
            self._target, self._at = None, self._held(cell)

    def shown_again(self) -> None:
        """After other days or columns came into view: the place is found anew at the next move."""
        self._pointed, self._at = None, self._own_cell()
        if self._at is None:
            self._target = Elsewhere()

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        if self.wish is None:
            return ()
        found = (_ghost(self._board, session, at) for session, at in self.plan.placed)
        return tuple(ghost for ghost in found if ghost is not None)

    @property
    def wish(self) -> Wish | None:
        placements = self._placements()
        document = self._board.document
        if not any(document.session(one).placement != at for one, at in placements):
            return None
        if isinstance(self._target, OverHeaders):
            return Join(*self._across_all()[0])
        return wish_of(document, self.way, placements)

    @property
    def met(self) -> str | None:
        """The session it would change places with."""
        if isinstance(self._target, OverHeaders):
            return None
        return met_by(self._board.document, self._placements())

    @property
    def plan(self) -> Plan:
        """Where everything would stand if it were put down now."""
        way = "move" if isinstance(self._target, OverHeaders) else self.way
        return plan_of(self._board.document, way, self._placements())

    @property
    def unmoved(self) -> bool:
        """Whether everything would stay where it is."""
        return self._target is None and self.wish is None

    def _placements(self) -> tuple[tuple[str, Placement | None], ...]:
        match self._target:
            case OverList():
                return tuple((one, None) for one in self._sessions)
            case OverHeaders():
                return self._across_all()
            case Elsewhere() | OverDay():
                return ()
        if self._at is None:
            return ()
        return self._placed_from(self._at)

    def _across_all(self) -> tuple[tuple[str, Placement], ...]:
        """One that is placed, where it is, with nothing beside it."""
        at = self._board.document.session(self._main).placement
        return ((self._main, replace(at, exclusive=True)),) if at and len(self._sessions) == 1 else ()

    def _placed_from(self, cell: Cell) -> tuple[tuple[str, Placement | None], ...]:
        document, grid = self._board.document, self._board.grid
        main = document.session(self._main)
        start = grid.moment_of(cell.minute, grid.columns[cell.column].day)
        by = start - main.placement.start if main.placement else timedelta(0)
        found: list[tuple[str, Placement | None]] = []
        for session in (document.session(one) for one in self._sessions):
            begins = session.placement.start + by if session.placement and main.placement else start
            found.append(
                (session.id, Placement(begins, self._rooms(session, cell), _exclusive(document, session)))
            )
            if main.placement is None:  # several from the list stand one after the other
                start = clock.end_of(start, session.minutes, document.event.time_zone)
        return tuple(found)

    def _rooms(self, session: Session, cell: Cell) -> tuple[str, ...]:
        """Exclusive ones keep their room; others shift by as many columns as the one that was grabbed."""
        if session.locked_room or (session.placement is not None and session.exclusive):
            return session.rooms
        if isinstance(self._target, OverUndecided):
            return ()
        column = self._board.grid.columns[cell.column]
        if column.person is not None:
            return session.rooms
        if _needs_no_room(self._board.document, session) or column.room is None:
            return ()
        if session.placement is None or not session.rooms or self._grip.column is None:
            return (column.room,)
        return self._shifted(session, cell)

    def _shifted(self, session: Session, cell: Cell) -> tuple[str, ...]:
        rooms = [one.room for one in self._board.grid.columns if one.day == self.day and one.room is not None]
        main = self._board.document.session(self._main)
        origin = self._origin(main, rooms)
        target = rooms.index(self._board.grid.columns[cell.column].room or "")
        places = [rooms.index(room) for room in session.rooms if room in rooms]
        if origin is None or not places:
            return (rooms[target],)
        by = max(-min(places), min(len(rooms) - 1 - max(places), target - origin))
        return tuple(sorted(rooms[place + by] for place in places))

    def _origin(self, main: Session, rooms: Sequence[str]) -> int | None:
        """The place among the day's rooms at which the main one was grabbed."""
        grabbed = self._grip.column
        if grabbed is not None and grabbed < len(self._board.grid.columns):
            room = self._board.grid.columns[grabbed].room
            if room in main.rooms and room in rooms:
                return rooms.index(room)
        return next((rooms.index(room) for room in rooms if room in main.rooms), None)

    def _held(self, cell: Cell) -> Cell:
        """The cell the main session may really go to: what is fixed stays, and it stays within the hours shown."""
        grid, main = self._board.grid, self._board.document.session(self._main)
        if main.placement is not None and main.locked_time:
            day = self._board.document.day_of(main.placement)
            column = cell.column if grid.columns[cell.column].day == day else self._nearest(day, cell.column)
            return Cell(column, grid.minute_of(main.placement.start, day))
        return Cell(cell.column, max(grid.begins, min(grid.ends - self._board.snap, cell.minute)))

    def _nearest(self, day: date, column: int) -> int:
        places = self._board.grid.columns_of(day) or (column,)
        return min(places, key=lambda place: abs(place - column))

    def _own_cell(self) -> Cell | None:
        blocks = self._board.layout.of(self._main)
        if not blocks:
            return None
        grabbed = self._grip.column
        block = next(
            (one for one in blocks if grabbed is not None and one.first <= grabbed <= one.last), None
        )
        if block is not None and grabbed is not None:
            return Cell(grabbed, block.begins)
        return Cell(blocks[0].first, blocks[0].begins)


def _refuse_locked(sessions: Sequence[Session]) -> None:
    for session in sessions:
        whole = session.locked_time and (session.locked_room or session.exclusive)
        if whole:
            raise Locked(session.id, "time-and-room")
        if len(sessions) > 1 and (session.locked_time or session.locked_room):
            raise Locked(session.id, "time" if session.locked_time else "room")


def _exclusive(document: Document, session: Session) -> bool:
    """What is placed keeps it; what comes from the list takes its kind's default."""
    if session.placement is not None:
        return session.placement.exclusive
    kind = document.find("kind", session.kind)
    return isinstance(kind, Kind) and kind.exclusive


def _needs_no_room(document: Document, session: Session) -> bool:
    """A break or a moment without length is for everybody, wherever they are."""
    return (
        session.placement is None
        and _exclusive(document, session)
        and (session.kind in {"break", "coffee", "lunch"} or session.minutes == 0)
    )


def _ghost(board: Board, session_id: str, at: Placement) -> Ghost | None:
    grid, document = board.grid, board.document
    day = document.day_of(at)
    places = columns_held(grid, at, day) or grid.columns_of(day)[-1:]
    if not places:
        return None
    minutes = document.session(session_id).minutes
    return Ghost(session_id, at, places[0], places[-1], grid.minute_of(at.start, day), minutes)
