# SPDX-License-Identifier: EUPL-1.2
"""Large conferences to print: an invented one of any size, and real ones read from schedule.xml (OCTODESK_SCHEDULES)."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.row_values import table_of
from octodesk.model.rows import Contribution, Day, Event, Person, Room, Row, Session
from octodesk.model.text import Text
from tests.build import text
from tests.printing.conference import KINDS

FOLDER: Final = Path(os.environ.get("OCTODESK_SCHEDULES", "nowhere"))
"""Where schedule.xml files of real conferences lie, for those who have them."""

_TRADE: Final = """harbour water quay rope net sail tide boat crane pilot storm signal custom cargo lock bridge light
buoy chart anchor deck crew catch market dredge slip berth mooring ferry lifeboat"""
WORDS: Final = tuple(_TRADE.split())


def sentence(seed: int, length: int) -> str:
    """Words without end, the same for the same seed."""
    words = [WORDS[(seed * 7 + place * 13 + place * place) % len(WORDS)] for place in range(length)]
    return " ".join(words).capitalize()


def invented(*, rooms: int, sessions: int, days: int = 2, words: int = 0) -> Document:
    """Sessions of half an hour from 9:00 on, room after room; `words` in each description."""
    first = date(2021, 2, 6)
    rows: list[Row] = [
        Event("event", name=text("Forum of a Thousand Harbours"), short_name="Thousand", first_day=first,
              last_day=first + timedelta(days=days - 1), time_zone="UTC", version="Version 1 February 2021"),
        *KINDS,
        *(Day(str(first + timedelta(days=one)), first + timedelta(days=one)) for one in range(days)),
        *(Room(f"r{one:03}", name=text(f"Hall {one + 1}"), order=f"{one:04}") for one in range(rooms)),
    ]  # fmt: skip
    for one in range(sessions):
        slot, room = divmod(one, rooms)
        day, place = divmod(slot, -(-sessions // (rooms * days)))
        start = datetime(2021, 2, 6, 9) + timedelta(days=day, minutes=35 * place)
        rows.append(Session(f"s{one:04}", kind="workshop", title=text(f"{sentence(one, 4)} {one}"), minutes=30,
                            placement=Placement(start, (f"r{room:03}",), exclusive=False),
                            description=text(sentence(one, words)) if words else Text()))  # fmt: skip
        rows.append(
            Person(f"p{one:04}", given_name=WORDS[one % len(WORDS)].capitalize(), family_name=f"Surname{one}")
        )
        rows.append(Contribution(f"c{one:04}", f"s{one:04}", f"p{one:04}"))
    return document_of(rows)


def document_of(rows: list[Row]) -> Document:
    tables: dict[str, dict[str, Row]] = {}
    for row in rows:
        tables.setdefault(table_of(row), {})[row.id] = row
    return Document("event", tables)


def read(path: Path) -> Document:
    """Days, rooms, sessions and persons of a schedule.xml; nothing else of it."""
    root = ElementTree.parse(path).getroot()
    title = root.findtext("conference/title") or "Conference"
    days = [date.fromisoformat(day.attrib["date"][:10]) for day in root.iter("day")]
    names = list(dict.fromkeys(room.attrib["name"] for room in root.iter("room") if "name" in room.attrib))
    rows: list[Row] = [
        Event(
            "event", name=text(title), short_name=title, first_day=days[0], last_day=days[-1], time_zone="UTC"
        ),
        *KINDS,
        *(Day(day.isoformat(), day) for day in days),
        *(Room(f"r{place}", name=text(name), order=f"{place:04}") for place, name in enumerate(names)),
    ]
    rooms = {name: f"r{place}" for place, name in enumerate(names)}
    people: dict[str, str] = {}
    for day in root.iter("day"):
        for event in day.iter("event"):
            rows += _event(event, date.fromisoformat(day.attrib["date"][:10]), rooms, people)
    rows += [Person(person, family_name=name) for name, person in people.items()]
    return document_of(rows)


def _event(event: ElementTree.Element, day: date, rooms: dict[str, str], people: dict[str, str]) -> list[Row]:
    hours, minutes = map(int, (event.findtext("start") or "0:0").split(":"))
    length = [int(part) for part in (event.findtext("duration") or "0:30").split(":")]
    start = datetime(day.year, day.month, day.day) + timedelta(hours=hours, minutes=minutes)
    key = f"s{event.attrib['id']}"
    held_in = (rooms[event.findtext("room") or ""],)
    found: list[Row] = [
        Session(key, kind="workshop", title=text(event.findtext("title") or key), minutes=length[-2] * 60 + length[-1],
                placement=Placement(start, held_in, exclusive=False), description=text(event.findtext("abstract") or "")),
    ]  # fmt: skip
    for name in dict.fromkeys(one.text for one in event.iter("person") if one.text):
        person = people.setdefault(name, f"p{len(people)}")
        found.append(Contribution(f"{key}-{person}", key, person))
    return found
