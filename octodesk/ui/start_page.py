# SPDX-License-Identifier: EUPL-1.2
"""The first window: at the first start it asks for the name and the language and nothing else, then where to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.languages import LANGUAGES, _, ngettext
from octodesk.store.reading import ListedEvent
from octodesk.ui.fields import ChoiceField
from octodesk.ui.icons import icon
from octodesk.ui.importing.arrivals import Arrivals, TakesDocuments
from octodesk.ui.own_row import OwnRow
from octodesk.ui.put_away import PutAway
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme


class StartPage(Spoken, TakesDocuments, QWidget):
    """Tells what was chosen; the program does it and closes the page."""

    named = Signal(str)
    language_wanted = Signal(str)
    sample_wanted = Signal(str)
    new_wanted = Signal()
    open_wanted = Signal()
    import_wanted = Signal()
    event_wanted = Signal(str)
    put_wanted = Signal(str, str)
    """A conference is to be "archived", "deleted" or "here" again."""
    duplicate_wanted = Signal(str)
    closed = Signal()

    def __init__(
        self, theme: Theme, *, name: str, events: Sequence[ListedEvent], put_away: PutAway | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("start")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.arrivals = Arrivals(self)
        self._theme, self._events = theme, events
        self._put_away = put_away or PutAway()
        self.title, self.subtitle = QLabel("OctoDesk"), QLabel()
        self.title.setObjectName("start-title")
        self.subtitle.setProperty("look", "muted")
        self.subtitle.setWordWrap(True)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._asking())
        self.pages.addWidget(self._offering())
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("look", "fault")
        self.said.hide()
        self._lay_out()
        self.name.setText(name)
        self.pages.setCurrentIndex(1 if name else 0)
        self.set_theme(theme)
        self.retranslate()
        self.resize(theme.px(560), theme.px(620))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(40, 40, 40, 32)
        whole.setSpacing(8)
        whole.addWidget(self.title)
        whole.addWidget(self.subtitle)
        whole.addSpacing(16)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.said)

    # -- the first start

    def _asking(self) -> QWidget:
        self.name, self.language = QLineEdit(), ChoiceField()
        self._name_label, self._language_label = QLabel(), QLabel()
        self.language.chosen.connect(self.language_wanted.emit)
        self.begin = QPushButton()
        self.begin.setProperty("look", "primary")
        self.begin.setEnabled(False)
        self.name.textChanged.connect(lambda typed: self.begin.setEnabled(bool(typed.strip())))
        self.name.returnPressed.connect(self._begin)
        self.begin.clicked.connect(self._begin)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for label, field in ((self._name_label, self.name), (self._language_label, self.language)):
            label.setBuddy(field)
            inside.addWidget(label)
            inside.addWidget(field)
            inside.addSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addStretch(1)
        return page

    def _begin(self) -> None:
        typed = " ".join(self.name.text().split())
        if typed:
            self.named.emit(typed)
            self.pages.setCurrentIndex(1)
            self.retranslate()
            self.sample.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- every start

    def _offering(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.sample, self.paper, self.new, self.open = (
            self._choice(name) for name in ("sample", "import", "new", "open")
        )
        self.sample.clicked.connect(lambda: self.sample_wanted.emit("octopus-2021"))
        self.new.clicked.connect(self.new_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.paper.clicked.connect(self.import_wanted)
        for button in (self.sample, self.paper, self.new, self.open):
            column.addWidget(button)
        self._own_label = QLabel()
        self._own_label.setProperty("look", "heading")
        column.addSpacing(12)
        column.addWidget(self._own_label)
        own = QWidget()
        own.setObjectName("start-own")
        self._own = QVBoxLayout(own)
        self._own.setContentsMargins(0, 0, 0, 0)
        self._own.setSpacing(4)
        self._own.addStretch(1)
        self.rows: list[OwnRow] = []
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(own)
        column.addWidget(area, 1)
        self.others = QPushButton()
        self.others.setObjectName("start-others")
        self.others.setProperty("look", "quiet")
        self.others.setCheckable(True)
        self.others.toggled.connect(lambda _on: self._list_own())
        column.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        return page

    def _choice(self, name: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"start-{name}")
        button.setProperty("look", "choice")
        return button

    def show_events(self, events: Sequence[ListedEvent], put_away: PutAway) -> None:
        """The conferences of this computer as they are now."""
        self._events, self._put_away = events, put_away
        self._list_own()

    def _list_own(self) -> None:
        for row in self.rows:
            self._own.removeWidget(row)
            row.hide()
            row.deleteLater()
        place_of = self._put_away.place
        others = [event for event in self._events if place_of(event.id) != "here"]
        self.others.setVisible(bool(others))
        self.others.setText(
            ngettext("Archived or deleted: {n}", "Archived or deleted: {n}", len(others)).format(
                n=len(others)
            )
        )
        shown = others if self.others.isChecked() and others else [e for e in self._events if e not in others]
        self.rows = [OwnRow(event, place_of(event.id), self._theme) for event in shown]
        for place, row in enumerate(self.rows):
            row.opened.connect(self.event_wanted)
            row.put.connect(self.put_wanted)
            row.duplicated.connect(self.duplicate_wanted)
            self._own.insertWidget(place, row)
        self._own_label.setVisible(bool(self._events))

    # -- words and looks

    def retranslate(self) -> None:
        asking = self.pages.currentIndex() == 0
        self.setWindowTitle("OctoDesk")
        self.subtitle.setText(
            _("Two questions, then you can begin.") if asking else _("Where would you like to begin?")
        )
        self._name_label.setText(_("Your name, as colleagues know it"))
        self._language_label.setText(_("Language of the program"))
        self.language.offer(
            [(code, languages.OWN_NAMES[code]) for code in LANGUAGES],
            languages.language(),
        )
        self.begin.setText(_("Begin"))
        self.sample.setText(_("Look at an example: the Octopus Conference 2021"))
        self.paper.setText(_("From a Word programme, or any programme document…"))
        self.new.setText(_("New conference…"))
        self.open.setText(_("Open a file…"))
        self._own_label.setText(_("On this computer"))
        self._list_own()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.title.setFont(theme.serif(22))
        choices = (
            (self.sample, "calendar"), (self.paper, "document"), (self.new, "plus"), (self.open, "open"),
        )  # fmt: skip
        for button, name in choices:
            button.setIcon(icon(name, theme.palette, color=theme.palette.accent))
        self._list_own()

    def say(self, sentence: str) -> None:
        """Why something could not be opened."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
