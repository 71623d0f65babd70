# SPDX-License-Identifier: EUPL-1.2
"""The preview beside the timetable follows every edit, and works only while it is seen."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from octodesk.edits.sessions import move_session
from octodesk.ui.main_window import MainWindow
from octodesk.ui.printing.preview import PreviewPane
from tests.build import at
from tests.ui.printing.conftest import A_WHILE


def shown(window: MainWindow) -> PreviewPane:
    window.docks["preview"].show()
    window.docks["preview"].raise_()
    pane = window.docks["preview"].widget()
    assert isinstance(pane, PreviewPane)
    return pane


def test_it_is_hidden_at_first_and_nothing_is_printed(window: MainWindow) -> None:
    window.furnish()
    assert not window.docks["preview"].isVisible()
    assert not isinstance(window.docks["preview"].widget(), PreviewPane)


def test_the_page_in_view_comes_first_then_the_count_of_all(window: MainWindow, qtbot: QtBot) -> None:
    window.furnish()
    pane = shown(window)
    qtbot.waitUntil(lambda: 0 in pane.pages.drawn, timeout=A_WHILE)
    qtbot.waitUntil(lambda: pane.state.text() == "2 pages", timeout=A_WHILE)


def test_it_follows_an_edit_and_keeps_the_page_until_the_new_one_comes(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.furnish()
    pane = shown(window)
    qtbot.waitUntil(lambda: pane.state.text() == "2 pages" and 0 in pane.pages.drawn, timeout=A_WHILE)
    drawn: list[int] = []
    pane.press.laid.connect(lambda _sheets: drawn.append(len(pane.pages.drawn)))
    with qtbot.waitSignal(pane.press.pictured, timeout=A_WHILE):
        window.bench.do(lambda document: move_session(document, "yoga", at("B", "15:00")))
    assert 0 not in drawn


def test_it_stops_with_the_window(window: MainWindow, qtbot: QtBot) -> None:
    window.furnish()
    pane = shown(window)
    qtbot.waitUntil(lambda: pane.press.process is not None, timeout=A_WHILE)
    process = pane.press.process
    assert process is not None
    window.close()
    assert not process.is_alive()


def test_a_page_is_as_wide_as_a_narrow_pane_has_room_for(window: MainWindow, qtbot: QtBot) -> None:
    window.furnish()
    pane = shown(window)
    qtbot.waitUntil(lambda: pane.state.text() == "2 pages" and 0 in pane.pages.drawn, timeout=A_WHILE)
    assert not pane.pages.horizontalScrollBar().isVisible()
