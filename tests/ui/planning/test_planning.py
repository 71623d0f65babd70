# SPDX-License-Identifier: EUPL-1.2
"""Finding a place, what fits an empty place, and repairing, in the window."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QSpinBox

from octodesk.model.checks import RULES
from octodesk.model.checks.settings import options, severities
from octodesk.ui.main_window import MainWindow
from octodesk.ui.planning import choices
from octodesk.ui.planning.choosing import Choosing
from octodesk.ui.planning.repairing import RepairDialog
from octodesk.ui.planning.rules_dialog import RulesDialog
from octodesk.ui.timetable.wishes import Drop
from tests.build import at

D = TypeVar("D", bound=QDialog)


def opened(window: MainWindow, kind: type[D]) -> D:
    return next(one for one in window.findChildren(kind) if one.isVisible())


def do(window: MainWindow, action: str) -> None:
    window.actions_by_name[action].trigger()


def test_the_best_places_of_a_session_glow_and_enter_takes_one(window: MainWindow) -> None:
    window.surface.tell(Drop((("chess", at("A", "10:30")),)))
    window.surface.choose(("chess",))
    do(window, "find-place")
    dialog = opened(window, Choosing)
    assert dialog.windowTitle() == "Places for WS 2"
    assert window.surface.beside.suggested
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert window.bench.clashes() == ()
    assert window.bench.document.session("chess").placement != at("A", "10:30")
    assert window.surface.beside.suggested == ()
    window.bench.undo()
    assert window.bench.document.session("chess").placement == at("A", "10:30")


def test_a_glowing_place_is_taken_by_a_click(window: MainWindow) -> None:
    window.surface.choose(("knots",))
    do(window, "find-place")
    place = window.surface.beside.suggested[0]
    window.surface.suggestion_taken.emit(place)
    assert window.bench.document.session("knots").placement == place.placement


def test_closing_leaves_all_as_it_is(window: MainWindow) -> None:
    window.surface.choose(("knots",))
    do(window, "find-place")
    opened(window, Choosing).reject()
    assert window.bench.document.session("knots").placement is None
    assert window.surface.beside.suggested == ()


def test_without_a_session_it_is_said_what_to_do(window: MainWindow) -> None:
    do(window, "find-place")
    assert window.notices.sentence.text() == "Select a session first."
    do(window, "what-fits")
    assert window.notices.sentence.text() == "Click an empty place on the timetable first."


def test_a_lost_room_is_shown_and_repaired_as_one_step(window: MainWindow) -> None:
    before = window.bench.document
    held = [one.id for one in before.sessions if "A" in one.rooms]
    do(window, "repair")
    dialog = opened(window, RepairDialog)
    dialog.what.setCurrentIndex(dialog.what.findText("Room A is not there"))
    assert len(window.surface.beside.suggested) == len(held)
    assert "Fewer would not do." in dialog.said.toPlainText()
    dialog.go.click()
    assert not [one for one in window.bench.document.sessions if "A" in one.rooms]
    window.bench.undo()
    assert window.bench.document == before


def test_a_shorter_day_asks_for_its_hour(window: MainWindow) -> None:
    do(window, "repair")
    dialog = opened(window, RepairDialog)
    assert dialog.closes.isHidden()
    dialog.what.setCurrentIndex(1)
    dialog.day.setCurrentIndex(2)
    assert dialog.closes.isVisible()
    assert dialog.closes.time().toString("HH:mm") == "18:00"
    assert dialog.said.toPlainText() == "Nothing has to move."
    dialog.reject()


def test_every_rule_can_be_graded_and_its_options_set(window: MainWindow) -> None:
    do(window, "rules")
    dialog = opened(window, RulesDialog)
    assert set(dialog.levels) == set(RULES)
    level = dialog.levels["across-break"]
    level.setCurrentIndex(3)
    level.activated.emit(3)
    assert severities(window.bench.document)["across-break"] == "off"
    level.activated.emit(1)
    assert severities(window.bench.document)["across-break"] == "warning"
    field = dialog.fields["no-time-to-change-rooms", "minutes"]
    assert isinstance(field, QSpinBox)
    field.setValue(12)
    field.editingFinished.emit()
    assert options(window.bench.document)["no-time-to-change-rooms"]["minutes"] == 12


def test_two_sessions_are_kept_apart_and_put_in_order(window: MainWindow) -> None:
    do(window, "keep-apart")
    assert window.notices.sentence.text() == "Select two sessions or more."
    window.surface.choose(("yoga", "chess"))
    do(window, "keep-apart")
    assert window.bench.document.session("yoga").apart_from == ("chess",)
    do(window, "in-order")
    assert window.bench.document.session("chess").after == ("yoga",)


def test_a_place_that_clashes_does_not_glow_as_a_good_one(window: MainWindow) -> None:
    for place in choices.places_for(window.bench.document, "yoga"):
        (glow,) = place.glows
        assert glow.clashing == bool(glow.words)
