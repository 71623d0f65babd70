# SPDX-License-Identifier: EUPL-1.2
"""A store that lives in memory: for the verbs of the command line, which work on a file and write another."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from octodesk.model import history, undo
from octodesk.model.delta import Delta, delta_of, lives_of, states_of, states_of_row
from octodesk.model.document import Document
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.headline import Headline
from octodesk.model.log import Log
from octodesk.model.resolve import ABSENT, FieldKey, FieldState, Life, RowKey
from octodesk.model.stamped import ChangeRef, Stamped
from octodesk.model.undo import MergeStep, Step


class MemoryStore:
    """An event's log with the state of every field beside it. The log handed over is its own from then on."""

    def __init__(self, log: Log, enclosed: Enclosures = NOTHING_ENCLOSED) -> None:
        self._log, self._enclosed = log, enclosed
        self._states = states_of(log)
        self._merges: list[MergeStep] = []

    @property
    def event_id(self) -> str:
        return self._log.event

    def document(self) -> Document:
        return Document.of_states(self.event_id, self._states, lives_of(self._log, self._states))

    def append(self, edits: Sequence[Stamped]) -> Delta:
        new = [edit.id for edit in edits if edit.id not in self._log]
        return self._changed(lambda: self._log.add(edits), new)

    def take_out(self, edits: Collection[str]) -> Delta:
        return self._changed(lambda: self._log.take_out(edits), gone=sorted(edits))

    def preview(self, edits: Sequence[Stamped]) -> Delta:
        return MemoryStore(self._log.copy()).append(edits)

    def merge(
        self,
        edits: Sequence[Stamped],
        *,
        received: bytes,  # noqa: ARG002 - who works on a file has it there
        source: str,
        enclosed: Enclosures = NOTHING_ENCLOSED,
    ) -> Delta:
        heads = self.heads()
        delta = self.append(edits)
        self.enclose(enclosed)
        if delta.edits:
            final = any(self._log[edit].redacts for edit in delta.edits)
            self._merges.append(MergeStep(heads, delta.edits, source, self.next_lamport() - 1, final))
        return delta

    def newest_merge(self) -> MergeStep | None:
        return self._merges[-1] if self._merges else None

    def take_out_newest_merge(self) -> Delta:
        if not self._merges:
            raise LookupError("nothing was merged")
        newest = self._merges[-1]
        delta = self.take_out({*newest.edits, *(step.id for step in self.steps_after(newest.lamport))})
        self._merges.pop()
        return delta

    def steps_after(self, lamport: int) -> Iterator[Step]:
        return self._log.steps_after(lamport)

    def _changed(
        self, change: Callable[[], set[FieldKey]], edits: Iterable[str] = (), *, gone: Iterable[str] = ()
    ) -> Delta:
        touched = change()
        rows: dict[RowKey, dict[str, FieldState]] = {
            row: states_of_row(self._log, row) for row in {(table, row_id) for table, row_id, _ in touched}
        }

        def before(key: FieldKey) -> FieldState:
            return self._states.get(key[:2], {}).get(key[2], ABSENT)

        def after(key: FieldKey) -> FieldState:
            return rows[key[:2]].get(key[2], ABSENT)

        def life(row: RowKey) -> Life:
            return self._log.life(row, rows[row])

        delta = delta_of(touched, before, after, life, edits, gone)
        self._states.update(rows)
        return delta

    def heads(self) -> tuple[str, ...]:
        return tuple(sorted(self._log.heads))

    def next_lamport(self) -> int:
        return self._log.next_lamport

    def heads_of(self, key: FieldKey) -> Sequence[ChangeRef]:
        return [head.ref for head in self._states.get(key[:2], {}).get(key[2], ABSENT).heads]

    def own_steps(self, author: str, device: str | None) -> Iterator[Step]:
        return self._log.own_steps(author, device)

    def standing_on(self, edit: str, author: str) -> set[str]:
        return undo.standing_on(self._log, edit, author)

    def newest(self, count: int) -> Sequence[Headline]:
        return history.newest(self._log, count)

    def edit(self, edit_id: str) -> Stamped:
        return self._log[edit_id]

    def lacking(self, edits: Iterable[str]) -> set[str]:
        return {edit for edit in edits if edit not in self._log}

    def enclosures(self) -> Enclosures:
        return self._enclosed

    def enclose(self, enclosed: Enclosures) -> None:
        self._enclosed = enclosed.over(self._enclosed)

    def log(self) -> Log:
        return self._log.copy()
