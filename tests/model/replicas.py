# SPDX-License-Identifier: EUPL-1.2
"""Three copies of one conference, each with its own author and device, and random things their people do to them.

Every step goes the desk's way: stamp, add to the log, Delta, document. What a step says it touched is compared with
what it really changed.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from octodesk.model.delta import Delta, States, delta_of, states_of, states_of_row
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Addition, Author, Change, Edit
from octodesk.model.log import Log
from octodesk.model.resolve import ABSENT, FieldKey, FieldState, Life, RowKey
from octodesk.model.rows import ROWS, attribute, fields_of
from octodesk.model.stamped import ChangeRef, Stamp, Stamped, stamp
from octodesk.model.undo import redo_target, standing_on, undo_target
from tests.oracle import Oracle

MAKER = Author("m" * 16, "Maker")
PEOPLE = (Author("a" * 16, "Ana"), Author("b" * 16, "Ben"), Author("c" * 16, "Chloe"))


def placement(start: str, *rooms: str, exclusive: bool = False) -> dict[str, Any]:
    return {"start": f"2021-11-17T{start}", "rooms": sorted(rooms), "exclusive": exclusive}


SET: tuple[tuple[str, str, str, tuple[Any, ...]], ...] = (
    ("session", "s", "title.en", ("Ransomware", "Cloud", "", "Darknet")),
    ("session", "s", "title.en", ("Courts", "Judges")),
    ("track", "j", "color", ("#1F5A96", "#1C6B50")),
    ("track", "k", "name.en", ("Crime", "Evidence")),
    ("session", "s", "title.fr", ("Rançongiciels", "Nuage", "")),
    ("session", "s", "placement", (placement("09:00", "A"), placement("09:00", "A", "B"), placement("10:00", "C"), None)),
    ("session", "t", "placement", (placement("11:00", "A"), placement("11:00", "B", exclusive=True))),
    ("session", "s", "kind", ("workshop", "never-added", "")),
    ("session", "s", "minutes", (30, 90)),
    ("room", "A", "name.en", ("Hall", "Room 1")),
    ("room", "B", "capacity", (40, None)),
    ("person", "p", "function.fr", ("Juge", "Procureure")),
    ("heading", "h", "sessions", (["s"], ["s", "t"], [])),
    ("session", "s", "mood.of.tomorrow", ("sunny",)),
    ("weather", "w", "sky", ("blue", "grey")),
)  # fmt: skip
"""Field by field what may be set. Few, so that people meet; two of them only a newer program knows."""

ADD = (
    ("track", "k", {"name.en": "Crime"}),
    ("session", "t", {"title.en": "Training", "kind": "workshop"}),
    ("session", "u", {"title.en": "Outlook", "placement": placement("12:00", "B")}),
    ("room", "C", {"name.en": "Room 3"}),
    ("person", "q", {"family_name": "Adeyemi"}),
    ("agenda_point", "g", {"session": "t", "text.en": "Opening"}),
    ("weather", "w", {"sky": "blue"}),
)
CONTRIBUTE = (("s", "p"), ("s", "q"), ("t", "p"), ("t", "q"))
DELETE = (("track", "j"), ("track", "k"), ("session", "s"), ("session", "t"), ("room", "A"), ("room", "B"), ("room", "C"), ("person", "p"),
          ("person", "q"), ("kind", "workshop"), ("heading", "h"), ("session", "u"))  # fmt: skip


def the_conference() -> list[Stamped]:
    rows = (
        Addition("event", "event", {"short_name": "Test 2021", "languages": ["en", "fr"]}),
        Addition("kind", "workshop", {"pattern.en": "WS {n}"}),
        Addition("track", "j", {"name.en": "Justice"}),
        Addition("room", "A", {"name.en": "Room 1"}),
        Addition("room", "B", {"name.en": "Room 2"}),
        Addition("person", "p", {"family_name": "Okafor"}),
        Addition("session", "s", {"kind": "workshop", "title.en": "Ransomware", "placement": placement("09:00", "A")}),
        Addition("heading", "h", {"sessions": ["s"]}),
    )  # fmt: skip
    made = Replica([], author=MAKER, device="maker")
    made.make(Edit("event-created", tuple(change for row in rows for change in row.changes()), kind="create"))
    return list(made.log)


class Replica:
    """One person's copy. Nothing but arguments decides what its edits are called."""

    def __init__(self, edits: Iterable[Stamped], *, author: Author, device: str) -> None:
        self.author, self.device = author, device
        self.log = Log(edits)
        self.states: States = states_of(self.log)
        self.document = Document.of_log(self.log)
        self.taken_last: frozenset[str] = frozenset()
        """The edits of the last merge, while nothing has come after it."""
        self._count = itertools.count()

    def make(self, edit: Edit) -> Stamped:
        by = Stamp(
            event="event",
            parents=tuple(sorted(self.log.heads)),
            lamport=self.log.next_lamport,
            author=self.author,
            device=self.device,
            wall="2021-10-01T08:00:00Z",
            salt=self._salt,
        )
        stamped = stamp(edit, by, self._in_force)
        self._step(lambda: self.log.add([stamped]), [stamped.id])
        self.taken_last = frozenset()
        return stamped

    def do(self, *changes: Change, kind: str = "do") -> Stamped:
        return self.make(Edit("edited", changes, kind=kind))

    def take(self, edits: Iterable[Stamped]) -> None:
        new = [edit for edit in edits if edit.id not in self.log]
        if new:
            self._step(lambda: self.log.add(new), [edit.id for edit in new])
            self.taken_last = frozenset(edit.id for edit in new)

    def take_out_last(self) -> bool:
        """What was removed for good cannot come back, so a merge that brought such an edit stays."""
        if not self.taken_last or any(self.log[edit].redacts for edit in self.taken_last):
            return False
        gone, self.taken_last = self.taken_last, frozenset()
        self._step(lambda: self.log.take_out(gone), sorted(gone))
        return True

    def undo_edit(self) -> str | None:
        """The edit that undo takes back, None also where somebody else's work stands on it."""
        target = undo_target(self.log.own_steps(self.author.id, self.device))
        blocked = target is not None and standing_on(self.log, target, self.author.id)
        return None if blocked else target

    def undo(self) -> Stamped | None:
        target = self.undo_edit()
        return self.make(Edit("undone", kind="undo", retracts=target)) if target else None

    def redo(self) -> Stamped | None:
        target = redo_target(self.log.own_steps(self.author.id, self.device))
        return self.make(Edit("redone", kind="redo", retracts=target)) if target else None

    def _salt(self) -> bytes:
        return hashlib.sha256(f"{self.author.id} {next(self._count)}".encode()).digest()[:16]

    def _in_force(self, table: str, row_id: str, name: str) -> list[ChangeRef]:
        return [head.ref for head in self.log.resolved((table, row_id, name)).heads]

    def _step(self, change: Callable[[], set[FieldKey]], edits: Iterable[str]) -> None:
        before = self.states
        touched = change()
        delta = self._delta(before, touched, edits)
        self.states = states_of(self.log)
        assert changed_fields(before, self.states) == set(delta.fields)
        self.document = self.document.with_delta(delta)

    def _delta(self, before: States, touched: Iterable[FieldKey], edits: Iterable[str]) -> Delta:
        return delta_of(touched, lambda key: _state(before, key), self.log.resolved, self._life, edits)

    def lives(self, row: RowKey) -> bool:
        """Whether the log says so; of tables that only a newer program knows the document says nothing."""
        return self._life(row).alive

    def _life(self, row: RowKey) -> Life:
        return self.log.life(row, states_of_row(self.log, row))


