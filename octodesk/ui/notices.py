# SPDX-License-Identifier: EUPL-1.2
"""The status bar: says in words what just happened and offers Undo there; at the right, how the programme stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QStyleOption, QWidget

from octodesk.desk import News
from octodesk.languages import _, ngettext
from octodesk.model import timetable
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import polish_again
from octodesk.ui.timetable.accessible import announce
from octodesk.ui.workbench import Notice, Workbench

FIRST_NOTICE = Notice("")


class Sentence(QLabel):
    """One line that is cut with "…" where there is no room, and whole in its tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 8, size.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text():
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(
            painter, self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            option.palette, self.isEnabled(), shown, self.foregroundRole(),
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.width()
        self.setToolTip("" if fits else self.text())


class Notices(Spoken, QStatusBar):
    """Told what to say by the workbench, by the timetable while something is dragged, and by the file."""

    undo_wanted = Signal()

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._dragging = ""
        self._file = ""
        self._checked = False
        self._clash_news: Callable[[], str] | None = None
        self.sentence = Sentence()
        self.undo = QPushButton()
        self.undo.setProperty("look", "quiet")
        self.undo.clicked.connect(self.undo_wanted)
        self.offer = QPushButton()
        self.offer.setProperty("look", "quiet")
        self.offer.clicked.connect(self._take_offer)
        self.state = QLabel()
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self.sentence)
        self.addWidget(self.undo)
        self.addWidget(self.offer)
        self.addPermanentWidget(self.state)
        bench.noticed.connect(self.say)
        bench.changed.connect(self._changed)
        self.retranslate()

    def count_clashes(self) -> None:
        """From now on the clashes are counted too; the first paint need not wait for that."""
        self._checked = True
        self._show_state()

    def listen_to_clashes(self, news: Callable[[], str]) -> None:
        """Who says which clashes the newest edit brought and took."""
        self._clash_news = news

    def retranslate(self) -> None:
        """What was said in another language is said no more."""
        self.undo.setText(_("Undo"))
        self._notice = FIRST_NOTICE
        self._show()
        self._show_state()

    def say(self, notice: Notice) -> None:
        """What just happened."""
        self._notice = notice
        self._show()
        if notice.words:
            offered = notice.offer.words if notice.offer is not None else ""
            announce(self.sentence, " ".join(part for part in (self.sentence.text(), offered) if part))

    def _take_offer(self) -> None:
        if self._notice.offer is not None:
            self._bench.do(self._notice.offer.make)

    def describe_drag(self, words: str) -> None:
        """What is being dragged where, "" when it is over."""
        self._dragging = words
        self._show()

    def say_file(self, words: str) -> None:
        """How the file stands: "octopus.octo: 12 changes to send"; "" without a file."""
        self._file = words
        self._show()

    def _changed(self, _news: News) -> None:
        self._show_state()
        self._show()

    def _show(self) -> None:
        notice = self._notice
        parts = [notice.words]
        news = self._clash_news() if self._clash_news is not None and notice.words else ""
        if news or notice.undo:
            parts.append(news or self._clash_words())
        parts.append(self._file)
        said = self._dragging or " · ".join(part for part in parts if part)
        look = "fault" if notice.fault and not self._dragging else ""
        if look != (self.sentence.property("look") or ""):
            self.sentence.setProperty("look", look)
            polish_again(self.sentence)
        self.sentence.setText(said)
        self.sentence.updateGeometry()
        self.undo.setVisible(notice.undo and not self._dragging)
        self.offer.setVisible(notice.offer is not None and not self._dragging)
        self.offer.setText(notice.offer.words if notice.offer is not None else "")

    def _clash_words(self) -> str:
        count = len(self._bench.clashes())
        return ngettext("{n} clash", "{n} clashes", count).format(n=count) if count else _("no clash")

    def _show_state(self) -> None:
        document = self._bench.document
        waiting = len(timetable.not_placed(document))
        placed = len(document.sessions) - waiting
        parts = (
            ngettext("{n} placed", "{n} placed", placed).format(n=placed),
            ngettext("{n} not yet", "{n} not yet", waiting).format(n=waiting),
            self._clash_words() if self._checked else "",
        )
        self.state.setText(" · ".join(part for part in parts if part))
