# SPDX-License-Identifier: EUPL-1.2
"""The fewest moves after a loss."""

from __future__ import annotations

from datetime import date, time
from itertools import combinations, product

import pytest

from octodesk.exchange.samples import sample_log
from octodesk.model.checks import check
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.planner.losses import Loss, after
from octodesk.planner.repair import HARD, Move, Repair, placed_at, repair, who_is_told
from tests.build import at, conference, days, event, part, person, room, session

WEDNESDAY = date(2021, 11, 17)
ONE_DAY = event(first_day=WEDNESDAY, last_day=WEDNESDAY)


def holds(document: Document, found: Repair, loss: Loss) -> bool:
    """Whether after the moves no rule that must hold is broken any more."""
    moved = placed_at(after(document, loss), {one.session: one.after for one in found.moves})
    return [one for one in check(moved) if one.rule in HARD] == []


def test_nothing_is_wrong_so_nothing_moves() -> None:
    assert repair(conference(session("yoga", at("A", "10:00"))), Loss()) == Repair((), (), 0, 0)


def test_one_of_two_that_clash_moves() -> None:
    document = conference(
        session("yoga", at("A", "10:00")),
        session("judo", at("A", "10:00"), locked_time=True, locked_room=True),
    )
    found = repair(document, Loss())
    assert found.moves == (Move("yoga", at("A", "10:00"), at("B", "10:00")),)
    assert found.optimal


def test_a_lost_room_sends_its_sessions_elsewhere_at_their_time() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    found = repair(document, Loss(rooms=("A",)))
    assert found.moves == (Move("yoga", at("A", "10:00"), at("C", "10:00")),)
    assert holds(document, found, Loss(rooms=("A",)))


def test_a_room_lost_on_one_day_is_there_on_the_others() -> None:
    document = conference(
        session("yoga", at("A", "10:00")), session("judo", at("A", "10:00", day="2021-11-18"))
    )
    assert [one.session for one in repair(document, Loss(rooms=("A",), day=WEDNESDAY)).moves] == ["yoga"]


def test_who_cannot_come_on_a_day_speaks_on_another() -> None:
    document = conference(session("yoga", at("A", "10:00")), person("ana"), part("yoga", "ana"))
    found = repair(document, Loss(people=("ana",), day=WEDNESDAY))
    (move,) = found.moves
    assert move.after is not None
    assert move.after.start.date() != WEDNESDAY
    assert who_is_told(document, found.moves) == ("ana",)


def test_a_shorter_day_is_packed_closer() -> None:
    document = conference(ONE_DAY, *days(WEDNESDAY, 1), session("yoga", at("A", "17:00")))
    loss = Loss(day=WEDNESDAY, closes=time(16))
    found = repair(document, loss)
    (move,) = found.moves
    assert move.after is not None
    assert move.after.start <= at("A", "15:00").start
    assert holds(document, found, loss)


def test_what_is_fixed_stays_and_is_named() -> None:
    fixed = session("yoga", at("A", "10:00"), locked_time=True, locked_room=True)
    found = repair(conference(fixed), Loss(rooms=("A",)))
    assert found.moves == ()
    assert [(one.session, one.rules, one.fixed) for one in found.impossible] == [
        ("yoga", ("room-unavailable",), True)
    ]


def test_of_a_fixed_room_that_is_lost_the_time_helps_nothing() -> None:
    found = repair(conference(session("yoga", at("A", "10:00"), locked_room=True)), Loss(rooms=("A",)))
    assert found.moves == ()
    assert [(one.session, one.rules, one.fixed) for one in found.impossible] == [
        ("yoga", ("room-unavailable",), True)
    ]


