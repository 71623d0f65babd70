# SPDX-License-Identifier: EUPL-1.2
"""The selected line of the document: what was made of it, and the fields to correct it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.exchange.papers import corrections
from octodesk.exchange.papers.gathering import Draft
from octodesk.exchange.papers.hours import read_hours
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.understanding import Understood
from octodesk.languages import _
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.rows import fields_of
from octodesk.ui.fields import ChoiceField
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.wording.fields import field_name
from octodesk.wording.papers import kind_words
from octodesk.wording.understood import LineWords

_LONGEST = 24 * 60
_REMOVABLE = frozenset({"session", "room", "person", "heading", "related", "contact", "agenda_point"})


class Correcting(Spoken, QFrame):
    """Tells by `corrected` what is understood after a correction."""

    corrected = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correcting")
        self._theme = theme
        self._understood: Understood | None = None
        self._line: LineWords | None = None
        self.original, self.made, self.doubt = QLabel(), QLabel(), QLabel()
        for label, look in ((self.original, "strong"), (self.made, "muted"), (self.doubt, "missing")):
            label.setWordWrap(True)
            label.setProperty("look", look)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.right, self.out = QPushButton(), QPushButton()
        self.right.clicked.connect(self._accept)
        self.out.clicked.connect(self._leave_out)
        self.fields = QWidget()
        self._lay_out(theme)
        self.retranslate()

    def _lay_out(self, theme: Theme) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.right)
        buttons.addWidget(self.out)
        buttons.addStretch(1)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        self._whole.setSpacing(theme.px(8))
        for widget in (self.original, self.made, self.doubt, self.fields):
            self._whole.addWidget(widget)
        self._whole.addLayout(buttons)
        self._whole.addStretch(1)

    def retranslate(self) -> None:
        self.right.setText(_("This is right"))
        self.out.setText(_("Leave this out"))
        if self._understood is not None:
            self.show_line(self._understood, self._line)

    def show_line(self, understood: Understood, line: LineWords | None) -> None:
        self._understood, self._line = understood, line
        self.original.setText(line.words if line else _("Select a line to see what was made of it."))
        self.made.setText(line.made if line else "")
        self.doubt.setText(line.doubt if line else "")
        self.doubt.setVisible(bool(line and line.doubt))
        self.right.setVisible(bool(line and line.state == "doubtful"))
        self.out.setVisible(self._draft is not None and self._draft.table in _REMOVABLE)
        self._renew_fields()

    @property
    def _draft(self) -> Draft | None:
        """The row the line tells of first."""
        if self._understood is None or self._line is None:
            return None
        for table, row_id, _field in self._line.about:
            found = next((one for one in self._understood.drafts.get(table, ()) if one.id == row_id), None)
            if found is not None:
                return found
        return None

    def _renew_fields(self) -> None:
        fresh = QWidget()
        form = QFormLayout(fresh)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(self._theme.px(8))
        for label, field in self._made_fields():
            words = languages.capitalised(label)
            field.setAccessibleName(words or field.accessibleName())
            form.addRow(words, field)
        self._whole.replaceWidget(self.fields, fresh)
        self.fields.deleteLater()
        self.fields = fresh

    def _made_fields(self) -> list[tuple[str, QWidget]]:
        draft, line = self._draft, self._line
        if line is not None and line.state == "unused":
            return [(_("Make it"), self._purpose())]
        if draft is None or line is None:
            return []
        if draft.table == "session":
            return self._session_fields(draft)
        names = [name for table, row_id, name in line.about if (table, row_id) == (draft.table, draft.id)]
        return [
            (field_name(name), self._field_of(draft, name))
            for name in dict.fromkeys(names)
            if fields_of(draft.table)[name].translated or isinstance(draft.values.get(name), str)
        ]

    # ---- fields

    def _session_fields(self, draft: Draft) -> list[tuple[str, QWidget]]:
        at = draft.values["placement"]
        kinds = [(kind, kind_words(kind)) for kind in BUILT_IN_KINDS]
        kind = self._choice(kinds, draft.values["kind"], lambda value: self._set(draft, "kind", value))
        start = QLineEdit(at["start"][11:])
        start.editingFinished.connect(lambda: self._start(draft, start))
        length = QSpinBox()
        length.setRange(0, _LONGEST)
        length.lineEdit().setTextMargins(self._theme.px(8), 0, 0, 0)
        length.setValue(draft.values.get("minutes", 0))
        length.editingFinished.connect(lambda: self._set(draft, "minutes", length.value()))
        alone = QCheckBox(_("Nothing beside it"))
        alone.setChecked(at["exclusive"])
        alone.clicked.connect(lambda on: self._set(draft, "placement", {**at, "exclusive": on}))
        return [
            (field_name("kind"), kind), (field_name("title"), self._field_of(draft, "title")), (_("Start"), start),
            (_("Minutes"), length), (_("Room"), self._rooms(draft)), ("", alone),
        ]  # fmt: skip

    def _rooms(self, draft: Draft) -> QWidget:
        assert self._understood is not None
        at = draft.values["placement"]
        rooms = [("", _("No room"))]
        rooms += [
            (room.id, next(iter(room.values["name"].values()), ""))
            for room in self._understood.drafts.get("room", ())
        ]
        held = at["rooms"][0] if at["rooms"] else ""
        return self._choice(
            rooms,
            held,
            lambda value: self._set(draft, "placement", {**at, "rooms": [value] if value else []}),
        )

    def _field_of(self, draft: Draft, name: str) -> QLineEdit:
        value = draft.values.get(name, "")
        words = value if isinstance(value, str) else next(iter(value.values()), "")
        field = QLineEdit(words.replace("\n", " "))
        field.editingFinished.connect(lambda: self._typed(draft, name, field, words))
        return field

    def _purpose(self) -> QWidget:
        choices = [
            ("", _("nothing")), ("item", _("an item of the session above")),
            ("description", _("part of the description above")), ("introduction", _("part of the introduction")),
            ("participation", _("part of the text on participation")), ("contact", _("part of the contact address")),
        ]  # fmt: skip
        return self._choice(choices, "", self._make)

    @staticmethod
    def _choice(choices: list[tuple[Any, str]], value: Any, chosen: Callable[[Any], None]) -> ChoiceField:
        field = ChoiceField()
        field.offer(choices, value)
        field.chosen.connect(chosen)
        return field

    # ---- corrections

    def _set(self, draft: Draft, name: str, value: Any) -> None:
        if self._understood is not None and draft.values.get(name) != value:
            self.corrected.emit(corrections.with_value(self._understood, draft, name, value))

    def _typed(self, draft: Draft, name: str, field: QLineEdit, before: str) -> None:
        words = field.text().strip()
        if self._understood is None or words == before.replace("\n", " "):
            return
        if fields_of(draft.table)[name].translated:
            self.corrected.emit(corrections.with_words(self._understood, draft, name, words))
        else:
            self._set(draft, name, words)

    def _start(self, draft: Draft, field: QLineEdit) -> None:
        hours = read_hours(field.text())
        at = draft.values["placement"]
        if hours is None:
            field.setText(at["start"][11:])
            return
        self._set(draft, "placement", {**at, "start": f"{at['start'][:11]}{hours.start:%H:%M}"})

    def _make(self, purpose: str) -> None:
        line = self._page_line
        if self._understood is not None and line is not None and purpose:
            self.corrected.emit(corrections.with_line_as(self._understood, line, purpose))

    @property
    def _page_line(self) -> Line | None:
        return (
            None
            if self._understood is None or self._line is None
            else self._understood.page.lines[self._line.number]
        )

    def _accept(self) -> None:
        if self._understood is not None and self._line is not None:
            self.corrected.emit(corrections.accepted(self._understood, self._line.number))

    def _leave_out(self) -> None:
        draft = self._draft
        if self._understood is not None and draft is not None:
            self.corrected.emit(corrections.without(self._understood, draft))
