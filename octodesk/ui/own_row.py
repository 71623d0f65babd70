# SPDX-License-Identifier: EUPL-1.2
"""A conference of this computer on the start page: opened by a press; duplicated, archived or deleted by its menu."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from octodesk import languages
from octodesk.languages import LANGUAGES, _
from octodesk.store.reading import ListedEvent
from octodesk.ui.icons import icon
from octodesk.ui.put_away import Place
from octodesk.ui.theme import Theme


class OwnRow(QWidget):
    """What is deleted is not opened: it is brought back first."""

    opened = Signal(str)
    put = Signal(str, str)
    duplicated = Signal(str)

    def __init__(self, event: ListedEvent, place: Place, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button, self.more = QPushButton(_event_words(event)), QToolButton()
        self.button.setObjectName(f"event-{event.id}")
        self.button.setProperty("look", "choice")
        self.button.setIcon(icon("document", theme.palette, color=theme.palette.muted))
        self.button.setEnabled(place != "deleted")
        self.button.clicked.connect(lambda: self.opened.emit(event.id))
        self.menu = QMenu(self)
        if place == "here":
            self._offer(_("&Duplicate"), lambda: self.duplicated.emit(event.id))
            self._offer(_("&Archive"), lambda: self.put.emit(event.id, "archived"))
        else:
            self._offer(_("&Bring back"), lambda: self.put.emit(event.id, "here"))
        if place != "deleted":
            self._offer(
                _("De&lete; it can be brought back for 30 days"), lambda: self.put.emit(event.id, "deleted")
            )
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setIcon(icon("list", theme.palette))
        said = _("More for {conference}").format(conference=_event_words(event))
        self.more.setToolTip(said)
        self.more.setAccessibleName(said)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.button, 1)
        inside.addWidget(self.more)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        self.menu.addAction(words).triggered.connect(lambda _on=False: act())


def _event_words(event: ListedEvent) -> str:
    """ "Octopus Conference 2021, 16–18 November 2021"."""
    language = languages.language()
    name = event.name.best((language, *LANGUAGES))[0] or event.short_name
    days = languages.date_range(
        date.fromisoformat(event.first_day), date.fromisoformat(event.last_day), language
    )
    return _("{conference}, {days}").format(conference=name, days=days)
