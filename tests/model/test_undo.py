# SPDX-License-Identifier: EUPL-1.2
"""Which edit undo and redo name, and when somebody else's work stands on it."""

from __future__ import annotations

import pytest

from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.undo import Step, redo_target, standing_on, undo_target
from tests.model.colleagues import added, copies, meet, taken_back, titled
from tests.model.replicas import Replica


def steps(words: str) -> list[Step]:
    """Newest first from words oldest first: "!m a b -b +b": the event made, edits a and b, b undone, b redone."""
    done = words.split()
    prefix = {"-": "", "+": "-"}
    targets = {word: prefix[word[0]] + word[1:] for word in done if word[0] in prefix}
    in_force: dict[str, bool] = {}
    for word in reversed(done):
        in_force[word] = not any(in_force[later] for later, target in targets.items() if target == word)
    kinds = {"-": "undo", "+": "redo", "!": "create"}
    return [Step(one, kinds.get(one[0], "do"), in_force[one], targets.get(one, "")) for one in reversed(done)]


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("", None),
        ("a", "a"),
        ("a b", "b"),
        ("a b -b", "a"),
        ("a b -b -a", None),
        ("a b -b +b", "b"),
        ("a b -b c", "c"),
        ("a b -b c -c", "a"),
        ("!made", None),
        ("!made a -a", None),
    ],
)
def test_undo_takes_back_the_newest_edit_in_force(done: str, expected: str | None) -> None:
    assert undo_target(steps(done)) == expected


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ("", None),
        ("a", None),
        ("a -a", "-a"),
        ("a b -b -a", "-a"),
        ("a b -b -a +a", "-b"),
        ("a b -b -a +a +b", None),
        ("a -a b", None),
        ("a -a b -b", "-b"),
        ("a -a b -b +b", None),
    ],
)
def test_redo_brings_back_the_newest_undo_until_the_next_edit(done: str, expected: str | None) -> None:
    assert redo_target(steps(done)) == expected


@pytest.mark.parametrize(("kind", "can"), [("do", True), ("settle", True), ("version", True), ("create", False),
                                          ("redact", False), ("issue", False), ("undo", False), ("redo", False)])  # fmt: skip
def test_only_what_a_user_did_is_taken_back(*, kind: str, can: bool) -> None:
    assert undo_target([Step("x", kind, effective=True)]) == ("x" if can else None)


def test_only_edits_of_this_author_made_on_this_device_are_ones_own() -> None:
    ana, ben = copies()
    elsewhere = Replica(ana.log, author=ana.author, device="elsewhere")
    mine, there = titled(ana, "Here"), titled(elsewhere, "There")
    titled(ben, "Ben")
    meet(ana, ben, elsewhere)
    assert [step.id for step in ana.log.own_steps(ana.author.id, ana.device)] == [mine.id]
    assert {step.id for step in ana.log.own_steps(ana.author.id, None)} == {mine.id, there.id}


# -- what stands on an edit


def test_what_another_wrote_over_it_stands_on_an_edit() -> None:
    ana, ben = copies()
    mine = titled(ana, "Ana")
    ben.take(ana.log)
    theirs = titled(ben, "Ben")
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == {theirs.id}
    assert ana.undo() is None


def test_what_another_wrote_over_ones_own_later_edit_stands_on_the_earlier_too() -> None:
    ana, ben = copies()
    mine = titled(ana, "One")
    titled(ana, "Two")
    ben.take(ana.log)
    theirs = titled(ben, "Ben")
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == {theirs.id}


def test_ones_own_later_edits_do_not_stand_in_the_way() -> None:
    (ana,) = copies(1)
    mine = titled(ana, "One")
    titled(ana, "Two")
    assert standing_on(ana.log, mine.id, ana.author.id) == set()


def test_what_another_wrote_beside_it_does_not_stand_on_an_edit() -> None:
    ana, ben = copies()
    mine = titled(ana, "Ana")
    ben.do(Change("session", "s", "note", "first"))
    titled(ben, "Ben")
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == set()


def test_what_another_has_taken_back_does_not_stand_on_an_edit() -> None:
    ana, ben = copies()
    mine = titled(ana, "Ana")
    ben.take(ana.log)
    taken_back(ben, titled(ben, "Ben"))
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == set()


def test_what_another_wrote_on_a_row_stands_on_the_edit_that_added_it() -> None:
    ana, ben = copies()
    mine = added(ana, "track", "t", name__en="Justice")
    ben.take(ana.log)
    theirs = ben.do(Change("track", "t", "color", "#123456"))
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == {theirs.id}


def test_another_field_of_an_old_row_does_not_stand_on_an_edit() -> None:
    ana, ben = copies()
    mine = titled(ana, "Ana")
    ben.take(ana.log)
    ben.do(Change("session", "s", "minutes", 90))
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == set()


def test_the_same_row_added_by_another_stands_on_its_own() -> None:
    ana, ben = copies()
    mine = added(ana, "track", "t", name__en="Justice")
    ben.do(Change("session", "s", "note", "first"))
    added(ben, "track", "t", name__en="Crime")
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == set()


def test_what_another_wrote_after_a_deletion_was_settled_stands_on_the_settling() -> None:
    ana, ben = copies()
    ana.do(Change("heading", "h", ALIVE, False))
    mine = ana.do(Change("heading", "h", ALIVE, True), kind="settle")
    ben.take(ana.log)
    theirs = ben.do(Change("heading", "h", "text.en", "Cloud"))
    ana.take(ben.log)
    assert standing_on(ana.log, mine.id, ana.author.id) == {theirs.id}


def test_undo_of_a_version_takes_label_and_row_back_together() -> None:
    (ana,) = copies(1)
    ana.make(
        Edit(
            "version-issued",
            (Change("event", "event", "version", "Draft 1"), Change("version", "v", ALIVE, True)),
            kind="version",
        )
    )
    ana.undo()
    assert (ana.document.event.version, ana.document.find("version", "v")) == ("", None)


def test_redo_is_over_with_the_next_edit_but_not_with_anothers() -> None:
    ana, ben = copies()
    titled(ana, "Ana")
    ana.undo()
    ben.do(Change("session", "s", "minutes", 90))
    ana.take(ben.log)
    assert ana.redo() is not None
    assert ana.document.title("s") == "Ana"
    ana.undo()
    ana.do(Change("session", "s", "minutes", 30))
    assert ana.redo() is None
