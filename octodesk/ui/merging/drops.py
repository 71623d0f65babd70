# SPDX-License-Identifier: EUPL-1.2
"""Files that are dropped on a window from outside the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class Drops(QObject):
    """Watches a window that accepts drops: each conference file is opened."""

    def __init__(self, window: QObject, open_file: Callable[[Path], None]) -> None:
        super().__init__(window)
        self._open = open_file

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _DRAGS or not isinstance(event, QDropEvent):
            return False
        paths = files_in(event.mimeData())
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            for path in paths:
                self._open(path)
        return True


def files_in(given: QMimeData) -> Sequence[Path]:
    """The conference files among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == ".octo"]
