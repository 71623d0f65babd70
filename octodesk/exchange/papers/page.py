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
    """A line of words. `named` are the stretches of it that the writer of this program marked: (what, words)."""

    text: str
    place: Place = Place()
    number: int = -1
    """Its place among the lines of the page, from 0."""
    level: int = 0
    """1 to 6 for a heading."""
    bullet: bool = False
    language: str = ""
    """As the document declares it; "" where it does not."""
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

    def row(self, row: Row) -> None:
        cells = tuple(
            replace(cell, lines=tuple(self._numbered(one) for one in cell.lines if one.text))
            for cell in row.cells
        )
        self.blocks.append(replace(row, cells=cells))

    def page(self, **facts: str) -> Page:
        found = tuple((name, words) for name, words in facts.items() if words)
        return Page(tuple(self.blocks), found, tuple(self.troubles))

    def _numbered(self, line: Line) -> Line:
        self._count += 1
        return replace(line, number=self._count - 1)
