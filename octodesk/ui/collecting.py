# SPDX-License-Identifier: EUPL-1.2
"""Garbage collection, in the main thread alone.

Python collects in whatever thread happens to ask for memory. Objects of Qt that only each other hold would then be
deleted in a thread they do not live in, which ends the program now and then.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL = 1000
"""Milliseconds between two looks at whether there is enough to collect."""


class Collecting(QObject):
    """Takes collecting over from Python for as long as the program runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what the start has made stays: going through it again and again would find nothing
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect)
        self._timer.start(INTERVAL)


def collect() -> int | None:
    """Collects the oldest generation that is due, as Python would; which that was, None for none."""
    due = [have > most for have, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if not due[0]:
        return None
    generation = (2 if due[2] else 1) if due[1] else 0
    gc.collect(generation)
    return generation
