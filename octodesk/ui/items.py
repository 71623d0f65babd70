# SPDX-License-Identifier: EUPL-1.2
"""An entry of a menu, as data."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True)
class Item:
    """`keys` are standard ones or as Qt writes them; a choice is checkable and one of its `group`. `within`: the keys
    are the timetable's own, and act only there."""

    name: str
    words: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    group: str = ""
    checkable: bool = False
    within: bool = False


SEPARATOR = Item("", "")
