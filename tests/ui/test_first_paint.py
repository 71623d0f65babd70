# SPDX-License-Identifier: EUPL-1.2
"""What the first paint waits for: a start brings nothing that the timetable does not need to be seen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from octodesk.exchange.samples import sample_log
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from octodesk.ui.start import _settings_path

NOT_YET = {
    # What costs 10 to 300 ms to import, and what only later work needs.
    "sqlalchemy", "reportlab", "babel", "click", "docx", "lxml", "openpyxl", "icalendar", "segno", "svglib",
    "pyrage", "cryptography", "rapidfuzz", "pikepdf", "pypdfium2", "PIL", "fontTools", "msgspec", "bidi",
    "arabic_reshaper", "ortools", "asyncio", "concurrent", "secrets", "tempfile", "html", "zipfile", "xml",
    "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtPdf",
    "octodesk.ui.panes", "octodesk.ui.dialogs", "octodesk.ui.start_page", "octodesk.printing", "octodesk.planner",
    "octodesk.cli", "octodesk.exchange.octo", "octodesk.exchange.samples", "octodesk.exchange.whole_file",
    "octodesk.store.events", "octodesk.store.tables", "octodesk.store.memory", "octodesk.edits",
    "octodesk.model.checks", "octodesk.model.history", "octodesk.model.merge_review",
    "octodesk.ui.timetable.hand", "octodesk.ui.timetable.carrying", "octodesk.ui.timetable.keys",
    "octodesk.ui.timetable.overlay", "octodesk.ui.timetable.places_paint", "octodesk.ui.timetable.wishes",
}  # fmt: skip

CHILD = """
import os, sys
sys.excepthook = lambda *wrong: (sys.__excepthook__(*wrong), os._exit(1))
from octodesk.ui import start
start.application()
from octodesk.ui.main_window import MainWindow

def painted(window):
    assert window.surface.scene.layout.blocks
    print("\\n".join(sys.modules))
    sys.stdout.flush()
    os._exit(0)

MainWindow._after_first_paint = painted
start.run(["--database", sys.argv[1]])
"""


def test_the_first_paint_brings_only_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "octodesk.db"
    shelf = Shelf(path)
    event = shelf.take_in(sample_log("octopus-2021")).event_id
    assert shelf.identity.device
    shelf.close()
    settings = Settings(_settings_path(path))
    settings.last_event = event
    settings.write()
    told = subprocess.run(
        [sys.executable, "-c", CHILD, path],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "fr_FR.UTF-8"},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    brought = {name for name in told.stdout.split() if _lies_in(name, NOT_YET)}
    bare = set(_modules_of_a_bare_window())
    lacking = sorted(brought - bare)
    assert lacking == []


def _lies_in(module: str, packages: set[str]) -> bool:
    parts = module.split(".")
    return any(".".join(parts[:length]) in packages for length in range(1, len(parts) + 1))


def _modules_of_a_bare_window() -> list[str]:
    """PySide itself brings some of the standard library."""
    code = "import sys; from PySide6.QtWidgets import QApplication; print('\\n'.join(sys.modules))"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    ).stdout.split()
