# SPDX-License-Identifier: EUPL-1.2
"""Printing: what, in which language, for whom, on which paper; the pages to look at; then a PDF."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.printing import Printed, PrintOptions, PrintRefused
from octodesk.printing.options import AUDIENCES, PAPERS
from octodesk.ui.background import run_in_background
from octodesk.ui.fields import ChoiceField
from octodesk.ui.print_child import Order, Picture, plain
from octodesk.ui.print_job import PrintJob
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.wording.failures import write_failure
from octodesk.wording.prints import DOCUMENT_NAMES, notice_sentences, print_refusal

PAGE_WIDTH = 560
"""Pixels of a page looked at, at a text size of 100 %."""


class Pages(QScrollArea):
    """Pages below each other as they come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = QWidget()
        self._paper.setObjectName("paper")
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidgetResizable(True)
        self.setWidget(self._paper)

    def clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @property
    def count(self) -> int:
        return self._column.count()

    def add(self, picture: Picture) -> None:
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        page = QLabel()
        page.setPixmap(pixmap)
        page.setAccessibleName(_("Page {n}").format(n=picture.place + 1))
        self._column.addWidget(page)

    def say(self, words: str) -> None:
        """Instead of pages, a sentence."""
        self.clear()
        label = QLabel(words)
        label.setWordWrap(True)
        self._column.addWidget(label)


