# SPDX-License-Identifier: EUPL-1.2
"""The open event: its document, and the one door through which it changes.

Do, undo, redo, merge and import all end in `_take`: the store writes in one transaction, the document is swapped for the
new one, and the listeners are told which rows were touched. Nothing else writes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Author, Edit, Refused
from octodesk.model.log import Log
from octodesk.model.resolve import RowKey
from octodesk.model.stamped import ChangeRef, Stamp, Stamped, stamp
from octodesk.model.undo import redo_target, undo_target
from octodesk.store.contract import EventStore

Clock = Callable[[], datetime]
"""Gives the time now, aware, in any zone."""
Salt = Callable[[], bytes]
"""Gives 16 fresh random bytes."""


@dataclass(frozen=True, slots=True)
class News:
    """What listeners are told: the document as it is now, the rows touched, and the delta that did it.

    `edit` is the user's edit, None where edits came in by a merge.
    """

    document: Document
    touched: frozenset[RowKey]
    delta: Delta
    edit: Stamped | None = None


Listener = Callable[[News], None]


class Desk:
    """One open event. `device` names this installation; undo looks only at what was made here.

    With `anywhere`, undo looks at all edits of the author, wherever they were made (files on the command line have no
    installation). `report` hears what a listener raised; the others are told all the same.
    """

    def __init__(
        self,
        store: EventStore,
        *,
        author: Author,
        device: str,
        clock: Clock,
        salt: Salt,
        report: Callable[[Exception], None],
        anywhere: bool = False,
    ) -> None:
        self.document = store.document()
        self.author = author
        self.device = device
        self._store = store
        self._clock = clock
        self._salt = salt
        self._report = report
        self._undo_device = None if anywhere else device
        self._listeners: list[Listener] = []
        self._waiting: deque[Callable[[], None]] = deque()
        self._telling = False

    # -- edits

    def apply(self, edit: Edit) -> None:
        """Makes an edit. One that changes nothing is dropped; one made by a listener waits until all have heard.

        Raises StoreError, and has then changed nothing.
        """
        self._in_turn(lambda: self._apply(edit))

    def _in_turn(self, step: Callable[[], None]) -> None:
        """Does a step now, or, asked for by a listener, once all have heard of the one before."""
        if self._telling:
            self._waiting.append(step)
            return
        step()
        while self._waiting:
            self._waiting.popleft()()

    def _apply(self, edit: Edit) -> None:
        if not edit.is_empty:
            stamped = self._stamped(edit)
            self._take([stamped], stamped)

    def _stamped(self, edit: Edit) -> Stamped:
        wall = self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        by = Stamp(
            event=self._store.event_id,
            parents=self._store.heads(),
            lamport=self._store.next_lamport(),
            author=self.author,
            device=self.device,
            wall=wall,
            salt=self._salt,
        )
        return stamp(edit, by, self._heads_of)

    def _heads_of(self, table: str, row_id: str, field: str) -> Sequence[ChangeRef]:
        return self._store.heads_of((table, row_id, field))

    def _take(self, edits: Sequence[Stamped], edit: Stamped | None) -> None:
        delta = self._store.append(edits)
        before, self.document = self.document, self.document.with_delta(delta)
        # A row brought back because a live one refers to it was touched by no edit, yet it comes or goes.
        returned = set(before.contested) ^ set(self.document.contested)
        self._tell(News(self.document, delta.touched | returned, delta, edit))

    # -- undo and redo

    def undo_edit(self) -> Stamped | None:
        """The edit that `undo` would take back."""
        found = undo_target(self._store.own_steps(self.author.id, self._undo_device))
        return self._store.edit(found) if found else None

    def redo_edit(self) -> Stamped | None:
        """The edit that `redo` would bring back."""
        found = redo_target(self._store.own_steps(self.author.id, self._undo_device))
        return self._store.edit(self._store.edit(found).retracts) if found else None

    def undo(self) -> Stamped | None:
        """Takes back one's newest edit and gives it; None where there is nothing to take back.

        Raises Refused("others-built-on-it") where somebody else's work stands on it.
        """
        target = self.undo_edit()
        if target is None:
            return None
        self._refuse_if_built_on(target)
        self.apply(Edit("undone", kind="undo", about=target.about, retracts=target.id))
        return target

    def redo(self) -> Stamped | None:
        """Brings back what the newest undo took, unless one has edited since; gives the edit brought back."""
        found = redo_target(self._store.own_steps(self.author.id, self._undo_device))
        if found is None:
            return None
        target = self._store.edit(self._store.edit(found).retracts)
        self.apply(Edit("redone", kind="redo", about=target.about, retracts=found))
        return target

    def _refuse_if_built_on(self, target: Stamped) -> None:
        others = self._store.standing_on(target.id, self.author.id)
        if others:
            names = sorted({self._store.edit(other).author.name for other in others})
            raise Refused("others-built-on-it", edit=target.id, about=target.about, names=tuple(names))
        made = {(one.table, one.id) for one in target.changes if one.field == ALIVE and not one.supersedes}
        used = [
            row for made_row in sorted(made) for row in self.document.referrers(*made_row) if row not in made
        ]
        if used:
            raise Refused("others-built-on-it", edit=target.id, about=target.about, names=())

    # -- merge

    def merge(self, log: Log) -> None:
        """Takes in the edits of another copy of this event; where there is nothing new, nothing happens.

        Raises Refused("other-event"), StoreError, Damaged.
        """
        if log.event != self._store.event_id:
            raise Refused("other-event", event=log.event)
        self._in_turn(lambda: self._take_new(log))

    def _take_new(self, log: Log) -> None:
        lacking = self._store.lacking(edit.id for edit in log)
        new = [edit for edit in log if edit.id in lacking]
        if new:
            self._take(new, None)

    def log(self) -> Log:
        """All edits of the event, as they are now."""
        return self._store.log()

    # -- listeners

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tells `listener` of every change from now on; what it gives back stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _tell(self, news: News) -> None:
        self._telling = True
        try:
            for listener in tuple(self._listeners):
                self._tell_one(listener, news)
        finally:
            self._telling = False

    def _tell_one(self, listener: Listener, news: News) -> None:
        try:
            listener(news)
        except Exception as wrong:  # noqa: BLE001 - a broken view must not keep the others from hearing
            self._report(wrong)
