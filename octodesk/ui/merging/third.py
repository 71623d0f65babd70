# SPDX-License-Identifier: EUPL-1.2
"""A field in which a third answer is typed, where neither side's value is the right one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from octodesk.languages import _
from octodesk.model import clock
from octodesk.model.collisions import DELETED, ROW, Collision
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import fields_of
from octodesk.model.timetable import dates
from octodesk.ui import reading, words
from octodesk.ui.fields import ChoiceField
from octodesk.ui.panes.form import MenuField
from octodesk.ui.reading import as_typed
from octodesk.ui.theme import Theme
from octodesk.wording.choices import choice_name
from octodesk.wording.values import value_words

LONG = 60
"""Letters from which a text gets a field of several lines."""


class Third(QWidget):
    """`edited` where something else was typed; `value` is plain JSON. Raises Unreadable where it cannot be read."""

    edited = Signal()

    def value(self) -> Any:
        raise NotImplementedError


def third_for(document: Document, one: Collision, theme: Theme) -> Third | None:
    """The field for a question; None where there is nothing to type."""
    if one.field in (DELETED, ROW, "order"):
        return None
    held = one.values[0].value
    kind = fields_of(one.table)[one.field]
    if one.field == "placement":
        return PlacementField(document, held, theme)
    if kind.choices and isinstance(held, str):
        choices = [(code, choice_name(one.table, one.field, code)) for code in kind.choices]
        return OneOf(choices, held)
    if kind.translated and max(len(each.value or "") for each in one.values) > LONG:
        return Lines(held, theme)
    if kind.translated or isinstance(held, str):
        return Words(held, as_typed)
    if isinstance(held, int) and not isinstance(held, bool):
        read = reading.length if one.field.endswith("minutes") else reading.count
        return Words(value_words(document, one.table, one.field, held), read)
    return None


class Words(Third):
    """One line, read as words, a number or a length."""

    def __init__(self, held: str, read: Callable[[str], Any]) -> None:
        super().__init__()
        self._read = read
        self.line = QLineEdit(held)
        self.line.setAccessibleName(_("Something else"))
        self.line.textEdited.connect(lambda _words: self.edited.emit())
        _inside(self).addWidget(self.line)

    def value(self) -> Any:
        return self._read(self.line.text())


class Lines(Third):
    """A longer text."""

    def __init__(self, held: str, theme: Theme) -> None:
        super().__init__()
        self.text = QPlainTextEdit(held)
        self.text.setAccessibleName(_("Something else"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(92))
        self.text.textChanged.connect(self.edited.emit)
        _inside(self).addWidget(self.text)

    def value(self) -> Any:
        return self.text.toPlainText()


class OneOf(Third):
    """One of a few."""

    def __init__(self, choices: list[tuple[Any, str]], held: Any) -> None:
        super().__init__()
        self.choice = ChoiceField()
        self.choice.setAccessibleName(_("Something else"))
        self.choice.offer(choices, held)
        self.choice.chosen.connect(lambda _chosen: self.edited.emit())
        _inside(self).addWidget(self.choice)

    def value(self) -> Any:
        return self.choice.currentData()


class PlacementField(Third):
    """A day, an hour and rooms."""

    def __init__(self, document: Document, held: dict[str, Any] | None, theme: Theme) -> None:
        super().__init__()
        self._document = document
        start = clock.parse_moment(held["start"]) if held else None
        days = [(day, words.day_words(day)) for day in dates(document)]
        self._rooms: tuple[str, ...] = tuple(held["rooms"]) if held else ()
        self._exclusive = bool(held and held["exclusive"])
        self.day, self.hour, self.rooms = ChoiceField(), QLineEdit(), MenuField()
        self.day.offer(days, start.date() if start else days[0][0])
        self.hour.setText(words.clock_words(document, start) if start else "")
        self.hour.setFixedWidth(theme.px(76))
        named = ((self.day, _("Day")), (self.hour, _("Start")), (self.rooms, _("Rooms")))
        for field, name in named:
            field.setAccessibleName(name)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.day, 1)
        row.addWidget(self.hour)
        inside = _inside(self)
        inside.setSpacing(theme.px(6))
        inside.addLayout(row)
        inside.addWidget(self.rooms)
        self.day.chosen.connect(lambda _day: self.edited.emit())
        self.hour.textEdited.connect(lambda _hour: self.edited.emit())
        self.rooms.chosen.connect(self._choose_rooms)
        self._show_rooms()

    def _show_rooms(self) -> None:
        offered = [(room.id, words.room_name(self._document, room.id)) for room in self._document.rooms]
        shown = words.room_names(self._document, self._rooms) or _("room to be decided")
        self.rooms.offer(offered, self._rooms, shown)

    def _choose_rooms(self, rooms: tuple[str, ...]) -> None:
        self._rooms = rooms
        self._show_rooms()
        self.edited.emit()

    def value(self) -> Any:
        hour = reading.hour(self.hour.text())
        if hour is None:
            return None
        start = datetime.combine(self.day.currentData(), hour)
        return Placement(start, tuple(sorted(self._rooms)), self._exclusive).plain()


def _inside(widget: QWidget) -> QVBoxLayout:
    inside = QVBoxLayout(widget)
    inside.setContentsMargins(0, 0, 0, 0)
    return inside
