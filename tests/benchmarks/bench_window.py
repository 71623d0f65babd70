# SPDX-License-Identifier: EUPL-1.2
"""The window: from the start of the process to the first painted timetable, memory, a step of a drag.

Whole processes are timed beside a bare PySide6 window in the same run, in turn, so that both see the same machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from octodesk.model.document import Document
from octodesk.ui.palettes import LIGHT
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from octodesk.ui.start import _settings_path
from octodesk.ui.theme import Theme, load_fonts, put_on
from octodesk.ui.timetable.surface import Surface
from tests.benchmarks.large import FIRST, large_log

RUNS = 7
CHILD = Path(__file__).with_name("first_paint.py")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with one event of 1,000 sessions, the one that was open last."""
    path = tmp_path / "octodesk.db"
    shelf = Shelf(path)
    event = shelf.take_in(large_log(1000)).event_id
    shelf.name_author("Ana")
    shelf.close()
    settings = Settings(_settings_path(path))
    settings.last_event = event
    settings.write()
    return path


def cpu_seconds(what: str, database: Path, environment: Mapping[str, str]) -> tuple[float, int]:
    """(CPU seconds, peak memory in MB) of one child process."""
    command = [sys.executable, str(CHILD), what, str(database)]
    told = subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, check=True, timeout=60
    )
    seconds, memory = told.stdout.split()[-2:]
    return float(seconds), int(memory)


def installed(cache: Path) -> dict[str, str]:
    """The environment of a program that was installed: its modules lie compiled, as pip leaves them."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(cache)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


def test_from_start_to_first_paint_beside_a_bare_window(database: Path, tmp_path: Path) -> None:
    environment = installed(tmp_path / "compiled")
    kinds = ("bare", "painted", "ready")
    for what in kinds:  # the first start compiles, and gives this installation its name
        cpu_seconds(what, database, environment)
    runs = [{what: cpu_seconds(what, database, environment) for what in kinds} for _ in range(RUNS)]
    bare, painted, ready = (median(run[what][0] for run in runs) for what in kinds)
    memory = max(run["ready"][1] for run in runs)
    sys.stdout.write(
        f"\nstart with 1,000 sessions: bare window {bare:.2f} s, painted {painted:.2f} s (ratio {painted / bare:.1f}), "
        f"ready {ready:.2f} s (ratio {ready / bare:.1f}), peak memory {memory} MB\n"
    )
    assert min(bare, painted, ready) > 0


def test_a_step_of_a_drag_with_live_check_and_repaint(qapp: QApplication) -> None:
    load_fonts()
    put_on(qapp, Theme(LIGHT, 100))
    surface = Surface(Document.of_log(large_log(1000)), Theme(LIGHT, 100))
    surface.resize(1440, 900)
    surface.show_day(FIRST)
    surface.show()
    qapp.processEvents()
    steps = sorted(drag_steps(qapp, surface.viewport(), 300))
    sys.stdout.write(
        f"\na step of a drag at 1,000 sessions: p50 {steps[150] * 1000:.1f} ms, p99 {steps[297] * 1000:.1f} ms of CPU\n"
    )
    assert len(steps) == 300


def drag_steps(application: QApplication, viewport: QWidget, count: int) -> list[float]:
    """CPU seconds of each step of a drag about the viewport, the repaint included."""
    send(viewport, QEvent.Type.MouseButtonPress, QPoint(60, 20))
    found = []
    for step in range(count):
        begun = time.process_time()
        send(viewport, QEvent.Type.MouseMove, QPoint(80 + step * 4, 40 + step * 7 % 600))
        application.processEvents()
        found.append(time.process_time() - begun)
    send(viewport, QEvent.Type.MouseButtonRelease, QPoint(60, 20))
    return found


def send(viewport: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    button = Qt.MouseButton.LeftButton
    where = QPointF(at)
    event = QMouseEvent(
        kind, where, viewport.mapToGlobal(where), button, button, Qt.KeyboardModifier.NoModifier
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
