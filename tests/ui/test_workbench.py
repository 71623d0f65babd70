# SPDX-License-Identifier: EUPL-1.2
"""Edits of the window: said in words, refused in words, undone by name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.edits.sessions import place, unplace
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.ui.stay import Stay
from octodesk.ui.workbench import Notice, Workbench
from tests.build import BEN, at, stamped_into


def titled(words: str, session: str = "yoga") -> Callable[[Document], Edit]:
    def make(document: Document) -> Edit:
        return set_field(document, table="session", row_id=session, field="title", value=words, language="en")

    return make


@pytest.fixture
def said(bench: Workbench) -> list[Notice]:
    heard: list[Notice] = []
    bench.noticed.connect(heard.append)
    return heard


def test_an_edit_is_said_and_can_be_taken_back_by_name(bench: Workbench, said: list[Notice]) -> None:
    to = at("B", "14:00")
    assert bench.do(lambda document: place(document, "yoga", start=to.start, rooms=to.rooms))
    assert said == [Notice("WS 2 moved to Wednesday 17 November, Room B, 14:00", undo=True)]
    assert bench.undo_words() == "Undo: move of WS 2"
    bench.undo()
    assert bench.document.session("yoga").placement == at("A", "10:00")
    assert said[-1] == Notice("Undone: move of WS 1")
    assert bench.redo_words() == "Redo: move of WS 1"


def test_a_refused_edit_says_why_and_changes_nothing(bench: Workbench, said: list[Notice]) -> None:
    bench.do(
        lambda document: set_field(document, table="session", row_id="yoga", field="locked_time", value=True)
    )
    before = bench.document
    assert not bench.do(lambda document: unplace(document, "yoga"))
    assert said[-1] == Notice("WS 1 has a fixed time. Free the time first, then move it.", fault=True)
    assert bench.document is before


def test_nothing_to_take_back_is_no_undo(bench: Workbench, said: list[Notice]) -> None:
    bench.undo()
    assert (said, bench.undo_words()) == ([], "Undo")


def test_one_stay_in_a_field_is_one_undo_step(bench: Workbench) -> None:
    stay = Stay()
    bench.write(titled("Yog"), stay)
    bench.write(titled("Yoga for all"), stay)
    assert bench.document.title("yoga") == "Yoga for all"
    bench.undo()
    assert bench.document.title("yoga") == "Yoga"
    assert bench.desk.undo_edit() is None


def test_a_refusal_in_a_stay_leaves_what_was_kept_before(bench: Workbench, said: list[Notice]) -> None:
    stay = Stay()
    bench.write(titled("Slow yoga"), stay)
    assert not bench.write(titled("Lost", "nobody"), stay)
    assert (bench.document.title("yoga"), said[-1].fault) == ("Slow yoga", True)
    bench.write(titled("Slower yoga"), stay)
    bench.undo()
    assert bench.document.title("yoga") == "Yoga"


def test_two_stays_are_two_undo_steps(bench: Workbench) -> None:
    bench.write(titled("One"), Stay())
    bench.write(titled("Two"), Stay())
    bench.undo()
    assert bench.document.title("yoga") == "One"


def test_an_edit_between_keeps_the_stay_apart(bench: Workbench) -> None:
    stay = Stay()
    bench.write(titled("One"), stay)
    bench.do(titled("Other", "chess"))
    bench.write(titled("Two"), stay)
    bench.undo()
    assert (bench.document.title("yoga"), bench.document.title("chess")) == ("One", "Other")


def test_typing_back_what_was_there_ends_the_step(bench: Workbench) -> None:
    bench.do(titled("Other", "chess"))
    stay = Stay()
    bench.write(titled("One"), stay)
    bench.write(titled("Yoga"), stay)
    bench.write(titled("Two"), stay)
    bench.undo()
    assert (bench.document.title("yoga"), bench.document.title("chess")) == ("Yoga", "Other")


def test_undoing_a_merge_says_whose_changes_go(bench: Workbench, said: list[Notice]) -> None:
    theirs = bench.desk.log()
    edit = Edit("x", (Change("session", "yoga", "title.en", "Ben's"),))
    stamped_into(theirs, edit, author=BEN, device="d2")
    bench.desk.merge(theirs, source="Ben")
    assert bench.undo_words() == "Undo: taking in the changes of Ben"
    bench.undo()
    assert said[-1] == Notice("Undone: taking in the changes of Ben")
    assert (bench.document.title("yoga"), bench.undo_words()) == ("Yoga", "Undo")


def test_typing_ends_before_every_edit_and_undo(qtbot: QtBot, bench: Workbench) -> None:
    for act in (lambda: bench.do(titled("One")), bench.undo, bench.redo, lambda: bench.select(["chess"])):
        with qtbot.waitSignal(bench.typing_ends):
            act()


def test_what_is_deleted_is_no_longer_selected(qtbot: QtBot, bench: Workbench) -> None:
    from octodesk.edits.rows import delete_row

    bench.select(["yoga", "chess", "nobody"])
    assert (bench.selection, bench.current) == (("yoga", "chess"), "chess")
    with qtbot.waitSignal(bench.selected):
        bench.do(lambda document: delete_row(document, table="session", row_id="chess"))
    assert bench.selection == ("yoga",)


def test_clashes_are_those_of_the_document_as_it_is_now(bench: Workbench) -> None:
    assert bench.clashes() == ()
    bench.do(lambda document: place(document, "chess", start=at("A", "10:30").start, rooms=("A",)))
    assert [one.rule for one in bench.clashes()] == ["room-double-booked"]
    assert bench.clashes() is bench.clashes()
    bench.undo()
    assert bench.clashes() == ()
