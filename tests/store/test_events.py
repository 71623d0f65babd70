# SPDX-License-Identifier: EUPL-1.2
"""Several events in one database: added, listed, found, opened, removed, rebuilt, never mixed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from octodesk.desk import Desk
from octodesk.model.document import Document
from octodesk.model.edit import Addition, Author, Change, Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Damaged
from octodesk.model.undo import MergeStep
from octodesk.store import merges
from octodesk.store.contract import StoreError
from octodesk.store.events import Database
from octodesk.store.reading import ListedEvent, read_document
from tests.build import ANA, BEN, at, conference, log_of, room, session, stamped_into, text
from tests.store.dumps import dump

DeskOn = Callable[..., Desk]


def other_log(event_id: str = "other", short_name: str = "Test 2021") -> Log:
    log = Log()
    values = {
        "short_name": short_name,
        "name.en": "Another",
        "first_day": "2022-03-01",
        "last_day": "2022-03-02",
    }
    changes = (
        *Addition("event", event_id, values).changes(),
        *Addition("session", "yoga", {"title.en": "Not this yoga", "kind": "k"}).changes(),
        *Addition("kind", "k").changes(),
    )
    stamped_into(
        log,
        Edit("event-created", changes, kind="create"),
        event_id=event_id,
        author=Author("0" * 16, "Maker"),
    )
    return log


def test_an_added_event_is_the_document_of_its_log(database: Database) -> None:
    log = log_of(session("yoga", at("A")))
    store = database.add(log)
    assert store.document() == Document.of_log(log)
    assert [edit.id for edit in store.log()] == [edit.id for edit in log]


def test_events_are_listed_with_what_a_list_shows(database: Database) -> None:
    database.add(log_of(session("yoga", at("A")), session("go")))
    database.add(other_log())
    assert database.events() == (
        ListedEvent(
            "other", text("Another"), "Test 2021", "2022-03-01", "2022-03-02", "", 1, "2021-10-01T08:00:00Z"
        ),
        ListedEvent(
            "event",
            text("Test conference"),
            "Test 2021",
            "2021-11-16",
            "2021-11-18",
            "",
            2,
            "2021-10-01T08:00:00Z",
        ),
    )


def test_an_event_is_found_by_id_and_by_a_short_name_that_only_it_has(database: Database) -> None:
    database.add(log_of())
    database.add(other_log(short_name="Spring"))
    assert database.find("event") == "event"
    assert database.find("spring") == "other"
    with pytest.raises(StoreError) as missing:
        database.find("autumn")
    assert missing.value.reason == "unknown-event"


def test_a_short_name_that_two_events_have_is_ambiguous(database: Database) -> None:
    database.add(log_of())
    database.add(other_log(short_name="test 2021"))
    with pytest.raises(StoreError) as several:
        database.find("Test 2021")
    assert (several.value.reason, several.value.where) == ("ambiguous", "Test 2021")


def test_edits_of_one_event_leave_the_other_as_it_was(database: Database, desk_on: DeskOn) -> None:
    here, there = database.add(log_of(session("yoga", at("A")))), database.add(other_log())
    before = there.document()
    desk = desk_on(here)
    desk.apply(desk.document.edit("session-moved", desk.document.session("yoga"), placement=at("B", "11:00")))
    desk.undo()
    assert there.document() == before
    assert list(there.own_steps(ANA.id, "d1")) == []
    assert there.heads() == tuple(other_log().heads) or len(there.heads()) == 1


def test_a_removed_event_leaves_nothing_behind(database: Database, desk_on: DeskOn) -> None:
    database.add(other_log())
    before = dump(database)
    store = database.add(log_of(session("yoga", at("A"))))
    desk = desk_on(store)
    desk.apply(desk.document.edit("session-moved", desk.document.session("yoga"), placement=None))
    store.drafts.write(("session", "yoga", "title.en"), "Yo", since="2021-10-04T12:00:00Z")
    theirs = [stamped_into(store.log(), Edit("x", (Change("session", "yoga", "minutes", 5),)), author=BEN)]
    store.merge(theirs, received=b"zip", source="Ben")
    database.remove("event")
    assert dump(database) == before


def test_an_event_cannot_be_added_twice(database: Database) -> None:
    database.add(log_of())
    with pytest.raises(StoreError) as twice:
        database.add(log_of())
    assert (twice.value.reason, twice.value.where) == ("event-known", "event")


def test_an_empty_log_is_no_event(database: Database) -> None:
    with pytest.raises(StoreError) as empty:
        database.add(Log())
    assert empty.value.reason == "unknown-event"
    assert database.events() == ()


@pytest.mark.parametrize("ask", ["open", "remove"])
def test_an_event_that_is_not_there_is_said_to_be_unknown(database: Database, ask: str) -> None:
    with pytest.raises(StoreError) as missing:
        getattr(database, ask)("nowhere")
    assert (missing.value.reason, missing.value.where) == ("unknown-event", "nowhere")


def test_what_was_edited_is_there_after_a_restart_and_can_be_undone(path: Path, desk_on: DeskOn) -> None:
    with Database(path) as first:
        desk = desk_on(first.add(log_of(session("yoga", at("A")))))
        before = desk.document
        desk.apply(
            desk.document.edit("session-moved", desk.document.session("yoga"), placement=at("B", "11:00"))
        )
        after = desk.document
    with Database(path) as second:
        again = desk_on(second.open("event"))
        assert again.document == after
        again.undo()
        assert again.document == before
        again.redo()
        assert again.document == after
    assert read_document(path, "event") == after


def test_an_undo_is_refused_where_a_colleague_has_built_on_it(database: Database, desk_on: DeskOn) -> None:
    store = database.add(log_of(session("yoga")))
    mine = desk_on(store)
    mine.apply(mine.document.edit("session-moved", mine.document.session("yoga"), placement=at("A")))
    moved = mine.undo_edit()
    assert moved is not None
    theirs = desk_on(store, author=BEN, device="d2")
    theirs.apply(theirs.document.edit("session-moved", theirs.document.session("yoga"), placement=at("B")))
    assert store.standing_on(moved.id, ANA.id) == {store.heads()[0]}


def test_rebuilding_gives_the_same_tables(database: Database, desk_on: DeskOn) -> None:
    store = database.add(log_of(session("yoga", at("A")), room("D")))
    database.add(other_log())
    desk = desk_on(store)
    desk.apply(desk.document.edit("session-moved", desk.document.session("yoga"), placement=at("D", "11:00")))
    desk.apply(Edit("room-deleted", (Change("room", "D", "_alive", False),)))
    desk.undo()
    before = dump(database)
    database.rebuild()
    assert dump(database) == before


def test_a_merge_is_taken_out_again_in_one_step(database: Database) -> None:
    log = log_of(session("yoga", at("A")))
    store = database.add(log)
    before, document = dump(database), store.document()
    edits = [
        stamped_into(log, Edit("x", (Change("session", "yoga", "minutes", 45),)), author=BEN, device="d2"),
        stamped_into(
            log, Edit("y", Addition("session", "new", {"title.en": "New"}).changes()), author=BEN, device="d2"
        ),
    ]
    heads = store.heads()
    store.merge(edits, received=b"the file", source="Ben")
    ids = tuple(edit.id for edit in edits)
    assert store.newest_merge() == MergeStep(heads, ids, "Ben", edits[-1].lamport, final=False)
    delta = store.take_out_newest_merge()
    assert (delta.edits, delta.gone) == ((), tuple(sorted(ids)))
    assert (store.document(), store.newest_merge()) == (document, None)
    assert dump(database) == before


def test_only_the_newest_merges_are_remembered(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merges, "KEPT_STEPS", 2)
    log = log_of(session("yoga"))
    store = database.add(log)
    for minutes in (10, 20, 30):
        edit = Edit("x", (Change("session", "yoga", "minutes", minutes),))
        store.merge([stamped_into(log, edit, author=BEN)], received=b"", source=str(minutes))
    found = []
    while step := store.newest_merge():
        found.append(step.source)
        store.take_out_newest_merge()
    assert found == ["30", "20"]


def test_an_edit_of_another_event_is_refused_and_nothing_changes(database: Database) -> None:
    store = database.add(log_of())
    before = dump(database)
    with pytest.raises(Damaged) as wrong:
        store.append(list(other_log()))
    assert wrong.value.reason == "other-event"
    assert dump(database) == before


def test_conference_rows_survive_the_way_through_the_tables(database: Database) -> None:
    rows = tuple(
        conference(session("yoga", at(("A", "B")), topics=("law",), regions=("Asia/Tokyo",)))
        .table("session")
        .values()
    )
    assert tuple(database.add(log_of(*rows)).document().table("session").values()) == rows


@pytest.mark.skipif(os.name == "nt", reason="files have other rights there")
def test_a_new_database_is_for_its_owner_alone(database: Database, path: Path) -> None:
    database.add(log_of())
    assert {one.stat().st_mode & 0o077 for one in path.parent.iterdir()} == {0}
