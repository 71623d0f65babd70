# SPDX-License-Identifier: EUPL-1.2
"""The draft programme of 2021, as text with leftovers of HTML, read whole."""

from __future__ import annotations

import pytest

from octodesk.exchange.papers.understanding import Understood
from octodesk.exchange.shown import shown
from tests.exchange.papers.reading import document_of, guessed, left, lines_of, read_file

TITLE = (
    "20th anniversary of the Budapest Convention on Cybercrime & 2nd Additional Protocol on enhanced cooperation and disclosure "
    "of electronic evidence"
)


@pytest.fixture(scope="module")
def found() -> Understood:
    return read_file("octopus-2021-programme.txt")


def test_every_session_stands_where_the_table_has_it(found: Understood) -> None:
    assert lines_of(found) == [
        f"2021-11-16 13:00-18:00 special-event {TITLE} [Room 1]!",
        "2021-11-17 07:00-08:50 workshop WS 1: Regional Workshop for Asia [Room 1]",
        "2021-11-17 09:00-10:50 workshop WS 2: COVID-19 and cybercrime [Room 1]",
        "2021-11-17 09:00-10:50 workshop WS 3: Regional Workshop for Africa [Room 2]",
        "2021-11-17 11:00-12:50 workshop WS 4: Crime and crypto currencies [Room 1]",
        "2021-11-17 11:00-12:50 workshop WS 5: The global state of cybercrime legislation [Room 2]",
        "2021-11-17 13:00-14:00 break Break []!",
        "2021-11-17 14:00-15:50 workshop WS 6: Automated detection of child sexual abuse materials [Room 1]",
        "2021-11-17 14:00-15:50 workshop WS 7: Ransomware [Room 2]",
        "2021-11-17 16:00-17:50 workshop WS 8: Cybercrime and artificial intelligence [Room 1]",
        "2021-11-17 16:00-17:50 lightning-talks Lightning talks I [Room 2]",
        "2021-11-17 18:00-19:50 workshop WS 9: Regional Workshop for Latin America and the Caribbean [Room 1]",
        "2021-11-18 07:00-08:50 workshop WS 10: Regional Workshop for Pacific [Room 1]",
        "2021-11-18 09:00-10:50 workshop WS 11: Capacity building: judicial training [Room 1]",
        "2021-11-18 09:00-10:50 workshop WS 12: Cybercrime victims [Room 2]",
        "2021-11-18 11:00-12:50 workshop WS 13: Capacity building: guides and tools [Room 1]",
        "2021-11-18 11:00-12:50 workshop WS 14: Cybercrime: Offenders [Room 2]",
        "2021-11-18 13:00-13:45 lightning-talks Lightning talks II [Room 2]",
        "2021-11-18 13:45-14:30 break Break []!",
        "2021-11-18 14:30-15:15 outlook Outlook 1: Cybercrime – threats and trends [Room 1]!",
        "2021-11-18 15:15-15:30 break Break []!",
        "2021-11-18 15:30-16:15 outlook Outlook 2: Human rights and rule of law in cyberspace [Room 1]!",
        "2021-11-18 16:15-16:30 break Break []!",
        "2021-11-18 16:30-17:15 outlook Outlook 3: Cooperation against cybercrime in 2022 [Room 1]!",
        "2021-11-18 17:15-18:00 conclusions Conclusions – Octopus take-aways [Room 1]!",
        "2021-11-18 18:00-18:00 milestone End of conference []!",
    ]


def test_agenda_points_and_the_occasion_of_the_special_event(found: Understood) -> None:
    document = document_of(found)
    session = document.sessions[0]
    assert [document.words(point.text) for point in document.agenda_of(session.id)] == [
        "Opening",
        "Interventions Part 1 by Ministers/senior officials",
        "Panel: 20 years of Budapest Convention – global impact",
        "Interventions Part 2 by Ministers/senior officials",
        "Panel: The 2nd Additional Protocol to the Convention on Cybercrime - expectations",
        "Interventions Part 3 by Ministers/senior officials",
        "Conclusions",
    ]
    assert document.words(session.cooperation) == "the Hungarian Chairmanship of the Committee of Ministers"