def test_a_session_that_fits_nowhere_goes_off_the_timetable_with_the_least_set_of_reasons() -> None:
    document = conference(
        session("yoga", at("A", "10:00"), expected=65, equipment=("webcast",)),
        room("A", capacity=80, equipment=("webcast",)), room("B", capacity=40), room("C", capacity=40),
    )  # fmt: skip
    found = repair(document, Loss(rooms=("A",)))
    assert found.moves == (Move("yoga", at("A", "10:00"), None),)
    (lost,) = found.impossible
    assert "room-unavailable" in lost.rules
    assert len(lost.rules) == 2  # either of seats and equipment is enough beside it


def full_but_for_one() -> Document:
    """Two large rooms, of which one is lost; in the other stands somebody who would fit the small one."""
    large = [room("A", capacity=100), room("B", capacity=100), room("C", capacity=30)]
    hall = session("hall", at("A", "09:00"), minutes=540, expected=90)
    small = session("small", at("B", "09:00"), minutes=540, expected=20)
    return conference(ONE_DAY, *days(WEDNESDAY, 1), *large, hall, small)


def test_somebody_else_makes_room_where_nothing_is_free() -> None:
    document, loss = full_but_for_one(), Loss(rooms=("A",))
    found = repair(document, loss)
    assert {(one.session, one.after) for one in found.moves} == {
        ("hall", at("B", "09:00")), ("small", at("C", "09:00")),
    }  # fmt: skip
    assert holds(document, found, loss)
    assert found.optimal  # one move alone is looked for at every place, and there is none


@pytest.fixture(scope="module")
def octopus() -> Document:
    return Document.of_log(sample_log("octopus-2019"))


def test_losing_the_assembly_chamber_on_the_second_day_takes_three_moves_and_no_fewer(
    octopus: Document,
) -> None:
    day = date(2019, 11, 21)
    loss = Loss(rooms=("assembly-chamber",), day=day)
    found = repair(octopus, loss)
    assert [(one.session, one.after and one.after.rooms) for one in found.moves] == [
        ("plenary-2", ("room-1",)), ("ws-1", ("room-1",)), ("ws-5", ("room-1",)),
    ]  # fmt: skip
    assert all(one.after and one.after.start == one.before.start for one in found.moves)
    assert holds(octopus, found, loss)
    assert (found.bound, found.optimal) == (3, True)
    assert not any(
        can_hold_with(octopus, loss, moved) for count in range(3) for moved in some(octopus, count)
    )


def some(document: Document, count: int) -> list[tuple[str, ...]]:
    return list(combinations([one.id for one in document.sessions if one.placement], count))


def can_hold_with(document: Document, loss: Loss, moved: tuple[str, ...]) -> bool:
    """Whether the programme holds with only these sessions moved, wherever: every start of the day and every room is
    tried, unless those that stay break a rule among themselves, which no move of others mends."""
    here = after(document, loss)
    staying = placed_at(here, dict.fromkeys(moved))
    if any(one.rule in HARD and not set(one.sessions) & set(moved) for one in check(staying)):
        return False
    starts = sorted({one.placement.start for one in document.sessions if one.placement})
    places = [Placement(start, (there.id,)) for start in starts for there in document.rooms]
    return any(
        not [
            one
            for one in check(placed_at(staying, dict(zip(moved, chosen, strict=True))))
            if one.rule in HARD
        ]
        for chosen in product(places, repeat=len(moved))
    )


@pytest.mark.parametrize("room_id", ["room-1", "room-5", "room-7", "room-9"])
def test_losing_any_other_room_holds_too(octopus: Document, room_id: str) -> None:
    loss = Loss(rooms=(room_id,))
    found = repair(octopus, loss)
    held = {one.id for one in octopus.sessions if room_id in one.rooms}
    assert held <= {one.session for one in found.moves}
    assert len(found.moves) <= 1.1 * len(held)
    assert holds(octopus, found, loss)


def test_the_same_loss_is_repaired_the_same_way(octopus: Document) -> None:
    loss = Loss(people=("liv-gronvold",), day=date(2019, 11, 21))
    assert repair(octopus, loss) == repair(octopus, loss)
