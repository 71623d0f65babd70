# SPDX-License-Identifier: EUPL-1.2
"""A table of sessions, rooms or people: columns that say how a cell reads and what writing into it does, edited in place.

A cell's words are worked out when they are first asked for, so that five thousand rows cost what is to be seen of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt

from octodesk.languages import folded
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.ui.panes.row_model import Index, Role, RowModel
from octodesk.ui.reading import as_typed
from octodesk.ui.workbench import Workbench

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ANSWERED = frozenset(
    [Role.DisplayRole, Role.EditRole, Role.ToolTipRole, Role.AccessibleTextRole, Role.TextAlignmentRole]
)
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Column:
    """`write` makes the edit for what `read` gives; None: not to be written. `offer` are words to choose from."""

    title: Callable[[], str]
    words: Callable[[Document, str], str]
    write: Callable[[Document, str, Any], Edit] | None = None
    read: Callable[[str], Any] = as_typed
    offer: Callable[[Document], Sequence[str]] | None = None
    right: bool = False
    share: int = 1
    """How much of the table's width it takes, beside the others."""
    whole: bool = False
    """Whether its words, short ones, are never cut: an hour of which the minutes are missing says nothing."""
    name: str = ""
    """What it is remembered by."""
    shown: bool = True
    """Whether it is there until somebody chooses otherwise."""
    order: Callable[[Document, str], Any] | None = None
    """What it is sorted by where its words do not say it: values that compare."""
    reader: Callable[[Document], Callable[[str], Any]] | None = None
    """Stands in for `read` where reading needs the document."""
    lacking: Callable[[Document, str], str] | None = None
    """What a cell lacks, in words shown with it and not written."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Rows under headings: `of` gives (what groups are ordered by, the heading's words) for a row."""

    name: str
    title: Callable[[], str]
    of: Callable[[Document, str], tuple[Any, str]]


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row's id."""

    row: str
    model: CellModel = field(compare=False, repr=False)

    @property
    def key(self) -> str:
        return self.row

    @property
    def cells(self) -> tuple[str, ...]:
        return self.model.words_of(self.row)


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A heading over the rows of a group, with how many they are."""

    title: str
    count: int

    @property
    def key(self) -> tuple[str, str]:
        return "heading", self.title

    @property
    def cells(self) -> tuple[str, ...]:
        return (self.title,)


Line = CellRow | HeadingRow


class CellModel(RowModel[Line]):
    """Rows of one kind. Sorting and grouping keep to themselves what order the rows were given in."""

    def __init__(self, bench: Workbench, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(len(columns), parent)
        self.bench, self.columns = bench, tuple(columns)
        self._given: Sequence[str] = ()
        self._live: frozenset[str] = frozenset()
        self._orders: list[tuple[int, Qt.SortOrder]] = []
        self._grouping: Grouping | None = None
        self._words: dict[tuple[str, int], str] = {}
        self._known: dict[str, CellRow] = {}

    # -- its rows

    def show_rows(self, ids: Sequence[str], *, anew: bool = False) -> None:
        """These rows, in this order unless one sorts by columns."""
        same = not anew and not self._orders and self._grouping is None and list(ids) == list(self._given)
        self._given, self._live = ids, frozenset(ids)
        self._words.clear()
        if same:
            self.change_all()
        elif anew:
            self.start_over(self._lines())
        else:
            self.take(self._lines())
            self.change_all()

    def words_of(self, row_id: str) -> tuple[str, ...]:
        """The words of every cell of a row."""
        return tuple(self._cell(row_id, place) for place in range(len(self.columns)))

    def _row_of(self, row_id: str) -> CellRow:
        """Always the same object: five thousand are soon compared and never made twice."""
        found = self._known.get(row_id)
        if found is None:
            found = self._known[row_id] = CellRow(row_id, self)
        return found

    def _cell(self, row_id: str, place: int) -> str:
        found = self._words.get((row_id, place))
        if found is None:
            if row_id not in self._live:
                return ""  # it goes at this moment, and a view asks once more
            found = self._words[row_id, place] = self.columns[place].words(self.bench.document, row_id)
        return found

    @property
    def count(self) -> int:
        """How many rows are shown, headings aside."""
        return len(self._given)

    @property
    def ids(self) -> Sequence[str]:
        """The rows shown, in the order they are shown in."""
        return [line.row for line in self.rows if isinstance(line, CellRow)]

    def id_at(self, index: Index) -> str:
        """The row's id; "" for a heading."""
        line = self.row(index)
        return line.row if isinstance(line, CellRow) else ""

    def _lines(self) -> list[Line]:
        ordered = self._sorted(self._given)
        if self._grouping is None:
            return [self._row_of(row_id) for row_id in ordered]
        groups: dict[tuple[Any, str], list[str]] = {}
        for row_id in ordered:
            groups.setdefault(self._grouping.of(self.bench.document, row_id), []).append(row_id)
        found: list[Line] = []
        for (_order, title), members in sorted(groups.items(), key=lambda group: group[0]):
            found.append(HeadingRow(title, len(members)))
            found.extend(self._row_of(row_id) for row_id in members)
        return found

    # -- their order

    @property
    def orders(self) -> Sequence[tuple[int, Qt.SortOrder]]:
        """(column, direction) it is sorted by, the first before the others."""
        return self._orders

    def sort(self, column: int, order: Qt.SortOrder = UP) -> None:
        self.sort_by([] if column < 0 else [(column, order)])

    def sort_by(self, orders: Sequence[tuple[int, Qt.SortOrder]]) -> None:
        self._orders = list(orders)
        self.take(self._lines())
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def turn(self, column: int, *, also: bool) -> None:
        """A press on a column's title: upwards, downwards, not at all. `also`: after the columns sorted by already."""
        now = dict(self._orders).get(column)
        after = {None: UP, UP: DOWN, DOWN: None}[now]
        if not also:
            self.sort_by([] if after is None else [(column, after)])
            return
        kept = [(one, order if one != column else after) for one, order in self._orders]
        if now is None:
            kept.append((column, UP))
        self.sort_by([(one, order) for one, order in kept if order is not None])

    @property
    def grouping(self) -> Grouping | None:
        return self._grouping

    def group_by(self, grouping: Grouping | None) -> None:
        self._grouping = grouping
        self.start_over(self._lines())

    def _sorted(self, ids: Sequence[str]) -> list[str]:
        found, document = list(ids), self.bench.document
        for place, order in reversed(self._orders):
            column = self.columns[place]
            if column.order is not None:
                by = column.order
                found.sort(key=lambda row_id: by(document, row_id), reverse=order == DOWN)
            else:
                found.sort(
                    key=lambda row_id: _sort_key(column.words(document, row_id)), reverse=order == DOWN
                )
        return found

    # -- what a cell holds

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title() + self._arrow(section)
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return self.columns[section].title()
        if role == Role.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def _arrow(self, section: int) -> str:
        for place, (column, order) in enumerate(self._orders, start=1):
            if column == section:
                arrow = " ↑" if order == UP else " ↓"
                return f"{arrow}{place}" if len(self._orders) > 1 else arrow
        return ""

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role not in _ANSWERED:
            return None
        line = self.row(index)
        if isinstance(line, HeadingRow):
            return line.title if role in (Role.DisplayRole, Role.AccessibleTextRole) else None
        if role == Role.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        words = self._cell(line.row, index.column())
        if role in (Role.DisplayRole, Role.AccessibleTextRole) and (
            lacking := self.columns[index.column()].lacking
        ):
            lacks = lacking(self.bench.document, line.row)
            words = " · ".join(filter(None, (lacks, words)))
        if role == Role.ToolTipRole:
            return words or None
        if role == Role.AccessibleTextRole:
            return words or self.columns[index.column()].title()
        return words

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if not index.isValid():
            return found
        if isinstance(self.row(index), HeadingRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if self.columns[index.column()].write is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found


def _sort_key(words: str) -> tuple[bool, int, str]:
    """Numbers by their size, before words; what is empty last."""
    digits = "".join(letter for letter in words if letter.isdecimal())
    return not words, int(digits) if digits and len(digits) >= len(words) - 2 else 0, folded(words)
