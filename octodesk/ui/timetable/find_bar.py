# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+F: what is looked for stays bright, the rest goes pale, and Enter steps from find to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from octodesk.languages import _
from octodesk.ui.icons import icon
from octodesk.ui.panes.finding import sessions_found
from octodesk.ui.spoken import Spoken
from octodesk.ui.timetable.accessible import announce

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class FindBar(Spoken, QFrame):
    """Lies over the upper right corner of the timetable."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window.centre)
        self._window, self._bench, self._surface = window, window.bench, window.surface
        self._hits: tuple[str, ...] = ()
        self._at = -1
        self.setObjectName("find-bar")
        self.line, self.count = QLineEdit(), QLabel()
        self.line.setMinimumWidth(window.theme.px(200))
        self.before, self.next, self.close_button = QToolButton(), QToolButton(), QToolButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(*[window.theme.px(6)] * 4)
        row.setSpacing(window.theme.px(4))
        for widget in (self.line, self.count, self.before, self.next, self.close_button):
            row.addWidget(widget)
        for button, name in (
            (self.before, "chevron-up"),
            (self.next, "chevron-down"),
            (self.close_button, "close"),
        ):
            button.setIcon(icon(name, window.theme.palette))
            button.setIconSize(QSize(window.theme.px(14), window.theme.px(14)))
            button.setProperty("look", "quiet")
        self.line.textChanged.connect(lambda _typed: self._find(step=True))
        self.line.installEventFilter(self)
        self.before.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.leave)
        self._bench.changed.connect(lambda _news: self._find(step=False))
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        self.line.setPlaceholderText(_("Find in the programme"))
        self.line.setAccessibleName(_("Find in the programme"))
        for button, name in (
            (self.before, _("Find before")),
            (self.next, _("Next find")),
            (self.close_button, _("Close the search")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def open(self) -> None:
        theme = self._window.theme
        palette = theme.palette
        self.setStyleSheet(
            f"#find-bar {{ background: {palette.pane}; border: 1px solid {palette.focus}; border-radius: 6px; }}"
        )
        self.adjustSize()
        self.move(self._window.centre.width() - self.width() - theme.px(16), theme.px(8))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._find(step=False)

    def leave(self) -> None:
        """Everything is bright again; what was found stays selected."""
        self.hide()
        self._surface.beside.dim_others(None)
        centre = self._window.centre.currentWidget()
        if centre is not None:
            centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find(self, *, step: bool) -> None:
        if not self.isVisible():
            return
        typed = self.line.text().strip()
        found = sessions_found(self._bench.document, typed) if typed else frozenset()
        self._hits = tuple(one.id for one in self._bench.document.sessions if one.id in found)
        self._surface.beside.dim_others(self._hits if typed else None)
        self._at = -1
        if step and self._hits:
            self.step(1)
        self._show_count()

    def step(self, by: int) -> None:
        """On to the next find, round at the end."""
        if not self._hits:
            return
        self._at = (self._at + by) % len(self._hits) if self._at >= 0 else self._first()
        session = self._hits[self._at]
        self._bench.select([session])
        self._surface.reveal(session)
        self._show_count()

    def _first(self) -> int:
        """The first find in view, else the first of all."""
        shown = self._surface.scene.layout.blocks
        return next((place for place, session in enumerate(self._hits) if session in shown), 0)

    def _show_count(self) -> None:
        typed = bool(self.line.text().strip())
        if not self._hits:
            said = _("nothing found") if typed else ""
        else:
            said = _("{n} of {count}").format(n=max(1, self._at + 1), count=len(self._hits))
        self.count.setText(said)
        self.count.adjustSize()
        announce(self.line, said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True
