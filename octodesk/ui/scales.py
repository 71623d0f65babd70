# SPDX-License-Identifier: EUPL-1.2
"""View › Rooms shown and Hours of other zones: which columns and scales there are; the night of an audience; the time now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMenu

from octodesk.languages import _
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.ui import words
from octodesk.ui.timetable.heading import city
from octodesk.ui.timetable.night import known_zones

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

OFTEN = ("UTC", "America/New_York", "America/Bogota", "Africa/Dakar", "Asia/Tokyo", "Pacific/Auckland")
EVERY = 20_000
"""Milliseconds between two looks at the clock."""


class Scales(QObject):
    """Fills its two menus when they are opened. Sets of rooms are kept per conference, on this machine."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bench, self._surface, self._now = window, window.bench, window.surface, window.now
        self._zones: tuple[str, ...] = ()
        menu = window.actions_by_name.menu
        menu("rooms").aboutToShow.connect(lambda: self._fill_rooms(menu("rooms")))
        menu("zones").aboutToShow.connect(lambda: self._fill_zones(menu("zones")))
        self._bench.selected.connect(self._shade)
        self._bench.changed.connect(lambda _news: self._shade())
        self._ticking = QTimer(self)
        self._ticking.setInterval(EVERY)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self._tick()

    # -- time

    def _tick(self) -> None:
        """The line of now: only on a day of the conference is there one."""
        zone = self._bench.document.event.time_zone
        now = clock.wall_clock(int(self._now().timestamp() // 60), zone)
        self._surface.beside.show_now(now)

    def _shade(self) -> None:
        """The night of the audience of what is selected."""
        current = self._bench.current
        regions = self._bench.document.session(current).regions if current else ()
        own = self._bench.document.event.time_zone
        self._surface.beside.shade_nights(known_zones(zone for zone in regions if zone != own))

    # -- zones

    def _fill_zones(self, menu: QMenu) -> None:
        menu.clear()
        for zone in dict.fromkeys([*self._zones, *_zones_of(self._bench.document), *OFTEN]):
            action = menu.addAction(_("{city} ({zone})").format(city=city(zone), zone=zone))
            action.setCheckable(True)
            action.setChecked(zone in self._zones)
            action.triggered.connect(lambda on=False, zone=zone: self.show_zone(zone, on=on))

    def show_zone(self, zone: str, *, on: bool) -> None:
        """Its hours beside the conference's own, or no longer."""
        others = [one for one in self._zones if one != zone]
        self._zones = (*others, zone) if on else tuple(others)
        self._surface.show_zones(self._zones)

    # -- rooms

    def _fill_rooms(self, menu: QMenu) -> None:
        menu.clear()
        document, shown = self._bench.document, self._surface.scene.rooms
        menu.addAction(_("All rooms")).triggered.connect(lambda _on=False: self._surface.show_rooms(None))
        menu.addSeparator()
        for room in document.rooms:
            action = menu.addAction(words.room_name(document, room.id).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(shown is None or room.id in shown)
            action.triggered.connect(lambda on=False, room=room.id: self.show_room(room, on=on))
        menu.addSeparator()
        for kept in self.sets:
            name = words.room_names(document, kept)
            only = menu.addAction(_("Only {rooms}").format(rooms=name).replace("&", "&&"))
            only.triggered.connect(lambda _on=False, kept=kept: self._surface.show_rooms(kept))
        keep = menu.addAction(_("Keep these rooms as a set"))
        keep.setEnabled(shown is not None and shown not in self.sets)
        keep.triggered.connect(lambda _on=False: self.keep_set())

    def show_room(self, room: str, *, on: bool) -> None:
        every = [one.id for one in self._bench.document.rooms]
        shown = self._surface.scene.rooms
        wanted = set(every if shown is None else shown)
        wanted = wanted | {room} if on else wanted - {room}
        ordered = tuple(one for one in every if one in wanted)
        self._surface.show_rooms(None if len(ordered) in (0, len(every)) else ordered)

    @property
    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Those kept, of rooms that are still there."""
        live = self._bench.document.table("room")
        kept = self._window.settings.kept_words(self._key)
        try:
            found = json.loads(kept) if kept else []
            sets = [tuple(room for room in one if room in live) for one in found]
        except (ValueError, TypeError):
            return ()
        return tuple(one for one in sets if one)

    @property
    def _key(self) -> str:
        return f"rooms/{self._bench.document.event_id}"

    def keep_set(self) -> None:
        shown = self._surface.scene.rooms
        if shown is not None:
            self._window.settings.keep_words(self._key, json.dumps([*self.sets, shown]))
            self._bench.notice(_("These rooms are kept as a set, under View › Rooms shown"))


def _zones_of(document: Document) -> tuple[str, ...]:
    """The zones of audiences and of people."""
    regions = (zone for session in document.sessions for zone in session.regions)
    people = (person.time_zone for person in document.people if person.time_zone)
    own = document.event.time_zone
    return known_zones(zone for zone in [*regions, *people] if zone != own)
