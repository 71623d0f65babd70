# SPDX-License-Identifier: EUPL-1.2
"""A list of choices that glow on the timetable; Enter takes one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from octodesk.languages import _
from octodesk.ui.timetable.places import SuggestedPlace

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.planning.choices import Choice


class Choosing(QDialog):
    """`choices` as they were when it was asked; what is taken goes through the workbench and may still be refused."""

    def __init__(self, window: MainWindow, title: str, choices: Sequence[Choice], nothing: str) -> None:
        super().__init__(window)
        self._bench, self._surface, self._choices = window.bench, window.surface, choices
        self.setObjectName("choosing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, so that each line is as wide when its height is measured as when it is painted.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSpacing(window.theme.px(4))
        self.list.setMinimumSize(QSize(window.theme.px(460), window.theme.px(260)))
        for choice in choices:
            QListWidgetItem("\n".join(part for part in (choice.words, choice.why) if part), self.list)
        self.list.currentRowChanged.connect(self._look_at)
        self.list.itemActivated.connect(lambda _item: self._take())
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(_("Put it there"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self.go.setEnabled(bool(choices))
        self.buttons.addButton(_("Close without changing"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(self.list if choices else QLabel(nothing))
        whole.addWidget(self.buttons)
        self._surface.glow([glow for choice in choices for glow in choice.glows])
        self._surface.suggestion_taken.connect(self._taken)
        self.finished.connect(lambda _result: self._surface.glow(()))
        if choices:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        self._stand_aside(window)

    def _stand_aside(self, window: MainWindow) -> None:
        """Over the inspector, so that the timetable can be seen."""
        self.adjustSize()
        self.move(window.mapToGlobal(QPoint(window.width() - self.width() - 16, window.height() // 4)))

    def _look_at(self, row: int) -> None:
        """Turns the timetable to the day of a choice."""
        if 0 <= row < len(self._choices) and self._choices[row].glows:
            document, at = self._bench.document, self._choices[row].glows[0].placement
            if self._surface.scene.day is not None:
                self._surface.show_day(document.day_of(at))

    def _take(self) -> None:
        if 0 <= self.list.currentRow() < len(self._choices):
            choice = self._choices[self.list.currentRow()]
            if self._bench.do(choice.make):
                self.accept()

    def _taken(self, place: SuggestedPlace) -> None:
        """A glowing place on the timetable was clicked."""
        for row, choice in enumerate(self._choices):
            if choice.glows and choice.glows[0] == place:
                self.list.setCurrentRow(row)
                self._take()
                return
