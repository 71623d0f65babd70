# SPDX-License-Identifier: EUPL-1.2
"""The set of edits of one event: what it takes in, what it refuses, what it gives back."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.document import Document
from octodesk.model.edit import Author, Change, Edit
from octodesk.model.log import Log
from octodesk.model.resolve import ABSENT
from octodesk.model.stamped import ChangeRef, Damaged, Stamp, Stamped, stamp
from tests.model.colleagues import TITLE, added, copies, deleted, meet, taken_back, title, titled
from tests.model.examples import examples
from tests.oracle import Oracle

SET = Edit("set", (Change(*TITLE, "Cloud"),))


def made(
    edit: Edit = SET,
    *parents: Stamped,
    lamport: int | None = None,
    event: str = "event",
    wall: str = "",
    supersedes: tuple[ChangeRef, ...] = (),
) -> Stamped:
    """An edit on these parents, with whatever number and references are asked for."""
    number = lamport or 1 + max((parent.lamport for parent in parents), default=0)
    ids = tuple(parent.id for parent in parents)
    by = Stamp(event, ids, number, Author("a1", "Ana"), "d1", wall, lambda: bytes(16))
    return stamp(edit, by, lambda *_: supersedes)


FIRST = made()
SECOND = made(SET, FIRST, supersedes=((FIRST.id, 0),))
UNKNOWN = "f" * 64


# -- taking in


def test_edits_come_in_in_any_order_and_out_parents_first() -> None:
    log = Log([SECOND, FIRST])
    assert list(log) == [FIRST, SECOND]
    assert (log.heads, log.next_lamport, log.event, len(log)) == ({SECOND.id}, 3, "event", 2)


def test_an_empty_log_begins_at_one() -> None:
    assert (Log().heads, Log().next_lamport, Log().event, list(Log())) == (set(), 1, "", [])


def test_edits_it_has_are_passed_over() -> None:
    log = Log([FIRST, SECOND])
    assert log.add([FIRST, SECOND, FIRST]) == set()
    assert len(log) == 2


def test_taking_in_tells_the_fields_of_the_edits_and_of_what_they_take_back() -> None:
    log = Log([FIRST])
    other = made(Edit("set", (Change("room", "A", "mode", "online"),)), FIRST)
    undo = made(Edit("undone", kind="undo", retracts=other.id), other)
    redo = made(Edit("redone", kind="redo", retracts=undo.id), undo)
    room = ("room", "A", "mode")
    assert log.add([other]) == {room}
    assert log.add([undo]) == {room}
    assert log.add([redo]) == {room}


def test_removing_for_good_tells_the_fields_it_blanks() -> None:
    log = Log([FIRST])
    assert log.add([made(Edit("removed", kind="redact", redacts=((FIRST.id, 0),)), FIRST)]) == {TITLE}


def test_a_copy_is_a_log_of_its_own() -> None:
    log = Log([FIRST])
    copy = log.copy()
    copy.add([SECOND])
    assert (len(log), log.heads, len(copy)) == (1, {FIRST.id}, 2)


# -- refusing


@pytest.mark.parametrize(
    ("reason", "edit"),
    [
        ("parent-missing", made(SET, made(Edit("set", (Change(*TITLE, "Elsewhere"),))))),
        ("lamport", made(SET, FIRST, lamport=3)),
        ("lamport", made(SET, FIRST, lamport=1)),
        ("lamport", made(SET, lamport=2, wall="later")),
        ("other-event", made(SET, FIRST, event="another")),
        ("parent-missing", made(SET, FIRST, supersedes=((UNKNOWN, 0),))),
        ("reference", made(SET, FIRST, supersedes=((FIRST.id, 1),))),
        ("reference", made(SET, FIRST, supersedes=((FIRST.id, -1),))),
        (
            "reference",
            made(Edit("set", (Change("session", "t", "title.en", ""),)), FIRST, supersedes=((FIRST.id, 0),)),
        ),
        (
            "reference",
            made(Edit("set", (Change("session", "s", "title.fr", ""),)), FIRST, supersedes=((FIRST.id, 0),)),
        ),
        ("reference", made(SET, supersedes=((FIRST.id, 0),), wall="beside")),
        ("parent-missing", made(Edit("undone", kind="undo", retracts=UNKNOWN), FIRST)),
        ("reference", made(Edit("undone", kind="undo", retracts=FIRST.id), wall="beside")),
        ("reference", made(Edit("removed", kind="redact", redacts=((FIRST.id, 7),)), FIRST)),
        ("parent-missing", made(Edit("removed", kind="redact", redacts=((UNKNOWN, 0),)), FIRST)),
    ],
)
def test_an_edit_that_does_not_fit_is_refused_with_all_that_came_with_it(reason: str, edit: Stamped) -> None:
    log = Log([FIRST])
    with pytest.raises(Damaged) as caught:
        log.add([SECOND, edit])
    assert (caught.value.reason, caught.value.facts["edit"]) == (reason, edit.id)
    assert (list(log), log.heads, log.next_lamport, log.resolved(TITLE).value) == (
        [FIRST],
        {FIRST.id},
        2,
        "Cloud",
    )


def test_a_missing_parent_is_named() -> None:
    with pytest.raises(Damaged) as caught:
        Log([SECOND])
    assert caught.value.facts == {"edit": SECOND.id, "parent": FIRST.id}


# -- taking out


def test_taking_out_leaves_the_log_as_it_was() -> None:
    log = Log([FIRST])
    log.add([SECOND])
    assert log.take_out([SECOND.id]) == {TITLE}
    assert (list(log), log.heads, log.resolved(TITLE)) == ([FIRST], {FIRST.id}, Log([FIRST]).resolved(TITLE))


def test_taking_out_an_undo_tells_the_fields_it_had_taken_back() -> None:
    ana, ben = copies()
    edit = titled(ana, "Ana")
    ben.take(ana.log)
    undo = taken_back(ben, edit)
    ana.take(ben.log)
    assert ana.log.take_out([undo.id]) == {TITLE}
    assert title(ana) == "Ana"


def test_taking_out_what_others_build_on_is_refused_and_changes_nothing() -> None:
    log = Log([FIRST, SECOND])
    with pytest.raises(ValueError, match="build"):
        log.take_out([FIRST.id])
    assert list(log) == [FIRST, SECOND]


def test_an_edit_may_name_only_what_it_had_seen() -> None:
    beside = made(SET, FIRST, wall="beside")
    naming = made(SET, beside, supersedes=((SECOND.id, 0),))
    for log, edits in ((Log(), [FIRST, SECOND, beside, naming]), (Log([FIRST, SECOND]), [beside, naming])):
        before = set(log)
        with pytest.raises(Damaged) as wrong:
            log.add(edits)
        assert (wrong.value.reason, wrong.value.facts["edit"]) == ("reference", naming.id)
        assert set(log) == before


def test_a_merge_taken_out_of_the_document_is_as_if_it_never_came() -> None:
    ana, ben = copies()
    titled(ben, "Ben")
    added(ben, "track", "t", name__en="Justice")
    titled(ana, "Ana")
    before = ana.document
    ana.take(ben.log)
    assert ana.document != before
    assert ana.take_out_last()
    assert ana.document == before
    ana.take(ben.log)
    assert ana.document == Document.of_log(ana.log)


# -- who has seen what


def test_everyone_has_seen_his_own_edit() -> None:
    assert Log([FIRST]).has_seen(FIRST.id, FIRST.id)


def test_a_child_has_seen_its_parent_and_not_the_other_way_round() -> None:
    log = Log([FIRST, SECOND])
    assert log.has_seen(SECOND.id, FIRST.id)
    assert not log.has_seen(FIRST.id, SECOND.id)


def test_a_short_line_merged_into_a_long_one_is_seen() -> None:
    """The long line passes numbers that it alone has; the short one never does."""
    short, long = made(SET, FIRST, wall="short"), made(SET, FIRST, wall="long")
    longer = made(SET, long)
    merging = made(SET, longer, short)
    log = Log([FIRST, short, long, longer, merging])
    assert log.has_seen(merging.id, short.id)
    assert not log.has_seen(longer.id, short.id)


@examples(50)
@given(st.lists(st.sets(st.integers(1, 5), max_size=3), max_size=12))
def test_having_seen_is_plain_reachability(parents: list[set[int]]) -> None:
    """Each edit's parents are so many places before it."""
    edits = [FIRST]
    for place, back in enumerate(parents):
        chosen = [edits[-step] for step in sorted(back) if step <= len(edits)] or [FIRST]
        edits.append(made(Edit("nothing"), *chosen, wall=str(place)))
    log, oracle = Log(edits), Oracle(edits)
    seen = {one.id: {other.id for other in edits if log.has_seen(one.id, other.id)} for one in edits}
    assert seen == {one.id: oracle.ancestors(one.id) for one in edits}


