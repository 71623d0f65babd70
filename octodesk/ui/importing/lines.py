# SPDX-License-Identifier: EUPL-1.2
"""The lines of a document beside what was understood of them, as a table."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from octodesk.exchange.papers.understanding import Understood
from octodesk.languages import _
from octodesk.ui.theme import Theme
from octodesk.wording.understood import LineWords, lines_in_words

WHERE, WORDS, MADE, DOUBT = range(4)
STATES: Final = ("all", "doubtful", "unused")
_Index = QModelIndex | QPersistentModelIndex


class LineModel(QAbstractTableModel):
    """Shows all lines, or those in a state. Doubtful ones are amber and say what is doubtful, unused ones say so."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._all: list[LineWords] = []
        self._shown: list[LineWords] = []
        self._state = "all"

    def show(self, understood: Understood) -> None:
        """The lines as they are understood now. Where as many are shown as before, they stay where they are."""
        self._all = lines_in_words(understood, understood.page.lines)
        shown = self._filtered()
        if [one.number for one in shown] == [one.number for one in self._shown]:
            self._shown = shown
            if shown:
                self.dataChanged.emit(self.index(0, 0), self.index(len(shown) - 1, DOUBT))
            return
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def filter(self, state: str) -> None:
        """One of STATES."""
        self.beginResetModel()
        self._state = state
        self._shown = self._filtered()
        self.endResetModel()

    def count(self, state: str) -> int:
        return sum(one.state == state for one in self._all) if state != "all" else len(self._all)

    def line_at(self, row: int) -> LineWords | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, number: int) -> int:
        return next((row for row, one in enumerate(self._shown) if one.number == number), -1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def _filtered(self) -> list[LineWords]:
        return [one for one in self._all if self._state in {"all", one.state}]

    # ---- Qt's side

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else DOUBT + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Where"), _("In the document"), _("Understood as"), _("To check"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line_at(index.row())
        if line is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return _cell(line, index.column())
            case Qt.ItemDataRole.BackgroundRole:
                return self._background(line)
            case Qt.ItemDataRole.ForegroundRole:
                return self._foreground(line, index.column())
        return None

    def _background(self, line: LineWords) -> QColor | None:
        palette = self._theme.palette
        colors = {"doubtful": palette.warning, "unused": palette.error.surface}
        return QColor(colors[line.state]) if line.state in colors else None

    def _foreground(self, line: LineWords, column: int) -> QColor | None:
        palette = self._theme.palette
        if line.state == "doubtful":
            return QColor(palette.caution if column == DOUBT else palette.text)
        if line.state == "unused":
            return QColor(palette.error.ink)
        return QColor(palette.muted) if line.state == "structure" or column == WHERE else None


class TintedRows(QStyledItemDelegate):
    """Lays the colour of a row under its cells: the style sheet's own would cover it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tint = index.data(Qt.ItemDataRole.BackgroundRole)
        if tint is not None and not option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tint)
        super().paint(painter, option, index)


def _cell(line: LineWords, column: int) -> str:
    if column == DOUBT:
        return line.doubt or (_("Not used") if line.state == "unused" else "")
    return (line.where, line.words, line.made)[column]
