# SPDX-License-Identifier: EUPL-1.2
"""What enters a window from outside: a document dropped on it, or a table pasted where nothing is yet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

DOCUMENTS = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md",
    ".txt": "txt", ".text": "txt", ".tsv": "txt",
}  # fmt: skip
"""The kinds of document, by suffix."""


class Arrivals(QObject):
    """Tells what came. Set `takes_words` to say whether what is pasted may be a whole programme: the window is empty."""

    document_came = Signal(object)
    """A Path."""
    words_came = Signal(str, bytes)
    """Pasted words: their kind ("html" or "txt") and their bytes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.takes_words: Callable[[], bool] = lambda: False
        window.setAcceptDrops(True)

    def dragged(self, event: QDragMoveEvent) -> None:
        """Something is dragged over the window."""
        if _document(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropped(self, event: QDropEvent) -> None:
        path = _document(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.document_came.emit(path)

    def pressed(self, event: QKeyEvent) -> bool:
        """Whether a key pasted something."""
        return event.matches(QKeySequence.StandardKey.Paste) and self.pasted()

    def pasted(self) -> bool:
        """Takes a programme from the clipboard; False where it holds none, or the window is not empty."""
        if not self.takes_words():
            return False
        held = QGuiApplication.clipboard().mimeData()
        if held.hasHtml() and "<table" in held.html().lower():
            self.words_came.emit("html", held.html().encode())
        elif held.hasText() and held.text().strip():
            self.words_came.emit("txt", held.text().encode())
        else:
            return False
        return True


class TakesDocuments:
    """Stands before the widget among a window's bases, and hands what enters it to its `arrivals`.

    Not an event filter: one on a whole window is asked of every event of it, at any moment.
    """

    arrivals: Arrivals

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.arrivals.dragged(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.arrivals.dragged(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.arrivals.dropped(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.arrivals.pressed(event):
            super().keyPressEvent(event)  # type: ignore[misc]  # the widget's own, behind this in its bases


def _document(held: QMimeData) -> Path | None:
    """The document that is dragged, None for anything else."""
    paths = (Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() in DOCUMENTS), None)
