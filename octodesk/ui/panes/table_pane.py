# SPDX-License-Identifier: EUPL-1.2
"""A pane with a table that is filtered as one types, and below it the sessions of the row one is on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _
from octodesk.model.edit import Edit
from octodesk.model.rows import Session
from octodesk.ui.icons import icon
from octodesk.ui.panes.cells import CellDelegate, CellModel, Column
from octodesk.ui.panes.session_list import SessionList
from octodesk.ui.panes.session_rows import grouped
from octodesk.ui.panes.workshops import MARGIN, FilterLine
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

ROW_PADDING = 10
"""Pixels of a row beside its words."""


class CellTable(QTableView):
    """A quiet table: whole rows, no grid, the columns share its width; Delete is told."""

    delete_pressed = Signal()

    def __init__(self, cells: CellModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self.setModel(cells)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        # One height for all: measuring each row of a thousand costs more than the first paint.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sortIndicatorChanged.connect(cells.sort)
        header.setMinimumSectionSize(32)

    def _fit_rows(self) -> None:
        self.ensurePolished()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + ROW_PADDING)

    def showEvent(self, event: QShowEvent) -> None:
        self._fit_rows()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shares = [column.share for column in self._cells.columns]
        left = self.viewport().width()
        for place, share in enumerate(shares[:-1]):
            width = self.viewport().width() * share // sum(shares)
            self.setColumnWidth(place, width)
            left -= width
        self.setColumnWidth(len(shares) - 1, left)


class TablePane(Spoken, QWidget):
    """Subclasses name their table, its columns, its rows, and the sessions that belong to a row."""

    sought = Signal(str)
    opened = Signal(str)
    carried = Signal(tuple, QPoint, QPoint)

    columns: Sequence[Column] = ()

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._row = ""
        self.filter = FilterLine()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda: self._show(anew=True))
        self.add_button = QToolButton()
        self.add_button.clicked.connect(self.add)
        self.cells = CellModel(bench, self.columns, self)
        self.table = CellTable(self.cells)
        self.filter.left_downwards.connect(self._into_table)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._row_chosen())
        self.table.delete_pressed.connect(self._delete)
        self.delete_action = QAction(self.table)
        self.delete_action.triggered.connect(self._delete)
        self.table.addAction(self.delete_action)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.heading = QLabel()
        self.heading.setProperty("look", "heading")
        self.sessions = SessionList(theme)
        self.sessions.picked.connect(self._picked)
        self.sessions.opened.connect(self.opened)
        self.sessions.carried.connect(self.carried)
        self._lay_out()
        bench.changed.connect(self._changed)
        bench.selected.connect(lambda: self.sessions.choose(self._bench.selection))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        above.setSpacing(4)
        above.addWidget(self.filter, 1)
        above.addWidget(self.add_button)
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(4)
        self.heading.setContentsMargins(12, 4, 12, 0)
        self.heading.setWordWrap(True)
        inside.addWidget(self.heading)
        inside.addWidget(self.sessions, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.table)
        both.addWidget(below)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(both, 1)
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.filter)

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(_("Filter"))
        self.add_button.setIcon(icon("plus", self._theme.palette))
        self.sessions.setAccessibleName(_("Sessions"))
        self._show()
        self.cells.change_all()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sessions.set_theme(theme)
        self.add_button.setIcon(icon("plus", theme.palette))

    # -- what a subclass says

    def ids(self, typed: str) -> Sequence[str]:
        """The rows to show, in order; only those that are found, where something is typed."""
        return ()

    def sessions_of(self, row_id: str) -> Sequence[Session]:
        return ()

    def heading_of(self, row_id: str) -> str:
        """What stands over the sessions."""
        return ""

    def addition(self, fresh_id: str) -> Edit:
        """The edit that adds a row."""
        return Edit("row-added")

    def deletion(self, row_id: str) -> Edit:
        return Edit("row-deleted")

    # -- what happens

    @property
    def row(self) -> str:
        """The row one is on, "" for none."""
        return self._row

    def add(self) -> None:
        """A new row, its first cell ready to be written."""
        fresh = self._bench.fresh_id()
        if self._bench.do(lambda _: self.addition(fresh)):
            self.filter.clear()
            self.go_to(fresh)
            self.table.edit(self.cells.index(self.cells.place_of(fresh), 0))

    def go_to(self, row_id: str) -> None:
        place = self.cells.place_of(row_id)
        if place >= 0:
            self.table.setCurrentIndex(self.cells.index(place, 0))
            self.table.scrollTo(self.cells.index(place, 0))

    def _delete(self) -> None:
        if self._row:
            row = self._row
            self._bench.do(lambda _: self.deletion(row))

    def _changed(self, _news: News) -> None:
        self._show()

    def _show(self, *, anew: bool = False) -> None:
        self.cells.show_rows(self.ids(self.filter.text().strip()), anew=anew)
        self._row_chosen()

    def _row_chosen(self) -> None:
        index = self.table.currentIndex()
        self._row = self.cells.row(index).row if index.isValid() else ""
        found = self.sessions_of(self._row) if self._row else ()
        self.heading.setText(self.heading_of(self._row) if self._row else "")
        self.sessions.nothing = self._nothing()
        self.sessions.show_rows(list(grouped(self._bench.document, found)))
        self.sessions.choose(self._bench.selection)

    def _nothing(self) -> str:
        if self._row:
            return _("No session yet.")
        typed = self.filter.text().strip()
        if typed and not self.cells.rows:
            return _("Nothing found for {words}.").format(words=languages.quoted(typed, languages.language()))
        return _("Choose a row to see its sessions.")

    def _picked(self, sessions: tuple[str, ...]) -> None:
        self._bench.select(sessions)
        if sessions:
            self.sought.emit(sessions[-1])

    def _into_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.currentIndex().isValid() and self.cells.rows:
            self.table.setCurrentIndex(self.cells.index(0, 0))
