# SPDX-License-Identifier: EUPL-1.2
"""Each verb of EDITS.json: what it does, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.desk import Desk
from octodesk.edits.verbs import Hand, edit_of
from octodesk.exchange.shown import shown
from octodesk.model.document import Document
from octodesk.model.edit import Author, Refused
from octodesk.model.fields import Placement
from octodesk.store.memory import MemoryStore
from tests.build import ANA, BEN, CLOCK, at, desk_on, log_of, part, person, point, room, session

HAND = Hand(ANA.id, bytes)


def conference_desk(author: Author = ANA) -> Desk:
    """WS yoga in A at 10:00, dance in B at 11:00, a break at 12:00, tea in the tray; Ana and Ben speak in yoga."""
    return desk_on(
        log_of(
            session("yoga", at("A", "10:00")),
            session("dance", at("B", "11:00"), minutes=30),
            session("pause", at((), "12:00", exclusive=True), kind="break"),
            session("tea"),
            person("ana"),
            person("ben"),
            person("cleo"),
            part("yoga", "ana", "moderator", order="1000.a"),
            part("yoga", "ben", order="1010.a", minutes=20),
            point("p1", "yoga"),
            point("p2", "yoga"),
        ),
        author=author,
    )


def after(desk: Desk, *entries: dict[str, Any]) -> Document:
    for entry in entries:
        desk.apply(edit_of(desk.document, entry, HAND))
    return desk.document


def refusal(desk: Desk, entry: object) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refused) as raised:
        edit_of(desk.document, entry, HAND)
    return raised.value.reason, dict(raised.value.facts)


def test_place_keeps_rooms_and_exclusive_where_they_are_left_out() -> None:
    document = after(conference_desk(), {"do": "place", "session": "yoga", "start": "2021-11-17T14:00"})
    assert document.session("yoga").placement == at("A", "14:00")


def test_place_from_the_tray_is_exclusive_as_the_kind_is_and_in_no_room() -> None:
    desk = conference_desk()
    after(desk, {"do": "unplace", "session": "pause"})
    assert desk.document.session("pause").placement is None
    document = after(
        desk,
        {"do": "place", "session": "pause", "start": "2021-11-17T15:00"},
        {"do": "place", "session": "tea", "start": "2021-11-17T16:00"},
    )
    assert document.session("pause").placement == at((), "15:00", exclusive=True)
    assert document.session("tea").placement == at((), "16:00")


def test_place_sorts_rooms_and_drops_doubles() -> None:
    entry = {
        "do": "place",
        "session": "tea",
        "start": "2021-11-17T15:00",
        "rooms": ["C", "A", "C"],
        "exclusive": True,
    }
    assert after(conference_desk(), entry).session("tea").placement == at(("A", "C"), "15:00", exclusive=True)


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        ({"do": "place", "session": "nobody", "start": "2021-11-17T15:00"}, "unknown-row"),
        ({"do": "place", "session": "yoga", "start": "2021-11-17T15:00", "rooms": ["X"]}, "unknown-row"),
        ({"do": "place", "session": "yoga", "start": "tomorrow"}, "wrong-fact"),
        ({"do": "place", "session": "yoga", "start": "2021-11-17T15:00", "rooms": "A"}, "wrong-fact"),
        ({"do": "place", "session": "yoga"}, "fact-missing"),
        ({"do": "place", "session": "yoga", "start": "2021-11-17T15:00", "room": "A"}, "fact-unknown"),
        ({"do": "dance"}, "unknown-verb"),
        ({}, "unknown-verb"),
        ("place", "not-an-entry"),
        ({"do": "resize", "session": "yoga", "minutes": -1}, "length-impossible"),
        ({"do": "resize", "session": "yoga", "minutes": 12.5}, "wrong-fact"),
        ({"do": "resize", "session": "yoga", "minutes": True}, "wrong-fact"),
        ({"do": "shift", "day": "2021-11-17", "from": "9", "minutes": 5}, "wrong-fact"),
        ({"do": "set", "table": "session", "id": "yoga", "field": "start", "value": "x"}, "use-instead"),
        ({"do": "set", "table": "session", "id": "yoga", "field": "placement", "value": None}, "use-instead"),
        (
            {"do": "set", "table": "session", "id": "yoga", "field": "label", "value": "WS 4 bis"},
            "use-instead",
        ),
        ({"do": "set", "table": "session", "id": "yoga", "field": "colour", "value": "red"}, "unknown-field"),
        ({"do": "set", "table": "session", "id": "yoga", "field": "title", "value": "X"}, "language-needed"),
        (
            {"do": "set", "table": "session", "id": "yoga", "field": "note", "value": "X", "language": "fr"},
            "not-a-text",
        ),
        (
            {"do": "set", "table": "session", "id": "yoga", "field": "access", "value": "secret"},
            "wrong-value",
        ),
        ({"do": "set", "table": "session", "id": "yoga", "field": "minutes", "value": "90"}, "wrong-value"),
        (
            {"do": "set", "table": "session", "id": "yoga", "field": "kind", "value": "nothing"},
            "unknown-reference",
        ),
        (
            {"do": "set", "table": "event", "id": "event", "field": "time_zone", "value": "Mars/Base"},
            "unknown-zone",
        ),
        (
            {"do": "set", "table": "event", "id": "event", "field": "last_day", "value": "2021-11-01"},
            "days-backwards",
        ),
        (
            {"do": "set", "table": "person", "id": "ana", "field": "family_name", "value": ""},
            "person-without-anything",
        ),
        ({"do": "add", "table": "room", "id": "A", "values": {}}, "id-used"),
        ({"do": "add", "table": "room", "id": "a b", "values": {}}, "wrong-id"),
        ({"do": "add", "table": "event", "values": {}}, "unknown-table"),
        ({"do": "add", "table": "person", "values": {}}, "person-without-anything"),
        ({"do": "add", "table": "agenda_point", "values": {}}, "needed"),
        ({"do": "add", "table": "session", "values": {"start": "2021-11-17T15:00"}}, "use-instead"),
        ({"do": "delete", "table": "kind", "id": "workshop"}, "kind-in-use"),
        ({"do": "delete", "table": "event", "id": "event"}, "event-stays"),
        ({"do": "delete", "table": "room", "id": "nobody"}, "unknown-row"),
        ({"do": "contribute", "session": "yoga", "person": "ana", "role": "clown"}, "wrong-value"),
        (
            {
                "do": "contribute",
                "session": "dance",
                "person": "ana",
                "role": "speaker",
                "agenda_point": "p1",
            },
            "point-of-other-session",
        ),
        ({"do": "replace-person", "old": "ana", "new": "ana", "sessions": []}, "same-person"),
        ({"do": "replace-person", "old": "ana", "new": "ben", "sessions": ["dance"]}, "takes-no-part"),
        ({"do": "reorder", "table": "person", "id": "ana", "after": None}, "not-ordered"),
        ({"do": "reorder", "table": "agenda_point", "id": "p1", "after": "p9"}, "not-in-this-list"),
        ({"do": "acknowledge", "rule": "no-such-rule", "sessions": ["yoga"], "reason": "x"}, "unknown-rule"),
    ],
)
def test_what_makes_no_sense_is_refused(entry: object, reason: str) -> None:
    assert refusal(conference_desk(), entry)[0] == reason


def test_fixed_time_refuses_start_length_and_tray_but_not_the_room() -> None:
    desk = conference_desk()
    after(desk, {"do": "set", "table": "session", "id": "yoga", "field": "locked_time", "value": True})
    for entry in (
        {"do": "place", "session": "yoga", "start": "2021-11-17T10:05"},
        {"do": "resize", "session": "yoga", "minutes": 30},
        {"do": "set", "table": "session", "id": "yoga", "field": "minutes", "value": 30},
        {"do": "unplace", "session": "yoga"},
        {"do": "swap", "first": "yoga", "second": "dance"},
        {"do": "shift", "day": "2021-11-17", "from": "09:00", "minutes": 5},
    ):
        assert refusal(desk, entry) == ("session-time-locked", {"session": "yoga"})
    moved = after(desk, {"do": "place", "session": "yoga", "start": "2021-11-17T10:00", "rooms": ["B"]})
    assert moved.session("yoga").placement == at("B", "10:00")


def test_fixed_room_refuses_rooms_but_not_the_time() -> None:
    desk = conference_desk()
    after(desk, {"do": "set", "table": "session", "id": "yoga", "field": "locked_room", "value": True})
    entry = {"do": "place", "session": "yoga", "start": "2021-11-17T10:00", "rooms": ["B"]}
    assert refusal(desk, entry) == ("session-room-locked", {"session": "yoga"})
    assert refusal(desk, {"do": "delete", "table": "room", "id": "A"}) == (
        "session-room-locked",
        {"session": "yoga"},
    )
    moved = after(desk, {"do": "place", "session": "yoga", "start": "2021-11-17T09:00"})
    assert moved.session("yoga").placement == at("A", "09:00")


def test_a_start_that_the_clocks_leave_out_is_refused_with_the_next_that_exists() -> None:
    reason, facts = refusal(conference_desk(), {"do": "place", "session": "tea", "start": "2021-03-28T02:30"})
    assert (reason, facts["next"].isoformat()) == ("start-in-gap", "2021-03-28T03:00:00")


def test_swap_exchanges_start_and_rooms_and_leaves_exclusive_with_its_session() -> None:
    document = after(conference_desk(), {"do": "swap", "first": "yoga", "second": "pause"})
    assert document.session("yoga").placement == at((), "12:00")
    assert document.session("pause").placement == at("A", "10:00", exclusive=True)


def test_swap_with_one_not_placed_sends_the_other_to_the_tray() -> None:
    document = after(conference_desk(), {"do": "swap", "first": "yoga", "second": "tea"})
    assert (document.session("yoga").placement, document.session("tea").placement) == (None, at("A", "10:00"))


def test_shift_moves_what_starts_at_or_after_and_with_a_room_only_what_is_held_there() -> None:
    desk = conference_desk()
    after(desk, {"do": "shift", "day": "2021-11-17", "from": "11:00", "minutes": 15})
    assert placements(desk) == {
        "yoga": at("A", "10:00"), "dance": at("B", "11:15"), "pause": at((), "12:15", exclusive=True), "tea": None
    }  # fmt: skip
    after(desk, {"do": "shift", "day": "2021-11-17", "room": "A", "from": "09:00", "minutes": -30})
    assert placements(desk)["yoga"] == at("A", "09:30")
    assert placements(desk)["dance"] == at("B", "11:15")


def placements(desk: Desk) -> dict[str, Placement | None]:
    return {one.id: one.placement for one in desk.document.sessions}


def test_set_of_a_text_takes_one_language_or_all() -> None:
    desk = conference_desk()
    one = {
        "do": "set",
        "table": "session",
        "id": "yoga",
        "field": "title",
        "language": "fr",
        "value": "Le yoga",
    }
    assert after(desk, one).session("yoga").title.plain() == {"en": "Yoga", "fr": "Le yoga"}
    whole = {"do": "set", "table": "session", "id": "yoga", "field": "title", "value": {"es": "El yoga"}}
    assert after(desk, whole).session("yoga").title.plain() == {"es": "El yoga"}


def test_an_entry_that_changes_nothing_writes_no_edit() -> None:
    desk = conference_desk()
    count = len(desk.log())
    after(
        desk,
        {"do": "place", "session": "yoga", "start": "2021-11-17T10:00"},
        {"do": "unplace", "session": "tea"},
        {"do": "resize", "session": "yoga", "minutes": 60},
        {"do": "set", "table": "session", "id": "yoga", "field": "title", "language": "en", "value": "Yoga"},
        {"do": "contribute", "session": "yoga", "person": "cleo", "role": "speaker"},
        {"do": "contribute", "session": "yoga", "person": "cleo", "role": "speaker"},
        {"do": "reorder", "table": "agenda_point", "id": "p1", "after": None},
        {"do": "shift", "day": "2021-11-17", "from": "23:00", "minutes": 5},
    )
    assert len(desk.log()) == count + 1


def test_add_takes_length_kind_and_exclusive_from_the_kind() -> None:
    values = {"kind": "break", "placement": {"start": "2021-11-17T15:00"}}
    added = after(conference_desk(), {"do": "add", "table": "session", "id": "coffee", "values": values})
    assert added.session("coffee").placement == at((), "15:00", exclusive=True)
    assert added.session("coffee").minutes == 30


def test_add_puts_an_ordered_row_last_and_makes_an_id_where_none_is_given() -> None:
    document = after(conference_desk(), {"do": "add", "table": "room", "values": {"name": {"en": "Attic"}}})
    assert [document.words(one.name) for one in document.rooms] == ["Room A", "Room B", "Room C", "Attic"]
    assert document.rooms[-1].id == "00" * 10


def test_an_id_once_used_is_refused_for_ever() -> None:
    desk = conference_desk()
    after(desk, {"do": "delete", "table": "person", "id": "cleo"})
    assert (
        refusal(desk, {"do": "add", "table": "person", "id": "cleo", "values": {"country": "FR"}})[0]
        == "id-used"
    )


def test_deleting_a_room_leaves_the_start_and_takes_the_room_out() -> None:
    document = after(conference_desk(), {"do": "delete", "table": "room", "id": "A"})
    assert document.session("yoga").placement == at((), "10:00")
    assert [one.id for one in document.rooms] == ["B", "C"]


def test_deleting_a_session_takes_its_parts_and_points_along() -> None:
    document = after(conference_desk(), {"do": "delete", "table": "session", "id": "yoga"})
    assert [one.id for one in document.sessions] == ["dance", "pause", "tea"]
    assert (dict(document.table("contribution")), dict(document.table("agenda_point"))) == ({}, {})


def test_replacing_a_person_keeps_order_minutes_way_and_topic() -> None:
    document = after(
        conference_desk(), {"do": "replace-person", "old": "ben", "new": "cleo", "sessions": ["yoga"]}
    )
    found = [(one.person, one.role, one.order, one.minutes) for one in document.contributions_of("yoga")]
    assert found == [("ana", "moderator", "1000.a", None), ("cleo", "speaker", "1010.a", 20)]


def test_reorder_puts_a_row_behind_another() -> None:
    desk = conference_desk()
    after(desk, {"do": "reorder", "table": "agenda_point", "id": "p1", "after": "p2"})
    assert [one.id for one in desk.document.agenda_of("yoga")] == ["p2", "p1"]


def test_the_same_part_taken_away_and_given_again_is_one_row() -> None:
    desk = conference_desk()
    give = {"do": "contribute", "session": "dance", "person": "cleo", "role": "chair", "agenda_point": None}
    first = after(desk, give).contributions_of("dance")[0].id
    after(desk, {"do": "delete", "table": "contribution", "id": first}, give)
    assert [one.id for one in desk.document.contributions_of("dance")] == [first]


EVERY_VERB: tuple[dict[str, Any], ...] = (
    {"do": "place", "session": "tea", "start": "2021-11-18T10:00", "rooms": ["C"], "exclusive": False},
    {"do": "unplace", "session": "dance"},
    {"do": "resize", "session": "yoga", "minutes": 90},
    {"do": "swap", "first": "yoga", "second": "tea"},
    {"do": "shift", "day": "2021-11-17", "room": "A", "from": "09:00", "minutes": 15},
    {"do": "shift", "day": "2021-11-18", "from": "09:00", "minutes": -15},
    {"do": "set", "table": "session", "id": "yoga", "field": "title", "language": "fr", "value": "Le yoga"},
    {
        "do": "add",
        "table": "person",
        "id": "dora",
        "values": {"given_name": "Dora", "function": {"en": "Judge"}},
    },
    {"do": "contribute", "session": "yoga", "person": "dora", "role": "speaker", "agenda_point": "p1"},
    {"do": "replace-person", "old": "ana", "new": "cleo", "sessions": ["yoga"]},
    {"do": "reorder", "table": "agenda_point", "id": "p2", "after": None},
    {
        "do": "acknowledge",
        "rule": "room-double-booked",
        "sessions": ["yoga", "tea"],
        "reason": "one big room",
    },
    {"do": "delete", "table": "room", "id": "A"},
    {"do": "delete", "table": "session", "id": "yoga"},
)


def test_as_many_undos_as_edits_give_back_the_beginning_and_redos_the_end() -> None:
    desk = conference_desk()
    before, count = shown(desk.document), len(desk.log())
    after(desk, *EVERY_VERB)
    end, written = shown(desk.document), len(desk.log()) - count
    assert written == len(EVERY_VERB)
    for _ in range(written):
        desk.undo()
    assert shown(desk.document) == before
    assert (desk.undo(), desk.document == Document.of_log(desk.log())) == (None, True)
    for _ in range(written):
        desk.redo()
    assert shown(desk.document) == end


def test_undo_never_takes_back_somebody_elses_edit_nor_what_made_the_event() -> None:
    desk = conference_desk()
    after(desk, EVERY_VERB[0])
    ben = desk_on(desk.log(), author=BEN)
    assert (ben.undo(), shown(ben.document)) == (None, shown(desk.document))


def test_undo_is_refused_where_somebody_else_has_built_on_it() -> None:
    desk = conference_desk()
    after(desk, {"do": "add", "table": "session", "id": "new", "values": {"kind": "workshop"}})
    ben = desk_on(desk.log(), author=BEN)
    ben.apply(edit_of(ben.document, {"do": "resize", "session": "new", "minutes": 15}, HAND))
    back = desk_on(ben.log(), author=ANA)
    with pytest.raises(Refused) as raised:
        back.undo()
    assert (raised.value.reason, raised.value.facts["names"]) == ("others-built-on-it", ("Ben",))


def test_listeners_hear_which_rows_were_touched_and_a_broken_one_keeps_nobody_from_hearing() -> None:
    heard: list[frozenset[tuple[str, str]]] = []
    reported: list[Exception] = []
    desk = Desk(
        MemoryStore(log_of(session("yoga", at("A")), room("A"))), author=ANA, device="d", clock=lambda: CLOCK,
        salt=lambda: bytes(16), report=reported.append,
    )  # fmt: skip

    def broken(_: object) -> None:
        raise RuntimeError("view")

    desk.listen(broken)
    stop = desk.listen(lambda news: heard.append(news.touched))
    after(desk, {"do": "resize", "session": "yoga", "minutes": 15})
    stop()
    after(desk, {"do": "resize", "session": "yoga", "minutes": 20})
    assert heard == [frozenset({("session", "yoga")})]
    assert [str(one) for one in reported] == ["view", "view"]


def test_an_edit_made_by_a_listener_waits_until_all_have_heard() -> None:
    desk = conference_desk()
    seen: list[int] = []

    def reacts(news: Any) -> None:
        if news.document.session("yoga").minutes == 15:
            desk.apply(edit_of(news.document, {"do": "resize", "session": "yoga", "minutes": 25}, HAND))

    desk.listen(reacts)
    desk.listen(lambda news: seen.append(news.document.session("yoga").minutes))
    after(desk, {"do": "resize", "session": "yoga", "minutes": 15})
    assert seen == [15, 25]


def test_a_merge_asked_for_by_a_listener_waits_until_all_have_heard() -> None:
    desk = conference_desk()
    ben = desk_on(desk.log(), author=BEN)
    ben.apply(edit_of(ben.document, {"do": "resize", "session": "dance", "minutes": 45}, HAND))
    seen: list[tuple[int, ...]] = []
    desk.listen(lambda _: desk.merge(ben.log()))
    desk.listen(
        lambda news: seen.append(tuple(news.document.session(one).minutes for one in ("yoga", "dance")))
    )
    after(desk, {"do": "resize", "session": "yoga", "minutes": 15})
    assert seen == [(15, 30), (15, 45)]
