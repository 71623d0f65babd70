# SPDX-License-Identifier: EUPL-1.2
"""Rows in an order of the user's own: moving them, and what happens when the keys grow too long."""

from __future__ import annotations

import random

from octodesk.edits.ordering import key_at_end, reorder
from octodesk.model.document import Document
from octodesk.model.order import LONGEST
from octodesk.model.rows import Row
from tests.build import ANA, BEN, conference, desk_on, log_of, point, room, session
from tests.edits.refusing import refused


def points(document: Document) -> list[str]:
    return [one.id for one in document.agenda_of("yoga")]


def test_every_row_can_go_to_every_place() -> None:
    rows: list[Row] = [session("yoga"), *(point(f"p{n}", "yoga") for n in range(4))]
    for moving in range(4):
        for place in range(-1, 4):
            if place == moving:
                continue
            desk = desk_on(log_of(*rows))
            after = None if place < 0 else f"p{place}"
            wanted = [f"p{n}" for n in range(4) if n != moving]
            wanted.insert(0 if after is None else wanted.index(after) + 1, f"p{moving}")
            edit = reorder(
                desk.document, table="agenda_point", row_id=f"p{moving}", after=after, author_id=ANA.id
            )
            desk.apply(edit)
            assert points(desk.document) == wanted


def test_a_list_whose_keys_grow_too_long_is_renumbered_in_the_same_edit() -> None:
    """Two rows take turns at going between the first two, which asks for ever longer keys."""
    desk = desk_on(log_of(session("yoga"), *(point(f"p{n}", "yoga") for n in range(4))))
    order, chance, renumbered = ["p0", "p1", "p2", "p3"], random.Random(7), 0
    for _ in range(300):
        moving = chance.choice(order[1:])
        order.remove(moving)
        order.insert(1, moving)
        edit = reorder(desk.document, table="agenda_point", row_id=moving, after="p0", author_id=ANA.id)
        renumbered += len(edit.changes) > 1
        desk.apply(edit)
        assert points(desk.document) == order
        assert max(len(one.order) for one in desk.document.agenda_of("yoga")) <= LONGEST
    assert 1 <= renumbered < 60


def test_a_list_with_a_key_from_elsewhere_that_nothing_sorts_after_is_renumbered() -> None:
    document = conference(session("yoga"), point("p0", "yoga", order="zzzz"))
    key, changes = key_at_end(document, "agenda_point", "yoga", BEN.id)
    assert [change.id for change in changes] == ["p0"]
    assert changes[0].value < key


def test_lists_of_other_sessions_are_other_lists() -> None:
    document = conference(session("yoga"), session("dance"), point("p0", "yoga"), point("p1", "dance"))
    reason, facts = refused(
        lambda: reorder(document, table="agenda_point", row_id="p0", after="p1", author_id=ANA.id)
    )
    assert (reason, facts["after"]) == ("not-in-this-list", "p1")
    reason, _ = refused(
        lambda: reorder(document, table="agenda_point", row_id="p0", after="p0", author_id=ANA.id)
    )
    assert reason == "not-in-this-list"


def test_rooms_are_one_list() -> None:
    desk = desk_on(log_of(room("attic", order="0500.a")))
    desk.apply(reorder(desk.document, table="room", row_id="attic", after="C", author_id=ANA.id))
    assert [one.id for one in desk.document.rooms] == ["A", "B", "C", "attic"]
