# SPDX-License-Identifier: EUPL-1.2
"""Correcting what was understood, before it is taken in."""

from __future__ import annotations

from octodesk.exchange.papers import corrections
from octodesk.exchange.papers.gathering import Draft
from octodesk.exchange.papers.understanding import Understood
from tests.exchange.papers.reading import document_of, guessed, left, lines_of, people_of, read

PROGRAMME = (
    "Forum 2021\n16 November 2021 – Strasbourg\n\nTuesday 16 November\n9.00-10.00 WS 1: Crime (Room 1)\n"
    "Moderator: Ms Ana SILVA, Portugal\n10.00 Pause\n11.00-12.00 Workshop 2: Trust (Room 2)\n"
)


def session(found: Understood, number: int) -> Draft:
    return next(one for one in found.drafts["session"] if one.values.get("number") == number)


def test_a_kind_that_was_guessed_is_settled() -> None:
    found = read(PROGRAMME)
    pause = next(one for one in found.drafts["session"] if one.values["kind"] == "break")
    corrected = corrections.with_value(found, pause, "minutes", 15)
    assert "length" not in guessed(corrected)
    assert lines_of(corrected)[1] == "2021-11-16 10:00-10:15 break Pause []!"
    assert lines_of(found)[1] == "2021-11-16 10:00-11:00 break Pause []!"


def test_words_are_corrected_in_their_language() -> None:
    found = read(PROGRAMME)
    corrected = corrections.with_words(found, session(found, 1), "title", "Crime and trust")
    assert lines_of(corrected)[0] == "2021-11-16 09:00-10:00 workshop WS 1: Crime and trust [Room 1]"


def test_a_doubt_is_taken_away_by_saying_that_it_is_right() -> None:
    found = read(PROGRAMME)
    line = next(one.line for one in found.guesses if one.what == "number-of-series")
    assert "number-of-series" not in guessed(corrections.accepted(found, line))


def test_a_session_that_is_left_out_takes_its_people_along() -> None:
    found = read(PROGRAMME)
    corrected = corrections.without(found, session(found, 1))
    assert people_of(corrected) == []
    assert [line[-8:] for line in lines_of(corrected)] == ["Pause []", "[Room 2]"] or len(
        lines_of(corrected)
    ) == 2


def test_a_room_that_is_left_out_leaves_its_sessions_without_one() -> None:
    found = read(PROGRAMME)
    corrected = corrections.without(found, found.drafts["room"][0])
    assert lines_of(corrected)[0] == "2021-11-16 09:00-10:00 workshop WS 1: Crime []"


def test_a_line_that_was_not_used_becomes_an_item_or_a_description() -> None:
    found = read(PROGRAMME + "\nWednesday\nSomething else\n")
    assert left(found) == [("Something else", "no-time")]
    line = found.page.lines[-1]
    item = document_of(corrections.with_line_as(found, line, "item"))
    assert [item.words(point.text) for point in item.agenda_of(item.sessions[-1].id)] == ["Something else"]
    described = corrections.with_line_as(found, line, "description")
    assert left(described) == []
    assert document_of(described).sessions[-1].description.plain() == {"en": "Something else"}