# -- versions, and what is removed for good


def test_the_log_at_some_edits_holds_them_and_what_they_had_seen() -> None:
    ana, ben = copies()
    then = titled(ana, "Then")
    titled(ana, "Later")
    titled(ben, "Beside")
    meet(ana, ben)
    log = ana.log.at([then.id])
    assert (log.heads, log.resolved(TITLE).value) == ({then.id}, "Then")


def test_a_value_removed_for_good_is_gone_with_its_salt() -> None:
    ana, ben = copies()
    secret = titled(ana, "Secret")
    ben.take(ana.log)
    ana.make(Edit("removed", kind="redact", redacts=((secret.id, 0),)))
    assert (ana.log[secret.id].values, title(ana), ana.log.damage()) == ((None,), None, [])
    assert ben.log[secret.id].value(0) == "Secret"
    ben.take(ana.log)
    assert (ben.log[secret.id].values, ben.document.session("s").title.in_language("en")) == ((None,), "")


def test_a_value_that_comes_after_its_removal_is_blanked_as_it_comes() -> None:
    ana, ben = copies()
    secret = titled(ana, "Secret")
    ben.take(ana.log)
    removal = ben.make(Edit("removed", kind="redact", redacts=((secret.id, 0),)))
    log = Log([*copies(1)[0].log, removal, secret])
    assert log[secret.id].values == (None,)


