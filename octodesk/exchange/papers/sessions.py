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
from octodesk.model.kinds import BUILT_IN_KINDS

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


_TEXTS: Final = {"subtitle of session": "subtitle", "aim": "aim", "outcome": "outcome"}
_MARKED: Final = frozenset(
    {*_TEXTS, "session", "more title", "occasion", "facts", "description", "role", "person", "point", "role in point",
     "person in point"}
)  # fmt: skip
"""Styles that say what a line is, whatever its words."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody's part in an item, and the words that say which ("Moderator")."""

    role: str
    named: Named
    line: Line
    role_words: str
    point: int = -1
    """The agenda point it is in, by its place in the list; -1: in the whole."""


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
    texts: dict[str, list[Line]] = field(default_factory=dict)
    """Subtitle, aim and outcome, where the document marks them."""
    cooperation: list[tuple[str, Line]] = field(default_factory=list)
    occasion: list[tuple[str, Line]] = field(default_factory=list)
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
    if line.style:
        return False  # this program writes one session into a cell
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
            (
                self._marked_first
                if line.said("name") or line.said("label") or line.said("kind")
                else self._first
            )(line)
        elif line.style in _MARKED:
            self._marked(line)
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
        label = self._label(text)
        title = label.title if label else text
        self._title_follows = not title
        if title:
            self._item.title.append(replace(line, text=title))

    def _label(self, text: str) -> Label | None:
        label = read_label(text)
        self._item.label = label
        if label:
            self._item.kinds.append(label)
        return label

    def _marked_first(self, line: Line) -> None:
        """A first line whose parts are marked: number, kind, name, what is uncertain."""
        number, kind, name = line.said("label"), line.said("kind"), line.said("name")
        if kind and (closed := fact_of(kind)) is not None:
            self._item.facts.append((closed, line))
            kind = ""
        label = (numbered_label(f"{number}:") or Label(ANY, "", 0, number, extra=True)) if number else None
        if label is None:
            label = _kind_named(kind) or read_label(name)
        elif kind:
            label = replace(label, kind=(_kind_named(kind) or label).kind)
        self._item.label = label
        self._item.kinds.extend([label] if label else [])
        self._item.title.extend([replace(line, text=name)] if name else [])
        self._title_follows = not name
        for mark in line.said("mark").strip(" ()").split(", "):
            if fact := fact_of(mark):
                self._item.facts.append((fact, line))
        self._marked_facts(line, _behind_title(line))

    # ---- lines whose styles say what they are

    def _marked(self, line: Line) -> None:
        if line.style in _TEXTS:
            self._item.texts.setdefault(_TEXTS[line.style], []).append(line)
        elif line.style == "description":
            self._item.description.append(line)
        elif line.style in {"session", "more title"}:
            self._more_names(line)
        elif line.style == "point":
            self._point(line)
        elif line.style == "occasion":
            self._marked_occasion(line)
        elif line.style == "facts":
            self._item.structure.append(line)
            self._marked_facts(line, line.text)
        else:
            self._marked_people(line)

    def _more_names(self, line: Line) -> None:
        """The title in the document's second language; a label alone says nothing more."""
        if line.said("name") or not line.said("label"):
            self._item.title.append(replace(line, text=line.said("name") or line.text))
        else:
            self._item.structure.append(line)

    def _point(self, line: Line) -> None:
        length = line.said("minutes")
        text = line.text.removesuffix(length).rstrip(" ·\u00a0") if length else line.text
        self._item.points.append((replace(line, text=text), minutes_in(length) if length else None))

    def _marked_occasion(self, line: Line) -> None:
        if label := read_label(line.text):
            self._item.kinds.append(label)
        if partner := line.said("partner"):
            self._item.cooperation.append((partner, line))
        if occasion := line.said("occasion"):
            self._item.occasion.append((occasion, line))

    def _marked_facts(self, line: Line, rest: str) -> None:
        for what, words in line.named:
            fact = {"room": "room", "elsewhere": "place"}.get(what)
            if fact:
                self._item.facts.append((Fact(fact, words.strip()), line))
                rest = rest.replace(words, "", 1)
        self._item.facts.extend((fact, line) for fact in facts_line(rest.strip(" ·,"), self._rooms))

    def _marked_people(self, line: Line) -> None:
        in_point = line.style in {"role in point", "person in point"}
        role = role_line(line.text)
        if line.style.startswith("role") and role is not None:
            self._role, _, self._role_words = role
            self._item.structure.append(line)
            return
        point = len(self._item.points) - 1 if in_point else -1
        for named in read_people(line, line.text):
            self._item.parts.append(Part(self._role or "speaker", named, line, self._role_words, point))

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
        return not role[1] or looks_like_a_person(role[1]) or matches(vocabulary.UNKNOWN_PERSON, role[1])

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
            partner = line.text[match.start("partner") : match.end("partner")].strip(" :,")
            self._item.cooperation.append((partner, line))
        words = (
            line.text[match.start("occasion") : match.end("occasion")].strip(" :")
            if given["occasion"]
            else ""
        )
        if words:
            self._item.occasion.append((words, line))
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
        self._title_follows = bool(self._item.cooperation or self._item.occasion)


def _kind_named(words: str) -> Label | None:
    """The kind of this name, as the program calls it or as programmes do."""
    wanted = folded(words).strip()
    for kind_id, kind in BUILT_IN_KINDS.items():
        if wanted in map(folded, kind["name"].values()):
            return Label(kind_id, "")
    return read_label(f"{words}:") if wanted else None


def _behind_title(line: Line) -> str:
    """What stands behind the last part of a title."""
    rest = line.text
    for what, words in line.named:
        if what in {"label", "kind", "name", "mark"} and words.strip() in rest:
            rest = rest.split(words.strip(), 1)[1]
    return rest


def minutes_in(words: str) -> int:
    """The minutes of "50 min", "2 h", "1 h 50"."""
    numbers = [int(one) for one in re.findall(r"\d+", words)]
    if "h" not in words:
        return numbers[0] if numbers else 0
    hours, rest = (*numbers, 0, 0)[:2]
    return hours * 60 + rest
