# SPDX-License-Identifier: EUPL-1.2
"""Taking chosen differences in: there and back again, one by one, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.edits.taking import take
from octodesk.model.comparison import Difference, compare
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.identity import contribution_id
from octodesk.model.rows import Booking, Heading, Row
from tests.build import ANA, applied, at, conference, part, person, point, room, session, text
from tests.edits.refusing import refused

YOGA, TEA = session("yoga", at("A", "10:00")), session("tea", kind="break")
BEN = person("ben")
PART = replace(part("yoga", "ben"), id=contribution_id("yoga", "ben", "speaker"), order="1000.a")
POINTS = (point("p1", "yoga", "Opening", order="1000.a"), point("p2", "yoga", "Panel", order="1010.a"))
HEADING = Heading("h", text=text("Movement"), sessions=("yoga",), order="1000.a")
BOOKING = Booking("b", room="A", into=("fr",))

ROWS: tuple[tuple[Row, ...], ...] = (
    (YOGA, replace(YOGA, placement=at("B", "14:00"), title=text("Stretching", "Étirements")), session("yoga")),
    (TEA,),
    (BEN, replace(BEN, family_name="Ode", languages=("en",))),
    (PART, replace(PART, way="remote")),
    (POINTS[0], replace(POINTS[0], order="1020.b")),
    (POINTS[1], replace(POINTS[1], minutes=10)),
    (HEADING, replace(HEADING, sessions=("yoga", "tea"))),
    (BOOKING,),
    (room("D"), room("D", capacity=40)),
)  # fmt: skip
"""The forms in which each row may be there; or it is not."""


@st.composite
def conferences(draw: st.DrawFn) -> Document:
    found = [draw(st.sampled_from((None, *forms))) for forms in ROWS]
    rows = [row for row in found if row is not None]
    ids = {row.id for row in rows}
    return conference(*(row for row in rows if _stands(row, ids)))


def _stands(row: Row, ids: set[str]) -> bool:
    needs = {PART.id: ("yoga", "ben"), "p1": ("yoga",), "p2": ("yoga",)}.get(row.id, ())
    needs = ("yoga", "tea") if row.id == "h" else needs
    return ids.issuperset(needs)


def taking(one: Document, other: Document, *chosen: Difference) -> Edit:
    return take(one, chosen or compare(one, other), source=other, label="differences-taken", author_id=ANA.id)


def taken(one: Document, other: Document, *chosen: Difference) -> Document:
    """One document after taking what differs in the other, or some of it."""
    edit = taking(one, other, *chosen)
    return one if edit.is_empty else applied(one, edit)


@given(conferences(), conferences())
def test_taking_every_difference_makes_the_other_document(one: Document, other: Document) -> None:
    assert compare(taken(one, other), other) == ()


@given(conferences(), conferences())
def test_taking_what_is_there_changes_nothing(one: Document, other: Document) -> None:
    assert taking(other, other, *compare(one, other)).is_empty


def test_one_line_is_taken_and_the_others_left() -> None:
    one = conference(YOGA, BEN)
    other = conference(replace(YOGA, placement=at("B", "11:00"), title=text("Stretching")))
    moved = next(each for each in compare(one, other) if each.what == "moved")
    assert compare(taken(one, other, moved), conference(replace(YOGA, placement=at("B", "11:00")), BEN)) == ()


def test_it_is_one_edit_about_the_rows_chosen() -> None:
    one, other = conference(YOGA), conference(replace(YOGA, minutes=30), BEN)
    edit = taking(one, other)
    assert (edit.label, edit.about, edit.kind) == ("differences-taken", ("ben", "yoga"), "do")


def test_a_room_that_goes_leaves_the_sessions_that_come_with_another() -> None:
    one = conference(room("D"), session("yoga", at("D", "10:00")))
    other = conference(session("yoga", at("B", "10:00")))
    assert taken(one, other).session("yoga").placement == at("B", "10:00")


def test_a_new_row_stands_where_its_neighbours_stand() -> None:
    one = conference(YOGA, *POINTS)
    other = conference(YOGA, point("p0", "yoga", "Welcome", order="0500.a"), POINTS[1])
    new = next(each for each in compare(one, other) if each.what == "added")
    assert [each.id for each in taken(one, other, new).agenda_of("yoga")] == ["p1", "p0", "p2"]


@pytest.mark.parametrize("which", [("contribution", PART.id), ("agenda_point", "p1")])
def test_a_row_is_not_taken_without_what_it_needs(which: tuple[str, str]) -> None:
    one, other = conference(), conference(YOGA, BEN, PART, *POINTS)
    new = next(each for each in compare(one, other) if each.row == which)
    reason, facts = refused(lambda: taking(one, other, new))
    assert (reason, facts["table"]) == ("unknown-reference", which[0])


def test_a_field_of_a_row_that_is_gone_is_refused() -> None:
    other = conference(replace(YOGA, minutes=30))
    changed = compare(conference(YOGA), other)
    gone = refused(lambda: taking(conference(), other, *changed))
    assert gone == ("unknown-row", {"table": "session", "id": "yoga"})
