# SPDX-License-Identifier: EUPL-1.2
"""Whether edits from elsewhere fit a log: each has its parents, the right lamport number, and names only older changes.

Asked by every holder of a log before it takes edits in, in memory or in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import ChangeRef, Damaged, Stamped

LamportOf = Callable[[str], int | None]
"""The lamport number of an edit the log holds already, None for one it lacks."""
KeyOf = Callable[[ChangeRef], FieldKey | None]
"""The field of a change the log holds already, None for one it lacks."""


def check_fit(edits: Sequence[Stamped], *, event: str, lamport: LamportOf, key_of: KeyOf) -> None:
    """Raises Damaged for the first of these edits, given in causal order, that does not fit the event's log."""
    fit = _Fit(edits, lamport, key_of)
    for edit in edits:
        if edit.event != event:
            raise Damaged("other-event", edit=edit.id)
        if edit.lamport != 1 + max((fit.lamport(parent, edit) for parent in edit.parents), default=0):
            raise Damaged("lamport", edit=edit.id)
        if not (fit.names_older_changes(edit) and _names_as_its_kind_does(edit)):
            raise Damaged("reference", edit=edit.id)


class _Fit:
    """The edits to be taken in and those of the log as one."""

    def __init__(self, edits: Sequence[Stamped], lamport: LamportOf, key_of: KeyOf) -> None:
        self._new = {edit.id: edit for edit in edits}
        self._lamport, self._key_of = lamport, key_of

    def lamport(self, wanted: str, by: Stamped) -> int:
        found = self._new[wanted].lamport if wanted in self._new else self._lamport(wanted)
        if found is None:
            raise Damaged("parent-missing", edit=by.id, parent=wanted)
        return found

    def names_older_changes(self, edit: Stamped) -> bool:
        """Whether what it replaces, removes or retracts is older, and what it replaces is of the same field."""
        named = all(self._is_older_change(ref, key, edit) for ref, key in named_changes(edit))
        return named and (not edit.retracts or self.lamport(edit.retracts, edit) < edit.lamport)

    def _is_older_change(self, ref: ChangeRef, key: FieldKey | None, edit: Stamped) -> bool:
        if self.lamport(ref[0], edit) >= edit.lamport:
            return False
        found = self._field_of(ref)
        return found is not None and key in (None, found)

    def _field_of(self, ref: ChangeRef) -> FieldKey | None:
        if ref[0] not in self._new:
            return self._key_of(ref)
        changes = self._new[ref[0]].changes
        return changes[ref[1]].key if 0 <= ref[1] < len(changes) else None


def _names_as_its_kind_does(edit: Stamped) -> bool:
    """Only an undo or redo takes an edit back, and only a redact removes values for good."""
    return bool(edit.retracts) == (edit.kind in ("undo", "redo")) and (
        not edit.redacts or edit.kind == "redact"
    )


def named_changes(edit: Stamped) -> Iterator[tuple[ChangeRef, FieldKey | None]]:
    """Every change an edit replaces, with the field it must be of, and every one it removes for good, with None."""
    for change in edit.changes:
        yield from ((ref, change.key) for ref in change.supersedes)
    yield from ((ref, None) for ref in edit.redacts)
