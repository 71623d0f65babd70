# SPDX-License-Identifier: EUPL-1.2
"""Check before printing: counted in the print dialog, listed beside the work, and the way to each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
import shiboken6
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.ui.main_window import MainWindow
from octodesk.ui.printing.before_printing import MATTER, MatterList
from octodesk.ui.printing.dialog import PrintDialog
from tests.ui.printing.conftest import A_WHILE


def opened(window: MainWindow) -> PrintDialog:
    window.actions_by_name["print"].trigger()
    found = window.findChild(PrintDialog)
    assert isinstance(found, PrintDialog)
    return found


@pytest.fixture
def dialog(window: MainWindow) -> Iterator[PrintDialog]:
    made = opened(window)
    yield made
    if shiboken6.isValid(made):
        made.close()


@pytest.fixture
def listed(dialog: PrintDialog) -> MatterList:
    dialog.before.see.click()
    assert dialog.before.list is not None
    return dialog.before.list


def groups(listed: MatterList) -> list[str]:
    tree = listed.tree
    every = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return [one.text(0) for one in every if one is not None]


def go(listed: MatterList, *row: str) -> None:
    """As a click on the first line of that row does."""
    tree = listed.tree
    tree.itemClicked.emit(next(one for one in lines(tree) if one.data(0, MATTER).row == row), 0)


def lines(tree: QTreeWidget) -> Iterator[QTreeWidgetItem]:
    for place in range(tree.topLevelItemCount()):
        group = tree.topLevelItem(place)
        assert group is not None
        yield from (cast("QTreeWidgetItem", group.child(n)) for n in range(group.childCount()))


def test_the_sample_has_two(sample_window: MainWindow) -> None:
    dialog = opened(sample_window)
    assert dialog.before.count.text() == "2 things to look at before printing"
    dialog.close()


def test_dialog_and_list_stand_beside_the_work(listed: MatterList, dialog: PrintDialog) -> None:
    assert (dialog.isModal(), listed.isModal()) == (False, False)
    assert listed.isVisible()


def test_all_are_listed_sort_by_sort(listed: MatterList, dialog: PrintDialog) -> None:
    assert groups(listed) == ["What is missing · 6"]
    assert dialog.before.count.text() == "6 things to look at before printing"


def test_a_line_leads_to_its_session(window: MainWindow, listed: MatterList) -> None:
    go(listed, "session", "chess")
    assert window.bench.subject == ("session", ("chess",))


def test_a_line_leads_to_its_person(window: MainWindow, listed: MatterList) -> None:
    window.bench.do(lambda it: set_field(it, table="person", row_id="ida", field="status", value="invited"))
    listed.show_languages(("en",))
    go(listed, "person", "ida")
    assert window.bench.subject == ("person", ("ida",))


def test_what_has_no_place_of_its_own_opens_the_facts(window: MainWindow, listed: MatterList) -> None:
    asked: list[str] = []
    window.actions_by_name["conference"].triggered.connect(lambda: asked.append("conference"))
    go(listed, "event", "event")
    assert asked == ["conference"]


def test_what_was_put_right_is_gone(window: MainWindow, listed: MatterList, qtbot: QtBot) -> None:
    before = len(listed.matters)
    window.bench.do(
        lambda it: set_field(it, table="session", row_id="chess", field="status", value="cancelled")
    )
    qtbot.waitUntil(lambda: len(listed.matters) < before, timeout=A_WHILE)


def test_the_list_outlives_the_dialog(dialog: PrintDialog, listed: MatterList, qtbot: QtBot) -> None:
    dialog.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog), timeout=A_WHILE)
    assert listed.isVisible()


def test_another_language_lists_what_it_lacks(dialog: PrintDialog, listed: MatterList) -> None:
    dialog.form.choose("language", "fr")
    assert groups(listed)[-1].startswith("Not yet translated · ")
