# SPDX-License-Identifier: EUPL-1.2
"""The row of tools over the timetable: undo, days, zoom, colours, print, language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.ui import words
from octodesk.ui.actions import Actions
from octodesk.ui.icons import icon
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme, polish_again

if TYPE_CHECKING:
    from octodesk.ui.timetable.wishes import Target

UNDO_WIDTH = 232
"""Pixels of the Undo button, whatever stands on it: what is beside it must not move. The menu has the words whole."""


class Segments(QWidget):
    """Buttons joined in a row, of which one is down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group = QButtonGroup(self)
        self._inside = QHBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)

    @property
    def buttons(self) -> Sequence[QToolButton]:
        return [button for button in self.group.buttons() if isinstance(button, QToolButton)]

    def set_count(self, count: int, *, checkable: bool = True) -> None:
        """As many buttons as this; those that stay keep what they are."""
        for button in self.buttons[count:]:
            self.group.removeButton(button)
            self._inside.removeWidget(button)
            button.hide()
            button.deleteLater()
        for place in range(len(self.buttons), count):
            button = QToolButton()
            button.setCheckable(checkable)
            button.setProperty("look", "segment")
            self.group.addButton(button, place)
            self._inside.addWidget(button)
        for place, button in enumerate(self.buttons):
            end = "first" if place == 0 else "last" if place == count - 1 else "middle"
            if button.property("place") != end:
                button.setProperty("place", end)
                polish_again(button)


class DayTabs(Spoken, Segments):
    """A tab per day and one for all. What is dragged over a day's tab is told which day it is over."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day-tabs")
        self._days: tuple[date, ...] = ()
        self._marks: Mapping[date, int] = {}
        self._mark = QIcon()
        self.group.idClicked.connect(lambda place: self.chosen.emit(self._day(place)))
        self.retranslate()

    def _day(self, place: int) -> date | None:
        return self._days[place] if place < len(self._days) else None

    def retranslate(self) -> None:
        for button, day in zip(self.buttons, self._days, strict=False):
            clashes = self._marks.get(day, 0)
            name, said = words.short_day_words(day), words.day_words(day)
            if clashes:
                name = _("{day} · {n}").format(day=name, n=clashes)
                told = ngettext("{day}, {n} clash", "{day}, {n} clashes", clashes)
                said = told.format(day=said, n=clashes)
            button.setText(name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIcon(self._mark if clashes else QIcon())
            button.setToolTip(said)
            button.setAccessibleName(said)
        if self._days:
            self.buttons[-1].setIcon(QIcon())
            self.buttons[-1].setText(_("All days"))
            self.buttons[-1].setAccessibleName(_("All days"))

    def mark(self, clashes: Mapping[date, int], mark: QIcon) -> None:
        """Days that have clashes carry a mark and their number."""
        self._marks, self._mark = clashes, mark
        self.retranslate()

    def show_days(self, days: Sequence[date], chosen: date | None) -> None:
        """These days, and the one in view (None: all)."""
        self._days = tuple(days)
        self.set_count(len(days) + 1 if days else 0)
        self.retranslate()
        place = self._days.index(chosen) if chosen in self._days else len(self._days)
        if self.buttons:
            self.buttons[place].setChecked(True)

    def drop_target_at(self, position: QPoint) -> Target | None:
        from octodesk.ui.timetable.wishes import OverDay

        for button, day in zip(self.buttons, self._days, strict=False):
            if button.isVisible() and QRect(button.mapToGlobal(QPoint()), button.size()).contains(position):
                return OverDay(day)
        return None


class GridOrList(Spoken, Segments):
    """The timetable, or the same as a list."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("grid-or-list")
        self.set_count(2)
        self.group.idClicked.connect(lambda place: self.chosen.emit(place == 1))
        self.buttons[0].setChecked(True)
        self.retranslate()

    def retranslate(self) -> None:
        for button, name in zip(self.buttons, (_("Grid"), _("List")), strict=True):
            button.setText(name)
            button.setAccessibleName(name)

    def show_listed(self, *, listed: bool) -> None:
        self.buttons[listed].setChecked(True)


