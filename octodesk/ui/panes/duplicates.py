# SPDX-License-Identifier: EUPL-1.2
"""People who may be one person, and what the two rows say differently. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from octodesk import languages
from octodesk.languages import folded
from octodesk.model.document import Document
from octodesk.model.rows import Person, attribute, fields_of
from octodesk.model.text import Text
from octodesk.ui.panes.entries import Entry, Shown
from octodesk.ui.panes.person_entries import MORE, NAME

ALIKE = 90
"""How alike (0 to 100) two full names must be."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field the two rows hold differently: its name, what it is called, and how each reads."""

    field: str
    caption: str
    first: str
    second: str


def pairs(document: Document) -> Sequence[tuple[str, str]]:
    """(id, id) of people of one address, or of names that differ by a slip at most."""
    named = [(one, folded(f"{one.given_name} {one.family_name}".strip())) for one in document.people]
    found = [
        (one.id, other.id)
        for place, (one, name) in enumerate(named)
        for other, others_name in named[place + 1 :]
        if _same(one, other) or (len(name) > 4 and _like(name, others_name))
    ]
    return tuple(found)


def _same(one: Person, other: Person) -> bool:
    return bool(one.email) and folded(one.email) == folded(other.email)


def _like(name: str, other: str) -> bool:
    """Also with given and family name the other way round."""
    if abs(len(name) - len(other)) > 3:
        return False
    return fuzz.ratio(name, other) >= ALIKE or " ".join(sorted(name.split())) == " ".join(
        sorted(other.split())
    )


def differences(document: Document, first: str, second: str) -> Iterator[Difference]:
    for field in fields_of("person"):
        one, other = (getattr(document.person(person), attribute(field)) for person in (first, second))
        if one != other:
            entry = _entry(field)
            words = (
                _words(document, entry, person, value) for person, value in ((first, one), (second, other))
            )
            yield Difference(field, entry.caption() if entry else field, *words)


def chosen_values(document: Document, keep: str, other: str, from_other: Sequence[str]) -> dict[str, Any]:
    """What the row that stays shall hold: the other's value where chosen, and of texts the languages it lacks."""
    values: dict[str, Any] = {}
    for field in fields_of("person"):
        mine, theirs = (getattr(document.person(person), attribute(field)) for person in (keep, other))
        if field in from_other:
            values[field] = theirs
        elif isinstance(mine, Text) and mine != theirs:
            values[field] = Text.of({**theirs.plain(), **mine.plain()})
    return values


def _entry(field: str) -> Entry | None:
    entries = (one for section in (NAME, *MORE) for one in section.entries)
    return next((one for one in entries if one.name == field), None)


def _words(document: Document, entry: Entry | None, person: str, value: Any) -> str:
    if isinstance(value, Text):
        return document.words(value, languages.language())
    if entry is not None and entry.shape != "flag":
        return Shown(document, "person", (person,), languages.language()).words(entry, person)
    return "" if value in (None, "", ()) else str(value)
