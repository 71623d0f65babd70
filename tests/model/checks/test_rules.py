# SPDX-License-Identifier: EUPL-1.2
"""Each rule: when it speaks and when it is silent, how serious it is, and what settings and acknowledgements do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from octodesk.desk import Desk
from octodesk.edits.conflicts import acknowledge, acknowledge_all, set_rule, withdraw
from octodesk.edits.fields import set_field
from octodesk.edits.rows import add_row
from octodesk.edits.sessions import place
from octodesk.model.checks import RULES, Conflict, check, what_if
from octodesk.model.checks.settings import options, severities
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.fields import Placement
from octodesk.model.rows import Day, Kind, Row
from tests.build import DAY, at, conference, desk_on, event, log_of, part, person, point, session
from tests.model.checks.cases import CASES, MORE_SILENT, MORE_SPOKEN, PAUSE, YOGA, hours


def rules(*rows: Row) -> list[str]:
    return [one.rule for one in clashes(conference(*rows))]


CLASHES = [rule for rule in CASES if RULES[rule].group == "clash"]


def clashes(document: Document) -> tuple[Conflict, ...]:
    return tuple(one for one in check(document) if one.is_clash)


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_says_what_is_wrong(rule: str) -> None:
    case = CASES[rule]
    assert [one for one in check(conference(*case.speaks)) if one.rule == rule] == [case.conflict]


@pytest.mark.parametrize("rule", CLASHES)
def test_and_no_other_rule_calls_it_a_clash(rule: str) -> None:
    case = CASES[rule]
    assert clashes(conference(*case.speaks)) == (case.conflict,)


@pytest.mark.parametrize("rule", CASES)
def test_at_the_border_nothing_is_said(rule: str) -> None:
    assert rule not in [one.rule for one in check(conference(*CASES[rule].silent))]


@pytest.mark.parametrize("case", MORE_SILENT)
def test_nor_is_it_of(case: str) -> None:
    rule, rows = MORE_SILENT[case]
    assert rule not in [one.rule for one in check(conference(*rows))]


@pytest.mark.parametrize("case", MORE_SPOKEN)
def test_it_is_said_too_of(case: str) -> None:
    rule, rows = MORE_SPOKEN[case]
    assert rule in [one.rule for one in check(conference(*rows))]


def test_every_rule_has_a_case() -> None:
    assert set(CASES) == set(RULES)


def test_what_runs_beside_an_exclusive_session_in_its_room_is_said_twice() -> None:
    assert rules(YOGA, session("opening", at("A", "10:30", exclusive=True), kind="plenary")) == [
        "room-double-booked",
        "beside-exclusive",
    ]


@pytest.mark.parametrize("kind", ["break", "coffee", "lunch"])
def test_breaks_of_every_kind_are_across_break_even_beside_a_plenary(kind: str) -> None:
    pause = replace(PAUSE, kind=kind)
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


def said(desk: Desk, rule: str) -> list[Conflict]:
    return [one for one in check(desk.document) if one.rule == rule]


def add(desk: Desk, table: str, **values: Any) -> None:
    edit = add_row(
        desk.document, table=table, values=values, author_id="a" * 16, row_id=None, fresh_id="fresh"
    )
    desk.apply(edit)


@pytest.mark.parametrize("rule", CASES)
@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_the_event_sets_another_severity(rule: str, severity: str) -> None:
    rows, conflict = CASES[rule].speaks, CASES[rule].conflict
    desk = desk_of(*rows)
    add(desk, "rule_setting", rule=rule, severity=severity)
    assert said(desk, rule) == [conflict._replace(severity=severity)]


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_that_is_off_says_nothing(rule: str) -> None:
    desk = desk_of(*CASES[rule].speaks)
    add(desk, "rule_setting", rule=rule, severity="off")
    assert said(desk, rule) == []


def test_an_empty_severity_is_the_rules_own() -> None:
    rows, conflict = CASES["across-break"].speaks, CASES["across-break"].conflict
    desk = desk_of(*rows)
    add(desk, "rule_setting", rule="across-break", severity="")
    assert said(desk, "across-break") == [conflict]


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
    return [one.acknowledged for one in clashes(desk.document)]


@pytest.mark.parametrize("rule", CASES)
def test_an_acknowledged_conflict_stays_with_its_reason(rule: str) -> None:
    rows, conflict = CASES[rule].speaks, CASES[rule].conflict
    desk = desk_of(*rows)
    desk.apply(
        acknowledge(desk.document, rule=rule, sessions=reversed(conflict.sessions), reason="one big hall")
    )
    assert said(desk, rule) == [conflict._replace(acknowledged="one big hall")]


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
    rows, conflict = CASES[rule].speaks, CASES[rule].conflict
    desk = desk_of(*rows)
    desk.apply(acknowledge(desk.document, rule=rule, sessions=conflict.sessions, reason="so be it"))
    there = MOVED[rule]
    desk.apply(place(desk.document, conflict.sessions[-1], start=there.start, rooms=there.rooms))
    assert [(one.rule, one.acknowledged) for one in clashes(desk.document)] == [(rule, None)]
    desk.undo()
    assert acknowledged(desk) == ["so be it"]


def test_what_does_not_belong_to_the_conflict_does_not_bring_it_back() -> None:
    rows, conflict = CASES["room-double-booked"].speaks, CASES["room-double-booked"].conflict
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
    assert [(one.rule, one.sessions[0]) for one in clashes(conference(*rows))] == [
        ("room-double-booked", "yoga"),
        ("room-double-booked", "tea"),
        ("outside-event", "far"),
        ("outside-opening-hours", "late"),
    ]


def test_what_if_changes_nothing_and_forgets_where_the_session_stands_now() -> None:
    document = conference(YOGA, session("dance", at("B", "14:00")))
    assert what_if(document, "yoga", at("A", "10:30"), 60) == ()
    assert [one.rule for one in what_if(document, "yoga", at("B", "14:30"), 60)] == ["room-double-booked"]
    assert clashes(document) == ()


def test_what_if_of_a_length_of_nothing_or_a_cancelled_session_is_nothing() -> None:
    document = conference(YOGA, session("dance", at("B", "14:00"), status="cancelled"))
    assert what_if(document, "yoga", at("A", "10:00", day="2025-01-01"), 0) == ()
    assert what_if(document, "dance", at("A", "10:00"), 60) == ()


# -- what an acknowledgement rests on


def test_fewer_seats_bring_an_accepted_conflict_back() -> None:
    desk = desk_of(*CASES["capacity-exceeded"].speaks)
    desk.apply(acknowledge(desk.document, rule="capacity-exceeded", sessions=["yoga"], reason="they stand"))
    assert acknowledged(desk) == ["they stand"]
    desk.apply(set_field(desk.document, table="room", row_id="A", field="capacity", value=30))
    assert acknowledged(desk) == [None]
    desk.apply(set_field(desk.document, table="room", row_id="A", field="capacity", value=40))
    assert acknowledged(desk) == ["they stand"]


def test_one_of_two_conflicts_of_a_rule_is_accepted_by_its_people() -> None:
    away = (hours("08:00", "09:00"),)
    people = [person(one, availability=away) for one in ("ana", "ben")]
    desk = desk_of(YOGA, *people, part("yoga", "ana"), part("yoga", "ben"))
    desk.apply(
        acknowledge(
            desk.document, rule="speaker-unavailable", sessions=["yoga"], people=["ben"], reason="by film"
        )
    )
    assert acknowledged(desk) == [None, "by film"]


def test_what_is_missing_of_the_whole_conference_is_accepted_without_sessions() -> None:
    desk = desk_of(event())
    desk.apply(acknowledge(desk.document, rule="registration-window", sessions=[], reason="by letter"))
    assert [one.acknowledged for one in check(desk.document)] == ["by letter"]


def test_an_acceptance_can_be_withdrawn() -> None:
    desk = desk_of(*CASES["across-break"].speaks)
    desk.apply(acknowledge_all(desk.document, clashes(desk.document), reason="so be it"))
    assert acknowledged(desk) == ["so be it"]
    desk.apply(withdraw(desk.document, clashes(desk.document)))
    assert acknowledged(desk) == [None]


def test_options_of_a_rule_are_set_one_by_one() -> None:
    desk = desk_of(*CASES["no-time-to-change-rooms"].speaks)
    desk.apply(set_rule(desk.document, rule="no-time-to-change-rooms", options={"minutes": 4}))
    assert said(desk, "no-time-to-change-rooms") == []
    desk.apply(set_rule(desk.document, rule="no-time-to-change-rooms", severity="error"))
    assert options(desk.document)["no-time-to-change-rooms"] == {"minutes": 4, "between_buildings": 15}
    assert severities(desk.document)["no-time-to-change-rooms"] == "error"


@pytest.mark.parametrize(
    ("rule", "given"),
    [
        ("capacity-exceeded", {"slack": 63}),
        ("outside-opening-hours", {"grace": 1}),
        ("across-break", {"grace": 30}),
        ("no-time-to-change-rooms", {"minutes": 4}),
        ("no-pause-for-speaker", {"minutes": 190}),
        ("no-pause-for-speaker", {"pause": 5}),
        ("no-lunch-for-speaker", {"minutes": 29}),
        ("no-lunch-for-speaker", {"until": "13:00", "from": "12:00", "minutes": 0}),
        ("night-for-audience", {"from": "23:30"}),
        ("night-for-remote-speaker", {"from": "22:30"}),
        ("interpreters-without-pause", {"two": 211}),
        ("booking-too-short", {"grace": 30}),
    ],
)
def test_an_option_lets_a_little_more_pass(rule: str, given: dict[str, Any]) -> None:
    desk = desk_of(*CASES[rule].speaks)
    desk.apply(set_rule(desk.document, rule=rule, options=given))
    assert said(desk, rule) == []


def test_options_that_make_no_sense_are_the_rules_own() -> None:
    desk = desk_of(event())
    odd = {"from": "late", "until": 7, "other": 3}
    desk.apply(set_rule(desk.document, rule="night-for-audience", options=odd))
    assert options(desk.document)["night-for-audience"] == {"from": 1320, "until": 420}


@pytest.mark.parametrize(
    ("given", "reason"), [({"rule": "x"}, "unknown-rule"), ({"rule": "across-break", "severity": "grave"}, "wrong-value")]
)  # fmt: skip
def test_a_setting_that_makes_no_sense_is_refused(given: dict[str, str], reason: str) -> None:
    with pytest.raises(Refused) as refused:
        set_rule(conference(), **given)  # type: ignore[arg-type]
    assert refused.value.reason == reason
