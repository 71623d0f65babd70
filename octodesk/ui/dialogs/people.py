# SPDX-License-Identifier: EUPL-1.2
"""Putting somebody in another's place, and making one person of two rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from octodesk.desk import News
from octodesk.edits.people import merge_people, stand_in
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.ui import words
from octodesk.ui.panes.duplicates import Difference, chosen_values, differences, pairs
from octodesk.ui.panes.panel_rows import listed_name
from octodesk.ui.panes.speakers import full_name, new_person
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class ReplaceDialog(Spoken, QDialog):
    """Who stands in, in which sessions; the old one stays in the list."""

    def __init__(self, bench: Workbench, theme: Theme, person: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("replace")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._person = bench, person
        self._heading = QLabel()
        self._heading.setProperty("look", "heading")
        self._heading.setWordWrap(True)
        self.by = QLineEdit()
        self._ids = {
            listed_name(bench.document, one.id): one.id for one in bench.document.people if one.id != person
        }
        completer = QCompleter(list(self._ids), self.by)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.by.setCompleter(completer)
        self._label = QLabel()
        self._label.setBuddy(self.by)
        self.sessions = QListWidget()
        self.sessions.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for session in bench.document.sessions_of(person):
            item = QListWidgetItem(words.session_name(bench.document, session))
            item.setData(Qt.ItemDataRole.UserRole, session)
            item.setCheckState(Qt.CheckState.Checked)
            self.sessions.addItem(item)
        self.declined = QCheckBox()
        self.declined.setChecked(True)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self._cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        self.by.textChanged.connect(lambda _text: self._answered())
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        for widget in (self._heading, self._label, self.by, self.sessions, self.declined, self.buttons):
            whole.addWidget(widget)
        self.resize(theme.px(420), theme.px(380))
        self.retranslate()
        self._answered()

    def retranslate(self) -> None:
        name = full_name(self._bench.document, self._person)
        self.setWindowTitle(_("Replace somebody"))
        self._heading.setText(_("Who takes the place of {name}?").format(name=name))
        self._label.setText(_("&Name, of somebody listed or new"))
        self.sessions.setAccessibleName(_("In these sessions"))
        self.declined.setText(_("{name} has &declined").format(name=name))
        self.go.setText(_("&Replace"))
        self._cancel.setText(_("Close without changing anything"))

    def _answered(self) -> None:
        self.go.setEnabled(bool(self.by.text().strip()))

    @property
    def wanted(self) -> Sequence[str]:
        """The sessions ticked."""
        items = [self.sessions.item(place) for place in range(self.sessions.count())]
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _edit(self, document: Document) -> Edit:
        typed = self.by.text().strip()
        new = self._ids.get(typed, "")
        newcomer = None
        if not new:
            new = self._bench.fresh_id()
            newcomer = new_person(document, typed, author_id=self._bench.author_id, fresh_id=new)
        return stand_in(
            document, old=self._person, new=new, newcomer=newcomer, sessions=self.wanted,
            declined=self.declined.isChecked(),
        )  # fmt: skip

    def _do(self) -> None:
        if self._bench.do(self._edit):
            self.accept()


class DuplicatesDialog(Spoken, QDialog):
    """Pairs that may be one person, at the left; at the right what they say differently, one value each to be chosen."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("duplicates")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._theme = bench, theme
        self._pairs: Sequence[tuple[str, str]] = ()
        self._choices: dict[str, QRadioButton] = {}
        self.list = QListWidget()
        self.list.currentRowChanged.connect(lambda _row: self._show_pair())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._none = QLabel()
        self._none.setProperty("look", "muted")
        self._none.setWordWrap(True)
        self.merge, self._close = QPushButton(), QPushButton()
        self.merge.setProperty("look", "primary")
        self.merge.clicked.connect(self._do)
        self._close.clicked.connect(self.reject)
        both = QHBoxLayout()
        both.addWidget(self.list, 1)
        both.addWidget(self._area, 2)
        below = QHBoxLayout()
        below.addWidget(self._none, 1)
        below.addWidget(self.merge)
        below.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.addLayout(both, 1)
        whole.addLayout(below)
        self.resize(theme.px(760), theme.px(480))
        bench.changed.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("People listed twice"))
        self.list.setAccessibleName(_("Who may be one person"))
        self.merge.setText(_("&Make one of the two"))
        self._close.setText(_("&Close"))
        self._find()

    def _changed(self, _news: News) -> None:
        self._find()

    def _find(self) -> None:
        document = self._bench.document
        self._pairs = pairs(document)
        row = max(0, self.list.currentRow())
        self.list.blockSignals(True)
        self.list.clear()
        for one, other in self._pairs:
            self.list.addItem(
                _("{one} and {other}").format(one=full_name(document, one), other=full_name(document, other))
            )
        self.list.setCurrentRow(min(row, len(self._pairs) - 1))
        self.list.blockSignals(False)
        self._none.setText("" if self._pairs else _("Nobody seems to be listed twice."))
        self.merge.setEnabled(bool(self._pairs))
        self._show_pair()

    def _show_pair(self) -> None:
        form = QWidget()
        grid = QGridLayout(form)
        grid.setVerticalSpacing(8)
        self._choices = {}
        if self._pairs:
            one, other = self._pairs[max(0, self.list.currentRow())]
            for row, difference in enumerate(differences(self._bench.document, one, other)):
                self._add_row(grid, row, difference, form)
            grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(form)

    def _add_row(self, grid: QGridLayout, row: int, difference: Difference, form: QWidget) -> None:
        caption = QLabel(difference.caption)
        caption.setProperty("look", "caption")
        grid.addWidget(caption, row, 0)
        group = QButtonGroup(form)
        buttons = []
        for column, said in ((1, difference.first), (2, difference.second)):
            button = QRadioButton(said or _("(empty)"))
            button.setAccessibleName(
                _("{field}: {value}").format(field=difference.caption, value=button.text())
            )
            group.addButton(button)
            grid.addWidget(button, row, column)
            buttons.append(button)
        buttons[0 if difference.first or not difference.second else 1].setChecked(True)
        self._choices[difference.field] = buttons[1]

    def _do(self) -> None:
        keep, gone = self._pairs[max(0, self.list.currentRow())]
        from_other = [field for field, button in self._choices.items() if button.isChecked()]

        def edit(document: Document) -> Edit:
            values = chosen_values(document, keep, gone, from_other)
            return merge_people(document, keep=keep, gone=gone, values=values)

        self._bench.do(edit)
