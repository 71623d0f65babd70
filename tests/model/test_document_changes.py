# SPDX-License-Identifier: EUPL-1.2
"""How a document changes: what it shares, what it asks, what it brings back so that no id ever dangles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from octodesk.model.delta import Delta
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.resolve import FieldState, Head, Life
from octodesk.model.rows import (
    Heading,
    Room,
    Row,
    Session,
    Track,
)
from octodesk.model.text import Text
from octodesk.model.timetable import sessions_of_day
from tests.build import (
    applied,
    at,
    conference,
    log_of,
    part,
    person,
    room,
    session,
)
from tests.model.colleagues import added, copies, deleted, meet, taken_back, titled
from tests.model.replicas import placement


def ids(rows: Iterable[Row]) -> list[str]:
    return [row.id for row in rows]


def sample() -> Document:
    return conference(
        session("s", at("A", "10:00")), session("t", at(("A", "B"), "09:00")), person("p"), part("s", "p")
    )


def test_an_edit_gives_a_new_document_and_leaves_the_old_one() -> None:
    document = sample()
    after = applied(document, document.edit("moved", document.session("s"), placement=at("C", "15:00")))
    assert after.session("s").placement == at("C", "15:00")
    assert document.session("s").placement == at("A", "10:00")
    assert after != document


def test_untouched_tables_and_what_is_derived_from_them_are_shared() -> None:
    document = sample()
    rooms, people = document.rooms, document.people
    after = applied(document, document.edit("moved", document.session("s"), placement=at("C", "15:00")))
    assert all(
        after.table(name) is document.table(name) for name in ("room", "person", "contribution", "kind")
    )
    assert after.table("session") is not document.table("session")
    assert (after.rooms is rooms, after.people is people) == (True, True)
    assert (ids(document.sessions), ids(after.sessions)) == (["t", "s"], ["t", "s"])
    assert (ids(document.sessions_in("C")), ids(after.sessions_in("C"))) == ([], ["s"])


def test_a_deletion_shares_untouched_tables_too() -> None:
    document = conference(Heading("h"), session("s", at("A")))
    after = applied(document, Edit("deleted", (Change("heading", "h", ALIVE, False),)))
    assert after.find("heading", "h") is None
    assert all(after.table(name) is document.table(name) for name in ("session", "room", "kind", "event"))


def test_an_index_follows_every_table_it_is_made_of() -> None:
    document = conference(
        room("A", order="1"), room("B", order="2"), session("s", at("A")), session("t", at("B"))
    )
    assert ids(document.sessions) == ["s", "t"]
    swapped = applied(document, document.edit("moved", document.room("A"), order="3"))
    assert ids(swapped.sessions) == ["t", "s"]
    assert ids(sessions_of_day(swapped, date(2021, 11, 17))) == ["t", "s"]


def test_an_id_ever_used_stays_used() -> None:
    (ana,) = copies(1)
    assert not ana.document.ever_used("track", "t")
    taken_back(ana, added(ana, "track", "t"))
    deleted(ana, "heading", "h")
    for document in (ana.document, Document.of_log(ana.log)):
        assert [document.ever_used(*row) for row in (("track", "t"), ("heading", "h"), ("session", "s"), ("session", "h"))] == [
            True, True, True, False,
        ]  # fmt: skip


def test_a_field_undone_holds_its_default_again() -> None:
    (ana,) = copies(1)
    taken_back(
        ana, ana.do(Change("session", "s", "minutes", 90), Change("session", "s", "title.fr", "Nuage"))
    )
    assert ana.document.session("s") == Session(
        "s", kind="workshop", title=Text.of(en="Ransomware"), placement=at("A", "09:00")
    )


def test_documents_are_equal_when_they_show_and_ask_the_same() -> None:
    ana, ben = copies()
    titled(ana, "Same")
    titled(ben, "Same")
    assert ana.document == ben.document
    titled(ben, "Other")
    assert ana.document != ben.document
    ana.take(ben.log)
    assert ana.document != ben.document
    assert ana.document != "a document"


def test_what_lies_buried_does_not_count() -> None:
    (ana,) = copies(1)
    before = ana.document
    taken_back(ana, added(ana, "track", "t"))
    assert ana.document == before


# -- rows a newer program knows


def test_unknown_tables_and_fields_are_passed_over_and_kept_in_the_log() -> None:
    (ana,) = copies(1)
    before = ana.document
    edit = ana.do(
        Change("weather", "w", ALIVE, True), Change("weather", "w", "sky", "blue"), Change("session", "s", "mood", "sunny"),
    )  # fmt: skip
    assert ana.document == before == Document.of_log(ana.log)
    assert ana.document.find("weather", "w") is None
    assert ana.log.resolved(("weather", "w", "sky")).value == ana.log[edit.id].value(1) == "blue"
    assert ana.log.resolved(("session", "s", "mood")).value == "sunny"


# -- dangling references


def test_a_room_deleted_here_and_used_there_is_brought_back_and_flagged() -> None:
    ana, ben = copies()
    deleted(ana, "room", "B")
    ben.do(Change("session", "s", "placement", placement("11:00", "B")))
    meet(ana, ben)
    for document in (ana.document, ben.document, Document.of_log(ana.log)):
        assert document.room("B") == Room("B", name=Text.of(en="Room 2"))
        assert dict(document.contested) == {("room", "B"): "deleted"}


def test_what_was_brought_back_goes_when_nobody_refers_to_it_any_more() -> None:
    ana, ben = copies()
    deleted(ana, "room", "B")
    ben.do(Change("session", "s", "placement", placement("11:00", "B")))
    meet(ana, ben)
    ana.do(Change("session", "s", "placement", None))
    assert (ana.document.find("room", "B"), dict(ana.document.contested)) == (None, {})
    assert ana.document == Document.of_log(ana.log)


def test_what_was_brought_back_stays_over_edits_that_have_nothing_to_do_with_it() -> None:
    (ana,) = copies(1)
    deleted(ana, "room", "A")
    titled(ana, "Cloud")
    ana.do(Change("room", "A", "capacity", 40))
    assert ana.document.room("A") == Room("A", name=Text.of(en="Room 1"), capacity=40)
    deleted(ana, "session", "s")
    deleted(ana, "heading", "h")
    assert set(ana.document.contested) == {("room", "A")}  # its capacity was set after it was deleted


def test_what_a_row_brought_back_refers_to_comes_back_with_it() -> None:
    (ana,) = copies(1)
    for table, row in (("session", "s"), ("room", "A"), ("kind", "workshop")):
        deleted(ana, table, row)
    assert dict(ana.document.contested) == {
        ("session", "s"): "deleted",
        ("room", "A"): "deleted",
        ("kind", "workshop"): "deleted",
    }
    deleted(ana, "heading", "h")
    assert dict(ana.document.contested) == {}
    assert [ana.document.find(*row) for row in (("session", "s"), ("room", "A"), ("kind", "workshop"))] == [
        None,
        None,
        None,
    ]


def test_a_reference_to_what_never_was_finds_a_blank_row() -> None:
    (ana,) = copies(1)
    ana.do(Change("session", "s", "kind", "never-added"))
    assert ana.document.kind("never-added").name == Text()
    assert dict(ana.document.contested) == {("kind", "never-added"): "deleted"}


def test_a_reference_to_nothing_brings_back_nothing() -> None:
    (ana,) = copies(1)
    ana.do(Change("session", "s", "kind", ""))
    assert list(ana.document.table("kind")) == ["workshop"]
    assert dict(ana.document.contested) == {}


def test_no_id_ever_dangles() -> None:
    (ana,) = copies(1)
    for table, row in (("kind", "workshop"), ("room", "A"), ("session", "s")):
        deleted(ana, table, row)
    document = ana.document
    assert document.headings[0].sessions == ("s",)
    assert (document.session("s").kind, document.session("s").rooms) == ("workshop", ("A",))
    assert (document.find("kind", "workshop") is None, document.find("room", "A") is None) == (False, False)


# -- open questions


def test_an_open_field_is_asked_until_it_is_settled() -> None:
    ana, ben = copies()
    titled(ana, "Ana")
    ben.do(Change("session", "s", "note", "first"))
    titled(ben, "Ben")
    meet(ana, ben)
    ((key, state),) = ana.document.open_fields.items()
    assert (key, [head.value for head in state.distinct()]) == (("session", "s", "title.en"), ["Ben", "Ana"])
    assert ana.document.title("s") == "Ben"
    titled(ana, "Settled")
    assert dict(ana.document.open_fields) == {}


def test_a_document_of_a_log_is_that_of_its_states() -> None:
    assert Document.of_log(log_of(session("s"))) == conference(session("s"))


def test_a_delta_of_nothing_changes_nothing() -> None:
    document = sample()
    assert document.with_delta(Delta()) == document


def test_a_row_may_come_and_go_in_deltas_made_by_hand() -> None:
    row, state = ("track", "t"), FieldState((Head("e", 0, "#123456"),))
    there = Document("e").with_delta(Delta({(*row, "color"): (FieldState(), state)}, {row: Life(alive=True)}))
    assert there.find(*row) == Track("t", color="#123456")
    assert there.with_delta(Delta({}, {row: Life()})).find(*row) is None
