# SPDX-License-Identifier: EUPL-1.2
"""Nothing is wrong with the samples: every text is there, everybody can be where they are to be."""

from __future__ import annotations

from datetime import datetime
from itertools import combinations

import pytest

from octodesk.exchange.samples import SAMPLES, sample_log
from octodesk.model.checks.checking import check
from octodesk.model.document import Document
from octodesk.model.identity import contribution_id
from octodesk.model.rows import ROWS, Booking, Contribution, Session, attribute, fields_of
from octodesk.model.timetable import opening, overlap


@pytest.fixture(params=SAMPLES, scope="module")
def sample(request: pytest.FixtureRequest) -> Document:
    return Document.of_log(sample_log(request.param))


def test_no_rule_gives_an_error_or_a_warning(sample: Document) -> None:
    assert [one for one in check(sample) if one.severity in {"error", "warning"}] == []


def test_every_text_is_there_in_all_three_languages(sample: Document) -> None:
    missing = [
        (table, row.id, name)
        for table in ROWS
        for row in sample.table(table).values()
        for name, kind in fields_of(table).items()
        if kind.translated and getattr(row, attribute(name)).missing(("en", "fr", "es"))
    ]
    assert missing == []


def test_the_texts_a_reader_expects_are_there(sample: Document) -> None:
    event = sample.event
    assert all(
        [event.name, event.subtitle, event.introduction, event.participation, event.contact, event.place]
    )
    assert [
        one.id for one in sample.sessions if one.kind == "workshop" and not (one.aim and one.description)
    ] == []
    assert [one.id for one in sample.people if not (one.function and (one.organisation or one.country))] == []


def test_everybody_has_a_part_and_a_reachable_address_that_is_nobodys(sample: Document) -> None:
    assert {part.person for part in _contributions(sample)} == set(sample.table("person"))
    assert all(person.email.endswith("@example.org") for person in sample.people)
    assert all(contact.email.endswith("@example.org") for contact in sample.contacts)
    assert len({person.email for person in sample.people}) == len(sample.people)


def test_contributions_are_named_after_what_they_are(sample: Document) -> None:
    assert {
        part.id: contribution_id(part.session, part.person, part.role, part.agenda_point)
        for part in _contributions(sample)
    } == {part.id: part.id for part in _contributions(sample)}


def test_nothing_is_contested_or_unplaced(sample: Document) -> None:
    assert (sample.open_fields, sample.contested) == ({}, {})
    assert [one.id for one in sample.sessions if one.placement is None] == []


def test_no_two_sessions_share_a_room_or_stand_beside_an_exclusive_one(sample: Document) -> None:
    clashing = [
        (one.id, other.id)
        for one, other in combinations(sample.sessions, 2)
        if overlap(sample, one, other)
        and (one.exclusive or other.exclusive or set(one.rooms) & set(other.rooms))
    ]
    assert clashing == []


def test_nobody_is_in_two_places_and_everybody_has_time_between(sample: Document) -> None:
    tight = [
        (person.id, one.id, other.id)
        for person in sample.people
        for one, other in combinations(map(sample.session, sample.sessions_of(person.id)), 2)
        if _minutes_between(sample, one, other) < 30
    ]
    assert tight == []


def test_nobody_is_away_when_speaking(sample: Document) -> None:
    for person in sample.people:
        for session in map(sample.session, sample.sessions_of(person.id)):
            times = [span for span in person.availability if span.begins <= _start(session)]
            assert not person.availability or any(sample.end(session) <= span.ends for span in times), (
                person.id
            )
            assert person.arrival is None or person.arrival <= _start(session), person.id
            assert person.departure is None or person.departure >= sample.end(session), person.id


def test_every_session_in_a_room_has_somebody_in_charge(sample: Document) -> None:
    leaderless = [
        session.id
        for session in sample.sessions
        if session.rooms
        and not {"moderator", "chair"} & {part.role for part in sample.contributions_of(session.id)}
    ]
    assert leaderless == []


def test_sessions_stand_within_the_opening_hours_and_the_rooms(sample: Document) -> None:
    for session in sample.sessions:
        hours = opening(sample, _start(session).date())
        assert hours is not None
        assert hours[0] <= _start(session) <= sample.end(session) <= hours[1], session.id
        for room in map(sample.room, session.rooms):
            assert (session.expected or 0) <= (room.capacity or 0), session.id
            assert set(session.equipment) <= set(room.equipment), session.id


def test_minutes_add_up(sample: Document) -> None:
    for session in sample.sessions:
        parts = sample.contributions_of(session.id)
        assert sum(part.minutes or 0 for part in parts) <= session.minutes, session.id
        assert sum(point.minutes or 0 for point in sample.agenda_of(session.id)) <= session.minutes, (
            session.id
        )
        for point in sample.agenda_of(session.id):
            spoken = sum(part.minutes or 0 for part in parts if part.agenda_point == point.id)
            assert spoken <= (point.minutes or 0), point.id


def test_booked_teams_suffice(sample: Document) -> None:
    for booking in sample.bookings:
        room = sample.room(booking.room)
        assert booking.status == "confirmed"
        assert booking.team >= 2 * len(booking.into), booking.id
        assert len(booking.into) <= room.booths, booking.id
        assert any(_covers(booking, session) for session in sample.sessions), booking.id


def test_every_language_wanted_is_there(sample: Document) -> None:
    for session in sample.sessions:
        for room in map(sample.room, session.rooms):
            booked = [
                one for one in sample.bookings if one.room == room.id and one.date == _start(session).date()
            ]
            then = [
                one for one in booked if _covers(one, session) and sample.end(session).time() <= one.until
            ]
            into = {language for one in then for language in one.into} if booked else set(room.languages)
            floor = {language for one in then for language in one.floor} if booked else set(room.languages)
            assert set(session.interpretation) <= into, session.id
            assert set(session.floor_languages) <= floor, session.id


def test_parallel_sessions_are_of_different_tracks(sample: Document) -> None:
    same = [
        (one.id, other.id)
        for one, other in combinations(sample.sessions, 2)
        if one.track and one.track == other.track and overlap(sample, one, other)
    ]
    assert same == []


def _start(session: Session) -> datetime:
    assert session.placement is not None
    return session.placement.start


def _covers(booking: Booking, session: Session) -> bool:
    start = _start(session)
    in_room_that_day = booking.room in session.rooms and booking.date == start.date()
    return in_room_that_day and booking.from_ <= start.time() < booking.until


def _minutes_between(document: Document, one: Session, other: Session) -> int:
    first, second = document.span(one), document.span(other)
    assert first is not None
    assert second is not None
    return max(first[0], second[0]) - min(first[1], second[1])


def _contributions(document: Document) -> list[Contribution]:
    return [one for one in document.table("contribution").values() if isinstance(one, Contribution)]
