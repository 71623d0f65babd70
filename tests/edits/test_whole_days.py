# SPDX-License-Identifier: EUPL-1.2
"""Edits of a day or a room as a whole."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from octodesk.edits.whole_days import (
    compact,
    insert_break,
    make_exclusive,
    repeat,
    swap_days,
    swap_rooms,
)
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from tests.build import applied, at, conference, session

WEDNESDAY, THURSDAY = date(2021, 11, 17), date(2021, 11, 18)


def day() -> Document:
    return conference(
        session("yoga", at("A", "10:00")),
        session("judo", at("A", "11:30")),
        session("golf", at("B", "12:00")),
        session("tea", at((), "13:00", exclusive=True), kind="break", minutes=30),
        session("chess", at("A", "15:00")),
    )


def places(document: Document, *sessions: str) -> list[object]:
    return [document.session(one).placement for one in sessions]


def test_compacting_closes_gaps_and_passes_no_break() -> None:
    after = applied(day(), compact(day(), day=WEDNESDAY, from_time=time(10)))
    assert places(after, "yoga", "judo", "golf", "tea", "chess") == [
        at("A", "10:00"), at("A", "11:00"), at("B", "10:00"), at((), "13:00", exclusive=True), at("A", "13:30"),
    ]  # fmt: skip


def test_compacting_a_room_leaves_the_others() -> None:
    after = applied(day(), compact(day(), day=WEDNESDAY, from_time=time(11), room="A"))
    assert places(after, "judo", "golf") == [at("A", "11:00"), at("B", "12:00")]


def test_a_fixed_time_is_not_moved_by_compacting() -> None:
    document = conference(
        session("judo", at("A", "11:00"), locked_time=True), session("chess", at("A", "14:00"))
    )
    after = applied(document, compact(document, day=WEDNESDAY, from_time=time(9)))
    assert places(after, "judo", "chess") == [at("A", "11:00"), at("A", "12:00")]


def test_rooms_change_places_on_a_day_with_what_is_held_in_both() -> None:
    document = conference(
        session("yoga", at("A", "10:00")), session("golf", at("B", "12:00")),
        session("both", at(("A", "B"), "15:00")), session("later", at("A", "10:00", day="2021-11-18")),
    )  # fmt: skip
    after = applied(document, swap_rooms(document, first="A", second="B", day=WEDNESDAY))
    assert places(after, "yoga", "golf", "both", "later") == [
        at("B", "10:00"), at("A", "12:00"), at(("A", "B"), "15:00"), at("A", "10:00", day="2021-11-18"),
    ]  # fmt: skip
    everywhere = applied(document, swap_rooms(document, first="A", second="B"))
    assert places(everywhere, "later") == [at("B", "10:00", day="2021-11-18")]


def test_days_change_places() -> None:
    document = conference(
        session("yoga", at("A", "10:00")), session("golf", at("B", "12:00", day="2021-11-18"))
    )
    after = applied(document, swap_days(document, first=WEDNESDAY, second=THURSDAY))
    assert places(after, "yoga", "golf") == [at("A", "10:00", day="2021-11-18"), at("B", "12:00")]


def test_a_room_that_is_not_there_is_refused() -> None:
    with pytest.raises(Refused, match="unknown-row"):
        swap_rooms(day(), first="A", second="Z")


def test_nothing_runs_beside_it_and_something_may_again() -> None:
    alone = applied(day(), make_exclusive(day(), ["yoga"], exclusive=True))
    assert places(alone, "yoga") == [at("A", "10:00", exclusive=True)]
    assert places(applied(alone, make_exclusive(alone, ["yoga"], exclusive=False)), "yoga") == [
        at("A", "10:00")
    ]


def test_a_break_put_in_pushes_what_stands_there_in_every_room() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("golf", at("B", "10:15")))
    edit = insert_break(document, start=datetime(2021, 11, 17, 10), kind="break", new_id="rest")
    after = applied(document, edit)
    rest = after.session("rest")
    assert (rest.kind, rest.minutes, rest.placement) == ("break", 30, at((), "10:00", exclusive=True))
    assert places(after, "yoga", "golf") == [at("A", "10:30"), at("B", "10:30")]


def test_a_break_that_does_not_fit_is_refused() -> None:
    with pytest.raises(Refused, match="no-room-to-push"):
        insert_break(day(), start=datetime(2021, 11, 17, 12), kind="break", new_id="rest")


def test_a_session_is_repeated() -> None:
    edit = repeat(
        day(), "yoga", [at("A", "10:00", day="2021-11-18"), at("B", "16:00")], new_ids=["one", "two"]
    )
    after = applied(day(), edit)
    assert places(after, "one", "two") == [at("A", "10:00", day="2021-11-18"), at("B", "16:00")]
