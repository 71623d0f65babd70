# SPDX-License-Identifier: EUPL-1.2
"""What differs between two documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.comparison import Difference, compare
from octodesk.model.document import Document
from octodesk.model.row_values import plain_row
from octodesk.model.rows import Row
from tests.build import at, conference, event, part, person, point, room, session, text

YOGA = session("yoga", at("A", "10:00"), title=text("Yoga", "Le yoga"))


def differences(*after: Row, before: tuple[Row, ...] = (YOGA,)) -> list[dict[str, Any]]:
    return [one.plain() for one in compare(conference(*before), conference(*after))]


def one(
    table: str, row_id: str, field: str, before: Any, after: Any, what: str, language: str | None = None
) -> Any:
    """A difference as `compare --json` prints it."""
    return {
        "table": table, "id": row_id, "field": field, "language": language, "before": before, "after": after,
        "what": what,
    }  # fmt: skip


def test_equal_documents_do_not_differ() -> None:
    assert differences(YOGA) == []


@pytest.mark.parametrize(
    ("values", "field", "before", "after", "what", "language"),
    [
        ({"title": text("Yoga", "Yoga")}, "title", "Le yoga", "Yoga", "renamed", "fr"),
        ({"label_override": "WS 4 bis"}, "label_override", "", "WS 4 bis", "renamed", None),
        ({"description": text(es="Todo")}, "description", "", "Todo", "changed", "es"),
        ({"status": "cancelled"}, "status", "confirmed", "cancelled", "changed", None),
        ({"minutes": 90}, "minutes", 60, 90, "changed", None),
        ({"equipment": ("screen",)}, "equipment", [], ["screen"], "changed", None),
        ({"placement": None}, "placement", at("A").plain(), None, "moved", None),
        ({"placement": at("B", "11:00")}, "placement", at("A").plain(), at("B", "11:00").plain(), "moved", None),
    ],
)  # fmt: skip
def test_a_field_of_a_session(
    values: dict[str, Any], field: str, before: Any, after: Any, what: str, language: str | None
) -> None:
    assert differences(replace(YOGA, **values)) == [
        one("session", "yoga", field, before, after, what, language)
    ]


def test_time_and_room_are_one_difference() -> None:
    assert len(differences(replace(YOGA, placement=at(("B", "C"), "14:00", exclusive=True)))) == 1


def test_a_row_that_only_one_of_them_has() -> None:
    ana = person("ana")
    assert differences(ana) == [
        one("session", "yoga", "row", plain_row(YOGA), None, "removed"),
        one("person", "ana", "row", None, plain_row(ana), "added"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        (person("ana"), person("ana", family_name="Silva"), "family_name"),
        (point("p", "yoga", "Opening"), point("p", "yoga", "Welcome"), "text"),
        (room("D"), room("D", name=text("Hemicycle")), "name"),
        (event(), event(short_name="Octopus"), "short_name"),
    ],
)
def test_what_rows_of_other_tables_are_called(before: Row, after: Row, field: str) -> None:
    found = differences(YOGA, after, before=(YOGA, before))
    assert [(each["field"], each["what"]) for each in found] == [(field, "renamed")]


# -- order


def points(order: str, spread: int = 1) -> tuple[Row, ...]:
    return tuple(point(name, "yoga", order=f"{place * spread:04d}.a") for place, name in enumerate(order))


def moves(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    found = compare(conference(YOGA, *points(before)), conference(YOGA, *points(after)))
    return [(each.id, each.before, each.after) for each in found if each.field == "order"]


def test_other_keys_are_no_other_order() -> None:
    assert compare(conference(YOGA, *points("abc")), conference(YOGA, *points("abc", spread=7))) == ()


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("abcd", "bcda", [("a", None, "d")]),
        ("abcd", "dabc", [("d", "c", None)]),
        ("abc", "axbc", []),
        ("abxc", "abc", []),
    ],
)
def test_the_fewest_rows_have_moved(
    before: str, after: str, moved: list[tuple[str, str | None, str | None]]
) -> None:
    assert moves(before, after) == moved


@given(st.permutations("abcdef"), st.permutations("abcdefgh"))
def test_moving_the_rows_said_makes_the_other_order(before: list[str], after: list[str]) -> None:
    moved = {row_id for row_id, _, _ in moves("".join(before), "".join(after))}
    left = [row_id for row_id in before if row_id not in moved]
    assert left == [row_id for row_id in after if row_id in left]


def test_each_session_has_its_own_list() -> None:
    other = session("tea")
    before = (YOGA, other, point("a", "yoga"), point("b", "tea"))
    after = (YOGA, other, point("a", "yoga", order="c"), point("b", "tea"))
    assert differences(*after, before=before) == []


# -- laws


def _both(one: Document, other: Document) -> tuple[set[Any], set[Any]]:
    def key(it: Difference) -> Any:
        return it.table, it.id, it.field, it.language

    return {key(it) for it in compare(one, other)}, {key(it) for it in compare(other, one)}


def test_the_other_way_round_the_same_fields_differ() -> None:
    one_side = conference(YOGA, person("ana"), part("yoga", "ana"))
    other = conference(replace(YOGA, minutes=30, title=text("Stretching")), person("ben"))
    there, back = _both(one_side, other)
    assert there == back
