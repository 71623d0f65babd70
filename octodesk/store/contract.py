# SPDX-License-Identifier: EUPL-1.2
"""What the desk asks of a store of one event, wherever it lies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.headline import Headline
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import ChangeRef, Stamped
from octodesk.model.undo import MergeStep, Step


class StoreError(Exception):
    """The store could not do what was asked, and has changed nothing. `reason` is a code, `where` a path or name."""

    def __init__(self, reason: str, where: str = "") -> None:
        super().__init__(reason, where)
        self.reason, self.where = reason, where


class EventStore(Protocol):
    """The log and the state of one event. What changes it is one transaction each: all or nothing."""

    @property
    def event_id(self) -> str: ...

    def document(self) -> Document:
        """The event as it is now, read anew."""

    def append(self, edits: Sequence[Stamped]) -> Delta:
        """Takes in edits that may be there already. Raises StoreError, or Damaged for edits that do not fit."""

    def take_out(self, edits: Collection[str]) -> Delta:
        """Takes edits out again on which nothing else builds. Raises StoreError, ValueError."""

    def preview(self, edits: Sequence[Stamped]) -> Delta:
        """What `append` would do; nothing is kept. Raises as `append`."""

    def merge(
        self,
        edits: Sequence[Stamped],
        *,
        received: bytes,
        source: str,
        enclosed: Enclosures = NOTHING_ENCLOSED,
    ) -> Delta:
        """As `append`, and remembered as the newest merge, with the bytes the edits came in; what came beside them is
        kept too, and stays where the merge is taken out. Raises as `append`."""

    def newest_merge(self) -> MergeStep | None: ...

    def take_out_newest_merge(self) -> Delta:
        """Takes out the newest merge and all that was made since, and forgets it. Raises StoreError; LookupError where
        there is none, ValueError where edits from elsewhere build on it."""

    def steps_after(self, lamport: int) -> Iterator[Step]:
        """The edits with a higher lamport number, newest first."""

    def heads(self) -> tuple[str, ...]:
        """The edits nothing builds on yet, sorted."""

    def next_lamport(self) -> int: ...

    def heads_of(self, key: FieldKey) -> Sequence[ChangeRef]:
        """The changes in force on a field, the winner first: those that a new change replaces."""

    def own_steps(self, author: str, device: str | None) -> Iterator[Step]:
        """An author's edits, newest first; with a device, only those made there."""

    def standing_on(self, edit: str, author: str) -> set[str]:
        """Effective edits of others that stand on this one."""

    def newest(self, count: int) -> Sequence[Headline]:
        """The edits in force that history tells of, newest first, at most so many."""

    def edit(self, edit_id: str) -> Stamped:
        """KeyError if there is none."""

    def lacking(self, edits: Iterable[str]) -> set[str]:
        """Which of these edit ids are not here."""

    def enclosures(self) -> Enclosures:
        """What belongs to the event beside its edits."""

    def enclose(self, enclosed: Enclosures) -> None:
        """Adds to that. Raises StoreError."""

    def log(self) -> Log:
        """All edits, gathered in memory."""
