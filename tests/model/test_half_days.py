# SPDX-License-Identifier: EUPL-1.2
"""What interpretation is needed where and when."""

from __future__ import annotations

from datetime import date, time

import pytest

from octodesk.edits.bookings import book, follow_needs, set_booking, set_option
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.half_days import HalfDay, half_days, team_size
from octodesk.model.rows import Booking
from tests.build import applied, at, conference, session

WAS = conference(
    session("yoga", at("A", "10:00"), interpretation=("fr", "es"), minutes=90, floor_languages=("en",)),
    session("chess", at("A", "11:30"), interpretation=("fr",), minutes=120),
    session("dance", at("B", "15:00")),
    Booking("b", "B", date(2021, 11, 17), time(14), time(18), into=("fr",), team=2, status="confirmed"),
)  # fmt: skip


def short(document: Document) -> list[tuple[str, str, tuple[str, ...], int, tuple[str, ...]]]:
    return [(one.room, one.part, one.into, one.team, one.bookings) for one in half_days(document)]


def booked(document: Document, room: str) -> HalfDay:
    return next(one for one in half_days(document) if one.room == room)


def test_the_need_is_gathered_from_the_sessions() -> None:
    morning = booked(WAS, "A")
    assert (morning.from_, morning.until, morning.sessions) == (time(9), time(13, 30), ("yoga", "chess"))
    assert (morning.into, morning.floor, morning.minutes) == (("es", "fr"), ("en",), 210)
    assert morning.deadline == date(2021, 10, 19)


def test_the_team_follows_the_houses_rules() -> None:
    assert short(WAS) == [("A", "morning", ("es", "fr"), 4, ()), ("B", "afternoon", (), 0, ("b",))]
    assert booked(WAS, "B").is_unused
    now = applied(WAS, set_option(WAS, rule="interpreters-without-pause", option="two", value=120))
    assert booked(now, "A").team == 6


@pytest.mark.parametrize(("minutes", "size"), [(0, 0), (40, 1), (41, 2), (9999, 4)])
def test_a_booths_size(minutes: int, size: int) -> None:
    assert team_size({"one": 40, "two": 210, "three": 360, "four": 480}, minutes) == size


def test_what_is_needed_is_booked_with_its_team_and_deadline() -> None:
    now = applied(WAS, book(WAS, half_days(WAS), status="requested", fresh_id=lambda: "new"))
    made = next(one for one in now.bookings if one.id == "new")
    assert (made.room, made.into, made.floor, made.team, made.status, made.deadline) == (
        "A", ("es", "fr"), ("en",), 4, "requested", date(2021, 10, 19),
    )  # fmt: skip
    assert (made.from_, made.until) == (time(9), time(13, 30))
    assert next(one for one in now.bookings if one.id == "b").status == "requested"


def test_a_booking_is_changed_or_made_by_one_field() -> None:
    now = applied(WAS, set_booking(WAS, booked(WAS, "A"), field="team", value=6, fresh_id=lambda: "new"))
    assert booked(now, "A").bookings == ("new",)
    after = applied(
        now, set_booking(now, booked(now, "A"), field="paid_by", value="Us", fresh_id=lambda: "x")
    )
    assert next(one for one in after.bookings if one.id == "new").paid_by == "Us"


def test_a_booking_follows_the_needs() -> None:
    now = applied(WAS, follow_needs(WAS, booked(WAS, "B")))
    kept = now.bookings[0]
    assert (kept.into, kept.team, kept.status) == ((), 0, "confirmed")


def test_an_hour_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="wrong-value"):
        set_option(WAS, rule="interpretation-missing", option="morning_from", value="early")
