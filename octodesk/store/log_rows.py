# SPDX-License-Identifier: EUPL-1.2
"""The log's own rows: putting edits in, taking them out, and which of them are effective."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, delete, exists, func, insert, select, update

from octodesk.model.fitting import Held, check_fit, named_changes
from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import ChangeRef, Damaged, Stamped, StampedChange
from octodesk.store.bulk import run_many
from octodesk.store.columns import json_words
from octodesk.store.history import EVENT, WANTED, SqlHistory, part
from octodesk.store.joining import in_order
from octodesk.store.tables import change, edit, edit_parent, head, redaction, supersede

_KNOWN = select(edit.c.id, edit.c.number, edit.c.lamport).select_from(
    in_order(WANTED, edit, and_(edit.c.event == EVENT, edit.c.id == WANTED.c.value))
)
_FIELDS_OF_REFS = select(
    edit.c.id, change.c.place, change.c.table_name, change.c.row_id, change.c.field
).select_from(
    in_order(WANTED, edit, and_(edit.c.event == EVENT, edit.c.id == part(0))).then(
        change, and_(change.c.event == EVENT, change.c.edit == edit.c.number, change.c.place == part(1))
    )
)
_LAST_NUMBER = select(func.max(edit.c.number)).where(edit.c.event == EVENT)
_FIELD = (change.c.table_name, change.c.row_id, change.c.field)
_NUMBERS = select(WANTED.c.value)
_INSERT = {table: insert(table) for table in (edit, edit_parent, change, supersede, redaction, head)}


@dataclass(frozen=True, slots=True)
class Known:
    """An edit that the log holds: its number there, and its lamport number."""

    number: int
    lamport: int


def known_edits(connection: Connection, event: int, ids: Iterable[str]) -> dict[str, Known]:
    """Those of these edits that the event's log holds."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    found = connection.execute(_KNOWN, {"in_event": event, "wanted": json_words(wanted)})
    return {edit_id: Known(number, lamport) for edit_id, number, lamport in found}


# -- in


class Arrival:
    """Edits that the log lacks, in causal order, with the numbers of all they name. Raises Damaged if one does not fit."""

    def __init__(self, connection: Connection, event: int, event_id: str, edits: Sequence[Stamped]) -> None:
        self._connection, self._event = connection, event
        named = {name for one in edits for name in (one.id, *_named_edits(one))}
        known = known_edits(connection, event, named)
        self.came = [one.id for one in edits if one.id not in known]
        new = {one.id: one for one in edits if one.id not in known}
        self.edits = sorted(new.values(), key=lambda one: (one.lamport, one.id))
        self._fields = self._fields_of_known(new)
        held = Held(
            lambda one: _lamport(known, one), self._fields.get, SqlHistory(connection, event).has_seen
        )
        check_fit(self.edits, event=event_id, held=held)
        last = connection.execute(_LAST_NUMBER, {"in_event": event}).scalar() or 0
        self.numbers = {one: facts.number for one, facts in known.items()}
        self.numbers.update((one.id, last + place) for place, one in enumerate(self.edits, start=1))

    def _fields_of_known(self, new: Collection[str]) -> dict[ChangeRef, FieldKey]:
        refs = sorted({ref for one in self.edits for ref, _ in named_changes(one) if ref[0] not in new})
        if not refs:
            return {}
        found = self._connection.execute(
            _FIELDS_OF_REFS, {"in_event": self._event, "wanted": json_words(refs)}
        )
        return {(edit_id, place): (table, row, field) for edit_id, place, table, row, field in found}

    def redacted(self) -> dict[ChangeRef, FieldKey]:
        """The changes that these edits remove for good, with their fields."""
        new = {one.id: one for one in self.edits}
        refs = [ref for one in self.edits for ref in one.redacts]
        return {ref: new[ref[0]].changes[ref[1]].key if ref[0] in new else self._fields[ref] for ref in refs}

    def insert(self) -> None:
        """Writes the edits' rows and moves the heads of the log."""
        rows: dict[Any, list[dict[str, Any]]] = {
            table: [] for table in (edit, edit_parent, change, supersede, redaction)
        }
        for one in self.edits:
            self._rows_of(one, rows)
        for table, values in rows.items():
            run_many(self._connection, _INSERT[table], values)
        self._move_heads()

    def _rows_of(self, one: Stamped, rows: Mapping[Any, list[dict[str, Any]]]) -> None:
        number = self.numbers[one.id]
        rows[edit].append(_edit_row(one, number, self.numbers.get(one.retracts)) | {"event": self._event})
        at = {"event": self._event, "edit": number}
        rows[edit_parent].extend(
            {**at, "parent": self.numbers[parent]} for parent in dict.fromkeys(one.parents)
        )
        for place, its in enumerate(one.changes):
            rows[change].append({**at, "place": place, **_change_row(one, place, its)})
            for earlier, there in dict.fromkeys(its.supersedes):
                named = {"earlier": self.numbers[earlier], "earlier_place": there}
                rows[supersede].append({**at, "place": place, **named})
        for target, place in dict.fromkeys(one.redacts):
            rows[redaction].append({**at, "target": self.numbers[target], "place": place})

    def _move_heads(self) -> None:
        parents = {self.numbers[parent] for one in self.edits for parent in one.parents}
        new = {self.numbers[one.id] for one in self.edits}
        gone = {"in_event": self._event, "wanted": json_words(sorted(parents))}
        self._connection.execute(_DELETE[head], gone)
        self._connection.execute(
            insert(head), [{"event": self._event, "edit": one} for one in sorted(new - parents)]
        )


