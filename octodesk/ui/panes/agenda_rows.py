# SPDX-License-Identifier: EUPL-1.2
"""The items of a session: a row per item with its words and minutes, and a line to add one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import AgendaPoint
from octodesk.ui import reading
from octodesk.ui.fields import LineField
from octodesk.ui.icons import icon
from octodesk.ui.panes.form_rows import Grip
from octodesk.ui.panes.moving import step_asked
from octodesk.ui.theme import Theme


class PointField(LineField):
    """An item's words. Alt with the arrows moves the item."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_asked(event):
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)


class PointRow(QWidget):
    """One item: an arrow as on paper, its words, its minutes."""

    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(self, point: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.point = point
        self.text = PointField()
        self.text.setProperty("look", "flat")
        self.text.moved.connect(lambda step: self.moved.emit(self.point, step))
        self.minutes = LineField(read=reading.count)
        self.minutes.setProperty("look", "flat")
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._grip = Grip(point)
        self._arrow = QLabel("→")
        self._remove = QToolButton()
        self._remove.setProperty("look", "mark")
        self._remove.clicked.connect(lambda: self.removed.emit(self.point))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._grip)
        for widget, stretch in ((self._arrow, 0), (self.text, 1), (self.minutes, 0), (self._remove, 0)):
            inside.addWidget(widget, stretch)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._grip.set_theme(theme)
        self.minutes.setFixedWidth(theme.px(44))
        self._remove.setIcon(icon("close", theme.palette, color=theme.palette.muted))
        self._remove.setIconSize(QSize(theme.px(12), theme.px(12)))

    def show_point(self, document: Document, point: AgendaPoint, language: str) -> None:
        """The item as it reads in a language now; elsewhere than there its words stand faintly."""
        self.text.typing.show(point.text.in_language(language))
        self.text.setPlaceholderText(document.words(point.text))
        self.text.setAccessibleName(_("Item"))
        self.minutes.typing.show("" if point.minutes is None else str(point.minutes))
        self.minutes.setPlaceholderText(_("min"))
        self.minutes.setAccessibleName(_("Minutes of the item"))
        self._remove.setToolTip(_("Delete this item"))
        self._remove.setAccessibleName(_("Delete this item"))


class AddPoint(QLineEdit):
    """Enter tells what was typed."""

    worded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "add")
        self.returnPressed.connect(self._tell)

    def _tell(self) -> None:
        typed = self.text().strip()
        if typed:
            self.clear()
            self.worded.emit(typed)
