# SPDX-License-Identifier: EUPL-1.2
"""The report of a merge on paper and in a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QFileDialog, QWidget

from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import _
from octodesk.ui.dialogs.files import tell
from octodesk.wording.failures import write_failure

_MARGINS = QMarginsF(20, 18, 20, 18)
"""Millimetres."""


def as_pdf(html: str) -> bytes:
    """The pages of a report, A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter)
    )
    paper = QTextDocument()
    paper.setHtml(html)
    writer.setTitle(paper.metaInformation(QTextDocument.MetaInformation.DocumentTitle))
    paper.print_(writer)
    del writer  # the file ends with it
    return bytes(buffer.data().data())


def ask_where_to_keep(html: str, name: str, parent: QWidget) -> QFileDialog:
    """Opens the question where the report is to be saved: a PDF, or HTML by its suffix."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    clean = "".join(letter for letter in name if letter not in '\\/:*?"<>|').strip()
    kinds = _("PDF (*.pdf);;Web page (*.html)")
    ask = QFileDialog(parent, _("Save the report as"), str(Path(folder) / f"{clean}.pdf"), kinds)
    ask.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    ask.setDefaultSuffix("pdf")
    ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    ask.fileSelected.connect(lambda path: keep(html, Path(path), parent))
    ask.open()
    return ask


def keep(html: str, path: Path, parent: QWidget) -> bool:
    """Writes the report; where that fails it is said. Whether it was written."""
    content = html.encode() if path.suffix.lower() in (".html", ".htm") else as_pdf(html)
    try:
        write_whole(path, content)
    except NotWritten as wrong:
        tell(parent, _("Save the report"), write_failure(wrong))
        return False
    return True


def show_for_printing(html: str, parent: QWidget) -> None:
    """In the system's own program for PDF, which prints it."""
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation))
    path = folder / "octodesk-report.pdf"
    if keep(html, path, parent):
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
