# SPDX-License-Identifier: EUPL-1.2
"""What a step did to the document: the touched fields before and after, and which rows live."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from octodesk.model.log import Log
from octodesk.model.resolve import ABSENT, DEAD, FieldKey, FieldState, Life, RowKey

States = Mapping[RowKey, Mapping[str, FieldState]]
"""Every field of every row ever set, the dead rows too."""


@dataclass(frozen=True, slots=True)
class Delta:
    """`fields`: (before, after) for each field whose heads changed; `lives`: each row touched, as it is now.

    `edits` are the ids of the edits that came, `gone` of those that were taken out again.
    """

    fields: Mapping[FieldKey, tuple[FieldState, FieldState]] = field(default_factory=dict)
    lives: Mapping[RowKey, Life] = field(default_factory=dict)
    edits: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def touched(self) -> frozenset[RowKey]:
        return frozenset(self.lives)


def states_of(log: Log) -> dict[RowKey, dict[str, FieldState]]:
    """What every field of every row resolves to."""
    return {row: states_of_row(log, row) for row in log.rows()}


def states_of_row(log: Log, row: RowKey) -> dict[str, FieldState]:
    return {name: log.resolved((*row, name)) for name in log.fields_of_row(row)}


def lives_of(log: Log, states: States) -> dict[RowKey, Life]:
    return {row: log.life(row, fields) for row, fields in states.items()}


def delta_of(
    touched: Iterable[FieldKey],
    before: Callable[[FieldKey], FieldState],
    after: Callable[[FieldKey], FieldState],
    life: Callable[[RowKey], Life],
    edits: Iterable[str] = (),
    gone: Iterable[str] = (),
) -> Delta:
    """A Delta from the fields that may have changed and ways to ask for their states; unchanged ones are left out."""
    fields = {key: (before(key), after(key)) for key in sorted(touched)}
    changed = {key: pair for key, pair in fields.items() if pair[0] != pair[1]}
    rows = {key[:2] for key in fields}
    return Delta(changed, {row: life(row) for row in sorted(rows)}, tuple(edits), tuple(gone))


def whole(states: States, lives: Mapping[RowKey, Life]) -> Delta:
    """All of a log as one Delta, from nothing."""
    fields = {(*row, name): (ABSENT, state) for row, named in states.items() for name, state in named.items()}
    return Delta(fields, {row: lives.get(row, DEAD) for row in states})
