# SPDX-License-Identifier: EUPL-1.2
"""Beginning a conference from nothing or from last year's, and issuing a version."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest

from octodesk.edits.events import event_from, new_event
from octodesk.edits.versions import issue_version
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Facts, Placement, Span
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.log import Log
from octodesk.model.rows import (
    Acknowledgement,
    Booking,
    Day,
    Event,
    Heading,
    Person,
    Related,
    RuleSetting,
    SessionDocument,
    Version,
)  # fmt: skip
from octodesk.model.text import Text
from octodesk.model.versions import UnknownVersion, at_version, find_version
from tests.build import (
    ANA,
    KINDS,
    at,
    conference,
    desk_on,
    event,
    log_of,
    part,
    point,
    room,
    session,
    stamped_into,
    text,
)
from tests.edits.refusing import refused

NEW: dict[str, Any] = {
    "event_id": "next", "name": "Octopus 2022", "first_day": date(2022, 11, 15), "days": 3,
    "time_zone": "Europe/Paris", "languages": ("fr", "en"),
}  # fmt: skip


def made(edit: Edit) -> Document:
    log = Log()
    stamped_into(log, edit, event_id="next")
    return Document.of_log(log)


def test_a_new_event_has_its_days_and_the_built_in_kinds() -> None:
    document = made(new_event(**{**NEW, "name": " Octopus 2022 "}))
    assert document.event == Event(
        "next", name=Text.of(fr="Octopus 2022"), short_name="Octopus 2022", first_day=date(2022, 11, 15),
        last_day=date(2022, 11, 17), time_zone="Europe/Paris", languages=("fr", "en"),
    )  # fmt: skip
    assert document.days == tuple(
        Day(f"2022-11-{n}", date(2022, 11, n), opens=time(9), closes=time(18)) for n in (15, 16, 17)
    )
    assert [one.id for one in document.kinds] == list(BUILT_IN_KINDS)
    assert document.sessions == ()


def test_a_new_event_is_made_by_an_edit_no_undo_takes_back() -> None:
    edit = new_event(**NEW)
    assert (edit.kind, edit.about) == ("create", ("next",))
    assert len({(one.table, one.id, one.field) for one in edit.changes}) == len(edit.changes)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"name": "  "}, "needed"),
        ({"days": 0}, "wrong-value"),
        ({"days": 367}, "wrong-value"),
        ({"first_day": date(9999, 12, 31)}, "wrong-value"),
        ({"first_day": date(999, 12, 31)}, "wrong-value"),
        ({"languages": ()}, "wrong-value"),
        ({"languages": ("English",)}, "wrong-value"),
        ({"time_zone": "Mars/Base"}, "unknown-zone"),
        ({"time_zone": ""}, "unknown-zone"),
    ],
)
def test_an_event_that_makes_no_sense_is_not_begun(wrong: dict[str, Any], reason: str) -> None:
    assert refused(lambda: new_event(**{**NEW, **wrong}))[0] == reason


def last_year() -> Document:
    return conference(
        event(
            name=text("Octopus 2021", "Octopus 2021 (fr)"), version="Version 4 October 2021", status="final",
            registration=Facts((("from", "2021-09-20"),)), venue=text("Palace"), snap=10,
        ),
        Day("2021-11-17", date(2021, 11, 17), text("Day 2"), opens=time(18), closes=time(2)),
        session("yoga", at("A", "19:00"), status="to-be-confirmed", number=4, number_fixed=True, note="bring mats"),
        session("ball", at((), "00:30", day="2021-11-18", exclusive=True), kind="plenary"),
        session("tea"),
        point("p1", "yoga"),
        room("A", availability=(Span(datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 12)),)),
        Person("ana", family_name="Silva", status="declined", owed=Facts((("photo", ""),)), arrival=datetime(2021, 11, 16, 9),
               departure=datetime(2021, 11, 18, 9), technical_test=Facts((("result", "fine"),)), rank=2,
               availability=(Span(datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 12)),)),
        part("yoga", "ana", "moderator", minutes=5),
        Booking("b1", "A", date(2021, 11, 17), into=("fr",), status="confirmed", deadline=date(2021, 10, 1), team=4),
        Related("m1", text("Plenary"), date(2021, 11, 15), date(2021, 11, 15)),
        Heading("h1", sessions=("yoga",)),
        SessionDocument("d1", "yoga", deadline=date(2021, 11, 1)),
        RuleSetting("across-break", "across-break", "off"),
        Acknowledgement("k1", "room-double-booked", ("ball", "yoga")),
        Version("v1", "Version 4 October 2021", "2021-10-04T12:00:00Z"),
    )  # fmt: skip


def test_last_years_event_comes_with_its_dates_moved() -> None:
    old = last_year()
    by = date(2022, 11, 15) - date(2021, 11, 16)
    document = made(event_from(old, event_id="next", name="Octopus 2022", first_day=date(2022, 11, 15)))
    assert document.event == Event(
        "next", name=Text.of(en="Octopus 2022"), short_name="Octopus 2022", first_day=date(2022, 11, 15),
        last_day=date(2022, 11, 17), languages=("en", "fr", "es"), venue=text("Palace"), snap=10, derived_from="event",
    )  # fmt: skip
    assert document.days == (
        Day("2022-11-15", date(2022, 11, 15)),
        Day("2022-11-16", date(2022, 11, 16), text("Day 2"), opens=time(18), closes=time(2)),
        Day("2022-11-17", date(2022, 11, 17)),
    )
    assert {one.id: one.placement for one in document.sessions} == {
        "yoga": at("A", "19:00", day="2022-11-16"),
        "ball": at((), "00:30", day="2022-11-17", exclusive=True),
        "tea": None,
    }
    yoga = document.session("yoga")
    assert (yoga.number, yoga.number_fixed, yoga.note) == (4, True, "bring mats")
    assert document.room("A").availability == (Span(datetime(2022, 11, 16, 9), datetime(2022, 11, 16, 12)),)
    assert document.person("ana") == Person("ana", family_name="Silva", rank=2)
    assert document.contributions_of("yoga") == old.contributions_of("yoga")
    assert document.bookings == (
        Booking("b1", "A", date(2022, 11, 16), into=("fr",), deadline=date(2021, 10, 1) + by, team=4),
    )
    assert document.related == (Related("m1", text("Plenary"), date(2022, 11, 14), date(2022, 11, 14)),)
    assert document.documents_of("yoga")[0].deadline == date(2021, 11, 1) + by


def test_what_was_issued_or_accepted_last_year_is_left_behind() -> None:
    document = made(event_from(last_year(), event_id="next", name="X", first_day=date(2022, 11, 15)))
    assert (document.versions, dict(document.table("acknowledgement"))) == ((), {})
    assert sorted(document.table("rule_setting")) == ["across-break"]
    assert [one.id for one in document.kinds] == [one.id for one in sorted(KINDS, key=lambda one: one.id)]


def test_days_zone_and_languages_may_be_others() -> None:
    document = made(
        event_from(
            last_year(), event_id="next", name="X", first_day=date(2022, 11, 15), days=1, time_zone="Asia/Tokyo",
            languages=("es", "es"),
        )
    )  # fmt: skip
    assert (document.event.last_day, document.event.time_zone, document.event.languages) == (
        date(2022, 11, 15), "Asia/Tokyo", ("es",),
    )  # fmt: skip
    assert [one.id for one in document.days] == ["2022-11-15"]
    assert document.session("yoga").start == datetime(2022, 11, 16, 19)
    assert (
        refused(
            lambda: event_from(last_year(), event_id="n", name="X", first_day=date(2022, 11, 15), days=0)
        )[0]
        == "wrong-value"
    )


def test_a_start_that_would_fall_into_the_gap_of_the_clocks_goes_to_the_next_minute_that_exists() -> None:
    night = conference(session("night", at("A", "02:30", day="2021-11-16")))
    document = made(event_from(night, event_id="next", name="X", first_day=date(2022, 3, 27)))
    assert document.session("night").placement == Placement(datetime(2022, 3, 27, 3), ("A",))


def test_each_field_of_the_new_event_is_set_once() -> None:
    edit = event_from(last_year(), event_id="next", name="X", first_day=date(2022, 11, 15))
    assert len({(one.table, one.id, one.field) for one in edit.changes}) == len(edit.changes)
    assert made(edit).open_fields == {}


# -- versions


def test_a_version_names_the_moment_and_one_undo_takes_label_and_row_back() -> None:
    desk = desk_on(log_of(event(version="Version 1"), session("yoga")))
    before = desk.document
    edit = issue_version(
        desk.document, label=" Version 2 ", at=datetime(2021, 10, 4, 14, tzinfo=timezone(timedelta(hours=2))), author=ANA,
        fresh_id="v2", note="for the printers",
    )  # fmt: skip
    assert edit.kind == "version"
    desk.apply(edit)
    assert desk.document.event.version == "Version 2"
    assert desk.document.versions == (
        Version("v2", "Version 2", "2021-10-04T12:00:00Z", "for the printers", "Ana"),
    )
    desk.undo()
    assert desk.document == before


def test_the_same_label_twice_changes_only_what_is_new() -> None:
    document = conference(event(version="Version 1"))
    edit = issue_version(
        document, label="Version 1", at=datetime(2021, 10, 4, tzinfo=UTC), author=ANA, fresh_id="v2"
    )
    assert {one.table for one in edit.changes} == {"version"}
    assert refused(
        lambda: issue_version(
            document, label=" ", at=datetime(2021, 10, 4, tzinfo=UTC), author=ANA, fresh_id="v2"
        )
    ) == ("needed", {"table": "version", "field": "label"})


def test_a_label_used_twice_means_the_newest_whatever_the_clock_said() -> None:
    desk = desk_on(log_of(session("yoga")))
    for minutes, version_id, hour in ((10, "z", 12), (20, "a", 12), (30, "m", 11)):
        desk.apply(desk.document.edit("session-resized", desk.document.session("yoga"), minutes=minutes))
        at_hour = datetime(2021, 10, 4, hour, tzinfo=UTC)
        desk.apply(
            issue_version(desk.document, label="Version 1", at=at_hour, author=ANA, fresh_id=version_id)
        )
    log = desk.log()
    found = find_version(log, desk.document, "Version 1")
    assert (found.id, find_version(log, desk.document, "z").id) == ("m", "z")
    lengths = {one: Document.of_log(at_version(log, one)).session("yoga").minutes for one in ("z", "a", "m")}
    assert lengths == {"z": 10, "a": 20, "m": 30}
    with pytest.raises(UnknownVersion):
        find_version(log, desk.document, "Version 9")
