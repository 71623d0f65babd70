# SPDX-License-Identifier: EUPL-1.2
"""The conference's name and version, at the right of the menus."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme


class EventName(Spoken, QWidget):
    """The name in the serif of the printed programme, then "Version 4 October 2021 · draft"."""

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._name, self._state = QLabel(), QLabel()
        self._name.setObjectName("event-name")
        self._state.setObjectName("event-state")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(8, 0, 12, 0)
        inside.setSpacing(24)
        inside.addWidget(self._name)
        inside.addWidget(self._state)
        self.set_theme(theme)
        self.retranslate()

    def show_document(self, document: Document) -> None:
        self._document = document
        self.retranslate()

    def retranslate(self) -> None:
        event, language = self._document.event, languages.language()
        self._name.setText(self._document.words(event.name, language) or event.short_name)
        status = {"draft": _("draft"), "final": _("final")}[event.status]
        version = languages.version_label(event.version, language)
        self._state.setText(" · ".join(part for part in (version, status) if part))

    def set_theme(self, theme: Theme) -> None:
        self._name.setFont(theme.serif(10.5))
        self._state.setFont(theme.sans())
