# SPDX-License-Identifier: EUPL-1.2
"""The laws of undo and redo, over random histories of three people who work apart and merge."""

from __future__ import annotations

from hypothesis import given

from octodesk.model.stamped import Stamped
from octodesk.model.undo import redo_target, standing_on, undo_target
from tests.model.examples import examples
from tests.model.replicas import (
    PEOPLE,
    Act,
    Replica,
    World,
    acts,
    assert_as_rebuilt,
    histories,
    questions,
    shown,
)
from tests.oracle import Oracle

NO_EDITS_OF_ONES_OWN = {"merge", "take out", "undo", "redo", "redact", "cross"}


def seen(copy: Replica) -> tuple[object, ...]:
    return shown(copy.document), questions(copy.document)


@examples(50)
@given(histories)
def test_undo_and_redo_agree_with_the_oracle(history: list[Act]) -> None:
    log = World.after(history).union()
    oracle = Oracle(log)
    for edit in log:
        assert log.is_effective(edit.id) == oracle.effective(edit.id)
    for author in PEOPLE:
        for device in (None, f"device of {author.name}", "elsewhere"):
            steps = list(log.own_steps(author.id, device))
            assert undo_target(steps) == oracle.undo_target(author.id, device)
            assert redo_target(steps) == oracle.redo_target(author.id, device)
        for edit in log:
            assert standing_on(log, edit.id, author.id) == oracle.blockers(edit.id, author.id)


@examples(500)
@given(histories, acts)
def test_undo_gives_back_what_was_and_redo_what_was_done(history: list[Act], act: Act) -> None:
    world = World.after(history)
    copy = world.copies[act.who]
    before, count = seen(copy), len(world.written)
    world.act(act)
    if act.what in NO_EDITS_OF_ONES_OWN or len(world.written) == count:
        return
    after = seen(copy)
    for _ in range(2):
        assert copy.undo() is not None
        assert seen(copy) == before
        assert copy.redo() is not None
        assert seen(copy) == after
    assert_as_rebuilt(copy)


@examples(20)
@given(histories)
def test_undoing_everything_and_redoing_it_all_comes_back_to_the_same(history: list[Act]) -> None:
    world = World.after(history)
    copy = world.copies[0]
    copy.do()  # nothing that was undone before can be redone from here on
    path = [seen(copy)]
    while copy.undo() is not None:
        path.append(seen(copy))
    for then in reversed(path[:-1]):
        assert copy.redo() is not None
        assert seen(copy) == then
    assert copy.redo() is None


@examples(500)
@given(histories)
def test_undo_and_redo_never_take_away_what_another_wrote(history: list[Act]) -> None:
    """All of it stays in force, and what the edit in question had not known of stays to be seen."""
    world = World.new()
    for act in history:
        copy = world.copies[act.who]
        before, count = Oracle(copy.log), len(world.written)
        world.act(act)
        if act.what in ("undo", "redo") and len(world.written) > count:
            assert_others_stand(before, Oracle(copy.log), world.written[-1])


def assert_others_stand(before: Oracle, after: Oracle, step: Stamped) -> None:
    theirs = {ref for ref in before.in_force if before.edits[ref[0]].author.id != step.author.id}
    assert theirs <= after.in_force
    edit = before.edits[step.retracts]
    known = before.ancestors(edit.retracts or edit.id)
    unknown = {ref for ref in theirs & visible(before) if ref[0] not in known}
    assert {ref for ref in unknown if was_there_without(before, ref, edit)} <= visible(after)


def was_there_without(before: Oracle, ref: tuple[str, int], edit: Stamped) -> bool:
    """A row that nobody else made is gone with its making; who wrote into it before it was there hid it themselves."""
    made = {key for key in before.key.values() if key[:2] == before.key[ref][:2] and key[2] == "_alive"}
    makers = {one[0] for one, key in before.key.items() if key in made}
    return makers != {edit.id}


def visible(oracle: Oracle) -> set[tuple[str, int]]:
    """What is in force on a living row; a deletion is seen by its row being gone."""
    living = oracle.living()
    return {
        ref for ref in oracle.heads if oracle.key[ref][:2] in living and oracle.value_of(ref) is not False
    }
