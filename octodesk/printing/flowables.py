# SPDX-License-Identifier: EUPL-1.2
"""Paragraphs, lists and tables that say what they are as they flow over pages."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import Any, Final

from reportlab.lib.abag import ABag
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, Table
from reportlab.platypus.paraparser import ParaFrag

from octodesk.printing.fonts import face_font
from octodesk.printing.lettering import LINE_BREAK, Run, Runs, marked, plain
from octodesk.printing.styles import TEAL, Face, TextStyle
from octodesk.printing.tagging import Element, TaggedCanvas, TaggedText

_MANY, _LONG = 20, 2000
"""Paragraphs in a cell, and characters in a paragraph, from which its height is looked at."""
_HIGHEST_PIECE: Final = 400.0
_ALIGNMENTS: Final = {"left": TA_LEFT, "centre": TA_CENTER, "right": TA_RIGHT}


@dataclass(eq=False, slots=True)
class Group:
    """An element several flowables share, made when the first of them is drawn: a list, a contents table."""

    tag: str
    attributes: dict[str, Any] = field(default_factory=dict)
    element: Element | None = None

    def on(self, canvas: TaggedCanvas) -> Element:
        if self.element is None:
            self.element = canvas.parent.add(self.tag, **self.attributes)
        return self.element


def bullet_list() -> Group:
    return Group("L", {"ListNumbering": "Disc"})


@dataclass(eq=False, slots=True)
class _Role:
    """What a paragraph is. The halves of a split one share it, and so its element."""

    tag: str
    words: str
    language: str = ""
    group: Group | None = None
    key: str = ""
    outline: int | None = None
    title: str = ""
    element: Element | None = None
    label: Element | None = None

    def begin(self, canvas: TaggedCanvas) -> None:
        attributes = {"Lang": self.language} if self.language else {}
        if self.group is None or self.group.tag != "L":
            parent = canvas.parent if self.group is None else self.group.on(canvas)
            self.element = parent.add(self.tag, **attributes)
            return
        item = self.group.on(canvas).add("LI")
        self.label = item.add("Lbl")
        self.element = item.add("LBody", **attributes)


class TaggedParagraph(Paragraph):  # type: ignore[misc]
    """A paragraph with an element. Made by `paragraph`; ReportLab makes the halves of a split one."""

    role: _Role

    def split(self, availWidth: float, availHeight: float) -> list[Any]:
        parts: list[Any] = super().split(availWidth, availHeight)
        for part in parts:
            part.role = self.role
        return parts

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        if self.role.element is None and not canvas.muted:
            self.role.begin(canvas)
            self._announce(canvas)
        # The bullet; beginText below is the words'. A plain paragraph sets its ink on the canvas itself.
        with canvas.writing(self.role.label), canvas.inking():
            super().draw()

    def beginText(self, x: float, y: float) -> TaggedText:
        text: TaggedText = self.canv.text_of(self.role.element, x, y)
        return text

    def _announce(self, canvas: TaggedCanvas) -> None:
        if not self.role.key or self.role.key in canvas.places:
            return  # beside it stands the same in another language
        canvas.mark_place(self.role.key, self.height + 8)
        if self.role.outline is not None:
            canvas.addOutlineEntry(self.role.title or self.role.words, self.role.key, self.role.outline, 0)


def paragraph(
    runs: Runs,
    style: TextStyle,
    tag: str = "P",
    *,
    language: str = "",
    key: str = "",
    outline: int | None = None,
    title: str = "",
    group: Group | None = None,
    bullet: str = "",
) -> TaggedParagraph:
    """A flowable of the runs.

    `tag`: P, H1 … H6, Caption. `key` makes it a place links can lead to, `outline` (from 0) a bookmark
    with its words or `title`.
    `group` is what it shares with others: an item of a list (with its `bullet`), a part of a heading.
    """
    frags = _frags(runs, style)
    look = _paragraph_style(style)
    flowable = TaggedParagraph(None, look, bulletText=bullet or None, frags=frags)
    flowable.role = _Role(tag, plain(runs), language, group, key, outline, title)
    return flowable


@cache
def _paragraph_style(style: TextStyle) -> ParagraphStyle:
    font = face_font(style.face)
    return ParagraphStyle(
        "",
        fontName=font,
        fontSize=style.size,
        leading=style.leading,
        textColor=HexColor(style.colour),
        spaceBefore=style.before,
        spaceAfter=style.after,
        leftIndent=style.indent,
        firstLineIndent=style.first_indent,
        alignment=_ALIGNMENTS[style.align],
        keepWithNext=int(style.keep_with_next),
        bulletFontName=face_font(Face.SANS),
        bulletFontSize=style.size * 0.85,
        bulletColor=HexColor(TEAL),
        shaping=0,
        allowWidows=0,
        allowOrphans=0,
    )


def _frags(runs: Runs, style: TextStyle) -> list[ParaFrag]:
    frags: list[ParaFrag] = []
    number = count()
    for mark, group in marked(runs):
        inner = [_frag(run, style, next(number)) for run in group]
        frags += inner if mark is None else [_mark(inner[0], mark), *inner, _mark(inner[-1], None)]
    if len(frags) == 1 and frags[0].link:  # ReportLab tells where a link is only for more than one
        frags.append(frags[0].clone(text="", link=[], us_lines=[]))
    return frags


def _frag(run: Run, style: TextStyle, number: int) -> ParaFrag:
    if run is LINE_BREAK:
        return _frag(Run("", face_font(style.face)), style, number).clone(lineBreak=True)
    colour = HexColor(run.colour or style.colour)
    lines = [(number, "underline", colour, 0.4, -1.6, 0, 1, 1)] if run.underlined else []
    return ParaFrag(
        text=run.text,
        fontName=run.font,
        bold=0,
        italic=0,
        fontSize=run.size or style.size,
        textColor=colour,
        rise=0,
        greek=0,
        us_lines=lines,
        link=[(number, run.link)] if run.link else [],
    )


def _mark(frag: ParaFrag, label: object) -> ParaFrag:
    return frag.clone(text="", link=[], us_lines=[], cbDefn=ABag(kind="onDraw", name="mark", label=label))


@dataclass(eq=False, slots=True)
class _Grid:
    """What a table is. The parts of a split one share it."""

    header_rows: int
    header_columns: int
    layout_only: bool
    element: Element | None = None


class TaggedTable(Table):  # type: ignore[misc]
    """Rows and cells tagged as they are drawn; header rows repeated on a further page are artifacts.

    Made by `table`. ReportLab's `_renderCB` is told of each row and cell.
    """

    grid: _Grid

    def onSplit(self, part: TaggedTable, byRow: int = 1) -> None:  # noqa: ARG002
        part.grid = self.grid
        part._renderCB = _CellTagger(part)


class _CellTagger:
    """Follows one table, or one part of a split one, through its drawing."""

    def __init__(self, owner: TaggedTable) -> None:
        self._grid = owner.grid
        self._row: Element | None = None
        self._open: AbstractContextManager[object] = nullcontext()
        self._first_part = True

    def __call__(self, table: TaggedTable, event: str, *facts: Any) -> None:
        if event == "endCell":  # also of a muted cell, which ends its own muting here
            self._open.__exit__(None, None, None)
            self._open = nullcontext()
            return
        if self._grid.layout_only or table.canv.muted:
            return
        if event == "startTable":
            self._start(table)
        elif event == "startRow":
            repeated = not self._first_part and facts[0] < self._grid.header_rows
            self._row = None if repeated or self._grid.element is None else self._grid.element.add("TR")
        elif event == "startCell":
            self._open = self._cell(table, facts[0], facts[1])
            self._open.__enter__()

    def _start(self, table: TaggedTable) -> None:
        self._first_part = self._grid.element is None
        if self._grid.element is None:
            self._grid.element = table.canv.parent.add("Table")

    def _cell(self, table: TaggedTable, row: int, column: int) -> AbstractContextManager[object]:
        if self._row is None:
            return table.canv.as_artifact()  # type: ignore[no-any-return]
        spans = getattr(table, "_spanRanges", {})
        first_column, first_row, last_column, last_row = spans.get((column, row)) or (
            column,
            row,
            column,
            row,
        )
        attributes: dict[str, object] = {}
        if last_column > first_column:
            attributes["ColSpan"] = last_column - first_column + 1
        if last_row > first_row:
            attributes["RowSpan"] = last_row - first_row + 1
        whole_width = column == 0 and last_column == table._ncols - 1 and last_column > 0
        scope = self._scope(row, column, spanning=whole_width)
        if scope:
            attributes["Scope"] = scope
        return table.canv.inside(self._row.add("TH" if scope else "TD", **attributes))  # type: ignore[no-any-return]

    def _scope(self, row: int, column: int, *, spanning: bool) -> str:
        if (self._first_part and row < self._grid.header_rows) or spanning:
            return "Column"
        return "Row" if column < self._grid.header_columns else ""


def table(
    rows: Sequence[Sequence[object]],
    widths: Sequence[float],
    commands: Sequence[tuple[Any, ...]] = (),
    *,
    header_rows: int = 0,
    header_columns: int = 0,
    layout_only: bool = False,
) -> TaggedTable:
    """A flowable table; widths in points. A cell is a flowable, a list of them, or "".

    Header rows come again on each page. A cell over the whole width heads what follows, as a day's band.
    `layout_only`: the cells stand in reading order without being a table.
    """
    plain_cells = [
        ("FONTNAME", (0, 0), (-1, -1), face_font(Face.SANS))
    ]  # else Helvetica, which is not embedded
    flowable = TaggedTable(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=header_rows,
        style=plain_cells + list(commands),
    )
    flowable.hAlign = "LEFT"
    flowable.grid = _Grid(header_rows, header_columns, layout_only)
    flowable._renderCB = _CellTagger(flowable)
    return flowable


def in_pieces(content: list[TaggedParagraph], width: float) -> list[list[TaggedParagraph]]:
    """A cell's content in pieces that surely fit on a page: a table splits between rows, not in them."""
    if len(content) < _MANY and all(len(one.role.words) < _LONG for one in content):
        return [content]
    return pieces_of(content, width)


def pieces_of(content: list[TaggedParagraph], width: float) -> list[list[TaggedParagraph]]:
    """The same, measured whatever it is: for narrow columns."""
    pieces: list[list[TaggedParagraph]] = [[]]
    taken = 0.0
    for part in (half for one in content for half in _halves(one, width)):
        height = part.wrap(width, 1e6)[1] + part.getSpaceBefore() + part.getSpaceAfter()
        if pieces[-1] and taken + height > _HIGHEST_PIECE:
            pieces.append([])
            taken = 0.0
        pieces[-1].append(part)
        taken += height
    return pieces


def _halves(one: TaggedParagraph, width: float) -> list[TaggedParagraph]:
    """A paragraph higher than a piece in parts."""
    if one.wrap(width, 1e6)[1] <= _HIGHEST_PIECE:
        return [one]
    first, *rest = one.split(width, _HIGHEST_PIECE)
    return [first, *(half for other in rest for half in _halves(other, width))]
