# SPDX-License-Identifier: EUPL-1.2
"""Several people's copies of one event, each held twice, in memory and in SQLite, and led through the same steps.

After every step both must have said and must answer the same. Steps are tuples of small numbers, so that Hypothesis can
make and shrink them.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from octodesk.model.delta import Delta
from octodesk.model.edit import ALIVE, Author, Change, Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Stamp, Stamped, stamp
from octodesk.model.undo import Step, redo_target, undo_target
from octodesk.store.appending import SqlStore
from octodesk.store.contract import EventStore
from octodesk.store.memory import MemoryStore
from tests.build import ANA, BEN, adding, at, event, room, session, stamped_into

CARA = Author("c" * 16, "Cara")
AUTHORS = (ANA, BEN, CARA)
DEVICES = ("d0", "d1", "d2", None)
ROWS = (
    ("session", "yoga"), ("session", "go"), ("session", "new"), ("room", "A"), ("room", "D"),
    ("contribution", "yoga-ana-speaker"), ("person", "ana"), ("mystery", "row"),
)  # fmt: skip
FIELDS: dict[str, tuple[tuple[str, tuple[Any, ...]], ...]] = {
    "session": (
        ("title.en", ("Yoga", "Go", "", None)),
        ("title.fr", ("Le yoga", "Le go")),
        ("minutes", (30, 90, None, "many")),
        ("placement", (None, {"start": "2021-11-17T09:00", "rooms": ["A"], "exclusive": False},
                       {"start": "2021-11-17T11:00", "rooms": ["A", "D"], "exclusive": True})),
        ("topics", (["law"], ["law", "police"], [])),
        ("unheard-of", (1, {"a": [2]})),
    ),
    "room": (("name.en", ("Hall", "Room 1")), ("capacity", (40, None)), ("order", ("5", "6"))),
    "contribution": (("session", ("yoga", "new")), ("person", ("ana",)), ("way", ("room", "video"))),
    "person": (("availability", ([{"from": "2021-11-17T09:00", "until": "2021-11-17T12:00"}],)), ("owed", ({"photo": ""},))),
    "mystery": (("power", (1, 2)),),
}  # fmt: skip


def first_log() -> Log:
    """An event with a room and two sessions, one of them placed."""
    rows = (event(), room("A"), session("yoga", at("A")), session("go"))
    log = Log()
    changes = tuple(change for row in rows for change in adding(row).changes())
    stamped_into(log, Edit("event-created", changes, kind="create"), author=Author("0" * 16, "Maker"))
    return log


class Replica:
    """One person's copy."""

    def __init__(self, number: int, log: Log, sql: SqlStore) -> None:
        self.author, self.device = AUTHORS[number], f"d{number}"
        self.memory, self.sql = MemoryStore(log), sql
        self.came: list[tuple[str, ...]] = []
        self.edits = [edit.id for edit in log]

    def both(self, ask: Callable[[Any], Any]) -> Any:
        wanted = ask(self.memory)
        assert ask(self.sql) == wanted
        return wanted

    def append(self, edits: Sequence[Stamped]) -> Delta:
        delta = self.both(lambda store: store.append(edits))
        self.edits += delta.edits
        return delta  # type: ignore[no-any-return]

    def take_out(self, edits: tuple[str, ...]) -> None:
        def take(store: Any) -> Any:
            try:
                return store.take_out(edits)
            except ValueError:
                return "built on"

        if isinstance(self.both(take), Delta):
            self.edits = [edit for edit in self.edits if edit not in edits]

    def merge(self, edits: Sequence[Stamped]) -> None:
        delta = self.both(lambda store: store.merge(edits, received=b"zip", source="Ben"))
        self.edits += delta.edits

    def take_out_merge(self) -> None:
        def take(store: Any) -> Any:
            try:
                return store.take_out_newest_merge()
            except (LookupError, ValueError) as wrong:
                return type(wrong)

        delta = self.both(take)
        if isinstance(delta, Delta):
            self.edits = [edit for edit in self.edits if edit not in delta.gone]

    def edit(self, edit: Edit) -> None:
        if not edit.is_empty:
            self.append([self.stamped(edit)])

    def stamped(self, edit: Edit) -> Stamped:
        heads, lamport = self.both(lambda store: (store.heads(), store.next_lamport()))
        by = Stamp("event", heads, lamport, self.author, self.device, "2021-10-01T08:00:00Z", _salt)
        return stamp(edit, by, lambda *key: self.both(lambda store: list(store.heads_of(key))))

    def undo(self) -> None:
        target = undo_target(self.memory.own_steps(self.author.id, self.device))
        self.edit(Edit("undone", kind="undo", retracts=target or ""))

    def redo(self) -> None:
        target = redo_target(self.memory.own_steps(self.author.id, self.device))
        self.edit(Edit("redone", kind="redo", retracts=target or ""))

    def check(self) -> None:
        document, wanted = self.sql.document(), self.memory.document()
        assert document == wanted
        assert document.open_fields == wanted.open_fields
        self.both(lambda store: (store.heads(), store.next_lamport(), store.newest_merge()))
        self.both(lambda store: list(store.steps_after(3)))
        self.both(lambda store: [(one, one.changes) for one in store.newest(9)])
        undo = Edit("undone", kind="undo", retracts=self.edits[-1])
        back = self.stamped(undo)
        self.both(lambda store: store.preview([back]))
        for author, device in itertools.product(AUTHORS, DEVICES):
            self.both(partial(_own_steps, author=author.id, device=device))
        for edit in self.edits[-3:]:
            self.both(partial(_standing_on, edit=edit))
        self.both(lambda store: {edit.id: edit for edit in store.log()})


