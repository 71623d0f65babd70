# SPDX-License-Identifier: EUPL-1.2
"""A conference that can be looked at before the database is opened to write: the rest of the store comes when asked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.headline import Headline
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import ChangeRef, Stamped
from octodesk.model.undo import MergeStep, Step
from octodesk.store.contract import EventStore


class LateStore:
    """An EventStore. `document` was read already; `open_store` is called once, at the first other question."""

    def __init__(self, document: Document, open_store: Callable[[], EventStore]) -> None:
        self._document, self._open_store = document, open_store
        self._opened: EventStore | None = None

    @property
    def store(self) -> EventStore:
        if self._opened is None:
            self._opened = self._open_store()
        return self._opened

    @property
    def event_id(self) -> str:
        return self._document.event_id

    def document(self) -> Document:
        return self._document if self._opened is None else self._opened.document()

    def append(self, edits: Sequence[Stamped]) -> Delta:
        return self.store.append(edits)

    def take_out(self, edits: Collection[str]) -> Delta:
        return self.store.take_out(edits)

    def preview(self, edits: Sequence[Stamped]) -> Delta:
        return self.store.preview(edits)

    def merge(
        self,
        edits: Sequence[Stamped],
        *,
        received: bytes,
        source: str,
        enclosed: Enclosures = NOTHING_ENCLOSED,
    ) -> Delta:
        return self.store.merge(edits, received=received, source=source, enclosed=enclosed)

    def newest_merge(self) -> MergeStep | None:
        return self.store.newest_merge()

    def take_out_newest_merge(self) -> Delta:
        return self.store.take_out_newest_merge()

    def steps_after(self, lamport: int) -> Iterator[Step]:
        return self.store.steps_after(lamport)

    def heads(self) -> tuple[str, ...]:
        return self.store.heads()

    def next_lamport(self) -> int:
        return self.store.next_lamport()

    def heads_of(self, key: FieldKey) -> Sequence[ChangeRef]:
        return self.store.heads_of(key)

    def own_steps(self, author: str, device: str | None) -> Iterator[Step]:
        return self.store.own_steps(author, device)

    def standing_on(self, edit: str, author: str) -> set[str]:
        return self.store.standing_on(edit, author)

    def newest(self, count: int) -> Sequence[Headline]:
        return self.store.newest(count)

    def edit(self, edit_id: str) -> Stamped:
        return self.store.edit(edit_id)

    def lacking(self, edits: Iterable[str]) -> set[str]:
        return self.store.lacking(edits)

    def enclosures(self) -> Enclosures:
        return self.store.enclosures()

    def enclose(self, enclosed: Enclosures) -> None:
        self.store.enclose(enclosed)

    def log(self) -> Log:
        return self.store.log()
