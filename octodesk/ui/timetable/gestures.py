# SPDX-License-Identifier: EUPL-1.2
"""What the mouse, or the keys, are doing on the timetable: one small state object per gesture. No Qt.

A gesture is told where the pointer is and answers what it would do (`wish`) and what to show meanwhile. It changes
nothing: leaving it at any moment leaves nothing behind. Carrying sessions about is in carrying.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.ui.timetable.grid import Cell, Grid, Rect, snapped
from octodesk.ui.timetable.layout import Block, Layout
from octodesk.ui.timetable.wishes import Join, Pointer, Resize, Selection, Sketch, Wish

LockedPart = Literal["time", "room", "time-and-room"]


class Board(Protocol):
    """What a gesture sees of the surface; always the newest document and zoom."""

    @property
    def document(self) -> Document: ...

    @property
    def grid(self) -> Grid: ...

    @property
    def layout(self) -> Layout: ...

    @property
    def snap(self) -> int: ...

    @property
    def selection(self) -> tuple[str, ...]: ...


class Locked(Exception):
    """The gesture cannot begin: the session's time, room or both are fixed."""

    def __init__(self, session: str, part: LockedPart) -> None:
        super().__init__(session, part)
        self.session, self.part = session, part


@dataclass(frozen=True, slots=True)
class Ghost:
    """A session where it would be: columns, minute and length, and the placement that would give."""

    session: str
    placement: Placement
    first: int
    last: int
    begins: int
    minutes: int

    def rect(self, grid: Grid) -> Rect:
        return grid.rect(first=self.first, last=self.last, begins=self.begins, minutes=self.minutes)


class Gesture(Protocol):
    """Something being done with the button held, or picked up by keys."""

    @property
    def sessions(self) -> tuple[str, ...]:
        """The rows it needs: should one vanish, the gesture is over."""

    @property
    def ghosts(self) -> tuple[Ghost, ...]: ...

    @property
    def wish(self) -> Wish | None:
        """What letting go now would do; None: nothing."""

    def move(self, pointer: Pointer) -> None: ...

    def nudge(self, *, minutes: int, columns: int) -> None: ...


class Resizing:
    """The top or bottom edge of a block follows the pointer; the other one stays."""

    def __init__(self, board: Board, block: Block, edge: Literal["top", "bottom"]) -> None:
        """Raises Locked for a session whose time is fixed."""
        session = board.document.session(block.session)
        if session.locked_time:
            raise Locked(session.id, "time")
        self._board, self._block, self._edge = board, block, edge
        self._begins, self._ends = block.begins, block.begins + block.minutes

    @property
    def sessions(self) -> tuple[str, ...]:
        return (self._block.session,)

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        at = self._board.document.session(self._block.session).placement
        if at is None:
            return ()
        start = replace(at, start=self._board.grid.moment_of(self._begins, self._block.day))
        first, last, minutes = self._block.first, self._block.last, self._ends - self._begins
        return (Ghost(self._block.session, start, first, last, self._begins, minutes),)

    @property
    def wish(self) -> Wish | None:
        if (self._begins, self._ends) == (self._block.begins, self._block.begins + self._block.minutes):
            return None
        start = self._board.grid.moment_of(self._begins, self._block.day)
        return Resize(self._block.session, start, self._ends - self._begins)

    def move(self, pointer: Pointer) -> None:
        minute = snapped(self._board.grid.minute_at(pointer.y), self._board.snap)
        self._pull(minute)

    def nudge(self, *, minutes: int, columns: int) -> None:
        self._pull((self._begins if self._edge == "top" else self._ends) + minutes)

    def _pull(self, minute: int) -> None:
        if self._edge == "top":
            self._begins = min(minute, self._ends - self._board.snap)
        else:
            self._ends = max(minute, self._begins + self._board.snap)


