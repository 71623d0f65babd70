# SPDX-License-Identifier: EUPL-1.2
"""The timetable at work: steps of a drag, tint, scrolling, zooming, a shift taken back, memory over many drags.

Each is measured on real schedules (where they are at hand) and on a made one of 5,000 sessions, and set beside a floor of
the same run: the same blocks painted as plain rectangles, without words and without checks.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import time as clock_time
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QEvent, QPoint, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from octodesk.edits.sessions import shift
from octodesk.model.log import Log
from octodesk.model.timetable import sessions_of_day
from octodesk.ui.palettes import LIGHT
from octodesk.ui.theme import Theme, load_fonts, put_on
from octodesk.ui.timetable import commands
from octodesk.ui.timetable.canvas import drawn_block
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.workbench import Workbench
from tests.benchmarks.bench_window import send
from tests.benchmarks.large import large_log
from tests.build import desk_on
from tests.schedules import schedule_log

SCHEDULES = Path(os.environ.get("OCTODESK_SCHEDULES", "nowhere"))
LARGE = "5,000 made"


def logs() -> Iterator[object]:
    for name in ("fosdem_2021", "38c3"):
        path = SCHEDULES / f"{name}.xml"
        reason = f"no {path.name}: set OCTODESK_SCHEDULES to where schedules lie"
        yield pytest.param(
            lambda path=path: schedule_log(path), id=name, marks=pytest.mark.skipif(not path.exists(), reason=reason)
        )  # fmt: skip
    yield pytest.param(lambda: large_log(5000), id=LARGE)


@pytest.fixture(params=logs())
def bench(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Workbench]:
    make: Callable[[], Log] = request.param
    made = Workbench(desk_on(make()))
    yield made
    made.close()


@pytest.fixture
def surface(bench: Workbench, qapp: QApplication) -> Surface:
    """The fullest day, in a window of 1440 x 900."""
    load_fonts()
    put_on(qapp, Theme(LIGHT, 100))
    made = Surface(bench.document, Theme(LIGHT, 100))
    commands.connect(made, bench)
    bench.changed.connect(lambda news: made.change_document(news.document, news.touched))
    made.resize(1440, 900)
    fullest = max(days_shown(bench.document), key=lambda day: len(sessions_of_day(bench.document, day)))
    made.show_day(fullest)
    made.show()
    qapp.processEvents()
    return made


def percentiles(seconds: list[float]) -> tuple[float, float]:
    """(p50, p99) in milliseconds."""
    ordered = sorted(seconds)
    return ordered[len(ordered) // 2] * 1000, ordered[int(len(ordered) * 0.99)] * 1000


def timed(count: int, step: Callable[[int], object]) -> list[float]:
    """CPU seconds of each step, the repaint included."""
    application = QApplication.instance()
    assert application is not None
    found = []
    for n in range(count):
        begun = time.process_time()
        step(n)
        application.processEvents()
        found.append(time.process_time() - begun)
    return found


def floor(surface: Surface) -> float:
    """Milliseconds for a frame of the same blocks as plain rectangles."""
    scene = surface.scene
    target = QPixmap(surface.viewport().size())
    visible = QRectF(surface.viewport().rect()).translated(surface.offset)

    def paint(_n: int) -> None:
        painter = QPainter(target)
        painter.translate(-surface.offset)
        for blocks in scene.layout.blocks.values():
            for block in blocks:
                rect = drawn_block(block, scene.grid)
                if rect.intersects(visible):
                    painter.fillRect(rect, QColor("#336699"))
        painter.end()

    return percentiles(timed(60, paint))[0]


def report(what: str, surface: Surface, seconds: list[float]) -> None:
    p50, p99 = percentiles(seconds)
    least = floor(surface)
    count = len(surface.scene.document.sessions)
    sys.stdout.write(
        f"\n{what} at {count:,} sessions, {len(surface.scene.grid.columns)} rooms: p50 {p50:.1f} ms, p99 {p99:.1f} ms CPU; "
        f"floor {least:.1f} ms, ratio {p50 / max(least, 0.01):.1f}\n"
    )


def first_block(surface: Surface) -> QPoint:
    """Inside a block in sight."""
    scene, view = surface.scene, QRectF(surface.viewport().rect())
    surface.reveal(scene.layout.in_reading_order()[0].session)
    for block in scene.layout.in_reading_order():
        rect = drawn_block(block, scene.grid).translated(-surface.offset)
        if view.contains(rect.center()) and rect.height() > 12:
            return rect.center().toPoint()
    raise AssertionError("no block in sight")


def test_a_step_of_a_drag(surface: Surface) -> None:
    viewport, grip = surface.viewport(), first_block(surface)
    send(viewport, QEvent.Type.MouseButtonPress, grip)
    send(viewport, QEvent.Type.MouseMove, grip + QPoint(20, 20))
    steps = timed(
        300, lambda n: send(viewport, QEvent.Type.MouseMove, QPoint(80 + n * 4 % 1100, 60 + n * 7 % 600))
    )
    surface.hand.cancel()
    report("a step of a drag", surface, steps)


def test_the_tint_of_a_whole_day(surface: Surface) -> None:
    viewport, grip = surface.viewport(), first_block(surface)

    def begin(_n: int) -> None:
        send(viewport, QEvent.Type.MouseButtonPress, grip)
        send(viewport, QEvent.Type.MouseMove, grip + QPoint(20, 20))
        surface.hand.cancel()

    report("beginning a drag, with the tint of the day", surface, timed(40, begin))


def test_a_frame_of_scrolling(surface: Surface) -> None:
    bar = (
        surface.horizontalScrollBar()
        if surface.horizontalScrollBar().maximum()
        else surface.verticalScrollBar()
    )
    span = max(1, bar.maximum())
    report("a frame of scrolling", surface, timed(300, lambda n: bar.setValue(n * 37 % span)))


def test_a_frame_of_zooming(surface: Surface) -> None:
    report(
        "a frame of zooming", surface, timed(120, lambda n: surface.zoom(1.05 if n % 40 < 20 else 1 / 1.05))
    )


def test_a_shift_of_a_day_taken_back(bench: Workbench, surface: Surface) -> None:
    day = surface.scene.day
    assert day is not None
    moved = bench.do(lambda document: shift(document, day=day, from_time=clock_time(0), minutes=5))
    assert moved
    found = []
    for _n in range(6):
        found += timed(1, lambda _n: bench.undo())
        bench.redo()
        QApplication.processEvents()
    report("undo of a shift of the day", surface, found)


def test_many_drags_take_no_more_memory(surface: Surface) -> None:
    viewport, grip = surface.viewport(), first_block(surface)
    process = psutil.Process()

    def drag(n: int) -> None:
        send(viewport, QEvent.Type.MouseButtonPress, grip)
        send(viewport, QEvent.Type.MouseMove, grip + QPoint(30 + n % 50, 30))
        surface.hand.cancel()

    timed(100, drag)
    before = process.memory_info().rss
    timed(300, drag)
    grown = (process.memory_info().rss - before) / 1e6
    sys.stdout.write(f"\nmemory grown over 300 drags: {grown:.1f} MB\n")
    assert grown < 20
