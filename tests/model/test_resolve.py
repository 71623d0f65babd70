# SPDX-License-Identifier: EUPL-1.2
"""What a field and a row resolve to, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change
from octodesk.model.resolve import FieldState, Head, Life, after_set, effective
from tests.model.colleagues import TITLE, added, copies, deleted, meet, taken_back, title, titled
from tests.model.replicas import Replica


def life(copy: Replica, table: str, row: str) -> Life:
    states = {name: copy.log.resolved((table, row, name)) for name in copy.log.fields_of_row((table, row))}
    return copy.log.life((table, row), states)


# -- fields


def test_a_field_nobody_set_has_no_value() -> None:
    (ana,) = copies(1)
    assert ana.log.resolved(("session", "s", "note")) == FieldState()


def test_the_last_of_several_edits_in_a_row_is_the_value() -> None:
    (ana,) = copies(1)
    titled(ana, "One")
    last = titled(ana, "Two")
    assert ana.log.resolved(TITLE) == FieldState((Head(last.id, 0, "Two"),))


def test_what_was_replaced_stays_replaced_though_the_edit_between_is_undone() -> None:
    (ana,) = copies(1)
    between = titled(ana, "Between")
    last = titled(ana, "Last")
    taken_back(ana, between)
    assert ana.log.resolved(TITLE) == FieldState((Head(last.id, 0, "Last"),))


def test_undoing_both_of_two_edits_gives_back_what_was_before_them() -> None:
    (ana,) = copies(1)
    for edit in [titled(ana, "One"), titled(ana, "Two")]:
        taken_back(ana, edit)
    assert title(ana) == "Ransomware"


def test_two_who_wrote_apart_leave_both_values_open_the_later_number_first() -> None:
    ana, ben = copies()
    ben.do(Change("session", "s", "note", "first"))
    later = titled(ben, "Ben")
    earlier = titled(ana, "Ana")
    meet(ana, ben)
    state = ana.log.resolved(TITLE)
    assert state == FieldState((Head(later.id, 0, "Ben"), Head(earlier.id, 0, "Ana")))
    assert state.is_open


def test_with_equal_numbers_the_higher_id_is_first() -> None:
    ana, ben = copies()
    pair = [titled(ana, "Ana"), titled(ben, "Ben")]
    meet(ana, ben)
    expected = tuple(
        Head(edit.id, 0, edit.value(0)) for edit in sorted(pair, key=lambda edit: edit.id, reverse=True)
    )
    assert ana.log.resolved(TITLE).heads == expected


def test_the_same_words_written_apart_are_no_open_question() -> None:
    ana, ben = copies()
    titled(ana, "Cloud")
    titled(ben, "Cloud")
    meet(ana, ben)
    state = ana.log.resolved(TITLE)
    assert (len(state.heads), state.is_open, [head.value for head in state.distinct()]) == (
        2,
        False,
        ["Cloud"],
    )


def test_three_writers_with_two_wordings_leave_two_values_in_winner_order() -> None:
    ana, ben, chloe = copies(3)
    ana.do(Change("session", "s", "note", "first"))
    titled(ana, "Cloud")
    titled(ben, "Other")
    titled(chloe, "Cloud")
    meet(ana, ben, chloe)
    assert [head.value for head in ana.log.resolved(TITLE).distinct()] == ["Cloud", "Other"]


def test_true_and_one_are_different_values() -> None:
    assert FieldState((Head("a", 0, True), Head("b", 0, 1))).is_open


def test_settling_replaces_every_open_value() -> None:
    ana, ben = copies()
    titled(ana, "Ana")
    titled(ben, "Ben")
    meet(ana, ben)
    settled = ana.do(Change(*TITLE, "Both"), kind="settle")
    assert ana.log.resolved(TITLE) == FieldState((Head(settled.id, 0, "Both"),))


def test_undoing_the_settling_opens_the_question_again() -> None:
    ana, ben = copies()
    titled(ana, "Ana")
    titled(ben, "Ben")
    meet(ana, ben)
    before = ana.log.resolved(TITLE)
    taken_back(ana, ana.do(Change(*TITLE, "Both"), kind="settle"))
    assert ana.log.resolved(TITLE) == before


def test_a_value_written_beside_an_undo_stands_alone() -> None:
    ana, ben = copies()
    edit = titled(ana, "Ana")
    ben.take(ana.log)
    taken_back(ana, edit)
    titled(ben, "Ben")
    meet(ana, ben)
    assert [head.value for head in ana.log.resolved(TITLE).heads] == ["Ben"]


def test_a_change_that_leaves_a_head_uncovered_does_not_follow_from_the_heads_alone() -> None:
    before = FieldState((Head("a", 0, "x"), Head("b", 0, "y")))
    assert after_set(before, Head("c", 0, "z"), [("a", 0)]) is None


def test_a_change_that_covers_every_head_is_the_only_one() -> None:
    before = FieldState((Head("a", 0, "x"), Head("b", 0, "y")))
    assert after_set(before, Head("c", 0, "z"), [("a", 0), ("b", 0)]) == FieldState((Head("c", 0, "z"),))


@pytest.mark.parametrize(("length", "expected"), [(0, True), (1, False), (2, True), (3, False), (5000, True)])
def test_an_edit_is_in_force_after_an_even_number_of_undos_upon_undos(*, length: int, expected: bool) -> None:
    chain = {str(place): [str(place + 1)] for place in range(length)}
    assert effective("0", chain) is expected


def test_one_redo_of_two_undos_leaves_the_other_in_force() -> None:
    assert not effective("edit", {"edit": ["undo of Ana", "undo of Ben"], "undo of Ana": ["redo"]})


# -- rows


def test_a_row_lives_once_added_and_no_longer_once_deleted() -> None:
    (ana,) = copies(1)
    added(ana, "track", "t")
    assert life(ana, "track", "t") == Life(True)
    deleted(ana, "track", "t")
    assert life(ana, "track", "t") == Life()


def test_a_row_nobody_added_does_not_live() -> None:
    (ana,) = copies(1)
    assert life(ana, "track", "t") == Life()


def test_a_row_deleted_here_and_edited_there_stays_and_is_flagged() -> None:
    ana, ben = copies()
    deleted(ana, "heading", "h")
    ben.do(Change("heading", "h", "text.en", "Cloud"))
    meet(ana, ben)
    assert life(ana, "heading", "h") == Life(True, "deleted")


def test_a_row_edited_before_its_deletion_is_gone() -> None:
    (ana,) = copies(1)
    ana.do(Change("heading", "h", "text.en", "Cloud"))
    deleted(ana, "heading", "h")
    assert life(ana, "heading", "h") == Life()


def test_a_row_that_two_deleted_is_gone_when_one_of_them_knew_the_edit() -> None:
    ana, ben, chloe = copies(3)
    ana.do(Change("heading", "h", "text.en", "Cloud"))
    ben.take(ana.log)
    deleted(ben, "heading", "h")
    deleted(chloe, "heading", "h")
    meet(ana, ben, chloe)
    assert life(ana, "heading", "h") == Life()


def test_undoing_the_edit_that_saved_a_row_lets_its_deletion_stand() -> None:
    ana, ben = copies()
    deleted(ana, "heading", "h")
    edit = ben.do(Change("heading", "h", "text.en", "Cloud"))
    meet(ana, ben)
    taken_back(ben, edit)
    assert life(ben, "heading", "h") == Life()


def test_settling_keeps_or_deletes_a_flagged_row() -> None:
    ana, ben = copies()
    deleted(ana, "heading", "h")
    ben.do(Change("heading", "h", "text.en", "Cloud"))
    meet(ana, ben)
    ana.do(Change("heading", "h", ALIVE, True), kind="settle")
    ben.do(Change("heading", "h", ALIVE, False), kind="settle")
    assert life(ana, "heading", "h") == Life(True)
    assert life(ben, "heading", "h") == Life()


def test_settled_here_one_way_and_there_the_other_the_row_stays_and_is_flagged() -> None:
    ana, ben = copies()
    deleted(ana, "heading", "h")
    ben.take(ana.log)
    ben.do(Change("heading", "h", ALIVE, True), kind="settle")
    deleted(ana, "heading", "h")
    meet(ana, ben)
    assert life(ana, "heading", "h") == Life(True, "deleted")


def test_a_row_whose_making_was_undone_stays_flagged_where_another_wrote_on_it_meanwhile() -> None:
    ana, ben = copies()
    made = added(ana, "track", "t", name__en="Justice")
    ben.take(ana.log)
    ben.do(Change("track", "t", "color", "#123456"))
    taken_back(ana, made)
    meet(ana, ben)
    assert life(ana, "track", "t") == Life(True, "deleted")


def test_a_row_whose_making_was_undone_is_gone_where_nobody_wrote_on_it() -> None:
    (ana,) = copies(1)
    taken_back(ana, added(ana, "track", "t", name__en="Justice"))
    assert life(ana, "track", "t") == Life()


def test_undoing_a_deletion_does_not_count_as_taking_back_the_making() -> None:
    """Ana's other device undid the deletion and had seen Ben's words; the undo of the making had not."""
    ana, ben = copies()
    made = added(ana, "track", "t", name__en="Justice")
    removal = deleted(ana, "track", "t")
    elsewhere = Replica(ana.log, author=ana.author, device="elsewhere")
    ben.take(ana.log)
    ben.do(Change("track", "t", "color", "#123456"))
    elsewhere.take(ben.log)
    taken_back(elsewhere, removal)
    taken_back(ana, made)
    meet(ana, elsewhere)
    assert life(ana, "track", "t") == Life(True, "deleted")


def test_a_row_taken_back_in_knowledge_of_all_is_gone_though_a_deletion_of_it_was_undone_without() -> None:
    ana, ben = copies()
    made = added(ana, "track", "t", name__en="Justice")
    removal = deleted(ana, "track", "t")
    ben.take(ana.log)
    ben.do(Change("track", "t", "color", "#123456"))
    taken_back(ana, removal)
    meet(ana, ben)
    taken_back(ana, made)
    assert life(ana, "track", "t") == Life()


def test_keeping_a_row_and_undoing_that_asks_the_question_again() -> None:
    """The undo of the answer knows Ben's words, but it does not take back the making they stand on."""
    ana, ben = copies()
    made = added(ana, "track", "t", name__en="Justice")
    ben.take(ana.log)
    ben.do(Change("track", "t", "color", "#123456"))
    taken_back(ana, made)
    ana.take(ben.log)
    answer = ana.do(Change("track", "t", ALIVE, True), kind="settle")
    assert life(ana, "track", "t") == Life(True)
    taken_back(ana, answer)
    assert life(ana, "track", "t") == Life(True, "deleted")


