# SPDX-License-Identifier: EUPL-1.2
"""Whether edits from elsewhere fit a log: each has its parents, the right lamport number, and names only what it had
seen.

Asked by every holder of a log before it takes edits in, in memory or in the database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import ChangeRef, Damaged, Stamped

_NO_EDITS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Held:
    """What a log that holds edits already answers about them."""

    lamport: Callable[[str], int | None]
    """The lamport number of an edit, None for one it lacks."""
    key_of: Callable[[ChangeRef], FieldKey | None]
    """The field of a change, None for one it lacks."""
    has_seen: Callable[[str, str], bool]
    """Whether the second edit is the first or one of its ancestors."""


def check_fit(edits: Sequence[Stamped], *, event: str, held: Held) -> None:
    """Raises Damaged for the first of these edits, given in causal order, that does not fit the event's log."""
    fit = _Fit(edits, held)
    for edit in edits:
        if edit.event != event:
            raise Damaged("other-event", edit=edit.id)
        if edit.lamport != 1 + max((fit.lamport(parent, edit) for parent in edit.parents), default=0):
            raise Damaged("lamport", edit=edit.id)
        fit.learn_ancestors(edit)
        if not (fit.names_what_it_saw(edit) and _names_as_its_kind_does(edit)):
            raise Damaged("reference", edit=edit.id)


class _Fit:
    """The edits to be taken in and those of the log as one.

    The ancestors of each new edit are the bits of one number, a bit per new edit, and the edits of the log it stands on
    directly. A number is let go once all that build on its edit have been looked at: in a log that is one long line, one
    is kept.
    """

    def __init__(self, edits: Sequence[Stamped], held: Held) -> None:
        self._new = {edit.id: edit for edit in edits}
        self._place = {edit.id: place for place, edit in enumerate(edits)}
        self._held = held
        self._awaited: dict[str, int] = {}
        for edit in edits:
            for parent in dict.fromkeys(edit.parents):
                self._awaited[parent] = self._awaited.get(parent, 0) + 1
        self._bits: dict[str, int] = {}
        self._bases: dict[str, frozenset[str]] = {}
        self._seen, self._stands_on = 0, _NO_EDITS
        """Of the edit looked at now: its ancestors among the new ones, and those in the log it stands on."""

    def lamport(self, wanted: str, by: Stamped) -> int:
        found = self._new[wanted].lamport if wanted in self._new else self._held.lamport(wanted)
        if found is None:
            raise Damaged("parent-missing", edit=by.id, parent=wanted)
        return found

    def learn_ancestors(self, edit: Stamped) -> None:
        bits, bases = 0, _NO_EDITS
        for parent in dict.fromkeys(edit.parents):
            if parent in self._new:
                bits |= self._bits[parent] | 1 << self._place[parent]
                bases = self._bases[parent] | bases if bases else self._bases[parent]
            else:
                bases |= {parent}
            self._let_go(parent)
        self._seen, self._stands_on = bits, bases
        if edit.id in self._awaited:
            self._bits[edit.id], self._bases[edit.id] = bits, bases

    def _let_go(self, parent: str) -> None:
        self._awaited[parent] -= 1
        if not self._awaited[parent]:
            self._bits.pop(parent, None)
            self._bases.pop(parent, None)

    def names_what_it_saw(self, edit: Stamped) -> bool:
        """Whether what it replaces, removes or retracts lies among its ancestors, and is of the same field if replaced."""
        named = {ref[0] for ref, _ in named_changes(edit)} | ({edit.retracts} if edit.retracts else set())
        return all(self._has_seen(one, edit) for one in named) and all(
            self._field_of(ref) is not None and key in (None, self._field_of(ref))
            for ref, key in named_changes(edit)
        )

    def _has_seen(self, earlier: str, edit: Stamped) -> bool:
        if earlier in self._new:
            return bool(self._seen >> self._place[earlier] & 1)
        if self.lamport(earlier, edit) >= edit.lamport:
            return False
        return earlier in self._stands_on or any(
            self._held.has_seen(base, earlier) for base in self._stands_on
        )

    def _field_of(self, ref: ChangeRef) -> FieldKey | None:
        if ref[0] not in self._new:
            return self._held.key_of(ref)
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