def _own_steps(store: EventStore, *, author: str, device: str | None) -> list[Step]:
    return list(store.own_steps(author, device))


def _standing_on(store: EventStore, *, edit: str) -> list[set[str]]:
    return [store.standing_on(edit, author.id) for author in AUTHORS]


_salts = itertools.count()


def _salt() -> bytes:
    return next(_salts).to_bytes(16, "big")


Move = tuple[str, int, int, int, int]
"""What to do, which replica does it, and three numbers to choose by."""
MOVES = (
    "set",
    "set",
    "set",
    "add",
    "delete",
    "undo",
    "redo",
    "retract",
    "redact",
    "merge",
    "merge",
    "take out",
    "take out merge",
    "take out merge",
)


def play(replicas: Sequence[Replica], move: Move) -> None:
    what, who, first, second, third = move
    here = replicas[who % len(replicas)]
    table, row = ROWS[first % len(ROWS)]
    if what == "set":
        here.edit(Edit("set", _settings(table, row, first, second, third)))
    elif what in ("add", "delete"):
        here.edit(Edit(what, (Change(table, row, ALIVE, what == "add"),)))
    elif what == "take out merge":
        here.take_out_merge()
    elif what == "merge":
        _merge(here, replicas[first % len(replicas)], third)
    else:
        _take_back(here, what, second, third)


def _settings(table: str, row: str, first: int, second: int, third: int) -> tuple[Change, ...]:
    """One or two fields of a row."""
    names = FIELDS[table]
    chosen = [(names[(second + first) % len(names)], third + 1), (names[second % len(names)], third)]
    wanted = {name: v[n % len(v)] for (name, v), n in chosen[third % 2 :]}
    return tuple(Change(table, row, name, value) for name, value in wanted.items())


def _take_back(here: Replica, what: str, second: int, third: int) -> None:
    if what == "undo":
        here.undo()
    elif what == "redo":
        here.redo()
    elif what == "retract":
        here.edit(Edit("undone", kind="undo", retracts=here.edits[second % len(here.edits)]))
    elif what == "redact":
        _redact(here, second, third)
    elif here.came:
        here.take_out(here.came.pop())


def _redact(here: Replica, second: int, third: int) -> None:
    target = here.memory.edit(here.edits[second % len(here.edits)])
    if target.changes and here.edits[0] != target.id:
        here.edit(Edit("removed", kind="redact", redacts=((target.id, third % len(target.changes)),)))


def _merge(here: Replica, other: Replica, most: int) -> None:
    """Takes in what the other has, all of it or the first few edits."""
    new = [edit for edit in other.memory.log() if edit.id in here.memory.lacking([edit.id])]
    if most % 2:
        here.merge(new)
        return
    delta = here.append(new if most % 3 else new[: most + 1])
    if delta.edits:
        here.came.append(delta.edits)
