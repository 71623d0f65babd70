# SPDX-License-Identifier: EUPL-1.2
"""What a merge would do, worked out from two logs."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from octodesk.edits.verbs import Hand, edit_of
from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.model.log import Log
from octodesk.model.merge_review import Review, review
from octodesk.model.twins import Twins
from tests.build import ANA, BEN, at, desk_on, log_of, part, person, point, session
from tests.model.examples import examples
from tests.model.replicas import Act, World, histories

YOGA, TEA = session("yoga", at("A", "10:00")), session("tea", at("B", "10:00"))


def base() -> Log:
    return log_of(YOGA, TEA, person("ida"), part("yoga", "ida"), point("p", "yoga"))


def edited(log: Log, author: Author, *entries: dict[str, Any]) -> Log:
    desk = desk_on(log.copy(), author=author, device=author.name)
    for entry in entries:
        desk.apply(edit_of(desk.document, entry, Hand(author.id, bytes)))
    return desk.log()


def titled(row: str, words: str) -> dict[str, Any]:
    return {"do": "set", "table": "session", "id": row, "field": "title", "language": "en", "value": words}


def placed(row: str, room: str, hour: str) -> dict[str, Any]:
    return {"do": "place", "session": row, "start": f"2021-11-17T{hour}", "rooms": [room]}


def met(ana: tuple[dict[str, Any], ...], ben: tuple[dict[str, Any], ...]) -> Review:
    start = base()
    return review(edited(start, ANA, *ana), edited(start, BEN, *ben))


def test_each_side_s_changes_with_who_made_them() -> None:
    found = met((titled("yoga", "Slow yoga"),), (placed("tea", "C", "11:00"), titled("tea", "Green tea")))
    assert [(len(found.new), len(found.lacking), found.colliding, found.names)] == [(2, 1, 0, ("Ben",))]
    mine = [(line.difference.field, line.edit and line.edit.author.name) for line in found.mine_changed]
    theirs = [(line.difference.field, line.edit and line.edit.author.name) for line in found.they_changed]
    assert (mine, theirs) == ([("title", "Ana")], [("title", "Ben"), ("placement", "Ben")])
    assert found.merged.title("tea") == "Green tea"


def test_the_states_are_those_of_the_files() -> None:
    start = base()
    mine, theirs = edited(start, ANA, titled("yoga", "A")), edited(start, BEN, titled("tea", "B"))
    found = review(mine, theirs)
    assert (found.base, found.mine, found.theirs) == tuple(map(Document.of_log, (start, mine, theirs)))


def test_what_touches_the_same_is_counted_and_asked() -> None:
    found = met((placed("yoga", "B", "12:00"),), (placed("yoga", "C", "12:00"), titled("tea", "Green tea")))
    assert ([one.row for one in found.questions], found.colliding) == ([("session", "yoga")], 1)


def test_only_clashes_that_neither_has_are_born_of_it() -> None:
    found = met((placed("yoga", "C", "12:00"),), (placed("tea", "C", "12:00"),))
    assert [(one.rule, one.sessions) for one in found.clashes] == [("room-double-booked", ("tea", "yoga"))]
    before = met((placed("yoga", "B", "10:00"),), (titled("tea", "Green tea"),))
    assert before.clashes == ()


def test_changes_are_grouped_by_session_in_the_order_of_the_programme() -> None:
    ana = (
        {"do": "set", "table": "agenda_point", "id": "p", "field": "minutes", "value": 5},
        {"do": "set", "table": "room", "id": "A", "field": "capacity", "value": 50},
    )
    ben = (
        titled("tea", "Green tea"),
        titled("yoga", "Slow yoga"),
        {"do": "delete", "table": "agenda_point", "id": "p"},
    )
    groups = met(ana, ben).groups()
    assert [(one.session, one.table, len(one.mine), len(one.theirs)) for one in groups] == [
        ("yoga", "session", 1, 2), ("tea", "session", 0, 1), ("", "room", 1, 0),
    ]  # fmt: skip


def test_what_was_taken_back_is_laid_to_who_took_it_back() -> None:
    start = edited(base(), ANA, titled("yoga", "Slow yoga"))
    mine = desk_on(start.copy(), author=ANA, device="Ana")
    mine.undo()
    found = review(mine.log(), edited(start, BEN, titled("tea", "Green tea")))
    assert [(line.difference.after, line.edit and line.edit.kind) for line in found.mine_changed] == [
        ("Yoga", "create")
    ]


def test_the_same_person_added_twice_is_told() -> None:
    def added(row: str, family: str) -> dict[str, Any]:
        return {
            "do": "add",
            "table": "person",
            "id": row,
            "values": {"given_name": "Ilze", "family_name": family},
        }

    assert met((added("a", "Kalniņa"),), (added("b", "KALNINA"),)).twins == (Twins("a", "b"),)


def test_with_the_same_there_is_nothing() -> None:
    same = base()
    found = review(same, same.copy())
    assert (found.new, found.lacking, found.groups(), found.questions, found.clashes) == ((), (), (), (), ())


@examples(60)
@given(histories)
def test_whatever_people_did_the_states_are_those_of_the_logs(history: list[Act]) -> None:
    mine, theirs = (copy.log for copy in World.after(history).copies[:2])
    found = review(mine, theirs)
    shared = Log(edit for edit in mine if edit.id in theirs)
    union = mine.copy()
    union.add(theirs)
    states = (found.base, found.mine, found.theirs, found.merged)
    assert states == tuple(map(Document.of_log, (shared, mine, theirs, union)))