class Joining:
    """A side edge follows the pointer over neighbouring rooms of the day."""

    def __init__(self, board: Board, block: Block, edge: Literal["left", "right"]) -> None:
        """Raises Locked for a session whose room is fixed."""
        session = board.document.session(block.session)
        if session.locked_room:
            raise Locked(session.id, "room")
        self._board, self._block, self._edge = board, block, edge
        self._first, self._last = block.first, block.last

    @property
    def sessions(self) -> tuple[str, ...]:
        return (self._block.session,)

    @property
    def _placement(self) -> Placement | None:
        at = self._board.document.session(self._block.session).placement
        columns = self._board.grid.columns[self._first : self._last + 1]
        rooms = tuple(sorted(column.room for column in columns if column.room is not None))
        return replace(at, rooms=rooms) if at else None

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        at, block = self._placement, self._block
        if at is None:
            return ()
        return (Ghost(block.session, at, self._first, self._last, block.begins, block.minutes),)

    @property
    def wish(self) -> Wish | None:
        at = self._placement
        if at is None or (self._first, self._last) == (self._block.first, self._block.last):
            return None
        return Join(self._block.session, at)

    def move(self, pointer: Pointer) -> None:
        self._pull(self._board.grid.column_at(pointer.x))

    def nudge(self, *, minutes: int, columns: int) -> None:
        self._pull((self._first if self._edge == "left" else self._last) + columns)

    def _pull(self, place: int) -> None:
        grid = self._board.grid
        rooms = [one for one in grid.columns_of(self._block.day) if grid.columns[one].room is not None]
        place = max(rooms[0], min(rooms[-1], place))
        if self._edge == "left":
            self._first = min(place, self._last)
        else:
            self._last = max(place, self._first)


class Drawing:
    """A new session is drawn on empty space, down or up from where the button was pressed."""

    sessions: tuple[str, ...] = ()

    def __init__(self, board: Board, pointer: Pointer) -> None:
        self._board = board
        minute = board.grid.minute_at(pointer.y)
        self._anchor = Cell(board.grid.column_at(pointer.x), int(minute // board.snap) * board.snap)
        self._other = self._anchor.minute + board.snap

    @property
    def ghosts(self) -> tuple[Ghost, ...]:
        begins, minutes = self._span
        column = self._anchor.column
        return (Ghost("", self._placement, column, column, begins, minutes),)

    @property
    def wish(self) -> Wish | None:
        return Sketch(self._placement, self._span[1])

    def move(self, pointer: Pointer) -> None:
        self._other = snapped(self._board.grid.minute_at(pointer.y), self._board.snap)

    def nudge(self, *, minutes: int, columns: int) -> None:
        self._other += minutes

    @property
    def _span(self) -> tuple[int, int]:
        begins = min(self._anchor.minute, self._other)
        return begins, max(self._board.snap, abs(self._other - self._anchor.minute))

    @property
    def _placement(self) -> Placement:
        column = self._board.grid.columns[self._anchor.column]
        rooms = (column.room,) if column.room is not None else ()
        return Placement(self._board.grid.moment_of(self._span[0], column.day), rooms)


class Banding:
    """A rubber band: what it touches is selected, beside what was selected before."""

    sessions: tuple[str, ...] = ()
    ghosts: tuple[Ghost, ...] = ()

    def __init__(self, board: Board, pointer: Pointer, *, keeping: Iterable[str] = ()) -> None:
        self._board, self._from, self._to = board, pointer, pointer
        self._kept = tuple(keeping)

    @property
    def area(self) -> Rect:
        left, right = sorted((self._from.x, self._to.x))
        top, bottom = sorted((self._from.y, self._to.y))
        return Rect(left, top, right - left, bottom - top)

    @property
    def wish(self) -> Wish | None:
        met = self._board.layout.met(self._board.grid, self.area)
        return Selection(tuple(dict.fromkeys([*self._kept, *(block.session for block in met)])))

    def move(self, pointer: Pointer) -> None:
        self._to = pointer

    def nudge(self, *, minutes: int, columns: int) -> None:
        """Keys do not pull a rubber band."""
