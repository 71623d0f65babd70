# SPDX-License-Identifier: EUPL-1.2
"""After each edit the window says which clashes came and went, and which days have any."""

from __future__ import annotations

from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from octodesk.ui.main_window import MainWindow
from octodesk.ui.timetable.wishes import Drop
from tests.build import at


def moved(window: MainWindow, session: str, room: str, start: str) -> None:
    window.surface.tell(Drop(((session, at(room, start)),)))


def tabs(window: MainWindow) -> Sequence[str]:
    return [button.text() for button in window.tools.days.buttons]


def test_a_new_clash_is_said_and_its_day_marked(window: MainWindow) -> None:
    assert tabs(window)[1] == "Wed 17"
    moved(window, "chess", "A", "10:30")
    said = "WS 2 moved to Wednesday 17 November, Room A, 10:30 · 1 new clash: Room A: WS 1 and WS 2 at the same time, 10:30 to 11:00"
    assert window.notices.sentence.text() == said
    assert tabs(window)[1] == "Wed 17 · 1"
    assert not window.tools.days.buttons[1].icon().isNull()


def test_what_is_gone_is_said_and_the_mark_goes(window: MainWindow) -> None:
    moved(window, "chess", "A", "10:30")
    moved(window, "chess", "A", "11:00")
    assert (
        window.notices.sentence.text() == "WS 2 moved to Wednesday 17 November, Room A, 11:00 · 1 clash gone"
    )
    assert tabs(window)[1] == "Wed 17"


def test_undo_takes_the_clash_away_again(window: MainWindow) -> None:
    moved(window, "chess", "A", "10:30")
    window.bench.undo()
    assert window.notices.sentence.text() == "Undone: move of WS 2 · 1 clash gone"
    assert window.bench.clashes() == ()


def test_where_nothing_came_or_went_the_clashes_are_counted(window: MainWindow) -> None:
    moved(window, "chess", "B", "13:00")
    assert window.notices.sentence.text() == "WS 2 moved to Wednesday 17 November, Room B, 13:00 · no clash"


def test_a_workshop_dropped_onto_another_is_marked_and_put_right_by_the_button(
    qtbot: QtBot, sample_window: MainWindow
) -> None:
    window, before = sample_window, sample_window.bench.document
    there = before.session("ws-2").placement
    assert there is not None
    window.surface.tell(Drop((("ws-3", there),)))
    assert window.surface.scene.face("ws-2").clashing
    assert window.surface.scene.face("ws-3").clashing
    findings = window.panes.findings
    findings.clashes.setCurrentIndex(findings.clashes.findings.index(1, 0))
    qtbot.waitUntil(findings.bar.fix.isVisible)
    assert findings.bar.fix.text() == "Move WS 3 to Room 2, 09:00: no clash"
    findings.bar.fix.click()
    assert window.bench.clashes() == ()
    window.bench.undo()
    assert len(window.bench.clashes()) == 1
    window.bench.undo()
    assert window.bench.clashes() == ()
    assert window.bench.document == before
