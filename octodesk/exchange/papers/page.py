# SPDX-License-Identifier: EUPL-1.2
"""The one form every document is read into: lines, and rows of tables, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the source: a line of a text, a paragraph, or a cell of a table. Counted from 1; 0 where it does not apply."""

    line: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words. `named` are its stretches in the character styles of paper_styles.CHARACTERS: (what, words)."""

    text: str
    place: Place = Place()
    number: int = -1
    """Its place among the lines of the page, from 0."""
    level: int = 0
    """1 to 6 for a heading."""
    bullet: bool = False
    language: str = ""
    """As the document declares it; "" where it does not."""
    style: str = ""
    """What a paragraph is by its style, one of paper_styles.PARAGRAPHS; "" for any other style."""
    named: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Remark, ...] = ()

    def said(self, what: str) -> str:
        """The words that are marked as this, "" for none."""
        return "".join(words for name, words in self.named if name == what).strip()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin, or a tracked change: kind "comment", "inserted" or "deleted"."""

    kind: str
    author: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    lines: tuple[Line, ...]
    column: int
    span: int = 1
    continued: bool = False
    """The lower part of a cell that reaches over several rows."""

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of `columns` columns; cells without words stand in it too."""

    cells: tuple[Cell, ...]
    columns: int
    table: int
    header: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for cell in self.cells for line in cell.lines)


Block = Line | Row


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document. `facts` is what its properties say: "title", "subject", "keywords", "language"."""

    blocks: tuple[Block, ...]
    facts: tuple[tuple[str, str], ...] = ()
    troubles: tuple[tuple[str, Place], ...] = ()
    """What of the source could not be read: (code, where)."""

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(_lines_of(self.blocks))

    def without_remarks(self, number: int) -> Page:
        """The same page, with nothing in the margin of one line."""

        def read(line: Line) -> Line:
            return replace(line, remarks=()) if line.number == number else line

        def renewed(block: Block) -> Block:
            if isinstance(block, Line):
                return read(block)
            cells = tuple(replace(cell, lines=tuple(map(read, cell.lines))) for cell in block.cells)
            return replace(block, cells=cells)

        return replace(self, blocks=tuple(map(renewed, self.blocks)))

    def fact(self, name: str) -> str:
        return dict(self.facts).get(name, "")


def _lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            yield from block.lines


@dataclass
class PageBuilder:
    """Gathers blocks, and numbers their lines and tables."""

    blocks: list[Block] = field(default_factory=list)
    troubles: list[tuple[str, Place]] = field(default_factory=list)
    tables: int = 0
    _count: int = 0

    def line(self, line: Line) -> None:
        if line.text:
            self.blocks.append(self._numbered(line))

    def table(self, rows: Sequence[tuple[Sequence[Cell], bool]]) -> None:
        """The rows of a table, each with whether it is a header. Columns in which no cell begins vanish."""
        starts = sorted({cell.column for cells, _ in rows for cell in cells})
        rank = {start: place for place, start in enumerate(starts)}
        self.tables += 1
        for cells, header in rows:
            found = tuple(self._placed(cell, rank, starts) for cell in cells)
            self.blocks.append(Row(found, len(starts), self.tables, header=header))

    def _placed(self, cell: Cell, rank: dict[int, int], starts: list[int]) -> Cell:
        span = sum(cell.column <= start < cell.column + cell.span for start in starts)
        lines = tuple(self._numbered(one) for one in cell.lines if one.text)
        return replace(cell, lines=lines, column=rank[cell.column], span=max(span, 1))

    def page(self, **facts: str) -> Page:
        found = tuple((name, words) for name, words in facts.items() if words)
        return Page(tuple(self.blocks), found, tuple(self.troubles))

    def _numbered(self, line: Line) -> Line:
        self._count += 1
        return replace(line, number=self._count - 1)
