# SPDX-License-Identifier: EUPL-1.2
"""A session dropped on the rooms' names has nothing beside it, at the time it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from octodesk.ui.timetable.carrying import Carrying, Grip
from octodesk.ui.timetable.wishes import Join, OverHeaders
from tests.build import at, session
from tests.ui.timetable.board import block, pointer, scene
from tests.ui.timetable.conftest import Stage

Make = Callable[..., Stage]


def onto_names(shown: Stage) -> QPoint:
    """Yoga is dragged onto the name of room B."""
    place = QPoint(shown.point("B", "10:00").x(), -10)
    shown.pull(shown.point("A", "10:30"), shown.point("B", "12:00"), place)
    return place


def test_it_is_said_before_with_what_it_would_meet(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:30")))
    said: list[str] = []
    shown.surface.drag_described.connect(said.append)
    onto_names(shown)
    overlay = shown.surface.hand.overlay
    assert overlay.price is not None
    assert overlay.price.sentences.startswith("Nothing will run beside it. Nothing may run beside it, but")
    assert overlay.keys == (("Esc", "leave as it was"),)
    assert said[-1] == "Dragging WS 1 Yoga → nothing beside it · 1 clash"
    (ghost, _face) = overlay.ghosts[0]
    assert (ghost.first, ghost.last, ghost.begins) == (0, 2, 600)


def test_dropped_there_it_keeps_time_and_room_and_one_undo_takes_it_back(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:30")))
    shown.release(onto_names(shown))
    assert shown.document.session("yoga").placement == at("A", "10:00", exclusive=True)
    assert shown.surface.choices is None
    shown.bench.undo()
    assert shown.document.session("yoga").placement == at("A", "10:00")


def test_escape_leaves_it_as_it_was(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    place = onto_names(shown)
    shown.key(Qt.Key.Key_Escape)
    shown.release(place)
    assert shown.document.session("yoga").placement == at("A", "10:00")


def test_the_hours_beside_and_what_is_above_are_no_names(stage: Make) -> None:
    surface = stage(session("yoga", at("A", "10:00"))).surface
    top = surface.viewport().y()
    points = [(5, -1), (5, -top), (-5, -1), (5, -top - 5), (5, 5)]
    assert [surface.is_above_rooms(QPointF(*one)) for one in points] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("placement", "others", "wish"),
    [
        (at("A", "10:00"), (), Join("yoga", at("A", "10:00", exclusive=True))),
        (at("A", "10:00", exclusive=True), (), None),
        (at("A", "10:00"), ("judo",), None),
        (None, (), None),
    ],
)
def test_one_that_is_placed_and_not_alone_yet(
    placement: object, others: tuple[str, ...], wish: object
) -> None:
    shown = scene(session("yoga", placement), session("judo", at("B", "12:00")))  # type: ignore[arg-type]
    gesture = Carrying(shown, "yoga", others, Grip(0))
    gesture.move(pointer(shown, "A", "08:00", target=OverHeaders()))
    assert gesture.wish == wish
    assert block(shown, "judo").begins == 720
