# SPDX-License-Identifier: EUPL-1.2
"""The samples: what they hold, that they are the same everywhere, and that nothing is wrong with them."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

import pytest

from octodesk.exchange.samples import AUTHOR, SAMPLES, UnknownSample, sample_log
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Contribution, Event, Session, Version, attribute, fields_of
from octodesk.model.stamped import Stamped
from octodesk.model.timetable import free_rooms, overlap, sessions_of_day

ALONE, BESIDE = True, False
ROOM_1, ROOM_2, NOWHERE = ("room-1",), ("room-2",), ()

ANNIVERSARY = (
    "20th anniversary of the Budapest Convention on Cybercrime & 2nd Additional Protocol on enhanced cooperation and "
    "disclosure of electronic evidence"
)

PROGRAMME_2021 = [
    ("", ANNIVERSARY, "16", "13:00", "18:00", ROOM_1, ALONE),
    ("WS 1", "Regional Workshop for Asia", "17", "07:00", "08:50", ROOM_1, BESIDE),
    ("WS 2", "COVID-19 and cybercrime", "17", "09:00", "10:50", ROOM_1, BESIDE),
    ("WS 3", "Regional Workshop for Africa", "17", "09:00", "10:50", ROOM_2, BESIDE),
    ("WS 4", "Crime and crypto currencies", "17", "11:00", "12:50", ROOM_1, BESIDE),
    ("WS 5", "The global state of cybercrime legislation", "17", "11:00", "12:50", ROOM_2, BESIDE),
    ("", "Break", "17", "13:00", "14:00", NOWHERE, ALONE),
    ("WS 6", "Automated detection of child sexual abuse materials", "17", "14:00", "15:50", ROOM_1, BESIDE),
    ("WS 7", "Ransomware", "17", "14:00", "15:50", ROOM_2, BESIDE),
    ("WS 8", "Cybercrime and artificial intelligence", "17", "16:00", "17:50", ROOM_1, BESIDE),
    ("Lightning talks I", "", "17", "16:00", "17:50", ROOM_2, BESIDE),
    ("WS 9", "Regional Workshop for Latin America and the Caribbean", "17", "18:00", "19:50", ROOM_1, BESIDE),
    ("WS 10", "Regional Workshop for Pacific", "18", "07:00", "08:50", ROOM_1, BESIDE),
    ("WS 11", "Capacity building: judicial training", "18", "09:00", "10:50", ROOM_1, BESIDE),
    ("WS 12", "Cybercrime victims", "18", "09:00", "10:50", ROOM_2, BESIDE),
    ("WS 13", "Capacity building: guides and tools", "18", "11:00", "12:50", ROOM_1, BESIDE),
    ("WS 14", "Cybercrime: Offenders", "18", "11:00", "12:50", ROOM_2, BESIDE),
    ("Lightning talks II", "", "18", "13:00", "13:45", ROOM_2, BESIDE),
    ("", "Break", "18", "13:45", "14:30", NOWHERE, ALONE),
    ("Outlook 1", "Cybercrime – threats and trends", "18", "14:30", "15:15", ROOM_1, ALONE),
    ("", "Break", "18", "15:15", "15:30", NOWHERE, ALONE),
    ("Outlook 2", "Human rights and rule of law in cyberspace", "18", "15:30", "16:15", ROOM_1, ALONE),
    ("", "Break", "18", "16:15", "16:30", NOWHERE, ALONE),
    ("Outlook 3", "Cooperation against cybercrime in 2022", "18", "16:30", "17:15", ROOM_1, ALONE),
    ("", "Conclusions – Octopus take-aways", "18", "17:15", "18:00", ROOM_1, ALONE),
    ("", "End of conference", "18", "18:00", "18:00", NOWHERE, ALONE),
]  # fmt: skip

TOPICS_2021 = [
    ("special-event", "20th anniversary of the Budapest Convention on Cybercrime", ("special-event",)),
    (
        "special-event",
        "2nd Additional Protocol to the Convention on enhanced cooperation and disclosure of electronic evidence",
        ("special-event",),
    ),
    (
        "workshops",
        "Regional workshops: Cybercrime strategies and capacity building - Experiences",
        ("ws-1", "ws-10", "ws-13", "ws-3", "ws-9"),
    ),
    ("workshops", "COVID-19 related cybercrime", ("ws-2",)),
    ("workshops", "Cybercrime and artificial intelligence", ("ws-8",)),
    ("workshops", "Judicial training on cybercrime and e-evidence", ("ws-11",)),
    ("workshops", "Cybercrime: Who are the offenders, who are the victims?", ("ws-12", "ws-14")),
    ("workshops", "Automated detection of child sexual abuse materials", ("ws-6",)),
    ("workshops", "Ransomware and crypto-currencies", ("ws-4", "ws-7")),
    ("workshops", "Global state of cybercrime legislation", ("ws-5",)),
    ("workshops", "Outlook: cybercrime in 2022", ("outlook-1", "outlook-2", "outlook-3")),
]

HEADS = {
    "octopus-2021": "9d1ccd63472af44b2d76c9a6d4270c26b6b4a98801d8af034100cff71c5af021",
    "octopus-2019": "c3218f07519710eaad5a1cd79d97aaf07147992715e8326ae4b5d2ec7a22fbb6",
}
"""The edit each sample's log ends with: a hash over everything in it. A sample that changes is another sample."""


