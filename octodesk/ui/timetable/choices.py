# SPDX-License-Identifier: EUPL-1.2
"""Three buttons that stand where something was dropped on others: Swap, Push later, Leave both."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from octodesk.languages import _
from octodesk.ui import words
from octodesk.ui.icons import icon
from octodesk.ui.timetable.accessible import announce
from octodesk.ui.timetable.canvas import drawn
from octodesk.ui.timetable.places import rect_of
from octodesk.ui.timetable.wishes import Drop

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

STANDING = 10_000
"""Milliseconds; longer while the pointer is over them or the keys are in them."""


class DropChoices(QWidget):
    """Leaving it, in whatever way, leaves both where they are."""

    def __init__(
        self,
        surface: Surface,
        drop: Drop,
        met: str,
        swap: Callable[[], object],
        push: Callable[[], object],
    ) -> None:
        # Beside the timetable, not in it: its accessible children are the sessions alone.
        super().__init__(surface.parentWidget() or surface)
        self._surface = surface
        session, at = drop.placements[0]
        assert at is not None
        document = surface.scene.document
        self.setObjectName("drop-choices")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        other = words.short_session_name(document, met)
        self.swap = self._button(_("Swap with {session}").format(session=other), "swap", swap)
        self.push = self._button(_("Push later"), "push", push)
        self.leave = self._button(_("Leave both"), "check", None)
        sentence = _("{session} now stands beside {other}.").format(
            session=words.short_session_name(document, session), other=other
        )
        self._lay_out(sentence)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(STANDING)
        self._leaving.timeout.connect(self._leave_unless_used)
        self._leaving.start()
        self._stand_by(drop)
        for before, after in pairwise((surface, *self.buttons)):
            QWidget.setTabOrder(before, after)
        names = ", ".join(button.text() for button in self.buttons)
        announce(
            surface,
            _("{sentence} Choose with the Tab key: {choices}.").format(sentence=sentence, choices=names),
        )

    @property
    def buttons(self) -> tuple[QPushButton, QPushButton, QPushButton]:
        return self.swap, self.push, self.leave

    def _button(self, text: str, picture: str, act: Callable[[], object] | None) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"), self)
        theme = self._surface.theme
        button.setIcon(icon(picture, theme.palette))
        button.setIconSize(QSize(theme.px(14), theme.px(14)))
        button.clicked.connect(lambda: self._choose(act))
        button.installEventFilter(self)
        return button

    def _lay_out(self, sentence: str) -> None:
        theme = self._surface.theme
        pad = theme.px(8)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(theme.px(6))
        said = QLabel(sentence)
        said.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(said)
        row.setSpacing(theme.px(6))
        for button in self.buttons:
            row.addWidget(button)
        column.addLayout(row)

    def _stand_by(self, drop: Drop) -> None:
        """Below the session, above it where there is no room, always within the timetable."""
        surface, (session, at) = self._surface, drop.placements[0]
        assert at is not None
        self.adjustSize()
        scene, view = surface.scene, surface.viewport().geometry()
        rect = rect_of(scene.document, scene.grid, at, scene.document.session(session).minutes)
        if rect is None:
            self._move_to(view.topLeft() + QPoint(8, 8))
        else:
            shown = drawn(rect).translated(-surface.offset).toRect().translated(view.topLeft())
            y = (
                shown.bottom() + 8
                if shown.bottom() + 8 + self.height() < view.bottom()
                else shown.top() - 8 - self.height()
            )
            x = max(view.left() + 4, min(shown.left() + 8, view.right() - self.width() - 4))
            self._move_to(QPoint(x, max(view.top() + 4, min(y, view.bottom() - self.height() - 4))))
        self.show()
        self.raise_()

    def _move_to(self, place: QPoint) -> None:
        """A place in coordinates of the timetable."""
        parent = self.parentWidget()
        self.move(self._surface.mapTo(parent, place) if parent is not None else place)

    def _choose(self, act: Callable[[], object] | None) -> None:
        self.close_now()
        if act is not None:
            act()

    def close_now(self) -> None:
        """The buttons go; the keys are the timetable's again if they were here."""
        if self._has_focus:
            self._surface.setFocus(Qt.FocusReason.OtherFocusReason)
        self._leaving.stop()
        self._surface.forget_choices()
        self.hide()
        self.deleteLater()

    @property
    def _has_focus(self) -> bool:
        return any(button.hasFocus() for button in self.buttons)

    def _leave_unless_used(self) -> None:
        if self._has_focus or self.underMouse():
            self._leaving.start()
        else:
            self.close_now()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Esc leaves both, the arrows go from one to the other."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_now()
            return True
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and isinstance(watched, QPushButton):
            place = self.buttons.index(watched) + steps[Qt.Key(event.key())]
            self.buttons[place % 3].setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._surface.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.focus), 1))
        painter.setBrush(QColor(palette.pane))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)
