# SPDX-License-Identifier: EUPL-1.2
"""Each gesture of the mouse, from the press to the document."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from octodesk.ui.timetable.carrying import Grip
from octodesk.ui.timetable.wishes import OverDay, OverList, Target
from tests.build import at, part, person, session
from tests.ui.timetable.board import THURSDAY, TUESDAY
from tests.ui.timetable.conftest import LEFT, NONE, Stage

Make = Callable[..., Stage]
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Tab:
    """A drop target outside the timetable: everything above its viewport."""

    def __init__(self, stage: Stage, target: Target) -> None:
        self._stage, self._target = stage, target
        self.place = stage.surface.viewport().mapFromGlobal(self._beside().mapToGlobal(QPoint(50, 30)))

    def _beside(self) -> QWidget:
        found = self._stage.window.menuWidget()
        assert found is not None
        return found

    def drop_target_at(self, position: QPoint) -> Target | None:
        beside = self._beside()
        return self._target if beside.rect().contains(beside.mapFromGlobal(position)) else None


def test_dragging_moves_a_session_to_another_room_and_time(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    shown.drag(shown.point("A", "10:30"), shown.point("B", "14:30"))
    assert shown.document.session("yoga").placement == at("B", "14:00")


def test_a_move_is_one_edit_that_undo_takes_back(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    before = shown.document
    shown.drag(shown.point("A", "10:30"), shown.point("B", "14:30"))
    shown.desk.undo()
    assert shown.document == before
    assert shown.surface.scene.layout.of("yoga")[0].first == 0


def test_dropping_on_an_occupied_place_is_allowed_and_said(stage: Make) -> None:
    shown = stage(
        session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")), person("ana"),
        part("yoga", "ana"), part("judo", "ana"),
    )  # fmt: skip
    shown.pull(shown.point("A", "10:30"), shown.point("B", "10:45"))
    price = shown.surface.hand.overlay.price
    assert price is not None
    assert price.headline == "2 clashes here."
    assert price.sentences == "Ana is in WS 2 (Room B) until 11:00. Room B holds WS 2 until 11:00."
    shown.release(shown.point("B", "10:45"))
    assert shown.document.session("yoga").placement == at("B", "10:15")


def test_the_status_bar_is_told_what_is_dragged_where(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    told: list[str] = []
    shown.surface.drag_described.connect(told.append)
    shown.drag(shown.point("A", "10:30"), shown.point("B", "14:30"))
    assert told[-2:] == ["Dragging WS 1 Yoga → Room B, 14:00–15:00 · no clash", ""]


def test_pulling_the_lower_edge_makes_it_longer(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), minutes=60))
    edge = shown.point("A", "11:00") - QPoint(0, 2)
    shown.drag(edge, shown.point("A", "12:00"))
    yoga = shown.document.session("yoga")
    assert (yoga.placement, yoga.minutes) == (at("A", "10:00"), 120)


def test_pulling_the_upper_edge_begins_earlier(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), minutes=60))
    shown.drag(shown.point("A", "10:00") + QPoint(0, 2), shown.point("A", "09:30"))
    yoga = shown.document.session("yoga")
    assert (yoga.placement, yoga.minutes) == (at("A", "09:30"), 90)


def test_pulling_a_side_edge_joins_rooms(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    shown.drag(shown.point("A", "10:30", across=0.99), shown.point("B", "10:30"))
    assert shown.document.session("yoga").placement == at(("A", "B"), "10:00")


def test_drawing_on_empty_space_makes_a_new_session(stage: Make) -> None:
    shown = stage()
    opened: list[str] = []
    shown.surface.opened.connect(opened.append)
    shown.drag(shown.point("B", "10:00"), shown.point("B", "11:30"))
    new = shown.document.session("new1")
    assert (new.placement, new.minutes, new.kind) == (at("B", "10:00"), 90, "workshop")
    assert (shown.surface.scene.selection, opened) == (("new1",), ["new1"])


def test_a_rubber_band_selects(stage: Make) -> None:
    shown = stage(
        session("yoga", at("A", "10:00")),
        session("judo", at("B", "10:00")),
        session("golf", at("C", "10:00")),
    )
    start, to = shown.point("A", "09:30", across=0.2), shown.point("B", "10:30", across=0.5)
    shown.press(start, SHIFT)
    shown.move((start + to) / 2)
    shown.move(to)
    shown.release(to)
    assert set(shown.surface.scene.selection) == {"yoga", "judo"}
    assert [one.id for one in shown.document.sessions if one.placement is None] == []


def test_a_click_selects_and_control_adds(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    chosen: list[object] = []
    shown.surface.selected.connect(chosen.append)
    for room, modifiers in (("A", NONE), ("B", CONTROL), ("B", CONTROL)):
        QTest.mouseClick(shown.surface.viewport(), LEFT, modifiers, shown.point(room, "10:30"))
    QTest.mouseClick(shown.surface.viewport(), LEFT, NONE, shown.point("C", "10:30"))
    assert chosen == [("yoga",), ("yoga", "judo"), ("yoga",), ()]


def test_several_selected_sessions_move_together(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:30")))
    shown.surface.select(["judo", "yoga"])
    shown.drag(shown.point("A", "10:30"), shown.point("B", "12:30"))
    placements = [shown.document.session(one).placement for one in ("yoga", "judo")]
    assert placements == [at("B", "12:00"), at("C", "12:30")]


def test_a_double_click_opens(stage: Make, qtbot: QtBot) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    with qtbot.waitSignal(shown.surface.opened) as opened:
        QTest.mouseDClick(shown.surface.viewport(), LEFT, NONE, shown.point("A", "10:30"))
    assert opened.args == ["yoga"]


def test_a_fixed_session_says_why_it_does_not_move(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), locked_time=True, locked_room=True))
    before = shown.document
    shown.drag(shown.point("A", "10:30"), shown.point("B", "12:30"))
    assert shown.said == ["WS 1 Yoga has a fixed time and room. Free them first, then move it."]
    assert shown.document is before


def test_escape_leaves_everything_as_it_was(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    before = shown.document
    shown.pull(shown.point("A", "10:30"), shown.point("B", "12:30"))
    shown.key(Qt.Key.Key_Escape)
    assert not shown.surface.hand.is_busy
    shown.release(shown.point("B", "12:30"))
    assert shown.document is before


def test_an_arrow_key_nudges_while_dragging(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    to = shown.point("B", "12:30")
    shown.pull(shown.point("A", "10:30"), to)
    for _ in range(3):
        shown.key(Qt.Key.Key_Down)
    shown.release(to)
    assert shown.document.session("yoga").placement == at("B", "12:03")


def test_leaving_the_window_cancels(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    before = shown.document
    for kind in (QEvent.Type.WindowDeactivate, QEvent.Type.UngrabMouse):
        shown.pull(shown.point("A", "10:30"), shown.point("B", "12:30"))
        receiver = shown.surface if kind == QEvent.Type.WindowDeactivate else shown.surface.viewport()
        QApplication.sendEvent(receiver, QEvent(kind))
        assert not shown.surface.hand.is_busy
        shown.release(shown.point("B", "12:30"))
    assert shown.document is before


def test_a_session_that_vanishes_while_dragged_cancels(stage: Make) -> None:
    from octodesk.edits.rows import delete_row

    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    shown.pull(shown.point("A", "10:30"), shown.point("B", "12:30"))
    shown.desk.apply(delete_row(shown.document, table="session", row_id="yoga"))
    assert not shown.surface.hand.is_busy
    shown.release(shown.point("B", "12:30"))
    assert [one.id for one in shown.document.sessions] == ["judo"]


def test_an_edit_from_elsewhere_does_not_disturb_a_drag(stage: Make) -> None:
    from octodesk.edits.sessions import move_session

    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "10:00")))
    to = shown.point("B", "12:30")
    shown.pull(shown.point("A", "10:30"), to)
    shown.desk.apply(move_session(shown.document, "judo", at("B", "12:00")))
    price = shown.surface.hand.overlay.price
    assert price is not None
    assert price.headline == "1 clash here."
    shown.release(to)
    assert shown.document.session("yoga").placement == at("B", "12:00")


def test_from_the_list_a_session_comes_with_the_place_it_was_grabbed_at(stage: Make) -> None:
    shown = stage(session("yoga", minutes=60))
    beside = shown.window.menuWidget()
    assert beside is not None
    QTest.mousePress(beside, LEFT, NONE, QPoint(50, 30))
    shown.surface.start_drag("yoga", beside.mapToGlobal(QPoint(50, 30)), Grip(30))
    to = beside.mapFromGlobal(shown.surface.viewport().mapToGlobal(shown.point("B", "12:30")))
    QTest.mouseMove(beside, to)
    assert shown.surface.hand.is_busy
    QTest.mouseRelease(beside, LEFT, NONE, to)
    assert not shown.surface.hand.is_busy
    assert shown.document.session("yoga").placement == at("B", "12:00")


def test_the_list_takes_a_session_back(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    tab = Tab(shown, OverList())
    shown.surface.add_drop_target(tab)
    shown.drag(shown.point("A", "10:30"), tab.place)
    assert shown.document.session("yoga").placement is None


def test_a_fixed_session_dropped_on_the_list_says_why_it_stays(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), locked_time=True))
    tab = Tab(shown, OverList())
    shown.surface.add_drop_target(tab)
    shown.drag(shown.point("A", "10:30"), tab.place)
    assert shown.document.session("yoga").placement == at("A", "10:00")
    assert shown.said == ["WS 1 has a fixed time. Free the time first, then move it."]


def test_a_fixed_time_is_said_while_dragging(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), locked_time=True))
    shown.pull(shown.point("A", "10:30"), shown.point("B", "15:30"))
    price = shown.surface.hand.overlay.price
    assert price is not None
    assert price.sentences == "Its time is fixed: only the room changes."
    shown.release(shown.point("B", "15:30"))
    assert shown.document.session("yoga").placement == at("B", "10:00")


def test_letting_go_outside_changes_nothing(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    before = shown.document
    shown.drag(shown.point("A", "10:30"), QPoint(-400, -400))
    assert shown.document is before


def test_staying_over_a_days_tab_opens_the_day_and_the_drag_goes_on(stage: Make, qtbot: QtBot) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    tab = Tab(shown, OverDay(THURSDAY))
    shown.surface.add_drop_target(tab)
    start, to = shown.point("A", "10:30"), shown.point("B", "12:30")
    shown.pull(start, tab.place)
    with qtbot.waitSignal(shown.surface.day_opened, timeout=5000) as opened:
        shown.move(tab.place + QPoint(1, 0))
    assert opened.args == [THURSDAY]
    shown.move(to)
    shown.release(to)
    assert shown.document.session("yoga").placement == at("B", "12:00", day="2021-11-18")


def test_the_strip_at_the_edge_takes_what_has_no_room_yet(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    width = shown.surface.viewport().width()
    to = QPoint(width - 10, shown.point("C", "12:30").y())
    shown.pull(shown.point("A", "10:30"), to)
    assert shown.surface.hand.picture.strip_rect() is not None
    shown.release(to)
    assert shown.document.session("yoga").placement == at((), "12:00")


def test_all_days_side_by_side_take_a_session_across_days(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")), day=None)
    grid, offset = shown.surface.scene.grid, shown.surface.offset
    source = shown.surface.scene.layout.of("yoga")[0].rect(grid)
    place = next(n for n, one in enumerate(grid.columns) if (one.day, one.room) == (TUESDAY, "B"))
    start = QPoint(round(source.x + 30 - offset.x()), round(source.y + 20 - offset.y()))
    shown.drag(start, QPoint(round(grid.lefts[place] + 30 - offset.x()), start.y()))
    assert shown.document.session("yoga").placement == at("B", "10:00", day="2021-11-16")


def test_the_pointer_shows_which_edges_can_be_pulled(stage: Make) -> None:
    shown = stage(
        session("yoga", at("A", "10:00")),
        session("plenary", at("A", "12:00", exclusive=True), kind="plenary"),
    )
    shapes = []
    for point in (
        shown.point("A", "10:30"),
        shown.point("A", "10:00") + QPoint(0, 1),
        shown.point("A", "10:30", across=0.99),
        shown.point("C", "12:30", across=0.99),
    ):
        shown.hover(point)
        shapes.append(shown.surface.viewport().cursor().shape())
    cursor = Qt.CursorShape
    assert shapes == [cursor.ArrowCursor, cursor.SizeVerCursor, cursor.SizeHorCursor, cursor.ArrowCursor]