@pytest.fixture(scope="module")
def octopus_2021() -> Document:
    return Document.of_log(sample_log("octopus-2021"))


@pytest.fixture(scope="module")
def octopus_2019() -> Document:
    return Document.of_log(sample_log("octopus-2019"))


# ---- the same everywhere


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_the_same_log_on_every_machine(name: str) -> None:
    assert sample_log(name).heads == {HEADS[name]}


@pytest.mark.parametrize("name", SAMPLES)
def test_two_samples_are_one_event(name: str) -> None:
    first, second = sample_log(name), sample_log(name)
    assert list(first) == list(second)
    assert first.add(second) == set()


@pytest.mark.parametrize(
    ("name", "version", "at"),
    [
        ("octopus-2021", "version-4-october-2021", "2021-10-04T12:00:00Z"),
        ("octopus-2019", "version-13-november-2019", "2019-11-13T12:00:00Z"),
    ],
)
def test_the_log_makes_the_event_then_issues_its_version(name: str, version: str, at: str) -> None:
    def facts(edit: Stamped) -> tuple[str, str, tuple[str, ...], str, str]:
        return edit.kind, edit.label, edit.about, edit.device, edit.wall

    log = sample_log(name)
    assert [facts(edit) for edit in log] == [
        ("create", "event-created", (name,), "sample", at),
        ("version", "version-issued", (version,), "sample", at),
    ]
    assert {edit.author for edit in log} == {AUTHOR}


def test_an_unknown_sample_is_named() -> None:
    with pytest.raises(UnknownSample) as unknown:
        sample_log("octopus-1888")
    assert unknown.value.name == "octopus-1888"


# ---- the conference of 2021


def test_the_programme_of_2021_is_that_of_the_document(octopus_2021: Document) -> None:
    def line(session: Session) -> tuple[str, str, str, str, str, tuple[str, ...], bool]:
        start, end = _start(session), octopus_2021.end(session)
        label, title = octopus_2021.label(session.id), session.title.in_language("en")
        return label, title, f"{start:%d}", f"{start:%H:%M}", f"{end:%H:%M}", session.rooms, session.exclusive

    assert [line(session) for session in octopus_2021.sessions] == PROGRAMME_2021
    assert {_start(session).strftime("%Y-%m") for session in octopus_2021.sessions} == {"2021-11"}


def test_the_kinds_of_2021(octopus_2021: Document) -> None:
    assert Counter(session.kind for session in octopus_2021.sessions) == {
        "special-event": 1, "workshop": 14, "lightning-talks": 2, "break": 4, "outlook": 3, "conclusions": 1,
        "milestone": 1,
    }  # fmt: skip
    numbered = {"workshop", "lightning-talks", "outlook"}
    assert all(session.number_fixed == (session.kind in numbered) for session in octopus_2021.sessions)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("fr", ["Atelier 14", "Interventions éclair II", "Perspectives 3"]),
        ("es", ["Taller 14", "Charlas relámpago II", "Perspectivas 3"]),
    ],
)
def test_labels_in_the_other_languages(octopus_2021: Document, language: str, labels: list[str]) -> None:
    assert [octopus_2021.label(one, language) for one in ("ws-14", "lightning-2", "outlook-3")] == labels


