# SPDX-License-Identifier: EUPL-1.2
"""The edits of one event, gathered in memory and indexed: union, heads, ancestors, what every field resolves to.

`Log` answers what resolve.py and undo.py ask. It only grows by `add` and shrinks by `take_out`; both say which fields
they touched. A log read from elsewhere is checked as it is added: each edit needs its parents, the right lamport
number, and changes that replace known, older changes of the same field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from octodesk.model import resolve
from octodesk.model.edit import ALIVE
from octodesk.model.fitting import Held, check_fit
from octodesk.model.resolve import FieldKey, RowKey
from octodesk.model.stamped import ChangeRef, Stamped
from octodesk.model.undo import Step


class Log:
    """All edits of one event by id. Not thread-safe; hand out `copy()` where two need it."""

    def __init__(self, edits: Iterable[Stamped] = ()) -> None:
        self._edits: dict[str, Stamped] = {}
        self._children: dict[str, set[str]] = {}
        self._retractors: dict[str, list[str]] = {}
        self._changes: dict[FieldKey, dict[ChangeRef, tuple[ChangeRef, ...]]] = {}
        self._superseders: dict[ChangeRef, list[ChangeRef]] = {}
        self._fields: dict[RowKey, set[str]] = {}
        self._redacted: set[ChangeRef] = set()
        self._by_lamport: dict[int, list[str]] = {}
        self.heads: set[str] = set()
        self.add(edits)

    # -- the set of edits

    def __contains__(self, edit: object) -> bool:
        return edit in self._edits

    def __len__(self) -> int:
        return len(self._edits)

    def __getitem__(self, edit: str) -> Stamped:
        return self._edits[edit]

    def __iter__(self) -> Iterator[Stamped]:
        """In causal order: parents first, ties by id."""
        return iter(sorted(self._edits.values(), key=lambda edit: (edit.lamport, edit.id)))

    @property
    def event(self) -> str:
        """The event's id, "" for an empty log."""
        return next(iter(self._edits.values())).event if self._edits else ""

    @property
    def next_lamport(self) -> int:
        return 1 + max((self._edits[head].lamport for head in self.heads), default=0)

    def copy(self) -> Log:
        return Log(self)

    def add(self, edits: Iterable[Stamped]) -> set[FieldKey]:
        """Takes edits in, in any order; those it has are passed over. Gives the fields that may have changed.

        Raises Damaged, and has then taken in nothing, where an edit does not fit.
        """
        new = {edit.id: edit for edit in edits if edit.id not in self._edits}
        ordered = sorted(new.values(), key=lambda edit: (edit.lamport, edit.id))
        event = self.event or (ordered[0].event if ordered else "")
        check_fit(ordered, event=event, held=Held(self._lamport_here, self._key_here, self.has_seen))
        for edit in ordered:
            self._index(edit)
        self._blank(self._redacted)
        return self._touched_by(ordered)

    def take_out(self, edits: Collection[str]) -> set[FieldKey]:
        """Takes edits out again, with the fields that may have changed.

        Raises ValueError, and has then changed nothing, if another edit builds on one or names one.
        """
        leaving = set(edits)
        if any(self._children.get(edit, set()) - leaving for edit in leaving):
            raise ValueError("other edits build on these")
        gone = [self._edits[edit] for edit in leaving]
        touched = self._touched_by(gone)
        # Rebuilding is rare and simpler than unpicking every index.
        left = Log(edit for edit in self._edits.values() if edit.id not in leaving)
        vars(self).update(vars(left))
        return touched

    def _lamport_here(self, edit: str) -> int | None:
        return self._edits[edit].lamport if edit in self._edits else None

    def _key_here(self, ref: ChangeRef) -> FieldKey | None:
        edit = self._edits.get(ref[0])
        return edit.changes[ref[1]].key if edit is not None and 0 <= ref[1] < len(edit.changes) else None

    def _index(self, edit: Stamped) -> None:
        self._edits[edit.id] = edit
        self.heads.difference_update(edit.parents)
        self.heads.add(edit.id)
        for parent in edit.parents:
            self._children.setdefault(parent, set()).add(edit.id)
        self._by_lamport.setdefault(edit.lamport, []).append(edit.id)
        if edit.retracts:
            self._retractors.setdefault(edit.retracts, []).append(edit.id)
        self._redacted.update(edit.redacts)
        for place, change in enumerate(edit.changes):
            self._changes.setdefault(change.key, {})[edit.id, place] = change.supersedes
            self._fields.setdefault((change.table, change.id), set()).add(change.field)
            for ref in change.supersedes:
                self._superseders.setdefault(ref, []).append((edit.id, place))

    def _blank(self, refs: Iterable[ChangeRef]) -> None:
        """Takes away the values of changes that were removed for good, whichever came first."""
        for edit, place in refs:
            kept = self._edits[edit]
            if kept.values[place] is not None:
                values = (*kept.values[:place], None, *kept.values[place + 1 :])
                self._edits[edit] = replace(kept, values=values)

    def _touched_by(self, edits: Iterable[Stamped]) -> set[FieldKey]:
        """The fields of the edits' changes, of the edits they retract (and so on), and of what they redact."""
        touched: set[FieldKey] = set()
        waiting = list(edits)
        while waiting:
            edit = waiting.pop()
            touched.update(change.key for change in edit.changes)
            touched.update(self._edits[ref[0]].changes[ref[1]].key for ref in edit.redacts)
            if edit.retracts:
                waiting.append(self._edits[edit.retracts])
        return touched

    # -- what resolving asks

    def changes_of(self, key: FieldKey) -> Mapping[ChangeRef, tuple[ChangeRef, ...]]:
        return self._changes.get(key, {})

    def value_of(self, ref: ChangeRef) -> object:
        return self._edits[ref[0]].value(ref[1])

    def lamport(self, edit: str) -> int:
        return self._edits[edit].lamport

    def is_effective(self, edit: str) -> bool:
        return edit not in self._retractors or resolve.effective(edit, self._retractors)

    def retractors(self, edit: str) -> Collection[str]:
        return self._retractors.get(edit, ())

    def has_seen(self, edit: str, earlier: str) -> bool:
        """Whether `earlier` is `edit` or an ancestor of it.

        Every edit has an ancestor at each lower lamport number. So a number that only `earlier` has answers at once;
        it says nothing of what was made beside it, which is searched for, no deeper than the number of `earlier`.
        """
        if edit == earlier:
            return True
        lowest = self._edits[earlier].lamport
        if self._edits[edit].lamport <= lowest:
            return False
        return self._by_lamport[lowest] == [earlier] or earlier in self._ancestors([edit], lowest)

    def _ancestors(self, edits: Iterable[str], lowest: int) -> set[str]:
        """The edits and their ancestors whose lamport number is at least `lowest`."""
        seen = {edit for edit in edits if self._edits[edit].lamport >= lowest}
        waiting = list(seen)
        while waiting:
            for parent in self._edits[waiting.pop()].parents:
                if parent not in seen and self._edits[parent].lamport >= lowest:
                    seen.add(parent)
                    waiting.append(parent)
        return seen

    def at(self, heads: Iterable[str]) -> Log:
        """The log as it was at these edits: they and all their ancestors."""
        return Log(self._edits[edit] for edit in self._ancestors(heads, 0))

    # -- what undo asks

    def own_steps(self, author: str, device: str | None) -> Iterator[Step]:
        """The edits of an author, newest first; with a device, only those made there."""
        for edit in reversed(list(self)):
            if edit.author.id == author and device in (None, edit.device):
                yield self._step(edit.id)

    def steps_after(self, lamport: int) -> Iterator[Step]:
        """The edits with a higher lamport number, newest first."""
        for number in sorted((one for one in self._by_lamport if one > lamport), reverse=True):
            for edit in sorted(self._by_lamport[number], reverse=True):
                yield self._step(edit)

    def _step(self, edit: str) -> Step:
        return Step(edit, self._edits[edit].kind, self.is_effective(edit), self._edits[edit].retracts)

    def changes_in(self, edit: str) -> Iterator[tuple[ChangeRef, FieldKey]]:
        for place, change in enumerate(self._edits[edit].changes):
            yield (edit, place), change.key

    def superseders(self, ref: ChangeRef) -> Collection[ChangeRef]:
        return self._superseders.get(ref, ())

    def changes_on_row(self, row: RowKey) -> Iterator[ChangeRef]:
        for field in self._fields.get(row, ()):
            yield from self._changes[(*row, field)]

    def author_of(self, edit: str) -> str:
        return self._edits[edit].author.id

    # -- all of it at once

    def rows(self) -> Collection[RowKey]:
        return self._fields.keys()

    def fields_of_row(self, row: RowKey) -> Collection[str]:
        """The fields of a row that were ever set, `_alive` among them where it was ever added."""
        return self._fields.get(row, ())

    def resolved(self, key: FieldKey) -> resolve.FieldState:
        return resolve.resolve_field(self, key)

    def life(self, row: RowKey, states: Mapping[str, resolve.FieldState]) -> resolve.Life:
        """Whether a row lives, given the states of all its fields."""
        others = (state for field, state in states.items() if field != ALIVE)
        return resolve.resolve_life(self, row, states.get(ALIVE, resolve.ABSENT), others)

    def damage(self) -> list[ChangeRef]:
        """Changes whose value is missing although no edit of the log removed it for good."""
        return [
            (edit.id, place)
            for edit in self
            for place, kept in enumerate(edit.values)
            if kept is None and (edit.id, place) not in self._redacted
        ]
