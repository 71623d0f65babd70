# SPDX-License-Identifier: EUPL-1.2
"""Paints one block: for the screen, and for whatever else has a QPainter.

What fits is shown: label and title first, then hours and languages, people, agenda points; a short block keeps one
line, a tiny one its colour. Each mark has a shape of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextLayout,
    QTextOption,
)

from octodesk.ui.icons import draw_icon
from octodesk.ui.palettes import PALETTES, PaletteName, Tint
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.faces import Face

RADIUS, BAR = 4.0, 4.0
LEAST_TEXT_HEIGHT = 8.0
LEAST_GROUND_HEIGHT = 5.0
LEAST_TEXT_WIDTH = 28.0
MOST_TITLE_LINES = 4
LEAST_BODY = 60
"""Pixels below the head of a plenary from which they are pale, at a text size of 100 %."""


@dataclass(frozen=True, slots=True)
class Letters:
    """The fonts of a block and what they measure."""

    title: QFont
    meta: QFont
    title_size: QFontMetricsF
    meta_size: QFontMetricsF

    def struck(self) -> Letters:
        title = QFont(self.title)
        title.setStrikeOut(True)
        return replace(self, title=title)


def letters(theme: Theme, share: float = 1.0) -> Letters:
    """The fonts of a theme; `share` makes them smaller for a block that is too short."""
    return _letters(theme.text_size, share)


@lru_cache(maxsize=64)
def _letters(text_size: int, share: float) -> Letters:
    theme = Theme(text_size=text_size)
    title = theme.sans(10 * share, QFont.Weight.DemiBold)
    meta = theme.sans(9 * share)
    return Letters(title, meta, QFontMetricsF(title), QFontMetricsF(meta))


def tint_of(face: Face, theme: Theme) -> Tint:
    if face.cancelled:
        return Tint(theme.palette.soft, theme.palette.muted)
    return _tint(theme.palette.name, face.color)


@lru_cache(maxsize=256)
def _tint(palette: PaletteName, color: str) -> Tint:
    return PALETTES[palette].tint_of(color)


def paint_block(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """Paints the block into a rectangle of the painter's coordinates."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if face.shape == "marker":
        _paint_marker(painter, rect, face, theme)
    else:
        _paint_ground(painter, rect, face, theme)
        _paint_words(painter, rect, face, theme)
    painter.restore()


def _paint_ground(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    tint = tint_of(face, theme)
    shape = QPainterPath()
    radius = min(RADIUS, rect.height() / 2)
    shape.addRoundedRect(rect, radius, radius)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    # A line of a pale colour cannot be seen: what is too short for anything else shows its ink.
    painter.fillRect(rect, QColor(tint.ink if rect.height() < LEAST_GROUND_HEIGHT else tint.surface))
    if face.draft:
        hatch(painter, rect, tint.ink, strength=0.10)
    if face.shape == "block":
        painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height()), QColor(tint.ink))
    if theme.palette.name == "contrast":
        painter.setPen(QPen(QColor(tint.ink), 2))
        painter.drawPath(shape)
    if face.unsettled:
        painter.setPen(QPen(QColor(theme.palette.caution), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def hatch(painter: QPainter, rect: QRectF, color: str, *, strength: float, gap: int = 8) -> None:
    """Slanting lines over a rectangle; they lie as on one sheet, wherever the rectangle is."""
    painter.fillRect(rect, _stripes(color, strength, gap))


@lru_cache(maxsize=32)
def _stripes(color: str, strength: float, gap: int) -> QBrush:
    """A tile that repeats without a seam: filling with it costs a tenth of drawing lines."""
    tile = QPixmap(gap * 2, gap * 2)
    tile.setDevicePixelRatio(2)
    tile.fill(Qt.GlobalColor.transparent)
    ink = QColor(color)
    ink.setAlphaF(strength)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, gap / 2.8))
    painter.drawLines([QLineF(x - gap, 2.0 * gap, x + 2.0 * gap, -gap) for x in (-gap, 0, gap)])
    painter.end()
    return QBrush(tile)


