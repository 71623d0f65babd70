# SPDX-License-Identifier: EUPL-1.2
"""Rows made from the plain values of the log, also where these make no sense to this program."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.row_values import default_of, references, row_from, table_of, with_field
from octodesk.model.rows import (
    ROWS,
    Acknowledgement,
    AgendaPoint,
    Booking,
    Contribution,
    Heading,
    Related,
    Session,
)
from octodesk.model.text import Text
from tests.build import at, session
from tests.model.examples import examples
from tests.model.test_fields import json_values

NAMES = st.sampled_from(
    [
        "title.en",
        "title.fr",
        "title",
        "minutes",
        "minutes.fr",
        "placement",
        "status",
        "topics",
        "mood",
        "kind",
        "id",
        "track",
        "",
    ]
)


def test_a_row_is_built_from_its_values() -> None:
    values = [("title.en", "Cloud"), ("title.fr", "Nuage"), ("minutes", 90), ("placement", at("A").plain())]
    assert row_from("session", "s", values) == Session(
        "s", title=Text.of(en="Cloud", fr="Nuage"), minutes=90, placement=at("A")
    )


def test_one_field_is_set() -> None:
    row = session("s", title=Text.of(en="Cloud"))
    assert with_field(row, "session", "minutes", 90) == session("s", title=Text.of(en="Cloud"), minutes=90)
    assert with_field(row, "session", "title.fr", "Nuage").title == Text.of(en="Cloud", fr="Nuage")  # type: ignore[union-attr]
    assert with_field(Booking("b"), "booking", "from", "14:00").from_.hour == 14  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "value"),
    [("minutes", None), ("minutes", "long"), ("placement", {"start": "soon"}), ("track", "no id"), ("status", "on fire"),
     ("title.en", None), ("title.en", 3), ("topics", 7)],
)  # fmt: skip
def test_what_a_field_cannot_hold_reads_as_its_default(name: str, value: Any) -> None:
    full = session("s", at("A"), status="draft", topics=("x",), track="t")
    assert with_field(with_field(full, "session", name, value), "session", name, None) == with_field(
        full, "session", name, value
    )
    assert row_from("session", "s", [(name, value)]) == Session("s")


@pytest.mark.parametrize(
    "name", ["mood", "mood.en", "", "id", "minutes.fr", "title", "title.", "from_", "_alive"]
)
def test_a_field_this_program_does_not_know_is_passed_over(name: str) -> None:
    row = session("s")
    assert with_field(row, "session", name, 5) is row
    assert row_from("session", "s", [(name, 5)]) == Session("s")


@examples(50)
@given(
    st.lists(st.tuples(NAMES, json_values), max_size=8, unique_by=lambda pair: pair[0]),
    st.randoms(use_true_random=False),
)
def test_built_at_once_or_field_by_field_in_any_order_a_row_is_the_same(
    values: list[tuple[str, Any]], chance: Any
) -> None:
    row: Any = Session("s")
    for name, value in chance.sample(values, len(values)):
        row = with_field(row, "session", name, value)
    assert row == row_from("session", "s", values)


def test_the_default_is_what_a_new_row_holds() -> None:
    assert [default_of("session", name) for name in ("minutes", "track", "status")] == [60, None, "confirmed"]


@pytest.mark.parametrize("table", ROWS)
def test_a_row_knows_its_table_and_a_new_one_refers_to_nothing(table: str) -> None:
    row = ROWS[table]("x")
    assert table_of(row) == table
    assert list(references(row)) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            session("s", at(("A", "B")), track="t"),
            [("kind", "workshop"), ("room", "A"), ("room", "B"), ("track", "t")],
        ),
        (
            Contribution("c", "s", "p", agenda_point="g"),
            [("agenda_point", "g"), ("person", "p"), ("session", "s")],
        ),
        (AgendaPoint("g", "s"), [("session", "s")]),
        (Heading("h", sessions=("s", "t")), [("session", "s"), ("session", "t")]),
        (Booking("b", "A"), [("room", "A")]),
        (Related("r", blocked_rooms=("A",), blocked_people=("p",)), [("person", "p"), ("room", "A")]),
        (
            Acknowledgement("k", sessions=("s",), people=("p",), rooms=("A",)),
            [("person", "p"), ("room", "A"), ("session", "s")],
        ),
    ],
)
def test_a_row_refers_to_these(row: Any, expected: list[tuple[str, str]]) -> None:
    assert sorted(references(row)) == expected


def test_an_access_only_a_newer_program_knows_is_taken_for_restricted() -> None:
    found = row_from("session", "s", [("access", "vip"), ("status", "floating")])
    assert isinstance(found, Session)
    assert (found.access, found.status) == ("restricted", "confirmed")
