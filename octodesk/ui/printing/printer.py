# SPDX-License-Identifier: EUPL-1.2
"""To a printer: each page is drawn by the press at the printer's resolution and painted on its paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from octodesk.ui.printing.orders import Picture
from octodesk.ui.printing.press import Press

RESOLUTION = 300
"""Dots an inch: finer is not seen in letters of 7 points, and takes four times the memory."""


class Printing(QObject):
    """One print on its way to the printer; `ended` tells whether it got there."""

    page_sent = Signal(int)
    ended = Signal(bool)

    def __init__(
        self, press: Press, printer: QPrinter, sizes: Sequence[tuple[float, float]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._press, self._printer, self._sizes = press, printer, sizes
        self._painter = QPainter()
        self._place = 0

    def start(self) -> None:
        self._press.pictured.connect(self._paint)
        self._set_page(0)
        if not self._painter.begin(self._printer):
            self._end(well=False)
            return
        self._ask()

    def stop(self) -> None:
        """Sends no further page; what the printer has, it prints."""
        self._end(well=False)

    @property
    def _pixels(self) -> int:
        return round(self._sizes[self._place][0] / 72 * RESOLUTION)

    def _ask(self) -> None:
        self._press.look(self._place, self._pixels)

    def _set_page(self, place: int) -> None:
        across, down = self._sizes[place]
        size = QPageSize(QSizeF(min(across, down), max(across, down)), QPageSize.Unit.Point)
        turned = QPageLayout.Orientation.Landscape if across > down else QPageLayout.Orientation.Portrait
        self._printer.setFullPage(True)
        self._printer.setPageLayout(QPageLayout(size, turned, QMarginsF()))

    def _paint(self, picture: Picture) -> None:
        if (picture.place, picture.width) != (self._place, self._pixels):
            return  # drawn to be looked at
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
        )
        whole = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(QRectF(0, 0, whole.width(), whole.height()), image)
        self._place += 1
        self.page_sent.emit(self._place)
        if self._place == len(self._sizes):
            self._end(well=True)
            return
        self._set_page(self._place)
        if self._printer.newPage():
            self._ask()
        else:
            self._end(well=False)

    def _end(self, *, well: bool) -> None:
        self._press.pictured.disconnect(self._paint)
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit(well)
