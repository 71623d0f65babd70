# SPDX-License-Identifier: EUPL-1.2
"""A contents table whose page numbers are drawn when all pages are laid out: one pass instead of two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from octodesk.printing import styles
from octodesk.printing.edition import Edition
from octodesk.printing.flowables import Group, paragraph
from octodesk.printing.lettering import Runs, plain
from octodesk.printing.pages import draw_runs, width_of
from octodesk.printing.styles import MM, Face, TextStyle
from octodesk.printing.tagging import Element, TaggedCanvas

_NUMBER_WIDTH = 12 * MM
_LABEL_WIDTH = 24 * MM


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: where it leads, its label and words, and its level (0: a part or a day, 1: a session)."""

    key: str
    words: Runs
    level: int
    label: Runs = ()


def contents_table(edition: Edition, entries: Sequence[Entry]) -> list[Flowable]:
    group = Group("TOC")
    return [_Line(edition, entry, group) for entry in entries]


class _Line(Flowable):  # type: ignore[misc]
    """One entry; all of it is a link."""

    def __init__(self, edition: Edition, entry: Entry, group: Group) -> None:
        super().__init__()
        self.edition, self.entry, self.group = edition, entry, group
        top = entry.level == 0
        self.style = TextStyle(
            Face.SANS_SEMIBOLD if top else Face.SANS, 10, 13.5, styles.NAVY if top else styles.INK
        )
        self.spaceBefore = 7 if top else 0
        self.keepWithNext = int(top)
        self.indent = _LABEL_WIDTH if entry.level else 0
        self.words = paragraph(entry.words, self.style)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, self.height = self.words.wrap(width - self.indent - _NUMBER_WIDTH, height)
        self.width = width
        self.height += 1.5
        return width, self.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        link = (
            self.group.on(canvas).add("TOCI").add("Reference").add("Link", Contents=plain(self.entry.words))
        )
        baseline = self.height - self.style.size
        with canvas.writing(link):
            draw_runs(canvas, self.entry.label, 0, baseline, size=self.style.size, colour=styles.TEAL)
        self.words.role.element = link
        self.words.drawOn(canvas, self.indent, 1.5)
        self._draw_leader(canvas)
        canvas.link_elements[f"#{self.entry.key}"] = link
        canvas.linkRect("", self.entry.key, (0, 0, self.width, self.height), relative=1)
        x, y = canvas.absolutePosition(self.width, 1.5 + self.style.leading - self.style.size + 0.5)
        page = canvas.getPageNumber()
        canvas.when_laid_out.append(lambda done: self._draw_number(done, link, page, x, y))

    def _draw_leader(self, canvas: TaggedCanvas) -> None:
        lines = self.words.blPara.lines
        last = lines[-1] if lines else (self.width, ())
        spare = last[0] if isinstance(last, tuple) else last.extraSpace
        end = self.width - _NUMBER_WIDTH + 10
        start = self.width - _NUMBER_WIDTH - spare + 5
        if start < end - 8:
            canvas.setStrokeColor(HexColor(styles.RULE))
            canvas.setLineWidth(0.7)
            canvas.setDash([0.7, 2.3])
            canvas.line(start, 4.6, end, 4.6)
            canvas.setDash([])

    def _draw_number(self, canvas: TaggedCanvas, link: Element, page: int, x: float, y: float) -> None:
        number = canvas.places.get(self.entry.key)
        if number is None:
            return
        runs = self.edition.set(str(number), self.style.face)
        with canvas.on_page(page), canvas.writing(link):
            draw_runs(canvas, runs, x - width_of(runs, 10), y, size=10, colour=self.style.colour)
