# SPDX-License-Identifier: EUPL-1.2
"""What was done and what an undo would take back, in words; what things are called."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from octodesk import languages
from octodesk.desk import Desk
from octodesk.edits.events import new_event
from octodesk.edits.items import become_item
from octodesk.edits.verbs import Hand, edit_of
from octodesk.edits.versions import issue_version
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Placement
from octodesk.wording import edits
from octodesk.wording.edits import done, undo_name
from octodesk.wording.row_names import row_name
from octodesk.wording.things import (
    hour,
    people_named,
    person_name,
    room_name,
    rooms_named,
    session_name,
    where,
    where_and_day,
)  # fmt: skip
from tests.build import (
    ANA,
    applied,
    at,
    conference,
    desk_on,
    event,
    log_of,
    part,
    person,
    point,
    room,
    session,
    text,
)
from tests.wording.raised import codes

HAND = Hand(ANA.id, bytes)

ENTRIES = {
    "place in another room": (
        {"do": "place", "session": "yoga", "start": "2021-11-17T11:00", "rooms": ["B"]},
        "WS 1 moved to Wednesday 17 November, Room B, 11:00", "move of WS 1",
    ),
    "place from the tray": (
        {"do": "place", "session": "tea", "start": "2021-11-18T11:00"},
        "WS 2 moved to Thursday 18 November, room to be decided, 11:00", "placing of WS 2",
    ),
    "unplace": (
        {"do": "unplace", "session": "yoga"}, "“Yoga” is no longer on the timetable", "taking “Yoga” off the timetable",
    ),
    "resize": ({"do": "resize", "session": "yoga", "minutes": 110}, "WS 1 now lasts 1\xa0h\xa050", "length of WS 1"),
    "swap": (
        {"do": "swap", "first": "yoga", "second": "pause"},
        "WS 1 and “Pause” have changed places", "swap with WS 1",
    ),
    "shift": (
        {"do": "shift", "day": "2021-11-17", "from": "09:00", "minutes": 5},
        "2 sessions moved in time", "move of 2 sessions",
    ),
    "shift one": (
        {"do": "shift", "day": "2021-11-17", "from": "11:00", "minutes": 5},
        "1 session moved in time", "move of 1 session",
    ),
    "set a text": (
        {"do": "set", "table": "session", "id": "yoga", "field": "title", "language": "fr", "value": "Le yoga"},
        "WS 1: title in French changed", "title of WS 1",
    ),
    "set a field": (
        {"do": "set", "table": "room", "id": "A", "field": "capacity", "value": 5},
        "Room A: seats changed", "seats of Room A",
    ),
    "add": (
        {"do": "add", "table": "person", "id": "cleo", "values": {"given_name": "Cleo", "family_name": "Roy"}},
        "C. Roy added", "adding C. Roy",
    ),
    "delete": ({"do": "delete", "table": "room", "id": "C"}, "Room C deleted", "deleting Room C"),
    "delete a session": (
        {"do": "delete", "table": "session", "id": "yoga"}, "“Yoga” deleted", "deleting “Yoga”",
    ),
    "contribute": (
        {"do": "contribute", "session": "yoga", "person": "ben", "role": "chair"},
        "B. Ode added to WS 1", "new part in WS 1",
    ),
    "replace": (
        {"do": "replace-person", "old": "ana", "new": "ben"}, "A. Silva replaced by B. Ode", "replacement of A. Silva",
    ),
    "reorder": (
        {"do": "reorder", "table": "agenda_point", "id": "p2", "after": None},
        "“The end” in WS 1 put into another place in the order", "new order of “The end” in WS 1",
    ),
    "acknowledge": (
        {"do": "acknowledge", "rule": "room-double-booked", "sessions": ["yoga", "pause"], "reason": "fine"},
        "Clash of “Pause” and WS 1 accepted", "accepted clash of “Pause”",
    ),
}  # fmt: skip


def desk() -> Desk:
    return desk_on(
        log_of(
            session("yoga", at("A", "10:00")), session("pause", at((), "12:00", exclusive=True), kind="break"),
            session("tea"), person("ana", given_name="Ana", family_name="Silva"),
            person("ben", given_name="Ben", family_name="Ode"), part("yoga", "ana"),
            point("p1", "yoga", "The beginning"), point("p2", "yoga", "The end"),
        )
    )  # fmt: skip


@pytest.mark.parametrize("name", ENTRIES)
def test_what_was_done_and_what_an_undo_takes_back(name: str) -> None:
    entry, said, noun = ENTRIES[name]
    here = desk()
    edit = edit_of(here.document, entry, HAND)
    here.apply(edit)
    stamped = here.undo_edit()
    assert stamped is not None
    assert (done(here.document, edit), undo_name(here.document, edit)) == (said, noun)
    assert (done(here.document, stamped), undo_name(here.document, stamped)) == (said, noun)


def test_a_talk_that_became_an_item_is_still_named() -> None:
    talks = session("sparks", at("A"), kind="lightning-talks", title=text("Sparks"))
    document = conference(talks, session("yoga", minutes=5))
    edit = become_item(document, "yoga", of="sparks", author_id=ANA.id, fresh_id="new")
    after = applied(document, edit)
    assert (done(after, edit), undo_name(after, edit)) == (
        "“Yoga” is now an item of “Sparks”", "making “Yoga” an item",
    )  # fmt: skip


def test_undone_and_done_again_name_what_it_was_about() -> None:
    here = desk()
    here.apply(edit_of(here.document, ENTRIES["resize"][0], HAND))
    here.undo()
    undone = list(here.log())[-1]
    assert done(here.document, undone) == "A change taken back: WS 1"
    here.redo()
    assert done(here.document, list(here.log())[-1]) == "A change made again: WS 1"


def test_beginning_and_issuing() -> None:
    here = desk()
    edit = issue_version(
        here.document,
        label="Version 2021-10-04",
        at=datetime(2021, 10, 4, tzinfo=UTC),
        author=ANA,
        fresh_id="v",
    )
    here.apply(edit)
    assert (done(here.document, edit), undo_name(here.document, edit)) == (
        "Version 4 October 2021 issued", "issue of the version",
    )  # fmt: skip
    begun = new_event(
        event_id="x", name="X", first_day=date(2022, 1, 1), days=1, time_zone="UTC", languages=("en",)
    )
    assert done(Document("x"), begun) == "Conference begun"


def test_every_label_an_edit_can_have_is_said() -> None:
    labels = codes("Edit", "edits", "desk.py", "ui", "cli", "exchange") | codes("edit", "edits", "ui")
    assert labels - set(edits._DONE) == set()
    never_taken_back = {"event-created", "undone", "redone", "issued"}
    said_otherwise = never_taken_back | {
        "field-set",
        "fields-set",
        "rows-taken",
        "sessions-shifted",
        "sessions-moved",
    }
    assert labels - set(edits._NOUNS) == said_otherwise & labels


@pytest.mark.parametrize("language", ["fr", "es"])
@pytest.mark.parametrize("name", ENTRIES)
def test_in_every_language_all_places_are_filled(name: str, language: str) -> None:
    here = desk()
    edit = edit_of(here.document, ENTRIES[name][0], HAND)
    here.apply(edit)
    languages.set_language(language)
    assert "{" not in done(here.document, edit) + undo_name(here.document, edit)


def test_an_edit_about_rows_since_deleted_is_still_said() -> None:
    here = desk()
    made = [edit_of(here.document, entry, HAND) for entry, _, _ in ENTRIES.values()]
    for table in ("session", "person", "room"):
        for row_id in list(here.document.table(table)):
            here.apply(edit_of(here.document, {"do": "delete", "table": table, "id": row_id}, HAND))
    for edit in made:
        assert done(here.document, edit)
        assert undo_name(here.document, edit)
    assert done(here.document, Edit("undone", about=("gone",))) == "A change taken back: something deleted"


# -- what things are called


def test_a_session_is_called_by_label_title_or_kind() -> None:
    document = conference(
        session("a", at("A")), session("b", title=text("Tango", "Le tango")), session("c", title=text(), kind="break"),
        session("d", label_override="WS 4 bis"),
    )  # fmt: skip
    names = [session_name(document, one) for one in ("a", "b", "c", "d", "gone")]
    assert names == ["WS 1", "“Tango”", "Break", "WS 4 bis", "a deleted session"]
    languages.set_language("fr")
    names = [session_name(document, one) for one in ("a", "b", "c", "d")]
    assert names == ["Atelier 1", "«\u202fLe tango\u202f»", "Pause", "WS 4 bis"]


def test_rooms_are_named_in_grid_order_and_people_as_given() -> None:
    document = conference(
        room("attic", order="0001.a", name=text("Attic", "Grenier")), room("x", name=text()),
        person("ana", given_name="Ana Maria", family_name="Silva"),
        person("rep", family_name="", function=text("Representative"), organisation=text("Ministry of Justice"), country="JP"),
        person("land", family_name="", country="JP"),
        person("one", family_name="", given_name="Cher"),
    )  # fmt: skip
    assert rooms_named(document, ["C", "attic", "A"]) == "Attic, Room A and Room C"
    assert (rooms_named(document, []), room_name(document, "x"), room_name(document, "gone")) == (
        "", "x", "a deleted room",
    )  # fmt: skip
    people = ["rep", "ana", "land", "one"]
    assert [person_name(document, one) for one in people] == [
        "Representative, Ministry of Justice", "A. M. Silva", "Japan", "Cher",
    ]  # fmt: skip
    assert people_named(document, ["ana", "gone"]) == "A. M. Silva and a deleted person"


def test_hours_follow_the_house_style_of_the_language() -> None:
    document = conference(event(time_form=text("2 p.m.", "14h30")))
    assert hour(document, datetime(2021, 11, 17, 14, 30)) == "2:30\xa0p.m."
    languages.set_language("fr")
    assert hour(document, datetime(2021, 11, 17, 14, 30)) == "14h30"
    languages.set_language("es")
    assert hour(document, datetime(2021, 11, 17, 14, 30)) == "14:30"


@pytest.mark.parametrize(
    ("placement", "words"),
    [
        (at(("B", "A"), "11:00"), "Room A and Room B, 11:00"),
        (at((), "11:00"), "room to be decided, 11:00"),
        (at((), "11:00", exclusive=True), "11:00"),
    ],
)
def test_where_something_is(placement: Placement, words: str) -> None:
    document = conference()
    assert where(document, placement) == words
    assert where_and_day(document, placement) == f"Wednesday 17 November, {words}"


def test_rows_of_every_table_have_a_name() -> None:
    document = conference(point("p1", "yoga", "The end"), session("yoga"))
    assert row_name(document, "agenda_point", "p1") == "“The end” in “Yoga”"
    assert row_name(document, "contact", "gone") == "contact"
    assert row_name(document, "event", "event") == "Test conference"