class ToolRow(Spoken, QToolBar):
    """The tools. What they do is done by actions; days and zoom are told by signals."""

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._actions = actions
        self._theme = theme
        self._marks: Mapping[date, int] = {}
        self.undo, self.redo = self._button(actions["undo"]), self._button(actions["redo"])
        self.undo.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.days = DayTabs()
        self.views = GridOrList()
        self.zoom = Segments()
        self.zoom.set_count(3, checkable=False)
        self.color, self.language = QToolButton(), QToolButton()
        for button, menu in ((self.color, "color"), (self.language, "language")):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            button.setMenu(actions.menu(menu))
        self.print = QToolButton()
        self.print.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.print.clicked.connect(actions["print"].trigger)
        for button, name in zip(self.zoom.buttons, ("zoom-out", "zoom-fit", "zoom-in"), strict=True):
            button.clicked.connect(actions[name].trigger)
        self._lay_out()
        self.set_theme(theme)
        self.retranslate()

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.clicked.connect(action.trigger)
        action.changed.connect(self._follow_actions)
        return button

    def mark_days(self, clashes: Mapping[date, int]) -> None:
        """How many clashes each day has."""
        self._marks = clashes
        palette = self._theme.palette
        mark = icon("clash", palette, color=palette.error.ink) if clashes else QIcon()
        self.days.mark(clashes, mark)

    def insert_after_days(self, widget: QWidget) -> QAction:
        """Something that belongs to the view; the action shows and hides it."""
        return self.insertWidget(self._after_views, widget)

    def _lay_out(self) -> None:
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (
            self.undo,
            self.redo,
            self.days,
            self.views,
            self.color,
            self.zoom,
            space,
            self.print,
            self.language,
        ):
            action = self.addWidget(widget)
            if widget is self.color:
                self._after_views = action

    def retranslate(self) -> None:
        self.setWindowTitle(_("Tools"))
        self.days.retranslate()
        self.views.retranslate()
        color = (
            self._actions["color-kind"]
            if self._actions["color-kind"].isChecked()
            else self._actions["color-track"]
        )
        self.color.setText(_("Colour: {by}").format(by=_(color.text()).lower()))
        self.color.setAccessibleName(_("Colour of the blocks"))
        self.print.setText(_("Print…"))
        self.language.setText(languages.language().upper())
        self.language.setToolTip(_("Language of the program"))
        self.language.setAccessibleName(_("Language of the program"))
        names = (_("Zoom out"), _("Fit"), _("Zoom in"))
        for button, name in zip(self.zoom.buttons, names, strict=True):
            button.setToolTip(name)
            button.setAccessibleName(name)
        self.zoom.buttons[1].setText(_("Fit"))
        self._follow_actions()

    def _follow_actions(self) -> None:
        for button, name in ((self.undo, "undo"), (self.redo, "redo")):
            action = self._actions[name]
            button.setEnabled(action.isEnabled())
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(_("{what} ({keys})").format(what=action.text(), keys=keys))
            button.setAccessibleName(action.text())
        room = self.undo.width() - self._theme.px(48)
        words = self.undo.fontMetrics().elidedText(
            self._actions["undo"].text(), Qt.TextElideMode.ElideRight, room
        )
        self.undo.setText(words)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        size = QSize(theme.px(16), theme.px(16))
        self.setIconSize(size)
        pictures = {self.undo: "undo", self.redo: "redo", self.print: "print"}
        pictures |= {self.zoom.buttons[0]: "minus", self.zoom.buttons[2]: "plus"}
        for button, name in pictures.items():
            button.setIcon(icon(name, theme.palette))
            button.setIconSize(size)
        self.undo.setFixedWidth(theme.px(UNDO_WIDTH))
        self.mark_days(self._marks)
        self._follow_actions()
