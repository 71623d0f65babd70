# SPDX-License-Identifier: EUPL-1.2
"""A child process for bench_window: starts a window, and ends when it is painted, or ready to be edited.

`first_paint.py bare`: a bare PySide6 window, the floor. `first_paint.py painted|ready DATABASE`: OctoDesk on the event
that was open last. Prints peak memory in MB.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMainWindow


class EndsWhenPainted(QObject):
    """Ends the process right after the first paint of the window or the timetable; `ready`: once nothing is waiting.

    A filter sees an event before its receiver, so the paint is over with the next event.
    """

    def __init__(self, wanted: str, *, ready: bool) -> None:
        super().__init__()
        self._wanted, self._ready, self._seen = wanted, ready, False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if self._seen and not self._ready:
            end()
        if event.type() == QEvent.Type.Paint and not self._seen and self._is_wanted(watched):
            self._seen = True
            QTimer.singleShot(0 if not self._ready else 150, end)
        return False

    def _is_wanted(self, watched: QObject) -> bool:
        holder = watched.parent() if isinstance(watched.parent(), QAbstractScrollArea) else watched
        return holder is not None and holder.objectName() == self._wanted


def end() -> None:
    """Says how much memory was used at most, and ends without tidying up, which is not what is measured."""
    # Not ru_maxrss, which a child takes over from the process that started it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    sys.stdout.write(f"{int(peak) // 1024}\n")
    sys.stdout.flush()
    os._exit(0)


def main() -> int:
    what = sys.argv[1]
    application = QApplication(["first-paint"])
    watcher = EndsWhenPainted("bare" if what == "bare" else "timetable", ready=what == "ready")
    application.installEventFilter(watcher)
    if what == "bare":
        window = QMainWindow()
        window.setObjectName("bare")
        window.resize(1440, 900)
        window.show()
        status = application.exec()
    else:
        from octodesk.ui.start import run

        status = run(["--database", sys.argv[2]])
    return status


if __name__ == "__main__":
    sys.exit(main())