def _state(states: States, key: FieldKey) -> FieldState:
    return states.get(key[:2], {}).get(key[2], ABSENT)


def changed_fields(before: States, after: States) -> set[FieldKey]:
    keys = {(*row, name) for states in (before, after) for row, named in states.items() for name in named}
    return {key for key in keys if _state(before, key) != _state(after, key)}


# -- what people do


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done at one copy; `which` and `how` choose among what is possible there."""

    what: str
    who: int
    which: int = 0
    how: int = 0


OFTEN = ("set", "set", "set", "set", "set", "merge", "merge", "merge", "merge", "add", "add", "delete", "delete", "undo",
         "undo", "undo", "redo", "redo", "contribute", "settle", "settle", "take out", "redact", "version", "cross",
         "cross")  # fmt: skip

acts = st.builds(
    Act, st.sampled_from(OFTEN), st.sampled_from((0, 0, 1, 1, 2)), st.integers(0, 15), st.integers(0, 3)
)
histories = st.lists(acts, min_size=10, max_size=26)


@dataclass
class World:
    """The three copies, and what became of each act."""

    copies: list[Replica] = field(default_factory=list)
    written: list[Stamped] = field(default_factory=list)

    @classmethod
    def new(cls) -> World:
        base = the_conference()
        copies = [Replica(base, author=who, device=f"device of {who.name}") for who in PEOPLE]
        return cls(copies)

    @classmethod
    def after(cls, history: Iterable[Act]) -> World:
        world = cls.new()
        for act in history:
            world.act(act)
        return world

    def act(self, act: Act) -> Replica:
        copy = self.copies[act.who]
        made = _DOES[act.what](self, copy, act)
        if made is not None:
            self.written.append(made)
        return copy

    def union(self) -> Log:
        log = self.copies[0].log.copy()
        for copy in self.copies[1:]:
            log.add(copy.log)
        return log


def _set(_: World, copy: Replica, act: Act) -> Stamped | None:
    table, row_id, name, values = SET[act.which % len(SET)]
    if copy.document.find(table, row_id) is None and not copy.lives((table, row_id)):
        return None
    value = values[act.how % len(values)]
    two_at_once = act.how == 3 and table == "session"
    also = [Change(table, row_id, "note", f"{copy.author.name} {name}")] if two_at_once else []
    return copy.do(Change(table, row_id, name, value), *also)


def _add(_: World, copy: Replica, act: Act) -> Stamped | None:
    table, row_id, values = ADD[act.which % len(ADD)]
    if copy.document.ever_used(table, row_id):
        return None
    also = {"note": copy.author.name} if act.how % 2 and table == "session" else {}
    return copy.do(*Addition(table, row_id, {**values, **also}).changes())


def _contribute(_: World, copy: Replica, act: Act) -> Stamped | None:
    """The same contribution added again, here or elsewhere, is one."""
    session, person = CONTRIBUTE[act.which % len(CONTRIBUTE)]
    if copy.document.find("session", session) is None or copy.document.find("person", person) is None:
        return None
    values = {"session": session, "person": person, "minutes": 5 * act.how}
    return copy.do(*Addition("contribution", f"{session}-{person}", values).changes())


def _delete(_: World, copy: Replica, act: Act) -> Stamped | None:
    parts = tuple(("contribution", one) for one in copy.document.table("contribution"))
    table, row_id = (*DELETE, *parts)[act.which % (len(DELETE) + len(parts))]
    if copy.document.find(table, row_id) is None:
        return None
    freed = []
    if table == "room" and act.how % 2:
        freed = [
            Change("session", one.id, "placement", {**one.placement.plain(), "rooms": [r for r in one.rooms if r != row_id]})
            for one in copy.document.sessions
            if one.placement and row_id in one.rooms
        ]  # fmt: skip
    return copy.do(Change(table, row_id, ALIVE, False), *freed)


def _settle(_: World, copy: Replica, act: Act) -> Stamped | None:
    open_fields = sorted(copy.document.open_fields.items(), key=lambda item: item[0])
    contested = sorted(copy.document.contested)
    questions = len(open_fields) + len(contested)
    if not questions:
        return None
    place = act.which % questions
    if place < len(open_fields):
        key, state = open_fields[place]
        chosen = state.distinct()[act.how % len(state.distinct())].value
        return copy.do(Change(*key, chosen), kind="settle")
    return copy.do(Change(*contested[place - len(open_fields)], ALIVE, act.how % 2 == 0), kind="settle")


def _merge(world: World, copy: Replica, act: Act) -> None:
    copy.take(world.copies[(act.who + 1 + act.which % 2) % 3].log)


def _redact(_: World, copy: Replica, act: Act) -> Stamped | None:
    refs = [
        (edit.id, place) for edit in copy.log for place, one in enumerate(edit.changes) if one.field != ALIVE
    ]
    chosen = refs[-1 - (act.which * 4 + act.how) % len(refs)]
    return copy.make(Edit("removed-for-good", kind="redact", redacts=(chosen,)))


def _version(_: World, copy: Replica, act: Act) -> Stamped:
    return copy.do(Change("event", "event", "version", f"Version {act.which}"), kind="version")


def _cross(world: World, copy: Replica, act: Act) -> Stamped | None:
    """Somebody writes or adds, another builds on it, and the first takes it back without having seen that."""
    other = (act.who + 1) % 3
    made = _add(world, copy, act) if act.how == 1 else _set(world, copy, act)
    if made is None:
        return None
    change = made.changes[-1]
    world.copies[other].take(copy.log)
    world.written += [made, world.copies[other].do(Change(*change.key, made.value(len(made.changes) - 1)))]
    return copy.undo()


def _take_out(world: World, copy: Replica, act: Act) -> None:
    if not copy.taken_last:
        _merge(world, copy, act)
    copy.take_out_last()


_DOES: dict[str, Callable[[World, Replica, Act], Stamped | None]] = {
    "set": _set,
    "add": _add,
    "contribute": _contribute,
    "delete": _delete,
    "settle": _settle,
    "merge": _merge,
    "take out": _take_out,
    "cross": _cross,
    "redact": _redact,
    "version": _version,
    "undo": lambda _, copy, __: copy.undo(),
    "redo": lambda _, copy, __: copy.redo(),
}


# -- what is compared


def shown(document: Document) -> dict[RowKey, dict[str, Any]]:
    """Every live row, field by field as JSON writes it, without what holds its default."""
    return {
        (table, row_id): dict(_fields(row, table))
        for table in ROWS
        for row_id, row in document.table(table).items()
    }


def _fields(row: Any, table: str) -> Iterator[tuple[str, Any]]:
    fresh = ROWS[table](row.id)
    for name, kind in fields_of(table).items():
        value = getattr(row, attribute(name))
        if value == getattr(fresh, attribute(name)):
            continue
        if kind.translated:
            yield from ((f"{name}.{language}", words) for language, words in value.words)
        else:
            yield name, kind.write(value)


def expected(oracle: Oracle) -> dict[RowKey, dict[str, Any]]:
    """The same by the oracle: rows of tables this program knows, with the fields it knows."""
    return {row: dict(_known(*row, fields)) for row, fields in oracle.state().items() if row[0] in ROWS}


def _known(table: str, row_id: str, fields: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    defaults = {
        name: kind.write(getattr(ROWS[table](row_id), attribute(name)))
        for name, kind in fields_of(table).items()
    }
    for name, value in fields.items():
        base = name.split(".")[0]
        if base in defaults and value not in (None, "") and value != defaults[base]:
            yield name, value


def questions(document: Document) -> tuple[dict[FieldKey, list[Any]], dict[RowKey, str]]:
    """Every field with more than one value, winner first, and every contested row."""
    fields = {key: [head.value for head in state.distinct()] for key, state in document.open_fields.items()}
    return fields, dict(document.contested)


def expected_questions(oracle: Oracle) -> tuple[dict[FieldKey, list[Any]], dict[RowKey, str]]:
    return oracle.open_values(), oracle.flags()


def assert_as_rebuilt(copy: Replica) -> None:
    rebuilt = Document.of_log(copy.log)
    assert shown(copy.document) == shown(rebuilt)
    assert copy.document.open_fields == rebuilt.open_fields
    assert copy.document.contested == rebuilt.contested
    assert copy.document == rebuilt
