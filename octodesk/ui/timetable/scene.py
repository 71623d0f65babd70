# SPDX-License-Identifier: EUPL-1.2
"""What the timetable shows of a conference: days, rooms, blocks and their faces, and the selection. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from octodesk.model import timetable
from octodesk.model.document import Document
from octodesk.model.resolve import RowKey
from octodesk.ui.timetable.faces import ColorBy, Face, face_of
from octodesk.ui.timetable.grid import Cell, Grid
from octodesk.ui.timetable.layout import Block, Layout, columns_of, days_shown, hours_shown, layout_of, relaid

LAYING = frozenset({"room", "day", "event"})
"""Tables a change of which may change columns or hours."""
PERSONAL = frozenset({"contribution", "person"})
"""And where one person's sessions are shown, these."""


class Scene:
    """One document laid out for one view. `day` None: all days side by side."""

    def __init__(self, document: Document, day: date | None = None) -> None:
        self.document = document
        self.day = day
        self.rooms: tuple[str, ...] | None = None
        self.person: str | None = None
        self.sideways = False
        self.color_by: ColorBy = "track"
        self.selection: tuple[str, ...] = ()
        self.bright: frozenset[str] | None = None
        """Where something is looked for: what was found; the rest goes pale."""
        self.caret: Cell | None = None
        """The empty place clicked last: what is pasted goes there."""
        self.now: datetime | None = None
        self.night_zones: tuple[str, ...] = ()
        self._clashing: frozenset[str] = frozenset()
        self._faces: dict[str, Face] = {}
        self.layout: Layout
        self.grid = Grid.of((), begins=0, ends=0)
        self._lay_out()

    @property
    def snap(self) -> int:
        return max(1, self.document.event.snap)

    @property
    def days(self) -> tuple[date, ...]:
        """The days in view."""
        every = days_shown(self.document)
        return every if self.day is None else tuple(day for day in every if day == self.day) or every[:1]

    @property
    def current(self) -> str | None:
        """The session that keys act on: the one selected last."""
        return self.selection[-1] if self.selection else None

    @property
    def first_cell(self) -> Cell:
        """When the first day in view opens, in its first room."""
        grid = self.grid
        hours = timetable.opening(self.document, grid.columns[0].day)
        return Cell(0, grid.begins if hours is None else grid.minute_of(hours[0], grid.columns[0].day))

    def face(self, session_id: str) -> Face:
        found = self._faces.get(session_id)
        if found is None:
            session = self.document.session(session_id)
            clashing = session_id in self._clashing
            found = self._faces[session_id] = face_of(
                self.document, session, color_by=self.color_by, clashing=clashing
            )
        return found

    # -- what is shown

    def show_day(self, day: date | None) -> None:
        self.day = day
        self._lay_out()

    def show_rooms(self, rooms: Sequence[str] | None) -> None:
        """Only these rooms; None: all."""
        self.rooms = None if rooms is None else tuple(rooms)
        self._lay_out()

    def show_view(
        self,
        day: date | None,
        *,
        rooms: Sequence[str] | None = None,
        person: str | None = None,
        sideways: bool = False,
    ) -> None:
        """Another view altogether."""
        self.day, self.person, self.sideways = day, person, sideways
        self.rooms = None if rooms is None else tuple(rooms)
        self._lay_out()

    def measure(self, *, scale: float, column_width: float, text: float = 1.0) -> None:
        """Another zoom, or another size of text; the blocks stay as they are."""
        grid = self.grid
        self.grid = Grid.of(
            grid.columns,
            begins=grid.begins,
            ends=grid.ends,
            scale=scale,
            column_width=column_width,
            text=text,
            sideways=self.sideways,
            zone=self.document.event.time_zone,
        )

    def select(self, sessions: Iterable[str]) -> None:
        live = self.document.table("session")
        self.selection = tuple(dict.fromkeys(one for one in sessions if one in live))

    def paint_by(self, color_by: ColorBy) -> None:
        self.color_by = color_by
        self._faces.clear()

    def mark_clashing(self, sessions: Iterable[str]) -> frozenset[str]:
        """These sessions carry the clash mark; gives those whose mark changed."""
        marked = frozenset(sessions)
        changed = marked ^ self._clashing
        self._clashing = marked
        for session in changed:
            self._faces.pop(session, None)
        return changed

    def forget_words(self) -> None:
        """After a change of language."""
        self._faces.clear()

    # -- another document

    def change(self, document: Document, touched: Iterable[RowKey] | None = None) -> bool:
        """Shows the document as it is now; whether columns or hours changed. `touched` None: anything may have."""
        before, old = self.document, (self.grid.columns, self.grid.begins, self.grid.ends)
        self.document = document
        self._faces.clear()
        self.select(self.selection)
        if self.day is not None and self.day not in days_shown(document):
            self.day = days_shown(document)[0]
        self._forget_gone()
        columns = columns_of(document, self.days, rooms=self.rooms, person=self.person)
        rows = None if touched is None else set(touched)
        laying = LAYING if self.person is None else LAYING | PERSONAL
        if rows is None or columns != self.grid.columns or any(table in laying for table, _ in rows):
            self._lay_out()
        else:
            days = _days_of(before, rows) | _days_of(document, rows)
            self.layout = relaid(self.layout, document, days)
            self._measure_hours()
        return old != (self.grid.columns, self.grid.begins, self.grid.ends)

    def _forget_gone(self) -> None:
        """A room or person that is no more cannot be the view's."""
        if self.person is not None and self.document.find("person", self.person) is None:
            self.person = None
        if self.rooms is not None:
            live = self.document.table("room")
            self.rooms = tuple(room for room in self.rooms if room in live) or None

    def _measure_hours(self) -> None:
        begins, ends = hours_shown(self.document, self.days)
        grid = self.grid
        if (begins, ends) != (grid.begins, grid.ends):
            self.grid = replace(grid, begins=begins, ends=ends)

    def _lay_out(self) -> None:
        days = self.days
        columns = columns_of(self.document, days, rooms=self.rooms, person=self.person)
        begins, ends = hours_shown(self.document, days)
        grid = self.grid
        self.grid = Grid.of(
            columns,
            begins=begins,
            ends=ends,
            scale=grid.scale,
            column_width=grid.column_width,
            text=grid.text,
            sideways=self.sideways,
            zone=self.document.event.time_zone,
        )
        self.layout = layout_of(self.document, columns)
        self.caret = None

    # -- getting about by keys

    def neighbour(self, session_id: str | None, *, across: int = 0, down: int = 0) -> str | None:
        """The session one goes to with an arrow key: the next in time, or the nearest in the next column."""
        order = self.layout.in_reading_order()
        here = next((block for block in order if block.session == session_id), None)
        if here is None:
            return order[0].session if order else None
        return self._above_or_below(here, down) if down else self._beside(here, across)

    def _above_or_below(self, here: Block, down: int) -> str | None:
        column = self.layout.by_column.get(here.first, ())
        later = sorted((one for one in column if _after(one, here, down)), key=lambda one: _key(one, down))
        return later[0].session if later else None

    def _beside(self, here: Block, across: int) -> str | None:
        place = here.last + 1 if across > 0 else here.first - 1
        while 0 <= place < len(self.grid.columns):
            others = [one for one in self.layout.by_column.get(place, ()) if one.session != here.session]
            if others:
                return min(others, key=lambda one: (abs(one.begins - here.begins), one.begins)).session
            place += across
        return None


def _after(other: Block, here: Block, down: int) -> bool:
    first, second = (other.begins, other.lane, other.session), (here.begins, here.lane, here.session)
    return first > second if down > 0 else first < second


def _key(block: Block, down: int) -> tuple[int, int, str]:
    if down > 0:
        return block.begins, block.lane, block.session
    return -block.begins, -block.lane, block.session


def _days_of(document: Document, rows: Iterable[RowKey]) -> set[date]:
    """The days on which the touched sessions stand."""
    table = document.table("session")
    found = (document.session(row_id) for name, row_id in rows if name == "session" and row_id in table)
    return {document.day_of(one.placement) for one in found if one.placement is not None}
