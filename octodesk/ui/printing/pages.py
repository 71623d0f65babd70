# SPDX-License-Identifier: EUPL-1.2
"""The pages of a print below each other; only those in view are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from octodesk.languages import _
from octodesk.ui.printing.orders import Picture

_A4_ACROSS = 595.0
_LEAST = 200
"""Pixels across the smallest page."""
_MOST_KEPT = 12
"""Pictures kept; one of A4 at 560 pixels takes 1.8 MB."""


class Page(QLabel):
    """The place of one page, empty until its picture comes."""

    def __init__(self, place: int, size: QSize) -> None:
        super().__init__()
        self.place = place
        self.setFixedSize(size)
        self.setProperty("look", "sheet")
        self.setAccessibleName(_("Page {n}").format(n=place + 1))

    @property
    def is_drawn(self) -> bool:
        return not self.pixmap().isNull()


class Pages(QScrollArea):
    """Asks with `wanted` (place, pixels wide) for what comes into view."""

    wanted = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = QWidget()
        self._paper.setObjectName("paper")
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(16)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._pages: list[Page] = []
        self._asked: dict[int, int] = {}
        """Pixels across, by the places asked for, oldest first."""
        self.setWidgetResizable(True)
        self.setWidget(self._paper)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._ask())

    @property
    def count(self) -> int:
        return len(self._pages)

    @property
    def drawn(self) -> list[int]:
        """The places of the pages whose picture is there."""
        return [page.place for page in self._pages if page.is_drawn]

    @property
    def last_in_view(self) -> int:
        """The place of the last page in view, 0 where there is none yet."""
        return max(self._in_view(), default=0)

    @property
    def room_across(self) -> int:
        """Pixels a page may be wide without being cut off; at least as many as make its headings legible."""
        margins = self._column.contentsMargins()
        bar = 0 if self.verticalScrollBar().isVisible() else self.verticalScrollBar().sizeHint().width()
        return max(_LEAST, self.viewport().width() - bar - margins.left() - margins.right())

    def lay(self, sizes: Sequence[tuple[float, float]], width: int, *, whole: bool = True) -> None:
        """Makes room for pages of these sizes in points; a portrait A4 page is `width` pixels wide.

        A page that was there keeps its picture until the new one comes, so that nothing flickers. Where only the
        first pages are known (`whole` False), those behind them stay.
        """
        if not self._pages:
            self._clear()
        scale = width / _A4_ACROSS
        for place, (across, down) in enumerate(sizes):
            size = QSize(round(across * scale), round(down * scale))
            if place == len(self._pages):
                self._pages.append(Page(place, size))
                self._column.addWidget(self._pages[place], 0, Qt.AlignmentFlag.AlignHCenter)
            elif self._pages[place].size() != size:
                self._pages[place].setFixedSize(size)
        if whole:
            self._drop(self._pages[len(sizes) :])
        self._asked.clear()
        self._column.activate()
        self._paper.adjustSize()
        self._ask()

    def _drop(self, pages: Sequence[Page]) -> None:
        for page in pages:
            self._column.removeWidget(page)
            page.hide()
            page.deleteLater()
        del self._pages[len(self._pages) - len(pages) :]

    def show_picture(self, picture: Picture) -> None:
        if self._asked.get(picture.place) != picture.width:
            return  # of a print before this one, or drawn for the printer
        image = QImage(
            picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._pages[picture.place].setPixmap(pixmap)
        for place in list(self._asked)[:-_MOST_KEPT]:
            if place not in self._in_view():
                del self._asked[place]
                self._pages[place].setPixmap(QPixmap())

    def say(self, words: str) -> None:
        """Instead of pages, a sentence."""
        self._clear()
        label = QLabel(words)
        label.setWordWrap(True)
        self._column.addWidget(label)

    def _clear(self) -> None:
        self._pages.clear()
        self._asked.clear()
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _in_view(self) -> range:
        """The places of the pages in view, and one beyond at each end."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        seen = [p.place for p in self._pages if p.y() < bottom and p.y() + p.height() > top]
        return range(max(min(seen, default=0) - 1, 0), min(max(seen, default=0) + 2, len(self._pages)))

    def _ask(self) -> None:
        for place in self._in_view():
            if place not in self._asked:
                self._asked[place] = round(self._pages[place].width() * self.devicePixelRatioF())
                self.wanted.emit(place, self._asked[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for page in self._pages:
                page.setAccessibleName(_("Page {n}").format(n=page.place + 1))
