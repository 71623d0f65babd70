# SPDX-License-Identifier: EUPL-1.2
"""Gestures, keys, undo, views and sizes in any order: what is seen is what the document says, and undo leads back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from octodesk.ui import theme as themes
from octodesk.ui.theme import Theme
from octodesk.ui.timetable import commands
from octodesk.ui.timetable.layout import Block, columns_of, days_shown, layout_of
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.workbench import Workbench
from tests.build import at, desk_on, log_of, session
from tests.ui.timetable.board import THURSDAY, WEDNESDAY

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton

LOG = log_of(
    session("yoga", at("A", "10:00")),
    session("judo", at("A", "11:30"), minutes=45),
    session("golf", at(("B", "C"), "10:00")),
    session("late", at("C", "23:30"), minutes=90),
    session("tea", at((), "13:00", exclusive=True), kind="break", minutes=30),
    session("undecided", at((), "15:00")),
    session("locked", at("B", "15:00"), locked_time=True),
    session("chess"),
)
IDS = ("yoga", "judo", "golf", "late", "tea", "undecided", "locked", "chess")


def surface() -> Surface:
    """One surface for all runs: making one costs more than a run."""
    if not _made:
        themes.load_fonts()
        made = Surface(desk_on(LOG).document, Theme())
        made.resize(900, 700)
        made.show()
        _made.append(made)
    return _made[0]


_made: list[Surface] = []
_ways = st.sampled_from([NONE, CONTROL, SHIFT])
_ids = st.sampled_from(IDS)


class TimetableMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.bench = Workbench(desk_on(LOG.copy()))
        self.first = self.bench.document
        self.surface = surface()
        self.surface.show_document(self.bench.document)
        self.surface.show_view(WEDNESDAY)
        self.surface.choose(())
        commands.connect(self.surface, self.bench)
        self.bench.changed.connect(self._follow)

    def _follow(self, news: object) -> None:
        self.surface.change_document(news.document, news.touched)  # type: ignore[attr-defined]

    def teardown(self) -> None:
        while self.bench.can_undo:
            self.bench.undo()
        assert self.bench.document == self.first
        self.surface.hand.cancel()
        self.surface.wished.disconnect()
        self.surface.locks_toggled.disconnect()
        self.bench.close()

    # -- hands and keys

    def _block(self, name: str) -> Block | None:
        blocks = self.surface.scene.layout.of(name)
        return blocks[0] if blocks else None

    def _point(self, block: Block, *, down: float = 0.5) -> QPoint:
        scene = self.surface.scene
        self.surface.reveal(block.session)
        rect = scene.grid.seen(block.rect(scene.grid))
        offset = self.surface.offset
        return QPoint(
            round(rect.x + rect.width / 2 - offset.x()), round(rect.y + rect.height * down - offset.y())
        )

    @rule(name=_ids, dx=st.integers(-300, 300), dy=st.integers(-200, 200), held=_ways)
    def drag(self, name: str, dx: int, dy: int, held: Qt.KeyboardModifier) -> None:
        block = self._block(name)
        if block is None:
            return
        grip, view = self._point(block), self.surface.viewport()
        QTest.mousePress(view, LEFT, NONE, grip)
        for part in (0.4, 1.0):
            QTest.mouseMove(view, grip + QPoint(round(dx * part), round(dy * part)))
        QTest.mouseRelease(view, LEFT, held, grip + QPoint(dx, dy))

    @rule(name=_ids, dy=st.integers(-120, 120), edge=st.sampled_from([0.02, 0.98]))
    def pull_an_edge(self, name: str, dy: int, edge: float) -> None:
        block = self._block(name)
        if block is None:
            return
        grip, view = self._point(block, down=edge), self.surface.viewport()
        QTest.mousePress(view, LEFT, NONE, grip)
        QTest.mouseMove(view, grip + QPoint(0, dy))
        QTest.mouseRelease(view, LEFT, NONE, grip + QPoint(0, dy))

    @rule(name=_ids, steps=st.lists(st.sampled_from([Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right]), max_size=5),
          end=st.sampled_from([Qt.Key.Key_Space, Qt.Key.Key_Escape]))  # fmt: skip
    def carry_by_keys(self, name: str, steps: list[Qt.Key], end: Qt.Key) -> None:
        self.surface.choose([name])
        QTest.keyClick(self.surface, Qt.Key.Key_Space)
        if not self.surface.hand.is_busy:
            return  # fixed: it was said why
        for key in steps:
            QTest.keyClick(self.surface, key)
        QTest.keyClick(self.surface, end)

    @rule(names=st.lists(_ids, min_size=1, max_size=3, unique=True),
          key=st.sampled_from([Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right]),
          held=st.sampled_from([ALT, ALT | SHIFT]))  # fmt: skip
    def nudge(self, names: list[str], key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        self.surface.choose(names)
        QTest.keyClick(self.surface, key, held)

    @rule(name=_ids, key=st.sampled_from([Qt.Key.Key_Delete, Qt.Key.Key_L]))
    def take_off_or_fix(self, name: str, key: Qt.Key) -> None:
        self.surface.choose([name])
        QTest.keyClick(self.surface, key)

    @precondition(lambda self: self.surface.choices is not None)
    @rule(place=st.integers(0, 2))
    def decide(self, place: int) -> None:
        assert self.surface.choices is not None
        self.surface.choices.buttons[place].click()

    @rule()
    def undo(self) -> None:
        self.bench.undo()

    @rule()
    def redo(self) -> None:
        self.bench.redo()

    # -- views and sizes

    @rule(day=st.sampled_from([WEDNESDAY, THURSDAY, None]), sideways=st.booleans(),
          rooms=st.sampled_from([None, ("A",), ("A", "C")]))  # fmt: skip
    def look(self, day: date | None, sideways: bool, rooms: tuple[str, ...] | None) -> None:
        self.surface.show_view(day, rooms=rooms, sideways=sideways)

    @rule(width=st.integers(300, 1200), height=st.integers(200, 900))
    def resize(self, width: int, height: int) -> None:
        self.surface.resize(width, height)
        QApplication.processEvents()

    @rule(factor=st.sampled_from([0.5, 0.9, 1.2, 2.0]))
    def zoom(self, factor: float) -> None:
        self.surface.zoom(factor)

    # -- what must hold

    @invariant()
    def the_screen_shows_the_document(self) -> None:
        scene, document = self.surface.scene, self.bench.document
        assert scene.document is document
        columns = columns_of(document, scene.days, rooms=scene.rooms)
        assert scene.grid.columns == columns
        fresh = layout_of(document, columns)
        assert dict(scene.layout.blocks) == dict(fresh.blocks)
        assert set(scene.days) <= set(days_shown(document))

    @invariant()
    def nothing_lies_over_another(self) -> None:
        scene = self.surface.scene
        for place in range(len(scene.grid.columns)):
            blocks = [one for one in scene.layout.by_column.get(place, ()) if one.minutes]
            for one in blocks:
                for other in blocks:
                    if one.session < other.session and one.first == one.last == other.first == other.last:
                        first, second = one.rect(scene.grid), other.rect(scene.grid)
                        apart = first.bottom <= second.y + 1e-6 or second.bottom <= first.y + 1e-6
                        assert apart or first.right <= second.x + 1e-6 or second.right <= first.x + 1e-6

    @invariant()
    def heights_are_minutes(self) -> None:
        scene = self.surface.scene
        for blocks in scene.layout.blocks.values():
            for block in blocks:
                assert block.minutes == scene.document.session(block.session).minutes
                assert block.rect(scene.grid).height == pytest.approx(block.minutes * scene.grid.scale)

    @invariant()
    def no_gesture_is_left(self) -> None:
        assert self.surface.hand.gesture is None


def test_whatever_is_done_in_any_order(qapp: QApplication) -> None:
    run_state_machine_as_test(
        TimetableMachine,
        settings=settings(
            settings.default, max_examples=25, stateful_step_count=18, deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
        ),
    )  # fmt: skip
