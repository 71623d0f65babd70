# SPDX-License-Identifier: EUPL-1.2
"""The edit from one state of a document to another."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from octodesk.edits.rows import delete_row
from octodesk.edits.sessions import move_session, resize, unplace
from octodesk.edits.whole_days import insert_break
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.transition import changes_between
from tests.build import at, conference, part, person, session


def two() -> Document:
    return conference(
        session("yoga", at("A", "10:00")),
        session("judo", at("B", "11:00")),
        person("ana"),
        part("yoga", "ana"),
    )


Make = Callable[[Document], Edit]
EDITS: list[Make] = [
    lambda document: move_session(document, "yoga", at("C", "15:00")),
    lambda document: resize(document, "judo", minutes=45),
    lambda document: unplace(document, "yoga"),
    lambda document: delete_row(document, table="session", row_id="yoga"),
    lambda document: delete_row(document, table="room", row_id="B"),
    lambda document: insert_break(document, start=at("A", "11:00").start, kind="break", new_id="rest"),
]


@given(st.lists(st.sampled_from(EDITS), max_size=4, unique=True))
def test_the_changes_between_two_states_lead_from_one_to_the_other(makes: list[Make]) -> None:
    before = after = two()
    touched: set[tuple[str, str]] = set()
    for make in makes:
        try:
            edit = make(after)
        except (Refused, KeyError):  # an edit before took away what this one is about
            continue
        touched |= {(one.table, one.id) for one in edit.changes}
        after = after.tried(edit)
    assert before.tried(Edit("x", changes_between(before, after, touched))) == after
    assert changes_between(after, after, touched) == ()
