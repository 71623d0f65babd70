# SPDX-License-Identifier: EUPL-1.2
"""A table of rooms or of people: columns that say how a cell reads and what writing into it does, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, Qt
from PySide6.QtWidgets import QCompleter, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from octodesk.languages import folded
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.ui.fields import LineField, as_typed
from octodesk.ui.panes.row_model import Index, Role, RowModel
from octodesk.ui.workbench import Workbench

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Column:
    """`write` makes the edit for what `read` gives; None: not to be written. `offer` are words to choose from."""

    title: Callable[[], str]
    words: Callable[[Document, str], str]
    write: Callable[[Document, str, Any], Edit] | None = None
    read: Callable[[str], Any] = as_typed
    offer: Callable[[], Sequence[str]] | None = None
    right: bool = False
    share: int = 1
    """How much of the table's width it takes, beside the others."""


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row's id, the words of its cells, and all in one sentence."""

    row: str
    cells: tuple[str, ...]

    @property
    def key(self) -> str:
        return self.row


class CellModel(RowModel[CellRow]):
    """Rows of one kind. Sorting keeps to itself what order the rows were given in."""

    def __init__(self, bench: Workbench, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(len(columns), parent)
        self.bench, self.columns = bench, tuple(columns)
        self._given: Sequence[str] = ()
        self._order: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, ids: Sequence[str], *, anew: bool = False) -> None:
        """These rows, in this order unless one sorts by a column."""
        self._given = ids
        rows = self._sorted([self._row(one) for one in ids])
        if anew:
            self.start_over(rows)
        else:
            self.take(rows)

    def _row(self, row_id: str) -> CellRow:
        document = self.bench.document
        return CellRow(row_id, tuple(column.words(document, row_id) for column in self.columns))

    def _sorted(self, rows: list[CellRow]) -> list[CellRow]:
        if self._order is None:
            return rows
        column, order = self._order
        down = order == Qt.SortOrder.DescendingOrder
        return sorted(rows, key=lambda row: _sort_key(row.cells[column]), reverse=down)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = None if column < 0 else (column, order)
        self.take(self._sorted([self._row(one) for one in self._given]))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Role.DisplayRole:
            return self.columns[section].title()
        if role == Role.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        words = self.row(index).cells[index.column()]
        if role in (Role.DisplayRole, Role.EditRole):
            return words
        if role == Role.ToolTipRole:
            return words or None
        if role == Role.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == Role.AccessibleTextRole:
            return words or self.columns[index.column()].title()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        if index.isValid() and self.columns[index.column()].write is not None:
            found |= Qt.ItemFlag.ItemIsEditable
        return found


def _sort_key(words: str) -> tuple[bool, int, str]:
    """Numbers by their size, before words; what is empty last."""
    digits = "".join(letter for letter in words if letter.isdecimal())
    return not words, int(digits) if digits and len(digits) >= len(words) - 2 else 0, folded(words)


class CellDelegate(QStyledItemDelegate):
    """Editors that hand over what is typed as every field of the window does."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        model, row = _model(index), _model(index).row(index).row
        column = model.columns[index.column()]
        write = column.write
        assert write is not None
        editor = LineField(parent, read=column.read)
        editor.setAccessibleName(column.title())
        if column.offer is not None:
            editor.setCompleter(_completer(column.offer(), editor))
        stay = editor.typing.stay
        editor.typing.finished.connect(
            lambda value: model.bench.write(lambda document: write(document, row, value), stay)
        )
        editor.typing.wrong.connect(lambda sentence: model.bench.notice(sentence, fault=True))
        model.bench.typing_ends.connect(editor.typing.hand_over)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineField)
        editor.typing.show(index.data(Role.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineField)
        editor.typing.leave()
        if editor.typing.pending:
            editor.typing.take_back()  # said in words already; the editor closes

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        # Never smaller than a line of text needs, whatever the row's height.
        height = max(option.rect.height(), editor.sizeHint().height())
        top = option.rect.center().y() - height // 2
        editor.setGeometry(option.rect.left(), max(0, top), max(option.rect.width(), 96), height)


def _model(index: Index) -> CellModel:
    model = index.model()
    assert isinstance(model, CellModel)
    return model


def _completer(words: Sequence[str], parent: QObject) -> QCompleter:
    completer = QCompleter(list(words), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer
