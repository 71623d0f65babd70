# SPDX-License-Identifier: EUPL-1.2
"""The open questions of a merge, and settling them."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from octodesk.edits.settling import Answer, settle
from octodesk.model.collisions import DELETED, ROW, Collision, collisions
from octodesk.model.edit import ALIVE, Change
from tests.model.colleagues import added, copies, deleted, meet, taken_back, titled
from tests.model.examples import examples
from tests.model.replicas import Act, Replica, World, histories, placement


def open_in(copy: Replica) -> tuple[Collision, ...]:
    return collisions(copy.log, copy.document)


def told(one: Collision) -> tuple[Any, ...]:
    """Without the edits: what, the values, what all knew before, and by whom."""
    names = [held.edit.author.name for held in one.values]
    return one.row, one.log_field, [held.value for held in one.values], one.base, names


def test_a_field_that_both_set() -> None:
    ana, ben = copies()
    titled(ana, "Darknet")
    titled(ben, "Cloud")
    titled(ben, "Clouds")
    meet(ana, ben)
    expected = (("session", "s"), "title.en", ["Clouds", "Darknet"], "Ransomware", ["Ben", "Ana"])
    assert [told(one) for one in open_in(ana)] == [expected]
    assert open_in(ana) == open_in(ben)


def test_equal_values_are_no_question() -> None:
    ana, ben = copies()
    titled(ana, "Cloud")
    titled(ben, "Cloud")
    meet(ana, ben)
    assert open_in(ana) == ()


def test_a_field_that_nobody_had_set_has_nothing_before() -> None:
    ana, ben = copies()
    ana.do(Change("session", "s", "title.fr", "Nuage"))
    ben.do(Change("session", "s", "title.fr", "Rançongiciels"))
    meet(ana, ben)
    assert [one.base for one in open_in(ana)] == [None]


def test_three_values_of_three_people() -> None:
    everyone = copies(3)
    for copy, words in zip(everyone, ("Darknet", "Cloud", "Courts"), strict=True):
        titled(copy, words)
    meet(*everyone)
    (one,) = open_in(everyone[0])
    assert ({held.value for held in one.values}, one.base) == ({"Darknet", "Cloud", "Courts"}, "Ransomware")


def test_deleted_here_and_written_there() -> None:
    ana, ben = copies()
    deleted(ana, "session", "s")
    titled(ben, "Cloud")
    meet(ana, ben)
    assert [told(one) for one in open_in(ben)] == [
        (("session", "s"), DELETED, [False, True], False, ["Ben", "Ana"])
    ]


def test_deleted_here_and_referred_to_there() -> None:
    ana, ben = copies()
    deleted(ana, "room", "B")
    ben.do(Change("session", "s", "placement", placement("10:00", "B")))
    meet(ana, ben)
    assert [told(one) for one in open_in(ana)] == [
        (("room", "B"), DELETED, [False, True], False, ["Ben", "Ana"])
    ]


def test_taken_back_here_and_written_there() -> None:
    ana, ben = copies()
    made = added(ana, "track", "k", name__en="Crime")
    ben.take(ana.log)
    ben.do(Change("track", "k", "name.en", "Evidence"))
    taken_back(ana, made)
    meet(ana, ben)
    assert [told(one) for one in open_in(ana)] == [
        (("track", "k"), DELETED, [False, True], False, ["Ben", "Ana"])
    ]


def test_both_added_the_row() -> None:
    ana, ben = copies()
    added(ana, "track", "k", name__en="Crime", color="#1F5A96")
    added(ben, "track", "k", name__en="Evidence")
    meet(ana, ben)
    name, whole = open_in(ana)
    assert (name.log_field, {held.value for held in name.values}) == ("name.en", {"Crime", "Evidence"})
    assert (whole.field, whole.base) == (ROW, None)
    assert {held.value["name"]["en"]: held.value["color"] for held in whole.values} == {
        "Crime": "#1F5A96", "Evidence": "",
    }  # fmt: skip


def test_open_questions_of_a_row_that_is_gone_are_none() -> None:
    ana, ben = copies()
    for copy, words in ((ana, "Law"), (ben, "Courts")):
        copy.do(Change("track", "j", "name.en", words))
    meet(ana, ben)
    assert len(open_in(ana)) == 1
    deleted(ana, "track", "j")
    assert open_in(ana) == ()


def test_a_row_that_never_was_is_no_question() -> None:
    ana, _ben = copies()
    ana.do(Change("session", "s", "kind", "never-added"))
    assert (ana.document.contested, open_in(ana)) == ({("kind", "never-added"): "deleted"}, ())


def test_what_a_newer_program_holds_open_waits_for_it() -> None:
    ana, ben = copies()
    ana.do(Change("session", "s", "mood", "sunny"), Change("weather", "w", ALIVE, True))
    ben.do(Change("session", "s", "mood", "grey"), Change("weather", "w", ALIVE, True))
    meet(ana, ben)
    assert open_in(ana) == ()


def test_the_losing_value_can_be_chosen_and_holds_everywhere() -> None:
    ana, ben = copies()
    titled(ana, "Darknet")
    titled(ben, "Cloud")
    meet(ana, ben)
    (one,) = open_in(ana)
    ana.make(settle(ana.document, [Answer(*one.row, one.log_field, one.values[-1].value)]))
    meet(ana, ben)
    assert (open_in(ben), ben.document.title("s", "en")) == ((), one.values[-1].value)


@examples(60)
@given(histories)
def test_whatever_people_did_every_question_can_be_settled(history: list[Act]) -> None:
    world = World.after(history)
    ana = world.copies[0]
    ana.take(world.union())
    found = open_in(ana)
    answers = [Answer(*one.row, one.log_field, one.values[0].value) for one in found]
    if answers:
        ana.make(settle(ana.document, answers))
    assert open_in(ana) == ()


@examples(60)
@given(histories)
def test_each_question_is_asked_once_and_has_two_answers(history: list[Act]) -> None:
    world = World.after(history)
    union = Replica(world.union(), author=world.copies[0].author, device="another")
    found = open_in(union)
    assert len({(one.row, one.log_field) for one in found}) == len(found)
    assert all(len(one.values) >= 2 for one in found)
