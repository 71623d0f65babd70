# SPDX-License-Identifier: EUPL-1.2
"""The ways a conference is looked at: one day, all days, rooms down, a list, one room, one speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.ui import words
from octodesk.ui.timetable.layout import days_shown

if TYPE_CHECKING:
    from datetime import date

    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.timetable.agenda import Agenda

View = Literal["day", "all-days", "across", "list", "room", "speaker"]


class Views(QObject):
    """Which view a window shows. What is selected stays selected in all of them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bench, self._surface = window, window.bench, window.surface
        self.view: View = "day" if self._surface.scene.day is not None else "all-days"
        self._day_before_list = self._surface.scene.day
        self._agenda: Agenda | None = None
        self.subject = QComboBox()
        self.subject.setObjectName("view-subject")
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.subject.activated.connect(lambda _place: self._show_subject())
        self._shown = window.tools.insert_after_days(self.subject)
        self._shown.setVisible(False)
        self._surface.day_opened.connect(self._day_opened)
        window.tools.days.chosen.connect(lambda _day: self._leave_list())
        window.tools.views.chosen.connect(lambda listed: self.show("list") if listed else self._show_grid())
        self._bench.changed.connect(lambda _news: self._fill())

    @property
    def agenda(self) -> Agenda:
        """The list; made when it is first wanted."""
        if self._agenda is None:
            from octodesk.ui.timetable.agenda import Agenda

            window = self._window
            self._agenda = Agenda(self._bench, self._surface)
            self._agenda.opened.connect(window.getting_about.open_session)
            self._agenda.menu_wanted.connect(self._surface.menu_wanted)
            window.centre.addWidget(self._agenda)
        return self._agenda

    def show(self, view: View) -> None:
        scene = self._surface.scene
        chosen = self._chosen_day()
        if self.view != "list":
            self._day_before_list = scene.day
        self.view = view
        if view == "list":
            self._surface.show_view(None)  # the keys that work in the list act on it, whatever the day
            self._window.centre.setCurrentWidget(self.agenda)
            self.agenda.setFocus()
        else:
            self._window.centre.setCurrentWidget(self._surface)
            self._surface.setFocus()
        self._fill()
        if view in ("room", "speaker"):
            self._show_subject()
        elif view != "list":
            day = None if view == "all-days" else chosen
            self._surface.show_view(day, sideways=view == "across")
        self._window.tools.views.show_listed(listed=view == "list")
        self._shown.setVisible(view in ("room", "speaker"))
        if self._bench.current and view != "list" and scene.layout.of(self._bench.current):
            self._surface.reveal(self._bench.current)

    def _show_grid(self) -> None:
        """As it was before the list."""
        if self.view == "list":
            self._surface.show_view(self._day_before_list)
            self.show("day" if self._day_before_list is not None else "all-days")

    def _chosen_day(self) -> date | None:
        """The day in view, else that of the session selected, else the first."""
        scene, document = self._surface.scene, self._bench.document
        if scene.day is not None:
            return scene.day
        at = document.session(self._bench.current).placement if self._bench.current else None
        return document.day_of(at) if at is not None else days_shown(document)[0]

    def _day_opened(self, day: date | None) -> None:
        if self.view in ("day", "all-days"):
            self.view = "day" if day is not None else "all-days"

    def _leave_list(self) -> None:
        """A day's tab leads from the list back to the timetable."""
        if self.view == "list":
            self.show("day" if self._surface.scene.day is not None else "all-days")

    # -- one room, one speaker

    def _fill(self) -> None:
        """The rooms or speakers there are, the one in view staying so."""
        if self.view not in ("room", "speaker"):
            return
        document, kept = self._bench.document, self.subject.currentData()
        named = _rooms(document) if self.view == "room" else _speakers(document)
        self.subject.clear()
        for row_id, name in named:
            self.subject.addItem(name, row_id)
        wanted = kept if any(row_id == kept for row_id, _name in named) else self._subject_of_selection()
        self.subject.setCurrentIndex(max(0, self.subject.findData(wanted)))
        self.subject.setAccessibleName(_("Room in view") if self.view == "room" else _("Speaker in view"))

    def _subject_of_selection(self) -> str:
        """The room or the first speaker of the session selected."""
        document, current = self._bench.document, self._bench.current
        if not current:
            return ""
        found = document.session(current).rooms if self.view == "room" else document.people_of(current)
        return found[0] if found else ""

    def _show_subject(self) -> None:
        subject = self.subject.currentData()
        if subject is None:
            self._surface.show_view(None)
        elif self.view == "room":
            self._surface.show_view(None, rooms=(subject,))
        else:
            self._surface.show_view(None, person=subject)


def _rooms(document: Document) -> list[tuple[str, str]]:
    return [(room.id, words.room_name(document, room.id)) for room in document.rooms]


def _speakers(document: Document) -> list[tuple[str, str]]:
    """Those with a part in some session, by family name."""
    return [
        (one.id, words.person_name(document, one.id))
        for one in document.people
        if document.sessions_of(one.id)
    ]
