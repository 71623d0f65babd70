# SPDX-License-Identifier: EUPL-1.2
"""What a place would cost: the price in sentences, and the tint of every place."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from octodesk.model.document import Document
from octodesk.model.fields import Placement, Span
from octodesk.model.rows import Track
from octodesk.ui.timetable.costs import Stretch, need_of, stretches
from octodesk.ui.timetable.grid import Column
from octodesk.ui.timetable.price import price_of, price_of_all
from octodesk.ui.timetable.price_words import PriceWords, clash_count, price_words
from tests.build import at, conference, event, part, person, room, session, text
from tests.ui.timetable.board import WEDNESDAY


def said(document: Document, session_id: str, placement: Placement) -> PriceWords:
    price = price_of(document, session_id, placement, minutes=document.session(session_id).minutes)
    return price_words(document, price, session_id, placement)


def numbered(session_id: str, number: int, placement: Placement | None = None, **values: object) -> object:
    return session(session_id, placement, number=number, number_fixed=True, **values)


def busy() -> Document:
    return conference(
        numbered("ws4", 4, at("A", "11:00"), minutes=110),  # type: ignore[arg-type]
        numbered("ws6", 6, at("A", "14:00"), minutes=110),  # type: ignore[arg-type]
        numbered("ws7", 7, at("B", "14:00"), minutes=110),  # type: ignore[arg-type]
        numbered("ws8", 8, at("B", "16:00"), minutes=60),  # type: ignore[arg-type]
        person("silva", given_name="Ana"),
        part("ws4", "silva"),
        part("ws6", "silva", "moderator"),
    )


def test_a_free_place_costs_nothing() -> None:
    assert said(busy(), "ws4", at("C", "09:00")) == PriceWords("No clash here.", "")


def test_clashes_of_people_and_rooms_are_said_with_where_and_until_when() -> None:
    assert said(busy(), "ws4", at("B", "14:15")) == PriceWords(
        "3 clashes here.",
        "A. Silva is in WS 6 (Room A) until 15:50. Room B holds WS 7 until 15:50 and WS 8 from 16:00.",
    )


def test_touching_is_no_clash() -> None:
    assert said(busy(), "ws8", at("A", "15:50")) == PriceWords("No clash here.", "")


def test_what_moves_along_is_not_in_the_way() -> None:
    moved = [("ws4", at("B", "14:00")), ("ws7", at("B", "12:00")), ("ws6", at("A", "16:00"))]
    assert price_of_all(busy(), moved).clashes == 0


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("plenary", "Nothing may run beside “Great” until 11:00."),
        ("break", "It would run across “Great” until 11:00."),
    ],
)
def test_nothing_runs_beside_what_is_for_everybody(kind: str, sentence: str) -> None:
    document = conference(session("great", at((), "10:00", exclusive=True), kind=kind), session("yoga"))
    found = said(document, "yoga", at("A", "10:30"))
    assert found.headline == "1 clash here."
    assert found.sentences.replace("“", "").replace("”", "") == sentence.replace("“", "").replace("”", "")


def test_people_rooms_and_hours_that_are_not_available_are_said() -> None:
    morning = (Span(datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 12)),)
    document = conference(
        session("yoga"),
        room("A", availability=morning),
        person("ana", availability=morning),
        part("yoga", "ana"),
    )
    assert said(document, "yoga", at("A", "17:30")).sentences == (
        "Ana is not available then. Room A is not available then. That is outside the opening hours."
    )


def test_more_than_four_sentences_are_counted() -> None:
    people = [person(f"p{number}") for number in range(6)]
    parts = [part(one, who.id) for one in ("yoga", "judo") for who in people]
    document = conference(session("yoga"), session("judo", at("B")), *people, *parts)
    found = said(document, "yoga", at("A"))
    assert found.headline == "1 clash here."
    assert found.sentences.endswith("And 2 more.")


def test_the_status_bar_counts_clashes() -> None:
    assert [clash_count(count) for count in (0, 1, 2)] == ["no clash", "1 clash", "2 clashes"]


def tint(document: Document, room_id: str | None, session_id: str) -> list[tuple[str, str, str]]:
    """(from, until, cost) of the room's column from 9 to 18 o'clock."""
    need = need_of(document, session_id)
    found = stretches(need, Column(WEDNESDAY, room_id), begins=540, ends=1080)
    return [(clock(one.begins), clock(one.ends), one.cost) for one in found]


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def test_a_column_is_cut_where_the_answer_changes() -> None:
    document = conference(session("yoga", minutes=60), session("judo", at("A", "10:00"), minutes=60))
    assert tint(document, "A", "yoga") == [
        ("09:00", "10:00", "free"),
        ("10:00", "11:00", "hard"),
        ("11:00", "18:00", "free"),
    ]
    assert tint(document, "B", "yoga") == [("09:00", "18:00", "free")]


def test_a_gap_that_is_too_short_is_no_place() -> None:
    document = conference(session("yoga", minutes=90), session("judo", at("A", "10:00"), minutes=60))
    assert tint(document, "A", "yoga")[0] == ("09:00", "11:00", "hard")


def test_people_busy_elsewhere_stand_in_the_way_in_every_room() -> None:
    document = conference(
        session("yoga", minutes=60), session("judo", at("A", "10:00")), person("ana"),
        part("yoga", "ana"), part("judo", "ana"),
    )  # fmt: skip
    assert tint(document, "B", "yoga")[1] == ("10:00", "11:00", "hard")


def test_its_own_place_is_free() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    assert tint(document, "A", "yoga") == [("09:00", "18:00", "free")]


def test_what_is_for_everybody_needs_all_rooms() -> None:
    document = conference(
        session("plenary", at((), "09:00", exclusive=True)), session("judo", at("C", "12:00"))
    )
    assert tint(document, "A", "plenary")[1] == ("12:00", "13:00", "hard")


def test_hours_when_somebody_is_away_are_awkward() -> None:
    afternoon = (Span(datetime(2021, 11, 17, 13), datetime(2021, 11, 17, 16)),)
    document = conference(session("yoga"), person("ana", availability=afternoon), part("yoga", "ana"))
    assert tint(document, "A", "yoga") == [
        ("09:00", "13:00", "soft"),
        ("13:00", "16:00", "free"),
        ("16:00", "18:00", "soft"),
    ]


def test_hours_when_the_day_is_not_open_are_awkward() -> None:
    document = conference(session("yoga"))
    found = stretches(need_of(document, "yoga"), Column(WEDNESDAY, "A"), begins=480, ends=600)
    assert found == (Stretch(480, 540, "soft"), Stretch(540, 600, "free"))


YEAR = event(first_day=date(2026, 1, 1), last_day=date(2026, 12, 31))


@pytest.mark.parametrize(
    ("night", "first", "taken"),
    [
        ("2026-10-25", -60, (30, 210)),  # from two to three comes twice
        ("2026-03-29", 60, (150, 330)),  # from two to three never comes
    ],
)
def test_in_the_night_the_clocks_change_the_tint_counts_the_time_that_passes(
    night: str, first: int, taken: tuple[int, int]
) -> None:
    """From midnight; three hours from 01:30 are taken in the room."""
    watch = session("watch", at("A", "01:30", day=night), minutes=180)
    document = conference(YEAR, session("yoga"), watch)
    column = Column(date.fromisoformat(night), "A")
    found = stretches(need_of(document, "yoga"), column, begins=first, ends=600)
    assert [(one.begins, one.ends) for one in found if one.cost == "hard"] == [taken]
    assert (found[0].begins, found[-1].ends) == (first, 600)


def test_nothing_can_begin_when_an_hour_comes_for_the_second_time() -> None:
    document = conference(YEAR, session("yoga", minutes=30))
    found = stretches(need_of(document, "yoga"), Column(date(2026, 10, 25), "A"), begins=0, ends=600)
    assert [one for one in found if one.cost == "hard"] == [Stretch(145, 180, "hard")]


def test_stretches_leave_nothing_out() -> None:
    found = tint(busy(), "B", "ws4")
    assert [one[1] for one in found[:-1]] == [one[0] for one in found[1:]]
    assert (found[0][0], found[-1][1]) == ("09:00", "18:00")


def test_walking_from_room_to_room_is_awkward_beside_a_hard_place() -> None:
    document = conference(
        session("yoga", minutes=60), session("judo", at("A", "10:00")), person("ana"),
        part("yoga", "ana"), part("judo", "ana"),
    )  # fmt: skip
    assert tint(document, "B", "yoga")[1:4] == [
        ("10:00", "11:00", "hard"),
        ("11:00", "11:05", "soft"),
        ("11:05", "18:00", "free"),
    ]


def test_a_room_with_too_few_seats_is_awkward_all_day() -> None:
    document = conference(session("yoga", expected=65), room("A", capacity=40), room("B", capacity=80))
    assert tint(document, "A", "yoga") == [("09:00", "18:00", "soft")]
    assert tint(document, "B", "yoga") == [("09:00", "18:00", "free")]


def test_what_just_fits_between_odd_minutes_is_found() -> None:
    document = conference(
        session("yoga", minutes=60),
        session("judo", at("A", "09:00"), minutes=67),
        session("tea", at("A", "11:07"), minutes=413),
    )
    assert tint(document, "A", "yoga") == [
        ("09:00", "10:07", "hard"), ("10:07", "11:07", "free"), ("11:07", "18:00", "hard"),
    ]  # fmt: skip


def test_every_rule_is_said_before_release() -> None:
    document = conference(
        session("yoga", expected=65, interpretation=("fr",), track="law", minutes=60),
        numbered("judo", 2, at("B", "10:30"), track="law"),  # type: ignore[arg-type]
        Track("law", text("Law")), room("A", capacity=40), room("C", languages=("fr",)),
    )  # fmt: skip
    assert said(document, "yoga", at("A", "10:00")) == PriceWords(
        "3 clashes here.",
        "Room A: 40 seats for 65. “Yoga” wants interpretation into French, which is not there in Room A, 10:00 to 11:00. "
        "It is there in: Room C. WS 2 is of the same track.",
    )
