# SPDX-License-Identifier: EUPL-1.2
"""The facts of a conflict as words for its sentence: names, hours, lengths, languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import cast

from octodesk import languages
from octodesk.languages import _
from octodesk.model import clock
from octodesk.model.checks import Conflict
from octodesk.model.checks.found import Fact
from octodesk.model.checks.ground import ground_of
from octodesk.model.checks.interpretation import rooms_with
from octodesk.model.document import Document
from octodesk.model.rows import Track
from octodesk.wording.things import hour, hour_at, people_named, rooms_named, session_name


def facts_of(document: Document, conflict: Conflict) -> Mapping[str, str]:
    """By the names of the places in the sentences."""
    named = [session_name(document, one) for one in conflict.sessions] or [""]
    return {
        "session": named[0],
        "other": named[-1],
        "sessions": _listed(named),
        "rooms": rooms_named(document, conflict.rooms),
        "people": people_named(document, conflict.people),
        "from_time": "" if conflict.begins is None else hour_at(document, conflict.begins),
        "until": "" if conflict.ends is None else hour_at(document, conflict.ends),
        **dict(_told(document, conflict)),
    }


def _told(document: Document, conflict: Conflict) -> Iterator[tuple[str, str]]:
    for name, fact in conflict.facts:
        if name in _WORDS:
            place, words = _WORDS[name]
            yield place, words(document, fact)
    zones = cast("tuple[str, ...]", dict(conflict.facts).get("zones", ()))
    if zones and conflict.begins is not None and conflict.ends is not None:
        yield "night", _listed([_there(document, one, conflict.begins, conflict.ends) for one in zones])


def rooms_that_interpret(document: Document, conflict: Conflict) -> tuple[str, ...]:
    """The rooms that have the languages a conflict says are missing, at its time."""
    assert conflict.begins is not None and conflict.ends is not None
    ground = ground_of(document)
    day = clock.wall_clock(conflict.begins, ground.zone).date()
    missing = cast("tuple[str, ...]", dict(conflict.facts)["languages"])
    return rooms_with(ground, missing, day, (conflict.begins, conflict.ends))


def _there(document: Document, zone: str, begins: int, ends: int) -> str:
    """ "Tokyo (23:00 to 00:50)": the hours on the clocks there."""
    first, last = (hour(document, clock.wall_clock(one, zone)) for one in (begins, ends))
    return _("{city} ({from_time} to {until} there)").format(city=city(zone), from_time=first, until=last)


def city(zone: str) -> str:
    """The city of an IANA zone, "Sao Paulo"."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")


def _listed(items: list[str]) -> str:
    return languages.listed(items, languages.language())


def _duration(_document: Document, fact: Fact) -> str:
    return languages.duration(cast("int", fact), languages.language())


def _number(_document: Document, fact: Fact) -> str:
    return languages.number(cast("int", fact), languages.language())


def _languages(_document: Document, fact: Fact) -> str:
    spoken = languages.language()
    return _listed([languages.language_name(one, spoken) for one in cast("tuple[str, ...]", fact)])


def _day(_document: Document, fact: Fact) -> str:
    if not fact:
        return ""
    return languages.day_name(date.fromisoformat(cast("str", fact)), languages.language())


def _track(document: Document, fact: Fact) -> str:
    track = cast("Track | None", document.find("track", cast("str", fact)))
    name = document.words(track.name, languages.language()) if track else ""
    return languages.quoted(name or cast("str", fact), languages.language())


_WORDS: Mapping[str, tuple[str, Callable[[Document, Fact], str]]] = {
    "gap": ("gap", _duration),
    "needed": ("needed", _duration),
    "length": ("length", _duration),
    "planned": ("planned", _duration),
    "lacking": ("lacking", _duration),
    "most": ("most", _duration),
    "expected": ("expected", _number),
    "seats": ("seats", _number),
    "team": ("team", _number),
    "languages": ("languages", _languages),
    "date": ("date", _day),
    "from": ("first", _day),
    "until": ("last", _day),
    "track": ("track", _track),
    "equipment": ("equipment", lambda _document, fact: _listed(list(cast("tuple[str, ...]", fact)))),
    "zones": ("zones", lambda _document, fact: _listed([city(one) for one in cast("tuple[str, ...]", fact)])),
}
"""By fact: its place in the sentences, and how it is said."""