def _paint_words(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    if rect.height() < LEAST_TEXT_HEIGHT or rect.width() < LEAST_TEXT_WIDTH:
        return
    normal = letters(theme)
    line = normal.title_size.height()
    # A line of capitals and descenders needs less height than the font asks for between two lines.
    share = min(1.0, round(rect.height() / (0.8 * line), 1))
    used = letters(theme, share) if share < 1 else normal
    used = used.struck() if face.cancelled else used
    if face.shape == "pause":
        _paint_pause(painter, rect, face, theme, used)
    elif rect.height() < line + normal.meta_size.height() + 4:
        _paint_single_line(painter, rect, face, theme, used)
    else:
        _paint_lines(painter, rect, face, theme, used)


def _paint_pause(painter: QPainter, rect: QRectF, face: Face, theme: Theme, used: Letters) -> None:
    """Hours and title in the middle, as a break reads on paper."""
    painter.setPen(QColor(tint_of(face, theme).ink))
    painter.setFont(used.meta)
    wanted = f"{face.hours}   {face.title}"
    marks = _paint_marks(painter, rect, face, theme) if rect.height() >= theme.px(16) else 0
    width = rect.width() - 12 - 2 * marks
    shown = wanted if used.meta_size.horizontalAdvance(wanted) <= width else face.title
    shown = used.meta_size.elidedText(shown, Qt.TextElideMode.ElideRight, width)
    painter.setFont(used.meta)
    painter.setPen(QColor(tint_of(face, theme).ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, shown)


def _paint_single_line(painter: QPainter, rect: QRectF, face: Face, theme: Theme, used: Letters) -> None:
    marks = _paint_marks(painter, rect, face, theme)
    left, right = rect.left() + BAR + theme.px(8), rect.right() - marks - 4
    baseline = rect.center().y() + (used.title_size.ascent() - used.title_size.descent()) / 2
    ink, text, _ = _inks(face, theme)
    painter.setFont(used.title)
    x = left
    for words, color in ((face.label, ink), (face.title, text)):
        shown = used.title_size.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, right - x))
        painter.setPen(QColor(color))
        painter.drawText(QPointF(x, baseline), shown)
        x += used.title_size.horizontalAdvance(shown) + (
            used.title_size.horizontalAdvance(" ") if words else 0
        )
    hours = used.meta_size.horizontalAdvance(face.hours)
    if x + 4 + hours <= right:
        painter.setFont(used.meta)
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(x + 4, baseline), face.hours)


def _paint_lines(painter: QPainter, rect: QRectF, face: Face, theme: Theme, used: Letters) -> None:
    marks = _paint_marks(painter, rect, face, theme)
    left, right = rect.left() + BAR + theme.px(8), rect.right() - theme.px(6)
    ink, text, muted = _inks(face, theme)
    title_line, meta_line = used.title_size.height(), used.meta_size.height() + 2
    most = max(1, min(MOST_TITLE_LINES, int((rect.height() - 6 - meta_line) / title_line)))
    y = rect.top() + min(theme.px(4), (rect.height() - title_line - meta_line) / 2)
    label_width = used.title_size.horizontalAdvance(face.label + " ") if face.label else 0.0
    painter.setFont(used.title)
    painter.setPen(QColor(ink))
    painter.drawText(QPointF(left, y + used.title_size.ascent()), face.label)
    painter.setPen(QColor(text))
    first = right - left - label_width - marks
    for place, shown in enumerate(wrapped(face.title, used.title, first=first, rest=right - left, most=most)):
        x = left + label_width if place == 0 else left
        painter.drawText(QPointF(x, y + used.title_size.ascent()), shown)
        y += title_line
    painter.setFont(used.meta)
    room = int((rect.bottom() - y) / meta_line)
    head, below = _meta_lines(face, room)
    colors = [ink, *[muted] * (len(head) - 1)]
    y = _paint_small_print(painter, zip(head[:room], colors, strict=False), left, right, y, used)
    if _has_pale_body(rect, y, face, theme):
        y, muted = _paint_body(painter, rect, y, theme), theme.palette.text
    below = _fitting(below, int((rect.bottom() - y) / meta_line))
    _paint_small_print(painter, ((words, muted) for words in below), left, right, y, used)


def _paint_small_print(
    painter: QPainter, lines: Iterable[tuple[str, str]], left: float, right: float, y: float, used: Letters
) -> float:
    """Lines of words and their colours from `y` down; gives where the last ends."""
    for words, color in lines:
        painter.setPen(QColor(color))
        fitted = used.meta_size.elidedText(words, Qt.TextElideMode.ElideRight, right - left)
        painter.drawText(QPointF(left, y + 1 + used.meta_size.ascent()), fitted)
        y += used.meta_size.height() + 2
    return y


