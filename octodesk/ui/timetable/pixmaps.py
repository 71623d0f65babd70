# SPDX-License-Identifier: EUPL-1.2
"""Painted blocks, kept as pixmaps: painting text is what costs, copying a picture is not."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from octodesk.ui.theme import Theme
from octodesk.ui.timetable.faces import Face
from octodesk.ui.timetable.paint import paint_block

_Key = tuple[str, int, int, float]


class BlockPixmaps:
    """A pixmap per session, size and exact device ratio; the oldest go when they take too many bytes.

    Each remembers the face it shows: another face paints it anew. Another theme empties all.
    """

    def __init__(self, *, most_bytes: int = 64_000_000, largest: int = 16_000_000) -> None:
        """`largest`: a block of more bytes than this is painted each time."""
        self._most, self._largest = most_bytes, largest
        self._kept: OrderedDict[_Key, tuple[Face, QPixmap]] = OrderedDict()
        self._theme: Theme | None = None
        self._bytes = 0

    @property
    def bytes(self) -> int:
        return self._bytes

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = 0

    def draw(self, painter: QPainter, rect: QRectF, face: Face, theme: Theme, *, ratio: float) -> None:
        """Draws a block at whole logical pixels, from its pixmap if there is one."""
        width, height = round(rect.width()), round(rect.height())
        if width < 1 or height < 1:
            return
        if width * height * ratio * ratio * 4 > self._largest:
            paint_block(painter, rect, face, theme)
            return
        if theme is not self._theme:
            self.clear()
            self._theme = theme
        painter.drawPixmap(rect.topLeft(), self._pixmap(face, (face.session, width, height, ratio), theme))

    def _pixmap(self, face: Face, key: _Key, theme: Theme) -> QPixmap:
        found = self._kept.get(key)
        if found is not None and found[0] == face:
            self._kept.move_to_end(key)
            return found[1]
        if found is not None:
            self._bytes -= _size(found[1])
        made = _painted(face, key, theme)
        self._kept[key] = (face, made)
        self._kept.move_to_end(key)
        self._bytes += _size(made)
        self._make_room()
        return made

    def _make_room(self) -> None:
        while self._bytes > self._most and len(self._kept) > 1:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._bytes -= _size(oldest)


def _painted(face: Face, key: _Key, theme: Theme) -> QPixmap:
    _, width, height, ratio = key
    pixmap = QPixmap(max(1, round(width * ratio)), max(1, round(height * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_block(painter, QRectF(0, 0, width, height), face, theme)
    painter.end()
    return pixmap


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
