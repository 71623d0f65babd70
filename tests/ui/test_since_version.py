# SPDX-License-Identifier: EUPL-1.2
"""View › Moved since: what is shown of an earlier version."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from octodesk.edits.sessions import move_session
from octodesk.edits.versions import issue_version
from octodesk.ui.main_window import MainWindow
from octodesk.ui.timetable.places import OldPlace
from tests.build import ANA, at
from tests.ui.conftest import NOW


def test_the_menu_offers_the_versions_and_shows_what_has_moved(qtbot: QtBot, window: MainWindow) -> None:
    window.furnish()
    bench = window.bench
    bench.do(lambda document: issue_version(document, label="First", at=NOW, author=ANA, fresh_id="v1"))
    bench.do(lambda document: move_session(document, "yoga", at("B", "14:00")))
    menu = window.actions_by_name.menu("since")
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["Nothing", "First"]
    menu.actions()[1].trigger()
    beside = window.surface.beside
    qtbot.waitUntil(lambda: bool(beside.old))
    assert beside.old == (OldPlace("yoga", at("A", "10:00"), 60, "WS 2 was here"),)
    assert window.notices.sentence.text() == "1 session has moved since First"
    bench.undo()
    assert not beside.old
    bench.redo()
    menu.actions()[0].trigger()
    assert not beside.old
