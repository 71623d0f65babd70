# SPDX-License-Identifier: EUPL-1.2
"""A model that is its own list of visible rows: it changes row by row, so that views keep their place and editors."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
MANY = 32


class Keyed(Protocol):
    """A row: a value with a key that tells it from all others and stays while its words change."""

    @property
    def key(self) -> Hashable: ...


R = TypeVar("R", bound=Keyed)


class RowModel(QAbstractTableModel, Generic[R]):
    """Give it its rows by `take`, which works out what came, went and moved. Subclasses say what a cell holds."""

    def __init__(self, columns: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._rows: list[R] = []

    @property
    def rows(self) -> Sequence[R]:
        return self._rows

    def row(self, index: Index) -> R:
        return self._rows[index.row()]

    def place_of(self, key: Hashable) -> int:
        """The place of a row, -1 where it is not among the visible ones."""
        return next((place for place, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self._columns

    def flags(self, index: Index) -> Qt.ItemFlag:
        return (
            super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren
            if index.isValid()
            else Qt.ItemFlag.NoItemFlags
        )

    # -- changing

    def start_over(self, rows: Sequence[R]) -> None:
        """Other rows altogether, as after a new filter."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def take(self, rows: Sequence[R]) -> None:
        """These rows from now on, changed one by one."""
        wanted = {row.key for row in rows}
        self._remove(wanted)
        if self._only_reordered(rows):
            self._reorder(rows)
            return
        here = {row.key for row in self._rows}
        changed = [False] * len(rows)
        place = 0
        while place < len(rows):
            row = rows[place]
            if row.key not in here:
                place = self._insert(rows, place, here)
                continue
            changed[place] = self._bring(row, place)
            place += 1
        for first, last in _runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self._columns - 1))

    def _only_reordered(self, rows: Sequence[R]) -> bool:
        """Whether many of the same rows stand elsewhere: one by one that would take the square of their number."""
        if len(rows) != len(self._rows):
            return False
        elsewhere = sum(one.key != other.key for one, other in zip(rows, self._rows, strict=True))
        return elsewhere > MANY and {row.key for row in rows} == {row.key for row in self._rows}

    def _reorder(self, rows: Sequence[R]) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        places = {row.key: place for place, row in enumerate(rows)}
        keys = [self._rows[index.row()].key for index in before]
        self._rows = list(rows)
        self.changePersistentIndexList(
            before, [self.index(places[key], index.column()) for key, index in zip(keys, before, strict=True)]
        )
        self.layoutChanged.emit()
        self.change_all()

    def _remove(self, wanted: set[Hashable]) -> None:
        for first, last in reversed(list(_runs([row.key not in wanted for row in self._rows]))):
            self.beginRemoveRows(NOWHERE, first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()

    def _insert(self, rows: Sequence[R], first: int, here: set[Hashable]) -> int:
        """Puts in a run of new rows; gives the place after it."""
        end = first
        while end < len(rows) and rows[end].key not in here:
            end += 1
        self.beginInsertRows(NOWHERE, first, end - 1)
        self._rows[first:first] = rows[first:end]
        self.endInsertRows()
        return end

    def _bring(self, row: R, place: int) -> bool:
        """Puts a row where it belongs. Whether it reads otherwise than before."""
        if self._rows[place].key != row.key:
            source = next(at for at in range(place, len(self._rows)) if self._rows[at].key == row.key)
            self.beginMoveRows(NOWHERE, source, source, NOWHERE, place)
            self._rows.insert(place, self._rows.pop(source))
            self.endMoveRows()
        changed = self._rows[place] != row
        self._rows[place] = row
        return changed

    def change_all(self) -> None:
        """Every cell may read differently: after a change of language or colours."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self._columns - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self._columns - 1)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """What a cell holds: subclasses answer for the roles they know."""
        return None


def _runs(marks: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """(first, last) of each stretch of marked places."""
    first = None
    for place, marked in enumerate([*marks, False]):
        if marked and first is None:
            first = place
        elif not marked and first is not None:
            yield first, place - 1
            first = None