class PrintDialog(Spoken, QDialog):
    """Opened on a document of the conference as it is at that moment."""

    def __init__(self, document: Document, kind: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._theme = document, theme
        self._kind = kind
        self._printed: Printed | None = None
        self._job: PrintJob | None = None
        self.kind, self.language, self.audience, self.paper = (ChoiceField() for _ in range(4))
        for field in (self.kind, self.language, self.audience, self.paper):
            field.chosen.connect(lambda _chosen: self.print_anew())
        self.pages = Pages()
        self.progress = QProgressBar()
        self.progress.setTextVisible(True)
        self.state, self.notices = QLabel(), QLabel()
        self.notices.setWordWrap(True)
        self.notices.setProperty("look", "muted")
        self.save, self.view, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.save.setProperty("look", "primary")
        self.save.clicked.connect(self._ask_where)
        self.view.clicked.connect(self._view)
        self.close_button.clicked.connect(self.close)
        self._lay_out()
        self.retranslate()
        self.resize(theme.px(940), theme.px(720))
        self.print_anew()

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._form.setVerticalSpacing(8)
        self._labels = [QLabel() for _ in range(4)]
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setProperty("look", "caption")
            label.setBuddy(field)
            self._form.addRow(label, field)
        side = QVBoxLayout()
        side.setContentsMargins(16, 16, 16, 16)
        side.setSpacing(12)
        side.addLayout(self._form)
        side.addWidget(self.state)
        side.addWidget(self.progress)
        side.addWidget(self.notices)
        side.addStretch(1)
        for button in (self.save, self.view, self.close_button):
            side.addWidget(button)
        left = QWidget()
        left.setObjectName("page")
        left.setLayout(side)
        left.setFixedWidth(self._theme.px(280))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addWidget(self.pages, 1)

    @property
    def _fields(self) -> Sequence[ChoiceField]:
        return self.kind, self.language, self.audience, self.paper

    def retranslate(self) -> None:
        self.setWindowTitle(_("Print"))
        names = (_("Document"), _("Language"), _("Copy for"), _("Paper"))
        for label, field, name in zip(self._labels, self._fields, names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.kind.offer(
            [(kind, _(name)) for kind, name in DOCUMENT_NAMES.items()], self._chosen(self.kind, self._kind)
        )
        spoken = self._document.languages
        tongues = [
            (code, languages.capitalised(languages.language_name(code, languages.language())))
            for code in spoken
        ]
        own = languages.language() if languages.language() in spoken else spoken[0]
        self.language.offer(tongues, self._chosen(self.language, own))
        people = {"public": _("Public"), "participants": _("Participants"), "secretariat": _("Secretariat")}
        self.audience.offer([(one, people[one]) for one in AUDIENCES], self._chosen(self.audience, "public"))
        papers = [("", _("As the document wants")), *((paper, paper.capitalize()) for paper in PAPERS)]
        self.paper.offer(papers, self._chosen(self.paper, ""))
        self.save.setText(_("Save as PDF…"))
        self.view.setText(_("Open in the PDF viewer"))
        self.close_button.setText(_("Close"))
        self.pages.setAccessibleName(_("Pages"))

    @staticmethod
    def _chosen(field: ChoiceField, first: str) -> str:
        return str(field.currentData()) if field.currentIndex() >= 0 else first

    @property
    def options(self) -> PrintOptions:
        return PrintOptions(
            languages=(str(self.language.currentData()),),
            paper=str(self.paper.currentData()),
            audience=str(self.audience.currentData()),
        )

    # -- printing

    def print_anew(self) -> None:
        """Prints anew what is chosen now."""
        if self._job is not None:
            self._job.cancel()
        self._printed = None
        self.pages.clear()
        self.notices.setText("")
        self.state.setText(_("Laying out…"))
        self.progress.setRange(0, 0)
        self.progress.show()
        for button in (self.save, self.view):
            button.setEnabled(False)
        job = self._job = PrintJob(self)
        job.page_laid.connect(lambda page: self.state.setText(_("Laying out page {n}…").format(n=page)))
        job.printed.connect(self._show_printed)
        job.pictured.connect(self._show_picture)
        job.refused.connect(self._refused)
        job.broken.connect(self._broken)
        job.ended.connect(self.progress.hide)
        width = round(self._theme.px(PAGE_WIDTH) * self.devicePixelRatioF())
        job.start(Order(plain(self._document), str(self.kind.currentData()), self.options, width))

    def _show_printed(self, printed: Printed) -> None:
        self._printed = printed
        self.state.setText(ngettext("{n} page", "{n} pages", printed.pages).format(n=printed.pages))
        self.progress.setRange(0, printed.pages)
        self.progress.setValue(0)
        self.notices.setText("\n".join(notice_sentences(self._document, printed.notices)))
        for button in (self.save, self.view):
            button.setEnabled(True)

    def _show_picture(self, picture: Picture) -> None:
        self.pages.add(picture)
        self.progress.setValue(picture.place + 1)

    def _refused(self, refused: tuple[str, Mapping[str, str]]) -> None:
        reason, facts = refused
        self.state.setText("")
        self.pages.say(print_refusal(PrintRefused(reason, **facts)))

    def _broken(self, words: str) -> None:
        self.state.setText("")
        last = words.strip().splitlines()[-1] if words.strip() else ""
        self.pages.say(
            _("This could not be printed, because of a fault in the program: {fault}").format(fault=last)
        )

    # -- what becomes of it

    def file_name(self) -> str:
        """ "Octopus 2021 - Programme at a glance (fr).pdf"."""
        event = self._document.event
        name = event.short_name or self._document.words(event.name)
        kind = _(DOCUMENT_NAMES[str(self.kind.currentData())])
        words = _("{conference} - {document} ({language})").format(
            conference=name, document=kind, language=self.language.currentData()
        )
        return (
            "".join(letter if letter.isalnum() or letter in " ()-.,'" else "_" for letter in words) + ".pdf"
        )

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        ask = QFileDialog(
            self, _("Save as PDF"), str(Path(folder) / self.file_name()), _("PDF files (*.pdf)")
        )
        ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        ask.setDefaultSuffix("pdf")
        ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ask.fileSelected.connect(lambda path: self.write_to(Path(path)))
        ask.open()

    def write_to(self, path: Path) -> None:
        """The PDF to a file, beside the window's work."""
        printed = self._printed
        if printed is None:
            return
        pdf = printed.pdf
        run_in_background(
            lambda: write_whole(path, pdf), done=lambda _: self._written(path), failed=self._not_written
        )

    def _written(self, path: Path) -> None:
        if not shiboken6.isValid(self):
            return  # closed meanwhile
        self.state.setText(_("Saved as {file}.").format(file=path.name))
        self.state.setToolTip(str(path))

    def _not_written(self, wrong: BaseException) -> None:
        if not isinstance(wrong, NotWritten):
            raise wrong
        if shiboken6.isValid(self):
            self.state.setText(write_failure(wrong))

    def _view(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
        path, printed = Path(folder) / self.file_name(), self._printed
        if printed is not None:
            run_in_background(
                lambda: write_whole(path, printed.pdf),
                done=lambda _: _open_outside(path),
                failed=self._not_written,
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)


def _open_outside(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
