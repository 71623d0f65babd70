# SPDX-License-Identifier: EUPL-1.2
"""Word documents (.docx, ECMA-376 Part 1) as a Page: paragraphs, tables with merged cells, comments and tracked changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from octodesk.exchange.papers import marks
from octodesk.exchange.papers.page import Cell, Line, Page, PageBuilder, Place, Remark
from octodesk.exchange.papers.paper_styles import CHARACTER_OF, PARAGRAPH_OF
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.word_package import Package

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_MOST_PARAGRAPHS: Final = 20_000
"""What comes behind them is not read: nobody's programme has as many, and reading must end."""
_SAME_EDGE: Final = 300
"""Twentieths of a point within which two edges of columns are one, drawn by a hand that slipped: five millimetres."""
_WRAPPERS: Final = frozenset(
    _W + name
    for name in (
        "ins",
        "moveTo",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
    )
)
_READ: Final = _WRAPPERS | {_W + "p", _W + "tbl"}
_TAKEN_OUT: Final = frozenset({_W + "del", _W + "moveFrom"})


def page_of_word(content: bytes) -> Page:
    """Raises PaperError."""
    package = Package(content)
    root = package.main()
    body = root.find(_W + "body")
    if body is None:
        raise PaperError("not-a-document")
    reading = _Reading(_Styles(package.beside("styles")), _comments(package.beside("comments")))
    reading.blocks(body)
    return reading.builder.page(**_facts(package.properties()))


def _facts(properties: Any | None) -> dict[str, str]:
    if properties is None:
        return {}
    names = {
        "title": _DC + "title",
        "subject": _DC + "subject",
        "keywords": _CP + "keywords",
        "language": _DC + "language",
    }
    return {name: (properties.findtext(path) or "").strip() for name, path in names.items()}


def _comments(root: Any | None) -> dict[str, Remark]:
    """The comments by their ids."""
    if root is None:
        return {}
    return {
        one.get(_W + "id", ""): Remark(
            "comment", one.get(_W + "author", ""), " ".join(words for words in one.itertext(_W + "t"))
        )
        for one in root.iter(_W + "comment")
    }


class _Styles:
    """What the styles of the document say of a paragraph or a run."""

    def __init__(self, root: Any | None) -> None:
        self._by_id: dict[str, Any] = {}
        for style in root.iter(_W + "style") if root is not None else ():
            self._by_id[style.get(_W + "styleId", "")] = style

    def name(self, style_id: str) -> str:
        style = self._by_id.get(style_id)
        return _value(style, "name").casefold() if style is not None else style_id.casefold()

    def chain(self, style_id: str) -> Iterator[Any]:
        """The style and those it is based on."""
        for _ in range(12):
            style = self._by_id.get(style_id)
            if style is None:
                return
            yield style
            style_id = _value(style, "basedOn")

    def level(self, style_id: str) -> int:
        """1 to 6 of a heading style, else 0."""
        for style in self.chain(style_id):
            name = _value(style, "name").casefold()
            if name.startswith("heading ") and name[8:].isdigit():
                return min(int(name[8:]), 6)
            outline = style.find(f"{_W}pPr/{_W}outlineLvl")
            if outline is not None:
                return min(int(outline.get(_W + "val", "9")) + 1, 10) % 10
        return 0

    def is_list(self, style_id: str) -> bool:
        return any(style.find(f"{_W}pPr/{_W}numPr") is not None for style in self.chain(style_id))

    def language(self, style_id: str) -> str:
        for style in self.chain(style_id):
            found = style.find(f"{_W}rPr/{_W}lang")
            if found is not None and found.get(_W + "val"):
                return str(found.get(_W + "val")).split("-")[0].lower()
        return ""


@dataclass
class _Words:
    """The words of one line of a paragraph, as they are gathered run by run."""

    parts: list[tuple[str, str, str]] = field(default_factory=list)
    """(words, language, what)."""
    remarks: list[Remark] = field(default_factory=list)

    @property
    def text(self) -> str:
        return marks.tidy("".join(words for words, _, _ in self.parts))

    @property
    def language(self) -> str:
        counts: dict[str, int] = {}
        for words, language, _ in self.parts:
            counts[language] = counts.get(language, 0) + len(words.strip())
        return max(counts, key=lambda code: counts[code], default="")

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        return tuple((what, words) for words, _, what in self.parts if what)


