# SPDX-License-Identifier: EUPL-1.2
"""The Workshops pane: every session, found as one types, narrowed down by chips; the not yet placed stand first."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _
from octodesk.ui.flow import FlowLayout
from octodesk.ui.panes.finding import sessions_found
from octodesk.ui.panes.session_list import SessionList
from octodesk.ui.panes.session_rows import CHIPS, Chip, listed
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

MARGIN = 8


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
        self._bench = bench
        self._chip: Chip = "all"
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

    def _lay_out(self) -> None:
        chips = FlowLayout()
        self._one_chip = QButtonGroup(self)
        for button in self.chips.values():
            chips.addWidget(button)
            self._one_chip.addButton(button)
        above = QVBoxLayout()
        above.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        above.setSpacing(MARGIN)
        above.addWidget(self.filter)
        above.addLayout(chips)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 1, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(self.list, 1)
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
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self.list.set_theme(theme)

    def look_for(self) -> None:
        """Ready to type what is looked for."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

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
