# SPDX-License-Identifier: EUPL-1.2
"""The `.octo` file a conference came from, and Ctrl+S: read it again, take in what is new there, write it whole.

Every edit is safe in the local database at once; the file is for handing on, so what counts is what it lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from octodesk import languages
from octodesk.desk import News
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.languages import _, ngettext
from octodesk.model.edit import Refused
from octodesk.model.enclosures import Enclosures
from octodesk.model.log import Log
from octodesk.model.stamped import Damaged, Stamped
from octodesk.store.contract import StoreError
from octodesk.ui.background import run_in_background
from octodesk.ui.workbench import Workbench
from octodesk.wording.failures import file_failure, store_failure, write_failure
from octodesk.wording.refusals import refusal


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written: where, and the edits that are in it."""

    path: Path
    edits: frozenset[str]


@dataclass(frozen=True, slots=True)
class There:
    """A file as it was read: its bytes, its edits, what lies beside them, and which state of the file that was."""

    content: bytes
    log: Log
    enclosed: Enclosures
    state: tuple[int, int, int]
    password: str = ""
    """With which it was opened."""


class FileChanged(Exception):
    """Somebody else has written the file since it was read."""


def read_file(path: Path, password: str = "") -> There:
    """What is in an `.octo` file. Raises OctoFileError."""
    from octodesk.exchange import octo  # the first paint need not wait for it

    state = state_of(path)
    content = octo.bytes_of(path)
    found = octo.read(content, password=password)
    return There(content, found.log, found.enclosed, state, password)


def state_of(path: Path) -> tuple[int, int, int]:
    """Another number where the file is another one, or was written since. (0, 0, 0): there is none."""
    try:
        now = path.stat()
    except OSError:
        return 0, 0, 0
    return now.st_ino, now.st_size, now.st_mtime_ns


