# SPDX-License-Identifier: EUPL-1.2
"""What people type for hours, lengths, numbers, names and countries."""

from __future__ import annotations

from datetime import time

import pytest

from octodesk import languages
from octodesk.ui import reading
from octodesk.ui.reading import Unreadable


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9", time(9)), ("9:30", time(9, 30)), ("930", time(9, 30)), ("9h30", time(9, 30)), ("14 h 30", time(14, 30)),
        ("14\u202fh\u202f30", time(14, 30)), ("2 pm", time(14)), ("2.30 p.m.", time(14, 30)), ("12 am", time(0)),
        ("23:59", time(23, 59)), ("", None),
    ],
)  # fmt: skip
def test_an_hour_is_read_as_people_write_it(typed: str, hour: time | None) -> None:
    assert reading.hour(typed) == hour


@pytest.mark.parametrize("typed", ["noon", "24:00", "9:60", "-1", "9:3"])
def test_what_is_no_hour_is_said_so(typed: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        reading.hour(typed)
    assert wrong.value.expected == f"“{typed}” is no hour. Write 9:30, 14:00 or 14 h 30."


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("90", 90),
        ("90 min", 90),
        ("1:30", 90),
        ("1 h 30", 90),
        ("1h30", 90),
        ("2 h", 120),
        ("1,5 h", 90),
        ("0", 0),
    ],
)
def test_a_length_is_read_as_people_write_it(typed: str, minutes: int) -> None:
    assert reading.length(typed) == minutes


@pytest.mark.parametrize("minutes", [0, 45, 60, 110, 300])
@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_a_length_reads_back_as_it_is_shown(minutes: int, language: str) -> None:
    assert reading.length(languages.duration(minutes, language)) == minutes


@pytest.mark.parametrize("typed", ["", "long", "-5", "9999999"])
def test_what_is_no_length_is_said_so(typed: str) -> None:
    with pytest.raises(Unreadable, match="is no length"):
        reading.length(typed)


def test_numbers_may_be_grouped_or_missing() -> None:
    assert [reading.count(typed) for typed in ("80", "1,200", "1 200", "")] == [80, 1200, 1200, None]
    with pytest.raises(Unreadable, match="Write a whole number"):
        reading.count("eighty")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ms Olena KOVALENKO", ("Ms", "Olena", "Kovalenko")),
        ("Olena Kovalenko", (None, "Olena", "Kovalenko")),
        ("M. Jean DE LA TOUR", ("Mr", "Jean", "De La Tour")),
        ("Kovalenko, Olena", (None, "Olena", "Kovalenko")),
        ("Kovalenko", (None, "", "Kovalenko")),
        ("Sra. Ana María SILVA", ("Ms", "Ana María", "Silva")),
    ],
)
def test_a_name_is_taken_apart(typed: str, name: tuple[str | None, str, str]) -> None:
    assert reading.name(typed) == name


def test_a_country_is_known_by_any_of_its_names() -> None:
    assert [reading.country(typed) for typed in ("Sweden", "suède", "Suecia", "se", "")] == [
        "SE",
        "SE",
        "SE",
        "SE",
        "",
    ]
    with pytest.raises(Unreadable, match="No country is called “Atlantis”"):
        reading.country("Atlantis")
