# SPDX-License-Identifier: EUPL-1.2
"""People whom both sides of a merge have added, each in a row of their own: they may be one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from octodesk.model.document import Document
from octodesk.model.rows import Person


@dataclass(frozen=True, slots=True)
class Twins:
    """The ids of two people with the same name."""

    mine: str
    theirs: str


def twins(base: Document, mine: Document, theirs: Document) -> tuple[Twins, ...]:
    """Pairs of one that I added and one that they added, by id."""
    here: dict[frozenset[str], str] = {}
    for person in _added(base, mine):
        here.setdefault(_name(person), person.id)
    found = ((here.get(_name(person)), person.id) for person in _added(base, theirs))
    return tuple(Twins(one, other) for one, other in found if one is not None and one != other)


def _added(base: Document, side: Document) -> Iterator[Person]:
    for row_id, row in sorted(side.table("person").items()):
        person = cast("Person", row)
        if base.find("person", row_id) is None and _name(person):
            yield person


def _name(person: Person) -> frozenset[str]:
    """The words of a name without accents and case, in whatever order they were typed."""
    letters = unicodedata.normalize("NFKD", f"{person.given_name} {person.family_name}".casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return frozenset(plain.replace("-", " ").split())