@dataclass
class _Reading:
    styles: _Styles
    comments: Mapping[str, Remark]
    builder: PageBuilder = field(default_factory=PageBuilder)
    paragraphs: int = 0
    _read: int = 0

    def blocks(self, parent: Any) -> None:
        for element in parent:
            if element.tag in _READ and self._ends(Place(paragraph=self.paragraphs)):
                return
            if element.tag == _W + "p":
                self._body_paragraph(element)
            elif element.tag == _W + "tbl":
                self._table(element)
            elif element.tag in _WRAPPERS:
                self.blocks(element)

    def _ends(self, place: Place) -> bool:
        """Whether enough is read; what stands from `place` on is then told once as a trouble."""
        if self._read < _MOST_PARAGRAPHS:
            return False
        if not self.builder.troubles:
            self.builder.troubles.append(("too-long", place))
        return True

    def _body_paragraph(self, paragraph: Any) -> None:
        for line in self.lines(paragraph):
            self.paragraphs += 1
            self.builder.line(replace(line, place=Place(paragraph=self.paragraphs)))

    # ---- paragraphs

    def lines(self, paragraph: Any) -> Iterator[Line]:
        """The lines of a paragraph: more than one where it is broken, or where a text box hangs on it."""
        self._read += 1
        style_id, bullet, level = self._look(paragraph)
        style = PARAGRAPH_OF.get(self.styles.name(style_id), "")
        for words in self._gathered(paragraph, self.styles.language(style_id)):
            own = bool(style or words.named)  # what this program wrote has no marks typed into it
            for piece in [words.text] if own else marks.pieces(words.text):
                text, marked = (piece, False) if own else marks.without_bullet(piece)
                if text := text.strip():
                    yield Line(
                        text, level=level, bullet=(bullet or marked) and not level, language=words.language, style=style,
                        named=words.named, remarks=tuple(words.remarks),
                    )  # fmt: skip
        for box in self._boxes(paragraph):
            for inner in box.iter(_W + "p"):
                yield from self.lines(inner)

    def _look(self, paragraph: Any) -> tuple[str, bool, int]:
        """(style id, whether it is an item of a list, 1 to 6 for a heading)."""
        properties = paragraph.find(_W + "pPr")
        if properties is None:
            return "", False, 0
        style_id = _value(properties, "pStyle")
        level = self.styles.level(style_id)
        own = properties.find(f"{_W}numPr/{_W}numId")
        numbered = own.get(_W + "val") != "0" if own is not None else self.styles.is_list(style_id)
        return style_id, numbered, level

    @staticmethod
    def _boxes(paragraph: Any) -> Iterator[Any]:
        for box in paragraph.iter(_W + "txbxContent"):
            if not any(True for _ in box.iterancestors(_FALLBACK)):
                yield box

    def _gathered(self, paragraph: Any, language: str) -> Iterator[_Words]:
        words = _Words()
        for element, changed in _runs(paragraph):
            if element.tag in _TAKEN_OUT:
                words.remarks.append(Remark("deleted", element.get(_W + "author", ""), _all_words(element)))
            elif element.tag == _W + "br" or element.tag == _W + "cr":
                yield words
                words = _Words()
            else:
                self._run(element, words, changed, language)
        yield words

    def _run(self, run: Any, words: _Words, changed: Any | None, language: str) -> None:
        properties = run.find(_W + "rPr")
        if properties is not None and _is_on(properties, "vanish"):
            return
        said = _words_of(run)
        for reference in run.iter(_W + "commentReference"):
            if remark := self.comments.get(reference.get(_W + "id", "")):
                words.remarks.append(remark)
        if not said:
            return
        if changed is not None:
            words.remarks.append(Remark("inserted", changed.get(_W + "author", ""), said))
        style_id = _value(properties, "rStyle") if properties is not None else ""
        spoken = properties.find(_W + "lang") if properties is not None else None
        code = str(spoken.get(_W + "val") or "").split("-")[0].lower() if spoken is not None else ""
        words.parts.append(
            (said, code or language, CHARACTER_OF.get(self.styles.name(style_id), "") if style_id else "")
        )

    # ---- tables

    def _table(self, table: Any) -> None:
        rows = list(_rows(table))
        edges = _Edges(table, rows)
        number = self.builder.tables + 1
        found = []
        for place, row in enumerate(rows, start=1):
            if self._ends(Place(table=number, row=place, cell=1)):
                break
            cells = [
                replace(
                    cell,
                    lines=tuple(
                        replace(line, place=Place(table=number, row=place, cell=at)) for line in cell.lines
                    ),
                )
                for at, cell in enumerate(self._cells(row, edges), start=1)
            ]
            found.append((cells, row.find(f"{_W}trPr/{_W}tblHeader") is not None))
        if edges.columns > 1:
            self.builder.table(found)
            return
        for cells, _ in found:
            for cell in cells:
                for line in cell.lines:
                    self.builder.line(line)

    def _cells(self, row: Any, edges: _Edges) -> Iterator[Cell]:
        for cell, first, after in edges.spans(row):
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            continued = merge is not None and merge.get(_W + "val", "continue") == "continue"
            lines = () if continued else tuple(line for one in cell.iter(_W + "p") for line in self._own(one))
            yield Cell(lines, first, max(after - first, 1), continued)

    def _own(self, paragraph: Any) -> Iterator[Line]:
        """The lines of a paragraph in a cell or in a table within it; those in text boxes come with their paragraph."""
        if next(paragraph.iterancestors(_W + "txbxContent"), None) is None:
            yield from self.lines(paragraph)


