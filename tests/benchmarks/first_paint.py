# SPDX-License-Identifier: EUPL-1.2
"""A child process for bench_window: starts a window, and ends when it is painted, or when a user can edit in it.

`first_paint.py bare`: a bare PySide6 window, the floor. `first_paint.py painted|ready DATABASE`: OctoDesk on the event
that was open last. Prints the CPU seconds used up to that moment, all threads, the interpreter's own start included,
and the peak memory in MB.

`painted`: the timetable has painted itself, with blocks. `ready`: the database is open to write, and every pane in
sight stands filled and painted; a workshop is then really moved, as by a drop, and must have been kept.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from pathlib import Path
from types import TracebackType


def end(seconds: float) -> None:
    """Says what was used, and ends without tidying up, which is not what is measured."""
    # Not ru_maxrss, which a child takes over from the process that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    sys.stdout.write(f"{seconds} {int(peak) // 1024}\n")
    sys.stdout.flush()
    os._exit(0)


def bare() -> int:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            super().paintEvent(event)
            QTimer.singleShot(0, lambda: end(time.process_time()))

    application = QApplication(["first-paint"])
    window = Bare()
    window.resize(1440, 900)
    window.show()
    return application.exec()


def octodesk(what: str, database: str) -> int:
    from octodesk.ui import start

    start.application()
    if what == "painted":
        _end_when_painted()
    else:
        _edit_when_ready(database)
    return start.run(["--database", database])


def _end_when_painted() -> None:
    from octodesk.ui.main_window import MainWindow

    def painted(self: MainWindow) -> None:
        """In the place of what the window does right after its first paint."""
        seconds = time.process_time()
        view = self.surface.viewport()
        assert self.surface.scene.layout.blocks
        assert view.grab().toImage().pixelColor(view.rect().center()).isValid()
        end(seconds)

    MainWindow._after_first_paint = painted  # type: ignore[method-assign]


def _edit_when_ready(database: str) -> None:
    from octodesk.ui.workbench import Workbench

    make_ready = Workbench.make_ready

    def ready(self: Workbench) -> None:
        from PySide6.QtCore import QTimer

        make_ready(self)
        QTimer.singleShot(0, lambda: _edit(database))

    Workbench.make_ready = ready  # type: ignore[method-assign]


def _edit(database: str) -> None:
    """Behind what was still to be painted: looks that the panes are filled, and moves a session."""
    seconds = time.process_time()
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    from octodesk.model.fields import Placement
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.timetable.wishes import Drop

    window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    lists = [one for one in window.findChildren(QAbstractItemView) if one.isVisible()]
    assert lists
    session = window.surface.scene.layout.in_reading_order()[0].session
    at = window.bench.document.session(session).placement
    assert at is not None
    window.surface.tell(Drop(((session, Placement(at.start.replace(hour=21), at.rooms)),)))
    kept = sqlite3.connect(database).execute("SELECT start FROM session WHERE id = ?", (session,))
    assert "T21:" in kept.fetchone()[0]
    end(seconds)


def _failed(kind: type[BaseException], wrong: BaseException, trace: TracebackType | None) -> None:
    """What fails in a slot would else be printed, and the window stay."""
    sys.__excepthook__(kind, wrong, trace)
    os._exit(1)


if __name__ == "__main__":
    sys.excepthook = _failed
    sys.exit(bare() if sys.argv[1] == "bare" else octodesk(*sys.argv[1:3]))
