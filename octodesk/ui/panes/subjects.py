# SPDX-License-Identifier: EUPL-1.2
"""The pages the inspector has beside that of sessions: people and rooms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.ui import words
from octodesk.ui.panes import person_entries, room_entries
from octodesk.ui.panes.choice_words import word
from octodesk.ui.panes.photo import PhotoPart
from octodesk.ui.panes.record_page import Ids, Part, Subject
from octodesk.ui.panes.speakers import country_of, full_name
from octodesk.ui.panes.week_strip import Availability
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


def _person_head(document: Document, ids: Ids) -> tuple[str, str]:
    if len(ids) > 1:
        count = ngettext("{n} person", "{n} people", len(ids)).format(n=len(ids))
        return _("What is written here goes to all of them"), count
    person = document.person(ids[0])
    kinds = ", ".join(word("type", one) for one in person.types)
    return " · ".join(filter(None, (kinds, word("person-status", person.status)))), full_name(
        document, ids[0]
    )


def printed_person(document: Document, person_id: str) -> str:
    """As it stands on paper: "Ms Nino BERIDZE (ნინო ბერიძე), Deputy Minister, Ministry of Justice, Georgia"."""
    person, spoken = document.person(person_id), languages.language()
    name = full_name(document, person_id)
    if person.own_script:
        name = f"{name} ({person.own_script})"
    facts = (
        document.words(person.function, spoken),
        document.words(person.organisation, spoken),
        country_of(person),
    )
    said = ", ".join(dict.fromkeys(part for part in (name, *facts) if part))
    return said if person.publish else _("{printed} – not in public copies").format(printed=said)


def _room_head(document: Document, ids: Ids) -> tuple[str, str]:
    if len(ids) > 1:
        count = ngettext("{n} room", "{n} rooms", len(ids)).format(n=len(ids))
        return _("What is written here goes to all of them"), count
    return word("room-mode", document.room(ids[0]).mode), words.room_name(document, ids[0])


def _about_person(bench: Workbench, theme: Theme) -> Sequence[Part]:
    return (PhotoPart(bench, theme), Availability(bench, theme, "person"))


def _about_room(bench: Workbench, theme: Theme) -> Sequence[Part]:
    return (Availability(bench, theme, "room"),)


SUBJECTS: Mapping[str, Subject] = {
    "person": Subject(
        "person", (person_entries.NAME, *person_entries.MORE), _person_head, printed_person, _about_person
    ),
    "room": Subject("room", (room_entries.FIRST, *room_entries.MORE), _room_head, more=_about_room),
}
