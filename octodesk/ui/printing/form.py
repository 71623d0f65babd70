# SPDX-License-Identifier: EUPL-1.2
"""What is to be printed, in which language, for whom, on which paper, and which part of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from octodesk import languages
from octodesk.languages import N_, _
from octodesk.model.document import Document
from octodesk.model.timetable import dates
from octodesk.printing import PrintOptions
from octodesk.printing.choices import CHOICES
from octodesk.printing.options import AUDIENCES, PAPERS
from octodesk.ui.fields import ChoiceField
from octodesk.ui.spoken import Spoken
from octodesk.wording.prints import DOCUMENT_NAMES
from octodesk.wording.things import person_name, room_name, session_name

Offer = list[tuple[Any, str]]

_NAMES = {
    "kind": N_("Document"),
    "language": N_("Language"),
    "second": N_("Beside it"),
    "audience": N_("Copy for"),
    "paper": N_("Paper"),
    "orientation": N_("Format"),
    "day": N_("Day"),
    "room": N_("Room"),
    "session": N_("Session"),
    "person": N_("Person"),
    "since": N_("Since"),
}
_PARTS = ("day", "room", "session", "person", "since")
_PEOPLE = {"public": N_("Public"), "participants": N_("Participants"), "secretariat": N_("Secretariat")}
_FORMATS = {
    "": N_("As the document wants"),
    "portrait": N_("Upright"),
    "landscape": N_("Across"),
}


class OptionsForm(Spoken, QWidget):
    """`chosen` tells that something else is wanted. Only what the document can use is shown."""

    chosen = Signal()

    def __init__(self, document: Document, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(8)
        self.fields = {name: ChoiceField() for name in _NAMES}
        self._captions = {name: QLabel() for name in _NAMES}
        for name, field in self.fields.items():
            field.setObjectName(f"print-{name}")
            self._captions[name].setProperty("look", "caption")
            self._captions[name].setBuddy(field)
            self._form.addRow(self._captions[name], field)
            field.chosen.connect(lambda _value: self._choose())
        self._wanted = {"kind": kind, "audience": "public", "language": self._own_language()}
        self.retranslate()

    def show_document(self, document: Document) -> None:
        """The conference as it is now; what was chosen stays where it still is there."""
        self._document = document
        self.retranslate()

    def _own_language(self) -> str:
        spoken = self._document.languages
        return languages.language() if languages.language() in spoken else spoken[0]

    def retranslate(self) -> None:
        for name, words in _NAMES.items():
            self._captions[name].setText(_(words))
            self.fields[name].setAccessibleName(_(words))
        for name, field in self.fields.items():
            before = field.currentData() if field.currentIndex() >= 0 else self._wanted.get(name, "")
            offer = self._offer(name)
            known = [value for value, _words in offer]
            field.offer(offer, before if before in known else known[0])
        self._show_usable()

    def _choose(self) -> None:
        # The second language is offered without the first.
        self.retranslate()
        self.chosen.emit()

    def _show_usable(self) -> None:
        choices = CHOICES[self.kind]
        for name in _PARTS:
            self._form.setRowVisible(self.fields[name], name in choices.parts)
        several = len(self._document.languages) > 1
        self._form.setRowVisible(self.fields["second"], choices.two_languages and several)

    # -- what is offered

    def _offer(self, name: str) -> Offer:
        document = self._document
        match name:
            case "kind":
                return [(kind, _(words)) for kind, words in DOCUMENT_NAMES.items()]
            case "language":
                return _tongues(document.languages)
            case "second":
                first = str(self.fields["language"].currentData())
                others = [code for code in document.languages if code != first]
                return [("", _("No second language")), *_tongues(others)]
            case "audience":
                return [(one, _(_PEOPLE[one])) for one in AUDIENCES]
            case "paper":
                return [("", _("As the document wants")), *((one, one.capitalize()) for one in PAPERS)]
            case "orientation":
                return [(one, _(words)) for one, words in _FORMATS.items()]
        return self._offer_of_part(name)

    def _offer_of_part(self, name: str) -> Offer:
        document = self._document
        match name:
            case "day":
                own = languages.language()
                days = [(day.isoformat(), languages.day_name(day, own)) for day in dates(document)]
                return [("", _("All days")), *days]
            case "room":
                rooms = [(one.id, room_name(document, one.id)) for one in document.rooms]
                return [("", _("All rooms")), *rooms]
            case "session":
                sessions = [(one.id, session_name(document, one.id)) for one in document.sessions]
                return [("", _("All sessions")), *sessions]
            case "since":
                newest_first = reversed(document.versions)
                own = languages.language()
                labels = [(one.id, languages.version_label(one.label, own)) for one in newest_first]
                return labels or [("", _("No version yet"))]
        people = [(one.id, person_name(document, one.id)) for one in document.people]
        return [("", _("Everybody")), *people]

    # -- what is chosen

    def value(self, name: str) -> Any:
        """What is chosen in a field; "" where the document cannot use it."""
        field = self.fields[name]
        usable = name not in (*_PARTS, "second") or self._form.isRowVisible(field)
        return field.currentData() if usable else ""

    def choose(self, name: str, value: object) -> None:
        """As if the user had chosen it."""
        field = self.fields[name]
        field.setCurrentIndex(field.findData(value))
        field.chosen.emit(value)

    @property
    def kind(self) -> str:
        return str(self.fields["kind"].currentData())

    @property
    def since(self) -> str:
        """The id of the version since which changes are listed; "" where the document lists none."""
        return str(self.value("since"))

    @property
    def options(self) -> PrintOptions:
        day = str(self.value("day"))
        spoken = (str(self.value("language")), str(self.value("second")))
        return PrintOptions(
            languages=tuple(code for code in spoken if code),
            paper=str(self.value("paper")),
            orientation=str(self.value("orientation")),
            audience=str(self.value("audience")),
            day=date.fromisoformat(day) if day else None,
            room=str(self.value("room")),
            session=str(self.value("session")),
            person=str(self.value("person")),
            since=getattr(self._document.find("version", self.since), "label", ""),
        )


def _tongues(codes: Sequence[str]) -> Offer:
    own = languages.language()
    return [(code, languages.capitalised(languages.language_name(code, own))) for code in codes]
