# SPDX-License-Identifier: EUPL-1.2
"""Random conferences full of trouble: the last weekend of October 2026 in Paris, when an hour comes twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from octodesk.model.fields import Placement, Span
from octodesk.model.rows import Booking, Contribution, Day, Kind, Person, Room, Row, Session, Track
from tests.build import event, part, person, room, session, text

ROOMS = ("A", "B", "C")
PEOPLE = ("ana", "ben", "cleo")
KINDS = ("workshop", "plenary", "break", "coffee", "lunch", "milestone")
EVENT = event(first_day=date(2026, 10, 24), last_day=date(2026, 10, 25), time_zone="Europe/Paris")

# Few starts and lengths, so that sessions touch, contain and equal each other; and both nights of the clock change.
_midday = st.integers(0, 8).map(lambda n: datetime(2026, 10, 24, 11) + n * timedelta(minutes=30))
_night = st.integers(0, 12).map(lambda n: datetime(2026, 10, 24, 22, 30) + n * timedelta(minutes=30))
_anywhere = st.integers(0, 24 * 12 * 3).map(lambda n: datetime(2026, 10, 23, 20) + n * timedelta(minutes=5))
starts = st.one_of(_midday, _midday, _night, _anywhere)

placements = st.builds(
    Placement,
    starts,
    st.sets(st.sampled_from(ROOMS), max_size=2).map(lambda rooms: tuple(sorted(rooms))),
    st.booleans(),
)
lengths = st.sampled_from([30, 60, 90, 120, 180, 5, 0])


def _spans(starts: list[tuple[datetime, int]]) -> tuple[Span, ...]:
    found = {Span(begins, begins + timedelta(minutes=5 * (n + 1))) for begins, n in starts}
    return tuple(sorted(found, key=lambda span: (span.begins, span.ends)))


@st.composite
def availabilities(draw: st.DrawFn) -> tuple[Span, ...]:
    """None, some anywhere, or two that adjoin."""
    if draw(st.booleans()):
        return ()
    if draw(st.booleans()):
        return _spans(
            draw(st.lists(st.tuples(starts, st.sampled_from([5, 11, 17, 100])), min_size=1, max_size=3))
        )
    begins, joint, ends = sorted(draw(st.sets(starts, min_size=3, max_size=3)))
    return Span(begins, joint), Span(joint, ends)


_zones = st.sampled_from(["Asia/Tokyo", "Asia/Kolkata", "America/New_York"])
_few_zones = st.sets(_zones, max_size=2).map(lambda zones: tuple(sorted(zones)))
_languages = st.sets(st.sampled_from(["fr", "es"]), max_size=2).map(lambda found: tuple(sorted(found)))


def _sessions() -> st.SearchStrategy[list[Session]]:
    made = st.builds(
        session,
        st.just("x"),
        st.one_of(placements, placements, placements, placements, placements, st.none()),
        minutes=lengths,
        kind=st.sampled_from(KINDS),
        status=st.sampled_from(["confirmed", "draft", "to-be-confirmed", "confirmed", "cancelled"]),
        track=st.sampled_from([None, None, "law", "police"]),
        regions=_few_zones,
        setup_minutes=st.sampled_from([0, 0, 15]),
        clear_minutes=st.sampled_from([0, 0, 10]),
        interpretation=_languages,
        equipment=st.sampled_from([(), (), ("webcast",)]),
        expected=st.sampled_from([None, 50, 100]),
    )
    return st.lists(made, min_size=2, max_size=9).flatmap(_named)


@st.composite
def _named(draw: st.DrawFn, sessions: list[Session]) -> list[Session]:
    names = [f"s{n}" for n in range(len(sessions))]
    some = st.one_of(st.just(()), st.just(()), st.sampled_from(names).map(lambda one: (one,)))
    return [
        replace(one, id=name, title=text(name), apart_from=draw(some), after=draw(some))
        for name, one in zip(names, sessions, strict=True)
    ]


def _parts(sessions: list[Session]) -> st.SearchStrategy[list[Contribution]]:
    if not sessions:
        return st.just([])
    pairs = st.tuples(st.sampled_from([one.id for one in sessions]), st.sampled_from(PEOPLE))
    roles = st.sampled_from(["speaker", "moderator", "rapporteur"])
    ways = st.sampled_from(["room", "room", "remote", "video"])
    return st.dictionaries(st.tuples(pairs, roles), ways, max_size=10).map(
        lambda drawn: [
            part(session_id, person_id, role, way=way)
            for ((session_id, person_id), role), way in drawn.items()
        ]
    )


_hours = st.sampled_from([(9, 18), (10, 23), (18, 2), (0, 0), (22, 4)])


@st.composite
def conferences(draw: st.DrawFn) -> tuple[Row, ...]:
    """The rows of one: some days without opening hours, some that close after midnight."""
    days = [
        Day(day.isoformat(), day, opens=time(opens), closes=time(closes))
        for day in draw(st.sets(st.sampled_from([date(2026, 10, n) for n in (23, 24, 25)])))
        for opens, closes in [draw(_hours)]
    ]
    rooms = [draw(_room(one)) for one in ROOMS]
    people = [draw(_person(one)) for one in PEOPLE]
    kinds = [Kind("coffee"), Kind("lunch")]
    tracks = [Track("law"), Track("police")]
    sessions = draw(_sessions())
    bookings = draw(st.lists(_bookings, max_size=4, unique_by=lambda one: one.id))
    return EVENT, *days, *rooms, *people, *kinds, *tracks, *sessions, *draw(_parts(sessions)), *bookings


@st.composite
def _room(draw: st.DrawFn, room_id: str) -> Room:
    house = draw(st.sampled_from(["", "North", "South"]))
    mode = draw(st.sampled_from(["physical", "physical", "online"]))
    return room(
        room_id, availability=draw(availabilities()), building=text(house), mode=mode, languages=draw(_languages),
        capacity=draw(st.sampled_from([None, 40, 80])),
    )  # fmt: skip


@st.composite
def _person(draw: st.DrawFn, person_id: str) -> Person:
    arrival = draw(st.one_of(st.none(), st.none(), starts))
    return person(
        person_id, availability=draw(availabilities()), remote=draw(st.booleans()),
        time_zone=draw(st.one_of(st.none(), _zones)), arrival=arrival,
    )  # fmt: skip


_bookings = st.builds(
    lambda room_id, day, hours, into, team, status: Booking(
        f"{room_id}-{day}-{hours[0]}", room_id, date(2026, 10, day), time(hours[0]), time(hours[1]), ("en",), into,
        team=team, status=status,
    ),
    st.sampled_from(ROOMS),
    st.sampled_from([23, 24, 25]),
    st.sampled_from([(9, 13), (13, 18), (18, 23), (0, 5), (10, 12)]),
    _languages,
    st.sampled_from([0, 1, 2, 4]),
    st.sampled_from(["confirmed", "needed", "refused"]),
)  # fmt: skip
