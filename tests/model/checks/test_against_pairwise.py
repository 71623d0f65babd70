# SPDX-License-Identifier: EUPL-1.2
"""The checks agree with a second checker that goes through all pairs, and with themselves whichever way one asks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from octodesk.desk import Desk
from octodesk.edits.fields import set_field
from octodesk.edits.sessions import move_session
from octodesk.model.checks import check, what_if
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Placement
from octodesk.model.log import Log
from octodesk.model.row_values import table_of
from octodesk.model.rows import Row, Session, fields_of
from tests.build import KINDS, adding, desk_on, stamped_into
from tests.model.checks.conferences import (
    PEOPLE,
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
    conflicts = found(document)
    assert set(conflicts) == troubles(document)
    assert len(conflicts) == len(set(conflicts))


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
def test_after_each_edit_the_check_is_as_of_a_document_built_anew(
    rows: tuple[Row, ...], data: st.DataObject
) -> None:
    desk = desk_with(rows)
    sessions = [row.id for row in rows if isinstance(row, Session)]
    for _ in range(3):
        check(desk.document)
        table, row_id = data.draw(
            st.sampled_from([*(("room", one) for one in ROOMS), *(("person", one) for one in PEOPLE)])
        )
        spans = fields_of(table)["availability"].write(data.draw(availabilities()))
        desk.apply(set_field(desk.document, table=table, row_id=row_id, field="availability", value=spans))
        if sessions:
            desk.apply(
                move_session(desk.document, data.draw(st.sampled_from(sessions)), data.draw(placements))
            )
        assert check(desk.document) == check(Document.of_log(desk.log()))
