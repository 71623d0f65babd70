# SPDX-License-Identifier: EUPL-1.2
"""What a newer program wrote into a field is kept apart: it reads as the default, is known as unreadable, and is not
overwritten by a program that does not understand it. The same from the log, from the database and step by step."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.edits.fields import set_field
from octodesk.edits.rows import delete_row
from octodesk.edits.sessions import place
from octodesk.exchange import octo
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.log import Log
from octodesk.store.events import Database
from tests.build import BEN, at, desk_on, log_of, session, stamped_into

ODD: list[tuple[str, Any]] = [
    ("minutes", 10**12), ("minutes", "long"), ("placement", {"start": "2021-11-17T09:00", "floor": 3}), ("title.en", 5),
    ("access", "members"), ("topics", "law"), ("kind", 7), ("webcast", "maybe"), ("interpretation", [["fr"]]),
]  # fmt: skip


def log_with(field: str, value: Any) -> Log:
    log = log_of(session("yoga", at("A"), minutes=45), session("chess"))
    stamped_into(log, Edit("newer", (Change("session", "yoga", field, value),)), author=BEN, device="d2")
    return log


@pytest.mark.parametrize(("field", "value"), ODD)
def test_it_is_kept_apart_the_same_everywhere(field: str, value: Any) -> None:
    log = log_with(field, value)
    document = Document.of_log(log)
    assert document.unreadable == {("session", "yoga", field)}
    with Database("sqlite://") as database:
        store = database.add(log)
        assert store.document() == document
        database.rebuild()
        assert store.document() == document
    desk = desk_on(log_of(session("yoga", at("A"), minutes=45)))
    assert desk.document.unreadable == frozenset()
    assert list(octo.read(octo.write(log)).log) == list(log)


@pytest.mark.parametrize(("field", "value"), ODD)
def test_it_is_not_overwritten(field: str, value: Any) -> None:
    desk = desk_on(log_with(field, value))
    before = desk.document
    with pytest.raises(Refused) as refused:
        desk.apply(Edit("x", (Change("session", "yoga", field, None),)))
    name = field.partition(".")[0]
    facts = {"table": "session", "id": "yoga", "field": name}
    assert (refused.value.reason, refused.value.facts) == ("written-by-newer", facts)
    assert desk.document is before


def test_nor_by_what_moves_or_frees_it() -> None:
    desk = desk_on(log_with("placement", {"start": "tomorrow"}))
    with pytest.raises(Refused, match="written-by-newer"):
        desk.apply(place(desk.document, "yoga", start=at("B").start, rooms=("B",)))
    desk.apply(delete_row(desk.document, table="session", row_id="yoga"))
    assert desk.document.find("session", "yoga") is None


def test_other_fields_of_the_row_can_be_written() -> None:
    desk = desk_on(log_with("minutes", 10**12))
    desk.apply(
        set_field(desk.document, table="session", row_id="yoga", field="title", language="en", value="Yoga 2")
    )
    assert (desk.document.title("yoga"), desk.document.session("yoga").minutes) == ("Yoga 2", 60)


def test_it_goes_with_the_edit_that_wrote_it() -> None:
    log = log_of(session("yoga"))
    theirs = log.copy()
    stamped_into(
        theirs, Edit("newer", (Change("session", "yoga", "minutes", "long"),)), author=BEN, device="d2"
    )
    desk = desk_on(log)
    before = desk.document
    desk.merge(theirs, source="Ben")
    assert desk.document.unreadable == {("session", "yoga", "minutes")}
    desk.undo()
    assert (desk.document, desk.document.unreadable) == (before, frozenset())


def test_a_choice_among_values_of_which_one_is_unreadable_can_be_made() -> None:
    log = log_of(session("yoga"))
    theirs = log.copy()
    stamped_into(log, Edit("x", (Change("session", "yoga", "minutes", 30),)))
    stamped_into(
        theirs, Edit("newer", (Change("session", "yoga", "minutes", "long"),)), author=BEN, device="d2"
    )
    stamped_into(theirs, Edit("nothing", (Change("session", "yoga", "note", "x"),)), author=BEN, device="d2")
    stamped_into(
        theirs, Edit("newer", (Change("session", "yoga", "minutes", "longer"),)), author=BEN, device="d2"
    )
    desk = desk_on(log)
    desk.merge(theirs)
    assert desk.document.unreadable == {("session", "yoga", "minutes")}
    desk.apply(Edit("settled", (Change("session", "yoga", "minutes", 30),), kind="settle"))
    assert (desk.document.unreadable, desk.document.session("yoga").minutes) == (frozenset(), 30)
