# SPDX-License-Identifier: EUPL-1.2
"""What a merge leaves open until a person settles it: a field set to two values, a row deleted here and edited there, a
row added twice. All of it stands in the log, so it is found again in any copy and at any time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from octodesk.model.comparison import ACCOUNTS, IN_SESSIONS
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE
from octodesk.model.fields import split_field
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey, FieldState, History, RowKey, effective, resolve_field
from octodesk.model.row_values import plain_row, references, row_from
from octodesk.model.rows import ROWS, fields_of
from octodesk.model.stamped import ChangeRef, Stamped

ROW, DELETED = "row", "deleted"


@dataclass(frozen=True, slots=True)
class Held:
    """One of the values that stand against each other, and the edit that set it."""

    value: Any
    edit: Stamped


@dataclass(frozen=True, slots=True)
class Collision:
    """One open question. `values` are distinct, the one in force first; `base` is what all knew before, None for none.

    field "deleted": the values say whether the row is deleted. field "row": the row as each side added it, as in
    `show`. Any other: plain JSON; the words of one language where `language` is set.
    """

    table: str
    id: str
    field: str
    language: str
    values: tuple[Held, ...]
    base: Any = None

    @property
    def row(self) -> RowKey:
        return self.table, self.id

    @property
    def log_field(self) -> str:
        return f"{self.field}.{self.language}" if self.language else self.field


def unsettled(document: Document) -> frozenset[RowKey]:
    """The rows about which something is open. Without the log, so that a screen can ask often."""
    fields = {key[:2] for key in document.open_fields if _is_known(document, key)}
    whole = {row for row in document.contested if row[0] not in ACCOUNTS and document.find(*row) is not None}
    return frozenset(fields | whole)


def unsettled_sessions(document: Document) -> frozenset[str]:
    """The sessions about which something is open: themselves, their items, people or documents."""
    rows = unsettled(document)
    inside = (document.find(*row) for row in rows if row[0] in IN_SESSIONS)
    own = {row_id for table, row_id in rows if table == "session"}
    return frozenset(own | {str(getattr(row, "session", "")) for row in inside})


def collisions(log: Log, document: Document) -> tuple[Collision, ...]:
    """Every open question of a document, given its log: table by table, rows by id.

    What only a newer program knows of waits for that program.
    """
    contested = (
        row for row in document.contested if row[0] not in ACCOUNTS and document.find(*row) is not None
    )
    rows = (_of_row(log, document, row, document.contested[row]) for row in contested)
    there = (key for key in document.open_fields if _is_known(document, key))
    fields = (_of_field(log, key, document.open_fields[key]) for key in there)
    places = {table: place for place, table in enumerate(ROWS)}
    found = [one for one in (*rows, *fields) if len(one.values) > 1]
    return tuple(sorted(found, key=lambda one: (places[one.table], one.id, one.field, one.language)))


def _is_known(document: Document, key: FieldKey) -> bool:
    table, row_id, name = key
    field, language = split_field(name)
    there = table not in ACCOUNTS and document.find(table, row_id) is not None
    kind = fields_of(table).get(field) if there else None
    return kind is not None and kind.translated == bool(language)


def _of_field(log: Log, key: FieldKey, state: FieldState) -> Collision:
    heads = state.distinct()
    base = resolve_field(_KnownToAll(log, [head.edit for head in state.heads]), key)
    field, language = split_field(key[2])
    values = tuple(Held(head.value, log[head.edit]) for head in heads)
    return Collision(*key[:2], field, language, values, base.value)


class _KnownToAll:
    """The log as far as all of some edits knew it."""

    def __init__(self, log: Log, edits: Collection[str]) -> None:
        self._log, self._edits = log, edits

    def _known(self, edit: str) -> bool:
        return all(one != edit and self._log.has_seen(one, edit) for one in self._edits)

    def changes_of(self, key: FieldKey) -> Mapping[ChangeRef, tuple[ChangeRef, ...]]:
        return {ref: earlier for ref, earlier in self._log.changes_of(key).items() if self._known(ref[0])}

    def value_of(self, ref: ChangeRef) -> Any:
        return self._log.value_of(ref)

    def lamport(self, edit: str) -> int:
        return self._log.lamport(edit)

    def is_effective(self, edit: str) -> bool:
        return effective(edit, _Retractors(self))

    def retractors(self, edit: str) -> Collection[str]:
        return [one for one in self._log.retractors(edit) if self._known(one)]

    def has_seen(self, edit: str, earlier: str) -> bool:
        return self._log.has_seen(edit, earlier)


class _Retractors(dict[str, Collection[str]]):
    """Who retracts whom, asked of a history where it is needed."""

    def __init__(self, history: History) -> None:
        super().__init__()
        self._history = history

    def __missing__(self, edit: str) -> Collection[str]:
        return self._history.retractors(edit)

    def get(self, edit: str, _default: Any = None) -> Collection[str]:
        return self[edit]


# -- whole rows


def _of_row(log: Log, document: Document, row: RowKey, why: str) -> Collision:
    if why == "row":
        return Collision(*row, ROW, "", tuple(_as_added(log, row)))
    keeper, deleter = _newest(log, _keepers(log, document, row)), _newest(log, _deleters(log, row))
    values = (Held(False, keeper) if keeper else None, Held(True, deleter) if deleter else None)
    return Collision(*row, DELETED, "", tuple(one for one in values if one), False)


def _as_added(log: Log, row: RowKey) -> Iterator[Held]:
    for head in log.resolved((*row, ALIVE)).heads:
        edit = log[head.edit]
        if head.first:
            values = [
                (change.field, edit.value(place))
                for place, change in enumerate(edit.changes)
                if (change.table, change.id) == row
            ]
            yield Held(plain_row(row_from(*row, values)), edit)


def _keepers(log: Log, document: Document, row: RowKey) -> Iterator[str]:
    """Edits for which a row that somebody deleted stays: they made it again, wrote into it, or refer to it."""
    alive = log.resolved((*row, ALIVE)).heads
    yield from (head.edit for head in alive if head.value is True)
    gone = [head.edit for head in alive if head.value is not True]
    for field in log.fields_of_row(row):
        if field != ALIVE:
            heads = log.resolved((*row, field)).heads
            yield from (one.edit for one in heads if not any(log.has_seen(by, one.edit) for by in gone))
    for holder in document.referrers(*row):
        for field in log.fields_of_row(holder):
            if field != ALIVE and _refers(holder, field, log.resolved((*holder, field)).value, row):
                yield from (head.edit for head in log.resolved((*holder, field)).heads)


def _refers(holder: RowKey, field: str, value: Any, row: RowKey) -> bool:
    return row in references(row_from(*holder, [(field, value)]))


def _deleters(log: Log, row: RowKey) -> Iterator[str]:
    key = (*row, ALIVE)
    yield from (head.edit for head in log.resolved(key).heads if head.value is not True)
    for edit, _place in log.changes_of(key):
        yield from (one for one in log.retractors(edit) if log.is_effective(one))


def _newest(log: Log, edits: Iterator[str]) -> Stamped | None:
    found = max(edits, key=lambda edit: (log.lamport(edit), edit), default=None)
    return log[found] if found else None
