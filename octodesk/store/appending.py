# SPDX-License-Identifier: EUPL-1.2
"""An event in the database: edits go in and out in one transaction each, and what they did comes back as a Delta."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Engine, and_, bindparam, func, select, tuple_

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.headline import Headline
from octodesk.model.history import TOLD
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import ChangeRef, Stamped, read
from octodesk.model.undo import MergeStep, Step
from octodesk.store import history, merges, steps
from octodesk.store.drafts import Drafts
from octodesk.store.enclosing import enclose
from octodesk.store.engine import driver, reading, writing
from octodesk.store.history import EVENT
from octodesk.store.joining import in_order
from octodesk.store.log_rows import known_edits
from octodesk.store.reading import as_damage, document_of, enclosures_of, kept_value, log_of
from octodesk.store.tables import change, edit, head

_T = TypeVar("_T")
_PAGE = 32

# Not sorted by SQLite: with ORDER BY it walks the whole log along an index instead.
_HEADS = (
    select(edit.c.id, edit.c.lamport)
    .select_from(in_order(head, edit, and_(edit.c.event == EVENT, edit.c.number == head.c.edit)))
    .where(head.c.event == EVENT)
)
_CORE = select(edit.c.number, edit.c.core).where(edit.c.event == EVENT, edit.c.id == bindparam("id"))
_VALUES = (
    select(change.c.salt, change.c.value)
    .where(change.c.event == EVENT, change.c.edit == bindparam("number"))
    .order_by(change.c.place)
)
_EARLIER = edit.alias("earlier")
_STEPS = (
    select(edit.c.id, edit.c.lamport, edit.c.kind, edit.c.effective, _EARLIER.c.id.label("retracts"))
    .select_from(
        edit.outerjoin(_EARLIER, and_(_EARLIER.c.event == EVENT, _EARLIER.c.number == edit.c.retracts))
    )
    .where(
        edit.c.event == EVENT,
        tuple_(edit.c.lamport, edit.c.id) < tuple_(bindparam("lamport"), bindparam("id")),
    )
    .order_by(edit.c.lamport.desc(), edit.c.id.desc())
    .limit(_PAGE)
)
_OWN = _STEPS.where(edit.c.author == bindparam("author"))
_OWN_HERE = _OWN.where(edit.c.device == bindparam("device"))
_AFTER = _STEPS.where(edit.c.lamport > bindparam("above"))
_IDS_AFTER = select(edit.c.id).where(edit.c.event == EVENT, edit.c.lamport > bindparam("above"))
_HIGHEST = select(func.max(edit.c.lamport)).where(edit.c.event == EVENT)


def _fact(path: str) -> ColumnElement[str]:
    """What the core of an edit holds there."""
    return func.json_extract(edit.c.core, f"$.{path}")


_TOLD = (
    select(
        edit.c.id,
        edit.c.kind,
        edit.c.wall,
        _fact("label"),
        _fact("about"),
        edit.c.author,
        _fact("author.name"),
    )
    .where(edit.c.event == EVENT, edit.c.effective == 1, edit.c.kind.in_(sorted(TOLD)))
    .order_by(edit.c.lamport.desc(), edit.c.id.desc())
    .limit(bindparam("count"))
)
_BEYOND = 2**62
"""More than any lamport number."""


class _NotKept(Exception):
    """Ends a transaction whose outcome was only to be looked at."""


class SqlStore:
    """An EventStore on the database. Made by Database; everything it raises for the machine's sake is a StoreError."""

    def __init__(
        self, engine: Engine, event: int, event_id: str, before: Callable[[str], None] = lambda _why: None
    ) -> None:
        """`before` hears what is about to be done to the whole database: "merge"."""
        self._engine = engine
        self._event = event
        self._event_id = event_id
        self._before = before
        self.drafts = Drafts(engine, event)

    @property
    def event_id(self) -> str:
        return self._event_id

    # -- reading all of it

    def document(self) -> Document:
        return self._whole(document_of)

    def log(self) -> Log:
        return self._whole(log_of)

    def _whole(self, ask: Callable[[sqlite3.Connection, str], _T]) -> _T:
        with reading(self._engine) as connection, as_damage(self._engine.url.database or ""):
            return ask(driver(connection), self._event_id)

    def enclosures(self) -> Enclosures:
        return self._whole(enclosures_of)

    # -- writing

    def enclose(self, enclosed: Enclosures) -> None:
        with writing(self._engine) as connection:
            enclose(connection, self._event, enclosed)

    def append(self, edits: Sequence[Stamped]) -> Delta:
        with writing(self._engine) as connection:
            return steps.take_in(connection, self._event, self._event_id, edits)

    def take_out(self, edits: Collection[str]) -> Delta:
        with writing(self._engine) as connection:
            return steps.take_out(connection, self._event, edits)

    def preview(self, edits: Sequence[Stamped]) -> Delta:
        with suppress(_NotKept), writing(self._engine) as connection:
            delta = steps.take_in(connection, self._event, self._event_id, edits)
            raise _NotKept
        return delta

    # -- merges, which can be taken out again here

    def merge(
        self,
        edits: Sequence[Stamped],
        *,
        received: bytes,
        source: str,
        enclosed: Enclosures = NOTHING_ENCLOSED,
    ) -> Delta:
        self._before("merge")
        before = self.heads()
        with writing(self._engine) as connection:
            delta = steps.take_in(connection, self._event, self._event_id, edits)
            enclose(connection, self._event, enclosed)
            if delta.edits:
                final = any(edit.redacts for edit in edits if edit.id in set(delta.edits))
                lamport = connection.execute(_HIGHEST, {"in_event": self._event}).scalar_one()
                step = MergeStep(before, delta.edits, source, lamport, final)
                merges.remember(connection, self._event, step, received)
        return delta

    def newest_merge(self) -> MergeStep | None:
        with reading(self._engine) as connection:
            return merges.newest(connection, self._event)

    def take_out_newest_merge(self) -> Delta:
        with writing(self._engine) as connection:
            found = merges.newest(connection, self._event)
            if found is None:
                raise LookupError("nothing was merged")
            later = connection.execute(
                _IDS_AFTER, {"in_event": self._event, "above": found.lamport}
            ).scalars()
            merges.forget_newest(connection, self._event)
            return steps.take_out(connection, self._event, {*found.edits, *later})

    def steps_after(self, lamport: int) -> Iterator[Step]:
        return self._steps(_AFTER, {"above": lamport})

    # -- what the desk asks before it stamps an edit or takes one back

    def heads(self) -> tuple[str, ...]:
        return tuple(sorted(edit_id for edit_id, _ in self._heads()))

    def next_lamport(self) -> int:
        return 1 + max((lamport for _, lamport in self._heads()), default=0)

    def _heads(self) -> list[Any]:
        with reading(self._engine) as connection:
            return list(connection.execute(_HEADS, {"in_event": self._event}))

    def heads_of(self, key: FieldKey) -> Sequence[ChangeRef]:
        with reading(self._engine) as connection:
            found = history.heads_of_fields(connection, self._event, [key])
        return [one.ref for state in found.values() for one in state.heads]

    def own_steps(self, author: str, device: str | None) -> Iterator[Step]:
        asked = {"author": author, "device": device}
        return self._steps(_OWN if device is None else _OWN_HERE, asked)

    def _steps(self, statement: Any, given: dict[str, Any]) -> Iterator[Step]:
        """Page by page: who asks seldom wants more than the first few."""
        asked = {"in_event": self._event, **given, "lamport": _BEYOND, "id": ""}
        while page := self._page(statement, asked):
            yield from (Step(one.id, one.kind, bool(one.effective), one.retracts or "") for one in page)
            asked |= {"lamport": page[-1].lamport, "id": page[-1].id}

    def _page(self, statement: Any, asked: dict[str, Any]) -> list[Any]:
        with reading(self._engine) as connection:
            return list(connection.execute(statement, asked))

    def standing_on(self, edit: str, author: str) -> set[str]:
        with reading(self._engine) as connection:
            return history.standing_on(connection, self._event, edit, author)

    def newest(self, count: int) -> Sequence[Headline]:
        with reading(self._engine) as connection:
            found = list(connection.execute(_TOLD, {"in_event": self._event, "count": count}))
        return [self._headline(*facts) for facts in found]

    def _headline(self, edit_id: str, kind: str, wall: str, label: str, about: str, *author: str) -> Headline:
        return Headline(edit_id, kind, label, tuple(json.loads(about)), Author(*author), wall, self.edit)

    def edit(self, edit_id: str) -> Stamped:
        with reading(self._engine) as connection:
            found = connection.execute(_CORE, {"in_event": self._event, "id": edit_id}).first()
            if found is None:
                raise KeyError(edit_id)
            kept = list(connection.execute(_VALUES, {"in_event": self._event, "number": found.number}))
        with as_damage(self._engine.url.database or ""):
            return read(edit_id, found.core, [kept_value(salt, value) for salt, value in kept])

    def lacking(self, edits: Iterable[str]) -> set[str]:
        wanted = set(edits)
        with reading(self._engine) as connection:
            return wanted - known_edits(connection, self._event, wanted).keys()
