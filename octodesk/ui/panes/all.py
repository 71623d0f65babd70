# SPDX-License-Identifier: EUPL-1.2
"""All panes of one window, made together after the timetable's first paint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtWidgets import QTabBar, QWidget

from octodesk.ui.panes.findings import FindingsPane
from octodesk.ui.panes.history import HistoryPane
from octodesk.ui.panes.inspector import Inspector
from octodesk.ui.panes.rooms import RoomsPane
from octodesk.ui.panes.speakers import SpeakersPane
from octodesk.ui.panes.workshops import WorkshopsPane
from octodesk.ui.settings import Settings
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class Panes:
    """`tabs` is the row of tabs over the lists below the timetable; it stands in their dock's title."""

    def __init__(self, bench: Workbench, theme: Theme, now: Callable[[], datetime], tabs: QTabBar) -> None:
        self.workshops = WorkshopsPane(bench, theme)
        self.rooms = RoomsPane(bench, theme)
        self.speakers = SpeakersPane(bench, theme)
        self.inspector = Inspector(bench, theme)
        self.findings = FindingsPane(bench, theme, tabs)
        self.history = HistoryPane(bench, now)

    def remember(self, settings: Settings) -> None:
        """The columns of the tables are as they were, and kept."""
        for pane in (self.workshops, self.rooms, self.speakers):
            pane.remember(settings)

    @property
    def by_dock(self) -> Mapping[str, QWidget]:
        """By the objectName of the dock each stands in."""
        return {
            "workshops": self.workshops, "rooms": self.rooms, "speakers": self.speakers,
            "inspector": self.inspector, "conflicts": self.findings, "history": self.history,
        }  # fmt: skip

    def set_theme(self, theme: Theme) -> None:
        for pane in (self.workshops, self.rooms, self.speakers, self.inspector, self.findings):
            pane.set_theme(theme)
