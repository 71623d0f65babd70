# SPDX-License-Identifier: EUPL-1.2
"""What a window gets for its timetable once the first paint is over: overlays, views, the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octodesk.ui.printing.preview_dock import PreviewDock
from octodesk.ui.since_version import SinceVersion
from octodesk.ui.views import Views

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class Outfit:
    """Each part connects itself to the window's actions, workbench and timetable."""

    def __init__(self, window: MainWindow) -> None:
        menu = window.actions_by_name.menu
        self.views = Views(window)
        self.preview = PreviewDock(window)
        self.since = SinceVersion(window.bench, window.surface, menu("since"))
