# SPDX-License-Identifier: EUPL-1.2
"""What the inspector shows of people and of rooms: a heading, a line of how it reads on paper, and every field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from octodesk.model.document import Document
from octodesk.model.translations import standing_of, texts_of
from octodesk.ui.panes.entries import Section
from octodesk.ui.panes.language_tabs import LanguageTabs
from octodesk.ui.panes.sheet import Sheet
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

MARGIN = 16
COUNTED = 200

Ids = tuple[str, ...]


class Part(QWidget):
    """A widget below the form, about the same rows."""

    def show_rows(self, ids: Ids) -> None:
        """These rows as they are now."""

    def set_theme(self, theme: Theme) -> None:
        """Another look."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page says of rows of one table: (small words over the heading, heading), and how they read on paper."""

    table: str
    sections: Sequence[Section]
    head: Callable[[Document, Ids], tuple[str, str]]
    printed: Callable[[Document, str], str] | None = None
    more: Callable[[Workbench, Theme], Sequence[Part]] | None = None


class RecordPage(QScrollArea):
    """One or several rows of a table."""

    def __init__(
        self, bench: Workbench, theme: Theme, subject: Subject, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._theme, self._subject = bench, theme, subject
        self._ids: Ids = ()
        self.label, self.heading, self.printed = QLabel(), QLabel(), QLabel()
        self.label.setObjectName("inspector-label")
        self.heading.setObjectName("inspector-title")
        self.printed.setProperty("look", "muted")
        for words in (self.heading, self.printed):
            words.setWordWrap(True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs = LanguageTabs()
        self.tabs.chosen.connect(self._turned)
        self.sheet = Sheet(bench, theme, subject.table, subject.sections)
        self.extra: list[Part] = list(subject.more(bench, theme)) if subject.more else []
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        body = self._body = QWidget()
        body.setObjectName("inspector-body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, MARGIN)
        column.setSpacing(0)
        for words, below in ((self.label, 0), (self.heading, 2), (self.printed, 4)):
            words.setContentsMargins(MARGIN, 2, MARGIN, below)
            column.addWidget(words)
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(MARGIN - 8, 0, 0, 0)
        tab_row.addWidget(self.tabs, 1)
        column.addLayout(tab_row)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFixedHeight(1)
        column.addWidget(line)
        form = QVBoxLayout()
        form.setContentsMargins(MARGIN, 12, MARGIN, 0)
        form.setSpacing(12)
        for part in (self.sheet, *self.extra):
            form.addWidget(part)
        column.addLayout(form)
        column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.heading.setFont(theme.serif(15))
        self.printed.setFont(theme.sans(9))
        self.sheet.set_theme(theme)
        for part in self.extra:
            part.set_theme(theme)
        self._fit_width()

    def _fit_width(self) -> None:
        self.setMinimumWidth(
            self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        )

    def show_rows(self, ids: Ids) -> None:
        """These rows as they are now."""
        document, subject = self._bench.document, self._subject
        if ids != self._ids:
            self.verticalScrollBar().setValue(0)
        self._ids = ids
        above, heading = subject.head(document, ids)
        self.label.setText(above)
        self.heading.setText(heading)
        said = subject.printed(document, ids[0]) if subject.printed and len(ids) == 1 else ""
        self.printed.setText(said)
        self.printed.setVisible(bool(said))
        lacking = [self._lacking(code) for code in document.languages]
        self.tabs.show_languages(document.languages, lacking, self._theme)
        self.sheet.show_rows(ids, self.tabs.language)
        for part in self.extra:
            part.show_rows(ids)
        self._fit_width()

    def _lacking(self, language: str) -> tuple[int, int]:
        document, table = self._bench.document, self._subject.table
        found = [
            standing_of(document, (table, row_id, name, language), text)
            for row_id in self._ids[:COUNTED]
            for name, text in texts_of(table, document.row(table, row_id))
        ]
        return found.count("missing"), found.count("stale")

    def _turned(self, _language: str) -> None:
        self._bench.finish_typing()
        self.show_rows(self._ids)