def test_the_front_page(found: Understood) -> None:
    event = shown(document_of(found))["event"]
    wanted = {
        "name": {"en": "Octopus Conference 2021"},
        "short_name": "Octopus 2021",
        "subtitle": {"en": "Cooperation against Cybercrime"},
        "first_day": "2021-11-16",
        "last_day": "2021-11-18",
        "place": {"en": "Online"},
        "mode": "online",
        "version": "Version 4 October 2021",
        "status": "draft",
        "languages": ["en"],
        "working_languages": ["en", "fr", "es"],
        "time_zone": "Europe/Paris",
        "zone_mark": {"en": "yes"},
        "registration": {"from": "2021-09-20", "until": "2021-10-20", "link": "www.example.org/octopus"},
        "contact": {
            "en": "Cybercrime Division\nDirectorate General of Human Rights and Rule of Law\n"
            "Council of Europe, 67075 Strasbourg CEDEX, France"
        },
        "funding": {
            "en": "The Octopus Conference is part of the Octopus Project which is currently funded by voluntary contributions "
            "from Canada, Hungary, Japan, United Kingdom and USA."
        },
    }
    assert {name: event[name] for name in wanted} == wanted
    assert event["participation"]["en"].startswith("The conference will provide an opportunity")
    assert event["participation"]["en"].endswith("this event will be held online.")


def test_days_contact_related_meeting_and_donors(found: Understood) -> None:
    document = document_of(found)
    assert [(str(day.date), f"{day.opens:%H:%M}", f"{day.closes:%H:%M}") for day in document.days] == [
        ("2021-11-16", "13:00", "18:00"),
        ("2021-11-17", "07:00", "20:00"),
        ("2021-11-18", "07:00", "18:00"),
    ]
    assert [(one.phone, one.email) for one in document.contacts] == [
        ("+33 3 53 01 20 21", "octopus.conference@example.org")
    ]
    related = document.related[0]
    assert (document.words(related.title), str(related.from_), related.access) == (
        "Plenary session of the Cybercrime Convention Committee (T-CY)",
        "2021-11-15",
        "restricted",
    )
    assert [document.words(one.name) for one in document.donors] == [
        "Canada",
        "Hungary",
        "Japan",
        "United Kingdom",
        "USA",
    ]


def test_the_eleven_front_lines_and_the_sessions_they_stand_for(found: Understood) -> None:
    document = document_of(found)
    told = [
        (one.group, document.words(one.text)[:24], [document.label(session) for session in one.sessions])
        for one in document.headings
    ]
    assert [(group, words, sorted(labels)) for group, words, labels in told] == [
        ("special-event", "20th anniversary of the ", [""]),
        ("special-event", "2nd Additional Protocol ", [""]),
        ("workshops", "Regional workshops: Cybe", ["WS 1", "WS 10", "WS 13", "WS 3", "WS 9"]),
        ("workshops", "COVID-19 related cybercr", ["WS 2"]),
        ("workshops", "Cybercrime and artificia", ["WS 8"]),
        ("workshops", "Judicial training on cyb", ["WS 11"]),
        ("workshops", "Cybercrime: Who are the ", ["WS 12", "WS 14"]),
        ("workshops", "Automated detection of c", ["WS 6"]),
        ("workshops", "Ransomware and crypto-cu", ["WS 4", "WS 7"]),
        ("workshops", "Global state of cybercri", ["WS 5"]),
        ("workshops", "Outlook: cybercrime in 2", ["Outlook 1", "Outlook 2", "Outlook 3"]),
    ]


def test_nothing_is_left_out_and_what_is_guessed_is_said(found: Understood) -> None:
    assert left(found) == []
    assert sorted(set(guessed(found))) == [
        "heading-sessions",
        "kind",
        "number-of-series",
        "room-of-column",
        "subtitle",
        "zone",
    ]
    series = [
        (dict(one.facts)["label"], one.value) for one in found.guesses if one.what == "number-of-series"
    ]
    assert series == [(f"Workshop {n}", str(n)) for n in range(10, 15)]


def test_every_line_was_used_and_is_linked_to_what_was_made_of_it(found: Understood) -> None:
    assert [line.number for line in found.page.lines if line.number not in found.uses] == []
    line = next(one for one in found.page.lines if one.text == "WS 4: Crime and crypto currencies")
    session = next(one for one in found.drafts["session"] if one.values.get("number") == 4)
    assert {use.id for use in found.uses[line.number]} == {session.id}
