# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a file that is opened, dropped or double-clicked: a conference of its own, or a copy to be read first.

Nothing of a copy of a conference that is here is taken in by opening it: what is new is shown, and taken in on demand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from octodesk import languages
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.stamped import Damaged
from octodesk.ui.background import run_in_background
from octodesk.ui.file_link import There, read_file
from octodesk.ui.merging.drops import Drops
from octodesk.ui.merging.exchanges import Exchanges
from octodesk.wording.failures import file_failure

if TYPE_CHECKING:
    from octodesk.model.log import Log
    from octodesk.model.merge_review import Review
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.program import Program


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read: where, what is in it, and the conference it is a copy for others of ("" for none)."""

    path: Path
    there: There
    derived_from: str


def opened(path: Path, password: str = "") -> Opened:
    """Raises OctoFileError."""
    there = read_file(path, password)
    return Opened(path, there, Document.of_log(there.log).event.derived_from)


class Receiving(QObject):
    """One for the program: files come to it, windows are opened by the program."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self.exchanges = Exchanges(program.settings)
        self._asking: QWidget | None = None
        """A question that may have no window to belong to."""

    def open_file(self, path: Path, password: str = "") -> None:
        run_in_background(
            partial(opened, path, password),
            done=self._receive,
            failed=lambda wrong: self._not_opened(path, wrong),
        )

    def _not_opened(self, path: Path, wrong: BaseException) -> None:
        if not isinstance(wrong, OctoFileError):
            raise wrong
        if wrong.reason in ("password-needed", "password-wrong"):
            self._ask_password(path, again=wrong.reason == "password-wrong")
        else:
            self._program.say(file_failure(wrong, path))

    def _ask_password(self, path: Path, *, again: bool) -> None:
        from octodesk.ui.dialogs.password import ask_password

        parent = next(reversed(self._program.windows.values()), self._program.start_page)
        self._asking = ask_password(parent, path.name, partial(self.open_file, path), again=again)

    def _receive(self, it: Opened) -> None:
        event, program = it.there.log.event, self._program
        if event in program.windows or program.shelf.holds(event):
            program.open_event(event)
            self._when_ready(event, it)
        elif it.derived_from and (it.derived_from in program.windows or program.shelf.holds(it.derived_from)):
            program.open_event(it.derived_from)
            self._compare(it)
        else:
            self.open_beside(it)

    def open_beside(self, it: Opened) -> None:
        """As a conference of its own."""
        program, log = self._program, it.there.log
        program.attempt(lambda: program.open_store(program.shelf.take_in(log, enclosed=it.there.enclosed)))
        if log.event in program.windows:
            program.windows[log.event].file.came_from(it.path, {edit.id for edit in log}, it.there.password)

    # -- a copy of a conference that is here

    def _when_ready(self, event: str, it: Opened) -> None:
        window = self._program.windows.get(event)
        if window is None:
            return
        if window.bench.ready:
            self._meet(window, it)
        else:
            once = Qt.ConnectionType.SingleShotConnection
            window.bench.became_ready.connect(partial(self._meet, window, it), once)

    def _meet(self, window: MainWindow, it: Opened) -> None:
        window.bench.finish_typing()
        mine = window.bench.desk.log()
        run_in_background(
            partial(_reviewed, mine, it.there.log, window.bench.desk.document),
            done=partial(self._met, window, it),
            failed=lambda wrong: self._misfit(window, it, wrong),
        )

    def _misfit(self, window: MainWindow, it: Opened, wrong: BaseException) -> None:
        if not isinstance(wrong, Damaged):
            raise wrong
        said = _("“{file}” is damaged: a change in it does not fit. Nothing was taken from it.")
        window.bench.notice(said.format(file=it.path.name), fault=True)

    def _met(self, window: MainWindow, it: Opened, found: Review) -> None:
        if not shiboken6.isValid(window):
            return
        if window.file.path in (None, it.path):
            window.file.came_from(it.path, {edit.id for edit in it.there.log}, it.there.password)
        if found.new:
            self._show(window, it, found)
        else:
            window.bench.notice(_nothing_new(it.path.name, len(found.lacking)))

    def _show(self, window: MainWindow, it: Opened, found: Review) -> None:
        from octodesk.ui.merging.merge_window import MergeWindow, Received

        for other in window.findChildren(MergeWindow):
            other.close()
        event = it.there.log.event
        last = self.exchanges.words(event, (*found.names, it.path.name))
        there = it.there
        received = Received(it.path.name, there.content, there.log, there.enclosed, last)
        reading = MergeWindow(
            window.bench, received, found, theme=window.theme, now=self._program.now, parent=window
        )
        reading.taken.connect(partial(self._taken, window, it, found.names))
        reading.send_wanted.connect(partial(self._send, window, it, reading))
        reading.show()

    def _taken(self, window: MainWindow, it: Opened, names: tuple[str, ...]) -> None:
        if window.file.path == it.path:
            window.file.came_from(it.path, {edit.id for edit in it.there.log}, it.there.password)
        self._exchanged(window, it.path, names)

    def follow(self, window: MainWindow) -> None:
        """Remembers what this window exchanges with its file from now on, and takes what is dropped on it."""
        window.file.written.connect(partial(self._exchanged, window))
        window.installEventFilter(Drops(window, self.open_file))
        window.setAcceptDrops(True)

    def file_found(self, window: MainWindow, path: Path, known: frozenset[str]) -> None:
        """After a start without it, the file of a conference was read; what is new in it is told, not taken in."""
        if not shiboken6.isValid(window) or window.file.path is not None:
            return
        window.file.came_from(path, known)
        count = len(known - {edit.id for edit in window.bench.desk.log()})
        if count:
            said = ngettext(
                "{file} holds {n} change that you do not have. Open it to read it.",
                "{file} holds {n} changes that you do not have. Open it to read them.",
                count,
            )
            window.bench.notice(said.format(file=path.name, n=count))

    def _exchanged(self, window: MainWindow, path: Path, names: tuple[str, ...]) -> None:
        for name in (path.name, *names):
            self.exchanges.keep(window.bench.document.event_id, name, self._program.now())

    def _send(self, window: MainWindow, it: Opened, reading: QObject) -> None:
        """Brings the copy up to date, so that whoever sent it gets everything."""
        window.file.settled.connect(
            lambda well: reading.deleteLater() if well and shiboken6.isValid(reading) else None,
            Qt.ConnectionType.SingleShotConnection,
        )
        window.file.save(it.path, stays=window.file.path not in (None, it.path))

    # -- a copy for others, without history

    def _compare(self, it: Opened) -> None:
        from octodesk.ui.merging.copies import compare_copy

        compare_copy(self._program.windows[it.derived_from], it, beside=partial(self.open_beside, it))


def _reviewed(mine: Log, theirs: Log, document: Document) -> Review:
    from octodesk.model.merge_review import (
        review,  # brings the checks, which the first paint need not wait for
    )

    return review(mine, theirs, document)


def _nothing_new(file: str, lacking: int) -> str:
    if not lacking:
        return _("Nothing new: {file} holds the same as this conference.").format(file=file)
    return ngettext(
        "Nothing new in {file}; it lacks {n} change that you have.",
        "Nothing new in {file}; it lacks {n} changes that you have.",
        lacking,
    ).format(file=file, n=languages.number(lacking, languages.language()))
