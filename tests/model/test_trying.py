# SPDX-License-Identifier: EUPL-1.2
"""An edit tried out on a document gives what making it would give."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.log import Log
from tests.build import applied, at, conference, part, person, room, session, stamped_into
from tests.model.examples import examples
from tests.model.replicas import Act, World, acts, histories, shown


def sample() -> Document:
    return conference(session("s", at("A")), session("t"), person("p"), part("s", "p"), room("D"))


def test_trying_leaves_the_document_and_shares_what_it_does_not_touch() -> None:
    document = sample()
    edit = document.edit("session-moved", document.session("s"), placement=at("D", "15:00"))
    tried = document.tried(edit)
    assert tried == applied(document, edit)
    assert document.session("s").placement == at("A")
    assert tried.table("person") is document.table("person")


def test_rows_come_and_go() -> None:
    edit = Edit(
        "both",
        (
            Change("room", "D", ALIVE, False),
            Change("room", "E", ALIVE, True),
            Change("room", "E", "capacity", 9),
        ),
    )
    tried = sample().tried(edit)
    assert (tried.find("room", "D"), tried.room("E").capacity) == (None, 9)


def test_a_row_deleted_while_it_is_needed_is_brought_back_flagged() -> None:
    tried = sample().tried(Edit("deleted", (Change("room", "A", ALIVE, False),)))
    assert (tried.room("A").id, dict(tried.contested)) == ("A", {("room", "A"): "deleted"})


@pytest.mark.parametrize(
    "edit", [Edit("undone", kind="undo", retracts="e"), Edit("removed", kind="redact", redacts=(("e", 0),))]
)
def test_what_only_the_log_knows_cannot_be_tried(edit: Edit) -> None:
    with pytest.raises(ValueError, match="only the log"):
        sample().tried(edit)


def test_a_field_set_twice_cannot_be_tried_or_made() -> None:
    twice = Edit("twice", (Change("session", "s", "minutes", 5), Change("session", "s", "minutes", 6)))
    for do in (sample().tried, lambda edit: stamped_into(Log(), edit)):
        with pytest.raises(ValueError, match="twice sets a field twice"):
            do(twice)


@examples(200)
@given(
    histories,
    acts.filter(lambda act: act.what in ("set", "add", "delete", "settle", "contribute", "version")),
)
def test_trying_is_doing(history: list[Act], act: Act) -> None:
    world = World.after(history)
    copy = world.copies[act.who]
    before, count = copy.document, len(copy.log)
    world.act(act)
    if len(copy.log) == count:
        return
    made = list(copy.log)[-1]
    changes = tuple(Change(*one.key, made.value(place)) for place, one in enumerate(made.changes))
    tried = before.tried(Edit(made.label, changes, kind=made.kind))
    assert shown(tried) == shown(copy.document)
    assert (set(tried.open_fields), tried.contested) == (
        set(copy.document.open_fields),
        copy.document.contested,
    )


@given(st.integers(0, 3))
def test_referrers_follow_every_change(moves: int) -> None:
    document = sample()
    for step in range(moves):
        document = document.tried(
            document.edit("moved", document.session("t"), placement=at("ABC"[step], "12:00"))
        )
    expected = {("session", one.id) for one in document.sessions if "A" in one.rooms}
    assert set(document.referrers("room", "A")) == expected
