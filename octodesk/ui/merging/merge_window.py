# SPDX-License-Identifier: EUPL-1.2
"""A colleague's copy beside one's own, like two letters: what each changed, what collides, what would clash, and where.

Nothing changes until "Take in", and nothing is chosen beforehand. What is left for later stays open and marked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

import shiboken6
from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from octodesk.edits.settling import settle
from octodesk.edits.twins import with_one_person
from octodesk.languages import _, ngettext
from octodesk.model.checks import Conflict
from octodesk.model.collisions import Collision
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.log import Log
from octodesk.model.merge_review import Review, born
from octodesk.model.merge_review import review as review_of
from octodesk.model.undo import SETTLED_AT_ONCE
from octodesk.ui.background import run_in_background
from octodesk.ui.merging.board import Board
from octodesk.ui.merging.cards import Card, Deck
from octodesk.ui.merging.ghosts import ghosts
from octodesk.ui.merging.letters import Inks, Reader, letters, report
from octodesk.ui.merging.reports import ask_where_to_keep, show_for_printing
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.collisions import answer_words, question_words
from octodesk.wording.merging import summary, who_words
from octodesk.wording.refusals import refusal
from octodesk.wording.rules import conflict_sentence

PAUSE = 300
"""Milliseconds without an edit after which the review is made anew."""


@dataclass(frozen=True, slots=True)
class Received:
    """A copy that was read: what it is called, its bytes, edits and enclosures, and when there was a last exchange."""

    name: str
    content: bytes
    log: Log
    enclosed: Enclosures = NOTHING_ENCLOSED
    last_time: str = ""


class MergeWindow(Spoken, QDialog):
    """Open beside the window of the conference. `send_wanted` asks for the copy to be brought up to date."""

    taken = Signal()
    send_wanted = Signal()

    def __init__(
        self,
        bench: Workbench,
        received: Received,
        review: Review,
        *,
        theme: Theme,
        now: Callable[[], datetime],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("merge")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._theme, self._now = bench, theme, now
        self._received, self.review = received, review
        self._left: tuple[Collision, ...] = ()
        self.is_taken = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.heading, self.words, self.fault = QLabel(), QLabel(), QLabel()
        self.tabs, self.board = QTabWidget(), Board(bench.document, theme)
        self.deck = Deck(theme, self._card)
        self.letters = QTextBrowser()
        self.clashes = QListWidget()
        self.take, self.leave, self.send, self.print, self.keep = (QPushButton() for _each in range(5))
        self._lay_out()
        self._connect()
        self.show_review(review)
        self.tabs.setCurrentIndex(0 if self._asks else 1)
        self._show_first_day()
        self.resize(theme.px(1240), theme.px(800))

    # -- its parts

    def _lay_out(self) -> None:
        px = self._theme.px
        self.heading.setFont(self._theme.serif(17))
        self.heading.setObjectName("merge-heading")
        self.words.setWordWrap(True)
        self.words.setProperty("look", "muted")
        self.fault.setProperty("look", "missing")
        self.fault.setWordWrap(True)
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(10))
        head.setSpacing(px(4))
        for label in (self.heading, self.words):
            head.addWidget(label)
        self.letters.setOpenLinks(False)
        self.letters.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.clashes.setWordWrap(True)
        self.letters.setProperty("look", "page")
        self.clashes.setProperty("look", "page")
        self._pages = (self._scrolled(self.deck), self.letters, self.clashes)
        for page in self._pages:
            self.tabs.addTab(page, "")
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.addWidget(self.tabs)
        beside.addWidget(self.board)
        beside.setSizes([px(640), px(600)])
        beside.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(beside, 1)
        column.addLayout(self._foot())

    @staticmethod
    def _scrolled(inside: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        return area

    def _foot(self) -> QVBoxLayout:
        px = self._theme.px
        self.take.setProperty("look", "primary")
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.print, self.keep):
            row.addWidget(button)
        row.addStretch(1)
        for button in (self.send, self.leave, self.take):
            row.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(16), px(10), px(16), px(12))
        foot.addWidget(self.fault)
        foot.addLayout(row)
        return foot

    def _connect(self) -> None:
        self._pause.timeout.connect(self._review_anew)
        self._bench.changed.connect(self._overtaken)
        self.deck.answered.connect(self._look_ahead)
        self.letters.anchorClicked.connect(self._follow)
        self.clashes.currentItemChanged.connect(lambda item, _before: self._show_clash(item))
        self.board.surface.selected.connect(self._to_card)
        self.take.clicked.connect(self.take_in)
        self.leave.clicked.connect(self.close)
        self.send.clicked.connect(self.send_wanted)
        self.print.clicked.connect(lambda: show_for_printing(self.report(), self))
        self.keep.clicked.connect(lambda: ask_where_to_keep(self.report(), self.title, self))

    # -- what it says

    @property
    def who(self) -> str:
        """Whose changes these are; the file's name where nobody made any."""
        author = self._bench.desk.author
        return who_words(self.review.names, author.name) or self._received.name

    @property
    def reader(self) -> Reader:
        return Reader(self._bench.author_id, self._now(), self.who)

    @property
    def title(self) -> str:
        return _("{who}: {file}").format(who=self.who, file=self._received.name)

    def retranslate(self) -> None:
        self.setWindowTitle(self.title)
        self.heading.setText(_("Changes of {who}").format(who=self.who))
        self.deck.setAccessibleName(_("To settle"))
        self.letters.setAccessibleName(_("Changes"))
        self.clashes.setAccessibleName(_("New clashes"))
        self.print.setText(_("Print the report…"))
        self.keep.setText(_("Save the report…"))
        self.send.setText(_("Send back: update {file}").format(file=self._received.name))
        self._say()

    def show_review(self, review: Review) -> None:
        """The review as it is now; what was answered stays answered."""
        self.review = review
        self.deck.show_questions(review.questions)
        self.deck.show_twins(review.twins, review.merged)
        self.retranslate()
        palette = self._theme.palette
        inks = Inks(palette.heading, palette.muted, palette.line)
        self.letters.setHtml(letters(review, self.reader, inks))
        self._look_ahead()

    def _overtaken(self) -> None:
        """Somebody edits beside this window: what it says is worked out anew, once there is a pause."""
        if not self.is_taken:
            self._pause.start()

    def _review_anew(self) -> None:
        desk = self._bench.desk
        work = partial(review_of, desk.log(), self._received.log, desk.document)
        run_in_background(work, done=self._reviewed, failed=_raised)

    def _reviewed(self, found: Review) -> None:
        if shiboken6.isValid(self) and not self.is_taken:
            self.show_review(found)

    def _show_first_day(self) -> None:
        """The day of what is asked, else of what they changed first."""
        asked = (one.id for one in self.review.questions if one.table == "session")
        changed = (self.review.session_of(line.difference) for line in self.review.they_changed)
        self.board.show_first_of((*asked, *changed))

    def _say(self) -> None:
        parts = (self._received.name, " ".join(self._sentences()), self._received.last_time)
        self.words.setText(" · ".join(part for part in parts if part))
        taking = not self.is_taken and bool(self.review.new)
        self.take.setVisible(taking or self.is_taken)
        self.take.setText(_("Undo") if self.is_taken else _("Take in"))
        self.take.setProperty("look", "" if self.is_taken else "primary")
        self.leave.setText(_("Close without changes") if taking else _("Close"))
        self.send.setVisible(self.is_taken or not self.review.new)
        self.send.setProperty("look", "primary")
        for button in (self.take, self.send):
            button.style().unpolish(button)
            button.style().polish(button)

    def _sentences(self) -> list[str]:
        if not self.is_taken:
            return list(summary(self.review, self.who))
        n, left = len(self.review.new), len(self._left)
        said = [ngettext("{n} change taken in.", "{n} changes taken in.", n).format(n=n)]
        if left:
            said.append(
                ngettext(
                    "{n} question is left; it stays marked until it is settled.",
                    "{n} questions are left; they stay marked until they are settled.",
                    left,
                ).format(n=left)
            )
        return said

    # -- looking ahead

    def _card(self, one: Collision) -> Card:
        return Card(one, self.review.merged, me=self._bench.author_id, now=self._now(), theme=self._theme)

    def _look_ahead(self) -> None:
        """The timetable, the clashes and the counts as they would be with the answers given so far."""
        after = self._after()
        answered = {(*answer.row, answer.field) for answer in self.deck.answers}
        self._left = tuple(one for one in self.review.questions if (*one.row, one.log_field) not in answered)
        self.board.show_document(after, ghosts(self.review, after, self._left))
        clashes = born(after, self.review.mine, self.review.theirs)
        self._list_clashes(after, clashes)
        names = (
            _("To settle · {n}").format(n=len(self._left)) if self._left else _("To settle"),
            _("Changes"),
            _("New clashes · {n}").format(n=len(clashes)) if clashes else _("New clashes"),
        )
        for place, name in enumerate(names):
            self.tabs.setTabText(place, name)
        self.tabs.setTabVisible(0, self._asks)

    @property
    def _asks(self) -> bool:
        return bool(self.review.questions or self.review.twins)

    def _after(self) -> Document:
        self.fault.setText("")
        try:
            return self.review.merged.tried(self._settled(self.review.merged))
        except Refused as refused:
            self.fault.setText(refusal(self.review.merged, refused))
        return self.review.merged

    def _settled(self, document: Document) -> Edit:
        """What is answered so far, as one edit."""
        edit = settle(document, self.deck.answers, label=SETTLED_AT_ONCE)
        return with_one_person(document, edit, self.deck.joined)

    def _list_clashes(self, after: Document, clashes: tuple[Conflict, ...]) -> None:
        self.clashes.clear()
        for one in clashes:
            item = QListWidgetItem(conflict_sentence(after, one))
            item.setData(Qt.ItemDataRole.UserRole, one.sessions[0] if one.sessions else "")
            self.clashes.addItem(item)
        if not clashes:
            item = QListWidgetItem(_("No clash comes with these changes."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.clashes.addItem(item)

    def _show_clash(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole):
            self._look_at(item.data(Qt.ItemDataRole.UserRole))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == "session":
            self._look_at(link.toString().removeprefix("session:"))

    def _look_at(self, session: str) -> None:
        self.board.show_day_of(session)
        self.board.surface.select((session,))

    def _to_card(self, sessions: tuple[str, ...]) -> None:
        """A press on a block that is asked about shows its question."""
        for card in self.deck.cards:
            if card.collision.id in sessions:
                self.tabs.setCurrentIndex(0)
                self._pages[0].ensureWidgetVisible(card)

    # -- taking in

    def take_in(self) -> None:
        """Takes everything in with the answers given, as one step; pressed again, takes it all back."""
        if self.is_taken:
            self._bench.undo()
            self.close()
            return
        wrong = next((card for card in self.deck.cards if card.wrong), None)
        if wrong is not None:
            self.tabs.setCurrentIndex(0)
            self._pages[0].ensureWidgetVisible(wrong)
            self.fault.setText(wrong.wrong)
            return
        received = self._received
        well = self._bench.take_in(
            received.log,
            received=received.content,
            source=self.who,
            enclosed=received.enclosed,
            settle=self._settled,
        )
        if well:
            self._show_taken()

    def _show_taken(self) -> None:
        self.is_taken = True
        self._pause.stop()
        self.deck.setEnabled(False)
        self._say()
        self.tabs.setCurrentIndex(2)
        self.taken.emit()

    def report(self) -> str:
        """All of it as HTML."""
        answers = {(*answer.row, answer.field): answer.value for answer in self.deck.answers}
        keyed = ((one, (*one.row, one.log_field)) for one in self.review.questions)
        settled = [
            _("{question}: {answers}").format(
                question=question_words(self.review.merged, one),
                answers=answer_words(self.review.merged, one, answers[key]),
            )
            for one, key in keyed
            if key in answers
        ]
        return report(self.review, self.reader, title=self.title, left=self._left, settled=settled)


def _raised(wrong: BaseException) -> None:
    raise wrong
