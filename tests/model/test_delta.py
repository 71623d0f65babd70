# SPDX-License-Identifier: EUPL-1.2
"""What a step did, as the document and its listeners are told."""

from __future__ import annotations

from octodesk.model.delta import Delta, delta_of, lives_of, states_of, whole
from octodesk.model.edit import ALIVE, Addition, Change, Edit
from octodesk.model.log import Log
from octodesk.model.resolve import ABSENT, FieldKey, FieldState, Head, Life, RowKey
from tests.model.colleagues import copies, deleted

NEW = FieldState((Head("e", 0, "new"),))
OLD = FieldState((Head("d", 0, "old"),))


def test_only_what_really_changed_is_told_with_every_row_touched() -> None:
    same, changed = ("session", "s", "note"), ("session", "t", "note")
    asked: list[RowKey] = []

    def life(row: RowKey) -> Life:
        asked.append(row)
        return Life(alive=True)

    def before(_: FieldKey) -> FieldState:
        return OLD

    delta = delta_of({same, changed}, before, lambda key: NEW if key == changed else OLD, life, ["e"])
    assert delta == Delta(
        {changed: (OLD, NEW)},
        {("session", "s"): Life(alive=True), ("session", "t"): Life(alive=True)},
        ("e",),
    )
    assert delta.touched == {("session", "s"), ("session", "t")}
    assert asked == [("session", "s"), ("session", "t")]


def test_all_of_a_log_is_a_delta_from_nothing_dead_rows_too() -> None:
    (ana,) = copies(1)
    deleted(ana, "heading", "h")
    states = states_of(ana.log)
    delta = whole(states, lives_of(ana.log, states))
    assert delta.lives[("heading", "h")] == Life()
    assert delta.lives[("session", "s")] == Life(alive=True)
    assert delta.fields[("session", "s", "title.en")] == (
        ABSENT,
        ana.log.resolved(("session", "s", "title.en")),
    )
    assert whole(states_of(Log()), {}) == Delta()


def test_an_edit_is_empty_when_it_neither_sets_nor_takes_back_nor_removes() -> None:
    change = Change("room", "A", "mode", "online")
    full = [Edit("x", (change,)), Edit("x", retracts="e"), Edit("x", redacts=(("e", 0),))]
    assert [edit.is_empty for edit in (Edit("x", about=("A",), kind="version"), *full)] == [
        True,
        False,
        False,
        False,
    ]


def test_an_addition_says_first_that_the_row_is_there() -> None:
    assert Addition("room", "A", {"mode": "online", "name.en": "Hall"}).changes() == (
        Change("room", "A", ALIVE, True),
        Change("room", "A", "mode", "online"),
        Change("room", "A", "name.en", "Hall"),
    )
