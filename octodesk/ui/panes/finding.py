# SPDX-License-Identifier: EUPL-1.2
"""Finding sessions and people by what is typed: accents and case forgiven, and typing errors where little is found.

No Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from octodesk.languages import folded
from octodesk.model import names
from octodesk.model.document import Document
from octodesk.model.rows import Person, Session

FEW = 3
"""Fewer exact finds than this, and like-sounding ones are added."""
ALIKE = 78
"""How alike (0 to 100) words must be to count as mistyped."""

_SESSION_TABLES = ("session", "kind", "room", "event", "day", "contribution", "person")


def sessions_found(document: Document, typed: str) -> frozenset[str]:
    """Ids of the sessions in whose label, titles, rooms or people every typed word stands."""
    return _found(document.derived("words of sessions", _SESSION_TABLES, _session_words), typed)


def people_found(document: Document, typed: str) -> frozenset[str]:
    """Ids of the people in whose names, functions, organisations or country every typed word stands."""
    return _found(document.derived("words of people", ("person",), _people_words), typed)


def _found(haystacks: Mapping[str, str], typed: str) -> frozenset[str]:
    wanted = folded(typed).split()
    exact = set(haystacks)
    for word in wanted:
        needle = _needle(word)
        exact = {key for key in exact if needle in haystacks[key]}
    if len(exact) >= FEW or len("".join(wanted)) < FEW:
        return frozenset(exact)
    return frozenset(exact | _alike(haystacks, wanted))


def _needle(word: str) -> str:
    """A letter or two must begin a word, or nearly everything would be found."""
    return word if len(word) >= FEW else f" {word}"


def _alike(haystacks: Mapping[str, str], wanted: list[str]) -> set[str]:
    """Each word is compared once, however many rows it stands in."""
    from rapidfuzz import fuzz

    vocabulary = {word for words in haystacks.values() for word in words.split()}
    found = set(haystacks)
    for word in wanted:
        near = {
            other for other in vocabulary
            if fuzz.ratio(word, other[: len(word) + 1], score_cutoff=ALIKE)
        }  # fmt: skip
        found = {key for key in found if near and not near.isdisjoint(haystacks[key].split())}
    return found


def _session_words(document: Document) -> dict[str, str]:
    return {one.id: " " + folded(" ".join(_words_of_session(document, one))) for one in document.sessions}


def _words_of_session(document: Document, session: Session) -> Iterable[str]:
    for language in document.languages:
        yield document.label(session.id, language)
        yield session.title.in_language(language) or document.title(session.id, language)
    for room in session.rooms:
        yield document.words(document.room(room).name)
    for person in document.people_of(session.id):
        yield names.printed_name(document.person(person))


def _people_words(document: Document) -> dict[str, str]:
    return {one.id: " " + folded(" ".join(_words_of_person(one))) for one in document.people}


def _words_of_person(person: Person) -> Iterable[str]:
    yield from (person.given_name, person.family_name, person.own_script, person.country)
    for text in (person.function, person.organisation):
        yield from (words for _, words in text.words)
