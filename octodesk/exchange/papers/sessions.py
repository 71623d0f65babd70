# SPDX-License-Identifier: EUPL-1.2
"""The lines of one cell, or behind one time, as items of the programme: label, title, agenda points, people, rooms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.hours import read_hours
from octodesk.exchange.papers.labels import ANY, Label, numbered_label, read_label
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.people import Named, looks_like_a_person, read_people, role_line
from octodesk.exchange.papers.tails import Fact, fact_of, facts_line, without_tail
from octodesk.exchange.papers.wordbook import folded, matches

_SIDE_BY_SIDE: Final = re.compile(r"\s+(?:/|\||//)\s+")
_OCCASION: Final = re.compile(
    r"(?:.*?\b)?(?:in co-?operation with|en cooperation avec|en cooperacion con|con la cooperacion de)\s+(?P<partner>.+?)"
    r"(?:\s+(?:on the occasion of(?: the)?|a l'occasion (?:de la|de l'|du|des|de|d')|con (?:motivo|ocasion) (?:de la|de los|del|de))"
    r"\s*:?\s*(?P<occasion>.*))?"
)
_ONLY_OCCASION: Final = re.compile(
    r"(?:special event|evenement special|acto especial)\s+(?:organi[sz]ed |organise |organizado )?"
    r"(?:on the occasion of(?: the)?|a l'occasion (?:de la|de l'|du|des|de|d')|con (?:motivo|ocasion) (?:de la|del|de))"
    r"\s*:?\s*(?P<occasion>.*)"
)


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an item, and the words that say which ("Moderator")."""

    role: str
    named: Named
    line: Line
    role_words: str


