# SPDX-License-Identifier: EUPL-1.2
"""What those hear who cannot see the timetable."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication

from octodesk.edits.rows import delete_row
from octodesk.ui.timetable import accessible
from tests.build import at, session
from tests.ui.timetable.conftest import Stage

Make = Callable[..., Stage]
Name, Description = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def heard(qapp: QApplication) -> Iterator[None]:
    """As if a screen reader were there."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface(shown: Stage) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(shown.surface)
    assert found is not None
    return found


def names(shown: Stage) -> list[str]:
    whole = interface(shown)
    return [whole.child(place).text(Name) for place in range(whole.childCount())]


def test_the_timetable_is_a_list_of_its_blocks(stage: Make, heard: None) -> None:
    shown = stage(session("judo", at("B", "11:00")), session("yoga", at("A", "10:00")), session("golf"))
    assert interface(shown).text(Name) == "Timetable"
    assert interface(shown).role() == QAccessible.Role.List
    assert names(shown) == [
        "WS 1 Yoga, Wednesday 17 November, 10:00 to 11:00, Room A",
        "WS 2 Judo, Wednesday 17 November, 11:00 to 12:00, Room B",
    ]


def test_a_block_follows_its_session(stage: Make, heard: None) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    item = interface(shown).child(0)
    shown.surface.select(["yoga"])
    shown.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert item.text(Name) == "WS 1 Yoga, Wednesday 17 November, 10:00 to 11:00, Room B"
    assert interface(shown).child(0) is item


def test_a_block_says_where_it_is_and_whether_it_is_selected(stage: Make, heard: None) -> None:
    shown = stage(session("yoga", at("A", "10:00"), locked_time=True))
    shown.surface.mark_clashing(["yoga"])
    whole, item = interface(shown), interface(shown).child(0)
    assert item.state().selected == 0
    shown.surface.select(["yoga"])
    assert (item.state().selected, item.state().selectable) == (1, 1)
    middle = item.rect().center()
    assert whole.childAt(middle.x(), middle.y()) is item
    assert whole.indexOfChild(item) == 0
    assert shown.surface.viewport().mapFromGlobal(item.rect().center()).y() == pytest.approx(
        shown.point("A", "10:30").y(), abs=2
    )
    assert item.text(Description) == "Has a clash. Fixed time. Not yet translated: French and Spanish"


def test_nothing_lies_beside_the_blocks(stage: Make, heard: None) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    empty = shown.surface.viewport().mapToGlobal(shown.point("C", "15:00"))
    assert interface(shown).childAt(empty.x(), empty.y()) is None
    assert interface(shown).child(5) is None


def test_what_is_gone_can_no_longer_be_asked(stage: Make, heard: None) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("B", "11:00")))
    assert len(names(shown)) == 2
    shown.desk.apply(delete_row(shown.document, table="session", row_id="yoga"))
    assert names(shown) == ["WS 1 Judo, Wednesday 17 November, 11:00 to 12:00, Room B"]
    shown.desk.undo()
    assert len(names(shown)) == 2


def test_the_interfaces_go_with_the_surface(stage: Make, heard: None) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    assert len(names(shown)) == 1
    whole = accessible.interface_of(shown.surface)
    shown.window.takeCentralWidget()
    shown.surface.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not whole.isValid()


def test_selecting_and_going_about_by_keys_is_told(stage: Make, heard: None) -> None:
    shown = stage(session("yoga", at("A", "10:00")), session("judo", at("A", "12:00")))
    shown.key(Qt.Key.Key_Down)
    shown.key(Qt.Key.Key_Down)
    focused = interface(shown).focusChild()
    assert focused.text(Name) == "WS 2 Judo, Wednesday 17 November, 12:00 to 13:00, Room A"
    assert focused.state().focused == 1


def test_without_a_listener_no_interface_is_made(stage: Make) -> None:
    shown = stage(session("yoga", at("A", "10:00")))
    shown.surface.select(["yoga"])
    assert accessible.known(shown.surface) is None
