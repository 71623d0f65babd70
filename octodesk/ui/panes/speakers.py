# SPDX-License-Identifier: EUPL-1.2
"""The Speakers pane: name, function and country, written in place, and where somebody takes part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.edits.pasting import Values
from octodesk.edits.rows import add_row, delete_rows
from octodesk.languages import _, folded
from octodesk.model import names
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import Person, Session
from octodesk.ui import reading
from octodesk.ui.panes.cells import Column, Grouping
from octodesk.ui.panes.choice_words import word
from octodesk.ui.panes.columns import column_of
from octodesk.ui.panes.finding import people_found
from octodesk.ui.panes.person_entries import MORE, NAME, OWED, country_words, day_words, owed_name, role_words
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


def address_words(person: Person) -> str:
    """The form of address in the program's language."""
    return {"Ms": _("Ms"), "Mr": _("Mr")}.get(person.form_of_address, "")


def full_name(document: Document, person_id: str) -> str:
    """ "Ms Olena KOVALENKO"; without a name, what is known instead."""
    person = document.person(person_id)
    printed = names.printed_name(person, honorific=address_words(person))
    return printed or names.called(document, person_id, languages.language())


def country_of(person: Person) -> str:
    return languages.country_name(person.country, languages.language()) if person.country else ""


def who_words(document: Document, person_id: str) -> str:
    """ "Prosecutor, Sweden"; the organisation where there is no function."""
    person, language = document.person(person_id), languages.language()
    what = document.words(person.function, language) or document.words(person.organisation, language)
    return ", ".join(part for part in (what, country_of(person)) if part)


def renamed(document: Document, person_id: str, typed: str) -> Edit:
    """A name as it was typed, in one edit."""
    address, given, family = reading.name(typed)
    values = {"family_name": family, "given_name": given}
    if address is not None:
        values["form_of_address"] = address
    edits = [
        set_field(document, table="person", row_id=person_id, field=field, value=value)
        for field, value in values.items()
    ]
    return Edit("field-set", tuple(change for edit in edits for change in edit.changes), (person_id,))


def new_person(document: Document, typed: str, *, author_id: str, fresh_id: str) -> Edit:
    """Adds somebody by the name that was typed."""
    address, given, family = reading.name(typed)
    values = {
        "given_name": given,
        "family_name": family,
        "form_of_address": address or "",
        "types": ["speaker"],
    }
    return add_row(
        document, table="person", values=values, author_id=author_id, row_id=fresh_id, fresh_id=fresh_id
    )


def owed_words(document: Document, person_id: str) -> str:
    """ "Photo, Slides until 17.11.2021": what is still owed, the most pressing first."""
    owed = sorted(document.person(person_id).owed.pairs, key=lambda pair: (str(pair[1]) or "9", pair[0]))
    found = []
    for what, due in owed:
        named = owed_name(what) if what in OWED else what
        until = day_words(date.fromisoformat(str(due))) if due else ""
        found.append(_("{what} until {day}").format(what=named, day=until) if until else named)
    return ", ".join(found)


def _first_due(document: Document, person_id: str) -> tuple[bool, str]:
    due = [str(value) or "9" for _what, value in document.person(person_id).owed.pairs]
    return not due, min(due, default="")


def _sort_name(document: Document, person_id: str) -> tuple[str, str, str]:
    person = document.person(person_id)
    return folded(person.family_name), folded(person.given_name), full_name(document, person_id)


_SHOWN = {"function": 6, "country": 5}
_ENTRIES = [entry for section in (NAME, *MORE) for entry in section.entries]

COLUMNS = (
    Column(lambda: _("Name"), full_name, renamed, share=9, name="name", order=_sort_name),
    *(column_of("person", one, share=_SHOWN[one.name], shown=True) for one in _ENTRIES if one.name in _SHOWN),
    Column(lambda: _("Sessions"), role_words, share=4, name="sessions", shown=False),
    Column(lambda: _("Still owed"), owed_words, share=5, name="owed", shown=False, order=_first_due),
    *(column_of("person", one) for one in _ENTRIES if one.name not in _SHOWN),
)


def _by(what: str, field: str) -> Callable[[Document, str], tuple[str, str]]:
    def of(document: Document, person_id: str) -> tuple[str, str]:
        words = word(what, getattr(document.person(person_id), field))
        return words, words

    return of


def _by_country(document: Document, person_id: str) -> tuple[str, str]:
    words = country_words(document, person_id)
    return ("1" if words else "2") + folded(words), words or _("No country")


GROUPINGS = (
    Grouping("country", lambda: _("Country"), _by_country),
    Grouping("category", lambda: _("Category"), _by("category", "category")),
    Grouping("status", lambda: _("Status"), _by("person-status", "status")),
)
CHIPS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("everyone", lambda: _("Everyone")),
    ("speaker", lambda: _("Speakers")),
    ("participant", lambda: _("Participants")),
    ("staff", lambda: _("Staff")),
    ("interpreter", lambda: _("Interpreters")),
    ("technician", lambda: _("Technicians")),
    ("waiting", lambda: _("Waiting for")),
)


class SpeakersPane(TablePane):
    """People by family name."""

    table_name = "person"
    columns = COLUMNS
    groupings = GROUPINGS
    chips = CHIPS

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bench, theme, parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.filter.setAccessibleName(_("Filter the speakers"))
        self.table.setAccessibleName(_("Speakers"))
        self.add_button.setToolTip(_("New speaker"))
        self.add_button.setAccessibleName(_("New speaker"))
        self.delete_action.setText(_("Delete speaker"))
        super().retranslate()

    def ids(self, typed: str) -> Sequence[str]:
        document, chip = self._bench.document, self.chip_row.chip
        found = people_found(document, typed) if typed else None
        return [
            person.id for person in document.people
            if (found is None or person.id in found) and _in_chip(person, chip)
        ]  # fmt: skip

    def nothing(self) -> str:
        if self.chip_row.chip == "waiting":
            return _("Nobody owes anything. What is owed is ticked in the inspector under “Still owed”.")
        return _("Nobody here yet. Add somebody with +, or copy rows in a spreadsheet and paste them here.")

    def sessions_of(self, row_id: str) -> Sequence[Session]:
        wanted = set(self._bench.document.sessions_of(row_id))
        return [session for session in self._bench.document.sessions if session.id in wanted]

    def heading_of(self, row_id: str) -> str:
        return full_name(self._bench.document, row_id)

    def addition(self, fresh_id: str) -> Edit:
        typed = self.filter.text().strip() or _("New Speaker")
        author = self._bench.author_id
        return new_person(self._bench.document, typed, author_id=author, fresh_id=fresh_id)

    def delete_rows(self, ids: tuple[str, ...]) -> None:
        self._bench.do(lambda document: delete_rows(document, table="person", row_ids=ids))

    def pasted(self, values: Values) -> dict[str, Any]:
        """Under a chip, people are pasted as what it lists."""
        chip, given = self.chip_row.chip, super().pasted(values)
        if chip not in ("everyone", "waiting"):
            given.setdefault("types", [chip])
        return given


def _in_chip(person: Person, chip: str) -> bool:
    if chip == "waiting":
        return bool(person.owed)
    return chip == "everyone" or chip in person.types