def test_a_break_is_called_by_its_kind(octopus_2021: Document) -> None:
    assert [octopus_2021.title("break-1", language) for language in ("en", "fr", "es")] == [
        "Break",
        "Pause",
        "Pausa",
    ]


def test_the_special_event_has_its_seven_agenda_points(octopus_2021: Document) -> None:
    points = octopus_2021.agenda_of("special-event")
    assert [point.text.in_language("en") for point in points] == [
        "Opening",
        "Interventions Part 1 by Ministers/senior officials",
        "Panel: 20 years of Budapest Convention – global impact",
        "Interventions Part 2 by Ministers/senior officials",
        "Panel: The 2nd Additional Protocol to the Convention on Cybercrime - expectations",
        "Interventions Part 3 by Ministers/senior officials",
        "Conclusions",
    ]
    assert sum(point.minutes or 0 for point in points) == 300
    assert len(octopus_2021.table("agenda_point")) == 7


def test_ministers_speak_in_order_with_minutes(octopus_2021: Document) -> None:
    first = [
        part
        for part in octopus_2021.contributions_of("special-event")
        if part.agenda_point == "interventions-1"
    ]
    assert [(octopus_2021.person(part.person).family_name, part.minutes) for part in first] == [
        ("Kvinikhidze", 8),
        ("Mirzabekyan", 8),
        ("Verbovyi", 8),
        ("Mavroleon", 8),
        ("Thiaw", 8),
    ]
    assert {octopus_2021.person(part.person).titles for part in first} == {("H.E.",)}


def test_the_front_page_lines_and_their_sessions(octopus_2021: Document) -> None:
    lines = [(line.group, line.text.in_language("en"), line.sessions) for line in octopus_2021.headings]
    assert lines == TOPICS_2021


def test_the_facts_of_the_event(octopus_2021: Document) -> None:
    event = octopus_2021.event
    assert _plain(
        event,
        "first_day", "last_day", "time_zone", "mode", "status", "version", "languages", "working_languages", "registration",
    ) == {
        "first_day": "2021-11-16",
        "last_day": "2021-11-18",
        "time_zone": "Europe/Paris",
        "mode": "online",
        "status": "draft",
        "version": "Version 4 October 2021",
        "languages": ["en", "fr", "es"],
        "working_languages": ["en", "fr", "es"],
        "registration": {"from": "2021-09-20", "until": "2021-10-20", "link": "www.coe.int/cybercrime"},
    }  # fmt: skip
    assert octopus_2021.versions == (
        Version(
            "version-4-october-2021",
            label="Version 4 October 2021",
            at="2021-10-04T12:00:00Z",
            author="OctoDesk",
        ),
    )
    assert [donor.name.in_language("en") for donor in octopus_2021.donors] == [
        "Canada", "Hungary", "Japan", "United Kingdom", "USA",
    ]  # fmt: skip


def test_the_restricted_meeting_stands_beside(octopus_2021: Document) -> None:
    (meeting,) = octopus_2021.related
    assert (meeting.from_.isoformat(), meeting.until.isoformat(), meeting.access) == (
        "2021-11-15",
        "2021-11-15",
        "restricted",
    )


def test_somebody_still_without_a_name(octopus_2021: Document) -> None:
    person = octopus_2021.person("representative-japan")
    assert (person.given_name, person.family_name, person.country, person.status) == (
        "",
        "",
        "JP",
        "to-be-confirmed",
    )
    assert [text.in_language("en") for text in (person.function, person.organisation)] == [
        "Representative",
        "Ministry of Justice",
    ]


def test_regional_workshops_are_by_day_where_they_are_followed(octopus_2021: Document) -> None:
    served = {one.id: one for one in octopus_2021.sessions if one.regions}
    assert list(served) == ["ws-1", "ws-3", "ws-9", "ws-10"]
    for session in served.values():
        span = octopus_2021.span(session)
        assert span is not None
        hours = [clock.wall_clock(minute, zone).hour for zone in session.regions for minute in span]
        assert 7 <= min(hours) <= max(hours) < 22


