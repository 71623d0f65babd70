# SPDX-License-Identifier: EUPL-1.2
"""Printing: what, in which language, for whom, on which paper; the pages beside it; then a file or a printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QStandardPaths, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from octodesk.desk import News
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.printing import Printed, PrintRefused
from octodesk.printing.choices import CHOICES
from octodesk.ui.background import run_in_background
from octodesk.ui.looking_back import look_back
from octodesk.ui.printing.batch import Batch, faulty_words, files_of
from octodesk.ui.printing.before_printing import BeforePrinting
from octodesk.ui.printing.form import OptionsForm
from octodesk.ui.printing.keeping import keep_issue
from octodesk.ui.printing.look import LookForm
from octodesk.ui.printing.naming import file_name
from octodesk.ui.printing.orders import Denied, Sheets
from octodesk.ui.printing.pages import Pages
from octodesk.ui.printing.press import Press
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.failures import write_failure
from octodesk.wording.prints import fault_sentences, notice_sentences, print_refusal

PAGE_WIDTH = 560
"""Pixels across an A4 page looked at, at a text size of 100 %."""
_PAUSE = 300
"""Milliseconds without another edit after which the conference is printed anew."""


class PrintDialog(Spoken, QDialog):
    """Follows the conference while it is open."""

    def __init__(
        self, bench: Workbench, kind: str, theme: Theme, now: Callable[[], datetime], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.bench, self._theme, self._now = bench, theme, now
        self.document = bench.document
        self.printed: Printed | None = None
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._batch: Batch | None = None
        self._earlier: dict[str, Document] = {}
        self.press = Press(self)
        self.form = OptionsForm(bench.document, kind)
        self.look = LookForm(bench)
        self.before = BeforePrinting(bench, theme, parent)
        self.pages, self.progress = Pages(), QProgressBar()
        self.state, self.notices, self.even_so = QLabel(), QLabel(), QCheckBox()
        self.save, self.each, self.paper, self.view, self.close_button = (QPushButton() for _ in range(5))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.print_anew)
        self.setObjectName("print")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(theme.px(940), theme.px(760))
        self.print_anew()

    def _lay_out(self) -> None:
        for label in (self.state, self.notices):
            label.setWordWrap(True)
        self.notices.setProperty("look", "muted")
        self.progress.setTextVisible(True)
        self.save.setProperty("look", "primary")
        self.even_so.hide()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(_column((self.before, self.notices, self.form, self.look), stretched=True))
        # What the print has become, and what to do with it, stays in sight whatever is scrolled.
        below = (self.state, self.progress, self.even_so)
        buttons = (self.save, self.each, self.paper, self.view, self.close_button)
        side = QVBoxLayout()
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(scroll, 1)
        side.addWidget(_column((*below, *buttons)))
        left = QWidget()
        left.setLayout(side)
        left.setFixedWidth(self._theme.px(300))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.form.chosen.connect(self.print_anew)
        self.bench.changed.connect(self._changed)
        self.press.page_laid.connect(
            lambda page: self.state.setText(_("Laying out page {n}…").format(n=page))
        )
        self.press.laid.connect(self._show_sheets)
        self.press.pictured.connect(self.pages.show_picture)
        self.press.denied.connect(self._refused)
        self.press.broken.connect(self._broken)
        self.pages.wanted.connect(self.press.look)
        self.save.clicked.connect(self._ask_where)
        self.each.clicked.connect(self._ask_folder)
        self.paper.clicked.connect(self._ask_printer)
        self.view.clicked.connect(self._view)
        self.close_button.clicked.connect(self.close)
        self.even_so.toggled.connect(lambda on: self._enable(on=on))
        self.finished.connect(self._end)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Print"))
        self.save.setText(_("Save as PDF…"))
        self.paper.setText(_("Print on paper…"))
        self.view.setText(_("Open in the PDF viewer"))
        self.close_button.setText(_("Close"))
        self.even_so.setText(_("Hand it out even so"))
        self.pages.setAccessibleName(_("Pages"))
        self._name_each()

    def _name_each(self) -> None:
        words = {
            "person": _("One file a person…"),
            "room": _("One file a room…"),
            "day": _("One file a day…"),
            "session": _("One file a session…"),
        }
        each = CHOICES[self.form.kind].each
        self.each.setVisible(bool(each))
        self.each.setText(words.get(each, ""))

    def _changed(self, news: News) -> None:
        if {table for table, _row in news.touched} == {"issue"}:
            return  # that something went out changes no sheet
        self.document = news.document
        self.form.show_document(news.document)
        self._soon.start()

    # -- the print

    def print_anew(self) -> None:
        """Prints what is chosen now."""
        self.printed = None
        self._name_each()
        self.before.show_print(self.document, self.form.options.languages)
        self.notices.setText("")
        self.even_so.hide()
        self.state.setText(_("Laying out…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        self._enable(on=False)
        since = self.form.since
        if since and since not in self._earlier:
            look_back(self.bench, since, partial(self._remember, since))
            return
        self.press.order(self.document, self.form.kind, self.form.options, earlier=self._earlier.get(since))

    def _remember(self, version: str, earlier: Document) -> None:
        """A version never changes: its state is worked out once."""
        self._earlier[version] = earlier
        if shiboken6.isValid(self):
            self.print_anew()

    def _enable(self, *, on: bool) -> None:
        for button in (self.save, self.each, self.paper, self.view):
            button.setEnabled(on)

    def _show_sheets(self, sheets: Sheets) -> None:
        printed = self.printed = sheets.printed
        self._sizes = sheets.sizes
        self.progress.hide()
        self.state.setText(_counted(printed.pages))
        said = [
            *fault_sentences(printed.faults),
            *notice_sentences(self.document, printed.notices),
        ]
        self.notices.setText("\n".join(said))
        self.even_so.setChecked(False)
        self.even_so.setVisible(bool(printed.faults))
        self._enable(on=not printed.faults)
        self.pages.lay(sheets.sizes, self._theme.px(PAGE_WIDTH))

    def _refused(self, denied: Denied) -> None:
        self.progress.hide()
        self.state.setText("")
        self.pages.say(print_refusal(PrintRefused(denied.reason, **denied.facts)))

    def _broken(self, words: str) -> None:
        self.progress.hide()
        self.state.setText("")
        last = words.strip().splitlines()[-1] if words.strip() else ""
        self.pages.say(
            _("This could not be printed, because of a fault in the program: {fault}").format(fault=last)
        )

    # -- what becomes of it

    def _went_out(self, way: str, sheets: int) -> None:
        keep_issue(self.bench, self.form.kind, self.form.options, way=way, sheets=sheets, at=self._now())

    def file_name(self) -> str:
        return file_name(self.document, self.form.kind, self.form.options)

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask = QFileDialog(
            self, _("Save as PDF"), str(Path(folder) / self.file_name()), _("PDF files (*.pdf)")
        )
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("pdf")
        ask.fileSelected.connect(lambda path: self.write_to(Path(path)))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def write_to(self, path: Path) -> None:
        """The PDF to a file, beside the window's work."""
        printed = self.printed
        if printed is not None:
            run_in_background(
                lambda: write_whole(path, printed.pdf),
                done=lambda _: self._written(path, printed.pages),
                failed=self._not_written,
            )

    def _written(self, path: Path, sheets: int) -> None:
        if not shiboken6.isValid(self):
            return  # closed meanwhile
        self.state.setText(_("Saved as {file}.").format(file=path.name))
        self.state.setToolTip(str(path))
        self._went_out("file", sheets)

    def _not_written(self, wrong: BaseException) -> None:
        if not isinstance(wrong, NotWritten):
            raise wrong
        if shiboken6.isValid(self):
            self.state.setText(write_failure(wrong))

    def _ask_folder(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask = QFileDialog(self, self.each.text(), folder)
        ask.setFileMode(QFileDialog.FileMode.Directory)
        ask.setOption(QFileDialog.Option.ShowDirsOnly)
        ask.fileSelected.connect(lambda path: self.write_each_to(Path(path)))
        ask.finished.connect(ask.deleteLater)
        ask.open()

    def write_each_to(self, folder: Path) -> Batch:
        """A file each into a folder; the files are named by person, room, day or session."""
        files = files_of(self.document, self.form.kind, self.form.options)
        earlier = self._earlier.get(self.form.since)
        batch = self._batch = Batch(self.document, files, folder, self, earlier=earlier)
        self._enable(on=False)
        self.progress.setRange(0, 0)
        self.progress.show()
        batch.written.connect(lambda name: self.state.setText(_("Saved as {file}.").format(file=name)))
        batch.failed.connect(lambda wrong: self._end_batch(write_failure(wrong)))
        batch.broken.connect(self._broken)
        batch.ended.connect(lambda files, sheets: self._batch_done(batch, files, sheets))
        batch.start()
        return batch

    def _batch_done(self, batch: Batch, files: int, sheets: int) -> None:
        words = ngettext("{n} file saved.", "{n} files saved.", files).format(n=files)
        self._end_batch("\n".join([words, *faulty_words(batch.faulty)]))
        if files:
            self._went_out("file", sheets)

    def _end_batch(self, words: str) -> None:
        self.progress.hide()
        self.state.setText(words)
        self._enable(on=self.printed is not None)

    def _ask_printer(self) -> None:
        from octodesk.ui.printing.on_paper import ask_printer

        ask_printer(self, self.file_name(), self.print_on)

    def print_on(self, printer: object) -> None:
        """Sends the pages to a QPrinter, one after the other."""
        from PySide6.QtPrintSupport import QPrinter

        from octodesk.ui.printing.printer import Printing

        assert isinstance(printer, QPrinter)
        job = Printing(self.press, printer, self._sizes, self)
        self._enable(on=False)
        self.progress.setRange(0, len(self._sizes))
        self.progress.show()
        job.page_sent.connect(self.progress.setValue)
        job.ended.connect(lambda well: self._sent(well=well))
        job.start()

    def _sent(self, *, well: bool) -> None:
        self.progress.hide()
        self._enable(on=True)
        if not well:
            self.state.setText(_("The printer takes no more pages. Look at it, then print again."))
            return
        self.state.setText(_("Sent to the printer."))
        self._went_out("print", len(self._sizes))

    def _view(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
        path, printed = Path(folder) / self.file_name(), self.printed
        if printed is not None:
            run_in_background(
                lambda: write_whole(path, printed.pdf),
                done=lambda _: _open_outside(path),
                failed=self._not_written,
            )

    def _end(self) -> None:
        """However it was closed."""
        self.press.stop()
        if self._batch is not None:
            self._batch.stop()
        self.deleteLater()


def _column(widgets: Sequence[QWidget], *, stretched: bool = False) -> QWidget:
    """Widgets below each other on the colour of a page."""
    column = QVBoxLayout()
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    if stretched:
        column.addStretch(1)
    page = QWidget()
    page.setObjectName("page")
    page.setLayout(column)
    return page


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _counted(pages: int) -> str:
    """ "17 pages, 9 sheets printed on both sides"."""
    count = ngettext("{n} page", "{n} pages", pages).format(n=pages)
    if pages < 2:
        return count
    sheets = -(-pages // 2)
    both = ngettext("{n} sheet printed on both sides", "{n} sheets printed on both sides", sheets)
    return f"{count}, {both.format(n=sheets)}"
