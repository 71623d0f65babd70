# SPDX-License-Identifier: EUPL-1.2
"""The Workshops pane: every session, found as one types, narrowed down by chips; the not yet placed stand first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _
from octodesk.ui.flow import FlowLayout
from octodesk.ui.icons import icon
from octodesk.ui.panes.finding import sessions_found
from octodesk.ui.panes.session_list import SessionList
from octodesk.ui.panes.session_rows import CHIPS, Chip, listed
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from octodesk.ui.panes.session_table import SessionTable

MARGIN = 8


class Remembering(Protocol):
    """Keeps which columns a table shows, in which order and how wide, as words."""

    def layout_of(self, table: str) -> str: ...

    def keep_layout(self, table: str, words: str) -> None: ...


class FilterLine(QLineEdit):
    """What is typed here narrows a list down; Escape empties it, the arrow down goes into the list."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class WorkshopsPane(Spoken, QWidget):
    """Tells by `carried` that sessions are dragged out of it, by `sought` which one is wanted on the timetable."""

    sought = Signal(str)
    opened = Signal(str)
    carried = Signal(tuple, QPoint, QPoint)

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._chip: Chip = "all"
        self._kept: Remembering | None = None
        self.table: SessionTable | None = None
        self._stack = QStackedWidget()
        self._turn = self._back = self._turning_button()
        self.filter = FilterLine()
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda: self._show(anew=True))
        self.chips = {chip: self._chip_button(chip) for chip in CHIPS}
        self.list = SessionList(theme)
        self.filter.left_downwards.connect(self._into_list)
        self.list.picked.connect(self._picked)
        self.list.opened.connect(self.opened)
        self.list.carried.connect(self.carried)
        self._lay_out()
        bench.changed.connect(self._changed)
        bench.selected.connect(lambda: self.list.choose(self._bench.selection))
        self.retranslate()

    def _chip_button(self, chip: Chip) -> QPushButton:
        button = QPushButton()
        button.setProperty("look", "chip")
        button.setCheckable(True)
        button.setChecked(chip == self._chip)
        button.setObjectName(f"chip-{chip}")
        button.toggled.connect(lambda on: self._choose_chip(chip) if on else None)
        return button

    def remember(self, kept: Remembering) -> None:
        """The columns of the table are kept there."""
        self._kept = kept

    def show_table(self, *, on: bool) -> None:
        """The sessions as a table with columns, or as a list; what is typed and the chip stay."""
        from octodesk.ui.panes.session_table import SessionTable

        if self.table is None:
            self.table = SessionTable(self._bench, self._theme)
            if self._kept is not None:
                self.table.remember(self._kept)
            for signal, own in ((self.table.sought, self.sought), (self.table.opened, self.opened)):
                signal.connect(own)
            self.table.carried.connect(self.carried)
            self._back = self._turning_button()
            self.table.add_beside_menu(self._back)
            self._stack.addWidget(self.table)
            self.retranslate()
        if on:
            self.table.filter.setText(self.filter.text())
            self.table.chip_row.buttons[self._chip].setChecked(True)
        else:
            self.filter.setText(self.table.filter.text())
            self.chips[self.table.chip_row.chip].setChecked(True)  # type: ignore[index]  # the same chips
        self._stack.setCurrentIndex(int(on))
        for button in (self._turn, self._back):
            button.setChecked(on)

    def _turning_button(self) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.clicked.connect(lambda on: self.show_table(on=bool(on)))
        return button

    def _lay_out(self) -> None:
        chips = FlowLayout()
        self._one_chip = QButtonGroup(self)
        for button in self.chips.values():
            chips.addWidget(button)
            self._one_chip.addButton(button)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        above.setSpacing(MARGIN)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.filter, 1)
        line.addWidget(self._turn)
        above.addLayout(line)
        above.addLayout(chips)
        first = QWidget()
        inside = QVBoxLayout(first)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(above)
        inside.addWidget(self.list, 1)
        self._stack.addWidget(first)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.addWidget(self._stack)
        self.setProperty("look", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.filter)

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(_("Filter"))
        self.filter.setAccessibleName(_("Filter the sessions"))
        names = (_("All"), _("Workshops"), _("Plenaries"), _("Breaks"), _("Other"))
        for button, name in zip(self.chips.values(), names, strict=True):
            button.setText(name)
        self.list.setAccessibleName(_("Sessions"))
        for turning in (self._turn, self._back):
            turning.setToolTip(_("As a table with columns"))
            turning.setAccessibleName(_("As a table with columns"))
            turning.setIcon(icon("rooms", self._theme.palette))
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.list.set_theme(theme)
        if self.table is not None:
            self.table.set_theme(theme)
        for button in (self._turn, self._back):
            button.setIcon(icon("rooms", theme.palette))

    def look_for(self) -> None:
        """Ready to type what is looked for."""
        filter_line = self.table.filter if self.table and self._stack.currentIndex() else self.filter
        filter_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        filter_line.selectAll()

    def _choose_chip(self, chip: Chip) -> None:
        self._chip = chip
        self._show(anew=True)

    def _changed(self, _news: News) -> None:
        self._show()

    def _show(self, *, anew: bool = False) -> None:
        document, typed = self._bench.document, self.filter.text().strip()
        found = sessions_found(document, typed) if typed else None
        clashing = {session for conflict in self._bench.clashes() for session in conflict.sessions}
        self.list.nothing = self._nothing(typed)
        self.list.show_rows(listed(document, chip=self._chip, found=found, clashing=clashing), anew=anew)
        self.list.choose(self._bench.selection)

    def _nothing(self, typed: str) -> str:
        if not self._bench.document.table("session"):
            return _(
                "No session yet. Press Ctrl+Shift+N for the first, draw one on the timetable, or paste a programme."
            )
        if typed:
            return _("Nothing found for {words}.").format(words=languages.quoted(typed, languages.language()))
        return _("Nothing here yet.")

    def _picked(self, sessions: tuple[str, ...]) -> None:
        self._bench.select(sessions)
        if sessions:
            self.sought.emit(sessions[-1])

    def _into_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.list.chosen() and self.list.sessions.sessions:
            first = self.list.sessions.sessions[0]
            self.list.choose((first.session,))
            self._picked((first.session,))