def test_a_value_missing_that_nobody_removed_is_damage() -> None:
    hollow = Stamped(**{name: getattr(FIRST, name) for name in FIRST.__slots__} | {"values": (None,)})
    assert Log([hollow, SECOND]).damage() == [(FIRST.id, 0)]


# -- rows


def test_rows_and_fields_are_those_ever_set() -> None:
    (ana,) = copies(1)
    edit = added(ana, "track", "t", name__en="Justice")
    taken_back(ana, edit)
    assert set(ana.log.fields_of_row(("track", "t"))) == {"_alive", "name.en"}
    assert ("track", "t") in ana.log.rows()
    assert list(ana.log.fields_of_row(("track", "never"))) == []
    assert ana.log.resolved(("track", "t", "name.en")) == ABSENT


def test_an_edit_is_in_force_until_taken_back() -> None:
    (ana,) = copies(1)
    edit = deleted(ana, "heading", "h")
    undo = taken_back(ana, edit)
    assert [ana.log.is_effective(one) for one in (edit.id, undo.id)] == [False, True]
    taken_back(ana, undo)
    assert [ana.log.is_effective(one) for one in (edit.id, undo.id)] == [True, False]


def test_the_value_of_a_change_is_the_plain_one() -> None:
    (ana,) = copies(1)
    value: Any = {"start": "2021-11-17T09:00", "rooms": ["A"], "exclusive": False}
    edit = ana.do(Change("session", "s", "placement", value))
    assert ana.log.value_of((edit.id, 0)) == value
