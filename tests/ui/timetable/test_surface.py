# SPDX-License-Identifier: EUPL-1.2
"""The timetable as a widget: views, zoom, what is painted again, languages and themes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.edits.sessions import move_session
from octodesk.ui.palettes import CONTRAST, DARK
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.picture import Picture
from octodesk.ui.timetable.tooltips import tooltip
from tests.build import at, session, text
from tests.ui.timetable.board import THURSDAY
from tests.ui.timetable.conftest import LEFT, NONE, Stage

Make = Callable[..., Stage]


def full(stage: Make) -> Stage:
    """Blocks of every shape, in several lanes, with and without a room."""
    return stage(
        session("yoga", at("A", "09:00")),
        session("judo", at("A", "09:30"), status="draft"),
        session("golf", at(("A", "C"), "11:00"), status="cancelled", access="restricted"),
        session("chess", at((), "11:00"), locked_time=True),
        session("pause", at((), "12:00", exclusive=True), kind="break"),
        session("plenary", at("A", "13:00", exclusive=True), kind="plenary", minutes=120),
        session("end", at((), "18:00", exclusive=True), kind="milestone", minutes=0),
        session("blink", at("B", "09:00"), minutes=1),
    )


def wheel(shown: Stage, at: QPoint, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    viewport = shown.surface.viewport()
    there = QPointF(viewport.mapToGlobal(at))
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    angle = QPoint(0, 120 * notches)
    event = QWheelEvent(QPointF(at), there, QPoint(), angle, buttons, modifiers, phase, False)
    QApplication.sendEvent(viewport, event)


def test_the_day_fits_the_window_at_first_and_again_when_asked(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    fitted = shown.surface.scene.grid.scale
    assert shown.surface.verticalScrollBar().maximum() == 0
    shown.surface.zoom(3)
    assert shown.surface.scene.grid.scale == pytest.approx(3 * fitted)
    assert shown.surface.verticalScrollBar().maximum() > 0
    shown.surface.fit()
    assert shown.surface.scene.grid.scale == fitted


def test_zooming_with_the_wheel_keeps_the_minute_under_the_pointer(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    surface = shown.surface
    at_pointer = QPoint(100, 300)

    def minute() -> float:
        return surface.scene.grid.minute_at(at_pointer.y() + surface.offset.y())

    before = minute()
    wheel(shown, at_pointer, 5, Qt.KeyboardModifier.ControlModifier)
    assert surface.scene.grid.scale > 1
    assert minute() == pytest.approx(before, abs=1)


def test_a_plain_wheel_scrolls(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    shown.surface.zoom(4)
    shown.surface.verticalScrollBar().setValue(0)
    scale = shown.surface.scene.grid.scale
    wheel(shown, QPoint(100, 300), -1, NONE)
    assert shown.surface.verticalScrollBar().value() > 0
    assert shown.surface.scene.grid.scale == scale


def test_heights_stay_proportional_at_every_zoom(stage: Make) -> None:
    shown = full(stage)
    for _ in range(12):
        shown.surface.zoom_in()
        grid = shown.surface.scene.grid
        heights = {
            one.minutes: one.rect(grid).height
            for found in shown.surface.scene.layout.blocks.values()
            for one in found
        }
        assert heights == pytest.approx({minutes: minutes * grid.scale for minutes in heights})


def test_another_day_is_shown_and_told(stage: Make, qtbot: QtBot) -> None:
    shown = stage(session("yoga", at("A", "10:00", day="2021-11-18")))
    with qtbot.waitSignal(shown.surface.day_opened) as opened:
        shown.surface.show_day(THURSDAY)
    assert opened.args == [THURSDAY]
    assert set(shown.surface.scene.layout.blocks) == {"yoga"}


def test_a_press_on_a_days_name_opens_it(stage: Make, qtbot: QtBot) -> None:
    shown = stage(session("yoga", at("A", "10:00")), day=None)
    heads = shown.surface.frame.heads
    with qtbot.waitSignal(shown.surface.day_opened):
        QTest.mouseClick(heads, LEFT, NONE, QPoint(100, 8))
    assert shown.surface.scene.day == shown.surface.scene.document.days[0].date


def test_a_session_is_brought_into_view_with_its_day(stage: Make) -> None:
    shown = stage(session("yoga", at("C", "17:00", day="2021-11-18")))
    shown.surface.zoom(5)
    shown.surface.reveal("yoga")
    surface = shown.surface
    block = surface.scene.layout.of("yoga")[0].rect(surface.scene.grid)
    assert surface.scene.day == THURSDAY
    assert surface.offset.y() <= block.y
    assert block.y < surface.offset.y() + surface.viewport().height()


def test_every_shape_is_painted_in_every_look_and_zoom(stage: Make) -> None:
    shown = full(stage)
    for theme, zoom in product(
        (Theme(), Theme(DARK), Theme(CONTRAST, 200), Theme(text_size=80)), (0.1, 3, 6)
    ):
        shown.surface.set_theme(theme)
        shown.surface.fit()
        shown.surface.zoom(zoom)
        painted = shown.surface.grab().toImage()
        columns, lines = range(0, painted.width(), 7), range(60, painted.height(), 7)
        assert len({painted.pixel(x, y) for x, y in product(columns, lines)}) > 3, (theme, zoom)


def test_a_drag_is_painted_over_the_timetable(stage: Make) -> None:
    shown = full(stage)
    before = shown.surface.viewport().grab().toImage()
    shown.pull(shown.point("B", "13:30"), shown.point("B", "15:30"))
    assert shown.surface.viewport().grab().toImage() != before
    shown.key(Qt.Key.Key_Escape)
    shown.surface.select(())
    assert shown.surface.viewport().grab().toImage() == before


class Watched:
    """What a picture paints, region by region."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.regions: list[QRegion] = []
        paint = Picture.paint

        def watch(picture: Picture, region: QRegion) -> None:
            self.regions.append(QRegion(region))
            paint(picture, region)

        monkeypatch.setattr(Picture, "paint", watch)

    def painted(self, shown: Stage) -> QRect:
        """Lets Qt paint; what was painted in all, in the viewport."""
        self.regions.clear()
        QApplication.processEvents()
        whole = QRegion()
        for region in self.regions:
            whole = whole.united(region)
        return whole.boundingRect()


