# SPDX-License-Identifier: EUPL-1.2
"""What stands on a block, and what it says to those who hear it."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from octodesk import languages
from octodesk.model.rows import Track
from octodesk.ui.timetable.faces import (
    BLUE,
    GREY,
    NAVY,
    Face,
    face_of,
    spoken_block,
    tooltip_lines,
    untranslated,
)
from tests.build import at, conference, part, person, point, session, text

WS4: dict[str, Any] = {
    "number": 4,
    "number_fixed": True,
    "title": text("Ransomware", "Rançongiciels", "Secuestro"),
    "minutes": 110,
    "interpretation": ("en", "fr"),
}


def test_a_block_says_label_title_hours_languages_and_people() -> None:
    document = conference(
        session("ws4", at("A", "11:00"), **WS4),
        person("ana", given_name="Ana"),
        person("ben", given_name="Ben"),
        part("ws4", "ana", "moderator"),
        part("ws4", "ben"),
    )
    assert face_of(document, document.session("ws4")) == Face(
        "ws4", "block", BLUE, "WS 4", "Ransomware", "11:00–12:50", "ENG FRA", "Moderator: A. Ana · B. Ben"
    )


def test_more_than_two_speakers_are_counted() -> None:
    people = [person(one) for one in ("ana", "ben", "cleo")]
    document = conference(session("ws4", at("A")), *people, *(part("ws4", one.id) for one in people))
    assert face_of(document, document.session("ws4")).panel == "3 speakers"


def test_a_label_that_stands_for_the_title_is_said_once() -> None:
    document = conference(session("talks", at("A"), label_override="Lightning talks I", title=text()))
    face = face_of(document, document.session("talks"))
    assert (face.label, face.title) == ("", "Lightning talks I")


def test_agenda_points_are_counted_and_listed() -> None:
    document = conference(session("ws4", at("A")), point("a", "ws4", "Opening"), point("b", "ws4", "Panel"))
    face = face_of(document, document.session("ws4"))
    assert (face.agenda, face.items) == (("Opening", "Panel"), "2 items")


def test_shape_and_colour_follow_the_kind() -> None:
    document = conference(
        session("plenary", at("A", exclusive=True), kind="plenary"),
        session("pause", at((), "12:00", exclusive=True), kind="break"),
        session("end", at((), "18:00", exclusive=True), kind="milestone", minutes=0),
    )
    faces = [face_of(document, document.session(one)) for one in ("plenary", "pause", "end")]
    assert [(face.shape, face.color) for face in faces] == [
        ("plenary", NAVY),
        ("pause", GREY),
        ("marker", GREY),
    ]


def test_a_track_gives_its_colour_unless_kinds_are_asked_for() -> None:
    document = conference(session("ws4", at("A"), track="green"), Track("green", text("Green"), "#1C6B50"))
    ws4 = document.session("ws4")
    assert face_of(document, ws4).color == "#1C6B50"
    assert face_of(document, ws4, color_by="kind").color == BLUE


@pytest.mark.parametrize(
    ("values", "mark"),
    [
        ({"status": "draft"}, "draft"),
        ({"status": "to-be-confirmed"}, "draft"),
        ({"status": "cancelled"}, "cancelled"),
        ({"locked_time": True}, "locked"),
        ({"locked_room": True}, "locked"),
        ({"access": "restricted"}, "restricted"),
        ({"title": text("Only English")}, "untranslated"),
    ],
)
def test_each_state_has_its_mark(values: dict[str, Any], mark: str) -> None:
    document = conference(session("ws4", at("A"), **{**WS4, **values}))
    face = face_of(document, document.session("ws4"))
    marks = ("draft", "cancelled", "locked", "restricted", "untranslated", "clashing")
    assert {name for name in marks if getattr(face, name)} == {mark}


def test_a_block_is_named_in_one_sentence() -> None:
    document = conference(session("ws4", at(("A", "B"), "11:00"), **WS4))
    assert (
        spoken_block(document, "ws4")
        == "WS 4 Ransomware, Wednesday 17 November, 11:00 to 12:50, Room A and Room B"
    )


def test_the_sentence_is_in_the_users_language() -> None:
    document = conference(session("ws4", at("A", "11:00"), **WS4))
    languages.set_language("fr")
    assert (
        spoken_block(document, "ws4")
        == "Atelier 4 Rançongiciels, Mercredi 17 novembre, de 11\u202fh\u202f00 à 12\u202fh\u202f50, Room A"
    )


@pytest.mark.parametrize(
    ("placement", "where"),
    [(at((), "11:00"), "room to be decided"), (at((), "11:00", exclusive=True), "all rooms")],
)
def test_what_is_held_in_no_room_says_so(placement: object, where: str) -> None:
    document = conference(session("ws4", placement, **WS4))  # type: ignore[arg-type]
    assert spoken_block(document, "ws4") == f"WS 4 Ransomware, Wednesday 17 November, 11:00 to 12:50, {where}"


def test_a_moment_has_one_hour_and_what_is_not_placed_none() -> None:
    document = conference(
        session("end", at((), "18:00", exclusive=True), kind="milestone", minutes=0, title=text("End")),
        session("ws4", **WS4),
    )
    assert spoken_block(document, "end") == "End, Wednesday 17 November, 18:00, all rooms"
    assert spoken_block(document, "ws4") == "WS 4 Ransomware, not yet placed"


def test_a_tooltip_says_every_mark_in_words() -> None:
    values = {
        **WS4,
        "status": "draft",
        "locked_time": True,
        "access": "restricted",
        "title": text("Ransomware"),
    }
    document = conference(
        session("ws4", at("A", "11:00"), **values, expected=40, floor_languages=("en",)),
        person("ana", form_of_address="Ms"),
        part("ws4", "ana", "moderator"),
    )
    assert tooltip_lines(document, "ws4") == (
        "WS 4 Ransomware, Wednesday 17 November, 11:00 to 12:50, Room A",
        "Moderator: Ana",
        "Floor: English",
        "Interpretation: English and French",
        "Expected: 40",
        "Draft",
        "Fixed time",
        "Restricted participation",
        "Not yet translated: French and Spanish",
    )


def test_a_text_empty_in_every_language_is_not_missing() -> None:
    document = conference(session("ws4", at("A"), **WS4, subtitle=text(fr="Sous-titre")))
    assert untranslated(document, document.session("ws4")) == ("en", "es")
    empty = dataclasses.replace(document.session("ws4"), subtitle=text())
    assert untranslated(document, empty) == ()
