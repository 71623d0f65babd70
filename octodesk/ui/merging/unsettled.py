# SPDX-License-Identifier: EUPL-1.2
"""What a merge left open, settled one by one: in the inspector for the session it shows, in a window for all of it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from octodesk.edits.settling import settle
from octodesk.languages import _
from octodesk.model.collisions import Collision, collisions, unsettled, unsettled_sessions
from octodesk.model.comparison import IN_SESSIONS
from octodesk.model.document import Document
from octodesk.ui.merging.cards import Card, Deck
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class Settling(Spoken, QWidget):
    """Cards and a button that settles what is answered."""

    def __init__(self, bench: Workbench, theme: Theme) -> None:
        super().__init__()
        self._bench, self._theme = bench, theme
        self.deck = Deck(theme, self._card, margin=0)
        self.settle = QPushButton()
        self.settle.setProperty("look", "primary")
        self.settle.clicked.connect(self._settle)
        self.deck.answered.connect(self._enable)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.deck)
        column.addLayout(row)
        self.retranslate()

    def retranslate(self) -> None:
        self.settle.setText(_("Settle"))
        self._enable()

    def show_questions(self, questions: list[Collision]) -> None:
        self.deck.show_questions(questions)
        self._enable()

    def _card(self, one: Collision) -> Card:
        document, me = self._bench.document, self._bench.author_id
        return Card(one, document, me=me, now=datetime.now(UTC), theme=self._theme, may_wait=False)

    def _enable(self) -> None:
        self.settle.setEnabled(bool(self.deck.answers))

    def _settle(self) -> None:
        answers = self.deck.answers
        self._bench.do(lambda document: settle(document, answers))


class Unsettled(Spoken, QWidget):
    """In the inspector; not to be seen where nothing is open. The log is read only where something is."""

    def __init__(self, bench: Workbench, theme: Theme) -> None:
        super().__init__()
        self._bench, self._theme = bench, theme
        self._known: tuple[Document, tuple[Collision, ...]] | None = None
        self.words = QLabel()
        self.words.setProperty("look", "missing")
        self.words.setWordWrap(True)
        self.settling = Settling(bench, theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.settling)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.words.setText(_("Not settled yet: two of you wanted something else here."))

    def show_session(self, session: str) -> None:
        """The open questions of a session, "" for none."""
        document = self._bench.document
        there = bool(session) and session in unsettled_sessions(document) and self._bench.ready
        found = [one for one in self._all() if _concerns(document, one, session)] if there else []
        self.settling.show_questions(found)
        self.setVisible(bool(found))

    def _all(self) -> tuple[Collision, ...]:
        document = self._bench.document
        if self._known is None or self._known[0] is not document:
            self._known = document, collisions(self._bench.desk.log(), document)
        return self._known[1]


def _concerns(document: Document, one: Collision, session: str) -> bool:
    if one.table in IN_SESSIONS:
        return getattr(document.find(*one.row), "session", "") == session
    return one.row == ("session", session)


class QuestionsWindow(Spoken, QDialog):
    """Everything that is open in the conference. Closes by itself once all is settled."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("questions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.words, self.settling, self.leave = QLabel(), Settling(bench, theme), QPushButton()
        self.words.setProperty("look", "muted")
        self.words.setWordWrap(True)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(self.settling)
        px = theme.px
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.words)
        column.addWidget(area, 1)
        column.addLayout(foot)
        self.leave.clicked.connect(self.close)
        bench.changed.connect(self._show)
        self.retranslate()
        self._show()
        self.resize(px(720), px(640))

    def retranslate(self) -> None:
        self.setWindowTitle(_("To settle"))
        self.leave.setText(_("Close"))

    def _show(self) -> None:
        document = self._bench.document
        found = list(collisions(self._bench.desk.log(), document)) if unsettled(document) else []
        self.settling.show_questions(found)
        self.words.setText(
            _("Two people wanted something else here. Say which holds; it then holds for everyone.")
            if found
            else _("Nothing is left to settle.")
        )