@dataclass
class Item:
    """What one item of the programme says. Each text with the lines it stands on."""

    label: Label | None = None
    first: Line | None = None
    title: list[Line] = field(default_factory=list)
    description: list[Line] = field(default_factory=list)
    points: list[tuple[Line, int | None]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    facts: list[tuple[Fact, Line]] = field(default_factory=list)
    cooperation: tuple[str, Line] | None = None
    occasion: tuple[str, Line] | None = None
    structure: list[Line] = field(default_factory=list)
    kinds: list[Label] = field(default_factory=list)
    """What its lines say of its kind, the first one first."""


def items_of(lines: list[Line], rooms: frozenset[str]) -> tuple[list[Item], list[Line]]:
    """(the items of a cell, the lines that only announce them)."""
    announcing: list[Line] = []
    items: list[Item] = []
    for group in _grouped(lines, announcing):
        item = Item()
        reading = _Reading(item, rooms)
        for line in group:
            reading.take(line)
        reading.end()
        items.append(item)
    return items, announcing


def _grouped(lines: list[Line], announcing: list[Line]) -> Iterator[list[Line]]:
    """The lines of each item: another begins at a number of its own, and where two stand on one line."""
    group: list[Line] = []
    for line in _parted(lines):
        if not line.bullet and matches(vocabulary.PARALLEL, line.text) and not any(map(_begins, group)):
            announcing.append(line)
            continue
        if group and _begins(line) and (_begins(group[0]) or not line.bullet):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _parted(lines: list[Line]) -> Iterator[Line]:
    for line in lines:
        pieces = _SIDE_BY_SIDE.split(line.text)
        if len(pieces) > 1 and all(numbered_label(piece) for piece in pieces):
            yield from (replace(line, text=piece.strip(), named=()) for piece in pieces)
        else:
            yield line


def _begins(line: Line) -> bool:
    """Whether a line begins an item of its own: a numbered workshop, outlook or lightning talks."""
    if line.bullet and read_hours(line.text):
        return False
    label = numbered_label(line.text)
    return label is not None and label.kind in (
        vocabulary.NUMBERED if line.bullet else {*vocabulary.NUMBERED, "panel", ANY}
    )


class _Reading:
    """Reads the lines of one item one after the other."""

    def __init__(self, item: Item, rooms: frozenset[str]) -> None:
        self._item, self._rooms = item, rooms
        self._role = ""
        self._role_words = ""
        self._title_follows = False

    def take(self, line: Line) -> None:
        if self._item.first is None:
            self._item.first = line
            self._first(line)
        elif not self._known(line):
            self._other(line)

    def end(self) -> None:
        """A label alone is the title only where nothing else was."""
        if not self._item.title and self._item.description and self._title_follows:
            self._item.title.append(self._item.description.pop(0))

    # ---- the first line

    def _first(self, line: Line) -> None:
        text, facts = without_tail(line.text, self._rooms)
        self._item.facts.extend((fact, line) for fact in facts)
        if self._occasion(replace(line, text=text)):
            return
        label = self._label(line, text)
        title = label.title if label else text
        self._title_follows = not title
        if title:
            self._item.title.append(replace(line, text=title))

    def _label(self, line: Line, text: str) -> Label | None:
        kind = line.said("kind")
        label = read_label(text)
        if kind and label is not None and label.number is None:
            label = read_label(f"{kind}:") or label
            label = replace(label, title=text[len(kind) :].lstrip(" :\u00a0\u202f"), certain=True)
        self._item.label = label
        if label:
            self._item.kinds.append(label)
        return label

    # ---- the lines below

    def _known(self, line: Line) -> bool:
        return self._of_role(line) or self._of_facts(line) or (not line.bullet and self._occasion(line))

    def _of_role(self, line: Line) -> bool:
        role = role_line(line.text)
        if role is not None and not (line.bullet and not role[1]) and self._is_role(role, line):
            self._role, words, self._role_words = role
            if words:
                self._people(line, words)
                self._role = "" if not words.endswith((",", ";")) else self._role
            else:
                self._item.structure.append(line)
            return True
        if self._role and (line.bullet or looks_like_a_person(line.text) or line.said("family name")):
            self._people(line, line.text)
            return True
        self._role = ""
        if looks_like_a_person(line.text) and ("," in line.text or line.bullet):
            self._people(line, line.text, role="speaker")
            return True
        return False

    def _is_role(self, role: tuple[str, str, str], line: Line) -> bool:
        """ "Keynote: …" names people only where somebody is named; else it is a point or a title."""
        if role[0] not in {"keynote", "opening-address"} and not line.bullet:
            return True
        return (
            not role[1] or looks_like_a_person(role[1]) or bool(matches(vocabulary.UNKNOWN_PERSON, role[1]))
        )

    def _people(self, line: Line, words: str, role: str = "") -> None:
        for named in read_people(line, words):
            self._item.parts.append(Part(role or self._role, named, line, self._role_words))

    def _of_facts(self, line: Line) -> bool:
        if line.bullet:
            return False
        facts = facts_line(line.text, self._rooms)
        if not facts and line.text.startswith("(") and (fact := fact_of(line.text.strip("()"), self._rooms)):
            facts = [fact]
        if (
            facts
            and all(fact.what == "status" for fact in facts)
            and not line.text.startswith("(")
            and not self._item.title
        ):
            return False
        self._item.facts.extend((fact, line) for fact in facts)
        return bool(facts)

    def _occasion(self, line: Line) -> bool:
        plain = folded(line.text)
        match = _OCCASION.fullmatch(plain) or _ONLY_OCCASION.fullmatch(plain)
        if match is None or len(plain) > 400:
            return False
        if label := read_label(line.text):
            self._item.kinds.append(label)
        given = match.groupdict()
        if given.get("partner"):
            self._item.cooperation = (
                line.text[match.start("partner") : match.end("partner")].strip(" :,"),
                line,
            )
        words = (
            line.text[match.start("occasion") : match.end("occasion")].strip(" :")
            if given["occasion"]
            else ""
        )
        if words:
            self._item.occasion = (words, line)
        if given.get("partner") is None or not words:
            self._item.structure.append(line)
        self._title_follows = not self._item.title
        return True

    def _other(self, line: Line) -> None:
        if line.bullet:
            hours = read_hours(line.text)
            text = hours.rest if hours and hours.rest else line.text
            self._item.points.append((replace(line, text=text), hours.minutes if hours else None))
            self._title_follows = False
        elif self._title_follows and not self._item.points:
            self._more_title(line)
        else:
            self._item.description.append(line)

    def _more_title(self, line: Line) -> None:
        text, facts = without_tail(line.text, self._rooms)
        label = read_label(text) if not self._item.title else None
        if label is not None and label.number is None and label.title and not self._item.kinds:
            self._item.kinds.append(label)
            text = label.title
        self._item.facts.extend((fact, line) for fact in facts)
        self._item.title.append(replace(line, text=text))
        # The titles of a special event stand on lines of their own, one below the other.
        self._title_follows = self._item.cooperation is not None or self._item.occasion is not None
