# SPDX-License-Identifier: EUPL-1.2
"""A programme as people type it: hours in five styles, two languages, workshops side by side on one line."""

from __future__ import annotations

import pytest

from octodesk.exchange.papers.understanding import Understood
from octodesk.model.checks import check
from tests.exchange.papers.reading import document_of, guessed, left, lines_of, people_of, read_file


@pytest.fixture(scope="module")
def found() -> Understood:
    return read_file("forum-programme.txt")


def test_sessions(found: Understood) -> None:
    assert lines_of(found) == [
        "2024-11-07 08:30-09:30 registration Registration []",
        "2024-11-07 09:30-11:00 plenary Opening of the Forum [Hemicycle]!",
        "2024-11-07 11:00-11:30 coffee Pause-café []!",
        "2024-11-07 11:30-13:00 workshop WS 1: Who checks the checkers? [Room 5]",
        "2024-11-07 11:30-13:00 workshop WS 2: Small towns, large platforms [Room 6]",
        "2024-11-07 11:30-13:00 workshop WS 3: Elections and rumour [Room 7]",
        "2024-11-07 13:00-14:30 lunch Lunch break []!",
        "2024-11-07 14:30-16:00 workshop WS 4: Young people and news []",
        "2024-11-07 14:30-16:00 workshop WS 5: Archives under attack []",
        "2024-11-07 16:00-16:30 coffee Coffee break []!",
        "2024-11-07 16:15-17:00 press Press point [Room 9]",
        "2024-11-07 17:00-18:00 side-meeting Closed meeting of the Bureau []",
        "2024-11-07 20:00-22:00 social Dinner offered by the City []!",
        "2024-11-08 09:00-10:30 plenary Conclusions des ateliers []!",
        "2024-11-08 10:30-11:00 break Pause []!",
        "2024-11-08 11:00-12:00 conclusions Clôture []!",
        "2024-11-08 12:00-12:00 milestone Fin du Forum []!",
    ]


def test_people_with_country_function_and_way(found: Understood) -> None:
    assert people_of(found) == [
        "opening-address Ms Alma BERGSTRÖM, Deputy Secretary of State, SE",
        "opening-address Mr Théo LAMBERT, Mayor, FR",
        "keynote H.E. Ms Irina KOVAL, Minister of Justice, UA (video)",
        "moderator Mr Pavel DVOŘÁK, Professor, CZ",
        "speaker Ms Leïla HADDAD, Honorary Judge, TN",
        "speaker Mr Owusu MENSAH, Editor, GH",
        "rapporteur Rapporteur (?)",
        "moderator Ms Nino GELASHVILI, GE",
    ]


def test_rooms_with_their_interpretation(found: Understood) -> None:
    document = document_of(found)
    assert [(document.words(room.name), room.languages) for room in document.rooms] == [
        ("Hemicycle", ("en", "es", "fr", "uk")),
        ("Room 5", ("en", "fr")),
        ("Room 6", ()),
        ("Room 7", ("en", "fr")),
        ("Room 8", ()),
        ("Room 9", ()),
    ]
    spoken = {document.label(one.id): one.floor_languages for one in document.sessions if one.floor_languages}
    assert spoken == {"WS 2": ("en",)}


def test_the_front_lines(found: Understood) -> None:
    event = document_of(found).event
    assert (event.name.plain(), event.place.plain(), event.venue.plain(), event.status, event.languages) == (
        {"en": "Forum on Public Trust 2024"},
        {"en": "Strasbourg"},
        {"en": "Palais"},
        "draft",
        ("en", "fr"),
    )


def test_titles_keep_their_language(found: Understood) -> None:
    document = document_of(found)
    french = [one.title.plain() for one in document.sessions if one.title.in_language("fr")]
    assert french == [
        {"fr": "Pause-café"},
        {"fr": "Conclusions des ateliers"},
        {"fr": "Pause"},
        {"fr": "Clôture"},
        {"fr": "Fin du Forum"},
    ]


def test_access_and_place(found: Understood) -> None:
    document = document_of(found)
    assert {document.title(one.id): one.access for one in document.sessions if one.access != "public"} == {
        "Press point": "media",
        "Closed meeting of the Bureau": "invited",
    }
    assert document.words(document.sessions[0].place) == "foyer of the Hemicycle"


def test_what_overlaps_the_break_is_a_clash(found: Understood) -> None:
    document = document_of(found)
    assert [
        (one.rule, sorted(document.title(session) for session in one.sessions))
        for one in check(document)
        if one.group == "clash"
    ] == [("across-break", ["Coffee break", "Press point"])]


def test_guesses_and_nothing_left_out(found: Understood) -> None:
    assert left(found) == []
    assert guessed(found).count("length") == 2
    assert {"language-uk", "person-unknown", "kind"} <= set(guessed(found))
