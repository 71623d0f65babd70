# SPDX-License-Identifier: EUPL-1.2
"""The conference itself: its facts, days, kinds, tracks, front page, meetings beside it, contacts and donors."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.ui import words
from octodesk.ui.panes import event_entries as entries
from octodesk.ui.panes.record_page import Ids, RecordPage, Subject
from octodesk.ui.panes.rows_page import Listed, RowsPage
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.row_names import row_name


def _event_head(document: Document, _ids: Ids) -> tuple[str, str]:
    event, spoken = document.event, languages.language()
    dates = languages.date_range(event.first_day, event.last_day, spoken)
    return " · ".join((dates, event.time_zone)), document.words(event.name, spoken) or event.short_name


def _day_name(document: Document, day: str) -> str:
    row = next(one for one in document.days if one.id == day)
    return words.day_words(row.date)


def _head(table: str) -> Callable[[Document, Ids], tuple[str, str]]:
    def head(document: Document, ids: Ids) -> tuple[str, str]:
        return "", _day_name(document, ids[0]) if table == "day" else row_name(document, table, ids[0])

    return head


def _named(text: Callable[[], str], field: str = "name") -> Callable[[Document], dict[str, object]]:
    """A new row with a name in the program's language, or in the conference's first."""

    def fresh(document: Document) -> dict[str, object]:
        spoken = languages.language()
        language = spoken if spoken in document.languages else document.languages[0]
        return {field: {language: text()}}

    return fresh


def _related(document: Document) -> dict[str, object]:
    day = document.event.first_day.isoformat()
    return {**_named(lambda: _("New meeting"), "title")(document), "from": day, "until": day}


def _pages() -> Sequence[tuple[Callable[[], str], Listed]]:
    return (
        (lambda: _("Days"), Listed(Subject("day", entries.DAY, _head("day")), name=_day_name)),
        (
            lambda: _("Kinds of session"),
            Listed(Subject("kind", entries.KIND, _head("kind")), _named(lambda: _("New kind"))),
        ),
        (
            lambda: _("Tracks"),
            Listed(Subject("track", entries.TRACK, _head("track")), _named(lambda: _("New track"))),
        ),
        (
            lambda: _("Front page"),
            Listed(
                Subject("heading", entries.HEADING, _head("heading")), _named(lambda: _("New line"), "text")
            ),
        ),
        (
            lambda: _("Related meetings"),
            Listed(Subject("related", entries.RELATED, _head("related")), _related),
        ),
        (
            lambda: _("Contacts"),
            Listed(
                Subject("contact", entries.CONTACT, _head("contact")),
                _named(lambda: _("New contact"), "text"),
            ),
        ),
        (
            lambda: _("Donors"),
            Listed(Subject("donor", entries.DONOR, _head("donor")), _named(lambda: _("New donor"))),
        ),
    )


class ConferenceDialog(Spoken, QDialog):
    """Stays open beside the work; whatever is written here is an edit like any other."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conference")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._theme = bench, theme
        self.names = QListWidget()
        self.names.setObjectName("conference-pages")
        self.pages = QStackedWidget()
        self.facts = RecordPage(bench, theme, Subject("event", entries.FACTS, _event_head))
        self.pages.addWidget(self.facts)
        self._named: list[Callable[[], str]] = [lambda: _("Conference")]
        self.lists: list[RowsPage] = []
        for name, listed in _pages():
            self._named.append(name)
            self.lists.append(RowsPage(bench, theme, listed))
            self.pages.addWidget(self.lists[-1])
        self.dates, self.zone, self._close = QPushButton(), QPushButton(), QPushButton()
        self.dates.clicked.connect(self._ask_dates)
        self.zone.clicked.connect(self._ask_zone)
        self._close.clicked.connect(self.close)
        self.names.currentRowChanged.connect(self._turn)
        self._lay_out()
        bench.changed.connect(self._changed)
        self.resize(theme.px(860), theme.px(620))
        self.retranslate()
        self.names.setCurrentRow(0)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(0)
        self.names.setFixedWidth(self._theme.px(170))
        both.addWidget(self.names)
        both.addWidget(self.pages, 1)
        below = QHBoxLayout()
        below.setContentsMargins(12, 8, 12, 12)
        below.addWidget(self.dates)
        below.addWidget(self.zone)
        below.addStretch(1)
        below.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(both, 1)
        whole.addLayout(below)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Conference"))
        row = max(0, self.names.currentRow())
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems([name() for name in self._named])
        self.names.setCurrentRow(row)
        self.names.blockSignals(False)
        self.names.setAccessibleName(_("What of the conference"))
        self.dates.setText(_("Other &dates…"))
        self.zone.setText(_("Other time &zone…"))
        self._close.setText(_("&Close"))
        for page in self.lists:
            page.retranslate()
        self.show_now()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.facts.set_theme(theme)
        for page in self.lists:
            page.set_theme(theme)

    def show_now(self) -> None:
        self.facts.show_rows((self._bench.document.event_id,))
        for page in self.lists:
            page.show_now()

    def _changed(self, _news: News) -> None:
        self.show_now()

    def _turn(self, place: int) -> None:
        self._bench.finish_typing()
        self.pages.setCurrentIndex(max(0, place))

    def _ask_dates(self) -> None:
        from octodesk.ui.dialogs.dates import DatesDialog

        self._bench.finish_typing()
        DatesDialog(self._bench, self._theme, self).open()

    def _ask_zone(self) -> None:
        from octodesk.ui.dialogs.dates import ZoneDialog

        self._bench.finish_typing()
        ZoneDialog(self._bench, self._theme, self).open()

    def done(self, result: int) -> None:
        self._bench.finish_typing()
        super().done(result)
