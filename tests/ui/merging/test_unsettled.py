# SPDX-License-Identifier: EUPL-1.2
"""What stays open after a merge: marked on the block and in the lists, settled in the inspector or in one window."""

from __future__ import annotations

import pytest

from octodesk.ui.main_window import MainWindow
from octodesk.ui.merging.unsettled import QuestionsWindow, Settling
from octodesk.ui.timetable.faces import tooltip_lines
from tests.build import at
from tests.ui.conftest import OpenWindow, small_log
from tests.ui.merging.conftest import bens_copy, choose, put


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """Ana and Ben have put yoga into two places, and it is left open."""
    log = small_log()
    made = open_window(log.copy())
    theirs = bens_copy(log, put("yoga", "A", "16:00"))
    made.bench.do(put("yoga", "B", "14:00"))
    made.bench.desk.merge(theirs, source="Ben")
    made.bench.select(["yoga"])
    return made


def settle(settling: Settling, words: str) -> None:
    (card,) = settling.deck.cards
    choose(card, words)
    settling.settle.click()


def test_the_block_is_marked_until_it_is_settled(window: MainWindow) -> None:
    assert window.surface.scene.face("yoga").unsettled
    assert not window.surface.scene.face("chess").unsettled
    assert "Not settled yet" in tooltip_lines(window.bench.document, "yoga")
    settle(window.panes.inspector.unsettled.settling, "Ben, ")
    assert not window.surface.scene.face("yoga").unsettled
    assert window.bench.document.session("yoga").placement == at("A", "16:00")


def test_the_inspector_asks_about_its_session_alone(window: MainWindow) -> None:
    asking = window.panes.inspector.unsettled
    assert not asking.isHidden()
    window.bench.select(["chess"])
    assert asking.isHidden()
    window.bench.select(["yoga"])
    settle(asking.settling, "You, ")
    assert asking.isHidden()
    assert window.bench.undo_words() == "Undo: settling of WS 2"


def test_without_an_answer_there_is_nothing_to_settle(window: MainWindow) -> None:
    assert not window.panes.inspector.unsettled.settling.settle.isEnabled()


def test_all_of_it_in_one_window(window: MainWindow) -> None:
    window.actions_by_name["questions"].trigger()
    asking = window.findChild(QuestionsWindow)
    assert asking is not None
    settle(asking.settling, "Ben, ")
    assert (asking.settling.deck.cards, asking.words.text()) == ([], "Nothing is left to settle.")
    window.bench.undo()
    assert len(asking.settling.deck.cards) == 1
    asking.close()
