# SPDX-License-Identifier: EUPL-1.2
"""The open event: its document, and the one door through which it changes.

Do, undo, redo, merge and import all end in `_follow`: the store has written in one transaction, the document is swapped
for the new one, and the listeners are told which rows were touched. Nothing else writes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Author, Edit, Refused
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures, attachment_name, without_removed
from octodesk.model.fields import split_field
from octodesk.model.headline import Headline
from octodesk.model.log import Log
from octodesk.model.resolve import RowKey
from octodesk.model.stamped import ChangeRef, Stamp, Stamped, stamp, wall_words
from octodesk.model.undo import (
    SETTLED_AT_ONCE,
    MergeStep,
    Step,
    is_in_force,
    redo_target,
    taking_the_place_of,
    undo_target,
)
from octodesk.store.contract import EventStore

Clock = Callable[[], datetime]
"""Gives the time now, aware, in any zone."""
Salt = Callable[[], bytes]
"""Gives 16 fresh random bytes."""


@dataclass(frozen=True, slots=True)
class News:
    """What listeners are told: the document as it is now, the rows touched, and the delta that did it.

    `made` are the user's own edits, none where edits came in by a merge or went out again.
    """

    document: Document
    touched: frozenset[RowKey]
    delta: Delta
    made: tuple[Stamped, ...] = ()


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
        self.clock = clock
        self.salt = salt
        self.report = report
        self._undo_device = None if anywhere else device
        self._listeners: list[Listener] = []
        self._waiting: deque[Callable[[], None]] = deque()
        self._telling = False

    # -- edits

    def apply(self, edit: Edit) -> None:
        """Makes an edit. One that changes nothing is dropped; one made by a listener waits until all have heard.

        Raises StoreError, Refused("written-by-newer"), and has then changed nothing.
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
            self._refuse_unreadable(edit)
            self._make(self._stamped(edit))

    def _refuse_unreadable(self, edit: Edit) -> None:
        """What a newer program wrote is not overwritten by one that shows a default in its place."""
        keys = {(one.table, one.id, one.field) for one in edit.changes} & self.document.unreadable
        if keys and edit.kind != "settle":
            table, row_id, field = min(keys)
            raise Refused("written-by-newer", table=table, id=row_id, field=split_field(field)[0])

    def replace(self, replaced: Stamped, edit: Edit) -> None:
        """Makes an edit that takes the place of one's newest one, both or neither: one undo then takes both back.

        What `replaced` wrote and `edit` does not touch stays. Raises Refused("others-built-on-it"), StoreError.
        """
        self._refuse_unreadable(edit)
        self._refuse_if_built_on(replaced)
        self._in_turn(lambda: self._replace(replaced, edit))

    def _replace(self, replaced: Stamped, edit: Edit) -> None:
        back = self._stamped(Edit("undone", kind="undo", about=replaced.about, retracts=replaced.id))
        gone = self._store.preview([back])
        whole = taking_the_place_of(replaced, edit, gone, self.document.with_delta(gone))
        self._make(*([back] if whole.is_empty else [back, self._stamped(whole, after=back)]))

    def _stamped(self, edit: Edit, *, after: Stamped | None = None) -> Stamped:
        by = Stamp(
            event=self._store.event_id,
            parents=(after.id,) if after else self._store.heads(),
            lamport=after.lamport + 1 if after else self._store.next_lamport(),
            author=self.author,
            device=self.device,
            wall=wall_words(self.clock()),
            salt=self.salt,
        )
        return stamp(edit, by, self._heads_of)

    def _heads_of(self, table: str, row_id: str, field: str) -> Sequence[ChangeRef]:
        return self._store.heads_of((table, row_id, field))

    def _make(self, *edits: Stamped) -> None:
        self._follow(self._store.append(edits), edits)

    def _follow(self, delta: Delta, made: tuple[Stamped, ...] = ()) -> None:
        """The document goes where the store has gone, and the listeners hear of it."""
        before, self.document = self.document, self.document.with_delta(delta)
        # A row brought back because a live one refers to it was touched by no edit, yet it comes or goes.
        returned = set(before.contested) ^ set(self.document.contested)
        self._tell(News(self.document, delta.touched | returned, delta, made))

    # -- undo and redo

    def undo_step(self) -> Stamped | MergeStep | None:
        """What `undo` would take back: the newest merge while nothing made since is in force, else one's newest edit."""
        merge = self._store.newest_merge()
        if merge is not None and not self._edited_since(merge):
            return merge
        return self.undo_edit()

    def _edited_since(self, merge: MergeStep) -> bool:
        def at_once(step: Step) -> bool:
            return step.kind == "settle" and self._store.edit(step.id).label == SETTLED_AT_ONCE

        return is_in_force(self._store.steps_after(merge.lamport), at_once=at_once)

    def newest_merge(self) -> MergeStep | None:
        """What was taken in last and can still be told from the rest."""
        return self._store.newest_merge()

    def undo_edit(self) -> Stamped | None:
        """One's own newest edit in force, that an undo would take back."""
        found = undo_target(self._store.own_steps(self.author.id, self._undo_device))
        return self._store.edit(found) if found else None

    def redo_edit(self) -> Stamped | None:
        """The edit that `redo` would bring back."""
        found = redo_target(self._store.own_steps(self.author.id, self._undo_device))
        return self._store.edit(self._store.edit(found).retracts) if found else None

    def undo(self) -> Stamped | MergeStep | None:
        """Takes back `undo_step` and gives it; None where there is nothing to take back.

        Raises Refused("others-built-on-it") where somebody else's work stands on it, and what `undo_merge` raises.
        """
        target = self.undo_step()
        if isinstance(target, MergeStep):
            return self.undo_merge()
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

    def merge(
        self, log: Log, *, received: bytes = b"", source: str = "", enclosed: Enclosures = NOTHING_ENCLOSED
    ) -> None:
        """Takes in the edits of another copy of this event and what lies beside them.

        `received` are the bytes they came in, `source` says from whom or where, in a user's words: both are kept until
        the merge is undone. Raises Refused("other-event"), StoreError, Damaged.
        """
        if log.event != self._store.event_id:
            raise Refused("other-event", event=log.event)
        self._in_turn(lambda: self._take_new(log, received, source, enclosed))

    def _take_new(self, log: Log, received: bytes, source: str, enclosed: Enclosures) -> None:
        lacking = self._store.lacking(edit.id for edit in log)
        new = [edit for edit in log if edit.id in lacking]
        if enclosed.attachments:
            whole = self._store.log().copy()
            whole.add(new)
            enclosed = without_removed(enclosed, whole)
        if new:
            self._follow(self._store.merge(new, received=received, source=source, enclosed=enclosed))
        elif enclosed:
            self._store.enclose(enclosed)

    def undo_merge(self) -> MergeStep | None:
        """Takes the edits of the newest merge out again, here alone, and gives it; None where nothing was merged.

        It writes no edit: whoever else has the edits keeps them, and merging them again takes them again. Raises
        Refused: "edited-since-merge" while something made since is in force, "merge-removed-for-good" where values were
        removed by it that cannot come back.
        """
        step = self._store.newest_merge()
        if step is None:
            return None
        if step.final:
            raise Refused("merge-removed-for-good", source=step.source)
        if self._edited_since(step):
            raise Refused("edited-since-merge", source=step.source)
        self._in_turn(lambda: self._follow(self._store.take_out_newest_merge()))
        return step

    def newest(self, count: int) -> Sequence[Headline]:
        """The newest edits in force that are told, at most so many."""
        return self._store.newest(count)

    def log(self) -> Log:
        """All edits of the event, as they are now."""
        return self._store.log()

    # -- what belongs to the event beside its edits

    def enclosures(self) -> Enclosures:
        return self._store.enclosures()

    def attach(self, content: bytes) -> str:
        """Keeps a photo, a logo or the like, and gives the name by which a field can refer to it. Raises StoreError."""
        name = attachment_name(content)
        self._store.enclose(Enclosures({name: content}))
        return name

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
            self.report(wrong)
