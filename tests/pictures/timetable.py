# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the window in each state of the timetable, to be looked at.

    python -m tests.pictures.timetable FOLDER [SCHEDULE.xml]

Writes PNG files into the folder, without a display. With a schedule also the timetable of a conference of many rooms.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from octodesk import languages
from octodesk.edits.sessions import move_session, swap
from octodesk.exchange.samples import sample_log
from octodesk.model.log import Log
from octodesk.ui import theme as themes
from octodesk.ui.command_palette import CommandPalette
from octodesk.ui.file_link import FileLink
from octodesk.ui.main_window import MainWindow
from octodesk.ui.palettes import PALETTES
from octodesk.ui.settings import Settings
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.canvas import drawn_block
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.timetable.places import SuggestedPlace, old_places
from octodesk.ui.workbench import Workbench
from tests.build import at, desk_on
from tests.schedules import schedule_log

SIZE = 1600, 1000
NOW = datetime(2021, 10, 5, 12, 32, tzinfo=UTC)
WEDNESDAY = date(2021, 11, 17)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

Pose = Callable[[MainWindow], None]


def a_window(theme: Theme, log: Log | None = None) -> MainWindow:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    themes.put_on(application, theme)
    bench = Workbench(desk_on(log or sample_log("octopus-2021")))
    settings = Settings(Path(tempfile.mkdtemp()) / "window.ini")
    first = WEDNESDAY if log is None else days_shown(bench.document)[0]
    window = MainWindow(bench, FileLink(bench, lambda: NOW), settings, theme, lambda: NOW, day=first)
    window.resize(*SIZE)
    window.show()
    window.furnish()
    _settle()
    return window


def _settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


# -- what is done before the picture is taken


def idle(window: MainWindow) -> None:
    window.bench.select(["ws-4"])
    window.surface.show_zones(("Asia/Tokyo",))


def _spot(window: MainWindow, session: str, by: QPoint) -> QPoint:
    scene = window.surface.scene
    rect = drawn_block(scene.layout.of(session)[0], scene.grid).translated(-window.surface.offset)
    return rect.topLeft().toPoint() + by


def _dragged(window: MainWindow, target: QPoint) -> None:
    viewport, grip = window.surface.viewport(), _spot(window, "ws-4", QPoint(40, 12))
    QTest.mousePress(viewport, LEFT, NONE, grip)
    QTest.mouseMove(viewport, (grip + target) / 2)
    QTest.mouseMove(viewport, target)


def drag_free(window: MainWindow) -> None:
    _dragged(
        window, _spot(window, "ws-9", QPoint(0, 12)) + QPoint(window.surface.viewport().width() // 2 + 40, 0)
    )


def drag_clash(window: MainWindow) -> None:
    _dragged(window, _spot(window, "ws-7", QPoint(60, 27)))


def drag_swap(window: MainWindow) -> None:
    drag_clash(window)
    QTest.keyPress(window.surface, Qt.Key.Key_Alt)


def drag_push(window: MainWindow) -> None:
    drag_clash(window)
    QTest.keyPress(window.surface, Qt.Key.Key_Shift)


def dropped(window: MainWindow) -> None:
    drag_clash(window)
    QTest.mouseRelease(window.surface.viewport(), LEFT, NONE, _spot(window, "ws-7", QPoint(60, 27)))


def since(window: MainWindow) -> None:
    before, bench = window.bench.document, window.bench
    bench.do(lambda document: swap(document, first="ws-4", second="ws-7"))
    bench.do(lambda document: move_session(document, "ws-9", at("room-2", "18:00")))
    bench.do(lambda document: move_session(document, "ws-3", at("room-2", "09:00", day="2021-11-18")))
    window.surface.show_ghosts(old_places(before, bench.document))
    window.surface.glow([SuggestedPlace("ws-3", at("room-2", "07:00"), 110, "No clash")])


def try_out(window: MainWindow) -> None:
    window.actions_by_name["try-out"].trigger()
    window.bench.do(lambda document: swap(document, first="ws-4", second="ws-7"))


def view(name: str, *selected: str) -> Pose:
    def pose(window: MainWindow) -> None:
        window.bench.select(selected)
        window.actions_by_name[f"view-{name}"].trigger()

    return pose


def night(window: MainWindow) -> None:
    window.bench.select(["ws-9"])
    window.surface.show_zones(("America/Bogota",))
    window.actions_by_name["overview"].trigger()
    for _ in range(3):
        window.actions_by_name["zoom-in"].trigger()


def find(window: MainWindow) -> None:
    window.actions_by_name["find"].trigger()
    window.outfit.find_bar.line.setText("cyber")


def palette(window: MainWindow) -> None:
    window.actions_by_name["palette"].trigger()
    found = window.findChild(CommandPalette)
    assert found is not None
    found.line.setText("swap")


def shift_rest(window: MainWindow) -> None:
    window.bench.select(["ws-6"])
    window.actions_by_name["shift-rest"].trigger()


POSES: Mapping[str, Pose] = {
    "idle": idle,
    "drag-free": drag_free,
    "drag-clash": drag_clash,
    "drag-swap": drag_swap,
    "drag-push": drag_push,
    "dropped": dropped,
    "since": since,
    "try-out": try_out,
    "all-days": view("all-days"),
    "rooms-down": view("across"),
    "list": view("list", "ws-4"),
    "one-room": view("room", "ws-4"),
    "one-speaker": view("speaker", "ws-4"),
    "night": night,
    "find": find,
    "palette": palette,
    "shift-rest": shift_rest,
}
LOOKS: Mapping[str, tuple[Theme, str, str]] = {
    "dark-idle": (Theme(PALETTES["dark"]), "en", "idle"),
    "dark-drag-clash": (Theme(PALETTES["dark"]), "en", "drag-clash"),
    "contrast-drag-clash": (Theme(PALETTES["contrast"]), "en", "drag-clash"),
    "200-idle": (Theme(text_size=200), "en", "idle"),
    "200-dropped": (Theme(text_size=200), "en", "dropped"),
    "french-dropped": (Theme(), "fr", "dropped"),
    "spanish-try-out": (Theme(), "es", "try-out"),
}
"""Theme, language and pose."""


def take(folder: Path, name: str, window: MainWindow, pose: Pose) -> None:
    pose(window)
    _settle()
    window.grab().save(str(folder / f"{name}.png"))
    for key in (Qt.Key.Key_Alt, Qt.Key.Key_Shift):
        QTest.keyRelease(window.surface, key)
    window.surface.hand.cancel()
    window.hide()
    window.bench.close()
    window.deleteLater()
    _settle()


def main(folder: Path, schedule: Path | None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, pose in POSES.items():
        take(folder, name, a_window(Theme()), pose)
    for name, (theme, language, posed) in LOOKS.items():
        languages.set_language(language)
        take(folder, name, a_window(theme), POSES[posed])
    languages.set_language("en")
    if schedule is not None:
        for name in ("all", "one-day"):
            window = a_window(Theme(), schedule_log(schedule))
            take(folder, f"many-rooms-{name}", window, view("day") if name == "one-day" else _everything)


def _everything(window: MainWindow) -> None:
    window.actions_by_name["zoom-all"].trigger()


if __name__ == "__main__":
    with suppress(BrokenPipeError):
        main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
