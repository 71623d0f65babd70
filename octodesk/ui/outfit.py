# SPDX-License-Identifier: EUPL-1.2
"""What a window gets for its timetable once the first paint is over: overlays, views, the command palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from octodesk.ui.clash_news import ClashNews
from octodesk.ui.printing.preview_dock import PreviewDock
from octodesk.ui.scales import Scales
from octodesk.ui.session_menu import SESSION_ITEMS
from octodesk.ui.since_version import SinceVersion
from octodesk.ui.timetable.deeds import SessionDeeds
from octodesk.ui.timetable.find_bar import FindBar
from octodesk.ui.trying import Trying
from octodesk.ui.views import Views

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.timetable.overview import Overview

COPYING = ("cut", "copy", "paste", "duplicate", "unplace")


class Outfit:
    """Each part connects itself to the window's actions, workbench and timetable."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        menu = window.actions_by_name.menu
        self.clashes = ClashNews(window)
        self.views = Views(window)
        self.preview = PreviewDock(window)
        self.since = SinceVersion(window.bench, window.surface, menu("since"))
        self.trying = Trying(window)
        self.scales = Scales(window)
        self.find_bar = FindBar(window)
        self._overview: Overview | None = None
        self.session_deeds = SessionDeeds(window)
        window.surface.menu_wanted.connect(self.open_menu)
        window.panes.history.moment_wanted.connect(partial(_look_at, window))

    @property
    def deeds(self) -> Mapping[str, Callable[[], object]]:
        surface = self._window.surface
        return {
            **self.session_deeds.by_name,
            "find": self.find_bar.open,
            "palette": self._open_palette,
            "zoom-all": surface.fit_all,
            "overview": self._toggle_overview,
            "try-out": self._try_out,
        }

    def _open_palette(self) -> None:
        from octodesk.ui.command_palette import CommandPalette

        CommandPalette(self._window).open()

    def _toggle_overview(self) -> None:
        from octodesk.ui.timetable.overview import Overview

        if self._overview is None:
            self._overview = Overview(self._window.surface)
        self._overview.setVisible(self._overview.isHidden())
        self._overview.place()

    def _try_out(self) -> None:
        self.trying.toggle()
        self._window.actions_by_name["try-out"].setChecked(self.trying.is_on)

    def open_menu(self, position: QPoint) -> None:
        """What can be done with the sessions selected, or at an empty place."""
        window = self._window
        actions, menu = window.actions_by_name, QMenu(window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in COPYING:
            menu.addAction(actions[name])
        menu.addSeparator()
        for item in SESSION_ITEMS if window.bench.selection else ():
            if item.name:
                menu.addAction(actions[item.name])
            else:
                menu.addSeparator()
        menu.popup(position)


def _look_at(window: MainWindow, edit: str) -> None:
    from octodesk.ui.merging.moments import Moments

    Moments(window).look_at(edit)