def _lamport(known: Mapping[str, Known], edit_id: str) -> int | None:
    found = known.get(edit_id)
    return found.lamport if found else None


def _named_edits(one: Stamped) -> Iterable[str]:
    yield from one.parents
    yield from (ref[0] for ref, _ in named_changes(one))
    if one.retracts:
        yield one.retracts


def _edit_row(one: Stamped, number: int, retracts: int | None) -> dict[str, Any]:
    _check_words(one.id, one.core, one.author.id, one.device, one.wall)
    return {
        "number": number, "id": one.id, "lamport": one.lamport, "author": one.author.id, "device": one.device,
        "kind": one.kind, "wall": one.wall, "retracts": retracts, "effective": 1, "core": one.core,
    }  # fmt: skip


def _change_row(one: Stamped, place: int, its: StampedChange) -> dict[str, Any]:
    kept = one.values[place]
    salt, value = (None, None) if kept is None else (kept[0], json_words(kept[1]))
    _check_words(one.id, value or "", its.table, its.id, its.field)
    return {
        "table_name": its.table, "row_id": its.id, "field": its.field,
        "first": int(not its.supersedes), "salt": salt, "value": value,
    }  # fmt: skip


def _check_words(edit_id: str, words: str, *names: str) -> None:
    """SQLite holds UTF-8, and its JSON ends a string at a zero character."""
    try:
        words.encode()
        plain = "\0" not in "".join(names)
    except UnicodeEncodeError:
        plain = False
    if not plain:
        raise Damaged("not-plain-words", edit=edit_id)


_BLANK = (
    update(change)
    .where(
        change.c.event == EVENT,
        change.c.edit
        == select(edit.c.number).where(edit.c.event == EVENT, edit.c.id == bindparam("of")).scalar_subquery(),
        change.c.place == bindparam("at"),
    )
    .values(salt=None, value=None)
)


def blank(connection: Connection, event: int, refs: Iterable[ChangeRef]) -> None:
    """Takes away the values of changes that were removed for good."""
    asked = [{"in_event": event, "of": of, "at": at} for of, at in sorted(refs)]
    if asked:
        connection.execute(_BLANK, asked)


# -- out

_OF = {edit: edit.c.number, edit_parent: edit_parent.c.edit, change: change.c.edit, supersede: supersede.c.edit,
       redaction: redaction.c.edit, head: head.c.edit}  # fmt: skip
