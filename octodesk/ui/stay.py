# SPDX-License-Identifier: EUPL-1.2
"""Edits that take each other's place in the history. No Qt."""

from __future__ import annotations


class Stay:
    """Somebody staying in one field, or deciding how to put something down: whatever is written meanwhile is one undo step."""

    def __init__(self) -> None:
        self.edit = ""
