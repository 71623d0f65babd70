# SPDX-License-Identifier: EUPL-1.2
"""The laws of the log, over random histories of three people who work apart and merge."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given

from octodesk.model.delta import states_of
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE
from octodesk.model.log import Log
from octodesk.model.resolve import Head, after_set
from octodesk.model.rows import ROWS
from tests.model.examples import examples
from tests.model.replicas import (
    Act,
    World,
    assert_as_rebuilt,
    expected,
    expected_questions,
    histories,
    questions,
    shown,
)
from tests.oracle import Oracle


def merged(*logs: Log) -> Log:
    union = logs[0].copy()
    for log in logs[1:]:
        union.add(log)
    return union


def contents(log: Log) -> tuple[object, ...]:
    """All that a log says: its edits with the values left, its heads, what every field holds."""
    return [(edit.id, edit.values) for edit in log], sorted(log.heads), states_of(log)


@examples(500)
@given(histories)
def test_step_by_step_the_document_is_what_a_rebuild_gives(history: list[Act]) -> None:
    world = World.new()
    for act in history:
        assert_as_rebuilt(world.act(act))


@examples(500)
@given(histories)
def test_merging_is_commutative_associative_and_idempotent(history: list[Act]) -> None:
    a, b, c = (copy.log for copy in World.after(history).copies)
    ab = merged(a, b)
    assert contents(ab) == contents(merged(b, a))
    assert contents(merged(ab, c)) == contents(merged(a, merged(b, c)))
    assert contents(merged(ab, b, ab)) == contents(ab)
    assert {edit.id for edit in merged(ab, c)} == {edit.id for log in (a, b, c) for edit in log}


@examples(100)
@given(histories)
def test_every_order_of_merging_shows_the_same_and_asks_the_same(history: list[Act]) -> None:
    world = World.after(history)
    seen = []
    for order in permutations(range(3)):
        copy = World.after(history).copies[order[0]]
        for other in order[1:]:
            copy.take(world.copies[other].log)
            assert_as_rebuilt(copy)
        seen.append((shown(copy.document), questions(copy.document)))
    assert all(one == seen[0] for one in seen)


@examples(500)
@given(histories)
def test_the_document_agrees_with_the_oracle(history: list[Act]) -> None:
    world = World.after(history)
    for log in (*(copy.log for copy in world.copies), world.union()):
        oracle, document = Oracle(log), Document.of_log(log)
        assert shown(document) == expected(oracle)
        assert questions(document) == expected_questions(oracle)
        assert log.heads == oracle.tips()


@examples(20)
@given(histories)
def test_whoever_has_seen_what_is_plain_reachability(history: list[Act]) -> None:
    log = World.after(history).union()
    oracle = Oracle(log)
    ids = [edit.id for edit in log]
    seen = {edit: {earlier for earlier in ids if log.has_seen(edit, earlier)} for edit in ids}
    assert seen == {edit: oracle.ancestors(edit) for edit in ids}


@examples(20)
@given(histories, histories)
def test_a_version_never_changes(before: list[Act], after: list[Act]) -> None:
    """But for what is removed for good."""
    before, after = ([act for act in acts if act.what != "redact"] for acts in (before, after))
    world = World.after(before)
    copy = world.copies[0]
    heads, then = frozenset(copy.log.heads), shown(copy.document)
    asked = questions(copy.document)
    for act in after:
        if act.what != "take out":
            world.act(act)
    copy.take(world.union())
    at_version = Document.of_log(copy.log.at(heads))
    assert shown(at_version) == then
    assert questions(at_version) == asked
    assert expected(Oracle(copy.log).at(heads)) == then


@examples(500)
@given(histories)
def test_no_edit_is_hidden_but_by_somebody_who_had_seen_it(history: list[Act]) -> None:
    """What anybody wrote is shown, or waits to be settled, or was replaced or ended by somebody who knew it."""
    world = World.after(history)
    log = world.union()
    oracle, document = Oracle(log), Document.of_log(log)
    live = shown(document)
    for edit in world.written:
        if edit.id not in log or not oracle.effective(edit.id):
            continue
        for ref in (
            (edit.id, place) for place in range(len(edit.changes)) if (edit.id, place) not in oracle.redacted
        ):
            key = oracle.key[ref]
            shows = key[2] == ALIVE or oracle.value(key) == edit.value(ref[1])
            waits = key in document.open_fields or key[:2] in document.contested
            assert shows or waits or known_to(oracle, edit.id, replacing(oracle, ref))
            if key[0] in ROWS and key[:2] not in live and was_made(oracle, key[:2]):
                assert known_to(oracle, edit.id, ending(oracle, key[:2]))


def was_made(oracle: Oracle, row: tuple[str, str]) -> bool:
    """Whether anybody ever added the row; one that is only referred to comes and goes with the reference."""
    return any(oracle.key[ref] == (*row, ALIVE) and oracle.value_of(ref) is True for ref in oracle.key)


def known_to(oracle: Oracle, edit: str, later: set[str]) -> bool:
    return any(edit in oracle.ancestors(other) for other in later)


def replacing(oracle: Oracle, ref: tuple[str, int]) -> set[str]:
    """The edits in force that write the same field again."""
    return {other[0] for other in oracle.in_force - {ref} if oracle.key[other] == oracle.key[ref]}


def ending(oracle: Oracle, row: tuple[str, str]) -> set[str]:
    """The edits in force that delete a row or take back its making."""
    life = {ref for ref in oracle.key if oracle.key[ref] == (*row, ALIVE)}
    deleting = {ref[0] for ref in life & oracle.in_force if oracle.value_of(ref) is False}
    made = {ref[0] for ref in life} - deleting
    return deleting | {
        one.id for one in oracle.edits.values() if one.retracts in made and oracle.effective(one.id)
    }


@examples(10)
@given(histories)
def test_what_is_removed_for_good_is_gone_in_every_order_of_merging(history: list[Act]) -> None:
    world = World.after([*history, Act("redact", 0), Act("redact", 1), Act("redact", 2)])
    removed = {ref for edit in world.union() for ref in edit.redacts}
    for order in permutations(range(3)):
        log = merged(*(world.copies[place].log for place in order))
        assert {ref for ref in every_change(log) if log[ref[0]].values[ref[1]] is None} == removed
        assert log.damage() == []


def every_change(log: Log) -> set[tuple[str, int]]:
    return {(edit.id, place) for edit in log for place in range(len(edit.changes))}


@examples(20)
@given(histories)
def test_the_state_after_one_new_change_follows_from_the_heads_alone(history: list[Act]) -> None:
    log = World.after(history).union()
    for edit in log:
        before, after = log.at(edit.parents), log.at([edit.id])
        for place, change in enumerate(edit.changes):
            head = Head(edit.id, place, edit.value(place), first=not change.supersedes)
            assert after_set(before.resolved(change.key), head, change.supersedes) == after.resolved(
                change.key
            )
