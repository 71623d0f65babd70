# SPDX-License-Identifier: EUPL-1.2
"""The open conference as the parts of the window share it: its desk, what is selected, and what is said about edits.

Every edit of the window goes through `do`, every undo through `undo`: what is still being typed is kept before, a
refusal becomes a sentence, and what happened is said in words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from octodesk.desk import Desk, News
from octodesk.languages import _, ngettext
from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.enclosures import Enclosures
from octodesk.model.fields import Placement
from octodesk.model.identity import fresh_id
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey, RowKey
from octodesk.model.stamped import Stamped
from octodesk.model.undo import UNDOABLE, MergeStep
from octodesk.store.contract import StoreError
from octodesk.ui.stay import Stay
from octodesk.wording.failures import store_failure
from octodesk.wording.refusals import refusal

if TYPE_CHECKING:
    from octodesk.model.checks import Conflict
    from octodesk.ui.drafts import Drafting
    from octodesk.ui.fields import Typing
    from octodesk.ui.offers import Offer

Make = Callable[[Document], Edit]
T = TypeVar("T")


def _did(act: Callable[[], None]) -> bool:
    act()
    return True


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the status bar. `undo` offers to take back what it tells of; `fault` stands out; `offer` is what
    would be possible instead."""

    words: str
    undo: bool = False
    fault: bool = False
    offer: Offer | None = None


