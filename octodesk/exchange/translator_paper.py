# SPDX-License-Identifier: EUPL-1.2
"""A translator's table as a Word document (.docx): one table across, its keys in a narrow column as hidden text.

Read back with tracked changes taken as accepted.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm, Pt

from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.word_package import Package
from octodesk.exchange.papers.word_sheet import FONT, describe_table, mark_row, rule, speak
from octodesk.exchange.translator_table import NoTable, Row

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDTHS: Final = (5, 46, 86, 86, 34)
"""Millimetres, of 257 between the margins of an A4 page across."""
_SAID: Final = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "\u2011"}
_TAKEN_OUT: Final = (_W + "del", _W + "moveFrom")


def paper_of(rows: Sequence[Row], tongues: Sequence[str]) -> bytes:
    """`tongues`: the language of each column."""
    document = docx.Document()
    _set_up(document, rows[0], tongues[0])
    table = document.add_table(rows=len(rows), cols=len(_WIDTHS))
    table.style = "Table Grid"
    table.autofit = False
    describe_table(table, document.core_properties.title)
    rule(table)
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    for place, (row, words) in enumerate(zip(table.rows, rows, strict=True)):
        mark_row(row, header=place == 0)
        for column, cell in enumerate(row.cells):
            tongue = tongues[column] if place else tongues[0]
            _write(cell, words[column], tongue, bold=place == 0, hidden=column == 0)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_up(document: Any, titles: Row, tongue: str) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(20)
    font = document.styles["Normal"].font
    font.name, font.size = FONT, Pt(10)
    about = document.core_properties
    about.title, about.language = f"{titles[2]} – {titles[3]}", tongue
    about.author = about.comments = ""


def _write(cell: Any, words: str, tongue: str, *, bold: bool, hidden: bool) -> None:
    run = cell.paragraphs[0].add_run(words)
    run.bold, run.font.hidden = bold or None, hidden or None
    speak(run, tongue)


def rows_of_paper(content: bytes) -> list[Row]:
    """The rows of its tables, one table after the other: Word parts a table easily. Merged cells are not among a row's.
    Raises NoTable."""
    try:
        root = Package(content).main()
    except PaperError as wrong:
        known = wrong.reason in {"damaged", "locked", "too-large"}
        raise NoTable(wrong.reason if known else "not-a-table") from wrong
    return [tuple(map(_words, _cells(row))) for row in root.iter(_W + "tr") if _is_read(row)]


def _is_read(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is None and next(row.iterancestors(_W + "tc"), None) is None


def _cells(row: Any) -> Iterator[Any]:
    for cell in row.iter(_W + "tc"):
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and merge.get(_W + "val", "continue") == "continue"
        if not goes_on and next(cell.iterancestors(_W + "tr")) is row:
            yield cell


def _words(cell: Any) -> str:
    return "\n".join("".join(map(_said, paragraph.iter(_W + "r"))) for paragraph in cell.iter(_W + "p"))


def _said(run: Any) -> str:
    if next(run.iterancestors(*_TAKEN_OUT), None) is not None:
        return ""
    return "".join(one.text or "" if one.tag == _W + "t" else _SAID.get(one.tag, "") for one in run)
