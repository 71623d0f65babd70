# SPDX-License-Identifier: EUPL-1.2
"""A picture of the window on the sample, drawn without a screen: for machines that have none, and for the manual."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication

from octodesk import languages
from octodesk.exchange.samples import sample_log
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.model import timetable
from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.store.memory import MemoryStore
from octodesk.ui import start
from octodesk.ui import theme as themes
from octodesk.ui.identity import Identity
from octodesk.ui.main_window import MainWindow
from octodesk.ui.program import opened_window
from octodesk.ui.program_language import speak
from octodesk.ui.settings import Settings
from octodesk.ui.theme import Theme
from octodesk.wording.failures import write_failure

SIZE = 1600, 1000


def picture_of_window(out: Path) -> int:
    """Writes a PNG. Gives the exit status: 4 where it cannot be written."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = start.application()
    theme = Theme()
    themes.put_on(application, theme)
    speak(application, languages.language())
    window = sample_window(theme)
    window.show()
    application.processEvents()
    content = _png(window)
    window.file.path = None
    window.close()
    try:
        write_whole(out, content)
    except NotWritten as wrong:
        sys.stderr.write(write_failure(wrong) + "\n")
        return 4
    return 0


def sample_window(theme: Theme) -> MainWindow:
    """The window on the sample in memory: its fullest day, and one of its workshops selected."""
    store = MemoryStore(sample_log("octopus-2021"))
    identity = Identity(Author("picture", "OctoDesk"), "picture")
    window = opened_window(store, identity, Settings(Path(os.devnull)), theme)
    document = window.bench.document
    day = max(timetable.dates(document), key=lambda one: len(timetable.sessions_of_day(document, one)))
    window.resize(*SIZE)
    window.surface.show_day(day)
    window.furnish()
    window.bench.select(_example(document, day))
    return window


def _example(document: Document, day: date) -> tuple[str, ...]:
    """A workshop with people."""
    sessions = timetable.sessions_of_day(document, day)
    found = [one.id for one in sessions if one.kind == "workshop" and document.people_of(one.id)]
    return tuple(found[3:4] or found[:1])


def _png(window: MainWindow) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())
