# SPDX-License-Identifier: EUPL-1.2
"""A person's photo: dropped, pasted or chosen, scaled, without what the camera wrote into it, kept by its bytes."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from octodesk.edits.fields import set_field
from octodesk.languages import _
from octodesk.ui.panes.record_page import Ids, Part
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

LARGEST = 600
"""Pixels of the longer side: badges print 25 mm at 600 dots an inch."""
MOST_PIXELS = 60_000_000
QUALITY = 88


def scaled_bytes(image: QImage) -> bytes:
    """A JPEG of the picture alone: whatever stood beside it in the file is gone. b"" for no picture."""
    if image.isNull():
        return b""
    small = image
    if max(image.width(), image.height()) > LARGEST:
        small = image.scaled(
            QSize(LARGEST, LARGEST),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    clean = QImage(small.size(), QImage.Format.Format_RGB888)  # a fresh one: a converted one keeps its words
    clean.fill(Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.drawImage(0, 0, small)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    clean.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]  # a device; the stub knows paths
    return bytes(content.data())


def read_image(path: str) -> QImage:
    """A picture of a file, turned as the camera was held; a null one for no picture, or one too large."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        return QImage()
    return reader.read()


class PhotoPart(Part):
    """The photo of the one person shown."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._person = ""
        self._loaded: tuple[str, QPixmap] = ("", QPixmap())
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setObjectName("photo")
        self.choose, self.paste, self.remove = QPushButton(), QPushButton(), QPushButton()
        self.choose.clicked.connect(self._ask)
        self.paste.clicked.connect(self._paste)
        self.remove.clicked.connect(lambda: self._write(""))
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        for button in (self.choose, self.paste, self.remove):
            button.setProperty("look", "quiet")
            buttons.addWidget(button)
        buttons.addStretch(1)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.picture)
        inside.addLayout(buttons)
        inside.addStretch(1)
        self.setAcceptDrops(True)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.picture.setFixedSize(theme.px(84), theme.px(104))

    def show_rows(self, ids: Ids) -> None:
        self.setVisible(len(ids) == 1)
        if len(ids) != 1:
            return
        self._person = ids[0]
        name = self._bench.document.person(ids[0]).photo
        shown = self._picture(name)
        if shown.isNull():
            self.picture.setPixmap(QPixmap())
            self.picture.setText(_("No photo"))
        else:
            self.picture.setPixmap(shown.scaled(
                self.picture.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            ))  # fmt: skip
        self.picture.setAccessibleName(_("Photo") if name else _("No photo"))
        self.choose.setText(_("Choose a photo…"))
        self.paste.setText(_("Paste a photo"))
        self.remove.setText(_("Take the photo away"))
        self.remove.setEnabled(bool(name))

    def _picture(self, name: str) -> QPixmap:
        """The photo of that name, kept while it is shown: all that is enclosed is read for it."""
        if name != self._loaded[0]:
            shown = QPixmap()
            if name and (content := self._bench.desk.enclosures().attachments.get(name)):
                shown.loadFromData(content)
            self._loaded = (name, shown)
        return self._loaded[1]

    def _ask(self) -> None:
        dialog = QFileDialog(self, _("Choose a photo"), "", "(*.jpg *.jpeg *.png *.webp *.bmp)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda path: self.take(read_image(path)))
        dialog.open()

    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().image())

    def take(self, image: QImage) -> None:
        """A picture becomes the person's photo."""
        content = scaled_bytes(image)
        if not content:
            self._bench.notice(_("That is no picture, or one too large. Take a JPEG or PNG."), fault=True)
            return
        self._write(self._bench.desk.attach(content))

    def _write(self, name: str) -> None:
        person = self._person
        self._bench.do(
            lambda document: set_field(document, table="person", row_id=person, field="photo", value=name)
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        data = event.mimeData()
        if data.hasUrls():
            self.take(read_image(data.urls()[0].toLocalFile()))
        else:
            self.take(QImage(data.imageData()))
        event.acceptProposedAction()
