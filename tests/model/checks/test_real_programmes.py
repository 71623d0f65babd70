# SPDX-License-Identifier: EUPL-1.2
"""The times, rooms and people, as numbers, of two large congresses: clashes are found as all pairs beside each other
show them."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from itertools import combinations
from pathlib import Path

import pytest

from octodesk.model.checks import Conflict, check
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.row_values import table_of
from octodesk.model.rows import Row
from tests.build import KINDS, event, part, person, room, session

REAL = Path(__file__).with_name("real")
PAIRS = {"38c3": (2, 140), "fosdem_2021": (1, 0)}
"""Pairs that share a room and time, pairs that share somebody and time."""


def entries(name: str) -> list[tuple[datetime, int, int, list[int]]]:
    """(start, minutes, room, people)"""
    listed = json.loads((REAL / f"{name}.json").read_text(encoding="utf-8"))
    return [
        (datetime.fromisoformat(start), minutes, place, people) for start, minutes, place, people in listed
    ]


def document_of(name: str) -> Document:
    found = entries(name)
    days = [start.date() for start, _, _, _ in found]
    rows: list[Row] = [
        *KINDS,
        event(first_day=min(days), last_day=max(days) + timedelta(days=1), time_zone="Europe/Berlin"),
    ]
    rows += [room(f"r{one}") for one in {place for _, _, place, _ in found}]
    rows += [person(f"p{one}") for one in {one for _, _, _, people in found for one in people}]
    for n, (start, minutes, place, people) in enumerate(found):
        rows.append(session(f"s{n}", Placement(start, (f"r{place}",)), minutes=minutes))
        rows += [part(f"s{n}", f"p{one}") for one in people]
    tables: dict[str, dict[str, Row]] = {}
    for row in rows:
        tables.setdefault(table_of(row), {})[row.id] = row
    return Document("event", tables)


@pytest.fixture(params=PAIRS, scope="module")
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def pairs_of(conflicts: tuple[Conflict, ...], rule: str) -> set[frozenset[str]]:
    return {frozenset(one.sessions) for one in conflicts if one.rule == rule}


def test_rooms_and_people_in_two_places_are_found_pair_by_pair(name: str) -> None:
    conflicts = check(document_of(name))
    in_rooms, with_people = set(), set()
    for (n, one), (k, other) in combinations(enumerate(entries(name)), 2):
        if one[0] < other[0] + timedelta(minutes=other[1]) and other[0] < one[0] + timedelta(minutes=one[1]):
            if one[2] == other[2]:
                in_rooms.add(frozenset((f"s{n}", f"s{k}")))
            if set(one[3]) & set(other[3]):
                with_people.add(frozenset((f"s{n}", f"s{k}")))
    assert pairs_of(conflicts, "room-double-booked") == in_rooms
    assert pairs_of(conflicts, "speaker-double-booked") == with_people
    assert (len(in_rooms), len(with_people)) == PAIRS[name]


def test_every_date_is_one_of_the_congress(name: str) -> None:
    assert [one for one in check(document_of(name)) if one.rule == "outside-event"] == []
    assert all(start.date() >= date(2021, 2, 1) for start, _, _, _ in entries(name))
