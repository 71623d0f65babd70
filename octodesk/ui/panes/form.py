# SPDX-License-Identifier: EUPL-1.2
"""Small parts of a form: a caption over a field, a menu with ticks that looks like a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from octodesk.ui.theme import Theme


class Captioned(QWidget):
    """A field with a few words above it, which name it for those who hear."""

    def __init__(self, field: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._label = QLabel()
        self._label.setBuddy(field)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("look", "missing")
        self._note.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._label)
        inside.addWidget(field)
        inside.addWidget(self._note)
        self.set_theme(theme)

    def name(self, words: str, *, missing: str = "") -> None:
        """The caption; `missing` says what is lacking, and stands out."""
        self._label.setText(f"{words} · {missing}" if missing else words)
        self._label.setVisible(bool(words))
        self._label.setProperty("look", "missing" if missing else "caption")
        self._label.style().unpolish(self._label)
        self._label.style().polish(self._label)
        self.field.setAccessibleName(words)
        self.field.setAccessibleDescription(missing)

    def note(self, words: str) -> None:
        """A remark below the field; "" takes it away."""
        self._note.setText(words)
        self._note.setVisible(bool(words))

    def set_theme(self, theme: Theme) -> None:
        self._label.setFont(theme.sans(9))
        self._note.setFont(theme.sans(9))


class MenuField(QPushButton):
    """Several of a few values, ticked in a menu; told by `chosen` as a tuple."""

    chosen = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks = QMenu(self)
        self.setMenu(self._ticks)
        self.setProperty("look", "field")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(min(size.width(), 120), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style would set the words of a button with a menu in the middle, or at the very edge.
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        line = self.fontMetrics()
        inside = self.rect().adjusted(line.height() // 2, 0, -line.height() - line.height() // 2, 0)
        shown = line.elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def offer(self, choices: Sequence[tuple[str, str]], ticked: Sequence[str], shown: str) -> None:
        """(value, words) to tick, those that are, and how that reads when closed."""
        self._ticks.clear()
        for value, words in choices:
            action = self._ticks.addAction(words)
            action.setCheckable(True)
            action.setChecked(value in ticked)
            action.setData(value)
            action.triggered.connect(self._tell)
        self.setText(shown)
        self.setToolTip(shown)

    def _tell(self) -> None:
        self.chosen.emit(tuple(action.data() for action in self._ticks.actions() if action.isChecked()))
