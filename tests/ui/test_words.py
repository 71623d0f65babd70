# SPDX-License-Identifier: EUPL-1.2
"""How things are called on the screen."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from octodesk import languages
from octodesk.model.rows import Booking, Room
from octodesk.ui import words
from tests.build import at, conference, event, person, room, session, text

DAY = date(2021, 11, 17)


def test_a_room_says_mode_size_and_languages() -> None:
    online = room("A", mode="online", capacity=300, languages=("en", "es", "fr"))
    hall = room("B", capacity=1, languages=())
    document = conference(event(working_languages=("en", "fr", "es")), online, hall)
    found = [
        words.room_facts(document, one, DAY)
        for one in (document.room("A"), document.room("B"), document.room("C"))
    ]
    assert found == ["online · 300 connections · ENG FRA SPA", "1 seat", ""]


def test_what_is_booked_for_a_day_counts_before_the_rooms_usual_languages() -> None:
    usual = room("A", languages=("en", "fr"))
    booking = Booking("b", "A", DAY, time(9), time(13), ("en",), ("es",))
    refused = Booking("c", "A", date(2021, 11, 18), time(9), time(13), ("en",), ("ru",), status="refused")
    document = conference(usual, booking, refused)
    found: Room = document.room("A")
    assert words.room_languages(document, found, DAY) == ("en", "es")
    assert words.room_languages(document, found, date(2021, 11, 18)) == ("en", "fr")


def test_where_a_session_is_held() -> None:
    document = conference()
    places = [at(("A", "B")), at(()), at((), exclusive=True)]
    assert [words.held_in(document, place) for place in places] == [
        "Room A and Room B",
        "room to be decided",
        "all rooms",
    ]
    assert words.held_in(document, at((), exclusive=True), "Foyer") == "Foyer"


def test_hours_stand_close_together_in_the_conferences_style() -> None:
    start, end = datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 10, 50)
    assert words.hours_words(conference(), start, end) == "09:00–10:50"
    assert words.hours_words(conference(), start, start) == "09:00"
    house = conference(event(time_form=text(en="14h30")))
    assert words.hours_words(house, start, end) == "9h00–10h50"


def test_a_label_that_is_the_title_is_said_once() -> None:
    document = conference(
        session("talks", at("A"), label_override="Lightning talks I", title=text()),
        session("ws4", at("B"), number=4, number_fixed=True, title=text("Ransomware")),
    )
    assert [words.session_name(document, one) for one in ("talks", "ws4")] == [
        "Lightning talks I",
        "WS 4 Ransomware",
    ]
    assert [words.short_session_name(document, one) for one in ("talks", "ws4")] == [
        "Lightning talks I",
        "WS 4",
    ]


@pytest.mark.parametrize(
    "role", ["moderator", "chair", "speaker", "panellist", "keynote", "rapporteur", "technician"]
)
def test_every_role_has_words(role: str) -> None:
    found = words.role_name(role, person("ana", form_of_address="Ms"))
    assert found[0].isupper()


def test_days_begin_with_a_capital() -> None:
    languages.set_language("fr")
    assert words.day_words(DAY) == "Mercredi 17 novembre"
    assert words.short_day_words(DAY) == "Mer. 17"