class _Edges:
    """The columns of a table by their edges, those that nearly meet taken as one."""

    def __init__(self, table: Any, rows: list[Any]) -> None:
        widths = [_whole(one.get(_W + "w"), 1000) for one in table.findall(f"{_W}tblGrid/{_W}gridCol")]
        most = max((sum(_span(cell) for cell in _cells_of(row)) + _before(row) for row in rows), default=0)
        widths += [1000] * (most - len(widths))
        self._column: list[int] = []
        """By edge of the grid, the column that begins there."""
        at, last, column = 0, -_SAME_EDGE - 1, -1
        for width in [*widths, 0]:
            if at - last > _SAME_EDGE:
                column, last = column + 1, at
            self._column.append(column)
            at += width

    @cached_property
    def columns(self) -> int:
        return self._column[-1] if self._column else 0

    def spans(self, row: Any) -> Iterator[tuple[Any, int, int]]:
        """Each cell of a row with its first column and the one after its last."""
        at = _before(row)
        for cell in _cells_of(row):
            end = min(at + _span(cell), len(self._column) - 1)
            yield cell, self._column[min(at, end)], self._column[end]
            at = end


def _rows(table: Any) -> Iterator[Any]:
    for element in table:
        if element.tag == _W + "tr":
            if element.find(f"{_W}trPr/{_W}del") is None:
                yield element
        elif element.tag in _WRAPPERS:
            yield from _rows(element)


def _cells_of(row: Any) -> Iterator[Any]:
    for element in row:
        if element.tag == _W + "tc":
            yield element
        elif element.tag in _WRAPPERS:
            yield from _cells_of(element)


def _span(cell: Any) -> int:
    found = cell.find(f"{_W}tcPr/{_W}gridSpan")
    return min(_whole(found.get(_W + "val"), 1), 100) if found is not None else 1


def _before(row: Any) -> int:
    found = row.find(f"{_W}trPr/{_W}gridBefore")
    return min(_whole(found.get(_W + "val"), 0), 100) if found is not None else 0


def _runs(parent: Any, changed: Any | None = None) -> Iterator[tuple[Any, Any | None]]:
    """The runs of a paragraph, breaks in them apart, and what was taken out; each with the insertion it belongs to."""
    for element in parent:
        if element.tag == _W + "r":
            yield from _parted_at_breaks(element, changed)
        elif element.tag in _TAKEN_OUT:
            yield element, None
        elif element.tag in _WRAPPERS:
            yield from _runs(element, element if element.tag in {_W + "ins", _W + "moveTo"} else changed)


def _parted_at_breaks(run: Any, changed: Any | None) -> Iterator[tuple[Any, Any | None]]:
    breaks = [one for one in run if one.tag in {_W + "br", _W + "cr"} and one.get(_W + "type") is None]
    if not breaks:
        yield run, changed
        return
    piece = _empty_copy(run)
    for element in run:
        if element in breaks:
            yield piece, changed
            yield element, None
            piece = _empty_copy(run)
        elif element.tag != _W + "rPr":
            piece.append(deepcopy(element))
    yield piece, changed


def _empty_copy(run: Any) -> Any:
    copy = run.makeelement(run.tag)
    properties = run.find(_W + "rPr")
    if properties is not None:
        copy.append(deepcopy(properties))
    return copy


def _words_of(run: Any) -> str:
    parts = []
    for element in run:
        if element.tag == _W + "t":
            parts.append(element.text or "")
        elif element.tag in {_W + "tab", _W + "ptab"}:
            parts.append("  ")
        elif element.tag == _W + "noBreakHyphen":
            parts.append("-")
    return "".join(parts)


def _all_words(element: Any) -> str:
    return "".join(element.itertext(_W + "t", _W + "delText"))


def _value(parent: Any, name: str) -> str:
    found = parent.find(_W + name)
    return str(found.get(_W + "val") or "") if found is not None else ""


def _is_on(properties: Any, name: str) -> bool:
    found = properties.find(_W + name)
    return found is not None and found.get(_W + "val") not in {"0", "false", "off"}


def _whole(written: str | None, otherwise: int) -> int:
    return int(written) if written and written.isdigit() and len(written) < 7 else otherwise
