# SPDX-License-Identifier: EUPL-1.2
"""How people are named, as far as it does not depend on a language."""

from __future__ import annotations

from octodesk.model.document import Document
from octodesk.model.rows import Person


def printed_name(person: Person, *, honorific: str = "", family_first: bool = False) -> str:
    """ "Ms Olena KOVALENKO": the honorific in the language of the paper, the family name in capitals. "" without a name."""
    family = person.family_name.upper()
    names = [family, person.given_name] if family_first else [person.given_name, family]
    words = [name for name in names if name]
    return " ".join([honorific, *words]) if words and honorific else " ".join(words)


def short_name(person: Person) -> str:
    """ "O. Kovalenko", for blocks and sentences where room is short; a name of one part stands in full."""
    if not person.family_name:
        return person.given_name
    return " ".join([*(f"{name[0]}." for name in person.given_name.split()), person.family_name])


def called(document: Document, person_id: str, language: str = "") -> str:
    """What to call somebody in a sentence: the short name, else function and organisation, else the country's code."""
    person = document.person(person_id)
    words = [document.words(text, language) for text in (person.function, person.organisation)]
    return short_name(person) or ", ".join(word for word in words if word) or person.country
