# SPDX-License-Identifier: EUPL-1.2
"""That nothing is lost: copies of the database, a look whether it is sound, and a repair where it is not."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.beginning import Pen
from octodesk.model.stamped import wall_words
from octodesk.store.contract import StoreError
from octodesk.ui.background import run_in_background
from octodesk.ui.shelf import Shelf
from octodesk.wording.failures import store_failure

if TYPE_CHECKING:
    from octodesk.model.stamped import Stamped
    from octodesk.store.backups import Backup
    from octodesk.store.repairing import Repair
    from octodesk.store.verifying import Fault
    from octodesk.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look at the database gave: what is wrong with it, and why no copy could be made, if so."""

    faults: tuple[Fault, ...]
    trouble: StoreError | None


class Safety(QObject):
    """`say` tells a sentence; `all_closed` closes every window, does something, and opens them again. `answered`: the offer
    of a repair was taken or not."""

    answered = Signal()

    def __init__(
        self, shelf: Shelf, say: Callable[[str], None], all_closed: Callable[[Callable[[], None]], None]
    ) -> None:
        super().__init__()
        self._shelf, self._say, self._all_closed = shelf, say, all_closed
        self._looked = self._asking = False
        self._at_copies = Lock()
        """A copy begun before something was removed for good is there when the copies are cleaned."""
        shelf.copy_failed = self._no_copy

    # -- once the database is open

    def look(self) -> None:
        """Once in the life of the program, beside the work: makes a copy and looks whether all is sound."""
        if not self._looked:
            self._looked = True
            run_in_background(self._look, done=self._seen, failed=_raised)

    def _look(self) -> Looked:
        from octodesk.store.backups import back_up
        from octodesk.store.verifying import faults_of

        trouble = None
        faults = faults_of(self._shelf.path)
        try:
            if not faults:  # a copy of damage would push a good one out
                with self._at_copies:
                    back_up(self._shelf.path, "opened", datetime.now(UTC))
        except StoreError as wrong:
            trouble = wrong
        return Looked(faults, trouble)

    def _seen(self, looked: Looked) -> None:
        if looked.trouble is not None:
            self._no_copy(looked.trouble)
        if looked.faults:
            self.offer_repair()

    def _no_copy(self, wrong: StoreError) -> None:
        said = store_failure(wrong.reason, wrong.where)
        self._say(_("No safety copy could be made. {failure}").format(failure=said))

    # -- where it is damaged

    def offer_repair(self) -> None:
        """Asks whether what is sound is to be brought together; asked once at a time."""
        if self._asking:
            return
        self._asking = True
        from octodesk.store.repairing import sound_copy

        run_in_background(lambda: sound_copy(self._shelf.path), done=self._ask, failed=_raised)

    def _ask(self, copy: Backup | None) -> None:
        ask = QMessageBox(
            QMessageBox.Icon.NoIcon, _("Repair"), _offer_words(copy), QMessageBox.StandardButton.NoButton
        )
        ask.setObjectName("ask-about-repair")
        mending = ask.addButton(_("Repair now"), QMessageBox.ButtonRole.AcceptRole)
        mending.setProperty("look", "primary")
        ask.addButton(_("Not now"), QMessageBox.ButtonRole.RejectRole)
        mending.clicked.connect(lambda: self._all_closed(self._repair))
        ask.finished.connect(self._answered)
        self._question = ask
        ask.open()

    def _answered(self) -> None:
        self._asking = False
        self._question.deleteLater()
        self.answered.emit()

    def _repair(self) -> None:
        now, who = datetime.now(UTC), self._shelf.identity_or_login()
        pen = Pen(who.author, who.device, wall_words(now), lambda: os.urandom(16))
        try:
            done = self._shelf.repair(pen, now)
        except StoreError as wrong:
            self._say(store_failure(wrong.reason, wrong.where))
            return
        self._say(repaired_words(done))

    # -- the copies

    def show_copies(self, window: MainWindow) -> None:
        from octodesk.ui.dialogs.backups import BackupsDialog

        BackupsDialog(window.bench, self._shelf.path, window.theme, window).open()

    # -- what was removed for good

    def forget(self, window: MainWindow, removal: Stamped, photos: frozenset[str]) -> None:
        """Cleans the rest of the database and every safety copy, beside the work, and says so in the window."""
        database, event = self._shelf.database, window.bench.document.event_id

        def clean() -> int:
            from octodesk.store.forgetting import forget

            with self._at_copies:
                return len(forget(database, event, removal, photos=photos))

        run_in_background(
            clean,
            done=lambda copies: window.bench.notice(forgotten_words(copies)),
            failed=self._not_forgotten,
        )

    def _not_forgotten(self, wrong: BaseException) -> None:
        if not isinstance(wrong, StoreError):
            raise wrong
        said = _(
            "Removed from the conference, but safety copies on this computer may still hold it. {failure}"
        )
        self._say(said.format(failure=store_failure(wrong.reason, wrong.where)))


def forgotten_words(copies: int) -> str:
    """What the cleaning reached: the conference and so many safety copies."""
    reached = ngettext(
        "Removed for good from the conference and from {n} safety copy. Ask back the copies sent out.",
        "Removed for good from the conference and from {n} safety copies. Ask back the copies sent out.",
        copies,
    )
    return reached.format(n=copies)


def moment_words(at: datetime) -> str:
    """ "4 October 2021, 14:00", where the user is."""
    here, language = at.astimezone(), languages.language()
    return _("{day}, {time}").format(
        day=languages.long_date(here.date(), language), time=languages.clock_time(here.time(), language)
    )


def _offer_words(copy: Backup | None) -> str:
    parts = [
        _("Part of what OctoDesk keeps on this computer is damaged and cannot be read any more."),
        _("Repairing brings together all that is sound."),
        _("What is missing is taken from the safety copy of {moment}.").format(moment=moment_words(copy.at))
        if copy
        else _("There is no safety copy to take the rest from."),
        _("The damaged file is kept."),
    ]
    return " ".join(parts)


def repaired_words(done: Repair) -> str:
    count = len(done.events)
    lost = sum(len(one.lost) for one in done.events.values())
    said = ngettext(
        "Repaired: {n} conference is there.", "Repaired: {n} conferences are there.", count
    ).format(n=count)
    if not lost:
        return said
    return f"{said} " + ngettext("{n} value is lost.", "{n} values are lost.", lost).format(n=lost)


def _raised(wrong: BaseException) -> None:
    raise wrong
