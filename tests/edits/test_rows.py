# SPDX-License-Identifier: EUPL-1.2
"""New rows, rows that come back, and deleted rows with everything that refers to them."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.desk import Desk
from octodesk.edits.people import contribute, replace_person
from octodesk.edits.rows import add_row, delete_row, delete_rows
from octodesk.model.identity import contribution_id
from octodesk.model.rows import (
    ROWS,
    Acknowledgement,
    Booking,
    Contribution,
    Heading,
    Kind,
    Related,
    Row,
    RuleSetting,
    SessionDocument,
    Track,
)  # fmt: skip
from octodesk.model.text import Text
from tests.build import (
    ANA,
    applied,
    at,
    conference,
    desk_on,
    log_of,
    part,
    person,
    point,
    room,
    session,
    text,
)
from tests.edits.refusing import refused

EVERYTHING: tuple[Row, ...] = (
    session("yoga", at(("A", "B"), "10:00"), track="t1"),
    session("dance", at("A", "12:00")),
    person("ana"), person("ben"),
    point("p1", "yoga"),
    part("yoga", "ana", "moderator"), part("yoga", "ben", agenda_point="p1"), part("dance", "ana"),
    SessionDocument("d1", "yoga"),
    Booking("b1", "A"), Booking("b2", "B"),
    Heading("h1", sessions=("dance", "yoga")),
    Related("m1", blocked_rooms=("A", "C"), blocked_people=("ana",)),
    Track("t1"), Kind("panel"),
    Acknowledgement("k1", "room-double-booked", ("dance", "yoga")),
    Acknowledgement("k2", "speaker-unavailable", ("dance",), people=("ben",)),
)  # fmt: skip


def desk_of(*rows: Row) -> Desk:
    return desk_on(log_of(*rows))


def ids(desk: Desk) -> dict[str, list[str]]:
    """The ids of every table but those that every test conference has."""
    kept = {"event", "day"}
    return {
        name: sorted(desk.document.table(name))
        for name in ROWS
        if name not in kept and desk.document.table(name)
    }


def without(desk: Desk, table: str, row_id: str) -> dict[str, set[str]]:
    """Deletes a row; which rows went, by table."""
    before = ids(desk)
    desk.apply(delete_row(desk.document, table=table, row_id=row_id))
    after = ids(desk)
    gone = {name: set(rows) - set(after.get(name, [])) for name, rows in before.items()}
    return {name: rows for name, rows in gone.items() if rows}


def test_a_room_takes_its_bookings_along_and_leaves_every_start() -> None:
    desk = desk_of(*EVERYTHING)
    assert without(desk, "room", "A") == {"room": {"A"}, "booking": {"b1"}}
    placements = {one.id: one.placement for one in desk.document.sessions}
    assert placements == {"yoga": at("B", "10:00"), "dance": at((), "12:00")}
    assert desk.document.related[0].blocked_rooms == ("C",)


def test_a_person_takes_parts_and_acknowledgements_along() -> None:
    desk = desk_of(*EVERYTHING)
    assert without(desk, "person", "ana") == {
        "person": {"ana"},
        "contribution": {"yoga-ana-moderator", "dance-ana-speaker"},
    }
    assert desk.document.related[0].blocked_people == ()
    assert without(desk, "person", "ben") == {
        "person": {"ben"}, "contribution": {"yoga-ben-speaker"}, "acknowledgement": {"k2"},
    }  # fmt: skip


def test_a_session_takes_parts_points_papers_and_acknowledgements_along_and_leaves_headings() -> None:
    desk = desk_of(*EVERYTHING)
    assert without(desk, "session", "yoga") == {
        "session": {"yoga"},
        "agenda_point": {"p1"},
        "contribution": {"yoga-ana-moderator", "yoga-ben-speaker"},
        "session_document": {"d1"},
        "acknowledgement": {"k1"},
    }
    assert desk.document.headings[0].sessions == ("dance",)


def test_an_agenda_point_takes_its_parts_along() -> None:
    desk = desk_of(*EVERYTHING)
    assert without(desk, "agenda_point", "p1") == {
        "agenda_point": {"p1"},
        "contribution": {"yoga-ben-speaker"},
    }


def test_a_track_is_cleared_and_a_kind_nobody_uses_goes() -> None:
    desk = desk_of(*EVERYTHING)
    assert without(desk, "track", "t1") == {"track": {"t1"}}
    assert desk.document.session("yoga").track is None
    assert without(desk, "kind", "panel") == {"kind": {"panel"}}
    assert refused(lambda: delete_row(desk.document, table="kind", row_id="workshop")) == (
        "kind-in-use",
        {"kind": "workshop", "session": "dance"},
    )


@pytest.mark.parametrize("table", ["booking", "contribution", "heading", "related", "acknowledgement", "day"])
def test_what_nothing_refers_to_goes_alone(table: str) -> None:
    desk = desk_of(*EVERYTHING)
    row_id = min(desk.document.table(table))
    desk.apply(delete_row(desk.document, table=table, row_id=row_id))
    assert desk.document.find(table, row_id) is None


def test_a_fixed_room_keeps_the_room_but_not_a_fixed_time() -> None:
    desk = desk_of(session("yoga", at("A"), locked_room=True), session("dance", at("B"), locked_time=True))
    assert refused(lambda: delete_row(desk.document, table="room", row_id="A")) == (
        "session-room-locked",
        {"session": "yoga"},
    )
    desk.apply(delete_row(desk.document, table="room", row_id="B"))
    assert desk.document.session("dance").placement == at(())


def test_one_undo_brings_everything_back() -> None:
    for table, row_id in (("room", "A"), ("person", "ana"), ("session", "yoga"), ("track", "t1")):
        desk = desk_of(*EVERYTHING)
        before = desk.document
        without(desk, table, row_id)
        desk.undo()
        assert desk.document == before


# -- adding


def add(desk: Desk, table: str, row_id: str | None = None, **values: Any) -> None:
    edit = add_row(
        desk.document, table=table, values=values, author_id=ANA.id, row_id=row_id, fresh_id="fresh"
    )
    desk.apply(edit)


def test_a_new_session_has_the_length_of_its_kind_and_is_exclusive_as_it_is() -> None:
    desk = desk_of()
    add(desk, "session", "tea", kind="break", placement={"start": "2021-11-17T10:00"})
    add(desk, "session", "talk", placement={"start": "2021-11-17T11:00", "rooms": ["B", "A"]}, minutes=5)
    tea, talk = desk.document.session("tea"), desk.document.session("talk")
    assert (tea.placement, tea.minutes) == (at((), "10:00", exclusive=True), 30)
    assert (talk.kind, talk.placement, talk.minutes) == ("workshop", at(("A", "B"), "11:00"), 5)


@pytest.mark.parametrize(
    ("table", "values", "reason"),
    [
        ("session", {"placement": {"start": "2021-03-28T02:30"}}, "start-in-gap"),
        ("session", {"placement": {"start": "2021-11-17T10:00", "rooms": ["Z"]}}, "unknown-reference"),
        ("session", {"minutes": 10081}, "wrong-value"),
        ("session", {"kind": "nothing"}, "needed"),
        ("session", {"regions": ["Moon"]}, "unknown-zone"),
        ("session", {"label": "WS 4 bis"}, "use-instead"),
        ("session", {"colour": "red"}, "unknown-field"),
        ("booking", {"room": "A"}, "needed"),
        ("booking", {"room": "A", "date": "2021-11-17", "from": "13:00"}, "ends-before-start"),
        ("related", {"from": "2021-11-17"}, "ends-before-start"),
        ("person", {"note": "somebody"}, "person-without-anything"),
        ("person", {"family_name": "Ana", "time_zone": "Moon"}, "unknown-zone"),
        ("contribution", {"session": "yoga", "person": "nobody"}, "unknown-reference"),
        (
            "contribution",
            {"session": "dance", "person": "ana", "agenda_point": "p1"},
            "point-of-other-session",
        ),
        ("rule_setting", {"rule": "no-such-rule", "severity": "off"}, "unknown-rule"),
        ("acknowledgement", {"rule": "no-such-rule", "sessions": ["yoga"]}, "unknown-rule"),
        ("acknowledgement", {"sessions": ["yoga"]}, "needed"),
        ("track", {"color": "red"}, "wrong-value"),
        ("version", {}, "needed"),
        ("room", {"name": "Attic"}, "wrong-value"),
    ],
)
def test_a_new_row_that_makes_no_sense_is_refused(table: str, values: dict[str, Any], reason: str) -> None:
    desk = desk_of(*EVERYTHING)
    assert refused(lambda: add(desk, table, None, **values))[0] == reason


def test_a_derived_id_may_be_left_out_or_given_as_it_is() -> None:
    desk = desk_of(*EVERYTHING)
    assert refused(lambda: add(desk, "rule_setting", "mine", rule="across-break")) == (
        "id-is-derived",
        {"table": "rule_setting", "id": "mine", "derived": "across-break"},
    )
    add(desk, "rule_setting", "across-break", rule="across-break", severity="off")
    assert desk.document.row("rule_setting", "across-break") == RuleSetting(
        "across-break", "across-break", "off"
    )


def test_a_row_with_a_derived_id_added_again_gets_what_differs_and_keeps_its_place() -> None:
    desk = desk_of(person("ana"), session("yoga"))
    for values in ({"minutes": 20}, {"way": "remote"}, {"way": "remote"}):
        add(desk, "contribution", session="yoga", person="ana", **values)
    assert desk.document.contributions_of("yoga") == (
        Contribution(contribution_id("yoga", "ana", "speaker"), "yoga", "ana", minutes=20, way="remote",
                     order="1000.aaaaaa"),
    )  # fmt: skip
    assert len(desk.log()) == 3


def test_a_part_deleted_and_given_again_is_as_new() -> None:
    desk = desk_of(person("ana"), session("yoga"))
    add(desk, "contribution", session="yoga", person="ana", minutes=20, way="video", topic={"en": "Trust"})
    first = desk.document.contributions_of("yoga")[0]
    for again in range(2):
        desk.apply(delete_row(desk.document, table="contribution", row_id=first.id))
        if again:
            add(desk, "contribution", session="yoga", person="ana")
        else:
            desk.apply(
                contribute(
                    desk.document, session_id="yoga", person_id="ana", role="speaker", author_id=ANA.id
                )
            )
        assert desk.document.contributions_of("yoga") == (
            Contribution(first.id, "yoga", "ana", order="1000.aaaaaa"),
        )


def test_taking_over_a_part_one_once_had_keeps_what_the_other_had() -> None:
    had = part("yoga", "ana", order="1000.a", topic=text("Trust", "Confiance"), way="remote")
    desk = desk_of(session("yoga"), person("ana"), person("ben"), had)
    add(desk, "contribution", session="yoga", person="ben", minutes=99, topic={"es": "Otra"})
    ben = contribution_id("yoga", "ben", "speaker")
    desk.apply(delete_row(desk.document, table="contribution", row_id=ben))
    desk.apply(replace_person(desk.document, old="ana", new="ben"))
    assert desk.document.contributions_of("yoga") == (
        Contribution(
            ben, "yoga", "ben", way="remote", topic=Text.of(en="Trust", fr="Confiance"), order="1000.a"
        ),
    )


def test_who_has_the_part_already_keeps_it_when_taking_over() -> None:
    mine = contribution_id("yoga", "ben", "speaker")
    desk = desk_of(
        session("yoga"), person("ana"), person("ben"), part("yoga", "ana", minutes=20),
        Contribution(mine, "yoga", "ben", minutes=5, order="2000.b"),
    )  # fmt: skip
    desk.apply(replace_person(desk.document, old="ana", new="ben", sessions=["yoga"]))
    assert desk.document.contributions_of("yoga") == (
        Contribution(mine, "yoga", "ben", minutes=5, order="2000.b"),
    )


def test_somebody_without_parts_is_replaced_by_changing_nothing() -> None:
    desk = desk_of(person("ana"), person("ben"))
    assert replace_person(desk.document, old="ana", new="ben").changes == ()


def test_a_new_row_goes_to_the_end_of_its_own_list() -> None:
    desk = desk_of(*EVERYTHING, room("Z", order="9000.z"))
    add(desk, "agenda_point", "p2", session="dance")
    add(desk, "room", "attic")
    assert [one.id for one in desk.document.agenda_of("dance")] == ["p2"]
    assert [one.id for one in desk.document.rooms][-2:] == ["Z", "attic"]


def test_several_sessions_go_in_one_edit_and_leave_what_named_them_both() -> None:
    named = Heading("h", sessions=("dance", "tea", "yoga"))
    document = conference(session("yoga"), session("dance"), session("tea"), named)
    after = applied(document, delete_rows(document, table="session", row_ids=("yoga", "dance")))
    assert ([one.id for one in after.sessions], after.headings[0].sessions) == (["tea"], ("tea",))
