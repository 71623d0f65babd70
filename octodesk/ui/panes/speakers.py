# SPDX-License-Identifier: EUPL-1.2
"""The Speakers pane: name, function and country, written in place, and where somebody takes part."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.edits.rows import add_row, delete_row
from octodesk.languages import _
from octodesk.model import names
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import Person, Session
from octodesk.ui import reading
from octodesk.ui.panes.cells import Column
from octodesk.ui.panes.finding import people_found
from octodesk.ui.panes.rooms import text_language
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


def _country(document: Document, person: str) -> str:
    return country_of(document.person(person))


def _function(document: Document, person: str) -> str:
    return document.words(document.person(person).function, text_language(document))


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


def _write_function(document: Document, person: str, typed: str) -> Edit:
    language = text_language(document)
    return set_field(
        document, table="person", row_id=person, field="function", value=typed.strip(), language=language
    )


def _write_country(document: Document, person: str, code: str) -> Edit:
    return set_field(document, table="person", row_id=person, field="country", value=code)


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


COLUMNS = (
    Column(lambda: _("Name"), full_name, renamed, share=9),
    Column(lambda: _("Function"), _function, _write_function, share=6),
    Column(
        lambda: _("Country"),
        _country,
        _write_country,
        read=reading.country,
        offer=lambda: [name for _code, name in reading.countries(languages.language())],
        share=5,
    ),
)


class SpeakersPane(TablePane):
    """People by family name."""

    columns = COLUMNS

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
        document = self._bench.document
        if not typed:
            return [person.id for person in document.people]
        found = people_found(document, typed)
        return [person.id for person in document.people if person.id in found]

    def sessions_of(self, row_id: str) -> Sequence[Session]:
        wanted = set(self._bench.document.sessions_of(row_id))
        return [session for session in self._bench.document.sessions if session.id in wanted]

    def heading_of(self, row_id: str) -> str:
        return full_name(self._bench.document, row_id)

    def addition(self, fresh_id: str) -> Edit:
        typed = self.filter.text().strip() or _("New Speaker")
        author = self._bench.author_id
        return new_person(self._bench.document, typed, author_id=author, fresh_id=fresh_id)

    def deletion(self, row_id: str) -> Edit:
        return delete_row(self._bench.document, table="person", row_id=row_id)
