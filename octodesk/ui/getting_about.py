# SPDX-License-Identifier: EUPL-1.2
"""Getting about in a window: from day to day, to the search, to a session in the inspector."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from octodesk.ui.timetable.layout import days_shown

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class GettingAbout(QObject):
    """What moves the eye and changes nothing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bench, self._surface = window, window.bench, window.surface
        self._surface.day_opened.connect(lambda _day: self.show_days())
        self._surface.opened.connect(self.open_session)
        self._surface.renamed.connect(self.open_session)
        window.tools.days.chosen.connect(self._surface.show_day)

    @property
    def deeds(self) -> Mapping[str, Callable[[], object]]:
        surface = self._surface
        return {
            "previous-day": lambda: self._turn(-1), "next-day": lambda: self._turn(1),
            "zoom-in": surface.zoom_in, "zoom-out": surface.zoom_out, "zoom-fit": surface.fit, "filter": self._filter,
        }  # fmt: skip

    # -- days

    def show_days(self) -> None:
        """On the tabs and the actions, the days there are and the one in view."""
        window = self._window
        days, day = days_shown(self._bench.document), self._surface.scene.day
        window.tools.days.show_days(days, day)
        window.actions_by_name["previous-day"].setEnabled(day is None or day != days[0])
        window.actions_by_name["next-day"].setEnabled(day is None or day != days[-1])

    def _turn(self, step: int) -> None:
        days, day = days_shown(self._bench.document), self._surface.scene.day
        place = days.index(day) + step if day in days else (0 if step > 0 else len(days) - 1)
        self._surface.show_day(days[max(0, min(len(days) - 1, place))])

    # -- panes

    def raise_dock(self, name: str) -> None:
        """Shown, and before the others behind the same tabs."""
        dock = self._window.docks[name]
        dock.show()
        dock.raise_()

    def _filter(self) -> None:
        self.raise_dock("workshops")
        self._window.panes.workshops.look_for()

    def open_session(self, session: str) -> None:
        """In the inspector, its title ready to be typed."""
        self._bench.select((session,))
        self.raise_dock("inspector")
        self._window.panes.inspector.edit_title()

    def show_lacking(self, session: str, language: str) -> None:
        """In the inspector, at the language it has no words in."""
        self.open_session(session)
        self._window.panes.inspector.show_language(language)