class FileLink(QObject):
    """`changed` where the file or the count of what it lacks is another; `settled` when a save has ended."""

    changed = Signal()
    settled = Signal(bool)
    written = Signal(object, tuple)
    """The path, and the names of those whose changes were found there."""

    def __init__(
        self,
        bench: Workbench,
        now: Callable[[], datetime],
        path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._now = bench, now
        self._lacking: set[str] = set()
        self._came: list[Stamped] = []
        self._stays = False
        self.path = path
        self.password = ""
        """The file is written behind it, if there is one; kept in memory alone."""
        self.busy = False
        bench.changed.connect(self._hear)

    def came_from(self, path: Path, in_file: Iterable[str], password: str = "") -> None:
        """The conference was just read from this file, which holds these edits."""
        self.path, self.password = path, password
        self._lacking = {edit.id for edit in self._bench.desk.log()} - set(in_file)
        self.changed.emit()

    @property
    def lacking(self) -> int:
        """How many changes are not yet in the file."""
        return len(self._lacking) if self.path else 0

    @property
    def name(self) -> str:
        return self.path.name if self.path else ""

    def title(self) -> str:
        """ "octopus.octo · 12 changes not yet in the file", "" without a file."""
        if self.path is None or not self.lacking:
            return self.name
        return ngettext(
            "{file} · {n} change not yet in the file",
            "{file} · {n} changes not yet in the file",
            self.lacking,
        ).format(file=self.name, n=self.lacking)

    def to_send(self) -> str:
        """ "octopus.octo: 12 changes to send", "" where nothing is lacking."""
        if not self.lacking:
            return ""
        return ngettext("{file}: {n} change to send", "{file}: {n} changes to send", self.lacking).format(
            file=self.name, n=self.lacking
        )

    def _hear(self, news: News) -> None:
        self._lacking.update(news.delta.edits)
        self._lacking.difference_update(news.delta.gone)
        self.changed.emit()

    # -- Ctrl+S

    def save(self, path: Path | None = None, *, stays: bool = False) -> None:
        """Updates the file, or makes another one; that is the conference's file from then on, unless the old one `stays`."""
        target = path or self.path
        if target is None or self.busy:
            return
        self._stays = stays
        self._came = []
        self._bench.finish_typing()
        self.busy = True
        if target.exists():
            run_in_background(
                lambda: read_file(target, self.password),
                done=self._merge_into(target),
                failed=self._failed_at(target),
            )
        else:
            self._write(target, state_of(target))

    def _merge_into(self, target: Path) -> Callable[[There], None]:
        def merge(there: There) -> None:
            known = {edit.id for edit in self._bench.desk.log()}
            self._came = [edit for edit in there.log if edit.id not in known]
            try:
                self._bench.desk.merge(
                    there.log, received=there.content, source=target.name, enclosed=there.enclosed
                )
            except (Refused, StoreError, Damaged) as wrong:
                self._failed_at(target)(wrong)
                return
            self._write(target, there.state)

        return merge

    def _write(self, target: Path, state: tuple[int, int, int]) -> None:
        """Writes over the state of the file that was read; where a colleague was quicker, all begins again."""
        log, enclosed, password = self._bench.desk.log(), self._bench.desk.enclosures(), self.password

        def write() -> Written:
            from octodesk.exchange import octo
            from octodesk.exchange.sealing import sealed
            from octodesk.exchange.whole_file import write_whole

            def last_look() -> None:
                if state_of(target) != state:
                    raise FileChanged

            content = octo.write(log, enclosed=enclosed)
            if password:
                content = sealed(content, password)
            write_whole(target, content, last_look=last_look)
            return Written(target, frozenset(edit.id for edit in log))

        run_in_background(write, done=self._written, failed=self._failed_at(target))

    def _written(self, written: Written) -> None:
        self.busy = False
        if not self._stays:
            self.path = written.path
        if written.path == self.path:
            self._lacking -= written.edits
        hour = languages.clock_time(self._now().astimezone().time(), languages.language())
        said = _("All saved. {file} updated, {time}.").format(file=written.path.name, time=hour)
        self._bench.notice(" ".join([said, *self._brought()]))
        self.changed.emit()
        self.written.emit(written.path, tuple({edit.author.name: None for edit in self._came}))
        self.settled.emit(True)

    def _brought(self) -> Iterator[str]:
        """What others had written there meanwhile, and what of it is to be settled."""
        count = len(self._came)
        if count:
            names = sorted({edit.author.name for edit in self._came})
            said = ngettext("{n} change taken in from {names}.", "{n} changes taken in from {names}.", count)
            yield said.format(n=count, names=languages.listed(names, languages.language()))
        open_now = len(self._bench.document.open_fields) if count else 0
        if open_now:
            said = ngettext("{n} question is to be settled.", "{n} questions are to be settled.", open_now)
            yield said.format(n=open_now)

    def _failed_at(self, target: Path) -> Callable[[BaseException], None]:
        def failed(wrong: BaseException) -> None:
            self.busy = False
            if isinstance(wrong, FileChanged):
                self.save(target, stays=self._stays)
                return
            said = saving_failure(wrong, target, self._bench)
            if said is None:
                raise wrong
            self._bench.notice(said, fault=True)
            self.settled.emit(False)

        return failed


def saving_failure(wrong: BaseException, path: Path, bench: Workbench) -> str | None:
    """Why a file could not be brought up to date; None for a bug."""
    from octodesk.exchange.whole_file import NotWritten

    if isinstance(wrong, NotWritten):
        said = write_failure(wrong)
    elif isinstance(wrong, OctoFileError):
        said = file_failure(wrong, path)
    elif isinstance(wrong, Refused):
        said = refusal(bench.document, wrong)
    elif isinstance(wrong, StoreError):
        said = store_failure(wrong.reason, wrong.where)
    elif isinstance(wrong, Damaged):
        said = _("“{file}” is damaged: a change in it does not fit. Nothing was taken from it.").format(
            file=path.name
        )
    else:
        return None
    return _("{failure} Your changes are safe on this computer.").format(failure=said)
