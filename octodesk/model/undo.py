# SPDX-License-Identifier: EUPL-1.2
"""Which edit an undo or redo names, and whether somebody else's work stands on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.resolve import FieldKey, RowKey
from octodesk.model.stamped import ChangeRef, Stamped

if TYPE_CHECKING:
    from octodesk.model.delta import Delta
    from octodesk.model.document import Document


@dataclass(frozen=True, slots=True)
class Step:
    """What undo and redo need to know of an edit."""

    id: str
    kind: str
    effective: bool
    retracts: str = ""


@dataclass(frozen=True, slots=True)
class MergeStep:
    """What came from others at once and can be taken out again on this machine alone. It is never handed on.

    `heads` are those before, `edits` the ids of what came, in causal order; `source` is from whom or where, in the words it
    was given with. `lamport` is the highest number once they were in: whatever is made later has a higher one. `final`:
    some of them remove values for good, which cannot come back.
    """

    heads: tuple[str, ...]
    edits: tuple[str, ...]
    source: str
    lamport: int
    final: bool


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


SETTLED_AT_ONCE = "settled-at-once"
"""The label of an edit that settles questions in the same go as the merge that brought them: one undo takes both back."""


def is_in_force(later_newest_first: Iterable[Step], *, at_once: Callable[[Step], bool]) -> bool:
    """Whether anything done since some moment still holds: an edit, or an undo of something older than that.

    Edits made since and all taken back are as if they had never been; so is what was done `at_once` with it.
    """
    since: set[str] = set()
    taken_back: set[str] = set()
    for step in later_newest_first:
        since.add(step.id)
        if at_once(step):
            continue
        if step.effective and step.kind not in ("undo", "redo"):
            return True
        if step.effective:
            taken_back.add(step.retracts)
    return not taken_back <= since


def taking_the_place_of(replaced: Stamped, edit: Edit, gone: Delta, without: Document) -> Edit:
    """The edit that does at once what an edit and a later one did: what both say, the later one's where both speak.

    `gone` is what taking the earlier one back does, `without` the document after that. What then holds already is left
    out, unless it stands open there and is settled by this.
    """
    earlier = (
        Change(*change.key, kept[1])
        for change, kept in zip(replaced.changes, replaced.values, strict=True)
        if kept is not None
    )
    wanted = {(one.table, one.id, one.field): one for one in (*earlier, *edit.changes)}
    return replace(edit, changes=tuple(
        change for key, change in wanted.items() if not _holds(key, change.value, gone, without)
    ))  # fmt: skip


def _holds(key: FieldKey, value: object, gone: Delta, without: Document) -> bool:
    if key not in gone.fields or gone.fields[key][1].is_open or without.find(*key[:2]) is None:
        return False
    return key[2] != ALIVE and bool(without.plain(*key) == value)


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
