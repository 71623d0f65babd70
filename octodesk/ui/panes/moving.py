# SPDX-License-Identifier: EUPL-1.2
"""Alt with the arrows moves the row one is in, up or down among its siblings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def step_asked(event: QKeyEvent) -> int:
    """-1 for up, 1 for down, 0 where the keys ask for something else."""
    with_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
    return _STEPS.get(Qt.Key(event.key()), 0) if with_alt else 0
