# SPDX-License-Identifier: EUPL-1.2
"""The History pane: what holds of all that was done, in words, by whom and when; the newest first. From each line one can
look at the conference as it was then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.headline import Headline
from octodesk.model.history import Wanted, day_of, edits_told, finder
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.ui.fields import ChoiceField
from octodesk.ui.panes.cell_table import CellTable
from octodesk.ui.panes.cells import CellModel, Column
from octodesk.ui.spoken import Spoken
from octodesk.ui.workbench import Workbench
from octodesk.wording.edits import done
from octodesk.wording.things import person_name

FIRST = 100
"""The newest edits that are read when the pane is seen; the rest when somebody looks for more."""
MOST = 500
"""The newest edits shown."""


class HistoryPane(Spoken, QWidget):
    """Reads the newest edits when it is first seen, the whole log when it is narrowed down or scrolled to its end.
    `moment_wanted` names the edit after which one wants to look."""

    moment_wanted = Signal(str)

    def __init__(self, bench: Workbench, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._now = bench, now
        self._newest: Sequence[Headline] | None = None
        self._log: Log | None = None
        self._all_wanted = False
        self._told: dict[str, Headline | Stamped] = {}
        columns = (
            Column(lambda: _("What"), self._what, share=5),
            Column(lambda: _("Who"), self._who, share=2),
            Column(lambda: _("When"), self._when, share=3),
        )
        self.cells = CellModel(bench, columns, self)
        self.table = CellTable(self.cells)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.horizontalHeader().hide()
        self.author, self.day, self.person = ChoiceField(), ChoiceField(), ChoiceField()
        self.selected_only, self.look = QCheckBox(), QPushButton()
        self._lay_out()
        for field in (self.author, self.day, self.person):
            field.chosen.connect(lambda _chosen: self._show())
            field.installEventFilter(self)
        self.selected_only.toggled.connect(lambda _on: self._read_all())
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.look.clicked.connect(self._look)
        self.table.doubleClicked.connect(lambda _index: self._look())
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._enable())
        bench.changed.connect(self._changed)
        bench.selected.connect(self._selected)
        bench.became_ready.connect(self._read)
        self.retranslate()

    def _lay_out(self) -> None:
        filters = QWidget()
        row = QHBoxLayout(filters)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.look)
        for field in (self.author, self.person, self.day):
            field.setMinimumContentsLength(9)
            row.addWidget(field, 1)
        row.addWidget(self.selected_only)
        # One row, however narrow the pane: a second would take the little height it has from the table.
        above = QScrollArea()
        above.setFrameShape(QScrollArea.Shape.NoFrame)
        above.setWidgetResizable(True)
        above.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        above.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        above.setWidget(filters)
        self._filters, self._above = filters, above
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(above)
        inside.addWidget(self.table, 1)

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("History"))
        self.author.setAccessibleName(_("Who"))
        self.day.setAccessibleName(_("When"))
        self.person.setAccessibleName(_("Speaker"))
        self.selected_only.setText(_("Only what is selected"))
        self.look.setText(_("As it was then…"))
        bar = self._above.horizontalScrollBar().sizeHint().height()
        self._above.setFixedHeight(self._filters.sizeHint().height() + bar)
        self._show()

    # -- the log

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # What a filter offers is known once all edits are.
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self._read_all()
        return False

    def _scrolled(self, place: int) -> None:
        if place and place == self.table.verticalScrollBar().maximum():
            self._read_all()

    def _read_all(self) -> None:
        self._all_wanted = True
        self._read()
        self._show()

    def _read(self) -> None:
        if not (self._bench.ready and self.isVisible()):
            return
        if self._all_wanted and self._log is None:
            self._log = self._bench.desk.log()
        elif self._log is None and self._newest is None:
            self._newest = self._bench.desk.newest(FIRST)
        else:
            return
        self._show()

    def _changed(self, news: News) -> None:
        self._newest = None
        if self._log is not None and news.made:
            self._log.add(news.made)
            self._show()
        else:
            self._log = None
            self._read()

    def _selected(self) -> None:
        if self.selected_only.isChecked():
            self._show()

    # -- what is shown

    @property
    def wanted(self) -> Wanted:
        sessions = frozenset(self._bench.selection) if self.selected_only.isChecked() else frozenset()
        person, author, day = (field.currentData() for field in (self.person, self.author, self.day))
        return Wanted(sessions, str(person or ""), str(author or ""), cast("date | None", day or None))

    def _show(self) -> None:
        told = self._newest if self._log is None else list(edits_told(self._log))
        if told is None:
            return
        document = self._bench.document
        self._offer(document, told)
        matches = finder(document, self.wanted)
        found = [edit.id for edit in told if matches(edit)]
        self._told = {edit.id: edit for edit in told}
        self.cells.show_rows(found[:MOST])
        self._enable()

    def _offer(self, document: Document, told: Sequence[Headline | Stamped]) -> None:
        """Everybody who edited, every day on which somebody did, everybody on the programme."""
        language = languages.language()
        names = sorted(
            {edit.author.name for edit in told}, key=lambda name: languages.sort_key(name, language)
        )
        days = sorted({day_of(edit) for edit in told}, reverse=True)
        choices = (
            (self.author, _("By anybody"), [(name, name) for name in names]),
            (self.day, _("On any day"), [(day, languages.long_date(day, language)) for day in days]),
            (
                self.person,
                _("About anybody"),
                [(one.id, person_name(document, one.id)) for one in document.people if self._all_wanted],
            ),
        )
        for field, everything, offered in choices:
            field.offer([("", everything), *offered], field.currentData() or "")

    def _enable(self) -> None:
        self.look.setEnabled(bool(self._current))

    @property
    def _current(self) -> str:
        place = self.table.currentIndex().row()
        ids = self.cells.ids
        return ids[place] if 0 <= place < len(ids) else ""

    def _look(self) -> None:
        if self._current:
            self.moment_wanted.emit(self._current)

    def _what(self, document: Document, edit: str) -> str:
        return done(document, self._told[edit])

    def _who(self, _document: Document, edit: str) -> str:
        return self._told[edit].author.name

    def _when(self, _document: Document, edit: str) -> str:
        """The hour, or for other days the date, where the user is."""
        at, now = datetime.fromisoformat(self._told[edit].wall).astimezone(), self._now().astimezone()
        language = languages.language()
        if at.date() == now.date():
            return languages.clock_time(at.time(), language)
        return languages.long_date(at.date(), language)
