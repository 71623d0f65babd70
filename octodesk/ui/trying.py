# SPDX-License-Identifier: EUPL-1.2
"""Trying out: several moves staged on a desk of their own, what they would change said, then applied as one or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolBar, QWidget

from octodesk import languages
from octodesk.desk import Desk, News
from octodesk.languages import _, ngettext
from octodesk.model.checks import check
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.resolve import RowKey
from octodesk.model.transition import changes_between
from octodesk.store.memory import MemoryStore
from octodesk.ui import words
from octodesk.ui.spoken import Spoken
from octodesk.ui.timetable.places import old_places

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

MOST_NAMES = 4


class Trying(QObject):
    """One window's try-out. Files, versions and colleagues see nothing of it until it is applied."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bench, self._surface = window.bench, window.surface
        self._touched: set[RowKey] = set()
        self._base = self._bench.document
        self._bar = TryOutBar(self, window)
        window.addToolBarBreak()
        window.addToolBar(self._bar)
        self._bar.hide()
        window.closed.connect(self._bench.desk.listen(self._base_changed))
        self._bench.changed.connect(self._changed)

    @property
    def is_on(self) -> bool:
        return self._bench.at is not self._bench.desk

    @property
    def base(self) -> Document:
        """The conference as it really is."""
        return self._base

    @property
    def staged(self) -> Document:
        return self._bench.document

    def toggle(self) -> None:
        """Begins; or, where something is being tried out, drops it."""
        if self.is_on:
            self.drop()
        else:
            self.begin()

    def begin(self) -> None:
        self._bench.finish_typing()
        self._start(frozenset())
        self._bench.notice(_("Trying out: nothing is kept until you apply it"))

    def _start(self, touched: frozenset[RowKey]) -> None:
        real = self._bench.desk
        self._base = real.document
        staged = Desk(
            MemoryStore(real.log().copy()),
            author=real.author,
            device=real.device,
            clock=real.clock,
            salt=real.salt,
            report=real.report,
        )
        self._bench.work_at(staged, touched)
        self._bar.show()
        self._tell()

    def apply(self) -> None:
        """All of it as one edit of the conference."""
        edit = self.edit
        touched = self._leave()
        self._bench.work_at(self._bench.desk, touched)
        if not edit.is_empty:
            self._bench.do(lambda _document: edit)

    def drop(self) -> None:
        touched = self._leave()
        self._bench.work_at(self._bench.desk, touched)
        self._bench.notice(_("Dropped what was tried out; the conference is as it was"))

    def _leave(self) -> frozenset[RowKey]:
        self._bench.finish_typing()
        touched, self._touched = frozenset(self._touched), set()
        self._bar.hide()
        self._surface.show_ghosts((), layer="trying")
        return touched

    @property
    def edit(self) -> Edit:
        """What applying it would do to the conference."""
        changes = changes_between(self._base, self.staged, self._touched)
        moved = dict.fromkeys(one.id for one in changes if one.table == "session")
        return Edit("tried-out", changes, tuple(moved) or tuple(dict.fromkeys(one.id for one in changes)))

    def _changed(self, news: News) -> None:
        if self.is_on:
            self._touched |= news.touched
            self._tell()
        self.changed.emit()

    def _base_changed(self, news: News) -> None:
        """The conference itself has changed meanwhile, by a colleague's file: the same on top of what it is now."""
        if not self.is_on:
            self._base = news.document
            return
        edit = self.edit
        self._start(frozenset(self._touched) | news.touched)
        if not edit.is_empty:
            self._bench.at.apply(edit)

    def _tell(self) -> None:
        self._surface.show_ghosts(old_places(self._base, self.staged), layer="trying")
        self._bar.say(difference_words(self._base, self.staged, self.edit))


def difference_words(base: Document, staged: Document, edit: Edit) -> str:
    """ "2 sessions differ · clashes: 3 → 1 · to be informed: A. Silva and B. Weber"."""
    sessions = dict.fromkeys(one.id for one in edit.changes if one.table == "session")
    before, after = (_clashes(one) for one in (base, staged))
    people = [
        person
        for document in (base, staged)
        for session in sessions
        if document.find("session", session) is not None
        for person in document.people_of(session)
    ]
    count = len(sessions)
    parts = [
        ngettext("{n} session differs", "{n} sessions differ", count).format(n=count),
        _("clashes: {before} → {after}").format(before=before, after=after),
    ]
    if people:
        parts.append(_("to be informed: {people}").format(people=_named(staged, list(dict.fromkeys(people)))))
    return " · ".join(parts)


def _clashes(document: Document) -> int:
    return sum(one.is_clash and one.acknowledged is None for one in check(document))


def _named(document: Document, people: Sequence[str]) -> str:
    names = [words.person_name(document, person) for person in people[:MOST_NAMES]]
    if more := len(people) - MOST_NAMES if len(people) > MOST_NAMES else 0:
        names.append(ngettext("{n} more", "{n} more", more).format(n=more))
    return languages.listed(names, languages.language())


class TryOutBar(Spoken, QToolBar):
    """What the try-out would change, and the two ways out of it."""

    def __init__(self, trying: Trying, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("try-out")
        self.setMovable(False)
        self.setFloatable(False)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        self.title, self.sentence = QLabel(), QLabel()
        self.title.setProperty("look", "accent")
        self.sentence.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.apply, self.drop = QPushButton(), QPushButton()
        self.apply.setProperty("look", "primary")
        self.apply.clicked.connect(trying.apply)
        self.drop.clicked.connect(trying.drop)
        row.addWidget(self.title)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.drop)
        row.addWidget(self.apply)
        self.addWidget(inside)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Try out"))
        self.title.setText(_("Trying out"))
        self.apply.setText(_("Apply"))
        self.drop.setText(_("Drop"))

    def say(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.sentence.setToolTip(sentence)