_DELETE = {
    table: delete(table).where(table.c.event == EVENT, column.in_(_NUMBERS)) for table, column in _OF.items()
}
_DELETE_EDIT = delete(edit).where(edit.c.event == EVENT, edit.c.number == bindparam("of"))
_PARENTS = select(edit_parent.c.parent).select_from(
    in_order(WANTED, edit_parent, and_(edit_parent.c.event == EVENT, edit_parent.c.edit == WANTED.c.value))
)
_CHILDREN = select(edit_parent.c.parent, edit_parent.c.edit).select_from(
    in_order(WANTED, edit_parent, and_(edit_parent.c.event == EVENT, edit_parent.c.parent == WANTED.c.value))
)
_RETRACTING = select(edit.c.retracts, edit.c.number).select_from(
    in_order(WANTED, edit, and_(edit.c.event == EVENT, edit.c.retracts == WANTED.c.value))
)
_SUPERSEDING = select(supersede.c.earlier, supersede.c.edit).select_from(
    in_order(WANTED, supersede, and_(supersede.c.event == EVENT, supersede.c.earlier == WANTED.c.value))
)
_REDACTING = select(redaction.c.target, redaction.c.edit).select_from(
    in_order(WANTED, redaction, and_(redaction.c.event == EVENT, redaction.c.target == WANTED.c.value))
)
_RETRACTED = select(edit.c.retracts).select_from(
    in_order(
        WANTED,
        edit,
        and_(edit.c.event == EVENT, edit.c.number == WANTED.c.value, edit.c.retracts.is_not(None)),
    )
)


def _pairs(connection: Connection, statement: Select[Any], event: int, numbers: Collection[int]) -> list[Any]:
    return list(connection.execute(statement, {"in_event": event, "wanted": json_words(sorted(numbers))}))


def check_nothing_builds_on(connection: Connection, event: int, leaving: Collection[int]) -> None:
    """ValueError where an edit that stays names one of these."""
    for statement in (_CHILDREN, _RETRACTING, _SUPERSEDING, _REDACTING):
        if any(by not in leaving for _, by in _pairs(connection, statement, event, leaving)):
            raise ValueError("other edits build on these")


def retracted_by(connection: Connection, event: int, numbers: Collection[int]) -> set[int]:
    return {one for (one,) in _pairs(connection, _RETRACTED, event, numbers)}


def remove_edits(connection: Connection, event: int, leaving: Collection[int]) -> None:
    """Deletes edits on which nothing builds; their parents become heads where nothing else builds on them."""
    parents = {one for (one,) in _pairs(connection, _PARENTS, event, leaving)} - set(leaving)
    asked = {"in_event": event, "wanted": json_words(sorted(leaving))}
    for table in (supersede, redaction, change, edit_parent, head):
        connection.execute(_DELETE[table], asked)
    newest_first = sorted(leaving, reverse=True)  # what retracts goes before what it retracts
    run_many(connection, _DELETE_EDIT, [{"in_event": event, "of": one} for one in newest_first])
    bare = parents - {parent for parent, _ in _pairs(connection, _CHILDREN, event, parents)}
    if bare:
        run_many(connection, _INSERT[head], [{"event": event, "edit": one} for one in sorted(bare)])


# -- which are effective

_LATER = edit.alias("later")
_EARLIER = edit.alias("earlier")
_TAKEN_BACK = exists().where(
    _LATER.c.event == EVENT, _LATER.c.retracts == edit.c.number, _LATER.c.effective == 1
)
_STANDING = (
    select(edit.c.effective, edit.c.retracts, _EARLIER.c.lamport, _TAKEN_BACK.label("taken_back"))
    .select_from(
        edit.outerjoin(_EARLIER, and_(_EARLIER.c.event == EVENT, _EARLIER.c.number == edit.c.retracts))
    )
    .where(edit.c.event == EVENT, edit.c.number == bindparam("of"))
)
_LAMPORTS = select(edit.c.number, edit.c.lamport).select_from(
    in_order(WANTED, edit, and_(edit.c.event == EVENT, edit.c.number == WANTED.c.value))
)
_SET_EFFECTIVE = (
    update(edit)
    .where(edit.c.event == EVENT, edit.c.number == bindparam("of"))
    .values(effective=bindparam("now"))
)


def settle_effective(connection: Connection, event: int, numbers: Collection[int]) -> None:
    """Sets anew whether these edits are effective, and those they retract, and so on. Youngest first: what retracts an
    edit is younger than it, so each is settled once all that decides about it is."""
    waiting: list[tuple[int, int]] = []
    for number, lamport in _pairs(connection, _LAMPORTS, event, numbers) if numbers else ():
        heappush(waiting, (-lamport, number))
    while waiting:
        _, number = heappop(waiting)
        effective, retracts, its_lamport, taken_back = connection.execute(
            _STANDING, {"in_event": event, "of": number}
        ).one()
        if bool(effective) == bool(taken_back):
            connection.execute(_SET_EFFECTIVE, {"in_event": event, "of": number, "now": int(not taken_back)})
            if retracts is not None:
                heappush(waiting, (-its_lamport, retracts))
