# SPDX-License-Identifier: EUPL-1.2
"""What is wished for on the timetable becomes edits."""

from __future__ import annotations

import pytest

from octodesk.model.clock import parse_moment
from octodesk.model.edit import Refused
from octodesk.ui.timetable.commands import added, copied, edit_of, locks_toggled, put, resized
from octodesk.ui.timetable.wishes import CopyTo, Drop, Join, Push, Resize, Sketch, Swap
from tests.build import applied, at, conference, part, person, point, session, text


def test_a_drop_moves_a_session() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    edit = put(document, Drop((("yoga", at("B", "11:00")),)))
    assert (edit.label, edit.about) == ("session-moved", ("yoga",))
    assert applied(document, edit).session("yoga").placement == at("B", "11:00")


def test_a_drop_on_the_list_takes_it_off() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    assert applied(document, put(document, Drop((("yoga", None),)))).session("yoga").placement is None


def test_several_sessions_are_one_edit() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    edit = put(document, Drop((("yoga", at("B", "11:00")), ("judo", at("C", "11:00")))))
    after = applied(document, edit)
    assert (edit.label, edit.about) == ("sessions-moved", ("yoga", "judo"))
    assert [after.session(one).placement for one in ("yoga", "judo")] == [at("B", "11:00"), at("C", "11:00")]


def test_a_fixed_session_refuses() -> None:
    document = conference(session("yoga", at("A", "10:00"), locked_time=True))
    with pytest.raises(Refused) as refused:
        put(document, Drop((("yoga", at("A", "11:00")),)))
    assert refused.value.reason == "session-time-locked"


@pytest.mark.parametrize(("start", "minutes"), [("10:00", 90), ("10:30", 30)])
def test_an_edge_pulled_sets_start_and_length(start: str, minutes: int) -> None:
    document = conference(session("yoga", at("A", "10:00"), minutes=60))
    edit = resized(document, Resize("yoga", parse_moment(f"2021-11-17T{start}"), minutes))
    after = applied(document, edit).session("yoga")
    assert (edit.label, after.placement, after.minutes) == ("session-resized", at("A", start), minutes)


def test_rooms_joined_are_held_together() -> None:
    document = conference(session("yoga", at("A", "10:00")))
    edit = edit_of(document, Join("yoga", at(("A", "B"), "10:00")))
    assert applied(document, edit).session("yoga").placement == at(("A", "B"), "10:00")


def test_a_swap_and_a_push_are_one_edit_each() -> None:
    document = conference(session("yoga", at("A", "10:00")), session("judo", at("B", "11:00")))
    swapped = applied(document, edit_of(document, Swap("yoga", "judo")))
    assert [swapped.session(one).placement for one in ("yoga", "judo")] == [
        at("B", "11:00"),
        at("A", "10:00"),
    ]
    pushed = applied(document, edit_of(document, Push("yoga", at("B", "10:30"))))
    assert [pushed.session(one).placement for one in ("yoga", "judo")] == [at("B", "10:30"), at("B", "11:30")]


def test_a_copy_takes_items_and_people_along_and_no_number() -> None:
    document = conference(
        session("yoga", at("A", "10:00"), number=7, number_fixed=True, locked_time=True, expected=30),
        person("ana"), point("one", "yoga", "Breathing"), part("yoga", "ana", "moderator", agenda_point="one"),
    )  # fmt: skip
    edit = copied(document, CopyTo((("yoga", at("B", "14:00")),)), new_ids=["new"])
    after = applied(document, edit)
    assert after.session("new") == session("new", at("B", "14:00"), title=text("Yoga"), expected=30)
    assert [one.text for one in after.agenda_of("new")] == [text("Breathing")]
    (made,) = after.contributions_of("new")
    assert (made.person, made.role, made.agenda_point) == ("ana", "moderator", after.agenda_of("new")[0].id)
    assert after.session("yoga") == document.session("yoga")


def test_a_session_drawn_is_a_new_workshop() -> None:
    document = conference()
    edit = added(document, Sketch(at("B", "10:00"), 45), author_id="a" * 16, fresh_id="new")
    after = applied(document, edit).session("new")
    assert (after.kind, after.placement, after.minutes) == ("workshop", at("B", "10:00"), 45)


def test_locking_fixes_all_of_them_and_frees_them_again() -> None:
    document = conference(session("yoga", at("A"), locked_time=True), session("judo", at("B")))
    locked = applied(document, locks_toggled(document, ["yoga", "judo"]))
    assert [(one.locked_time, one.locked_room) for one in locked.sessions] == [(True, True), (True, True)]
    freed = applied(locked, locks_toggled(locked, ["yoga", "judo"]))
    assert [(one.locked_time, one.locked_room) for one in freed.sessions] == [(False, False), (False, False)]
