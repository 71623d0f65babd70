# SPDX-License-Identifier: EUPL-1.2
"""The inspector: everything about the selected sessions, each thing where it can be changed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.ui import words
from octodesk.ui.fields import Typing
from octodesk.ui.merging.unsettled import Unsettled
from octodesk.ui.panes.language_tabs import LanguageTabs
from octodesk.ui.panes.lineup import Lineup
from octodesk.ui.panes.record_page import RecordPage
from octodesk.ui.panes.session_entries import FIRST, MORE
from octodesk.ui.panes.session_facts import fixed_words, lacking_in
from octodesk.ui.panes.sheet import Sheet
from octodesk.ui.panes.subjects import SUBJECTS
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

MARGIN = 16
COUNTED = 50
"""So many selected sessions at most are searched for what lacks in a language."""


class Inspector(Spoken, QStackedWidget):
    """Shows the selected sessions, what is the same in all of them as one; with none, says what to do."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._pages: dict[str, RecordPage] = {}
        self.first = Sheet(bench, theme, "session", (FIRST,))
        self.more = Sheet(bench, theme, "session", MORE)
        self.lineup = Lineup(bench, theme)
        self.unsettled = Unsettled(bench, theme)
        self.tabs = LanguageTabs()
        self.tabs.chosen.connect(self._tab_chosen)
        self._build_heading()
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setProperty("look", "muted")
        self._nothing.setMargin(MARGIN)
        self.addWidget(self._nothing)
        self.addWidget(self._scrolled())
        bench.changed.connect(self._changed)
        bench.looked.connect(self.show_selected)
        bench.typing_ends.connect(self._finish_typing)
        self.set_theme(theme)
        self.retranslate()

    # -- its parts

    def _build_heading(self) -> None:
        self.label = QLabel()
        self.label.setObjectName("inspector-label")
        self._fixed = QLabel()
        self._fixed.setProperty("look", "caption")
        self.heading = QLabel()
        self.heading.setObjectName("inspector-title")
        self.heading.setWordWrap(True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setObjectName("inspector-body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, MARGIN)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 0)
        top.addWidget(self.label)
        top.addStretch(1)
        top.addWidget(self._fixed)
        column.addLayout(top)
        self.heading.setContentsMargins(MARGIN, 2, MARGIN, 4)
        column.addWidget(self.heading)
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
        for part in (self.unsettled, self.first, self.lineup, self.more):
            form.addWidget(part)
        column.addLayout(form)
        column.addStretch(1)
        self._body = body
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    # -- how it looks and reads

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.heading.setFont(theme.serif(15))
        self._fixed.setFont(theme.sans(9))
        for page in self._pages.values():
            page.set_theme(theme)
        for part in (self.first, self.more, self.lineup):
            part.set_theme(theme)
        for name in ("start", "minutes"):
            self.first.entry_field(name).field.setMinimumWidth(theme.px(66))
        self._fit_width()

    def _fit_width(self) -> None:
        """Never so narrow that a field is cut off: it scrolls up and down only."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._body.minimumSizeHint().width() + bar)

    def retranslate(self) -> None:
        self._nothing.setText(_("Choose a session to see it here and change it."))
        self.show_selected()

    # -- what it shows

    @property
    def _document(self) -> Document:
        return self._bench.document

    def show_selected(self) -> None:
        """What is looked at, as it is now: sessions, people or rooms."""
        table, ids = self._bench.subject
        if table in SUBJECTS:
            page = self._page(table)
            self.setCurrentWidget(page)
            page.show_rows(ids)
            return
        self.setCurrentIndex(1 if ids else 0)
        if ids:
            self._show([self._document.session(one) for one in ids])
            self._fit_width()

    @property
    def shows_session(self) -> bool:
        """Whether exactly one session is shown."""
        return self.currentIndex() == 1 and len(self._bench.selection) == 1

    def _page(self, table: str) -> RecordPage:
        """The page of people or rooms; made when it is first needed."""
        if table not in self._pages:
            self._pages[table] = RecordPage(self._bench, self._theme, SUBJECTS[table])
            self.addWidget(self._pages[table])
            self._pages[table].set_theme(
                self._theme
            )  # once more: standing here it takes the window's style sheet
        return self._pages[table]

    def field(self, name: str) -> Any:
        """The field on the screen of an entry: "title", "status"; its section opens for it."""
        sheet = self.first if any(one.name == name for one in self.first.entries) else self.more
        return sheet.entry_field(name).field

    def edit_title(self) -> None:
        """Ready to write the title."""
        title = self.field("title")
        title.setFocus(Qt.FocusReason.OtherFocusReason)
        title.selectAll()

    def show_language(self, language: str) -> None:
        """The tab of a content language."""
        self.tabs.choose(language)

    def _changed(self, _news: News) -> None:
        self.show_selected()

    def _show(self, sessions: list[Session]) -> None:
        self._head(sessions)
        document, codes = self._document, self._document.languages
        lacking = [lacking_in(document, sessions[:COUNTED], code) for code in codes]
        self.tabs.show_languages(codes, lacking, self._theme)
        ids = [session.id for session in sessions]
        self.first.show_rows(ids, self.tabs.language)
        self.more.show_rows(ids, self.tabs.language)
        self.unsettled.show_session(ids[0] if len(ids) == 1 else "")
        self.lineup.setVisible(len(ids) == 1)
        if len(ids) == 1:
            self.lineup.show_session(ids[0], self.tabs.language)

    def _head(self, sessions: list[Session]) -> None:
        if len(sessions) > 1:
            count = len(sessions)
            self.label.setText(_("What is written here goes to all of them"))
            self._fixed.setText("")
            self.heading.setText(ngettext("{n} session", "{n} sessions", count).format(n=count))
            return
        session, document = sessions[0], self._document
        label, title = words.label_and_title(document, session.id)
        self.label.setText(label or document.words(document.kind(session.kind).name, languages.language()))
        self._fixed.setText(fixed_words(session))
        self.heading.setText(title)

    # -- typing

    def _typings(self) -> Iterator[Typing]:
        yield from self.lineup.typings()

    def _finish_typing(self) -> None:
        for typing in self._typings():
            typing.hand_over()

    def _tab_chosen(self, _language: str) -> None:
        self._bench.finish_typing()
        for typing in self._typings():
            typing.begin_anew()
        self.show_selected()