class Workbench(QObject):
    """Parts listen to `changed` (News), `selected`, `noticed` (Notice); who is typed into listens to `typing_ends`."""

    changed = Signal(object)
    selected = Signal()
    looked = Signal()
    """Other rows are looked at, of whatever table."""
    noticed = Signal(object)
    typing_ends = Signal()
    became_ready = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None, *, ready: bool = True) -> None:
        """`ready` is False while the database is not open to write: what can wait for it does."""
        super().__init__(parent)
        self.desk = desk
        self.ready = ready
        self._selection: tuple[str, ...] = ()
        self._subject: tuple[str, tuple[str, ...]] = ("session", ())
        self._wished: tuple[str, Placement] | None = None
        self._drafting: Drafting | None = None
        self._clashes: tuple[Document | None, tuple[Conflict, ...]] = (None, ())
        """What `clashes` found last, and in what: all parts ask for it after each edit."""
        self._newest = ""
        """The edit made last, "" after an undo or a merge."""
        self.at = desk
        """Where edits go: the conference's own desk, or one on which something is tried out."""
        self._stop_listening = desk.listen(self._hear)

    @property
    def document(self) -> Document:
        return self.at.document

    @property
    def author_id(self) -> str:
        return self.desk.author.id

    @staticmethod
    def fresh_id() -> str:
        return fresh_id(os.urandom(8))

    def close(self) -> None:
        """Nothing of the desk is heard any more."""
        self._stop_listening()

    def work_at(self, desk: Desk, touched: frozenset[RowKey]) -> None:
        """From now on edits go to this desk, whose document differs from the one before in these rows."""
        self._stop_listening()
        self.at = desk
        self._stop_listening = desk.listen(self._hear)
        self._hear(News(desk.document, touched, Delta()))

    def make_ready(self) -> None:
        """The database is open."""
        if not self.ready:
            self.ready = True
            self.became_ready.emit()

    # -- what is selected

    @property
    def selection(self) -> tuple[str, ...]:
        """Ids of the selected sessions, the one selected last at the end."""
        return self._selection

    @property
    def current(self) -> str:
        """The session the inspector shows, "" for none."""
        return self._selection[-1] if self._selection else ""

    def select(self, sessions: Iterable[str]) -> None:
        live = self.document.table("session")
        wanted = tuple(dict.fromkeys(one for one in sessions if one in live))
        anew = wanted != self._selection
        if anew or self._subject[0] != "session":
            self.finish_typing()
            self._selection, self._subject = wanted, ("session", wanted)
            self.looked.emit()
        if anew:
            self.selected.emit()

    @property
    def subject(self) -> tuple[str, tuple[str, ...]]:
        """(table, ids) of what was looked at last, for the inspector: sessions, people or rooms."""
        table, ids = self._subject
        live = self.document.table(table)
        return (table, ids) if ids and all(one in live for one in ids) else ("session", self._selection)

    def look_at(self, table: str, ids: Iterable[str]) -> None:
        """Rows of another table than the sessions' are looked at; what is selected stays."""
        wanted = (table, tuple(ids))
        if wanted != self._subject:
            self.finish_typing()
            self._subject = wanted
            self.looked.emit()

    # -- edits

    def finish_typing(self) -> None:
        """What is typed and not yet kept becomes an edit now."""
        self.typing_ends.emit()

    def do(
        self, make: Make, *, stay: Stay | None = None, wished: tuple[str, Placement] | None = None
    ) -> bool:
        """Makes an edit of the document as it is and applies it. Whether anything was changed; if not, it is said why.

        With a `stay` it takes the place of what was done during the same stay; where a session `wished` to a placement
        is refused, the nearest place that works is offered.
        """
        self.finish_typing()
        self._wished = wished
        done = self.write(make, stay or Stay())
        self._wished = None
        return done

    def write(self, make: Make, stay: Stay) -> bool:
        """As `do`, for a field being typed into: takes the place of what was written during the same stay."""
        before = self.at.undo_step()
        if isinstance(before, Stamped) and before.id == stay.edit:
            written = self._apply(make, partial(self.at.replace, before))
        else:
            written = self._apply(make, self.at.apply)
        if written is None:
            return False
        stay.edit = self._newest
        return True

    def why_not(self, make: Make) -> str:
        """Why an edit would be refused, as a sentence; "" where it would not."""
        try:
            make(self.document)
        except Refused as refused:
            return refusal(self.document, refused)
        return ""

    def _apply(self, make: Make, apply: Callable[[Edit], None]) -> Edit | None:
        """The edit made; None where nothing was."""
        from octodesk.edits.translations import with_sources
        from octodesk.wording.edits import done

        edit = self._attempt(lambda: with_sources(self.document, make(self.document)))
        if edit is None or edit.is_empty or not self._attempt(lambda: _did(partial(apply, edit))):
            return None
        self.notice(done(self.document, edit), undo=edit.kind in UNDOABLE)
        return edit

    def take_in(self, log: Log, *, received: bytes, source: str, enclosed: Enclosures, settle: Make) -> bool:
        """Takes in another copy's changes, and settles at once what `settle` makes an edit of. Whether it is done."""
        self.finish_typing()
        merge = partial(self.desk.merge, log, received=received, source=source, enclosed=enclosed)
        if not self._attempt(lambda: _did(merge)):
            return False
        self._attempt(lambda: _did(lambda: self.desk.apply(settle(self.desk.document))))
        step = self.desk.undo_step()
        count = len(step.edits) if isinstance(step, MergeStep) else 0
        said = ngettext("{n} change taken in from {source}", "{n} changes taken in from {source}", count)
        self.notice(said.format(n=count, source=source), undo=True)
        return True

    def undo(self) -> None:
        from octodesk.wording.edits import step_name

        self.finish_typing()
        taken = self._attempt(self.at.undo)
        if taken is not None:
            self.notice(_("Undone: {change}").format(change=step_name(self.document, taken)))

    def redo(self) -> None:
        from octodesk.wording.edits import undo_name

        self.finish_typing()
        again = self._attempt(self.at.redo)
        if again is not None:
            self.notice(_("Done again: {change}").format(change=undo_name(self.document, again)), undo=True)

    def _attempt(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except Refused as refused:
            self._refuse(refused)
        except StoreError as wrong:
            self.notice(store_failure(wrong.reason, wrong.where), fault=True)
        return None

    def _refuse(self, refused: Refused) -> None:
        """Says why, and offers the nearest thing that works."""
        offer = None
        if self._wished is not None:
            from octodesk.ui.offers import offer_for

            offer = offer_for(self.document, refused, self._wished)
        self.noticed.emit(Notice(refusal(self.document, refused), fault=True, offer=offer))

    @property
    def can_undo(self) -> bool:
        return self.ready and self.at.undo_step() is not None

    @property
    def can_redo(self) -> bool:
        return self.ready and self.at.redo_edit() is not None

    def undo_words(self) -> str:
        """ "Undo: move of WS 4", or "Undo" where there is nothing to take back."""
        step = self.at.undo_step() if self.ready else None
        if step is None:
            return _("Undo")
        from octodesk.wording.edits import step_name

        return _("Undo: {change}").format(change=step_name(self.document, step))

    def redo_words(self) -> str:
        edit = self.at.redo_edit() if self.ready else None
        if edit is None:
            return _("Redo")
        from octodesk.wording.edits import undo_name

        return _("Redo: {change}").format(change=undo_name(self.document, edit))

    # -- what is typed and no edit yet

    def keep_drafts(self, drafting: Drafting) -> None:
        """From now on what is typed is kept there."""
        self._drafting = drafting

    def typed(self, typing: Typing, key: FieldKey) -> None:
        """Somebody types into a field of text, or what was typed has become an edit."""
        if self._drafting is not None:
            self._attempt(lambda: self._drafting.heard(typing, key) if self._drafting else None)

    def settled(self, key: FieldKey) -> None:
        if self._drafting is not None:
            self._attempt(lambda: self._drafting.settled(key) if self._drafting else None)

    # -- saying

    def notice(self, sentence: str, *, undo: bool = False, fault: bool = False) -> None:
        self.noticed.emit(Notice(sentence, undo=undo, fault=fault))

    def clashes(self) -> tuple[Conflict, ...]:
        """Those of rooms, people and time that nobody has accepted."""
        from octodesk.model.checks import check  # looked for behind the first paint

        document, found = self._clashes
        if document is not self.document:
            found = tuple(one for one in check(self.document) if one.is_clash and one.acknowledged is None)
            self._clashes = self.document, found
        return found

    def _hear(self, news: News) -> None:
        self._newest = next((one.id for one in news.made if not one.retracts), "")
        live = news.document.table("session")
        kept = tuple(one for one in self._selection if one in live)
        gone = kept != self._selection
        self._selection = kept
        self.changed.emit(news)
        if gone:
            self.looked.emit()
            self.selected.emit()
