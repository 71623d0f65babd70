# SPDX-License-Identifier: EUPL-1.2
"""Plain text, Markdown and tab-separated tables as a Page. Leftovers of HTML in a line are read as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from octodesk.exchange.papers import marks
from octodesk.exchange.papers.html_pages import fragment_lines
from octodesk.exchange.papers.page import Cell, Line, Page, PageBuilder, Place

_TAG = re.compile(
    r"</?(?:p|br|ul|ol|li|i|b|em|strong|u|span|div|font|a|h[1-6]|table|tr|td|th)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_DECORATION = re.compile(r"^[\s\-=_*~.#]{3,}$")


def page_of_text(text: str) -> Page:
    """Every line is a line of the page, or a row where tabs or Markdown's bars part it."""
    builder = PageBuilder()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    table: list[tuple[int, list[str]]] = []
    header = False
    for number, line in enumerate(lines, start=1):
        if _RULE.match(line) and table:
            header = len(table) == 1
            continue
        if (cells := _cells(line)) is not None:
            table.append((number, cells))
            continue
        _end_table(builder, table, header=header)
        table, header = [], False
        if not _DECORATION.match(line):
            for one in _lines(line, Place(line=number)):
                builder.line(one)
    _end_table(builder, table, header=header)
    return builder.page()


def _cells(line: str) -> list[str] | None:
    """The parts of a row, None for a line that is no row."""
    if line.count("|") > 1 and line.strip().startswith("|"):
        inside = line.strip().removeprefix("|").removesuffix("|")
        return [part.replace("\\|", "|") for part in re.split(r"(?<!\\)\|", inside)]
    if "\t" in line.strip("\n ") and line.strip():
        return line.strip("\n").split("\t")
    return None


def _end_table(builder: PageBuilder, rows: list[tuple[int, list[str]]], *, header: bool) -> None:
    if not rows:
        return
    rows = _unindented(rows)
    columns = max(len(cells) for _, cells in rows)
    if columns == 1:
        for number, cells in rows:
            for one in _lines(cells[0], Place(line=number)):
                builder.line(one)
        return
    builder.table(
        [(_row(number, cells), header and place == 0) for place, (number, cells) in enumerate(rows)]
    )


def _row(number: int, cells: list[str]) -> list[Cell]:
    return [
        Cell(tuple(_lines(text, Place(line=number, cell=column + 1))), column)
        for column, text in enumerate(cells)
    ]


def _unindented(rows: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """A single line that tabs indent is no row of a table."""
    if len(rows) == 1 and sum(bool(cell.strip()) for cell in rows[0][1]) == 1:
        number, cells = rows[0]
        return [(number, ["".join(cells)])]
    return rows


def _lines(text: str, place: Place) -> Iterator[Line]:
    if _TAG.search(text):
        for line in fragment_lines(text):
            yield replace(line, place=place)
        return
    text, level = marks.heading(text)
    for piece in marks.pieces(text):
        words, bullet = marks.without_bullet(piece)
        words = marks.tidy(marks.without_emphasis(marks.without_bullet(words)[0]))
        if words:
            yield Line(words, place, level=level, bullet=bullet)
