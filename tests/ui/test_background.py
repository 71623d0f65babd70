# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window."""

from __future__ import annotations

import threading
from typing import Any

from pytestqt.qtbot import QtBot

from octodesk.ui.background import run_in_background


def test_a_result_comes_back_in_the_main_thread(qtbot: QtBot) -> None:
    told: list[Any] = []
    run_in_background(
        lambda: threading.current_thread() is threading.main_thread(),
        done=lambda result: told.append((result, threading.current_thread() is threading.main_thread())),
        failed=told.append,
    )
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(False, True)]


def test_what_goes_wrong_is_told(qtbot: QtBot) -> None:
    told: list[Any] = []
    run_in_background(lambda: 1 // 0, done=told.append, failed=lambda wrong: told.append(type(wrong)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [ZeroDivisionError]
