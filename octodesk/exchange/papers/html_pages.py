# SPDX-License-Identifier: EUPL-1.2
"""HTML as a Page: a document, or what the clipboard gives when a table is copied. Nothing it refers to is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree, html

from octodesk.exchange.papers import marks
from octodesk.exchange.papers.page import Cell, Line, Page, PageBuilder, Place
from octodesk.exchange.papers.trouble import PaperError

_SILENT = frozenset(
    {"head", "script", "style", "template", "noscript", "title", "meta", "link", "object", "svg", "form"}
)
_BLOCK_NAMES = (
    "address article aside blockquote body br center dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main "
    "nav ol p pre section table tbody td tfoot th thead tr ul caption"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_DEEPEST = 200
_MOST_COLUMNS = 200
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)


def page_of_html(text: str) -> Page:
    """Raises PaperError("empty") where there is nothing to read."""
    root, is_whole = _parsed(text)
    builder = PageBuilder()
    walk = _Walk(builder)
    walk.blocks(root)
    if not is_whole:
        builder.troubles.append(("too-deep", Place(paragraph=walk.paragraphs)))
    title = root.findtext(".//title") or ""
    return builder.page(title=marks.tidy(title), language=_language_of(root))


def fragment_lines(text: str) -> list[Line]:
    """The lines of a piece of HTML that stands in a plain text, without places."""
    try:
        return list(_inner_lines(_parsed(text)[0], ""))
    except PaperError:
        return []


def _parsed(text: str) -> tuple[Any, bool]:
    """The root, and whether all was read: libxml2 stops for good where elements lie more than 256 deep."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as wrong:
        raise PaperError("empty") from wrong
    return root, not any(one.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for one in parser.error_log)


@dataclass
class _Words:
    """The line that is being gathered."""

    level: int = 0
    bullet: bool = False
    language: str = ""
    parts: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[Line]:
        text = re.sub(r"[ \t\r\n\f]+", " ", "".join(self.parts))
        self.parts.clear()
        for piece in marks.pieces(text):
            words, bullet = marks.without_bullet(piece)
            if words := marks.tidy(words):
                yield Line(words, level=self.level, bullet=self.bullet or bullet, language=self.language)


@dataclass
class _Walk:
    """Reads blocks into a page."""

    builder: PageBuilder
    paragraphs: int = 0

    def blocks(self, element: Any, language: str = "", depth: int = 0) -> None:
        """Tables become rows, everything else lines."""
        pending = _Words(language=_own_language(element, language))
        pending.parts.append(element.text or "")
        for child in element:
            if not _is_read(child):
                pass
            elif child.tag == "table":
                self._put(pending.lines())
                self._table(child, _own_language(child, pending.language))
            elif depth < _DEEPEST and child.find(".//table") is not None:
                self._put(pending.lines())
                self.blocks(child, pending.language, depth + 1)
            elif child.tag in _BLOCKS:
                self._put(pending.lines())
                self._put(_inner_lines(child, pending.language))
            else:
                self._put(_inline(child, pending))
            pending.parts.append(child.tail or "")
        self._put(pending.lines())

    def _put(self, lines: Iterator[Line]) -> None:
        for line in lines:
            self.paragraphs += 1
            self.builder.line(replace(line, place=Place(paragraph=self.paragraphs)))

    def _table(self, table: Any, language: str) -> None:
        rows = [row for row in table.iter("tr") if _table_of(row) is table]
        grid = [(row, list(cells)) for row, cells in _gridded(rows)]
        columns = max((cell.column + cell.span for _, cells in grid for cell in cells), default=0)
        if columns < 2:
            self._put(line for row in rows for line in _inner_lines(row, language))
            return
        number = self.builder.tables + 1
        self.builder.table(
            [
                ([_placed_at(cell, number, place) for cell in cells], _is_header(row))
                for place, (row, cells) in enumerate(grid, start=1)
            ]
        )


def _is_header(row: Any) -> bool:
    cells = [cell.tag for cell in row if isinstance(cell.tag, str)]
    return row.getparent().tag == "thead" or (bool(cells) and set(cells) == {"th"})


def _placed_at(cell: Cell, table: int, row: int) -> Cell:
    place = Place(table=table, row=row, cell=cell.column + 1)
    return replace(cell, lines=tuple(replace(line, place=place) for line in cell.lines))


def _table_of(row: Any) -> Any:
    return next(row.iterancestors("table"), None)


def _gridded(rows: list[Any]) -> Iterator[tuple[Any, list[Cell]]]:
    """Each row with its cells in their columns; a cell from above that reaches down stands in it as continued."""
    hanging: dict[int, tuple[int, int]] = {}
    for row in rows:
        cells: list[Cell] = []
        column = 0
        for element in (one for one in row if one.tag in {"td", "th"}):
            column = _under_hanging(hanging, column, cells)
            span = min(_whole(element.get("colspan")), _MOST_COLUMNS)
            down = min(_whole(element.get("rowspan")), 1000)
            cells.append(Cell(tuple(_inner_lines(element, _own_language(element, ""))), column, span))
            if down > 1:
                hanging[column] = (down, span)
            column = min(column + span, _MOST_COLUMNS)
        _under_hanging(hanging, column, cells)
        hanging = {at: (down - 1, span) for at, (down, span) in hanging.items() if down > 1}
        yield row, cells


def _under_hanging(hanging: dict[int, tuple[int, int]], column: int, cells: list[Cell]) -> int:
    """Passes the cells that hang down into this row; those that begin here are not among them yet."""
    present = {cell.column for cell in cells}
    while column in hanging and column not in present:
        span = hanging[column][1]
        cells.append(Cell((), column, span, continued=True))
        column += span
    return column


def _whole(written: str | None) -> int:
    return max(1, int(written)) if written and written.strip().isdecimal() and len(written) < 5 else 1


def _inner_lines(element: Any, language: str) -> Iterator[Line]:
    """All lines within an element, a nested table's cells one after the other."""
    words = _Words(language=_own_language(element, language))
    _open_block(element, words)
    words.parts.append(element.text or "")
    for child in element:
        yield from _inline(child, words) if _is_read(child) else ()
        words.parts.append(child.tail or "")
    yield from words.lines()


def _inline(element: Any, words: _Words, depth: int = 0) -> Iterator[Line]:
    """Adds an element's words to the line; a block within ends it and begins another."""
    block = element.tag in _BLOCKS
    if block:
        yield from words.lines()
    before = (words.level, words.bullet, words.language)
    _open_block(element, words)
    words.language = _own_language(element, words.language)
    words.parts.append(element.text or "")
    for child in element if depth < _DEEPEST else ():
        yield from _inline(child, words, depth + 1) if _is_read(child) else ()
        words.parts.append(child.tail or "")
    if block:
        yield from words.lines()
        words.level, words.bullet, words.language = before


def _open_block(element: Any, words: _Words) -> None:
    tag = element.tag
    if tag == "li":
        words.bullet = True
    elif re.fullmatch("h[1-6]", tag):
        words.level = int(tag[1])


def _is_read(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in _SILENT:
        return False
    return not _HIDDEN.search(element.get("style") or "")


def _own_language(element: Any, inherited: str) -> str:
    written = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return written.split("-")[0].lower() or inherited


def _language_of(root: Any) -> str:
    return _own_language(root, "")
