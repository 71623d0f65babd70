# SPDX-License-Identifier: EUPL-1.2
"""A document as the JSON of `show`."""

from __future__ import annotations

import json
from datetime import date

from octodesk.exchange.shown import shown
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.fields import Facts, Span
from octodesk.model.row_values import plain_row
from octodesk.model.rows import ROWS, Event, Kind, Row, SessionDocument, fields_of
from tests.build import at, conference, event, part, person, point, room, session, text

LISTED = {
    "day": "days", "room": "rooms", "booking": "bookings", "kind": "kinds", "track": "tracks", "person": "people",
    "session": "sessions", "heading": "headings", "related": "related", "contact": "contacts", "donor": "donors",
    "version": "versions", "acknowledgement": "acknowledgements", "rule_setting": "rule_settings",
    "issue": "issues",
    "translation": "translations",
}  # fmt: skip
INSIDE_SESSIONS = {"agenda_point": "agenda", "contribution": "contributions", "session_document": "documents"}


def test_every_table_is_shown() -> None:
    assert {*LISTED, *INSIDE_SESSIONS, "event"} == set(ROWS)
    programme = shown(conference())
    assert set(LISTED.values()) | {"format", "event"} == set(programme)


def test_every_field_is_shown_but_the_place_in_the_order() -> None:
    document = conference(
        session("yoga"), point("p1", "yoga"), person("ana"), part("yoga", "ana"), SessionDocument("d", "yoga")
    )
    programme = shown(document)
    yoga = next(one for one in programme["sessions"] if one["id"] == "yoga")
    for table, name in INSIDE_SESSIONS.items():
        assert set(yoga[name][0]) == {"id", *fields_of(table)} - {"order", "session"}
    assert set(programme["rooms"][0]) == {"id", *fields_of("room")} - {"order"}
    assert set(programme["event"]) == {"id", *fields_of("event")}
    derived = {"label", "start", "end", "rooms", "exclusive", *INSIDE_SESSIONS.values()}
    assert set(yoga) == {"id", *fields_of("session")} - {"placement"} | derived


def test_a_placed_session() -> None:
    document = conference(
        session("yoga", at(("B", "A"), "23:30"), minutes=45, track=None, media=Facts((("from", "23:30"),))),
        room("A", order="9"), room("B", order="1"),
    )  # fmt: skip
    yoga = shown(document)["sessions"][0]
    wanted = {
        "id": "yoga", "kind": "workshop", "label": "WS 1", "start": "2021-11-17T23:30", "end": "2021-11-18T00:15",
        "rooms": ["B", "A"], "exclusive": False, "minutes": 45, "title": {"en": "Yoga"}, "media": {"from": "23:30"},
    }  # fmt: skip
    assert {name: yoga[name] for name in wanted} == wanted


def test_a_session_not_placed_and_a_break() -> None:
    document = conference(session("tea"), session("pause", at((), "10:00", exclusive=True), kind="break"))
    pause, tea = shown(document)["sessions"]
    assert [(one["start"], one["end"], one["rooms"], one["exclusive"]) for one in (pause, tea)] == [
        ("2021-11-17T10:00", "2021-11-17T11:00", [], True),
        (None, None, [], False),
    ]


def test_labels_are_in_the_events_first_language_and_an_override_as_typed() -> None:
    spanish = event(languages=("es", "en"))
    document = conference(
        spanish,
        session("yoga", at("A")),
        session("tea", label_override="WS 4 bis"),
        Kind("x"),
        session("x", kind="x"),
    )
    assert {one["id"]: one["label"] for one in shown(document)["sessions"]} == {
        "yoga": "Taller 1",
        "tea": "WS 4 bis",
        "x": "",
    }


def test_spans_facts_and_dates_as_plain_values() -> None:
    hours = Span(clock.parse_moment("2021-11-17T09:00"), clock.parse_moment("2021-11-17T13:00"))
    row: Row = person("ana", availability=(hours,), owed=Facts((("photo", ""),)))
    assert plain_row(row)["availability"] == [{"from": "2021-11-17T09:00", "until": "2021-11-17T13:00"}]
    assert plain_row(row)["owed"] == {"photo": ""}
    assert plain_row(Event("e", first_day=date(2021, 11, 16)))["first_day"] == "2021-11-16"


def test_equal_documents_are_equal_byte_for_byte_in_whatever_order_their_rows_came() -> None:
    rows: list[Row] = [
        session("a", at("A"), title=text("X", "Y")), session("b", at("A")), session("c"), person("z"), person("y"),
        part("a", "z"), part("a", "y"),
    ]  # fmt: skip
    first, second = (conference(*given) for given in (rows, reversed(rows)))
    assert json.dumps(shown(first)) == json.dumps(shown(second))


def test_an_empty_document_is_shown_too() -> None:
    programme = shown(Document("nothing"))
    assert (programme["event"]["id"], programme["sessions"]) == ("nothing", [])
