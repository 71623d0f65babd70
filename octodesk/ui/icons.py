# SPDX-License-Identifier: EUPL-1.2
"""The program's own line-drawn icons, recoloured from the palette.

Each is an SVG of 16 × 16 units drawn in `currentColor`; what it is drawn with is decided here.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from octodesk import resources
from octodesk.ui.palettes import Palette


def icon(name: str, palette: Palette, *, color: str = "") -> QIcon:
    """The icon of a name (the file's, without suffix), in the palette's text colour or one of its others.

    Raises MissingResource for a name that is not one of the family.
    """
    return _icon(name, color or palette.text, palette.muted)


def draw_icon(painter: QPainter, name: str, box: QRectF, color: str) -> None:
    """Draws an icon into a box of the painter's coordinates."""
    _renderer(name, color).render(painter, box)


@cache
def _icon(name: str, color: str, disabled: str) -> QIcon:
    resources.icon_path(name)
    return QIcon(_Drawing(name, color, disabled))


class _Drawing(QIconEngine):
    """Draws an icon in the size that is asked for, when it is: most icons are never seen."""

    def __init__(self, name: str, color: str, disabled: str) -> None:
        super().__init__()
        self._name, self._color, self._disabled = name, color, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, self._name, QRectF(rect), self._color_in(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _pixmap(self._name, self._color_in(mode), size.width(), size.height())

    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._color, self._disabled)

    def _color_in(self, mode: QIcon.Mode) -> str:
        return self._disabled if mode == QIcon.Mode.Disabled else self._color


@lru_cache(maxsize=256)
def _pixmap(name: str, color: str, width: int, height: int) -> QPixmap:
    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_icon(painter, name, QRectF(0, 0, width, height), color)
    painter.end()
    return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resources.icon_path(name).read_text("utf-8").replace("currentColor", color)
    return QSvgRenderer(QByteArray(drawing.encode()))
