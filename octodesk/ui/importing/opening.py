# SPDX-License-Identifier: EUPL-1.2
"""From a document to a conference: reading it beside the window's work, the review, and what it leads to."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from octodesk.edits.taking import take
from octodesk.exchange.papers.files import page_of, read_page
from octodesk.exchange.papers.matching import with_programme
from octodesk.exchange.papers.page import Page
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.understanding import Understood, understand
from octodesk.languages import _
from octodesk.model.comparison import Difference
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.identity import fresh_id
from octodesk.ui.background import run_in_background
from octodesk.ui.importing.arrivals import DOCUMENTS
from octodesk.ui.importing.review import Review
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.papers import paper_failure


class Importing(QObject):
    """What a window does with programme documents. `bench` is None where no conference is open: on the start page."""

    begun = Signal(object)
    """The edit that makes a new conference."""
    failed = Signal(str)
    """Why a document cannot be read, as a sentence."""

    def __init__(
        self, window: QWidget, theme: Callable[[], Theme], today: Callable[[], date], author: str, bench: Workbench | None = None
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._theme, self._today, self._author, self._bench = (
            window,
            theme,
            today,
            author,
            bench,
        )
        self.review: Review | None = None

    def ask(self) -> QFileDialog:
        """Opens the question which document."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        patterns = " ".join(f"*{suffix}" for suffix in DOCUMENTS)
        filters = _("Programme documents") + f" ({patterns});;" + _("All files") + " (*)"
        ask = QFileDialog(self._window, _("From a programme document"), folder, filters)
        ask.setFileMode(QFileDialog.FileMode.ExistingFile)
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.fileSelected.connect(lambda path: self.open(Path(path)))
        ask.open()
        return ask

    def open(self, path: Path) -> None:
        """Reads a document in the background, then shows the review."""
        kind = DOCUMENTS.get(path.suffix.lower(), "txt")
        self._read(lambda: read_page(path, kind), path)

    def take_words(self, kind: str, content: bytes) -> None:
        """The same for what was pasted."""
        self._read(lambda: page_of(kind, content), Path(_("what was pasted")))

    def _read(self, read: Callable[[], Page], path: Path) -> None:
        today = self._today()
        run_in_background(
            lambda: understand(read(), today=today),
            done=partial(self._show, path.name),
            failed=partial(self._tell, path),
        )

    def _tell(self, path: Path, wrong: BaseException) -> None:
        if not isinstance(wrong, PaperError):
            raise wrong
        self.failed.emit(paper_failure(wrong, path))

    def _show(self, name: str, understood: Understood) -> None:
        review = Review(understood, name, self._theme(), self._window, beside=self._beside())
        review.new_wanted.connect(self._begin)
        review.compare_wanted.connect(partial(self._compare, review))
        review.taken.connect(self._take)
        self.review = review
        review.open()

    def _beside(self) -> str:
        if self._bench is None:
            return ""
        event = self._bench.document.event
        return event.short_name or self._bench.document.words(event.name)

    def _begin(self, understood: Understood) -> None:
        self.begun.emit(understood.edit(fresh_id(os.urandom(10)), self._author))

    def _compare(self, review: Review, understood: Understood) -> None:
        assert self._bench is not None
        before = self._bench.document
        after = with_programme(
            before, understood, author_id=self._author, fresh=lambda: fresh_id(os.urandom(10))
        )
        review.compare_with(before, after)

    def _take(self, differences: Sequence[Difference], after: Document) -> None:
        assert self._bench is not None
        self._bench.do(partial(self._taken, differences, after))

    def _taken(self, differences: Sequence[Difference], after: Document, document: Document) -> Edit:
        return take(document, differences, source=after, label="programme-taken", author_id=self._author)
