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
    new = {edit.id: edit for edit in edits}

    def lamport_of(wanted: str, by: Stamped) -> int:
        found = new[wanted].lamport if wanted in new else lamport(wanted)
        if found is None:
            raise Damaged("parent-missing", edit=by.id, parent=wanted)
        return found

    def field_of(ref: ChangeRef) -> FieldKey | None:
        if ref[0] not in new:
            return key_of(ref)
        changes = new[ref[0]].changes
        return changes[ref[1]].key if 0 <= ref[1] < len(changes) else None

    for edit in edits:
        if edit.event != event:
            raise Damaged("other-event", edit=edit.id)
        parents = [lamport_of(parent, edit) for parent in edit.parents]
        if edit.lamport != 1 + max(parents, default=0):
            raise Damaged("lamport", edit=edit.id)
        for ref, key in named_changes(edit):
            older = lamport_of(ref[0], edit) < edit.lamport
            found = field_of(ref)
            if not older or found is None or key not in (None, found):
                raise Damaged("reference", edit=edit.id)
        if edit.retracts and lamport_of(edit.retracts, edit) >= edit.lamport:
            raise Damaged("reference", edit=edit.id)


def named_changes(edit: Stamped) -> Iterator[tuple[ChangeRef, FieldKey | None]]:
    """Every change an edit replaces, with the field it must be of, and every one it removes for good, with None."""
    for change in edit.changes:
        yield from ((ref, change.key) for ref in change.supersedes)
    yield from ((ref, None) for ref in edit.redacts)
