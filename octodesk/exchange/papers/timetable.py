# SPDX-License-Identifier: EUPL-1.2
"""A Page in three parts: what stands before and behind the timetable, the days, and for each time its cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.dates import DayWords, read_day, read_span
from octodesk.exchange.papers.hours import Hours, read_hours
from octodesk.exchange.papers.labels import numbered_label
from octodesk.exchange.papers.page import Block, Cell, Line, Page, Row
from octodesk.exchange.papers.wordbook import matches

_SECTIONS_BEHIND: Final = ("participation", "contact", "funding", "introduction", "related", "rooms")
_COLUMN_WORDS_AT: Final = 3
"""A table whose header has this many known words is a list with a field per column."""


@dataclass
class Entry:
    """What stands in one cell of one time: its lines, its column among the columns of the content, and how many it covers."""

    column: int
    span: int
    lines: list[Line] = field(default_factory=list)
    asides: list[tuple[str, Line]] = field(default_factory=list)
    """Lines from columns of their own: ("room" | "people" | "moderator" | "languages", line)."""


@dataclass
class Slot:
    """A time, and what happens then. `columns` is 0 outside tables."""

    day: int
    hours: Hours
    line: Line
    columns: int = 0
    table: int = 0
    cells: list[Entry] = field(default_factory=list)

    def cell_at(self, column: int) -> Entry | None:
        return next((one for one in self.cells if one.column <= column < one.column + one.span), None)


@dataclass
class Timetable:
    front: list[Line] = field(default_factory=list)
    days: list[tuple[DayWords, Line]] = field(default_factory=list)
    """What headings say of the days, in the order of the document."""
    slots: list[Slot] = field(default_factory=list)
    rooms: dict[tuple[int, int], Line] = field(default_factory=dict)
    """The line that names the room of a column, by (table, column)."""
    room_list: list[dict[str, Line]] = field(default_factory=list)
    """The rows of a table of rooms: the line of each fact by its field."""
    structure: list[Line] = field(default_factory=list)
    """Lines that only say what others are: the heads of columns."""
    elsewhere: list[tuple[Line, str]] = field(default_factory=list)
    """Lines that belong to nothing: (line, reason)."""


def timetable_of(page: Page) -> Timetable:
    walk = _Walk(page)
    for block in page.blocks:
        walk.take(block)
    return walk.found


class _Walk:
    """Goes through the blocks once, knowing the day and the time it is at."""

    def __init__(self, page: Page) -> None:
        self.found = Timetable()
        self._in_front = True
        self._open = False
        self._over = False
        self._time_column: dict[int, int] = {}
        self._lists = _tables_of_fields(page)
        self._rooms = _tables_of_rooms(page)

    def take(self, block: Block) -> None:
        if self._over:
            self._leave(_lines(block), "another-conference")
        elif isinstance(block, Line):
            self._line(block)
        else:
            self._row(block)

    # ---- lines

    def _line(self, line: Line) -> None:
        if self._slot_open() and (line.level == 1 or self._below_the_table(line)):
            self._in_front, self._open = True, False
        telling = not line.style or line.style in {"day", "time", "session"}
        day = read_day(line.text) if telling and not line.bullet else None
        hours = (
            read_hours(line.text) if telling and not day and not (line.bullet and self._slot_open()) else None
        )
        if day:
            self._begin_day(day, line)
        elif hours and (self.found.days or hours.end):
            self._begin(hours, line)
        elif self._behind(line):
            self._in_front, self._open = True, False
            self.found.front.append(line)
        elif self._another(line):
            self._over = True
            self._leave([line], "another-conference")
        elif self._slot_open():
            self.found.slots[-1].cells[-1].lines.append(line)
        elif self._in_front:
            self.found.front.append(line)
        else:
            self._leave([line], "no-time")

    def _below_the_table(self, line: Line) -> bool:
        """Whether a paragraph stands below the table of the open time; a line of plain text may still belong to its row."""
        return bool(self.found.slots[-1].table) and not line.place.line

    def _slot_open(self) -> bool:
        return self._open and bool(self.found.slots[-1].cells)

    def _begin_day(self, day: DayWords, line: Line) -> None:
        if self.found.days and not self.found.slots:
            self._was_dateline()
        self.found.days.append((day, line))
        self._open = False  # until an hour: what stands between belongs to none
        self._in_front = not self.found.slots  # the date of the front page may look like the heading of a day

    def _was_dateline(self) -> None:
        """Two headings of days with no hour between them: the first one was the date of the front page."""
        for _, line in self.found.days:
            self.found.front.append(line)
        self.found.days.clear()
        self.found.front.sort(key=lambda one: one.number)

    def _begin(self, hours: Hours, line: Line) -> None:
        self._in_front, self._open = False, True
        slot = Slot(len(self.found.days) - 1, hours, line)
        rest = [replace(line, text=hours.rest)] if hours.rest else []
        slot.cells.append(Entry(0, 1, rest))
        self.found.slots.append(slot)

    def _behind(self, line: Line) -> bool:
        """Whether a section of the front matter begins here, behind the timetable."""
        return (
            bool(self.found.slots)
            and not line.bullet
            and any(matches(vocabulary.SECTIONS[name], line.text) for name in _SECTIONS_BEHIND)
        )

    def _another(self, line: Line) -> bool:
        """Whether the dates of a second conference stand here."""
        if not self.found.slots or line.bullet or len(line.text) > 120:
            return False
        span = read_span(line.text)
        first = next((one for one in (read_span(each.text) for each in self.found.front) if one), None)
        return bool(
            span
            and first
            and span.first != span.last
            and (span.first > first.last or span.last < first.first)
        )

    def _leave(self, lines: Iterable[Line], reason: str) -> None:
        self.found.elsewhere.extend((line, reason) for line in lines)

    # ---- rows

    def _row(self, row: Row) -> None:
        full = [cell for cell in row.cells if cell.lines]
        if not full:
            return
        if row.table in self._rooms:
            self._room(row)
        elif row.table in self._lists:
            self._list_row(row)
        elif (timed := self._timed(row)) is not None:
            self._slot(row, timed)
        else:
            self._untimed(row, full)

    def _untimed(self, row: Row, full: list[Cell]) -> None:
        """A row without hours: a band with the day, the heads of columns, more of the row above, or anything else."""
        if (day := read_day(full[0].text)) is not None:
            self._begin_day(day, full[0].lines[0])
            self.found.structure.extend(full[0].lines[1:])
            self._head(row, full[1:])
        elif self._is_head(row, full):
            self._head(row, full)
        elif self._goes_on(row):
            self._more(row)
        else:
            for line in row.lines:
                self._line(line)

    def _room(self, row: Row) -> None:
        if row.header or all(_room_field(cell.text) for cell in row.cells if cell.lines):
            self.found.structure.extend(row.lines)
            return
        fields = self._rooms[row.table]
        self.found.room_list.append(
            {fields[cell.column]: cell.lines[0] for cell in row.cells if cell.lines and cell.column in fields}
        )

    def _timed(self, row: Row) -> tuple[Cell, Hours] | None:
        """The cell with the hours: among the first three, where only a day may stand before it."""
        before: list[tuple[DayWords, Cell]] = []
        for cell in [one for one in row.cells if one.lines][:3]:
            hours = read_hours(cell.lines[0].text) or read_hours(cell.text)
            if hours:
                for day, told in before:
                    self._day_beside(day, told)
                return cell, hours
            words = read_day(cell.text)
            if words is None:
                return None
            before.append((words, cell))
        return None

    def _day_beside(self, day: DayWords, cell: Cell) -> None:
        """A day that stands in the row of an hour; said again in each row, it is one."""
        if not self.found.days or self.found.days[-1][0] != day:
            self._begin_day(day, cell.lines[0])
        else:
            self.found.structure.extend(cell.lines)

    def _slot(self, row: Row, timed: tuple[Cell, Hours]) -> None:
        cell, hours = timed
        self._in_front, self._open = False, True
        first = cell.column + cell.span
        self._time_column[row.table] = cell.column
        slot = Slot(len(self.found.days) - 1, hours, cell.lines[0], row.columns - first, row.table)
        if hours.rest or len(cell.lines) > 1:
            self._beside_hours(slot, cell, hours)
        for one in row.cells:
            if one.column >= first and one.lines:
                slot.cells.append(Entry(one.column - first, one.span, list(one.lines)))
        if not slot.cells:
            slot.cells.append(Entry(0, 1))
        self.found.slots.append(slot)

    def _beside_hours(self, slot: Slot, cell: Cell, hours: Hours) -> None:
        """Words in the cell of the hours: a table of one column, or a remark there."""
        words = (
            [replace(cell.lines[0], text=hours.rest)] if hours.rest and read_hours(cell.lines[0].text) else []
        )
        lines = [*words, *(line for line in cell.lines[1:] if not self._only_hours(line))]
        if lines:
            slot.cells.append(Entry(0, max(slot.columns, 1), lines))
        self.found.structure.extend(line for line in cell.lines[1:] if self._only_hours(line))

    @staticmethod
    def _only_hours(line: Line) -> bool:
        hours = read_hours(line.text.lstrip("-–— "))
        return hours is not None and not hours.rest

    def _is_head(self, row: Row, full: list[Cell]) -> bool:
        """Names of columns: the first cell is empty or says "Time", or the row is marked as a header."""
        if any(len(cell.text) > 60 for cell in full) or row.columns < 2:
            return False
        first = row.cells[0].text if row.cells else ""
        return (
            row.header
            or matches(vocabulary.COLUMNS["time"], first)
            or (
                not first
                and len(full) > 1
                and not self._slot_in(row)
                and not any(numbered_label(one.text) for one in full)
            )
        )

    def _slot_in(self, row: Row) -> bool:
        return self._slot_open() and self.found.slots[-1].table == row.table

    def _head(self, row: Row, full: list[Cell]) -> None:
        first = 0
        for cell in full:
            if matches(vocabulary.COLUMNS["time"], cell.text) or matches(
                vocabulary.COLUMNS["date"], cell.text
            ):
                first = cell.column + cell.span
                self.found.structure.extend(cell.lines)
        first = first or self._time_column.get(row.table, 0) + 1
        for cell in full:
            if cell.column >= first and cell.lines:
                self.found.rooms[row.table, cell.column - first] = cell.lines[0]
                self.found.structure.extend(cell.lines[1:])

    def _goes_on(self, row: Row) -> bool:
        """Whether a row without hours belongs to the time of the row above."""
        at = self._time_column.get(row.table)
        if at is None or not self._slot_in(row):
            return False
        return not any(cell.lines for cell in row.cells if cell.column <= at)

    def _more(self, row: Row) -> None:
        slot = self.found.slots[-1]
        first = self._time_column[row.table] + 1
        for cell in row.cells:
            if not cell.lines or cell.column < first:
                continue
            above = slot.cell_at(cell.column - first)
            if above is None or numbered_label(cell.lines[0].text):
                slot.cells.append(Entry(cell.column - first, cell.span, list(cell.lines)))
            else:
                above.lines.extend(cell.lines)

    # ---- tables with a field per column

    def _list_row(self, row: Row) -> None:
        fields = self._lists[row.table]
        if row.header or all(_field_of(cell.text) for cell in row.cells if cell.lines):
            self.found.structure.extend(row.lines)
            return
        by_field = {fields[cell.column]: cell for cell in row.cells if cell.lines and cell.column in fields}
        if (day := by_field.get("date")) is not None and (words := read_day(day.text)) is not None:
            self._day_beside(words, day)
        elif len([cell for cell in row.cells if cell.lines]) == 1 and (
            day_alone := read_day(row.lines[0].text)
        ):
            self._begin_day(day_alone, row.lines[0])
            return
        self._listed(row, by_field)

    def _listed(self, row: Row, by_field: dict[str, Cell]) -> None:
        hours = _hours_of(by_field)
        if hours is None:
            for line in row.lines:
                self._line(line)
            return
        self._in_front, self._open = False, True
        timed = by_field.get("time") or by_field["start"]
        slot = Slot(len(self.found.days) - 1, hours, timed.lines[0], 0, row.table)
        block = Entry(0, 1)
        for name, cell in by_field.items():
            if name == "title":
                block.lines.extend(cell.lines)
            elif name in {"room", "people", "moderator", "languages"}:
                block.asides.extend((name, line) for line in cell.lines)
            elif name == "end":
                self.found.structure.extend(cell.lines)
        known = set(self._lists[row.table])
        block.lines.extend(line for cell in row.cells if cell.column not in known for line in cell.lines)
        slot.cells.append(block)
        self.found.slots.append(slot)


def _hours_of(by_field: dict[str, Cell]) -> Hours | None:
    if "time" in by_field:
        return read_hours(by_field["time"].text)
    if "start" not in by_field:
        return None
    end = by_field["end"].text if "end" in by_field else ""
    return read_hours(f"{by_field['start'].text} – {end}" if end else by_field["start"].text)


def _field_of(text: str) -> str:
    return next((name for name, words in vocabulary.COLUMNS.items() if matches(words, text)), "")


def _room_field(text: str) -> str:
    return next((name for name, words in vocabulary.ROOM_COLUMNS.items() if matches(words, text)), "")


def _tables_of_rooms(page: Page) -> dict[int, dict[int, str]]:
    """The tables that list rooms: which column holds what."""
    found: dict[int, dict[int, str]] = {}
    for row in _first_rows(page):
        fields = {cell.column: name for cell in row.cells if (name := _room_field(cell.text))}
        if (
            "name" in fields.values()
            and len(fields) > 1
            and len(fields) == len([one for one in row.cells if one.lines])
        ):
            found[row.table] = fields
    return found


def _first_rows(page: Page) -> list[Row]:
    first: dict[int, Row] = {}
    for block in page.blocks:
        if isinstance(block, Row):
            first.setdefault(block.table, block)
    return list(first.values())


def _tables_of_fields(page: Page) -> dict[int, dict[int, str]]:
    """The tables whose first row names a field for each column: date, time, title, room, speakers."""
    found: dict[int, dict[int, str]] = {}
    for row in _first_rows(page):
        fields = {cell.column: name for cell in row.cells if (name := _field_of(cell.text))}
        names = set(fields.values())
        if len(names) >= _COLUMN_WORDS_AT and "title" in names and names & {"time", "start"}:
            found[row.table] = fields
    return found


def _lines(block: Block) -> Iterator[Line]:
    yield from (block,) if isinstance(block, Line) else block.lines
