# SPDX-License-Identifier: EUPL-1.2
"""Dragging sessions out of the lists onto the timetable, and back into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.timetable.wishes import Target

GRABBED = 10
"""Minutes below its start at which a session dragged out of a list hangs on the pointer."""
LISTS = ("workshops", "rooms", "speakers")


class FromLists(QObject):
    """A drop target of the timetable: what is dropped on a list is not yet placed then."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._surface = window, window.surface
        self._surface.add_drop_target(self)

    def carry(self, sessions: tuple[str, ...], _start: QPoint, now: QPoint) -> None:
        """A drag that began in a list: the last session hangs on the pointer, at a global position."""
        if not sessions:
            return
        from octodesk.ui.timetable.carrying import Grip

        main = sessions[-1]
        minutes = min(GRABBED, self._window.bench.document.session(main).minutes / 2)
        self._surface.start_drag(main, now, Grip(minutes), others=sessions)

    def drop_target_at(self, position: QPoint) -> Target | None:
        from octodesk.ui.timetable.wishes import OverList

        for name in LISTS:
            pane = self._window.docks[name].widget()
            if pane.isVisible() and QRect(pane.mapToGlobal(QPoint()), pane.size()).contains(position):
                return OverList()
        return None
