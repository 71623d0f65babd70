# SPDX-License-Identifier: EUPL-1.2
"""The program's own line-drawn icons, recoloured from the palette.

Each is an SVG of 16 × 16 units drawn in `currentColor`; what it is drawn with is decided here.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from octodesk import resources
from octodesk.ui.palettes import Palette

_SIZES = (16, 20, 24, 32, 48, 64)


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
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, color, size))
        made.addPixmap(_pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, color: str, size: int) -> QPixmap:
    drawing = _renderer(name, color)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = resources.icon_path(name).read_text("utf-8").replace("currentColor", color)
    return QSvgRenderer(QByteArray(drawing.encode()))
