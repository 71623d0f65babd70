# SPDX-License-Identifier: EUPL-1.2
"""The pages beside the timetable, following every edit. The page in view comes first, the rest when nobody types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _, ngettext
from octodesk.printing import PrintOptions, PrintRefused
from octodesk.ui.fields import ChoiceField
from octodesk.ui.printing.orders import Denied, Sheets
from octodesk.ui.printing.pages import Pages
from octodesk.ui.printing.press import Press
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.prints import DOCUMENT_NAMES, print_refusal

_SOON, _LATER = 60, 900
"""Milliseconds after an edit until the page in view, and until the whole document, is laid out."""
_WIDTH = 420
"""Pixels across an A4 page at a text size of 100 %, fewer in a narrow pane."""


class PreviewPane(Spoken, QWidget):
    """Prints only while it is seen; its process begins with the first look at it."""

    def __init__(self, bench: Workbench, theme: Callable[[], Theme]) -> None:
        """`theme` gives the window's look as it is now."""
        super().__init__()
        self._bench, self._theme = bench, theme
        self._whole = False
        self.press, self.pages = Press(self), Pages()
        self.kind, self.language, self.state = ChoiceField(), ChoiceField(), QLabel()
        self.kind.setMinimumContentsLength(18)  # its longest names are read, not guessed
        self.state.setProperty("look", "muted")
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(8)
        line.addWidget(self.kind)
        line.addWidget(self.language)
        line.addWidget(self.state, 1)
        below = QVBoxLayout(self)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addLayout(line)
        below.addWidget(self.pages, 1)
        self._soon, self._later = QTimer(self), QTimer(self)
        for timer, pause, act in (
            (self._soon, _SOON, self._print_seen),
            (self._later, _LATER, self._print_all),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(act)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self._bench.changed.connect(self._changed)
        self.kind.chosen.connect(lambda _kind: self._renew())
        self.language.chosen.connect(lambda _language: self._renew())
        self.press.laid.connect(self._show)
        self.press.pictured.connect(self.pages.show_picture)
        self.press.denied.connect(self._refused)
        self.press.broken.connect(
            lambda _words: self.pages.say(_("The preview stopped. Choose a document again."))
        )
        self.pages.wanted.connect(self.press.look)

    def retranslate(self) -> None:
        for field, words in ((self.kind, _("Document")), (self.language, _("Language"))):
            field.setAccessibleName(words)
        self.pages.setAccessibleName(_("Pages"))
        self._offer()

    def _offer(self) -> None:
        kinds = [(kind, _(words)) for kind, words in DOCUMENT_NAMES.items()]
        self.kind.offer(kinds, self.kind.currentData() or "front")
        spoken, own = self._bench.document.languages, languages.language()
        tongues = [(code, languages.capitalised(languages.language_name(code, own))) for code in spoken]
        first = own if own in spoken else spoken[0]
        before = self.language.currentData()
        self.language.offer(tongues, before if before in spoken else first)

    # -- when to print

    def _changed(self, _news: News) -> None:
        self._offer()
        self._renew()

    def _renew(self) -> None:
        if self.isVisible():
            self._soon.start()
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._renew()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self._later.stop()

    def _print_seen(self) -> None:
        self._order(max(self.pages.last_in_view + 1, 1))

    def _print_all(self) -> None:
        self._order(None)

    def _order(self, until: int | None) -> None:
        self._whole = until is None
        options = PrintOptions(languages=(str(self.language.currentData()),))
        self.press.order(self._bench.document, str(self.kind.currentData()), options, until=until)

    # -- what comes of it

    def _show(self, sheets: Sheets) -> None:
        pages = sheets.printed.pages
        self.state.setText(ngettext("{n} page", "{n} pages", pages).format(n=pages) if self._whole else "")
        width = min(self._theme().px(_WIDTH), self.pages.room_across)
        self.pages.lay(sheets.sizes, width, whole=self._whole)

    def _refused(self, denied: Denied) -> None:
        self.state.setText("")
        self.pages.say(print_refusal(PrintRefused(denied.reason, **denied.facts)))

    def end(self) -> None:
        """The window closes."""
        self.press.stop()
