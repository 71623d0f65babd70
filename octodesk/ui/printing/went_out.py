# SPDX-License-Identifier: EUPL-1.2
"""What went out, the newest first, and which sheets of it are out of date: printed again alone, in two clicks."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.model.rows import Issue
from octodesk.model.versions import issue_edits
from octodesk.printing.sheets import Stale, Went, options_of
from octodesk.ui.background import run_in_background
from octodesk.ui.printing.batch import Batch, File, faulty_words
from octodesk.ui.printing.keeping import keep_issue, scope_of
from octodesk.ui.printing.on_paper import OnPaper, ask_printer
from octodesk.ui.printing.press import Press
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.failures import write_failure
from octodesk.wording.issues import issue_sentence, sheet_name

_PRINTED = ("print", "file")
_STALE = Qt.ItemDataRole.UserRole


class WentOutDialog(Spoken, QDialog):
    """Looks again after every edit."""

    def __init__(self, bench: Workbench, theme: Theme, now: Callable[[], datetime], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("went-out")
        self._bench, self._now = bench, now
        self.stale: tuple[Stale, ...] | None = None
        """None while it is being found out."""
        self._work: Batch | OnPaper | None = None
        self.press = Press(self)
        self.list, self.sheets = QListWidget(), QListWidget()
        self._above, self._between, self.state = QLabel(), QLabel(), QLabel()
        self.paper, self.files, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self.resize(theme.px(640), theme.px(620))
        self.retranslate()
        self._look()

    def _lay_out(self) -> None:
        for label in (self._above, self._between):
            label.setProperty("look", "heading")
        self.state.setWordWrap(True)
        self.paper.setProperty("look", "primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.close_button, self.files, self.paper):
            buttons.addWidget(button)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(8)
        for widget in (self._above, self.sheets, self.state, self._between, self.list):
            inside.addWidget(widget)
        inside.addLayout(buttons)

    def _connect(self) -> None:
        self._bench.changed.connect(self._changed)
        self.press.checked.connect(self._show_stale)
        self.press.broken.connect(self.state.setText)
        self.paper.clicked.connect(self._ask_printer)
        self.files.clicked.connect(self._ask_folder)
        self.sheets.itemChanged.connect(lambda _item: self._enable())
        self.close_button.clicked.connect(self.close)
        self.finished.connect(self._end)

    def retranslate(self) -> None:
        self.setWindowTitle(_("What went out"))
        self._above.setText(_("Sheets that are out of date"))
        self._between.setText(_("Everything that went out"))
        self.paper.setText(_("Print these on paper…"))
        self.files.setText(_("Save these, a file each…"))
        self.close_button.setText(_("Close"))
        self.sheets.setAccessibleName(self._above.text())
        self.list.setAccessibleName(self._between.text())
        self._show_entries()
        self._show_sheets()

    # -- what is out of date

    def _changed(self, _news: News) -> None:
        self._show_entries()
        self._look()

    def _look(self) -> None:
        """Finds out beside the window what the sheets said when they went out, then what they would say now."""
        self.stale = None
        self._show_sheets()
        printed = {one.id: one for one in self._bench.document.issues if one.way in _PRINTED}
        run_in_background(
            partial(_went, self._bench.desk.log(), printed),
            done=partial(self._check, self._bench.document),
            failed=_raised,
        )

    def _check(self, now: Document, went: tuple[Went, ...]) -> None:
        if now is self._bench.document:  # else there is news, and another look is under way
            self.press.check(now, went)

    def _show_stale(self, stale: tuple[Stale, ...]) -> None:
        self.stale = stale
        self._show_sheets()

    def _show_entries(self) -> None:
        document = self._bench.document
        self.list.clear()
        for one in reversed(document.issues):
            self.list.addItem(_entry(document, one))
        if not document.issues:
            self.list.addItem(_("Nothing has been printed or saved yet."))

    def _show_sheets(self) -> None:
        self.sheets.clear()
        for one in self.stale or ():
            name = sheet_name(self._bench.document, one.kind, scope_of(one.options), one.options.languages)
            item = QListWidgetItem(name, self.sheets)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_STALE, one)
        self.state.setText(self._state())
        self._enable()

    def _state(self) -> str:
        if self.stale is None:
            return _("Comparing what went out with the conference as it is now…")
        count = len(self.stale)
        if not count:
            return _("All that went out is still right.")
        return ngettext("{n} sheet is out of date.", "{n} sheets are out of date.", count).format(n=count)

    @property
    def chosen(self) -> list[Stale]:
        items = [self.sheets.item(place) for place in range(self.sheets.count())]
        return [item.data(_STALE) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _enable(self) -> None:
        for button in (self.paper, self.files):
            button.setEnabled(bool(self.chosen))

    # -- printing them again

    def _files(self) -> list[File]:
        return [File(one.kind, one.options) for one in self.chosen]

    def _ask_folder(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask = QFileDialog(self, self.files.text(), folder)
        ask.setFileMode(QFileDialog.FileMode.Directory)
        ask.setOption(QFileDialog.Option.ShowDirsOnly)
        ask.fileSelected.connect(lambda path: self.save_in(Path(path)))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def save_in(self, folder: Path) -> Batch:
        """The sheets that are ticked, a file each."""
        batch = Batch(self._bench.document, self._files(), folder, self)
        batch.failed.connect(lambda wrong: self.state.setText(write_failure(wrong)))
        batch.broken.connect(self.state.setText)
        batch.ended.connect(lambda _files, _sheets: self._saved(batch))
        self._work = batch
        batch.start()
        return batch

    def _saved(self, batch: Batch) -> None:
        self._keep(batch.wrote, way="file")
        if batch.faulty:
            self.state.setText("\n".join(faulty_words(batch.faulty)))

    def _ask_printer(self) -> None:
        ask_printer(self, self.windowTitle(), self.print_on)

    def print_on(self, printer: QPrinter) -> OnPaper:
        """The sheets that are ticked, one after the other."""
        files = self._files()
        work = OnPaper(self._bench.document, files, printer, self)
        work.ended.connect(lambda well: self._keep(files, way="print") if well else self._stopped())
        self._work = work
        work.start()
        return work

    def _stopped(self) -> None:
        self.state.setText(_("The printer takes no more pages. Look at it, then print again."))

    def _keep(self, files: Sequence[File], *, way: str) -> None:
        for one in files:
            keep_issue(self._bench, one.kind, one.options, way=way, sheets=1, at=self._now())

    def _end(self) -> None:
        self.press.stop()
        if self._work is not None:
            self._work.stop()
        self.deleteLater()


def _went(log: Log, issues: Mapping[str, Issue]) -> tuple[Went, ...]:
    """The newest first, each with the conference as it was."""
    return tuple(
        Went(one, issues[one].document, options_of(issues[one]), Document.of_log(log.at([edit])))
        for one, edit in issue_edits(log, issues)
    )


def _entry(document: Document, issue: Issue) -> str:
    """ "5 October 2021, 12:32 – Printed: Door signs (French) – Ana"."""
    parts = [_moment(issue.at), issue_sentence(document, issue), issue.author]
    return " – ".join(part for part in parts if part)


def _moment(written: str) -> str:
    try:
        at = datetime.fromisoformat(written).astimezone()
    except ValueError:
        return written
    own = languages.language()
    return _("{day}, {time}").format(
        day=languages.long_date(at.date(), own), time=languages.clock_time(at.time(), own)
    )


def _raised(wrong: BaseException) -> None:
    raise wrong
