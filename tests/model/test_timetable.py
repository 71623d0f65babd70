# SPDX-License-Identifier: EUPL-1.2
"""What overlaps, which rooms are free, what lies side by side, which day and hours a grid shows."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Day, Session
from octodesk.model.timetable import (
    dates,
    free_rooms,
    hours_shown,
    lanes,
    not_placed,
    opening,
    opening_of,
    overlap,
    sessions_between,
    sessions_of_day,
    takes_time,
)
from tests.build import at, conference, event, session
from tests.model.examples import examples

TUESDAY, WEDNESDAY = date(2021, 11, 16), date(2021, 11, 17)


def ids(sessions: tuple[Session, ...]) -> list[str]:
    return [one.id for one in sessions]


# -- overlaps


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (session("b", at("B", "10:30")), True),
        (session("b", at("B", "09:30")), True),
        (session("b", at("B", "10:00")), True),
        (session("b", at("B", "10:15"), minutes=10), True),
        (session("b", at((), "10:30", exclusive=True)), True),
        (session("b", at("A", "11:00")), False),
        (session("b", at("A", "09:00")), False),
        (session("b", at("A", "10:30", day="2021-11-18")), False),
        (session("b", at("A", "10:30"), minutes=0), False),
        (session("b", at("A", "10:30"), status="cancelled"), False),
        (session("b"), False),
        (session("b", at("A", "10:30"), status="draft"), True),
    ],
)
def test_two_sessions_overlap_when_each_starts_before_the_other_ends(
    *, other: Session, expected: bool
) -> None:
    document = conference(session("a", at("A", "10:00")), other)
    one, two = document.session("a"), document.session("b")
    assert overlap(document, one, two) is expected
    assert overlap(document, two, one) is expected


def test_over_a_change_of_the_clocks_what_counts_is_the_time_that_passes() -> None:
    """Three hours from 01:30 end at 03:30 on the clock: the hour from two to three comes twice."""
    night = "2026-10-25"
    document = conference(
        session("long", at("A", "01:30", day=night), minutes=180),
        session("after", at("A", "03:30", day=night)),
        session("within", at("B", "03:15", day=night)),
    )
    long = document.session("long")
    assert document.end(long) == datetime(2026, 10, 25, 3, 30)
    assert not overlap(document, long, document.session("after"))
    assert overlap(document, long, document.session("within"))


def test_only_what_is_placed_goes_on_and_has_a_length_takes_time() -> None:
    placed = at("A")
    assert takes_time(session("a", placed))
    assert not any(
        map(
            takes_time,
            (session("a"), session("a", placed, minutes=0), session("a", placed, status="cancelled")),
        )
    )


# -- free rooms


def free(document: Document, placement: Placement, minutes: int = 60, besides: str = "") -> list[str]:
    return [room.id for room in free_rooms(document, placement, minutes, besides=besides)]


def test_a_room_is_free_where_nothing_runs_in_it() -> None:
    document = conference(session("a", at("A", "10:00")), session("b", at(("B", "C"), "11:00")))
    assert free(document, at(start="10:00")) == ["B", "C"]
    assert free(document, at(start="10:30")) == []
    assert free(document, at(start="09:00")) == ["A", "B", "C"]
    assert free(document, at(start="12:00")) == ["A", "B", "C"]
    assert free(document, at(start="10:00"), besides="a") == ["A", "B", "C"]


def test_what_is_exclusive_takes_every_room_and_what_is_cancelled_none() -> None:
    document = conference(
        session("a", at((), "10:00", exclusive=True)),
        session("b", at("A", "12:00"), status="cancelled"),
        session("end", at((), "12:30", exclusive=True), minutes=0),
    )
    assert free(document, at(start="10:30")) == []
    assert free(document, at(start="12:00")) == ["A", "B", "C"]


def test_between_two_instants_runs_what_starts_before_the_end_and_ends_after_the_start() -> None:
    document = conference(
        *(session(name, at("A", start)) for name, start in (("a", "09:00"), ("b", "10:00"), ("c", "11:00")))
    )
    ten, eleven = document.span_at(at(start="10:00"), 60)
    assert [one.id for one in sessions_between(document, ten, eleven)] == ["b"]
    assert [one.id for one in sessions_between(document, ten - 1, eleven)] == ["a", "b"]


# -- lanes


def test_what_does_not_overlap_has_the_whole_width() -> None:
    assert lanes([("a", 0, 60), ("b", 60, 120)]) == {"a": (0, 1), "b": (0, 1)}


def test_what_overlaps_lies_side_by_side_longest_first() -> None:
    assert lanes([("short", 0, 30), ("long", 0, 60)]) == {"long": (0, 2), "short": (1, 2)}


def test_a_chain_of_overlaps_shares_its_width_and_freed_lanes_are_used_again() -> None:
    chain = [("a", 0, 60), ("b", 30, 90), ("c", 60, 120), ("alone", 120, 150)]
    assert lanes(chain) == {"a": (0, 2), "b": (1, 2), "c": (0, 2), "alone": (0, 1)}


def test_moments_without_length_at_the_same_time_lie_side_by_side() -> None:
    assert lanes([("a", 600, 600), ("b", 600, 600)]) == {"a": (0, 2), "b": (1, 2)}
    assert lanes([("a", 600, 600), ("b", 600, 660)]) == {"b": (0, 2), "a": (1, 2)}
    assert lanes([("a", 0, 0), ("b", 0, 0)]) == {"a": (0, 2), "b": (1, 2)}
    assert lanes([("b", 540, 600), ("end", 600, 600)]) == {"b": (0, 1), "end": (0, 1)}


@examples(50)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)), max_size=12))
def test_nothing_that_overlaps_shares_a_lane(spans: list[tuple[int, int]]) -> None:
    spells = {place: (begins, begins + length) for place, (begins, length) in enumerate(spans)}
    found = lanes([(place, *spell) for place, spell in spells.items()])
    assert found.keys() == spells.keys()
    drawn = {place: (begins, max(ends, begins + 1)) for place, (begins, ends) in spells.items()}
    for one in spells:
        assert 0 <= found[one][0] < found[one][1]
        for other in spells:
            if other != one and drawn[one][0] < drawn[other][1] and drawn[other][0] < drawn[one][1]:
                assert found[one][1] == found[other][1]
                assert found[one][0] != found[other][0]


# -- days and hours


def day(opens: str, closes: str, when: date = WEDNESDAY) -> Day:
    return Day(when.isoformat(), when, opens=time.fromisoformat(opens), closes=time.fromisoformat(closes))


def test_a_day_that_closes_not_after_it_opens_closes_on_the_next_date() -> None:
    assert opening_of(day("09:00", "18:00")) == (datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 18))
    assert opening_of(day("09:00", "01:30")) == (datetime(2021, 11, 17, 9), datetime(2021, 11, 18, 1, 30))
    assert opening_of(day("09:00", "09:00")) == (datetime(2021, 11, 17, 9), datetime(2021, 11, 18, 9))


def test_the_opening_of_a_day_nobody_declared_is_unknown() -> None:
    document = conference(day("10:00", "16:00"))
    assert opening(document, WEDNESDAY) == (datetime(2021, 11, 17, 10), datetime(2021, 11, 17, 16))
    assert opening(document, date(2021, 11, 20)) is None


@pytest.mark.parametrize(
    ("start", "belongs_to"),
    [("2021-11-17T23:30", WEDNESDAY), ("2021-11-18T00:30", WEDNESDAY), ("2021-11-18T01:29", WEDNESDAY),
     ("2021-11-18T01:30", date(2021, 11, 18)), ("2021-11-17T00:30", WEDNESDAY)],
)  # fmt: skip
def test_past_midnight_until_the_closing_belongs_to_the_evening_before(start: str, belongs_to: date) -> None:
    document = conference(day("09:00", "01:30"))
    assert document.day_of(Placement(datetime.fromisoformat(start))) == belongs_to


def test_the_sessions_of_a_day_are_those_that_belong_to_it_in_programme_order() -> None:
    document = conference(
        day("09:00", "01:30"),
        session("party", at("A", "00:30", day="2021-11-18")),
        session("morning", at("B", "09:00")),
        session("thursday", at("A", "09:00", day="2021-11-18")),
        session("tray"),
    )
    assert ids(sessions_of_day(document, WEDNESDAY)) == ["morning", "party"]
    assert ids(sessions_of_day(document, date(2021, 11, 18))) == ["thursday"]
    assert ids(sessions_of_day(document, date(2022, 1, 1))) == []
    assert ids(not_placed(document)) == ["tray"]


def test_the_hours_shown_hold_the_opening_and_every_session_on_whole_hours() -> None:
    document = conference(
        day("09:30", "17:15"),
        day("09:00", "01:30", TUESDAY),
        session("early", at("A", "07:45")),
    )
    assert hours_shown(document, [WEDNESDAY]) == (7 * 60, 18 * 60)
    assert hours_shown(document, [TUESDAY]) == (9 * 60, 26 * 60)
    assert hours_shown(document, [TUESDAY, WEDNESDAY]) == (7 * 60, 26 * 60)
    assert hours_shown(document, [date(2022, 1, 1)]) == (8 * 60, 19 * 60)


def test_a_session_past_midnight_counts_its_minutes_on() -> None:
    document = conference(day("09:00", "18:00"), session("party", at("A", "22:30"), minutes=180))
    assert hours_shown(document, [WEDNESDAY]) == (9 * 60, 26 * 60)


def test_the_days_are_those_declared_else_all_of_the_event() -> None:
    three = (TUESDAY, WEDNESDAY, date(2021, 11, 18))
    assert dates(conference()) == three
    log_without_days = Document("event")
    assert dates(log_without_days) == (date(2000, 1, 1),)
    assert dates(conference(event(first_day=date(2030, 1, 1)))) == three
