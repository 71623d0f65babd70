# SPDX-License-Identifier: EUPL-1.2
"""Every action of the window does something, and one thing."""

from __future__ import annotations

from collections import Counter

from octodesk.ui.main_window import MainWindow
from octodesk.ui.wiring import PARTS


def test_every_action_is_wired_by_one_part(window: MainWindow) -> None:
    wired = Counter(name for part in PARTS for name in part(window))
    assert {name: count for name, count in wired.items() if count > 1} == {}
    assert sorted(wired) == sorted(window.actions_by_name.names)
