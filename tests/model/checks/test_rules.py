# SPDX-License-Identifier: EUPL-1.2
"""Each rule: when it speaks and when it is silent, how serious it is, and what settings and acknowledgements do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from octodesk.desk import Desk
from octodesk.edits.conflicts import acknowledge
from octodesk.edits.fields import set_field
from octodesk.edits.rows import add_row
from octodesk.edits.sessions import place
from octodesk.model import clock
from octodesk.model.checks import RULES, Conflict, check, what_if
from octodesk.model.fields import Placement, Span
from octodesk.model.rows import Day, Kind, Row
from tests.build import DAY, at, conference, desk_on, event, log_of, part, person, point, room, session


def instant(words: str) -> int:
    return clock.instant(clock.parse_moment(words), "Europe/Paris")


def hours(begins: str, ends: str, *, day: str = DAY) -> Span:
    return Span(clock.parse_moment(f"{day}T{begins}"), clock.parse_moment(f"{day}T{ends}"))


def rules(*rows: Row) -> list[str]:
    return [one.rule for one in check(conference(*rows))]


YOGA = session("yoga", at("A", "10:00"))
BREAK = session("pause", at((), "10:30", exclusive=True), kind="break")

SPEAKS: dict[str, tuple[tuple[Row, ...], Conflict]] = {
    "room-double-booked": (
        (YOGA, session("dance", at(("A", "B"), "10:30"))),
        Conflict("room-double-booked", "error", "clash", ("yoga", "dance"), rooms=("A",),
                 begins=instant("2021-11-17T10:30"), ends=instant("2021-11-17T11:00")),
    ),
    "speaker-double-booked": (
        (YOGA, session("dance", at("B", "10:59")), person("ana"), part("yoga", "ana", "rapporteur"),
         part("dance", "ana", "moderator")),
        Conflict("speaker-double-booked", "error", "clash", ("yoga", "dance"), people=("ana",),
                 begins=instant("2021-11-17T10:59"), ends=instant("2021-11-17T11:00")),
    ),
    "beside-exclusive": (
        (YOGA, session("opening", at("B", "10:30", exclusive=True), kind="plenary")),
        Conflict("beside-exclusive", "error", "clash", ("yoga", "opening"),
                 begins=instant("2021-11-17T10:30"), ends=instant("2021-11-17T11:00")),
    ),
    "across-break": (
        (YOGA, BREAK),
        Conflict("across-break", "warning", "clash", ("yoga", "pause"),
                 begins=instant("2021-11-17T10:30"), ends=instant("2021-11-17T11:00")),
    ),
    "speaker-unavailable": (
        (YOGA, person("ana", availability=(hours("10:01", "12:00"),)), part("yoga", "ana")),
        Conflict("speaker-unavailable", "warning", "clash", ("yoga",), people=("ana",),
                 begins=instant("2021-11-17T10:00"), ends=instant("2021-11-17T11:00")),
    ),
    "room-unavailable": (
        (YOGA, room("A", availability=(hours("08:00", "10:59"),))),
        Conflict("room-unavailable", "warning", "clash", ("yoga",), rooms=("A",),
                 begins=instant("2021-11-17T10:00"), ends=instant("2021-11-17T11:00")),
    ),
    "outside-event": (
        (session("yoga", at("A", "10:00", day="2021-11-19")),),
        Conflict("outside-event", "error", "clash", ("yoga",),
                 begins=instant("2021-11-19T10:00"), ends=instant("2021-11-19T11:00")),
    ),
    "outside-opening-hours": (
        (session("yoga", at("A", "17:01")),),
        Conflict("outside-opening-hours", "warning", "clash", ("yoga",),
                 begins=instant("2021-11-17T17:01"), ends=instant("2021-11-17T18:01")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("rule", SPEAKS)
def test_a_rule_says_what_is_wrong_and_nothing_else(rule: str) -> None:
    rows, conflict = SPEAKS[rule]
    assert check(conference(*rows)) == (conflict,)


SILENT: dict[str, tuple[Row, ...]] = {
    "touching in a room": (YOGA, session("dance", at("A", "11:00")), session("tea", at("A", "09:00"))),
    "touching with a person": (
        YOGA, session("dance", at("B", "11:00")), person("ana"), part("yoga", "ana"), part("dance", "ana"),
    ),
    "touching a plenary": (YOGA, session("opening", at("A", "11:00", exclusive=True), kind="plenary")),
    "touching a break": (YOGA, session("pause", at((), "11:00", exclusive=True), kind="break")),
    "a break that is not exclusive": (YOGA, session("pause", at((), "10:00"), kind="break")),
    "no length": (YOGA, session("end", at("A", "10:30", exclusive=True), kind="milestone", minutes=0)),
    "cancelled": (YOGA, session("dance", at("A", "10:00", exclusive=True), status="cancelled")),
    "cancelled and out of bounds": (session("dance", at("A", "23:00", day="2022-01-01"), status="cancelled"),),
    "not placed": (YOGA, session("dance")),
    "two without a room": (session("yoga", at((), "10:00")), session("dance", at((), "10:00"))),
    "available to the minute": (
        YOGA, room("A", availability=(hours("10:00", "11:00"),)),
        person("ana", availability=(hours("10:00", "11:00"),)), part("yoga", "ana"),
    ),
    "availability in two parts that adjoin": (
        YOGA, room("A", availability=(hours("10:00", "10:30"), hours("10:30", "11:00"))),
    ),
    "opening hours to the minute": (session("yoga", at("A", "09:00"), minutes=540),),
    "a day without opening hours": (
        event(last_day=date(2021, 11, 19)), session("yoga", at("A", "23:00", day="2021-11-19")),
    ),
    "past midnight of a day that closes after it": (
        Day("2021-11-18", date(2021, 11, 18), opens=time(9), closes=time(2)),
        session("ball", at("A", "00:30", day="2021-11-19"), minutes=90),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", SILENT)
def test_at_the_border_nothing_is_said(case: str) -> None:
    assert rules(*SILENT[case]) == []


def test_what_runs_beside_an_exclusive_session_in_its_room_is_said_twice() -> None:
    assert rules(YOGA, session("opening", at("A", "10:30", exclusive=True), kind="plenary")) == [
        "room-double-booked",
        "beside-exclusive",
    ]


@pytest.mark.parametrize("kind", ["break", "coffee", "lunch"])
def test_breaks_of_every_kind_are_across_break_even_beside_a_plenary(kind: str) -> None:
    pause = replace(BREAK, kind=kind)
    opening = session("opening", at("A", "10:00", exclusive=True), kind="plenary")
    assert rules(Kind("coffee"), Kind("lunch"), pause, opening) == ["across-break"]


def test_people_of_an_agenda_point_count_for_the_whole_session() -> None:
    rows = (
        YOGA, session("dance", at("B", "10:30")), person("ana"), point("p1", "yoga"),
        part("yoga", "ana", agenda_point="p1"), part("dance", "ana"),
    )  # fmt: skip
    assert rules(*rows) == ["speaker-double-booked"]


def test_the_hour_that_comes_twice_is_an_hour_longer() -> None:
    autumn = event(first_day=date(2026, 10, 24), last_day=date(2026, 10, 25))
    night = session("night", at("A", "01:30", day="2026-10-25"), minutes=120)
    after = session("after", at("A", "02:45", day="2026-10-25"))
    there = Day("2026-10-25", date(2026, 10, 25), opens=time(0), closes=time(23))
    assert rules(autumn, there, night, after) == ["room-double-booked"]
    assert rules(autumn, there, replace(night, minutes=60), after) == []


def test_past_midnight_without_late_closing_is_outside_the_event() -> None:
    assert rules(session("ball", at("A", "00:30", day="2021-11-19"))) == ["outside-event"]


# -- settings


def desk_of(*rows: Row) -> Desk:
    return desk_on(log_of(*rows))


def add(desk: Desk, table: str, **values: Any) -> None:
    edit = add_row(
        desk.document, table=table, values=values, author_id="a" * 16, row_id=None, fresh_id="fresh"
    )
    desk.apply(edit)


@pytest.mark.parametrize("rule", SPEAKS)
@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_event_sets_another_severity(rule: str, severity: str) -> None:
    rows, conflict = SPEAKS[rule]
    desk = desk_of(*rows)
    add(desk, "rule_setting", rule=rule, severity=severity)
    assert check(desk.document) == (replace(conflict, severity=severity),)


@pytest.mark.parametrize("rule", SPEAKS)
def test_a_rule_that_is_off_says_nothing(rule: str) -> None:
    desk = desk_of(*SPEAKS[rule][0])
    add(desk, "rule_setting", rule=rule, severity="off")
    assert check(desk.document) == ()


def test_an_empty_severity_is_the_rules_own() -> None:
    rows, conflict = SPEAKS["across-break"]
    desk = desk_of(*rows)
    add(desk, "rule_setting", rule="across-break", severity="")
    assert check(desk.document) == (conflict,)


def test_default_severities_and_groups() -> None:
    assert {name for name, rule in RULES.items() if rule.severity == "error"} == {
        "room-double-booked", "speaker-double-booked", "beside-exclusive", "outside-event", "speaker-declined",
        "restricted-in-public",
    }  # fmt: skip
    assert {name for name, rule in RULES.items() if rule.severity == "note"} == {
        "no-moderator", "no-speaker", "no-title", "translation-missing", "speaker-unconfirmed", "not-placed",
        "room-to-be-decided", "remote-test-missing", "registration-window",
    }  # fmt: skip
    assert {name for name, rule in RULES.items() if rule.group == "to-do"} == {
        "no-moderator", "no-speaker", "no-title", "translation-missing", "speaker-declined", "speaker-unconfirmed",
        "not-placed", "room-to-be-decided", "remote-test-missing", "restricted-in-public", "registration-window",
    }  # fmt: skip
    assert len(RULES) == 36


# -- acknowledgement


def acknowledged(desk: Desk) -> list[str | None]:
    return [one.acknowledged for one in check(desk.document)]


@pytest.mark.parametrize("rule", SPEAKS)
def test_an_acknowledged_conflict_stays_with_its_reason(rule: str) -> None:
    rows, conflict = SPEAKS[rule]
    desk = desk_of(*rows)
    desk.apply(
        acknowledge(desk.document, rule=rule, sessions=reversed(conflict.sessions), reason="one big hall")
    )
    assert check(desk.document) == (replace(conflict, acknowledged="one big hall"),)


MOVED: dict[str, Placement] = {
    "room-double-booked": at(("A", "B"), "10:15"),
    "speaker-double-booked": at("B", "10:15"),
    "beside-exclusive": at("B", "10:15", exclusive=True),
    "across-break": at((), "10:15", exclusive=True),
    "speaker-unavailable": at("A", "09:30"),
    "room-unavailable": at("A", "10:15"),
    "outside-event": at("A", "10:15", day="2021-11-19"),
    "outside-opening-hours": at("A", "17:30"),
}
"""Where the last session of the case is still wrong, but differently."""


@pytest.mark.parametrize("rule", MOVED)
def test_it_comes_back_when_its_facts_change_and_is_quiet_again_when_they_are_as_before(rule: str) -> None:
    rows, conflict = SPEAKS[rule]
    desk = desk_of(*rows)
    desk.apply(acknowledge(desk.document, rule=rule, sessions=conflict.sessions, reason="so be it"))
    there = MOVED[rule]
    desk.apply(place(desk.document, conflict.sessions[-1], start=there.start, rooms=there.rooms))
    assert [(one.rule, one.acknowledged) for one in check(desk.document)] == [(rule, None)]
    desk.undo()
    assert acknowledged(desk) == ["so be it"]


def test_what_does_not_belong_to_the_conflict_does_not_bring_it_back() -> None:
    rows, conflict = SPEAKS["room-double-booked"]
    desk = desk_of(*rows)
    desk.apply(acknowledge(desk.document, rule=conflict.rule, sessions=conflict.sessions, reason="so be it"))
    desk.apply(
        set_field(desk.document, table="session", row_id="yoga", field="title", value="Yin", language="en")
    )
    assert acknowledged(desk) == ["so be it"]


def test_two_people_away_from_one_session_are_accepted_together_and_come_back_each_alone() -> None:
    away = (hours("08:00", "09:00"),)
    rows: tuple[Row, ...] = (
        YOGA,
        *(person(one, availability=away) for one in ("ana", "ben")),
        part("yoga", "ana"),
        part("yoga", "ben"),
    )
    desk = desk_of(*rows)
    desk.apply(acknowledge(desk.document, rule="speaker-unavailable", sessions=["yoga"], reason="they know"))
    assert acknowledged(desk) == ["they know", "they know"]
    add(desk, "person", country="FR", availability=[{"from": f"{DAY}T08:00", "until": f"{DAY}T09:00"}])
    add(desk, "contribution", session="yoga", person="fresh")
    assert acknowledged(desk) == ["they know", "they know", None]


def test_an_acknowledgement_that_names_people_holds_for_them_alone() -> None:
    away = (hours("08:00", "09:00"),)
    rows: tuple[Row, ...] = (
        YOGA,
        *(person(one, availability=away) for one in ("ana", "ben")),
        part("yoga", "ana"),
        part("yoga", "ben"),
    )
    desk = desk_of(*rows)
    add(
        desk,
        "acknowledgement",
        rule="speaker-unavailable",
        sessions=["yoga"],
        people=["ben"],
        reason="he knows",
    )
    assert acknowledged(desk) == [None, "he knows"]


# -- the order of the list, and what_if


def test_the_most_serious_come_first_then_by_rule_then_by_time() -> None:
    rows = (
        session("late", at("A", "17:30"), minutes=60),
        session("tea", at("B", "15:00")), session("talk", at("B", "15:30")),
        session("yoga", at("A", "10:00")), session("dance", at("A", "10:30")),
        session("far", at("C", "10:00", day="2021-12-01")),
    )  # fmt: skip
    assert [(one.rule, one.sessions[0]) for one in check(conference(*rows))] == [
        ("room-double-booked", "yoga"),
        ("room-double-booked", "tea"),
        ("outside-event", "far"),
        ("outside-opening-hours", "late"),
    ]


def test_what_if_changes_nothing_and_forgets_where_the_session_stands_now() -> None:
    document = conference(YOGA, session("dance", at("B", "14:00")))
    assert what_if(document, "yoga", at("A", "10:30"), 60) == ()
    assert [one.rule for one in what_if(document, "yoga", at("B", "14:30"), 60)] == ["room-double-booked"]
    assert check(document) == ()


def test_what_if_of_a_length_of_nothing_or_a_cancelled_session_is_nothing() -> None:
    document = conference(YOGA, session("dance", at("B", "14:00"), status="cancelled"))
    assert what_if(document, "yoga", at("A", "10:00", day="2025-01-01"), 0) == ()
    assert what_if(document, "dance", at("A", "10:00"), 60) == ()
