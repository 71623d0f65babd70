# SPDX-License-Identifier: EUPL-1.2
"""The people of a programme, each once, and their parts."""

from __future__ import annotations

from octodesk.exchange.papers.gathering import Draft, Gathering
from octodesk.exchange.papers.people import Named
from octodesk.exchange.papers.sessions import Part
from octodesk.exchange.papers.wordbook import folded
from octodesk.model.identity import contribution_id

_PLAIN = ("form_of_address", "given_name", "family_name", "own_script", "country")
_TEXTS = ("function", "organisation")


class Cast:
    """People by name; one who is named again is filled in, not doubled."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering
        self._by_name: dict[tuple[str, ...], Draft] = {}
        self._parts: dict[str, Draft] = {}

    def take(self, session: Draft, part: Part, language: str, point: str = "") -> None:
        """Somebody has a part in a session, or in one of its agenda points."""
        person = self._person(part, language)
        role = part.role or "speaker"
        part_id = contribution_id(session.id, person.id, role, point or None)
        known = self._parts.get(part_id)
        if known is None:
            whole = {"session": session.id, "person": person.id, "role": role}
            values = whole | ({"agenda_point": point} if point else {})
            known = self._parts[part_id] = self._gathering.add("contribution", part_id, **values)
        if part.named.way != "room":
            known.values["way"] = part.named.way
        if part.named.behalf:
            known.text("on_behalf_of")[language] = part.named.behalf
        self._gathering.use(part.line, known, "role")

    def _person(self, part: Part, language: str) -> Draft:
        named = part.named
        key = _key(named)
        person = self._by_name.get(key) if any(key) else None
        if person is None:
            person = self._gathering.add("person", status="accepted")
            self._by_name[key] = person
        self._fill(person, part, language)
        self._gathering.use(part.line, person, "family_name" if named.family_name else "function")
        return person

    def _fill(self, person: Draft, part: Part, language: str) -> None:
        named, values = part.named, person.values
        plain = {name: getattr(named, name) for name in _PLAIN} | {"titles": list(named.titles)}
        for name, value in plain.items():
            if value:
                values.setdefault(name, value)
        for name in _TEXTS:
            if words := getattr(named, name):
                person.text(name).setdefault(language, words)
        values.update({"status": named.status} if named.status else {})
        values.update({"remote": True} if named.way == "remote" else {})
        self._doubt(person, part, language)

    def _doubt(self, person: Draft, part: Part, language: str) -> None:
        named = part.named
        if not named.is_somebody:
            person.text("function").setdefault(language, part.role_words or part.role)
            self._gathering.guess("person-unknown", part.line, part.role_words, draft=person, name="function")
        elif named.doubtful:
            value = named.organisation or named.function
            self._gathering.guess(
                "function-or-organisation", part.line, value, draft=person, name="organisation"
            )


def _key(named: Named) -> tuple[str, ...]:
    """Who it is; somebody without a name is whoever has this function."""
    if named.family_name or named.given_name:
        return folded(named.family_name), folded(named.given_name)
    facts = (named.function, named.organisation, named.country)
    return ("", "", *map(folded, facts)) if any(facts) else ()
