# SPDX-License-Identifier: EUPL-1.2
"""What edits that come or go do to the state: which fields they touch, what these hold before and after, as a Delta."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import Connection, Select, and_, select

from octodesk.model.delta import Delta, delta_of
from octodesk.model.edit import ALIVE
from octodesk.model.resolve import (
    ABSENT,
    FieldKey,
    FieldState,
    Head,
    Life,
    RowKey,
    after_set,
    resolve_field,
    resolve_life,
)
from octodesk.model.stamped import ChangeRef, Stamped
from octodesk.store import log_rows
from octodesk.store.bulk import without_collecting
from octodesk.store.columns import json_words
from octodesk.store.derived import drop_rows, write_delta
from octodesk.store.history import EVENT, WANTED, SqlHistory, heads_of_fields, heads_of_rows, part
from octodesk.store.joining import in_order
from octodesk.store.tables import change, edit, redaction


def _chain() -> tuple[Select[str, str, str], Select[str, str, str]]:
    """The fields changed by some edits, by those they retract, and so on; and the fields whose values they remove."""
    chain = select(WANTED.c.value.label("number")).cte("chain", recursive=True)
    step = and_(edit.c.event == EVENT, edit.c.number == chain.c.number, edit.c.retracts.is_not(None))
    chain = chain.union(select(edit.c.retracts).select_from(in_order(chain, edit, step)))
    fields = (change.c.table_name, change.c.row_id, change.c.field)
    inside = and_(change.c.event == EVENT, change.c.edit == chain.c.number)
    removing = and_(redaction.c.event == EVENT, redaction.c.edit == chain.c.number)
    removed = and_(
        change.c.event == EVENT, change.c.edit == redaction.c.target, change.c.place == redaction.c.place
    )
    return (
        select(*fields).select_from(in_order(chain, change, inside)),
        select(*fields).select_from(in_order(chain, redaction, removing).then(change, removed)),
    )


_CHANGED, _REDACTED = _chain()
_STILL_THERE = (
    select(part(0), part(1))
    .select_from(WANTED)
    .where(
        select(change.c.edit)
        .where(change.c.event == EVENT, change.c.table_name == part(0), change.c.row_id == part(1))
        .exists()
    )
)


def take_in(connection: Connection, event: int, event_id: str, edits: Collection[Stamped]) -> Delta:
    """Puts edits in that may be there already. Raises Damaged where one does not fit."""
    with without_collecting(len(edits)):
        return _taken_in(connection, event, event_id, edits)


def _taken_in(connection: Connection, event: int, event_id: str, edits: Collection[Stamped]) -> Delta:
    arrival = log_rows.Arrival(connection, event, event_id, list(edits))
    if not arrival.edits:
        return Delta()
    arrival.insert()
    targets = {arrival.numbers[one.retracts] for one in arrival.edits if one.retracts}
    log_rows.settle_effective(connection, event, targets)
    redacted = arrival.redacted()
    unsure = set(redacted.values()) | _fields_of(connection, event, targets)
    step = _Step(connection, event, {its.key for one in arrival.edits for its in one.changes} | unsure)
    log_rows.blank(connection, event, redacted)
    delta = step.taken(arrival.edits, unsure, blanked=redacted.keys(), came=arrival.came)
    write_delta(connection, event, delta)
    return delta


def take_out(connection: Connection, event: int, edits: Collection[str]) -> Delta:
    """Takes edits out. Raises KeyError for one that is not there, ValueError where another builds on one."""
    known = log_rows.known_edits(connection, event, set(edits))
    leaving = {known[one].number for one in edits}
    log_rows.check_nothing_builds_on(connection, event, leaving)
    touched = _fields_of(connection, event, leaving)
    step = _Step(connection, event, touched)
    targets = log_rows.retracted_by(connection, event, leaving) - leaving
    log_rows.remove_edits(connection, event, leaving)
    log_rows.settle_effective(connection, event, targets)
    delta = step.taken((), touched, blanked=(), gone=sorted(edits))
    write_delta(connection, event, delta)
    drop_rows(connection, event, _gone(connection, event, delta.lives))
    return delta


def _fields_of(connection: Connection, event: int, numbers: Collection[int]) -> set[FieldKey]:
    if not numbers:
        return set()
    asked = {"in_event": event, "wanted": json_words(sorted(numbers))}
    found = (one for statement in (_CHANGED, _REDACTED) for one in connection.execute(statement, asked))
    return {(table, row, field) for table, row, field in found}


def _gone(connection: Connection, event: int, rows: Iterable[RowKey]) -> set[RowKey]:
    wanted = sorted(rows)
    asked = {"in_event": event, "wanted": json_words(wanted)}
    return set(wanted) - {(table, row) for table, row in connection.execute(_STILL_THERE, asked)}


class _Step:
    """The touched fields of one step, as they were when it was made, and as they are after `taken`."""

    def __init__(self, connection: Connection, event: int, touched: set[FieldKey]) -> None:
        self._connection, self._event, self._touched = connection, event, touched
        self._before = heads_of_fields(connection, event, touched)
        self._after: dict[FieldKey, FieldState] = {}
        self._history = SqlHistory(connection, event)

    def taken(
        self,
        edits: Collection[Stamped],
        unsure: Collection[FieldKey],
        *,
        blanked: Collection[ChangeRef],
        came: Iterable[str] = (),
        gone: Iterable[str] = (),
    ) -> Delta:
        """What has happened. `unsure`: the fields for which the heads before do not tell those after."""
        heads = [one for state in self._before.values() for one in state.heads]
        heads += [
            _head(one, place) for one in edits for place, its in enumerate(one.changes) if its.key in unsure
        ]
        self._history.learn(one for one in heads if one.ref not in blanked)
        self._after, left = self._simply(edits, unsure)
        self._history.load(left)
        self._after.update((key, resolve_field(self._history, key)) for key in left)
        alive = self._alive({key[:2] for key in self._touched})
        return delta_of(
            self._touched,
            lambda key: self._before.get(key, ABSENT),
            lambda key: self._after.get(key, ABSENT),
            lambda row: self._life(row, alive.get((*row, ALIVE), ABSENT)),
            came,
            gone,
        )

    def _simply(
        self, edits: Iterable[Stamped], unsure: Collection[FieldKey]
    ) -> tuple[dict[FieldKey, FieldState], set[FieldKey]]:
        """The states that follow from the heads before alone, and the fields where they do not."""
        after, left = dict(self._before), set(unsure)
        for one in edits:
            for place, its in enumerate(one.changes):
                known = None if its.key in left else after.get(its.key, ABSENT)
                state = None if known is None else after_set(known, _head(one, place), its.supersedes)
                if state is None:
                    left.add(its.key)
                else:
                    after[its.key] = state
        return after, left

    def _alive(self, rows: Iterable[RowKey]) -> Mapping[FieldKey, FieldState]:
        """The state of `_alive` of these rows."""
        untouched = [(*row, ALIVE) for row in rows if (*row, ALIVE) not in self._touched]
        return {**heads_of_fields(self._connection, self._event, untouched), **self._after}

    def _life(self, row: RowKey, alive: FieldState) -> Life:
        return resolve_life(self._history, row, alive, self._others(row))

    def _others(self, row: RowKey) -> Iterator[FieldState]:
        """A row's other fields, read only where they decide; the table holds the heads from before the step."""
        states = {
            **heads_of_rows(self._connection, self._event, [row]),
            **dict.fromkeys(self._before, ABSENT),
        }
        states.update(self._after)
        yield from (state for key, state in states.items() if key[:2] == row and key[2] != ALIVE)


def _head(edit: Stamped, place: int) -> Head:
    return Head(edit.id, place, edit.value(place), not edit.changes[place].supersedes)