def test_a_row_that_both_added_and_both_took_back_is_gone_though_one_did_not_know_what_the_other_wrote() -> (
    None
):
    ana, ben = copies()
    mine = added(ana, "track", "t", name__en="Justice")
    theirs = added(ben, "track", "t", name__en="Crime")
    ben.do(Change("track", "t", "color", "#123456"))
    taken_back(ben, theirs)
    taken_back(ana, mine)
    meet(ana, ben)
    assert life(ana, "track", "t") == Life()


def test_the_same_row_added_on_both_sides_is_one_with_an_open_question() -> None:
    ana, ben = copies()
    added(ana, "track", "t", name__en="Justice")
    added(ben, "track", "t", name__en="Justice")
    meet(ana, ben)
    assert life(ana, "track", "t") == Life(True, "row")


def test_the_question_who_added_it_is_settled_by_saying_so() -> None:
    ana, ben = copies()
    added(ana, "track", "t")
    added(ben, "track", "t")
    meet(ana, ben)
    ana.do(Change("track", "t", ALIVE, True), kind="settle")
    assert life(ana, "track", "t") == Life(True)


@pytest.mark.parametrize("table", ["contribution", "day", "rule_setting", "acknowledgement"])
def test_a_row_with_a_derived_id_added_on_both_sides_is_one(table: str) -> None:
    ana, ben = copies()
    added(ana, table, "x")
    added(ben, table, "x")
    meet(ana, ben)
    assert life(ana, table, "x") == Life(True)


def test_the_same_contribution_added_twice_leaves_only_its_differences_open() -> None:
    ana, ben = copies()
    added(ana, "contribution", "s-p", session="s", person="p", minutes=5)
    added(ben, "contribution", "s-p", session="s", person="p", minutes=10)
    meet(ana, ben)
    assert set(ana.document.open_fields) == {("contribution", "s-p", "minutes")}
    assert dict(ana.document.contested) == {}


def test_a_contribution_deleted_and_added_again_lives() -> None:
    (ana,) = copies(1)
    added(ana, "contribution", "s-p", session="s", person="p")
    deleted(ana, "contribution", "s-p")
    added(ana, "contribution", "s-p", session="s", person="p")
    assert life(ana, "contribution", "s-p") == Life(True)


@pytest.mark.parametrize("said", [[], {}, 1, "true", None])
def test_only_true_keeps_a_row_alive_whatever_a_damaged_log_says(said: Any) -> None:
    (ana,) = copies(1)
    ana.do(Change("heading", "h", ALIVE, said))
    assert life(ana, "heading", "h") == Life()
    assert Document.of_log(ana.log).find("heading", "h") is None