def test_speakers_afar_speak_by_day(octopus_2021: Document) -> None:
    for person in octopus_2021.people:
        for session in map(octopus_2021.session, octopus_2021.sessions_of(person.id)):
            span = octopus_2021.span(session)
            assert span is not None
            assert person.time_zone is not None
            begins, ends = (clock.wall_clock(minute, person.time_zone) for minute in span)
            assert begins.hour >= 7, (person.id, session.id)
            assert ends.hour < 23, (person.id, session.id)
            assert begins.date() == ends.date(), (person.id, session.id)


def test_everybody_afar_has_a_technical_test(octopus_2021: Document) -> None:
    assert all(person.remote and person.technical_test for person in octopus_2021.people)
    assert {part.way for part in _contributions(octopus_2021)} == {"remote", "video"}


# ---- the conference of 2019


def test_2019_opens_on_wednesday_at_14_in_the_assembly_chamber(octopus_2019: Document) -> None:
    opening_session = octopus_2019.session("opening")
    assert opening_session.placement == Placement(
        clock.parse_moment("2019-11-20T14:00"), ("assembly-chamber",), True
    )
    assert octopus_2019.room("assembly-chamber").name.in_language("en") == "Assembly Chamber"
    assert octopus_2019.event.mode == "on-site"


def test_the_rooms_of_2019(octopus_2019: Document) -> None:
    assert [(room.id, room.capacity, room.booths, room.languages) for room in octopus_2019.rooms] == [
        ("assembly-chamber", 600, 8, ("en", "es", "fr", "ru")),
        ("room-1", 260, 3, ("en", "fr", "ru")),
        ("room-5", 150, 2, ("en", "fr")),
        ("room-7", 90, 0, ("en",)),
        ("room-9", 120, 3, ("en", "es", "fr")),
    ]


def test_four_topics_run_in_parallel(octopus_2019: Document) -> None:
    starts = Counter(one.start for one in octopus_2019.sessions if one.kind == "workshop")
    assert sorted(starts.values()) == [4, 4]
    assert [line.sessions for line in octopus_2019.headings] == [
        ("ws-1", "ws-5"),
        ("ws-2", "ws-6"),
        ("ws-3", "ws-7"),
        ("ws-4", "ws-8"),
    ]


def test_lightning_talks_stand_in_the_closing_plenary(octopus_2019: Document) -> None:
    points = [point.text.in_language("en").partition(":")[0] for point in octopus_2019.agenda_of("closing")]
    assert points == [*["Lightning talk"] * 4, "Conclusions", "Closing addresses"]


def test_the_restricted_meeting_of_2019_runs_beside_a_panel(octopus_2019: Document) -> None:
    restricted = [one for one in octopus_2019.sessions if one.access == "restricted"]
    assert [one.id for one in restricted] == ["bureau"]
    assert overlap(octopus_2019, restricted[0], octopus_2019.session("panel"))


def test_without_the_assembly_chamber_the_second_day_still_fits(octopus_2019: Document) -> None:
    second_day = octopus_2019.days[1].date
    sessions = [one for one in sessions_of_day(octopus_2019, second_day) if "assembly-chamber" in one.rooms]
    assert [one.id for one in sessions] == ["plenary-2", "ws-1", "ws-5"]
    for session in sessions:
        assert session.placement is not None
        free = free_rooms(octopus_2019, session.placement, session.minutes, besides=session.id)
        could = {
            room.id
            for room in free
            if (room.capacity or 0) >= (session.expected or 0)
            and set(session.interpretation) <= set(room.languages)
            and set(session.equipment) <= set(room.equipment)
        }
        assert could - {"assembly-chamber"} == {"room-1"}


def _start(session: Session) -> datetime:
    assert session.placement is not None
    return session.placement.start


def _contributions(document: Document) -> list[Contribution]:
    return [one for one in document.table("contribution").values() if isinstance(one, Contribution)]


def _plain(event: Event, *names: str) -> dict[str, object]:
    kinds = fields_of("event")
    return {name: kinds[name].write(getattr(event, attribute(name))) for name in names}
