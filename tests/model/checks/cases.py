# SPDX-License-Identifier: EUPL-1.2
"""For each rule a small conference of which it speaks, and one at the border of which it does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from octodesk.model import clock
from octodesk.model.checks import Conflict
from octodesk.model.fields import Facts, Span
from octodesk.model.rows import Booking, Heading, Kind, Related, Row, Session, Track
from tests.build import DAY, at, event, part, person, point, room, session, text

Rows = tuple[Row, ...]


@dataclass(frozen=True)
class Case:
    """`conflict` is what the rule says of `speaks`, whole; of `silent` it says nothing."""

    conflict: Conflict
    speaks: Rows
    silent: Rows


def instant(words: str) -> int:
    return clock.instant(clock.parse_moment(words if "T" in words else f"{DAY}T{words}"), "Europe/Paris")


def hours(begins: str, ends: str, *, day: str = DAY) -> Span:
    return Span(clock.parse_moment(f"{day}T{begins}"), clock.parse_moment(f"{day}T{ends}"))


def warning(rule: str, *sessions: str, begins: str = "", ends: str = "", **values: Any) -> Conflict:
    when: dict[str, Any] = {"begins": instant(begins), "ends": instant(ends)} if begins else {}
    return Conflict(rule, "warning", "clash", sessions, **values, **when)


def to_do(rule: str, *sessions: str, severity: str = "note", **values: Any) -> Conflict:
    return Conflict(rule, severity, "to-do", sessions, **values)


def error(rule: str, *sessions: str, **values: Any) -> Conflict:
    return warning(rule, *sessions, **values)._replace(severity="error")


def booking(begins: int, ends: int, **values: Any) -> Booking:
    given = {"floor": ("en",), "into": ("fr",), "team": 2, "status": "confirmed", **values}
    return Booking(f"A-{begins}", "A", date.fromisoformat(DAY), time(begins), time(ends), **given)


YOGA = session("yoga", at("A", "10:00"))
ANA = person("ana", given_name="Ana", family_name="Silva")
PAUSE = session("pause", at((), "10:30", exclusive=True), kind="break", minutes=30)
BOTH = (ANA, part("yoga", "ana"), part("dance", "ana"))
FRENCH = replace(YOGA, interpretation=("fr",))
FULL = replace(YOGA, expected=65)
FILM = room("A", name=text("Room A"), equipment=("projector",))
LAW = Track("law", text("Law", "Droit", "Derecho"))
FAR = person("ana", given_name="Ana", family_name="Silva", remote=True, time_zone="Asia/Tokyo",
             technical_test=Facts((("result", "passed"),)))  # fmt: skip


def dance(room_id: str, start: str, **values: Any) -> Session:
    return session("dance", at(room_id, start), **values)


def row(first: str, *starts: str, minutes: int) -> tuple[Session, ...]:
    """Sessions of one length in room A, for Ana to speak in."""
    return tuple(
        session(f"s{n}", at("A", start), minutes=minutes) for n, start in enumerate((first, *starts), 1)
    )


def spoken_by_ana(*sessions: Session) -> Rows:
    return (*sessions, ANA, *(part(one.id, "ana") for one in sessions))


CASES: dict[str, Case] = {
    "room-double-booked": Case(
        error("room-double-booked", "yoga", "dance", rooms=("A",), begins="10:30", ends="11:00"),
        (YOGA, session("dance", at(("A", "B"), "10:30"))),
        (YOGA, dance("A", "11:00"), session("tea", at("A", "09:00"))),
    ),
    "speaker-double-booked": Case(
        error("speaker-double-booked", "yoga", "dance", people=("ana",), begins="10:59", ends="11:00"),
        (YOGA, dance("B", "10:59"), ANA, part("yoga", "ana", "rapporteur"), part("dance", "ana", "moderator")),
        (YOGA, dance("A", "11:00"), *BOTH),
    ),
    "beside-exclusive": Case(
        error("beside-exclusive", "yoga", "opening", begins="10:30", ends="11:00"),
        (YOGA, session("opening", at("B", "10:30", exclusive=True), kind="plenary")),
        (YOGA, session("opening", at("A", "11:00", exclusive=True), kind="plenary")),
    ),
    "across-break": Case(
        warning("across-break", "yoga", "pause", begins="10:30", ends="11:00"),
        (YOGA, PAUSE),
        (YOGA, session("pause", at((), "11:00", exclusive=True), kind="break")),
    ),
    "speaker-unavailable": Case(
        warning("speaker-unavailable", "yoga", people=("ana",), begins="10:00", ends="11:00"),
        (YOGA, replace(ANA, availability=(hours("10:01", "12:00"),)), part("yoga", "ana")),
        (YOGA, replace(ANA, availability=(hours("10:00", "11:00"),)), part("yoga", "ana")),
    ),
    "room-unavailable": Case(
        warning("room-unavailable", "yoga", rooms=("A",), begins="10:00", ends="11:00"),
        (YOGA, room("A", availability=(hours("08:00", "10:59"),))),
        (YOGA, room("A", availability=(hours("10:00", "10:30"), hours("10:30", "11:00")))),
    ),
    "outside-event": Case(
        error("outside-event", "yoga", begins="2021-11-19T10:00", ends="2021-11-19T11:00"),
        (session("yoga", at("A", "10:00", day="2021-11-19")),),
        (session("yoga", at("A", "17:00", day="2021-11-18")),),
    ),
    "outside-opening-hours": Case(
        warning("outside-opening-hours", "yoga", begins="17:01", ends="18:01"),
        (session("yoga", at("A", "17:01")),),
        (session("yoga", at("A", "09:00"), minutes=540),),
    ),
    "capacity-exceeded": Case(
        warning("capacity-exceeded", "yoga", rooms=("A",), facts=(("expected", 65), ("seats", 40))),
        (FULL, room("A", capacity=40)),
        (FULL, room("A", capacity=65)),
    ),
    "interpretation-missing": Case(
        warning("interpretation-missing", "yoga", rooms=("A",), begins="10:00", ends="11:00",
                facts=(("languages", ("fr",)),)),
        (FRENCH, room("B", languages=("fr",))),
        (FRENCH, room("A", languages=("fr",))),
    ),
    "equipment-missing": Case(
        warning("equipment-missing", "yoga", rooms=("A",), facts=(("equipment", ("webcast",)),)),
        (replace(YOGA, equipment=("projector", "webcast")), FILM),
        (replace(YOGA, equipment=("projector",)), FILM),
    ),
    "no-time-to-change-rooms": Case(
        warning("no-time-to-change-rooms", "yoga", "dance", rooms=("A", "B"), people=("ana",), begins="11:00",
                ends="11:04", facts=(("gap", 4), ("needed", 5))),
        (YOGA, dance("B", "11:04"), *BOTH),
        (YOGA, dance("B", "11:05"), *BOTH),
    ),
    "no-pause-for-speaker": Case(
        warning("no-pause-for-speaker", "s1", "s2", "s3", people=("ana",), begins="14:00", ends="17:10",
                facts=(("length", 190),)),
        spoken_by_ana(*row("14:00", "15:05", "16:10", minutes=60)),
        spoken_by_ana(*row("14:00", "15:00", "16:00", minutes=60)),
    ),
    "no-lunch-for-speaker": Case(
        warning("no-lunch-for-speaker", "s1", "s2", people=("ana",), begins="11:30", ends="14:30",
                facts=(("date", DAY), ("free", 29), ("needed", 30))),
        spoken_by_ana(*row("11:00", "13:29", minutes=120)),
        spoken_by_ana(*row("11:00", "13:30", minutes=120)),
    ),
    "parallel-same-track": Case(
        warning("parallel-same-track", "yoga", "dance", begins="10:30", ends="11:00", facts=(("track", "law"),)),
        (replace(YOGA, track="law"), dance("B", "10:30", track="law"), LAW),
        (replace(YOGA, track="law"), dance("B", "11:00", track="law"), LAW),
    ),
    "parallel-same-audience": Case(
        warning("parallel-same-audience", "yoga", "dance", begins="10:30", ends="11:00",
                facts=(("zones", ("Asia/Tokyo",)),)),
        (replace(YOGA, regions=("Asia/Kolkata", "Asia/Tokyo")), dance("B", "10:30", regions=("Asia/Tokyo",))),
        (replace(YOGA, regions=("Asia/Kolkata",)), dance("B", "10:30", regions=("Asia/Tokyo",))),
    ),
    "must-not-overlap": Case(
        warning("must-not-overlap", "yoga", "dance", begins="10:30", ends="11:00"),
        (YOGA, dance("B", "10:30", apart_from=("yoga",))),
        (YOGA, dance("B", "11:00", apart_from=("yoga",))),
    ),
    "wrong-order": Case(
        warning("wrong-order", "dance", "yoga", begins="10:59", ends="11:00"),
        (YOGA, dance("B", "10:59", after=("yoga",))),
        (YOGA, dance("B", "11:00", after=("yoga",))),
    ),
    "night-for-audience": Case(
        warning("night-for-audience", "yoga", begins="14:01", ends="15:01", facts=(("zones", ("Asia/Tokyo",)),)),
        (session("yoga", at("A", "14:01"), regions=("Asia/Kolkata", "Asia/Tokyo")),),  # Tokyo is 8 hours ahead
        (session("yoga", at("A", "13:00"), regions=("Asia/Kolkata", "Asia/Tokyo")),),
    ),
    "night-for-remote-speaker": Case(
        warning("night-for-remote-speaker", "yoga", people=("ana",), begins="13:30", ends="14:30",
                facts=(("zones", ("Asia/Tokyo",)),)),
        (session("yoga", at("A", "13:30")), FAR, part("yoga", "ana", way="remote")),
        (session("yoga", at("A", "13:00")), FAR, part("yoga", "ana", way="remote")),
    ),
    "interpreters-without-pause": Case(
        warning("interpreters-without-pause", "yoga", rooms=("A",), begins="09:00", ends="12:31",
                facts=(("length", 211), ("most", 210), ("team", 2))),
        (session("yoga", at("A", "09:00"), minutes=211, interpretation=("fr",)), booking(9, 13)),
        (session("yoga", at("A", "09:00"), minutes=210, interpretation=("fr",)), booking(9, 13)),
    ),
    "booking-too-short": Case(
        warning("booking-too-short", "yoga", rooms=("A",), begins="10:00", ends="11:00",
                facts=(("languages", ("fr",)), ("lacking", 60 - 30))),
        (FRENCH, replace(booking(9, 11), until=time(10, 30))),
        (FRENCH, booking(9, 11)),
    ),
    "booking-unused": Case(
        warning("booking-unused", rooms=("A",), begins="14:00", ends="18:00",
                facts=(("date", DAY), ("languages", ("fr",)))),
        (YOGA, booking(14, 18)),
        (replace(FRENCH, placement=at("A", "13:30")), booking(14, 18), booking(12, 14)),
    ),
    "too-many-minutes": Case(
        warning("too-many-minutes", "yoga", facts=(("planned", 65), ("length", 60))),
        (YOGA, point("p1", "yoga", minutes=30), point("p2", "yoga", minutes=35)),
        (YOGA, point("p1", "yoga", minutes=30), point("p2", "yoga", minutes=30)),
    ),
    "setup-overlap": Case(
        warning("setup-overlap", "yoga", "dance", rooms=("A",), begins="11:00", ends="11:20",
                facts=(("gap", 20), ("needed", 25))),
        (replace(YOGA, clear_minutes=10), dance("A", "11:20", setup_minutes=15)),
        (replace(YOGA, clear_minutes=10), dance("A", "11:25", setup_minutes=15)),
    ),
    "no-moderator": Case(
        to_do("no-moderator", "yoga"),
        (YOGA, ANA, part("yoga", "ana")),
        (YOGA, ANA, part("yoga", "ana", "chair")),
    ),
    "no-speaker": Case(
        to_do("no-speaker", "yoga"),
        (YOGA, ANA, part("yoga", "ana", "moderator")),
        (YOGA, ANA, part("yoga", "ana", "chair")),
    ),
    "no-title": Case(
        to_do("no-title", "yoga"),
        (replace(YOGA, title=text()),),
        (replace(YOGA, title=text(), label_override="WS 4 bis"),),
    ),
    "translation-missing": Case(
        to_do("translation-missing", "yoga", facts=(("languages", ("fr",)),)),
        (replace(YOGA, title=text("Yoga", "", "Yoga")),),
        (replace(YOGA, title=text("Yoga", "Yoga", "Yoga")),),
    ),
    "speaker-declined": Case(
        to_do("speaker-declined", "yoga", severity="error", people=("ana",)),
        (YOGA, replace(ANA, status="declined"), part("yoga", "ana")),
        (replace(YOGA, status="cancelled"), replace(ANA, status="declined"), part("yoga", "ana")),
    ),
    "speaker-unconfirmed": Case(
        to_do("speaker-unconfirmed", "yoga", people=("ana",), facts=(("status", "invited"),)),
        (YOGA, replace(ANA, status="invited"), part("yoga", "ana")),
        (YOGA, replace(ANA, status="accepted"), part("yoga", "ana")),
    ),
    "not-placed": Case(
        to_do("not-placed", "yoga", facts=(("length", 60),)),
        (session("yoga"),),
        (YOGA, session("gone", status="cancelled")),
    ),
    "room-to-be-decided": Case(
        to_do("room-to-be-decided", "yoga"),
        (session("yoga", at((), "10:00")),),
        (session("yoga", at((), "10:00"), place=text("Foyer", "Foyer", "Vestíbulo")),),
    ),
    "remote-test-missing": Case(
        to_do("remote-test-missing", "yoga", people=("ana",)),
        (YOGA, replace(FAR, technical_test=Facts((("result", "booked"),))), part("yoga", "ana")),
        (YOGA, FAR, part("yoga", "ana")),
    ),
    "restricted-in-public": Case(
        to_do("restricted-in-public", "yoga", severity="error", facts=(("where", "webcast"),)),
        (replace(YOGA, access="restricted", webcast=True),),
        (replace(YOGA, access="restricted"), replace(dance("B", "10:00"), access="public", webcast=True)),
    ),
    "registration-window": Case(
        to_do("registration-window", facts=(("why", "late"), ("from", ""), ("until", "2021-11-19"))),
        (event(registration=Facts((("until", "2021-11-19"),))),),
        (event(registration=Facts((("until", "2021-11-18"),))),),
    ),
}  # fmt: skip

MORE_SILENT: dict[str, tuple[str, Rows]] = {
    "a clash with what is cancelled": (
        "room-double-booked", (YOGA, dance("A", "10:00", status="cancelled")),
    ),
    "a clash with what has no length": (
        "room-double-booked", (YOGA, dance("A", "10:30", minutes=0)),
    ),
    "two without a room": (
        "room-double-booked", (session("yoga", at((), "10:00")), session("dance", at((), "10:00"))),
    ),
    "a break that is not exclusive": ("across-break", (YOGA, session("pause", at((), "10:00"), kind="break"))),
    "a room whose seats are not known": ("capacity-exceeded", (FULL, room("A", capacity=None))),
    "two joined rooms": (
        "capacity-exceeded",
        (replace(FULL, placement=at(("A", "B"))), room("A", capacity=40), room("B", capacity=25)),
    ),
    "interpretation in one of two joined rooms": (
        "interpretation-missing", (replace(FRENCH, placement=at(("A", "B"))), room("B", languages=("fr",))),
    ),
    "two bookings that adjoin": (
        "booking-too-short",
        (replace(FRENCH, placement=at("A", "12:30")), booking(9, 13), booking(13, 18)),
    ),
    "from call to call": (
        "no-time-to-change-rooms",
        (YOGA, dance("B", "11:00"), *BOTH, room("A", mode="online"), room("B", mode="online")),
    ),
    "a film walks nowhere": (
        "no-time-to-change-rooms",
        (YOGA, dance("B", "11:00"), ANA, part("yoga", "ana"), part("dance", "ana", way="video")),
    ),
    "a film does not get up at night": (
        "night-for-remote-speaker", (session("yoga", at("A", "15:00")), FAR, part("yoga", "ana", way="video")),
    ),
    "one long session is its own affair": (
        "no-pause-for-speaker", spoken_by_ana(*row("13:00", minutes=300)),
    ),
    "technicians relieve each other": (
        "no-pause-for-speaker",
        (*(sessions := row("14:00", "15:05", "16:10", minutes=60)), ANA,
         *(part(one.id, "ana", "technician") for one in sessions)),
    ),
    "who speaks from home eats at home": (
        "no-lunch-for-speaker",
        (*(lunchless := row("11:00", "13:00", minutes=120)), FAR, *(part(one.id, "ana") for one in lunchless)),
    ),
    "a plenary of the track": (
        "parallel-same-track",
        (replace(YOGA, track="law"), LAW,
         session("opening", at("B", "10:30", exclusive=True), kind="plenary", track="law")),
    ),
    "three in a booth": (
        "interpreters-without-pause",
        (session("yoga", at("A", "09:00"), minutes=211, interpretation=("fr",)), booking(9, 13, team=3)),
    ),
    "a quarter of an hour is a pause": (
        "interpreters-without-pause",
        (session("yoga", at("A", "09:00"), minutes=120, interpretation=("fr",)),
         session("dance", at("A", "11:15"), minutes=105, interpretation=("fr",)), booking(9, 13)),
    ),
    "refused interpreters are not needed": ("booking-unused", (YOGA, booking(14, 18, status="refused"))),
    "nobody leads a coffee break": (
        "no-moderator", (session("pause", at((), "10:30", exclusive=True), kind="coffee"), Kind("coffee")),
    ),
    "it comes after what is not placed": ("wrong-order", (session("yoga"), dance("B", "10:00", after=("yoga",)))),
    "a meeting beside it on another day": (
        "room-unavailable",
        (YOGA, Related("r", from_=date(2021, 11, 16), until=date(2021, 11, 16), blocked_rooms=("A",))),
    ),
    "who speaks from elsewhere need not arrive": (
        "speaker-unavailable",
        (YOGA, replace(FAR, arrival=datetime(2021, 11, 18, 9)), part("yoga", "ana", way="remote")),
    ),
}  # fmt: skip

MORE_SPOKEN: dict[str, tuple[str, Rows]] = {
    "a refused booking gives nothing": (
        "interpretation-missing", (FRENCH, room("A", languages=("fr",)), booking(9, 13, status="refused")),
    ),
    "where a day has bookings the usual languages do not count": (
        "interpretation-missing", (FRENCH, room("A", languages=("fr",)), booking(14, 18)),
    ),
    "between buildings it is further": (
        "no-time-to-change-rooms",
        (YOGA, dance("B", "11:14"), *BOTH, room("A", building=text("North")), room("B", building=text("South"))),
    ),
    "a meeting beside it needs the room": (
        "room-unavailable",
        (YOGA, Related("r", from_=date(2021, 11, 16), until=date(2021, 11, 17), blocked_rooms=("A",))),
    ),
    "a meeting beside it needs the person": (
        "speaker-unavailable",
        (YOGA, ANA, part("yoga", "ana"),
         Related("r", from_=date(2021, 11, 17), until=date(2021, 11, 18), blocked_people=("ana",))),
    ),
    "a speaker who has not arrived": (
        "speaker-unavailable", (YOGA, replace(ANA, arrival=datetime(2021, 11, 17, 10, 1)), part("yoga", "ana")),
    ),
    "a speaker who has left": (
        "speaker-unavailable",
        (YOGA, replace(ANA, departure=datetime(2021, 11, 17, 10, 59)), part("yoga", "ana")),
    ),
    "a restricted session among the topics": (
        "restricted-in-public", (replace(YOGA, access="restricted"), Heading("h", sessions=("yoga",))),
    ),
    "no dates of registration": ("registration-window", (event(),)),
    "registration that ends before it begins": (
        "registration-window", (event(registration=Facts((("from", "2021-10-02"), ("until", "2021-10-01")))),),
    ),
    "a missing item": (
        "translation-missing",
        (replace(YOGA, title=text("Yoga", "Yoga", "Yoga")), point("p1", "yoga", "Opening")),
    ),
    "contributions that take too long": (
        "too-many-minutes",
        (YOGA, ANA, part("yoga", "ana", minutes=40), part("yoga", "ana", "moderator", minutes=30)),
    ),
    "one interpreter alone": (
        "interpreters-without-pause",
        (session("yoga", at("A", "09:00"), minutes=41, interpretation=("fr",)), booking(9, 13, team=1)),
    ),
    "the other names the pair": ("must-not-overlap", (replace(YOGA, apart_from=("dance",)), dance("B", "10:30"))),
}  # fmt: skip
