# SPDX-License-Identifier: EUPL-1.2
"""Conferences of this computer: duplicated, archived, deleted for thirty days, brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from octodesk.ui.put_away import KEPT_DAYS, PutAway
from octodesk.ui.shelf import Shelf
from octodesk.ui.start_page import StartPage
from octodesk.ui.theme import Theme
from tests.ui.conftest import small_log

TODAY = date(2021, 10, 5)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path / "octodesk.db")
    made.take_in(small_log())
    yield made
    made.close()


def test_what_is_kept_reads_the_same() -> None:
    kept: dict[str, object] = {}

    class Settings:
        def get(self, name: str, default: object = None) -> object:
            return kept.get(name, default)

        def set(self, name: str, value: object) -> None:
            kept[name] = value

    here = PutAway().moved("a", "archived", TODAY).moved("b", "deleted", TODAY)
    here.keep(Settings())
    assert PutAway.of(kept) == here
    assert [here.place(one) for one in "abc"] == ["archived", "deleted", "here"]


def test_what_is_damaged_counts_as_nothing() -> None:
    assert PutAway.of({"archived-events": 3, "deleted-events": {"a": "soon"}}) == PutAway(frozenset(), {})


def test_an_archived_one_can_be_deleted_and_brought_back() -> None:
    gone = PutAway().moved("a", "archived", TODAY).moved("a", "deleted", TODAY)
    assert gone.place("a") == "deleted"
    assert gone.moved("a", "here", TODAY).place("a") == "here"


def test_a_deleted_conference_stays_for_thirty_days(shelf: Shelf) -> None:
    shelf.put("event", "deleted", TODAY)
    shelf.clear_away(TODAY + timedelta(days=KEPT_DAYS))
    assert shelf.holds("event")
    shelf.clear_away(TODAY + timedelta(days=KEPT_DAYS + 1))
    assert not shelf.holds("event")
    assert shelf.put_away == PutAway(frozenset(), {})


def test_one_brought_back_stays(shelf: Shelf) -> None:
    shelf.put("event", "deleted", TODAY)
    shelf.put("event", "here", TODAY)
    shelf.clear_away(TODAY + timedelta(days=99))
    assert shelf.holds("event")


def test_the_start_page_lists_and_offers_them(qtbot: QtBot, shelf: Shelf, looked: Theme) -> None:
    page = StartPage(looked, name="Ana", events=shelf.events(), put_away=shelf.put_away)
    qtbot.addWidget(page)
    page.show()
    assert not page.others.isVisible()
    offered = [action.text().replace("&", "") for action in page.rows[0].menu.actions()]
    assert offered == ["Duplicate", "Archive", "Delete; it can be brought back for 30 days"]
    with qtbot.waitSignal(page.put_wanted) as told:
        page.rows[0].menu.actions()[1].trigger()
    assert told.args == ["event", "archived"]
    page.show_events(shelf.events(), PutAway().moved("event", "deleted", TODAY))
    assert (page.rows, page.others.text()) == ([], "Archived or deleted: 1")
    page.others.setChecked(True)
    assert not page.rows[0].button.isEnabled()
    assert [action.text().replace("&", "") for action in page.rows[0].menu.actions()] == ["Bring back"]
