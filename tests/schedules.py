# SPDX-License-Identifier: EUPL-1.2
"""Reads a schedule.xml (frab) into rows, as much as tests of the timetable need: days, rooms, sessions, people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree

from octodesk.model.fields import Placement
from octodesk.model.log import Log
from octodesk.model.rows import Day, Row
from octodesk.model.text import Text
from tests.build import event, log_of, part, person, room, session


def schedule_log(path: Path) -> Log:
    """The conference of a schedule; its days from the first opening to the last closing."""
    return log_of(*_rows(ElementTree.parse(path).getroot()))


def _rows(schedule: ElementTree.Element) -> Iterator[Row]:
    days = [date.fromisoformat(day.attrib["date"]) for day in schedule.iter("day")]
    yield event(
        first_day=min(days), last_day=max(days), short_name=schedule.findtext("conference/title") or ""
    )
    for day in days:
        yield Day(
            day.isoformat(), day, opens=datetime(2000, 1, 1, 9).time(), closes=datetime(2000, 1, 1, 18).time()
        )
    rooms: dict[str, str] = {}
    known: set[str] = set()
    held = ((on.attrib["date"], place) for on in schedule.iter("day") for place in on.iter("room"))
    for date_words, place in held:
        name = place.attrib.get("name", "")
        if not name:
            continue  # a talk names its room too
        if name not in rooms:
            rooms[name] = f"r{len(rooms):03d}"
            yield room(rooms[name], name=Text.of(en=name), order=f"{len(rooms):05d}.test")
        for talk in place.iter("event"):
            yield from _session(talk, date_words, rooms[name], known)


def _session(talk: ElementTree.Element, day: str, room_id: str, known: set[str]) -> Iterator[Row]:
    key = f"s{talk.attrib['id']}"
    if key in known:
        return
    known.add(key)
    hours, minutes = map(int, (talk.findtext("duration") or "0:30").split(":"))
    given = talk.findtext("date") or f"{day}T{talk.findtext('start')}"
    at = Placement(datetime.fromisoformat(given).replace(tzinfo=None, second=0), (room_id,))
    yield session(key, at, title=Text.of(en=talk.findtext("title") or key), minutes=hours * 60 + minutes)
    for speaker in talk.iter("person"):
        person_id = f"p{speaker.attrib.get('id', len(known))}"
        if person_id not in known:
            known.add(person_id)
            yield person(person_id, family_name=(speaker.text or "").strip() or person_id)
        if f"{key}-{person_id}" not in known:
            known.add(f"{key}-{person_id}")
            yield part(key, person_id)
