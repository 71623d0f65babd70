# SPDX-License-Identifier: EUPL-1.2
"""The document: rows by id, in their orders, and what is asked of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.row_values import UnknownRow, table_of
from octodesk.model.rows import (
    Contact,
    Donor,
    Event,
    Heading,
    Related,
    Row,
    SessionDocument,
    Track,
    Version,
)
from tests.build import (
    KINDS,
    at,
    conference,
    days,
    event,
    part,
    person,
    point,
    room,
    session,
    text,
)
from tests.model.replicas import placement


def ids(rows: Any) -> list[str]:
    return [row.id for row in rows]


def sample() -> Document:
    return conference(
        session("s", at("A", "10:00")),
        session("t", at(("A", "B"), "09:00")),
        session("tray"),
        person("p", family_name="Okafor"),
        person("q", family_name="adeyemi"),
        part("s", "p", order="2"),
        part("s", "q", "moderator", order="1"),
        part("t", "p", "chair"),
        point("g2", "s", order="2"),
        point("g1", "s", order="1"),
    )


# -- rows and their order


def test_rows_are_found_by_table_and_id() -> None:
    document = sample()
    assert document.room("A") == room("A") == document.find("room", "A") == document.row("room", "A")
    assert (document.session("tray"), document.person("p")) == (
        session("tray"),
        person("p", family_name="Okafor"),
    )
    assert (document.kind("break"), document.contribution("t-p-chair").role) == (KINDS[2], "chair")
    assert [document.find(*nothing) for nothing in (("room", "Z"), ("room", None), ("weather", "A"), ("person", "A"))] == [
        None, None, None, None,
    ]  # fmt: skip


def test_an_unknown_row_is_named() -> None:
    with pytest.raises(UnknownRow) as caught:
        sample().session("never")
    assert (caught.value.table, caught.value.id) == ("session", "never")


def test_the_event_is_the_row_with_its_id_or_a_blank_one() -> None:
    assert sample().event == event()
    assert Document("e").event == Event("e")


def test_rows_stand_in_their_own_order() -> None:
    document = conference(
        *(kind(name, order=order) for kind in (Track, Heading, Related, Contact, Donor) for name, order in (("x", "2"), ("y", "1"))),
        room("A", order="3"),
        room("B", order="1"),
        room("C", order="1"),
        Version("later", at="2021-10-05T12:00:00Z"),
        Version("first", at="2021-10-04T12:00:00Z"),
        person("p", family_name="de Souza"),
        person("q", family_name="Adeyemi", given_name="Tola"),
        person("r", family_name="adeyemi", given_name="Ada"),
    )  # fmt: skip
    assert [ids(rows) for rows in (document.tracks, document.headings, document.related, document.contacts, document.donors)] == [
        ["y", "x"],
    ] * 5  # fmt: skip
    assert (ids(document.rooms), ids(document.versions), ids(document.people)) == (
        ["B", "C", "A"], ["first", "later"], ["r", "q", "p"],
    )  # fmt: skip
    assert [day.date for day in document.days] == [date(2021, 11, day) for day in (16, 17, 18)]


def test_sessions_stand_in_programme_order() -> None:
    """By start, the tray last; then no room first, then the rooms of the grid; then label; then id."""
    document = conference(
        room("A", order="2"),
        room("B", order="1"),
        session("tray"),
        session("later", at("A", "11:00")),
        session("a-room", at("A", "10:00"), label_override="X"),
        session("two", at(("A", "B"), "10:00"), label_override="Y"),
        session("one", at("B", "10:00"), label_override="Z"),
        session("nowhere", at((), "10:00", exclusive=True), kind="break"),
        session("eve", at("A", "18:00", day="2021-11-16")),
        session("same-b", at("A", "12:00"), label_override="WS"),
        session("same-a", at("A", "12:00"), label_override="WS"),
    )
    expected = ["eve", "nowhere", "two", "one", "a-room", "later", "same-a", "same-b", "tray"]
    assert ids(document.sessions) == expected


def test_what_belongs_to_a_session_or_a_person_is_found_in_its_order() -> None:
    document = sample()
    assert ids(document.agenda_of("s")) == ["g1", "g2"]
    assert ids(document.contributions_of("s")) == ["s-q-moderator", "s-p-speaker"]
    assert ids(document.contributions_by("p")) == ["t-p-chair", "s-p-speaker"]
    assert (document.sessions_of("p"), document.people_of("s")) == (("t", "s"), ("q", "p"))
    assert (ids(document.sessions_in("A")), ids(document.sessions_in("B")), ids(document.sessions_in("C"))) == (
        ["t", "s"], ["t"], [],
    )  # fmt: skip
    assert (document.agenda_of("tray"), document.documents_of("s")) == ((), ())
    more = conference(
        session("s"), SessionDocument("y", "s", order="2"), SessionDocument("x", "s", order="3")
    )
    assert ids(more.documents_of("s")) == ["y", "x"]


def test_somebody_with_two_parts_is_there_once() -> None:
    document = conference(session("s"), person("p"), part("s", "p"), part("s", "p", "chair"))
    assert (document.sessions_of("p"), document.people_of("s")) == (("s",), ("p",))


def test_the_rows_that_refer_to_one_are_found_in_every_table() -> None:
    document = conference(
        session("s", at("A")), person("p"), part("s", "p"), point("g", "s"), Heading("h", sessions=("s",)),
        Related("r", blocked_rooms=("A",)),
    )  # fmt: skip
    assert document.referrers("session", "s") == (
        ("agenda_point", "g"),
        ("contribution", "s-p-speaker"),
        ("heading", "h"),
    )
    assert document.referrers("room", "A") == (("related", "r"), ("session", "s"))
    assert document.referrers("room", "B") == ()


# -- words and times


def test_words_fall_back_in_the_events_order_of_languages() -> None:
    document = conference(event(languages=("fr", "en")))
    assert [document.words(text("Break", "Pause"), language) for language in ("", "en", "es")] == [
        "Pause",
        "Break",
        "Pause",
    ]
    assert Document("e").languages == ("en",)
    assert conference(event(languages=())).languages == ("en",)


def test_a_session_runs_between_two_instants_and_ends_on_the_clock() -> None:
    document = conference(session("s", at("A", "09:00"), minutes=110), session("tray"))
    begins = int((datetime(2021, 11, 17, 8) - datetime(1970, 1, 1)).total_seconds()) // 60
    assert document.span(document.session("s")) == (begins, begins + 110)
    assert document.end(document.session("s")) == datetime(2021, 11, 17, 10, 50)
    assert document.span(document.session("tray")) is None


# -- what must be set


def test_setting_what_is_there_already_changes_nothing() -> None:
    document = sample()
    assert document.edit("moved", document.session("s"), placement=at("A", "10:00"), minutes=60).is_empty


def test_an_edit_sets_attributes_as_plain_values_of_log_fields() -> None:
    document = sample()
    edit = document.edit(
        "set", document.session("s"), minutes=90, placement=at(("B", "A"), "11:00"), topics=("x",)
    )
    assert edit == Edit(
        "set",
        (
            Change("session", "s", "minutes", 90),
            Change("session", "s", "placement", placement("11:00", "A", "B")),
            Change("session", "s", "topics", ["x"]),
        ),
        ("s",),
    )


def test_a_text_is_set_language_by_language_where_it_differs() -> None:
    document = conference(session("s", title=text("Cloud", "Nuage", "Nube")))
    assert document.changes("session", "s", "title", text("Cloud", "Brume")) == (
        Change("session", "s", "title.es", ""),
        Change("session", "s", "title.fr", "Brume"),
    )


def test_a_log_field_is_read_as_plain_value() -> None:
    document = conference(session("s", at("A"), title=text("Cloud")))
    assert [document.plain("session", "s", name) for name in ("title.en", "title.fr", "placement", "minutes")] == [
        "Cloud", "", placement("10:00", "A"), 60,
    ]  # fmt: skip


def test_every_row_of_a_conference_comes_back_as_it_was_given() -> None:
    given: list[Row] = [event(), *days(), *KINDS, room("A"), person("p", languages=("en", "fr"))]
    given.append(session("s", at("A"), title=text("Cloud", "Nuage"), topics=("x",)))
    document = conference(*given)
    assert [document.row(table_of(row), row.id) for row in given] == given


# -- from rows as they were kept


def kept(*rows: Row, dead: tuple[Row, ...] = ()) -> Document:
    """The document of rows as a database holds them."""
    tables: dict[str, dict[str, Row]] = {}
    buried: dict[str, dict[str, Row]] = {}
    for those, into in ((rows, tables), (dead, buried)):
        for row in those:
            into.setdefault(table_of(row), {})[row.id] = row
    return Document.of_rows("e", tables, buried, {}, {}, frozenset())


def test_rows_that_refer_to_live_ones_stay_as_they_were_kept() -> None:
    document = kept(room("A"), session("s", at("A", "10:00")), person("p"), part("s", "p"), *KINDS)
    assert (document.contested, ids(document.rooms)) == ({}, ["A"])


def test_a_dead_row_that_a_kept_one_refers_to_is_brought_back() -> None:
    heading = Heading("h", sessions=("s",))
    document = kept(session("t", at("A", "10:00")), heading, *KINDS, dead=(room("A"), session("s")))
    assert document.contested == {("room", "A"): "deleted", ("session", "s"): "deleted"}
    assert document.row("session", "s") == session("s")


def test_an_id_that_was_never_a_rows_stands_for_an_empty_one() -> None:
    document = kept(part("s", "p"))
    assert document.contested == {("person", "p"): "deleted", ("session", "s"): "deleted"} | {
        ("kind", one): "deleted" for one in ids(document.kinds)
    }
