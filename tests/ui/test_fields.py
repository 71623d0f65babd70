# SPDX-License-Identifier: EUPL-1.2
"""Fields one types into: when they hand over, and whose Ctrl+Z it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from octodesk.ui import fields, reading
from octodesk.ui.fields import ChoiceField, LineField, TextField

Field = LineField | TextField
each_class = pytest.mark.parametrize("make", [LineField, TextField], ids=["line", "text"])


Show = Callable[..., None]


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Shows fields below each other in a window; the first has the focus."""
    pages: list[QWidget] = []

    def shown(*made: QWidget) -> None:
        page = QWidget()
        inside = QVBoxLayout(page)
        for field in made:
            inside.addWidget(field)
        pages.append(page)
        page.show()
        qtbot.waitExposed(page)
        made[0].setFocus()
        QApplication.processEvents()

    yield shown
    for page in pages:
        page.close()


def override(field: Field, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether the field claims a key for itself."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


CTRL = Qt.KeyboardModifier.ControlModifier


@each_class
def test_ctrl_z_is_the_desks_while_nothing_is_typed(qtbot: QtBot, show: Show, make: type[Field]) -> None:
    field = make()
    show(field)
    field.typing.show("held")
    assert not override(field, Qt.Key.Key_Z, CTRL)
    assert not override(field, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)


@each_class
def test_ctrl_z_is_the_fields_while_typing_is_not_handed_over(
    qtbot: QtBot, show: Show, make: type[Field]
) -> None:
    field = make()
    show(field)
    field.typing.show("held")
    QTest.keyClicks(field, "new ")
    assert override(field, Qt.Key.Key_Z, CTRL)
    field.typing.hand_over()
    assert not override(field, Qt.Key.Key_Z, CTRL)


@each_class
def test_other_keys_stay_the_fields(qtbot: QtBot, show: Show, make: type[Field]) -> None:
    field = make()
    show(field)
    assert override(field, Qt.Key.Key_C, CTRL)


@each_class
def test_typing_is_handed_over_after_a_pause(
    qtbot: QtBot, show: Show, make: type[Field], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fields, "PAUSE", 10)
    field = make()
    show(field)
    with qtbot.waitSignal(field.typing.finished) as told:
        QTest.keyClicks(field, "word")
    assert told.args == ["word"]


@each_class
def test_typing_is_handed_over_on_leaving(qtbot: QtBot, show: Show, make: type[Field]) -> None:
    field, other = make(), LineField()
    show(field, other)
    QTest.keyClicks(field, "word")
    with qtbot.waitSignal(field.typing.finished) as told:
        other.setFocus()
    assert told.args == ["word"]


@each_class
def test_escape_gives_back_what_was_held(qtbot: QtBot, show: Show, make: type[Field]) -> None:
    field = make()
    show(field)
    field.typing.show("held")
    QTest.keyClicks(field, "x")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.words(), field.typing.pending) == ("held", False)


@each_class
def test_what_changes_elsewhere_does_not_take_typing_away(
    qtbot: QtBot, show: Show, make: type[Field]
) -> None:
    field = make()
    show(field)
    field.typing.show("")
    QTest.keyClicks(field, "mine")
    with qtbot.waitSignal(field.typing.overtaken) as told:
        field.typing.show("theirs")
    assert (field.words(), told.args) == ("mine", ["theirs"])


def test_what_cannot_be_read_stays_marked_until_escape_gives_back_what_was_held(
    qtbot: QtBot, show: Show
) -> None:
    field, other = LineField(read=reading.length), LineField()
    show(field, other)
    field.typing.show("45 min")
    field.selectAll()
    QTest.keyClicks(field, "soon")
    field.typing.hand_over()
    assert field.property("wrong") == "true"
    with qtbot.waitSignal(field.typing.wrong) as told, qtbot.assertNotEmitted(field.typing.finished):
        other.setFocus()
    assert told.args == ["“soon” is no length. Write 90, 1:30 or 1 h 30."]
    assert (field.words(), field.property("wrong")) == ("soon", "true")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.words(), field.property("wrong")) == ("45 min", "false")


def test_what_cannot_be_read_waits_until_its_row_is_shown_again(show: Show) -> None:
    field = LineField(read=reading.length)
    show(field)
    for row, words in (("yoga", "45 min"), ("chess", "30 min")):
        field.typing.begin_anew(row)
        field.typing.show(words)
    field.typing.begin_anew("yoga")
    field.typing.show("45 min")
    field.selectAll()
    QTest.keyClicks(field, "soon")
    field.typing.begin_anew("chess")
    field.typing.show("30 min")
    assert (field.words(), field.property("wrong")) != ("30 min", "true")
    field.typing.begin_anew("yoga")
    field.typing.show("45 min")
    assert (field.words(), field.property("wrong")) == ("soon", "true")


def test_what_is_refused_stays_marked_with_the_reason_beside_it(qtbot: QtBot, show: Show) -> None:
    field = LineField()
    show(field)
    field.typing.finished.connect(lambda _value: field.typing.refuse("Not so."))
    with qtbot.waitSignal(field.typing.doubted) as told:
        QTest.keyClicks(field, "x")
        field.typing.hand_over()
    assert (told.args, field.words(), field.typing.pending) == (["Not so."], "x", True)


def test_a_choice_is_told_only_when_the_user_makes_it(qtbot: QtBot, show: Show) -> None:
    field = ChoiceField()
    show(field)
    with qtbot.assertNotEmitted(field.chosen):
        field.offer([("a", "First"), ("b", "Second")], "a")
    with qtbot.waitSignal(field.chosen) as told:
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert told.args == ["b"]
