# SPDX-License-Identifier: EUPL-1.2
"""Several prints on one printer, one after the other; and the question which printer."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from octodesk.model.document import Document
from octodesk.ui.printing.batch import File
from octodesk.ui.printing.orders import Denied, Sheets
from octodesk.ui.printing.press import Press
from octodesk.ui.printing.printer import RESOLUTION, Printing


def ask_printer(parent: QWidget, name: str, chosen: Callable[[QPrinter], object]) -> None:
    """Asks for a printer and its settings; `name` is what the printer's list says of the job."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(RESOLUTION)
    printer.setDocName(name)
    ask = QPrintDialog(printer, parent)
    ask.accepted.connect(lambda: chosen(printer))
    ask.finished.connect(ask.deleteLater)
    QDialog.open(ask)  # QPrintDialog's own wants an old-style slot


class OnPaper(QObject):
    """Prints one after the other; what there is nothing of is passed over. `ended` tells whether all got there."""

    ended = Signal(bool)

    def __init__(self, document: Document, files: Iterable[File], printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._document, self._printer = document, printer
        self._files = iter(tuple(files))
        self._press = Press(self)
        self._press.laid.connect(self._print)
        self._press.denied.connect(self._pass_over)
        self._press.broken.connect(lambda _words: self._sent(well=False))

    def start(self) -> None:
        file = next(self._files, None)
        if file is None:
            self.stop()
            self.ended.emit(True)
            return
        self._press.order(self._document, file.kind, file.options)

    def stop(self) -> None:
        """Sends no further page."""
        self._press.stop()

    def _print(self, sheets: Sheets) -> None:
        job = Printing(self._press, self._printer, sheets.sizes, self)
        job.ended.connect(lambda well: self._sent(well=well))
        job.start()

    def _pass_over(self, _denied: Denied) -> None:
        self.start()

    def _sent(self, *, well: bool) -> None:
        if well:
            self.start()
            return
        self.stop()
        self.ended.emit(False)
