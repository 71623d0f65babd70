# SPDX-License-Identifier: EUPL-1.2
"""A short list of rows in their own order, and beside it the form of the one chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from octodesk.edits.ordering import has_order, neighbours
from octodesk.edits.rows import add_row, delete_row
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.ui.icons import icon
from octodesk.ui.panes.form_rows import Grip, Rows
from octodesk.ui.panes.moving import step_asked
from octodesk.ui.panes.record_page import RecordPage, Subject
from octodesk.ui.panes.session_edits import moved_to
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.row_names import row_name


@dataclass(frozen=True, slots=True)
class Listed:
    """`fresh` gives the values of a new row; None: rows are not added here."""

    subject: Subject
    fresh: Callable[[Document], Mapping[str, Any]] | None = None
    name: Callable[[Document, str], str] | None = None


class RowLine(QWidget):
    """One row: its grip, where rows have an order of their own, and its name. Alt with the arrows moves it."""

    chosen = Signal(str)
    moved = Signal(str, int)

    def __init__(self, row_id: str, theme: Theme, *, movable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row_id
        self.button = QPushButton()
        self.button.setProperty("look", "line")
        self.button.setCheckable(True)
        self.button.setAutoExclusive(False)
        self.button.clicked.connect(lambda: self.chosen.emit(self.row))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        if movable:
            grip = Grip(row_id)
            grip.set_theme(theme)
            inside.addWidget(grip)
        inside.addWidget(self.button, 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_asked(event):
            self.moved.emit(self.row, step)
        else:
            super().keyPressEvent(event)


class RowsPage(QWidget):
    """All rows of a table that has few of them."""

    def __init__(self, bench: Workbench, theme: Theme, listed: Listed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme, self._listed = bench, theme, listed
        self._table = listed.subject.table
        self._row = ""
        self.rows = Rows(self._line)
        self.rows.dropped.connect(self._put)
        self.page = RecordPage(bench, theme, listed.subject)
        self.add_button, self.delete_button = QPushButton(), QPushButton()
        self.add_button.clicked.connect(self._add)
        self.delete_button.clicked.connect(self._delete)
        self._nothing = QLabel()
        self._nothing.setProperty("look", "muted")
        self._nothing.setWordWrap(True)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setObjectName("inspector-body")
        inside = QVBoxLayout(column)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self._nothing)
        inside.addWidget(self.rows)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(column)
        area.setObjectName("rows-column")
        area.setWidgetResizable(True)
        area.setMinimumWidth(self._theme.px(220))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 4, 8, 8)
        for button in (self.add_button, self.delete_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(area, 1)
        left.addLayout(buttons)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 2)
        whole.addWidget(self.page, 3)

    def retranslate(self) -> None:
        self.add_button.setText(_("&Add"))
        self.delete_button.setText(_("&Delete"))
        self._nothing.setText(_("Nothing here yet: press Add for the first."))
        for button, name in ((self.add_button, "plus"), (self.delete_button, "trash")):
            button.setIcon(icon(name, self._theme.palette))
            button.setIconSize(QSize(self._theme.px(14), self._theme.px(14)))
        self.add_button.setVisible(self._listed.fresh is not None)
        self.delete_button.setVisible(self._listed.fresh is not None)
        self.show_now()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.page.set_theme(theme)

    @property
    def row(self) -> str:
        return self._row

    def show_now(self) -> None:
        """The rows as they are now."""
        document = self._bench.document
        ids = [row.id for row in self._ordered(document)]
        if self._row not in ids:
            self._row = ids[0] if ids else ""
        self.rows.show_keys(ids)
        for line in self.rows.widgets:
            if isinstance(line, RowLine):
                line.button.setText(self._name(document, line.row))
                line.button.setToolTip(line.button.text())
                line.button.setChecked(line.row == self._row)
        self._nothing.setVisible(not ids)
        self.delete_button.setEnabled(bool(self._row))
        self.page.setVisible(bool(self._row))
        if self._row:
            self.page.show_rows((self._row,))

    def _name(self, document: Document, row_id: str) -> str:
        return (
            self._listed.name(document, row_id)
            if self._listed.name
            else row_name(document, self._table, row_id)
        )

    def _ordered(self, document: Document) -> list[Any]:
        if has_order(self._table):
            return neighbours(document, self._table, "")
        return sorted(document.table(self._table).values(), key=lambda row: row.id)

    def _line(self, row_id: str) -> RowLine:
        line = RowLine(row_id, self._theme, movable=has_order(self._table))
        line.chosen.connect(self.choose)
        line.moved.connect(self._step)
        return line

    def choose(self, row_id: str) -> None:
        self._bench.finish_typing()
        self._row = row_id
        self.show_now()

    def _step(self, row_id: str, step: int) -> None:
        siblings = [row.id for row in self._ordered(self._bench.document)]
        self._put(row_id, siblings.index(row_id) + step)

    def _put(self, row_id: str, place: int) -> None:
        if has_order(self._table):
            siblings = tuple(row.id for row in self._ordered(self._bench.document))
            author = self._bench.author_id
            self._bench.do(
                lambda document: moved_to(document, self._table, row_id, place, siblings, author_id=author)
            )

    def _add(self) -> None:
        fresh, make = self._bench.fresh_id(), self._listed.fresh
        assert make is not None
        added = self._bench.do(
            lambda document: add_row(
                document, table=self._table, values=make(document), author_id=self._bench.author_id,
                row_id=None, fresh_id=fresh,
            )
        )  # fmt: skip
        if added:
            self._row = fresh
            self.show_now()
            self.page.sheet.entry_field(self.page.sheet.entries[0].name).field.setFocus()

    def _delete(self) -> None:
        row = self._row
        self._bench.do(lambda document: delete_row(document, table=self._table, row_id=row))
