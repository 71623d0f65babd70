# SPDX-License-Identifier: EUPL-1.2
"""Headings of days and spans of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk import languages
from octodesk.exchange.papers.dates import read_day, read_span


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Tue, 16 November", (16, 11, 0, 1, "")),
        ("Thursday 7 November 2024", (7, 11, 2024, 3, "")),
        ("Vendredi 8 novembre", (8, 11, 0, 4, "")),
        ("miércoles 17 de noviembre de 2021", (17, 11, 2021, 2, "")),
        ("Day 1 – 16 November 2021", (16, 11, 2021, -1, "")),
        ("1er décembre 2024", (1, 12, 2024, -1, "")),
        ("November 16, 2021", (16, 11, 2021, -1, "")),
        ("Wed 17 Nov. – Workshops", (17, 11, 0, 2, "Workshops")),
        ("2021-11-17", (17, 11, 2021, -1, "")),
        ("17/11/2021", (17, 11, 2021, -1, "")),
        ("Wednesday", (0, 0, 0, 2, "")),
    ],
)
def test_headings_of_days(text: str, wanted: tuple[int, int, int, int, str]) -> None:
    found = read_day(text)
    assert found is not None
    assert (found.day, found.month, found.year, found.weekday, found.label) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "16 -18 November 2021 – Online",
        "Version 4 October 2021",
        "May we?",
        "Break",
        "12 monkeys",
        "35 November",
        "",
    ],
)
def test_what_heads_no_day(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("16 -18 November 2021 – Online", "2021-11-16", "2021-11-18"),
        ("Strasbourg, 7-8 November 2024 – Palais", "2024-11-07", "2024-11-08"),
        ("from 20 September to 20 October 2021 at", "2021-09-20", "2021-10-20"),
        ("du 30 novembre au 2 décembre 2021", "2021-11-30", "2021-12-02"),
        ("del 16 al 18 de noviembre de 2021", "2021-11-16", "2021-11-18"),
        ("28 December 2021 to 3 January 2022", "2021-12-28", "2022-01-03"),
        ("November 16-18, 2021", "2021-11-16", "2021-11-18"),
        ("on 15 November", "2020-11-15", "2020-11-15"),
    ],
)
def test_spans(text: str, first: str, last: str) -> None:
    span = read_span(text, year=2020)
    assert span is not None
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 1, 1)),
    st.integers(min_value=0, max_value=40),
    st.sampled_from(languages.LANGUAGES),
)
def test_what_the_program_writes_it_reads(first: date, more: int, language: str) -> None:
    last = date.fromordinal(first.toordinal() + more)
    span = read_span(languages.date_range(first, last, language))
    assert span is not None
    assert (span.first, span.last) == (first, last)
    day = read_day(languages.capitalised(languages.day_name(first, language, year=True)))
    assert day is not None
    assert (day.day, day.month, day.year, day.weekday) == (
        first.day,
        first.month,
        first.year,
        first.weekday(),
    )
