# SPDX-License-Identifier: EUPL-1.2
"""The checks agree with a second checker that goes through all pairs, and with themselves whichever way one asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from octodesk.desk import Desk
from octodesk.edits.fields import set_field
from octodesk.edits.people import contribute
from octodesk.edits.rows import delete_row
from octodesk.edits.sessions import move_session
from octodesk.model.checks import check, what_if
from octodesk.model.checks.cells import WEIGHTS, Day
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import Placement
from octodesk.model.log import Log
from octodesk.model.row_values import table_of
from octodesk.model.rows import Row, Session, fields_of
from tests.build import KINDS, adding, desk_on, stamped_into
from tests.model.checks.conferences import (
    ROOMS,
    availabilities,
    conferences,
    lengths,
    placements,
)
from tests.model.checks.pairwise import JUDGED, Trouble, troubles


def document_of(rows: tuple[Row, ...]) -> Document:
    tables: dict[str, dict[str, Row]] = {}
    for row in (*KINDS, *rows):
        tables.setdefault(table_of(row), {})[row.id] = row
    return Document("event", tables)


def desk_with(rows: tuple[Row, ...]) -> Desk:
    log = Log()
    changes = tuple(change for row in (*KINDS, *rows) for change in adding(row).changes())
    stamped_into(log, Edit("event-created", changes, kind="create"))
    return desk_on(log)


def found(document: Document) -> list[Trouble]:
    return [
        Trouble(one.rule, one.sessions, one.rooms, one.people)
        for one in check(document)
        if one.rule in JUDGED
    ]


@given(conferences())
def test_every_pair_and_every_minute_gives_the_same_conflicts(rows: tuple[Row, ...]) -> None:
    document = document_of(rows)
    assert set(found(document)) == troubles(document)
    assert len(check(document)) == len(set(check(document)))


@given(conferences(), placements, lengths, st.data())
def test_what_if_is_what_the_check_says_once_the_session_stands_there(
    rows: tuple[Row, ...], placement: Placement, minutes: int, data: st.DataObject
) -> None:
    sessions = [row for row in rows if isinstance(row, Session)]
    moving = data.draw(st.sampled_from(sessions))
    moved = replace(moving, placement=placement, minutes=minutes)
    there = document_of(tuple(moved if row is moving else row for row in rows))
    document = document_of(rows)
    naming_it = tuple(one for one in check(there) if moving.id in one.sessions and one.is_clash)
    assert what_if(document, moving.id, placement, minutes) == naming_it


@given(conferences(), st.data())
def test_all_starts_of_a_day_cost_what_they_cost_one_by_one(
    rows: tuple[Row, ...], data: st.DataObject
) -> None:
    document = document_of(rows)
    moving = data.draw(st.sampled_from([row for row in rows if isinstance(row, Session)]))
    rooms = data.draw(st.sets(st.sampled_from(ROOMS), max_size=2).map(lambda found: tuple(sorted(found))))
    day, exclusive = (
        data.draw(st.sampled_from([date(2026, 10, 24), date(2026, 10, 25)])),
        data.draw(st.booleans()),
    )
    along = Day(document, moving.id, day, 0, 1440, step=15, exclusive=exclusive)
    one_by_one = [
        sum(WEIGHTS[one.severity] for one in what_if(document, moving.id, at, moving.minutes))
        for start in along.starts
        for at in [Placement(start, rooms, exclusive)]
    ]
    assert along.costs(rooms) == one_by_one


def any_edit(document: Document, data: st.DataObject) -> Edit:
    """One of the many things somebody might do."""
    tables = ["session", "person", "room", "contribution", "booking"]
    table = data.draw(st.sampled_from([name for name in tables if document.table(name)]))
    row_id = data.draw(st.sampled_from(sorted(document.table(table))))
    field = data.draw(st.sampled_from([*FIELDS[table], "gone"]))
    if field == "gone":
        return delete_row(document, table=table, row_id=row_id)
    if field == "placement":
        return move_session(document, row_id, data.draw(placements))
    if field == "parts":
        person_id = data.draw(st.sampled_from(sorted(document.table("person")) or ["nobody"]))
        return contribute(
            document,
            session_id=row_id,
            person_id=person_id,
            role="chair",
            author_id="a" * 16,
            agenda_point=None,
        )
    plain = fields_of(table)[field].write(data.draw(FIELDS[table][field]))
    return set_field(document, table=table, row_id=row_id, field=field, value=plain)


FIELDS: dict[str, dict[str, st.SearchStrategy[object]]] = {
    "session": {
        "placement": placements, "parts": st.none(), "minutes": lengths, "track": st.sampled_from([None, "law"]),
        "regions": st.sampled_from([(), ("Asia/Tokyo",)]), "apart_from": st.sampled_from([(), ("s0",), ("s1",)]),
        "after": st.sampled_from([(), ("s0",)]), "interpretation": st.sampled_from([(), ("fr",)]),
        "status": st.sampled_from(["confirmed", "cancelled"]), "expected": st.sampled_from([None, 60]),
    },
    "person": {"availability": availabilities(), "remote": st.booleans(), "status": st.sampled_from(["declined"])},
    "room": {"availability": availabilities(), "capacity": st.sampled_from([None, 40])},
    "contribution": {"way": st.sampled_from(["video", "remote"]), "minutes": st.sampled_from([None, 200])},
    "booking": {"into": st.sampled_from([(), ("fr",)]), "team": st.sampled_from([1, 4])},
}  # fmt: skip


@given(conferences(), st.data())
def test_after_each_edit_the_check_is_as_of_a_document_built_anew(
    rows: tuple[Row, ...], data: st.DataObject
) -> None:
    desk = desk_with(rows)
    for _ in range(4):
        check(desk.document)
        try:
            desk.apply(any_edit(desk.document, data))
        except Refused:
            continue
        assert check(desk.document) == check(Document.of_log(desk.log()))
