# SPDX-License-Identifier: EUPL-1.2
"""Hours in every way programmes write them."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk import languages
from octodesk.exchange.papers.hours import read_hours


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("13:00 – 18:00 CET", "13:00", "18:00"),
        ("9.00 - 10.30", "09:00", "10:30"),
        ("9h00-10h30", "09:00", "10:30"),
        ("14h30-16h00", "14:30", "16:00"),
        ("14 h 30 – 16 h", "14:30", "16:00"),
        ("10 a.m. - 1 p.m.", "10:00", "13:00"),
        ("11 - 11.30 a.m.", "11:00", "11:30"),
        ("11 – 1 p.m.", "11:00", "13:00"),
        ("2.30 p.m. - 4 p.m.", "14:30", "16:00"),
        ("0930-1230", "09:30", "12:30"),
        ("de 9h00 à 10h30", "09:00", "10:30"),
        ("from 9 to 10.30 am", "09:00", "10:30"),
        ("De 10.00 a 11.00 h", "10:00", "11:00"),
        ("13 – 14 h", "13:00", "14:00"),
        ("12 noon – 2 p.m.", "12:00", "14:00"),
        ("20:00 – 00:30", "20:00", "00:30"),
        ("9:00 PM – midnight", "21:00", "00:00"),
    ],
)
def test_ranges(text: str, start: str, end: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert hours.end is not None
    assert (f"{hours.start:%H:%M}", f"{hours.end:%H:%M}", hours.rest) == (start, end, "")


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [
        ("20h00 Dinner offered by the City", "20:00", "Dinner offered by the City"),
        ("18:00", "18:00", ""),
        ("12 h 00  Fin du Forum", "12:00", "Fin du Forum"),
        ("9.00: Opening", "09:00", "Opening"),
        ("2 p.m. – Opening", "14:00", "Opening"),
    ],
)
def test_single_hours(text: str, start: str, rest: str) -> None:
    hours = read_hours(text)
    assert hours is not None
    assert (f"{hours.start:%H:%M}", hours.end, hours.rest) == (start, None, rest)


@pytest.mark.parametrize(
    "text",
    [
        "20 November",
        "2021 Conference",
        "Room 5",
        "1. Opening",
        "16 -18 November 2021",
        "25:00 – 26:00",
        "",
        "WS 4: x",
    ],
)
def test_what_is_no_hour(text: str) -> None:
    assert read_hours(text) is None


def test_zone_marks_are_kept_as_written() -> None:
    hours = read_hours("13:00 – 18:00 (CET) Plenary")
    assert hours is not None
    assert (hours.zone, hours.rest) == ("CET", "Plenary")


def test_past_midnight_goes_on_and_an_end_before_its_start_has_no_length() -> None:
    night, wrong = read_hours("20:00 – 00:30"), read_hours("14:00 – 13:00")
    assert night is not None
    assert wrong is not None
    assert (night.minutes, wrong.minutes) == (270, None)


MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@given(MINUTES, MINUTES, st.sampled_from(languages.LANGUAGES), st.sampled_from(languages.TIME_FORMS))
def test_every_house_style_is_read_as_it_was_meant(start: time, end: time, language: str, form: str) -> None:
    hours = read_hours(languages.time_range(start, end, language, form=form))
    assert hours is not None
    assert (hours.start, hours.end, hours.rest) == (start, end, "")