def test_an_edit_paints_only_the_blocks_it_changes(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("C", "12:00")))
    watched = Watched(monkeypatch)
    watched.painted(shown)
    edit = set_field(
        shown.document, table="session", row_id="yoga", field="title", language="en", value="Yoga for all"
    )
    shown.desk.apply(edit)
    painted = watched.painted(shown)
    assert painted.contains(shown.point("A", "10:30"))
    assert not painted.contains(shown.point("C", "12:30"))
    assert painted.height() < 100


def test_a_move_paints_the_old_place_and_the_new(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stage(
        session("yoga", at("A", "10:00"), number=1, number_fixed=True),
        session("judo", at("C", "16:00"), number=2, number_fixed=True),
    )
    watched = Watched(monkeypatch)
    watched.painted(shown)
    shown.desk.apply(move_session(shown.document, "yoga", at("B", "11:00")))
    painted = watched.painted(shown)
    assert painted.contains(shown.point("A", "10:30"))
    assert painted.contains(shown.point("B", "11:30"))
    assert not painted.contains(shown.point("C", "16:30"))


def test_a_drag_step_paints_only_where_something_moved(stage: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "17:00")))
    shown.pull(shown.point("A", "10:30"), shown.point("A", "12:30"))
    watched = Watched(monkeypatch)
    watched.painted(shown)
    shown.move(shown.point("A", "12:40"))
    painted = watched.painted(shown)
    assert painted.contains(shown.point("A", "12:30"))
    assert not painted.contains(shown.point("B", "17:30"))


def test_words_follow_the_programs_language(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), title=text("Yoga", "Le yoga", "El yoga")))
    assert shown.surface.scene.face("yoga").title == "Yoga"
    languages.set_language("fr")
    shown.surface.retranslate()
    assert shown.surface.scene.face("yoga").title == "Le yoga"


def test_a_users_words_are_no_markup_in_a_tooltip(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00"), title=text("<img src=x> & more")))
    assert "&lt;img src=x&gt; &amp; more" in tooltip(shown.surface, "yoga")


def test_the_clash_mark_is_painted(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    before = shown.surface.viewport().grab().toImage()
    shown.surface.mark_clashing(["yoga"])
    assert shown.surface.viewport().grab().toImage() != before


def test_the_hours_of_other_zones_stand_beside_the_conferences(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    before = shown.surface.viewport().x()
    shown.surface.show_zones(["Asia/Tokyo"])
    assert shown.surface.viewport().x() - before == 46


def test_columns_fill_the_width_but_never_get_too_narrow(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    assert shown.surface.scene.grid.width == pytest.approx(shown.surface.viewport().width())
    shown.surface.show_day(None)
    widths = [right - left for left, right in pairwise(shown.surface.scene.grid.lefts)]
    assert min(widths) >= 118


def test_a_conference_without_rooms_or_sessions_is_painted(stage: Make) -> None:
    from octodesk.edits.rows import delete_row

    shown = stage()
    for room in "ABC":
        shown.desk.apply(delete_row(shown.document, table="room", row_id=room))
    assert [column.room for column in shown.surface.scene.grid.columns] == [None]
    assert not shown.surface.grab().isNull()
