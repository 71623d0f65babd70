# SPDX-License-Identifier: EUPL-1.2
"""The timetable of a document as rows: sessions where they stand, with their rooms, people and agenda points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.cast import Cast
from octodesk.exchange.papers.gathering import Draft, Gathering
from octodesk.exchange.papers.labels import ANY, Label
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.people import read_people, role_line
from octodesk.exchange.papers.rooms import Rooms
from octodesk.exchange.papers.sessions import Item, Part, items_of
from octodesk.exchange.papers.tails import Fact, fact_of, facts_line
from octodesk.exchange.papers.timetable import Entry, Slot, Timetable
from octodesk.exchange.papers.tongues import language_of_line
from octodesk.exchange.papers.wordbook import folded, matches
from octodesk.model.kinds import BUILT_IN_KINDS

NOWHERE: Final = frozenset({"break", "coffee", "lunch", "milestone", "social", "reception"})
"""Kinds that are held in no room unless one is named."""
_LONGEST_GAP: Final = 240
"""A single hour lasts until the next one, if that is no further away, in minutes."""

Tongue = Callable[[Line], str]


@dataclass(slots=True)
class Placed:
    """A session in the making, with where its slot stands."""

    draft: Draft
    slot: Slot
    start: datetime
    minutes: int | None
    columns: tuple[int, ...]
    across: bool
    alone: bool
    """Whether nothing else stands in its row."""
    named_rooms: bool = False


class Programme:
    """Reads every slot of a timetable into a gathering."""

    def __init__(
        self, gathering: Gathering, timetable: Timetable, dates: list[date], *, rooms: Rooms, language: str, tongues: list[str]
    ) -> None:  # fmt: skip
        """`dates` and `tongues`: the date and the language of each day of the timetable."""
        self._gathering, self._timetable, self._dates = gathering, timetable, dates
        self._rooms, self._language = rooms, language
        self._tongues = {
            line.number: tongues[slot.day]
            for slot in timetable.slots
            if 0 <= slot.day < len(tongues)
            for line in _lines_of(slot)
        }
        self._cast = Cast(gathering)
        self._placed: list[Placed] = []
        self._by_label: dict[tuple[object, ...], Placed] = {}
        self._words_of: dict[str, str] = {}
        """What each numbered kind is called where it comes first."""

    def read(self) -> list[Placed]:
        self._name_columns()
        for slot in self._timetable.slots:
            self._slot(slot)
        self._settle_lengths()
        self._settle_rooms()
        return self._placed

    # ---- rooms of columns

    def _name_columns(self) -> None:
        for (_, _), line in sorted(self._timetable.rooms.items()):
            if matches("|".join(vocabulary.COLUMNS.values()), line.text) or matches(_UNDECIDED, line.text):
                self._gathering.use(line)
            else:
                self._rooms.named(line.text, line, self._tongue(line))

    def _room_of_column(self, slot: Slot, column: int) -> Draft | None:
        """None for the column of what has no room yet."""
        line = self._timetable.rooms.get((slot.table, column))
        if line is None:
            return self._rooms.of_column(column, slot.line)
        if matches(_UNDECIDED, line.text):
            return None
        if matches("|".join(vocabulary.COLUMNS.values()), line.text):
            return None
        return self._rooms.named(line.text, None, self._tongue(line))

    # ---- slots

    def _slot(self, slot: Slot) -> None:
        if not 0 <= slot.day < len(self._dates):
            for line in {line.number: line for line in (*_lines_of(slot), slot.line)}.values():
                self._gathering.leave(line, "no-day")
            return
        self._gathering.use(slot.line)
        start = datetime.combine(self._dates[slot.day], slot.hours.start)
        if slot.hours.end is not None and slot.hours.minutes is None:
            self._gathering.guess("end-before-start", slot.line, slot.hours.end.isoformat("minutes"))
        full = [entry for entry in slot.cells if entry.lines or entry.asides]
        for entry in full:
            self._entry(slot, entry, start, alone=len(full) == 1)
        if not full:
            self._gathering.leave(slot.line, "nothing-then")

    def _entry(self, slot: Slot, entry: Entry, start: datetime, *, alone: bool) -> None:
        items, announcing = items_of(entry.lines, self._rooms.names)
        for line in announcing:
            self._gathering.use(line)
        columns = tuple(range(entry.column, entry.column + entry.span)) if slot.columns > 1 else ()
        across = slot.columns > 1 and entry.span >= slot.columns
        for item in items:
            placed = Placed(
                Draft("session", ""), slot, start, slot.hours.minutes, () if len(items) > 1 else columns, across,
                alone and len(items) == 1,
            )  # fmt: skip
            self._item(placed, item, entry)

    def _item(self, placed: Placed, item: Item, entry: Entry) -> None:
        key = self._key(placed, item)
        known = self._by_label.get(key)
        if known is not None and known.slot.table != placed.slot.table:
            self._fill(known, item, entry, again=True)
            return
        placed.draft = self._gathering.add("session")
        self._by_label[key] = placed
        self._placed.append(placed)
        self._kind(placed, item)
        self._fill(placed, item, entry, again=False)

    def _key(self, placed: Placed, item: Item) -> tuple[object, ...]:
        """What makes two mentions one session: its hour, and its number or else its title."""
        label = item.label
        if label is not None and label.number is not None:
            return placed.start, label.kind, label.number, label.extra
        return (
            placed.start,
            folded(" ".join(line.text for line in item.title)),
            bool(label and not item.title and label.kind),
        )

    # ---- one session

    def _kind(self, placed: Placed, item: Item) -> None:
        draft, first = placed.draft, item.first
        label = next((one for one in item.kinds if one.kind == "special-event"), None) or next(
            (one for one in item.kinds if one.kind != ANY), None
        )
        if item.label and item.label.number is not None:
            self._number(draft, item.label, first)
        kind = label.kind if label else ("plenary" if placed.across else "panel")
        if kind == "milestone" and placed.minutes:
            kind = "plenary" if placed.across else "panel"
        draft.values["kind"] = kind
        if first is not None:
            self._gathering.use(first, draft, "kind")
            if label is None or not label.certain:
                self._gathering.guess(
                    "kind", first, kind, draft=draft, name="kind", choices=tuple(BUILT_IN_KINDS)
                )

    def _number(self, draft: Draft, label: Label, line: Line | None) -> None:
        if label.kind in vocabulary.NUMBERED and not label.extra:
            draft.values.update(number=label.number, number_fixed=True)
            self._series(draft, label, line)
        else:
            draft.values["label_override"] = label.written
        if line is not None:
            self._gathering.use(line, draft, "number")

    def _series(self, draft: Draft, label: Label, line: Line | None) -> None:
        """ "Workshop 10" among "WS 1" to "WS 9" counts on; that is said."""
        word = re.sub(r"[\W\d]+$", "", folded(label.written))
        self._words_of.setdefault(label.kind, word)
        if self._words_of[label.kind] != word and label.kind == "workshop":
            self._gathering.guess(
                "number-of-series", line, str(label.number), draft=draft, name="number", label=label.written
            )

    def _fill(self, placed: Placed, item: Item, entry: Entry, *, again: bool) -> None:
        draft = placed.draft
        for line in item.structure:
            self._gathering.use(line, draft, "kind")
        self._texts(draft, "title", item.title, " ", again=again)
        self._texts(draft, "description", item.description, "\n", again=again)
        for name, told in (("cooperation", item.cooperation), ("occasion", item.occasion)):
            for words, line in told:
                draft.text(name).setdefault(self._tongue(line), words)
                self._gathering.use(line, draft, name)
        for name, lines in item.texts.items():
            self._texts(draft, name, lines, "\n", again=again)
        points = self._points(draft, item)
        for part in item.parts:
            self._cast.take(
                draft, part, self._tongue(part.line), points[part.point] if part.point >= 0 else ""
            )
        for fact, line in [*item.facts, *self._asides(entry, placed)]:
            self._fact(placed, fact, line)

    def _texts(self, draft: Draft, name: str, lines: list[Line], between: str, *, again: bool) -> None:
        by_language: dict[str, list[str]] = {}
        for line in lines:
            by_language.setdefault(self._tongue(line), []).append(line.text)
            self._gathering.use(line, draft, name)
        for language, words in by_language.items():
            if not (again and draft.text(name).get(language)):
                draft.text(name)[language] = between.join(words)

    def _points(self, draft: Draft, item: Item) -> list[str]:
        """The ids of the agenda points, in their order; those known already are filled in."""
        rows = [point for point in self._gathering.of("agenda_point") if point.values["session"] == draft.id]
        known = {folded(words): point for point in rows for words in point.values["text"].values()}
        found: list[Draft] = []
        for line, minutes in item.points:
            language = self._tongue(line)
            point = known.get(folded(line.text)) or self._translated(found, language, line)
            if point is None:
                point = self._gathering.add("agenda_point", session=draft.id, text={})
            point.text("text").setdefault(language, line.text)
            point.values.update({"minutes": minutes} if minutes else {})
            self._gathering.use(line, point, "text")
            found.append(point)
        return [point.id for point in found]

    @staticmethod
    def _translated(found: list[Draft], language: str, line: Line) -> Draft | None:
        """The point above, where this line says the same in the document's second language."""
        last = found[-1] if found else None
        declared = bool(line.style) and last is not None and language not in last.text("text")
        return last if declared else None

    def _asides(self, entry: Entry, placed: Placed) -> Iterator[tuple[Fact, Line]]:
        """What columns of their own say."""
        for what, line in entry.asides:
            if what in {"people", "moderator"}:
                role, words, _ = role_line(line.text) or (
                    "speaker" if what == "people" else "moderator",
                    line.text,
                    "",
                )
                for named in read_people(line, words):
                    self._cast.take(placed.draft, Part(role, named, line, ""), self._tongue(line))
            elif what == "room":
                fact = fact_of(line.text, self._rooms.names)
                yield (fact if fact and fact.what == "place" else Fact("room", line.text)), line
            else:
                yield from ((fact, line) for fact in facts_line(f"interpretation: {line.text}"))

    def _fact(self, placed: Placed, fact: Fact, line: Line) -> None:
        values, draft = placed.draft.values, placed.draft
        name = _FIELDS[fact.what]
        if fact.what == "room":
            room = self._rooms.named(fact.words, line, self._tongue(line))
            values["placement"] = [*values.get("placement", []), room.id]
            placed.named_rooms = True
        elif fact.what == "place":
            draft.text("place")[self._tongue(line)] = fact.words
        elif fact.what in {"interpretation", "floor"}:
            values[name] = sorted(fact.codes)
            if "uk" in fact.codes and "UK" in fact.words:
                self._gathering.guess("language-uk", line, "uk", draft=draft, name=name)
        else:
            values[name] = fact.words
        self._gathering.use(line, draft, name)

    # ---- when everything is known

    def _settle_lengths(self) -> None:
        starts = sorted({one.start for one in self._placed})
        for one in self._placed:
            kind = one.draft.values["kind"]
            if one.minutes is None and kind != "milestone":
                one.minutes = self._guessed_length(one, starts)
            one.draft.values["minutes"] = one.minutes or 0
            self._gathering.use(one.slot.line, one.draft, "placement")

    def _guessed_length(self, one: Placed, starts: list[datetime]) -> int:
        following = next((start for start in starts if start > one.start), None)
        gap = (following - one.start) // timedelta(minutes=1) if following else 0
        minutes = gap if 0 < gap <= _LONGEST_GAP else int(BUILT_IN_KINDS[one.draft.values["kind"]]["minutes"])
        self._gathering.guess("length", one.slot.line, str(minutes), draft=one.draft, name="minutes")
        return minutes

    def _settle_rooms(self) -> None:
        parallel = self._has_parallel_columns()
        for one in self._placed:
            rooms = list(dict.fromkeys(one.draft.values.get("placement", [])))
            if not rooms and one.columns and parallel and one.draft.values["kind"] not in NOWHERE:
                rooms = self._rooms_of_columns(one)
            one.draft.values["placement"] = {
                "start": one.start.isoformat(timespec="minutes"),
                "rooms": sorted(rooms),
                "exclusive": self._is_exclusive(one, rooms),
            }
        self._usual_languages()

    def _has_parallel_columns(self) -> bool:
        return any(
            one.columns and not one.across and (one.columns[0] > 0 or not one.alone) for one in self._placed
        )

    def _rooms_of_columns(self, one: Placed) -> list[str]:
        """A cell over all columns has the first room, unless the columns have names of their own and it may be any."""
        columns = one.columns[:1] if one.across else one.columns
        if one.across and (one.slot.table, 0) in self._timetable.rooms:
            return []
        found = (self._room_of_column(one.slot, column) for column in columns)
        return [room.id for room in found if room is not None]

    def _is_exclusive(self, one: Placed, rooms: list[str]) -> bool:
        kind = one.draft.values["kind"]
        if one.across:
            return True
        if BUILT_IN_KINDS[kind]["exclusive"]:
            return one.alone or kind == "milestone"
        return (
            kind in NOWHERE and not rooms and not one.draft.values.get("place") and self._nothing_beside(one)
        )

    def _nothing_beside(self, one: Placed) -> bool:
        end = one.start + timedelta(minutes=one.minutes or 0)
        others = (other for other in self._placed if other is not one)
        return not any(
            other.start < end and one.start < other.start + timedelta(minutes=other.minutes or 0)
            for other in others
        )

    def _usual_languages(self) -> None:
        """What is interpreted in a room every time it is said is what the room has."""
        by_room: dict[str, list[tuple[str, ...]]] = {}
        for one in self._placed:
            spoken = one.draft.values.get("interpretation", ())
            for room in one.draft.values["placement"]["rooms"] if spoken else ():
                by_room.setdefault(room, []).append(tuple(spoken))
        for room in self._gathering.of("room"):
            told = set(by_room.get(room.id, ()))
            if len(told) == 1:
                room.values["languages"] = list(told.pop())

    def _tongue(self, line: Line) -> str:
        return language_of_line(line, self._tongues.get(line.number, self._language))


_FIELDS: Final = {
    "room": "placement", "place": "place", "interpretation": "interpretation", "floor": "floor_languages",
    "access": "access", "status": "status",
}  # fmt: skip
_UNDECIDED: Final = (
    "elsewhere|ailleurs|en otro lugar|room to be decided|salle a decider|salle a determiner|sala por decidir|"
    "sala por determinar|no room yet"
)


def _lines_of(slot: Slot) -> Iterable[Line]:
    yield slot.line
    for cell in slot.cells:
        yield from cell.lines
