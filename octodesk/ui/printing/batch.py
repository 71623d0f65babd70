# SPDX-License-Identifier: EUPL-1.2
"""The same document several times, a file each: one a person, a room, a day or a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from octodesk import languages
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Person, Room, Session
from octodesk.model.timetable import dates
from octodesk.printing import PrintOptions
from octodesk.printing.choices import CHOICES
from octodesk.ui.background import run_in_background
from octodesk.ui.printing.naming import file_name
from octodesk.ui.printing.orders import Denied, Sheets
from octodesk.ui.printing.press import Press


@dataclass(frozen=True, slots=True)
class File:
    """One print of several: its document's name and how it is printed."""

    kind: str
    options: PrintOptions


def files_of(document: Document, kind: str, options: PrintOptions) -> list[File]:
    """A file for each day, room, session or person among those chosen."""
    each = CHOICES[kind].each
    rows: Mapping[str, Sequence[Person | Room | Session]] = {
        "person": document.people, "room": document.rooms, "session": document.sessions,
    }  # fmt: skip
    if each == "day":
        narrowed = [replace(options, day=day) for day in dates(document) if options.day in (None, day)]
    else:
        wanted = getattr(options, each)
        chosen = [{each: row.id} for row in rows[each] if wanted in ("", row.id)]
        narrowed = [replace(options, **one) for one in chosen]  # type: ignore[arg-type]  # each is a field of ids
    return [File(kind, one) for one in narrowed]


def _named(document: Document, files: Iterable[File]) -> Iterator[tuple[str, File]]:
    """Each file with a name that none before it has."""
    taken: set[str] = set()
    for one in files:
        name = file_name(document, one.kind, one.options)
        while name in taken:
            name = f"{name.removesuffix('.pdf')}_.pdf"
        taken.add(name)
        yield name, one


def faulty_words(names: Sequence[str]) -> list[str]:
    """Which files were not written because their print failed its proof."""
    if not names:
        return []
    listed = languages.listed(list(names), languages.language())
    return [
        _("Not saved, as the print did not come out right: {files}. Look at each alone.").format(files=listed)
    ]


class Batch(QObject):
    """Prints and writes one after the other; a part in which there is nothing to print is passed over.

    A print that fails its proof is not written: `faulty` has the names of those, `wrote` the others.
    """

    written = Signal(str)
    failed = Signal(object)
    """NotWritten; nothing more is written then."""
    broken = Signal(str)
    ended = Signal(int, int)
    """Files written, and sheets in them."""

    def __init__(
        self, document: Document, files: Iterable[File], folder: Path, parent: QObject, *,
        earlier: Document | None = None,
    ) -> None:  # fmt: skip
        """`earlier`: the conference at the version since which changes are listed."""
        super().__init__(parent)
        self._document, self._earlier, self._folder = document, earlier, folder
        self.faulty: list[str] = []
        self.wrote: list[File] = []
        self._file: File | None = None
        self._files = _named(document, files)
        self._press = Press(self)
        self._press.laid.connect(self._write)
        self._press.denied.connect(self._pass_over)
        self._press.broken.connect(self._break)
        self._name = ""
        self._sheets = 0

    def start(self) -> None:
        following = next(self._files, None)
        if following is None:
            self._press.stop()
            self.ended.emit(len(self.wrote), self._sheets)
            return
        self._name, file = following
        self._file = file
        self._press.order(self._document, file.kind, file.options, earlier=self._earlier)

    def stop(self) -> None:
        """Writes nothing more."""
        self._press.stop()

    def _write(self, sheets: Sheets) -> None:
        if sheets.printed.faults:
            self.faulty.append(self._name)
            self.start()
            return
        path, pdf = self._folder / self._name, sheets.printed.pdf
        self._sheets += sheets.printed.pages
        run_in_background(
            lambda: write_whole(path, pdf), done=lambda _: self._next(path.name), failed=self._fail
        )

    def _next(self, name: str) -> None:
        assert self._file is not None
        self.wrote.append(self._file)
        self.written.emit(name)
        self.start()

    def _pass_over(self, _denied: Denied) -> None:
        self.start()

    def _fail(self, wrong: BaseException) -> None:
        self.stop()
        if not isinstance(wrong, NotWritten):
            raise wrong
        self.failed.emit(wrong)

    def _break(self, words: str) -> None:
        self.stop()
        self.broken.emit(words)
