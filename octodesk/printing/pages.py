# SPDX-License-Identifier: EUPL-1.2
"""Sheets of paper: margins, footers, and flowing a document's parts over them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from octodesk.printing import styles, words
from octodesk.printing.archive import DocumentFacts, archived
from octodesk.printing.edition import Edition
from octodesk.printing.lettering import Runs, marked
from octodesk.printing.options import Cancelled, Fault, PrintCancelled, Printed, PrintRefused, Progress
from octodesk.printing.styles import MM, Alignment
from octodesk.printing.tagging import TaggedCanvas

_FOOTER_LINE: Final = 12 * MM
_FOOTER_TEXT: Final = 8 * MM


@dataclass(frozen=True, slots=True)
class Sheet:
    """A kind of page: its size and margins in points, and whether it has a footer."""

    name: str
    size: tuple[float, float]
    left: float = styles.MARGIN_LEFT
    right: float = styles.MARGIN_RIGHT
    top: float = styles.MARGIN_TOP
    bottom: float = styles.MARGIN_BOTTOM
    footer: bool = True
    edition: Edition | None = None
    """Whose language the footer speaks, where it is not the print's."""

    @property
    def width(self) -> float:
        """Of the text."""
        return self.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        return self.size[1] - self.top - self.bottom


def no_progress(_page: int) -> None:
    """Nobody watches."""


def never_cancelled() -> bool:
    return False


Prove = Callable[[bytes], tuple[Fault, ...]]
"""Reads a finished file back and says what is wrong with it."""


def unproved(_pdf: bytes) -> tuple[Fault, ...]:
    """For what is only looked at."""
    return ()


def printed(
    edition: Edition,
    flowables: Sequence[Flowable],
    sheets: Sequence[Sheet],
    *,
    title: str,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    until: int | None = None,
    prove: Prove = unproved,
) -> Printed:
    """Lays the flowables out, the first sheet first, makes the file and proves it. Raises PrintCancelled.

    With `until` it stops behind that page: what was drawn by then, without tags, is to be looked at only.
    """
    drawn = BytesIO()
    canvases: list[TaggedCanvas] = []

    def canvas_for(*_file: object, pagesize: tuple[float, float], **_wishes: object) -> TaggedCanvas:
        canvas = TaggedCanvas(drawn, pagesize=pagesize, style=edition.style)
        canvas.setPageCallBack(lambda page: _page_done(page, progress, cancelled, until))
        canvas.has_links = until is None
        canvases.append(canvas)
        return canvas

    template = BaseDocTemplate(drawn, pagesize=sheets[0].size)
    template.addPageTemplates([_page_template(edition, sheet) for sheet in sheets])
    try:
        template.build(list(flowables), canvasmaker=canvas_for)
    except _Enough:
        return Printed(canvases[-1].so_far(), until or 0, edition.notices())
    facts = DocumentFacts(
        title, _author(edition), edition.event.short_name, edition.language, edition.made_at
    )
    canvas, first = canvases[-1], edition.options.from_sheet
    whole = archived(drawn.getvalue(), canvas, facts)
    if first > canvas.page_count:
        raise PrintRefused("no-such-sheet", sheet=str(first), last=str(canvas.page_count))
    faults = prove(whole)
    pdf = archived(drawn.getvalue(), canvas, facts, first=first) if first > 1 else whole
    return Printed(pdf, canvas.page_count - first + 1, edition.notices(), faults)


class _Enough(Exception):
    """The last page wanted is laid out."""


def _page_done(page: int, progress: Progress, cancelled: Cancelled, until: int | None) -> None:
    progress(page)
    if cancelled():
        raise PrintCancelled(page)
    if page == until:
        raise _Enough


def _author(edition: Edition) -> str:
    return edition.words(edition.event.organiser)


def _page_template(edition: Edition, sheet: Sheet) -> PageTemplate:
    frame = Frame(sheet.left, sheet.bottom, sheet.width, sheet.height, 0, 0, 0, 0)

    def on_page(canvas: TaggedCanvas, _template: Any) -> None:
        if sheet.footer:
            draw_footer(sheet.edition or edition, canvas, sheet)

    return PageTemplate(sheet.name, [frame], onPage=on_page, pagesize=sheet.size)


def draw_footer(edition: Edition, canvas: TaggedCanvas, sheet: Sheet) -> None:
    """Short name at the left; for whom, version, draft mark and page number at the right; all artifacts."""
    right = sheet.size[0] - sheet.right
    canvas.saveState()
    canvas.setStrokeColor(HexColor(styles.RULE))
    canvas.setLineWidth(0.5)
    canvas.line(sheet.left, _FOOTER_LINE, right, _FOOTER_LINE)
    style = styles.FOOTER
    name = edition.joined_words(_foot)
    said = (edition.joined_words(say) for say in (words.copy_for, words.version, words.draft_mark))
    marks = " · ".join(part for part in said if part)
    parts: tuple[tuple[str, float, Alignment], ...] = (
        (name, sheet.left, "left"),
        (marks, right - 12 * MM, "right"),
        (canvas.number, right, "right"),
    )
    for text, x, align in parts:
        draw_runs(
            canvas, edition.set(text), x, _FOOTER_TEXT, size=style.size, colour=style.colour, align=align
        )
    canvas.restoreState()


def _foot(edition: Edition) -> str:
    """What stands at the left of each foot: the event's own words, else what it is called."""
    event = edition.event
    return edition.words(event.footer) or event.short_name or edition.words(event.name)


def draw_runs(
    canvas: TaggedCanvas,
    runs: Runs,
    x: float,
    y: float,
    *,
    size: float,
    colour: str = styles.INK,
    align: Alignment = "left",
) -> None:
    """One line of text at a point; it belongs to the element the canvas is writing, else it is an artifact."""
    x -= {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * width_of(runs, size)
    text = canvas.beginText(x, y)
    for mark, group in marked(runs):
        if mark:
            text.begin_run(*mark)
        for run in group:
            text.setFont(run.font, run.size or size)
            text.setFillColor(HexColor(run.colour or colour))
            text.textOut(run.text)
        if mark:
            text.end_run()
    canvas.drawText(text)


def height_of(flowables: Sequence[Flowable], width: float) -> float:
    """What flowables take, one above the other: of two spaces that meet the larger counts."""
    total, space = 0.0, 0.0
    for place, flowable in enumerate(flowables):
        before = flowable.getSpaceBefore() if place else 0
        total += max(space, before) + flowable.wrap(width, 1e6)[1]
        space = flowable.getSpaceAfter()
    return total


def width_of(runs: Runs, size: float) -> float:
    return float(sum(stringWidth(run.text, run.font, run.size or size) for run in runs))
