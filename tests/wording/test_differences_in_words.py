# SPDX-License-Identifier: EUPL-1.2
"""What differs, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from octodesk import languages
from octodesk.model.comparison import compare
from octodesk.model.fields import Facts, Span
from octodesk.model.rows import Booking, Row, Track
from octodesk.wording.differences import after_words, before_words, field_words, told
from octodesk.wording.values import value_words
from tests.build import at, conference, days, event, part, person, point, room, session, text

YOGA = session("yoga", at("A", "10:00"), title=text("Yoga"))
ANA = person("ana", given_name="Ana", family_name="Silva", form_of_address="Ms")

CASES: dict[str, tuple[Row, Row, str]] = {
    "moved on its day": (
        YOGA, replace(YOGA, placement=at("B", "14:00")), "WS 1 moved from Room A, 10:00 to Room B, 14:00",
    ),
    "moved to another day": (
        YOGA, replace(YOGA, placement=at("B", "14:00", day="2021-11-18")),
        "WS 1 moved from Wednesday 17 November, Room A, 10:00 to Thursday 18 November, Room B, 14:00",
    ),
    "placed": (
        session("yoga"), session("yoga", at("A", "10:00")), "WS 1 placed: Wednesday 17 November, Room A, 10:00",
    ),
    "off the timetable": (
        YOGA, replace(YOGA, placement=None),
        "“Yoga” taken off the timetable, it was Wednesday 17 November, Room A, 10:00",
    ),
    "alone": (YOGA, replace(YOGA, placement=at("A", exclusive=True)), "WS 1: now nothing runs beside it"),
    "no longer alone": (
        replace(YOGA, placement=at("A", exclusive=True)), YOGA, "WS 1: other sessions may now run beside it",
    ),
    "a title": (
        YOGA, replace(YOGA, title=text("Yoga", "Étirements")), "WS 1: title in French is now “Étirements”",
    ),
    "another title": (
        YOGA, replace(YOGA, title=text("Stretching")), "WS 1: title in English is now “Stretching”, it was “Yoga”",
    ),
    "a title taken away": (
        replace(YOGA, title=text("Yoga", "Le yoga")), YOGA, "WS 1: title in French taken away, it was “Le yoga”",
    ),
    "a long text": (
        YOGA, replace(YOGA, description=text("Breathe. " * 20)), "WS 1: description in English written anew",
    ),
    "a choice": (YOGA, replace(YOGA, status="cancelled"), "“Yoga”: status is now cancelled, it was confirmed"),
    "a length": (YOGA, replace(YOGA, minutes=90), "WS 1: length is now 1\xa0h\xa030, it was 1\xa0h"),
    "languages": (
        YOGA, replace(YOGA, interpretation=("es", "fr")), "WS 1: interpretation is now Spanish and French",
    ),
    "yes or no": (YOGA, replace(YOGA, locked_time=True), "WS 1: fixed time is now yes, it was no"),
    "a number": (room("D", capacity=80), room("D", capacity=1200), "Room D: seats is now 1,200, it was 80"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_field_that_differs(case: tuple[Row, Row, str]) -> None:
    before, after = conference(case[0]), conference(case[1])
    assert [told(before, after, one) for one in compare(before, after)] == [case[2]]


def test_rows_that_came_and_went() -> None:
    before = conference(YOGA)
    after = conference(YOGA, ANA, part("yoga", "ana", "moderator"), point("p", "yoga", "Opening"))
    there = [told(before, after, one) for one in compare(before, after)]
    back = [told(after, before, one) for one in compare(after, before)]
    assert there == ["“Opening” in WS 1 added", "Moderator A. Silva in WS 1 added", "A. Silva added"]
    assert back == ["“Opening” in WS 1 deleted", "Moderator A. Silva in WS 1 deleted", "A. Silva deleted"]


def test_another_place_in_the_order() -> None:
    points = (point("p", "yoga", "Opening", order="1"), point("q", "yoga", "Panel", order="2"))
    before = conference(YOGA, *points)
    there = conference(YOGA, points[0], replace(points[1], order="0"))
    back = conference(YOGA, replace(points[0], order="3"), points[1])
    assert [told(before, after, one) for after in (there, back) for one in compare(before, after)] == [
        "“Panel” in WS 1 now stands in another place: first",
        "“Opening” in WS 1 now stands in another place: after “Panel” in WS 1",
    ]


def test_both_sides_for_a_table() -> None:
    before = conference(YOGA)
    after = conference(replace(YOGA, title=text("Yoga", "Étirements")))
    (one,) = compare(before, after)
    words = (field_words(one), before_words(before, one), after_words(after, one))
    assert words == ("title in French", "–", "Étirements")


HOURS = Span(at("A", "09:00").start, at("A", "13:00").start)


@pytest.mark.parametrize(
    ("table", "field", "value", "words"),
    [
        ("session", "placement", None, "not yet placed"),
        ("session", "track", "t", "Access"),
        ("session", "track", None, "–"),
        ("session", "kind", "plenary", "Plenary session"),
        ("contribution", "role", "chair", "Chair"),
        ("related", "access", "invited", "by invitation"),
        ("person", "country", "FR", "France"),
        ("person", "country", "", "–"),
        ("person", "types", ["speaker", "staff"], "speaker and staff"),
        ("event", "first_day", "2021-11-16", "16 November 2021"),
        ("event", "registration", {"from": "2021-09-20", "until": ""}, "from 2021-09-20"),
        ("day", "opens", "09:00", "09:00"),
        ("heading", "sessions", ["yoga"], "WS 1"),
        ("person", "arrival", "2021-11-16T18:30", "Tuesday 16 November, 18:30"),
        ("person", "email", "ana@example.org", "ana@example.org"),
        ("session", "minutes", "of a newer program", "of a newer program"),
        ("session", "unknown", 5, "5"),
    ],
)  # fmt: skip
def test_what_a_field_holds(table: str, field: str, value: object, words: str) -> None:
    document = conference(YOGA, Track("t", text("Access")))
    assert value_words(document, table, field, value) == words


def test_hours_in_which_somebody_can_come() -> None:
    document = conference(replace(ANA, availability=(HOURS,), owed=Facts((("photo", ""),))))
    plain = document.plain("person", "ana", "availability")
    said = value_words(document, "person", "availability", plain)
    assert said == "Wednesday 17 November, 09:00 – 13:00"


def test_bookings_and_days_have_a_name() -> None:
    before = conference()
    more: tuple[Row, ...] = (*days(date(2021, 11, 16), 4), Booking("b", room="A", date=date(2021, 11, 19)))
    after = conference(event(), *more)
    assert [told(before, after, one) for one in compare(before, after)] == [
        "Friday 19 November added",
        "Interpretation in Room A on Friday 19 November added",
    ]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Atelier 1 : passe de Room A, 10 h 00 à Room B, 14 h 00"),
        ("es", "Taller 1: pasa de Room A, 10:00 a Room B, 14:00"),
    ],
)
def test_in_other_languages(language: str, said: str) -> None:
    before, after = conference(YOGA), conference(replace(YOGA, placement=at("B", "14:00")))
    languages.set_language(language)
    (one,) = compare(before, after)
    assert told(before, after, one).replace("\u202f", " ") == said
