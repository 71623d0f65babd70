# SPDX-License-Identifier: EUPL-1.2
"""Other dates, other days, another time zone."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from octodesk.edits.dates import change_zone, move_dates, set_days
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.fields import Span
from octodesk.model.rows import Booking, Day
from tests.build import applied, at, conference, person, session, text

WAS = conference(
    Day("2021-11-17", date(2021, 11, 17), text("Youth"),),
    session("yoga", at("A", "10:00")),
    session("late", at("B", "09:00", day="2021-11-18")),
    session("knots"),
    person("ida", availability=(Span(datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 12)),)),
    Booking("b", "A", date(2021, 11, 17)),
)  # fmt: skip


def starts(document: Document) -> dict[str, str]:
    return {one.id: f"{one.start:%Y-%m-%dT%H:%M}" for one in document.sessions if one.start}


def test_everything_moves_with_the_first_day() -> None:
    now = applied(WAS, move_dates(WAS, first_day=date(2021, 11, 17)))
    assert (now.event.first_day, now.event.last_day) == (date(2021, 11, 17), date(2021, 11, 19))
    assert [(day.date.day, day.label.in_language("en")) for day in now.days] == [
        (17, ""),
        (18, "Youth"),
        (19, ""),
    ]
    assert starts(now) == {"yoga": "2021-11-18T10:00", "late": "2021-11-19T09:00"}
    assert now.bookings[0].date == date(2021, 11, 18)
    assert now.person("ida").availability == (Span(datetime(2021, 11, 18, 9), datetime(2021, 11, 18, 12)),)


def test_the_same_dates_change_nothing() -> None:
    assert move_dates(WAS, first_day=date(2021, 11, 16)).is_empty


def test_a_day_that_goes_takes_its_sessions_off_the_timetable() -> None:
    edit = set_days(WAS, first_day=date(2021, 11, 15), last_day=date(2021, 11, 17), outside="unplace")
    now = applied(WAS, edit)
    assert [day.date.day for day in now.days] == [15, 16, 17]
    assert starts(now) == {"yoga": "2021-11-17T10:00"}


def test_or_they_keep_their_time() -> None:
    edit = set_days(WAS, first_day=date(2021, 11, 16), last_day=date(2021, 11, 17), outside="keep")
    assert starts(applied(WAS, edit)) == starts(WAS)


def test_days_are_refused_the_wrong_way_round() -> None:
    with pytest.raises(Refused, match="days-backwards"):
        set_days(WAS, first_day=date(2021, 11, 18), last_day=date(2021, 11, 17), outside="keep")


def test_another_zone_keeps_the_clock() -> None:
    now = applied(WAS, change_zone(WAS, zone="Asia/Tokyo", keep="clock"))
    assert (now.event.time_zone, starts(now)) == ("Asia/Tokyo", starts(WAS))


def test_or_keeps_the_moments() -> None:
    now = applied(WAS, change_zone(WAS, zone="Asia/Tokyo", keep="instants"))
    assert starts(now) == {"yoga": "2021-11-17T18:00", "late": "2021-11-18T17:00"}
    assert now.person("ida").availability[0].begins == datetime(2021, 11, 17, 17)
