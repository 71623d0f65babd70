# SPDX-License-Identifier: EUPL-1.2
"""What a block says in words when the pointer rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from octodesk.ui.timetable.faces import tooltip_lines

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface


def show(surface: Surface, event: QEvent) -> bool:
    """Shows the tooltip of what lies under the pointer, or hides the last one."""
    if not isinstance(event, QHelpEvent) or surface.hand.is_busy:
        return False
    block = surface.block_at(event.pos().toPointF())
    if block is None:
        QToolTip.hideText()
    else:
        QToolTip.showText(event.globalPos(), tooltip(surface, block.session), surface.viewport())
    return True


def tooltip(surface: Surface, session: str) -> str:
    """Everything the block shows or leaves out, as rich text: the user's own words are escaped."""
    from html import escape

    first, *rest = (escape(line) for line in tooltip_lines(surface.scene.document, session))
    beside = [escape(line) for line in surface.beside.words_of(session)]
    return "<br>".join([f"<b>{first}</b>", *rest, *beside])
