# SPDX-License-Identifier: EUPL-1.2
"""Qt's objects die in the thread they live in, whichever thread asks for memory."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from octodesk.ui.collecting import collect


class Knot(QObject):
    """Held by nobody but itself."""

    def __init__(self) -> None:
        super().__init__()
        self.self = self


def test_a_knot_is_untied_by_collecting_and_by_no_other_thread(qapp: QApplication) -> None:
    assert not gc.isenabled()
    knot = weakref.ref(Knot())
    working = threading.Thread(target=lambda: [[place] for place in range(100_000)])
    working.start()
    working.join()
    assert knot() is not None
    gc.collect()
    assert knot() is None


def test_nothing_is_collected_while_little_was_made(qapp: QApplication) -> None:
    gc.collect()
    assert collect() is None
