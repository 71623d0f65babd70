# SPDX-License-Identifier: EUPL-1.2
"""Desks in memory, with a workbench on each, and the whole window on the sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk.desk import Desk
from octodesk.exchange.samples import sample_log
from octodesk.model.log import Log
from octodesk.ui import theme as themes
from octodesk.ui.file_link import FileLink
from octodesk.ui.main_window import MainWindow
from octodesk.ui.settings import Settings
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from tests.build import at, desk_on, log_of, part, person, point, room, session, text

NOW = datetime(2021, 10, 5, 12, 32, tzinfo=UTC)
WEDNESDAY = date(2021, 11, 17)


def now() -> datetime:
    return NOW


def small_log() -> Log:
    """Two workshops on Wednesday, a break, one workshop not yet placed, two people, two items."""
    ida = person("ida", given_name="Ida", form_of_address="Ms", function=text("Prosecutor"), country="SE")
    return log_of(
        *map(room, "AB"),
        session("yoga", at("A", "10:00")),
        session("chess", at("B", "11:00"), title=text("Chess", "Échecs", "Ajedrez"), expected=40),
        session("tea", at((), "12:00", exclusive=True), kind="break", title=text("Tea", "Thé", "Té")),
        session("knots", title=text("Knots", "Nœuds", "Nudos")),
        ida,
        person("omar", given_name="Omar", form_of_address="Mr"),
        part("yoga", "ida", "moderator", order="1"),
        part("yoga", "omar", order="2"),
        point("first", "yoga", "Breathing"),
        point("second", "yoga", "Resting"),
    )


@pytest.fixture
def desk() -> Desk:
    return desk_on(small_log())


@pytest.fixture
def bench(qapp: QApplication, desk: Desk) -> Iterator[Workbench]:
    made = Workbench(desk)
    yield made
    made.close()


@pytest.fixture
def looked(qapp: QApplication) -> Theme:
    """The theme, put on the application."""
    theme = Theme()
    if qapp.styleSheet() != themes.sheet(theme):
        themes.put_on(qapp, theme)  # only where another test left another look: every widget is polished anew
    return theme


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "window.ini")


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, looked: Theme, settings: Settings) -> Iterator[OpenWindow]:
    """Opens a window on a log, the small conference if none is given, on its Wednesday."""
    opened: list[MainWindow] = []

    def open_on(log: Log | None = None) -> MainWindow:
        bench = Workbench(desk_on(log or small_log()))
        window = MainWindow(bench, FileLink(bench, now), settings, looked, now, day=WEDNESDAY)
        window.resize(1400, 900)
        window.show()
        qtbot.waitExposed(window)
        QApplication.processEvents()  # the docks take their places
        opened.append(window)
        return window

    yield open_on
    for window in filter(shiboken6.isValid, opened):
        window.hide()
        window.bench.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window()


@pytest.fixture
def sample_window(open_window: OpenWindow) -> MainWindow:
    return open_window(sample_log("octopus-2021"))
