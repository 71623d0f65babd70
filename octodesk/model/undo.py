# SPDX-License-Identifier: EUPL-1.2
"""Which edit an undo or redo names, and whether somebody else's work stands on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from octodesk.model.edit import ALIVE
from octodesk.model.resolve import FieldKey, RowKey
from octodesk.model.stamped import ChangeRef


@dataclass(frozen=True, slots=True)
class Step:
    """What undo and redo need to know of an edit."""

    id: str
    kind: str
    effective: bool
    retracts: str = ""


UNDOABLE = frozenset({"do", "settle", "version"})


def undo_target(own_newest_first: Iterable[Step]) -> str | None:
    """The edit an undo takes back: one's newest effective one, never those that made the event."""
    return next((step.id for step in own_newest_first if step.kind in UNDOABLE and step.effective), None)


def redo_target(own_newest_first: Iterable[Step]) -> str | None:
    """The undo a redo takes back: one's newest effective one, unless one has edited since."""
    for step in own_newest_first:
        if step.kind in UNDOABLE:
            return None
        if step.kind == "undo" and step.effective:
            return step.id
    return None


class Succession(Protocol):
    """What finding the edits that stand on another one asks of a log."""

    def changes_in(self, edit: str) -> Iterable[tuple[ChangeRef, FieldKey]]: ...

    def superseders(self, ref: ChangeRef) -> Iterable[ChangeRef]: ...

    def changes_on_row(self, row: RowKey) -> Iterable[ChangeRef]: ...

    def value_of(self, ref: ChangeRef) -> object: ...

    def has_seen(self, edit: str, earlier: str) -> bool: ...

    def author_of(self, edit: str) -> str: ...

    def is_effective(self, edit: str) -> bool: ...


def standing_on(log: Succession, edit: str, author: str) -> set[str]:
    """The effective edits of others whose changes replace changes of `edit`, or lie on rows that it added.

    What somebody wrote on such a row without having seen it added (both added it) stands on its own.
    """
    waiting: list[ChangeRef] = []
    later: set[ChangeRef] = set()
    for ref, (table, row_id, field) in log.changes_in(edit):
        waiting.append(ref)
        if field == ALIVE and log.value_of(ref) is True:
            later.update(log.changes_on_row((table, row_id)))
    while waiting:
        for ref in log.superseders(waiting.pop()):
            if ref not in later:
                waiting.append(ref)
            later.add(ref)
    others = {ref[0] for ref in later if log.author_of(ref[0]) != author} - {edit}
    return {other for other in others if log.is_effective(other) and log.has_seen(other, edit)}
