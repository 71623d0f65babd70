# SPDX-License-Identifier: EUPL-1.2
"""A pane with a table that is filtered as one types, and below it the sessions of the row one is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from octodesk import languages
from octodesk.desk import News
from octodesk.edits.pasting import Values, take_rows
from octodesk.languages import _, ngettext
from octodesk.model.edit import Edit
from octodesk.model.rows import Session
from octodesk.ui.icons import icon
from octodesk.ui.panes.cell_table import CellTable
from octodesk.ui.panes.cells import CellModel, Column, Grouping
from octodesk.ui.panes.chips import ChipRow
from octodesk.ui.panes.pasting import Read, copied, read_table
from octodesk.ui.panes.session_list import SessionList
from octodesk.ui.panes.session_rows import grouped
from octodesk.ui.panes.workshops import MARGIN, FilterLine, Remembering
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

Command = tuple[Callable[[], str], Callable[[], None]]
"""What the menu of a pane offers besides: its words, and what it does."""


class TablePane(Spoken, QWidget):
    """Subclasses name their table, its columns, its rows, and the sessions that belong to a row."""

    sought = Signal(str)
    opened = Signal(str)
    carried = Signal(tuple, QPoint, QPoint)
    rows_carried = Signal(tuple, QPoint, QPoint)
    """Rows are dragged out of the table: their ids, where the button went down, where the mouse is."""

    table_name = ""
    columns: Sequence[Column] = ()
    groupings: Sequence[Grouping] = ()
    with_sessions = True
    """Whether the sessions of a row stand below the table."""
    chips: Sequence[tuple[str, Callable[[], str]]] = ()
    """(name, words) of what narrows the rows down, the first chosen at first."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._row, self._behind = "", False
        self._kept: Remembering | None = None
        self.filter = FilterLine()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda: self._show(anew=True))
        self.chip_row = ChipRow(self.chips)
        self.chip_row.chosen.connect(lambda _chip: self._show(anew=True))
        self.add_button, self.menu_button = QToolButton(), QToolButton()
        self.add_button.clicked.connect(self.add)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.menu_button.setMenu(self._menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.cells = CellModel(bench, self.columns, self)
        self.table = CellTable(self.cells)
        self._connect_table()
        self.counted = QLabel()
        self.counted.setProperty("look", "muted")
        self.heading = QLabel()
        self.heading.setProperty("look", "heading")
        self.sessions = SessionList(theme)
        self.sessions.picked.connect(self._picked)
        self.sessions.opened.connect(self.opened)
        self.sessions.carried.connect(self.carried)
        self._lay_out()
        bench.changed.connect(self._changed)
        bench.selected.connect(lambda: self.sessions.choose(self._bench.selection))

    def _connect_table(self) -> None:
        table = self.table
        self.filter.left_downwards.connect(self._into_table)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._row_chosen())
        table.selectionModel().selectionChanged.connect(lambda *_: self._rows_chosen())
        table.delete_pressed.connect(self._delete)
        table.copied.connect(self._copy)
        table.pasted.connect(self._paste)
        table.carried.connect(self.rows_carried)
        table.columns_changed.connect(self._keep_layout)
        self.delete_action = QAction(table)
        self.delete_action.triggered.connect(self._delete)
        table.addAction(self.delete_action)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._menu.popup(header.mapToGlobal(at)))

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        above.setSpacing(4)
        above.addWidget(self.filter, 1)
        above.addWidget(self.add_button)
        above.addWidget(self.menu_button)
        self._above = above
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(4)
        self.heading.setContentsMargins(12, 4, 12, 0)
        self.heading.setWordWrap(True)
        self.counted.setContentsMargins(12, 2, 12, 2)
        inside.addWidget(self.heading)
        inside.addWidget(self.sessions, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.table)
        both.addWidget(below)
        both.setStretchFactor(0, 3)
        both.setStretchFactor(1, 2)
        both.setChildrenCollapsible(False)
        below.setVisible(self.with_sessions)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(self.chip_row)
        whole.addWidget(both, 1)
        whole.addWidget(self.counted)
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.filter)

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(_("Filter"))
        self.menu_button.setToolTip(_("Columns, groups, copying and more"))
        self.menu_button.setAccessibleName(_("Columns, groups, copying and more"))
        self.sessions.setAccessibleName(_("Sessions"))
        self.chip_row.retranslate()
        self._paint_buttons()
        self._show()
        self.cells.change_all()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.sessions.set_theme(theme)
        self.counted.setFont(theme.sans(9))
        self._paint_buttons()

    def add_beside_menu(self, button: QToolButton) -> None:
        """Another button at the right of the filter."""
        self._above.addWidget(button)

    def _paint_buttons(self) -> None:
        self.add_button.setIcon(icon("plus", self._theme.palette))
        self.menu_button.setIcon(icon("list", self._theme.palette))

    def remember(self, kept: Remembering) -> None:
        """Puts the columns back as they were, and keeps what is changed of them."""
        self._kept = kept
        self.table.put_back(kept.layout_of(self.table_name))

    def _keep_layout(self) -> None:
        if self._kept is not None:
            self._kept.keep_layout(self.table_name, self.table.layout_words())

    # -- what a subclass says

    def ids(self, typed: str) -> Sequence[str]:
        """The rows to show, in order; only those that are found, where something is typed."""
        return ()

    def total(self) -> int:
        """How many rows there are of which some may not be shown."""
        return len(self._bench.document.table(self.table_name))

    def sessions_of(self, row_id: str) -> Sequence[Session]:
        return ()

    def heading_of(self, row_id: str) -> str:
        """What stands over the sessions."""
        return ""

    def addition(self, fresh_id: str) -> Edit:
        """The edit that adds a row."""
        return Edit("row-added")

    def delete_rows(self, ids: tuple[str, ...]) -> None:
        """Deletes rows, in one step."""

    def commands(self) -> Sequence[Command]:
        """What the pane's menu offers besides columns, groups, copying and pasting."""
        return ()

    def nothing(self) -> str:
        """What to do where there is no row at all."""
        return _("Nothing here yet.")

    # -- its menu

    def _fill_menu(self) -> None:
        self._menu.clear()
        for words, act in self.commands():
            self._menu.addAction(words()).triggered.connect(lambda _on=False, act=act: act())
        if self.commands():
            self._menu.addSeparator()
        self._fill_columns(self._menu.addMenu(_("&Columns")))
        if self.groupings:
            self._fill_groups(self._menu.addMenu(_("&Group by")))
        self._menu.addSeparator()
        self._menu.addAction(_("Co&py as a table")).triggered.connect(self._copy)
        self._menu.addAction(_("&Paste a table")).triggered.connect(self._paste)

    def _fill_columns(self, menu: QMenu) -> None:
        shown = self.table.shown_columns()
        for place, column in enumerate(self.columns):
            action = menu.addAction(column.title())
            action.setCheckable(True)
            action.setChecked(place in shown)
            action.triggered.connect(lambda on, place=place: self.table.show_column(place, shown=on))

    def _fill_groups(self, menu: QMenu) -> None:
        for grouping in (None, *self.groupings):
            action = menu.addAction(grouping.title() if grouping else _("Nothing"))
            action.setCheckable(True)
            action.setChecked(self.cells.grouping == grouping)
            action.triggered.connect(lambda _on, grouping=grouping: self.cells.group_by(grouping))

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
            first = self.table.shown_columns()[0]
            self.table.edit(self.cells.index(self.cells.place_of(fresh), first))

    def go_to(self, row_id: str) -> None:
        place = self.cells.place_of(row_id)
        if place >= 0:
            index = self.cells.index(place, self.table.shown_columns()[0])
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index)

    def _delete(self) -> None:
        if chosen := self.table.chosen():
            self.delete_rows(chosen)

    def _copy(self, *_state: object) -> None:
        ids = self.table.chosen()
        ordered = [row for row in self.cells.ids if not ids or row in ids]
        columns = [self.columns[place] for place in self.table.shown_columns()]
        QGuiApplication.clipboard().setText(copied(self._bench.document, columns, ordered))
        said = ngettext("{n} row copied as a table", "{n} rows copied as a table", len(ordered))
        self._bench.notice(said.format(n=len(ordered)))

    def _paste(self, *_state: object) -> None:
        shown = [self.columns[place] for place in self.table.shown_columns()]
        text = QGuiApplication.clipboard().text()
        read = read_table(self._bench.document, self.table_name, self.columns, shown, text)
        if not (read.new or read.known):
            self._bench.notice(_("There is no table to paste: copy rows in a spreadsheet first."), fault=True)
            return
        made = self._bench.do(
            lambda document: take_rows(
                document, table=self.table_name, new=[self.pasted(one) for one in read.new], known=read.known,
                author_id=self._bench.author_id, fresh_id=self._bench.fresh_id,
            )
        )  # fmt: skip
        if made:
            self._bench.notice(_pasted_words(read), undo=True)

    def pasted(self, values: Values) -> dict[str, Any]:
        """What a new row holds that was pasted with these values."""
        return dict(values)

    def _changed(self, _news: News) -> None:
        """A hidden pane waits until it is shown."""
        if self.isVisible():
            self._show()
        else:
            self._behind = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._behind:
            self._behind = False
            self._show()
        super().showEvent(event)

    def _show(self, *, anew: bool = False) -> None:
        self.cells.show_rows(self.ids(self.filter.text().strip()), anew=anew)
        self.table.nothing = self._why_empty()
        self.table.viewport().update()
        self._row_chosen()
        self._count()

    def _why_empty(self) -> str:
        typed = self.filter.text().strip()
        if typed:
            return _("Nothing found for {words}.").format(words=languages.quoted(typed, languages.language()))
        return self.nothing()

    def _count(self) -> None:
        shown, total, chosen = self.cells.count, self.total(), len(self.table.chosen())
        counted = (
            ngettext("{n} entry", "{n} entries", total).format(n=total)
            if shown == total
            else _("{n} of {total}").format(n=shown, total=total)
        )
        if chosen > 1:
            counted = _("{count} · {n} selected").format(count=counted, n=chosen)
        self.counted.setText(counted)

    def _rows_chosen(self) -> None:
        self._count()
        chosen = self.table.chosen()
        if chosen and self.table.hasFocus():
            self._bench.look_at(self.table_name, chosen)

    def _row_chosen(self) -> None:
        index = self.table.currentIndex()
        self._row = self.cells.id_at(index) if index.isValid() else ""
        found = self.sessions_of(self._row) if self._row else ()
        self.heading.setText(self.heading_of(self._row) if self._row else "")
        self.sessions.nothing = _("No session yet.") if self._row else _("Choose a row to see its sessions.")
        self.sessions.show_rows(list(grouped(self._bench.document, found)))
        self.sessions.choose(self._bench.selection)

    def _picked(self, sessions: tuple[str, ...]) -> None:
        self._bench.select(sessions)
        if sessions:
            self.sought.emit(sessions[-1])

    def _into_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.table.currentIndex().isValid() and self.cells.ids:
            self.go_to(self.cells.ids[0])


def _pasted_words(read: Read) -> str:
    """ "198 rows added, 2 filled in; not read: 5: Country: Atlantis"."""
    added, filled, lost = len(read.new), len(read.known), len(read.unread)
    said = ngettext("{n} row added", "{n} rows added", added).format(n=added)
    if filled:
        more = ngettext("{n} filled in", "{n} filled in", filled).format(n=filled)
        said = _("{first}, {second}").format(first=said, second=more)
    if lost:
        words = ngettext(
            "{n} cell could not be read and stands in the note: {first}",
            "{n} cells could not be read and stand in the notes, the first: {first}",
            lost,
        )
        said = _("{first}. {second}").format(first=said, second=words.format(n=lost, first=read.unread[0]))
    return said
