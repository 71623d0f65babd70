# SPDX-License-Identifier: EUPL-1.2
"""Words put where a sheet wants them: as large as fits, never cut; cards, signs and plates are made of these."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, PageBreak

from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph, paragraph
from octodesk.printing.pages import Sheet, width_of
from octodesk.printing.styles import TextStyle
from octodesk.printing.tagging import TaggedCanvas

_NO_END: Final = 1e6


@dataclass(frozen=True, slots=True)
class Book:
    """A document ready to be laid out; it begins on the first of its sheets."""

    title: str
    flowables: list[Flowable]
    sheets: tuple[Sheet, ...]


class WholePage(Flowable):  # type: ignore[misc]
    """Takes a whole page and lets a function draw it; the origin is the lower left corner of the text's area."""

    def __init__(self, sheet: Sheet, draw: Callable[[TaggedCanvas], None]) -> None:
        super().__init__()
        self.width, self.height = sheet.width, sheet.height
        self._draw = draw

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        self._draw(canvas)


def pages_of(sheet: Sheet, draws: Sequence[Callable[[TaggedCanvas], None]]) -> list[Flowable]:
    """A page for each drawing."""
    found: list[Flowable] = []
    for draw in draws:
        found += [PageBreak()] if found else []
        found.append(WholePage(sheet, draw))
    return found


@contextmanager
def section(canvas: TaggedCanvas) -> Iterator[None]:
    """What is drawn within belongs together: one card, one sign."""
    with canvas.inside(canvas.structure.add("Sect")):
        yield


def bookmark(canvas: TaggedCanvas, key: str, words: str, height: float) -> None:
    """A line of the file's table of contents that leads here."""
    canvas.mark_place(key, height)
    canvas.addOutlineEntry(words or key, key, 0, 0)


def largest(
    edition: Edition, wording: Wording, style: TextStyle, sizes: Sequence[float], *, width: float, height: float,
    lines: int = 99, tag: str = "P",
) -> TaggedParagraph:  # fmt: skip
    """The words in the first of the sizes in which they fit the box without breaking a word, else in the last.

    Sizes in points, descending; leading goes along.
    """
    for size in sizes:
        look = style.sized(size)
        made = paragraph(edition.set(wording, look.face), look, tag, language=wording.language)
        if fits(edition, wording, made, look, width=width, height=height, lines=lines):
            break
    return made


def shortened(
    edition: Edition, wording: Wording, style: TextStyle, *, width: float, height: float
) -> TaggedParagraph:
    """The words, or as many of them as fit with "…" behind; say so with a notice."""

    def made(length: int) -> TaggedParagraph:
        words = wording.words if length == len(wording.words) else f"{wording.words[:length].rstrip()}…"
        return paragraph(
            edition.set(Wording(words, wording.language), style.face), style, language=wording.language
        )

    lengths = range(len(wording.words), 0, -1)
    place = bisect_left(lengths, True, key=lambda length: made(length).wrap(width, _NO_END)[1] <= height)
    return made(lengths[min(place, len(lengths) - 1)])


def fits(
    edition: Edition, wording: Wording, made: TaggedParagraph, look: TextStyle, *, width: float, height: float,
    lines: int,
) -> bool:  # fmt: skip
    words = (width_of(edition.set(word, look.face), look.size) for word in wording.words.split())
    if max(words, default=0) > width:
        return False
    needed = made.wrap(width, _NO_END)[1]
    return bool(needed <= min(height, lines * look.leading) + 0.01)


def stacked(
    canvas: TaggedCanvas, parts: Sequence[TaggedParagraph], x: float, top: float, width: float
) -> float:
    """Draws paragraphs below each other from `top` down, and gives where the last ends."""
    for part in parts:
        _, height = part.wrapOn(canvas, width, _NO_END)
        top -= part.getSpaceBefore() + height
        part.drawOn(canvas, x, top)
        top -= part.getSpaceAfter()
    return top


def stack_height(parts: Sequence[TaggedParagraph], width: float) -> float:
    return float(
        sum(part.wrap(width, _NO_END)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in parts)
    )


def line(
    edition: Edition, words: str | Wording, style: TextStyle, tag: str = "P", **place: object
) -> TaggedParagraph:
    """A paragraph of the program's or the user's words."""
    wording = words if isinstance(words, Wording) else Wording(words)
    runs = edition.set(words, style.face)
    return paragraph(runs, style, tag, language=wording.language, **place)  # type: ignore[arg-type]


def filled_box(canvas: TaggedCanvas, x: float, y: float, width: float, height: float, colour: str) -> None:
    canvas.setFillColor(HexColor(colour))
    canvas.rect(x, y, width, height, stroke=0, fill=1)
