# SPDX-License-Identifier: EUPL-1.2
"""Who is on the panel: a row per part, and a line to add somebody by name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import ROLES, Contribution
from octodesk.ui import words
from octodesk.ui.icons import icon
from octodesk.ui.panes.form_rows import Grip
from octodesk.ui.panes.moving import step_asked
from octodesk.ui.panes.part_entries import PART, part_facts
from octodesk.ui.panes.sheet import Sheet
from octodesk.ui.panes.speakers import full_name, who_words
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class RoleButton(QPushButton):
    """The role in words; a press offers the others, and to move or take away. Alt with the arrows moves."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_asked(event):
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class PartRow(QWidget):
    """One part: role, name as printed, function and country."""

    role_chosen = Signal(str, str)
    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, bench: Workbench, part: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part = part
        self._grip = Grip(part)
        self._details = Sheet(bench, theme, "contribution", (PART,))
        self._details.hide()
        self._more = QToolButton()
        self._more.setProperty("look", "mark")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        self._menu = QMenu(self)
        self.role = RoleButton()
        self.role.setProperty("look", "role")
        self.role.setMenu(self._menu)
        self.role.moved.connect(lambda step: self.moved.emit(self.part, step))
        self.name, self._facts = QLabel(), QLabel()
        self.name.setProperty("look", "strong")
        self._facts.setProperty("look", "muted")
        for label in (self.name, self._facts):
            label.setWordWrap(True)
        self._remove = QToolButton()
        self._remove.setProperty("look", "mark")
        self._remove.clicked.connect(lambda: self.removed.emit(self.part))
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self._facts)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._grip, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(who, 1)
        line.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 2, 0, 2)
        inside.setSpacing(8)
        inside.addLayout(line)
        inside.addWidget(self._details)

    def set_theme(self, theme: Theme) -> None:
        self.role.setFont(theme.sans(9))
        self.name.setFont(theme.sans(10, QFont.Weight.DemiBold))
        self._facts.setFont(theme.sans(9))
        self.role.setFixedWidth(theme.px(76))
        self._grip.set_theme(theme)
        for button, name in ((self._remove, "close"), (self._more, "chevron-down")):
            button.setIcon(icon(name, theme.palette, color=theme.palette.muted))
            button.setIconSize(QSize(theme.px(12), theme.px(12)))
        self._details.set_theme(theme)

    def show_part(
        self, document: Document, part: Contribution, *, place: int, count: int, language: str
    ) -> None:
        """The part as it is now; it stands at `place` of `count`."""
        person = document.person(part.person)
        name = full_name(document, part.person)
        role = words.role_name(part.role, person)
        self.role.setText(
            self.role.fontMetrics().elidedText(role, Qt.TextElideMode.ElideRight, self.role.width())
        )
        self.role.setToolTip(role)
        self.role.setAccessibleName(_("{role}: {name}").format(role=role, name=name))
        self.name.setText(name)
        facts = " · ".join(filter(None, (who_words(document, part.person), *part_facts(document, part))))
        self._facts.setText(facts)
        self._facts.setVisible(bool(facts))
        self._remove.setToolTip(_("Take {name} off the panel").format(name=name))
        self._remove.setAccessibleName(_("Take {name} off the panel").format(name=name))
        details = _("Topic, way and minutes of {name}").format(name=name)
        self._more.setToolTip(details)
        self._more.setAccessibleName(details)
        self._details.show_rows((part.id,), language)
        self._fill_menu(document, part, place=place, count=count)

    def _fill_menu(self, document: Document, part: Contribution, *, place: int, count: int) -> None:
        self._menu.clear()
        person = document.person(part.person)
        for role in ROLES:
            action = self._menu.addAction(words.role_name(role, person))
            action.setCheckable(True)
            action.setChecked(role == part.role)
            action.triggered.connect(lambda _on, role=role: self.role_chosen.emit(self.part, role))
        self._menu.addSeparator()
        up = self._menu.addAction(_("Move up"))
        up.setEnabled(place > 0)
        up.triggered.connect(lambda: self.moved.emit(self.part, -1))
        down = self._menu.addAction(_("Move down"))
        down.setEnabled(place < count - 1)
        down.triggered.connect(lambda: self.moved.emit(self.part, 1))


class AddPerson(QLineEdit):
    """A name is typed or chosen; Enter tells it, with the person's id where there is exactly one of that name."""

    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "add")
        self.names = QStringListModel(self)
        self._ids: dict[str, str] = {}
        completer = QCompleter(self.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # Queued by Qt after the line took the words over, so that what is told is what is shown.
        completer.activated.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        self.returnPressed.connect(self._tell)

    def offer(self, document: Document) -> None:
        """Everybody the conference knows."""
        self._ids = {listed_name(document, person.id): person.id for person in document.people}
        if self.names.stringList() != list(self._ids):
            self.names.setStringList(list(self._ids))

    def _tell(self) -> None:
        typed = self.text().strip()
        if typed:
            self.clear()
            self.named.emit(typed, self._ids.get(typed, ""))

    def known(self) -> Sequence[str]:
        return list(self._ids)


def listed_name(document: Document, person: str) -> str:
    """ "Ms Ana SILVA, Judicial Police, Portugal": two of one name can be told apart."""
    facts = who_words(document, person)
    name = full_name(document, person)
    return f"{name}, {facts}" if facts and facts != name else name
