# SPDX-License-Identifier: EUPL-1.2
"""The History pane: what holds of all that was done, in words, by whom and when; the newest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.model.undo import UNDOABLE
from octodesk.ui.panes.cell_table import CellTable
from octodesk.ui.panes.cells import CellModel, Column
from octodesk.ui.spoken import Spoken
from octodesk.ui.workbench import Workbench
from octodesk.wording.edits import done

MOST = 500
"""The newest edits shown."""
SHOWN = UNDOABLE | {"create"}


class HistoryPane(Spoken, QWidget):
    """Reads the log when it is first seen, not before."""

    def __init__(self, bench: Workbench, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._now = bench, now
        self._log: Log | None = None
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
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.table)
        bench.changed.connect(self._changed)
        bench.became_ready.connect(self._read)
        self.retranslate()

    def retranslate(self) -> None:
        self.table.setAccessibleName(_("History"))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self._log is None and self._bench.ready and self.isVisible():
            self._log = self._bench.desk.log()
            self._show()

    def _changed(self, news: News) -> None:
        if self._log is None:
            return
        if news.made:
            self._log.add(news.made)
        else:
            self._log = self._bench.desk.log() if self.isVisible() else None
        self._show()

    def _show(self) -> None:
        log = self._log
        if log is None:
            return
        holding = [
            edit.id for edit in reversed(list(log)) if edit.kind in SHOWN and log.is_effective(edit.id)
        ]
        self.cells.show_rows(holding[:MOST])

    def _what(self, document: Document, edit: str) -> str:
        return done(document, self._known[edit])

    def _who(self, _document: Document, edit: str) -> str:
        return self._known[edit].author.name

    def _when(self, _document: Document, edit: str) -> str:
        """The hour, or for other days the date, where the user is."""
        at, now = datetime.fromisoformat(self._known[edit].wall).astimezone(), self._now().astimezone()
        language = languages.language()
        if at.date() == now.date():
            return languages.clock_time(at.time(), language)
        return languages.long_date(at.date(), language)

    @property
    def _known(self) -> Log:
        assert self._log is not None
        return self._log
