# SPDX-License-Identifier: EUPL-1.2
"""A short talk dropped on lightning talks becomes an item of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from octodesk.model.rows import Kind, Row
from octodesk.ui.timetable.carrying import Carrying, Grip
from octodesk.ui.timetable.showing import choices_of
from octodesk.ui.timetable.wishes import BecomeItem
from tests.build import at, part, person, session, text
from tests.ui.timetable.board import pointer, scene
from tests.ui.timetable.conftest import Stage

Make = Callable[..., Stage]


def rows(**values: Any) -> tuple[Row, ...]:
    return (
        Kind("lightning-talks", text("Lightning talks"), pattern=text("Lightning talks {n}")),
        session("sparks", at("B", "11:00"), kind="lightning-talks", minutes=60),
        session("yoga", at("A", "10:00"), minutes=30, **values),
        person("ana"),
        part("yoga", "ana"),
    )


def onto(shown: Stage) -> QPoint:
    """Yoga is dragged onto the lightning talks and held there."""
    place = shown.point("B", "11:20")
    shown.pull(shown.point("A", "10:10"), place)
    return place


def test_the_box_and_the_status_bar_say_what_it_becomes_before_it_is_let_go(stage: Make) -> None:
    shown = stage(*rows())
    said: list[str] = []
    shown.surface.drag_described.connect(said.append)
    onto(shown)
    overlay = shown.surface.hand.overlay
    assert overlay.price is not None
    assert (overlay.price.headline, overlay.clashes) == ("Becomes an item of Lightning talks 1.", 0)
    assert said[-1] == "Dragging WS 1 Yoga → item of Lightning talks 1"


def test_dropped_it_is_an_item_with_its_speaker_and_one_undo_takes_it_back(stage: Make) -> None:
    shown = stage(*rows())
    before = shown.document
    shown.release(onto(shown))
    (item,) = shown.document.agenda_of("sparks")
    (speaker,) = shown.document.contributions_of("sparks")
    assert (item.text, item.minutes, speaker.agenda_point) == (text("Yoga"), 30, item.id)
    assert shown.document.find("session", "yoga") is None
    assert shown.surface.scene.selection == ("sparks",)
    shown.bench.undo()
    assert {name: shown.document.table(name) for name in ("session", "agenda_point", "contribution")} == {
        name: before.table(name) for name in ("session", "agenda_point", "contribution")
    }


def test_with_alt_it_changes_places_all_the_same(stage: Make) -> None:
    shown = stage(*rows())
    place = onto(shown)
    QTest.keyPress(shown.surface, Qt.Key.Key_Alt)
    shown.release(place, Qt.KeyboardModifier.AltModifier)
    assert shown.document.session("yoga").placement == at("B", "11:00")


def test_what_would_be_lost_is_said_before_and_nothing_is_done(stage: Make) -> None:
    shown = stage(*rows(description=text("Long")))
    before = shown.document
    place = onto(shown)
    price = shown.surface.hand.overlay.price
    assert price is not None
    assert price.headline == (
        "WS 1 holds more than an item can: description. Take that out first, or leave it a session of its own."
    )
    shown.release(place)
    assert shown.document == before


def test_from_the_list_it_becomes_one_too() -> None:
    shown = scene(*rows(), session("judo", minutes=5))
    gesture = Carrying(shown, "judo", (), Grip(0))
    gesture.move(pointer(shown, "B", "11:00"))
    assert gesture.wish == BecomeItem("judo", "sparks")
    assert [words for words, _wish in choices_of(shown, gesture)] == [
        "Make it an item of Lightning talks 1", "Copy here", "Swap with Lightning talks 1", "Push the later ones",
    ]  # fmt: skip


def test_several_and_long_ones_are_put_there_as_sessions() -> None:
    shown = scene(*rows(), session("judo", minutes=5), session("aikido", minutes=45))
    for carried, others in (("judo", ("yoga",)), ("aikido", ())):
        gesture = Carrying(shown, carried, others, Grip(0))
        gesture.move(pointer(shown, "B", "11:00"))
        assert not isinstance(gesture.wish, BecomeItem)
