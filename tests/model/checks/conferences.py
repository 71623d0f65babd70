# SPDX-License-Identifier: EUPL-1.2
"""Random conferences full of trouble: the last weekend of October 2026 in Paris, when an hour comes twice."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from octodesk.model.fields import Placement, Span
from octodesk.model.rows import Contribution, Day, Kind, Person, Room, Row, Session
from tests.build import event, part, person, room, session

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


def _sessions() -> st.SearchStrategy[list[Session]]:
    made = st.builds(
        lambda place, minutes, kind, status: session("x", place, minutes=minutes, kind=kind, status=status),
        st.one_of(placements, placements, placements, placements, placements, st.none()),
        lengths,
        st.sampled_from(KINDS),
        st.sampled_from(["confirmed", "draft", "to-be-confirmed", "confirmed", "cancelled"]),
    )
    return st.lists(made, min_size=2, max_size=9).map(_named)


def _named(sessions: list[Session]) -> list[Session]:
    return [
        session(f"s{n}", one.placement, minutes=one.minutes, kind=one.kind, status=one.status)
        for n, one in enumerate(sessions)
    ]


def _parts(sessions: list[Session]) -> st.SearchStrategy[list[Contribution]]:
    if not sessions:
        return st.just([])
    pairs = st.tuples(st.sampled_from([one.id for one in sessions]), st.sampled_from(PEOPLE))
    roles = st.sampled_from(["speaker", "moderator", "rapporteur"])
    return st.lists(st.tuples(pairs, roles), max_size=10, unique=True).map(
        lambda drawn: [part(session_id, person_id, role) for (session_id, person_id), role in drawn]
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
    rooms: list[Room] = [room(one, availability=draw(availabilities())) for one in ROOMS]
    people: list[Person] = [person(one, availability=draw(availabilities())) for one in PEOPLE]
    kinds = [Kind("coffee"), Kind("lunch")]
    sessions = draw(_sessions())
    return EVENT, *days, *rooms, *people, *kinds, *sessions, *draw(_parts(sessions))
