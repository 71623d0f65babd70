# SPDX-License-Identifier: EUPL-1.2
"""Timetables for tests: a scene laid out at two pixels a minute, and pointers by room and hour."""

from __future__ import annotations

from datetime import date

from octodesk.model.document import Document
from octodesk.model.rows import Row
from octodesk.ui.timetable.layout import Block
from octodesk.ui.timetable.scene import Scene
from octodesk.ui.timetable.wishes import Pointer, Target
from tests.build import conference

TUESDAY, WEDNESDAY, THURSDAY = (date(2021, 11, day) for day in (16, 17, 18))


def scene_of(document: Document, day: date | None = WEDNESDAY) -> Scene:
    """Rooms A, B, C of the test day, 100 pixels wide, two pixels a minute."""
    scene = Scene(document)
    scene.show_day(day)
    scene.measure(scale=2, column_width=100)
    return scene


def scene(*rows: Row, day: date | None = WEDNESDAY) -> Scene:
    return scene_of(conference(*rows), day)


def block(shown: Scene, session: str, place: int = 0) -> Block:
    return shown.layout.of(session)[place]


def pointer(
    shown: Scene, room: str | None, time: str, *, target: Target | None = None, day: date = WEDNESDAY
) -> Pointer:
    """Over the middle of a room's column at an hour of the day."""
    hours, minutes = time.split(":")
    place = next(n for n, one in enumerate(shown.grid.columns) if (one.day, one.room) == (day, room))
    left = shown.grid.lefts[place]
    return Pointer(left + shown.grid.column_width / 2, shown.grid.y(int(hours) * 60 + int(minutes)), target)
