# SPDX-License-Identifier: EUPL-1.2
"""What a user did on the timetable, as values: the surface emits them, `commands` makes edits of them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from octodesk.model.fields import Placement


@dataclass(frozen=True, slots=True)
class Drop:
    """Sessions put somewhere, in one edit: (session, placement); None is "not yet placed"."""

    placements: tuple[tuple[str, Placement | None], ...]


@dataclass(frozen=True, slots=True)
class CopyTo:
    """Sessions whose copies are put somewhere: (session, placement)."""

    placements: tuple[tuple[str, Placement], ...]


@dataclass(frozen=True, slots=True)
class Swap:
    """Two sessions that change places."""

    first: str
    second: str


@dataclass(frozen=True, slots=True)
class BecomeItem:
    """A short session dropped on lightning talks: it becomes an item of them."""

    session: str
    of: str


@dataclass(frozen=True, slots=True)
class Push:
    """A session put where others stand, which are pushed later."""

    session: str
    placement: Placement


@dataclass(frozen=True, slots=True)
class Resize:
    """An edge pulled: the session's start and length in minutes as they are to be."""

    session: str
    start: datetime
    minutes: int


@dataclass(frozen=True, slots=True)
class Join:
    """A side edge pulled over neighbouring rooms, or a block over all of them: the rooms it is to be held in."""

    session: str
    placement: Placement


@dataclass(frozen=True, slots=True)
class Sketch:
    """A new session drawn on empty space."""

    placement: Placement
    minutes: int


@dataclass(frozen=True, slots=True)
class Selection:
    """The sessions that are to be selected."""

    sessions: tuple[str, ...]


Wish = Drop | CopyTo | Swap | BecomeItem | Push | Resize | Join | Sketch | Selection


@dataclass(frozen=True, slots=True)
class OverDay:
    """A target outside the grid: a day's tab. Staying over it opens the day."""

    day: date


@dataclass(frozen=True, slots=True)
class OverList:
    """A target outside the grid: the list of what is not yet placed."""


@dataclass(frozen=True, slots=True)
class OverUndecided:
    """The strip at the grid's edge: a time, but no room yet."""


@dataclass(frozen=True, slots=True)
class OverHeaders:
    """The names above all rooms: what is put there has nothing beside it, at the time it has."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Outside everything that takes a session."""


Target = OverDay | OverList | OverUndecided | OverHeaders | Elsewhere


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the mouse is: pixels of the whole timetable, or a target outside the grid."""

    x: float
    y: float
    target: Target | None = None
