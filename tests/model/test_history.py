# SPDX-License-Identifier: EUPL-1.2
"""Finding edits by session, person, author and day."""

from __future__ import annotations

import pytest

from octodesk.edits.verbs import Hand, edit_of
from octodesk.model.history import Wanted, day_of, edits_told, finder
from tests.build import ANA, BEN, desk_on, log_of, part, person, point, session, stamped_into

ENTRIES = (
    {"do": "set", "table": "session", "id": "yoga", "field": "minutes", "value": 90},
    {"do": "set", "table": "agenda_point", "id": "p", "field": "minutes", "value": 5},
    {"do": "set", "table": "person", "id": "ida", "field": "email", "value": "ida@example.org"},
    {"do": "set", "table": "contribution", "id": "yoga-ida-speaker", "field": "minutes", "value": 10},
    {"do": "set", "table": "session", "id": "tea", "field": "minutes", "value": 15},
    {"do": "delete", "table": "agenda_point", "id": "p"},
)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "654321c"),
        (Wanted(sessions=frozenset({"yoga"})), "6421c"),
        (Wanted(sessions=frozenset({"tea"})), "5c"),
        (Wanted(person="ida"), "43c"),
        (Wanted(author="Ana"), "654321"),
        (Wanted(author="Nobody"), ""),
        (Wanted(sessions=frozenset({"yoga"}), person="ida", author="Ana"), "4"),
    ],
)
def test_what_is_found_newest_first(wanted: Wanted, found: str) -> None:
    desk = desk_on(
        log_of(session("yoga"), session("tea"), person("ida"), part("yoga", "ida"), point("p", "yoga"))
    )
    names = {}
    for number, entry in enumerate(ENTRIES, start=1):
        desk.apply(edit_of(desk.document, entry, Hand(ANA.id, bytes)))
        made = desk.undo_edit()
        assert made is not None
        names[made.id] = str(number)
    matches = finder(desk.document, wanted)
    assert "".join(names.get(edit.id, "c") for edit in edits_told(desk.log()) if matches(edit)) == found


def test_by_day() -> None:
    log = log_of(session("yoga"))
    desk = desk_on(log)
    for wall in ("2021-10-02T12:00:00Z", "2021-10-03T12:00:00Z"):
        edit = edit_of(desk.document, {**ENTRIES[0], "value": int(wall[9])}, Hand(BEN.id, bytes))
        last = stamped_into(log, edit, author=BEN, wall=wall)
    found = [edit.id for edit in edits_told(log) if finder(desk.document, Wanted(day=day_of(last)))(edit)]
    assert found == [last.id]