def _meta_lines(face: Face, room: int) -> tuple[list[str], list[str]]:
    """Hours and languages, people; below them agenda points, or where these do not all fit, how many there are."""
    head = [" · ".join(part for part in (face.hours, face.facts) if part)]
    head += [face.panel] if face.panel else []
    if len(face.agenda) + len(head) > room:
        return [*head, face.items], []
    return head, [f"→ {point}" for point in face.agenda]


def _fitting(lines: list[str], room: int) -> list[str]:
    """As many whole lines as there is room for, "…" where some are left out."""
    return lines if len(lines) <= room else [*lines[: max(0, room - 1)], "…"][: max(0, room)]


def _has_pale_body(rect: QRectF, y: float, face: Face, theme: Theme) -> bool:
    """A plenary of many hours is dark at its head alone: a day's worth of navy would drown what stands beside it."""
    plenary = tint_of(face, theme) == theme.palette.plenary
    return plenary and theme.palette.name != "contrast" and rect.bottom() - y > theme.px(LEAST_BODY)


def _paint_body(painter: QPainter, rect: QRectF, y: float, theme: Theme) -> float:
    """The pale part below the head; gives where its first line begins."""
    top = y + theme.px(5)
    body = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
    painter.fillRect(body.adjusted(1.5, 0, -1.5, -1.5), QColor(theme.palette.soft))
    return top + theme.px(5)


def wrapped(text: str, font: QFont, *, first: float, rest: float, most: int) -> list[str]:
    """A text in at most so many lines, the first of another width; what does not fit ends in "…"."""
    lines: list[str] = []
    left = text
    metrics = QFontMetricsF(font)
    while left and len(lines) < most - 1:
        width = rest if lines else first
        if not lines and first < rest and metrics.horizontalAdvance(left.split(" ", 1)[0]) > first:
            lines.append("")  # beside a long label nothing fits: it has the line for itself
            continue
        taken = _line_of(left, font, width)
        if taken >= len(left):
            break
        lines.append(left[:taken].rstrip())
        left = left[taken:].lstrip()
    width = rest if lines else first
    return [*lines, metrics.elidedText(left, Qt.TextElideMode.ElideRight, max(0.0, width))]


def _line_of(text: str, font: QFont, width: float) -> int:
    """How many letters of a text stand in one line."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(max(1.0, width))
    layout.endLayout()
    return max(1, line.textLength())


def _inks(face: Face, theme: Theme) -> tuple[str, str, str]:
    """Colours of label, title and the small print."""
    palette, tint = theme.palette, tint_of(face, theme)
    if tint == palette.plenary:
        return tint.ink, tint.ink, tint.ink
    if face.cancelled:
        return tint.ink, tint.ink, tint.ink
    return tint.ink, palette.text, palette.muted


def _paint_marks(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> float:
    """Draws the icons into the top right corner; the width they take."""
    size = min(float(theme.px(15)), rect.height() - 2)
    if size < 7:
        return 0.0
    _, _, muted = _inks(face, theme)
    fault = muted if tint_of(face, theme) == theme.palette.plenary else theme.palette.error.ink
    x, y = rect.right() - size - theme.px(5), rect.top() + min(theme.px(5), (rect.height() - size) / 2)
    start = x
    for name, color in _marks(face, {"warning": fault, "question": theme.palette.caution}, muted):
        if x < rect.left() + BAR + theme.px(40):
            break
        draw_icon(painter, name, QRectF(x, y, size, size), color)
        x -= size + theme.px(3)
    return start - x


def _marks(face: Face, inks: Mapping[str, str], muted: str) -> Iterator[tuple[str, str]]:
    marks = {
        "question": face.unsettled,
        "warning": face.clashing,
        "lock": face.locked,
        "shield": face.restricted,
        "flag": face.untranslated,
    }
    return ((name, inks.get(name, muted)) for name, holds in marks.items() if holds)


def _paint_marker(painter: QPainter, rect: QRectF, face: Face, theme: Theme) -> None:
    """A moment without length: a line where it is, its words below."""
    used, palette = letters(theme), theme.palette
    used = used.struck() if face.cancelled else used
    painter.setPen(QPen(QColor(palette.heading), 1.5))
    painter.drawLine(QPointF(rect.left(), rect.top() + 0.75), QPointF(rect.right(), rect.top() + 0.75))
    painter.setPen(QColor(palette.heading))
    painter.setFont(used.meta)
    shown = "   ".join(part for part in (face.hours, face.label, face.title) if part)
    shown = used.meta_size.elidedText(shown, Qt.TextElideMode.ElideRight, rect.width() - 8)
    painter.drawText(
        rect.adjusted(4, 2, -4, 0), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, shown
    )
