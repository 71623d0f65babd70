# SPDX-License-Identifier: EUPL-1.2
"""A row of chips of which one is chosen: what narrows a list down."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from octodesk.ui.flow import FlowLayout

MARGIN = 8


class ChipRow(QWidget):
    """(name, words) each; the first is chosen at first. Without chips it takes no room."""

    chosen = Signal(str)

    def __init__(self, chips: Sequence[tuple[str, Callable[[], str]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = dict(chips)
        self.chip = chips[0][0] if chips else ""
        self._one = QButtonGroup(self)
        inside = FlowLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, 4, MARGIN, 4)
        whole.addLayout(inside)
        self.buttons = {name: self._button(name) for name, _words in chips}
        for button in self.buttons.values():
            inside.addWidget(button)
            self._one.addButton(button)
        self.setVisible(bool(chips))

    def _button(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("look", "chip")
        button.setCheckable(True)
        button.setChecked(name == self.chip)
        button.setObjectName(f"chip-{name}")
        button.toggled.connect(lambda on: self._choose(name) if on else None)
        return button

    def _choose(self, name: str) -> None:
        self.chip = name
        self.chosen.emit(name)

    def retranslate(self) -> None:
        for name, button in self.buttons.items():
            button.setText(self._words[name]())
