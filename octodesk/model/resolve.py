# SPDX-License-Identifier: EUPL-1.2
"""What the log's edits mean, field by field and row by row. Pure; the same for the database, for files and for any
moment of both.

Edits form a directed acyclic graph, named by their own hash as in git; each field is a multi-value register as in
Automerge. The union of two logs is the union of their edits, so merging is commutative, associative and idempotent.

- An edit is *effective* if no effective edit retracts it.
- A change *counts* if its edit is effective. It is *covered* if it can be reached over `supersedes` from a counting
  change, also through changes that no longer count.
- A field's value is that of its counting, uncovered change with the highest (lamport, edit id). Where such changes
  hold two or more distinct values, all stay open until somebody settles it.
- A row lives while a counting, uncovered change of its `_alive` says so. Deleted on one side and edited by somebody
  who had not seen the deletion, it stays, and is contested.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from octodesk.model.edit import ALIVE
from octodesk.model.rows import DERIVED_ID
from octodesk.model.stamped import ChangeRef, canonical

FieldKey = tuple[str, str, str]
"""(table, id, field)."""
RowKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Head:
    """A counting, uncovered change, with its plain value (None where it was removed for good)."""

    edit: str
    place: int
    value: Any
    first: bool = False
    """It supersedes nothing: for `_alive`, the row was added here."""

    @property
    def ref(self) -> ChangeRef:
        return self.edit, self.place


@dataclass(frozen=True, slots=True)
class FieldState:
    """What a field resolves to: its heads, the winner first. No heads: the field was never set, or all is undone."""

    heads: tuple[Head, ...] = ()

    @property
    def value(self) -> Any:
        return self.heads[0].value if self.heads else None

    @property
    def is_open(self) -> bool:
        """Two or more distinct values wait to be settled."""
        return len(self.heads) > 1 and len({canonical(head.value) for head in self.heads}) > 1

    def distinct(self) -> tuple[Head, ...]:
        """One head for each distinct value, in winner order."""
        seen: dict[str, Head] = {}
        for head in self.heads:
            seen.setdefault(canonical(head.value), head)
        return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class Life:
    """Whether a row is there. contested: "" no; "deleted" one side deleted what another edited; "row" both added it."""

    alive: bool = False
    contested: str = ""


ABSENT = FieldState()
DEAD = Life()


class History(Protocol):
    """What resolving asks of a log, wherever it lies. Lookups are by key; nothing is scanned."""

    def changes_of(self, key: FieldKey) -> Mapping[ChangeRef, tuple[ChangeRef, ...]]:
        """Every change of a field, with the changes it supersedes."""

    def value_of(self, ref: ChangeRef) -> Any: ...

    def lamport(self, edit: str) -> int: ...

    def is_effective(self, edit: str) -> bool: ...

    def retractors(self, edit: str) -> Collection[str]:
        """The edits that name this one as what they retract."""

    def has_seen(self, edit: str, earlier: str) -> bool:
        """Whether `earlier` is `edit` itself or one of its ancestors."""


def resolve_field(history: History, key: FieldKey) -> FieldState:
    """The state of one field, from all of its changes."""
    supersedes = history.changes_of(key)
    counting = {ref for ref in supersedes if history.is_effective(ref[0])}
    open_refs = counting - _covered(counting, supersedes)
    newest_first = sorted(open_refs, key=lambda ref: (history.lamport(ref[0]), ref), reverse=True)
    return FieldState(tuple(Head(*ref, history.value_of(ref), not supersedes[ref]) for ref in newest_first))


def _covered(
    counting: Iterable[ChangeRef], supersedes: Mapping[ChangeRef, tuple[ChangeRef, ...]]
) -> set[ChangeRef]:
    covered: set[ChangeRef] = set()
    waiting = list(counting)
    while waiting:
        for earlier in supersedes.get(waiting.pop(), ()):
            if earlier not in covered:
                covered.add(earlier)
                waiting.append(earlier)
    return covered


def after_set(before: FieldState, head: Head, supersedes: Collection[ChangeRef]) -> FieldState | None:
    """The state after one new counting change that nothing supersedes yet, without its history.

    None where that does not follow from the heads alone, because the change leaves some head uncovered.
    """
    if {other.ref for other in before.heads} <= set(supersedes):
        return FieldState((head,))
    return None


def resolve_life(history: History, row: RowKey, alive: FieldState, others: Iterable[FieldState]) -> Life:
    """Whether a row lives, from the state of its `_alive` and of its other fields (asked for only where needed)."""
    if any(head.value is True for head in alive.heads):
        return Life(True, _contest(row[0], alive))
    makers = {} if alive.heads else _makers_taken_back(history, (*row, ALIVE))
    in_force = (head.edit for field in others for head in field.heads)
    if any(_keeps(history, edit, alive, makers) for edit in in_force):
        return Life(True, "deleted")
    return DEAD


def _keeps(history: History, edit: str, alive: FieldState, makers: Mapping[str, Collection[str]]) -> bool:
    """Whether an edit keeps a row that was deleted, or whose making was taken back: who did that had not seen it.

    What was made again and taken back again since then says nothing about an edit that knows only the first making.
    """
    if alive.heads:
        return not any(history.has_seen(head.edit, edit) for head in alive.heads)
    return any(
        history.has_seen(edit, maker) and not any(history.has_seen(undoer, edit) for undoer in undoers)
        for maker, undoers in makers.items()
    )


def _contest(table: str, alive: FieldState) -> str:
    if any(head.value is not True for head in alive.heads):
        return "deleted"
    added_twice = sum(head.first for head in alive.heads) > 1
    return "row" if added_twice and table not in DERIVED_ID else ""


def _makers_taken_back(history: History, key: FieldKey) -> dict[str, list[str]]:
    """The edits that made a row, each with the effective ones that take it back."""
    makers = {ref[0] for ref in history.changes_of(key) if history.value_of(ref) is True}
    return {
        maker: [undoer for undoer in history.retractors(maker) if history.is_effective(undoer)]
        for maker in makers
    }


def effective(edit: str, retractors: Mapping[str, Collection[str]]) -> bool:
    """Whether an edit is effective, from who retracts whom. A retracting edit is younger than what it retracts."""
    known: dict[str, bool] = {}
    waiting = [edit]
    while waiting:
        here = waiting[-1]
        unknown = [later for later in retractors.get(here, ()) if later not in known]
        if unknown:
            waiting.extend(unknown)
            continue
        known[here] = not any(known[later] for later in retractors.get(here, ()))
        waiting.pop()
    return known[edit]
