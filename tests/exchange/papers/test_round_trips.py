# SPDX-License-Identifier: EUPL-1.2
"""Random conferences go to paper and come back: as Word with anything typed into it, as HTML and text with plain words."""

from __future__ import annotations

from html import escape

from hypothesis import Phase, given, settings

from octodesk.exchange.papers.html_pages import page_of_html
from octodesk.exchange.papers.page import Page, Row
from octodesk.exchange.papers.text_pages import page_of_text
from octodesk.exchange.papers.word_pages import page_of_word
from octodesk.model.document import Document
from tests.exchange.papers.conferences import conferences, on_paper, wild, words
from tests.exchange.papers.reading import document_of, understood
from tests.exchange.papers.words import read_word, written

SLOW = settings(deadline=None, max_examples=20, phases=[Phase.explicit, Phase.reuse, Phase.generate])


@SLOW
@given(conferences(wild, people=True))
def test_word_brings_back_whatever_was_typed(document: Document) -> None:
    again = read_word(written(document))
    assert again.left_out == ()
    assert on_paper(document_of(again), people=True) == on_paper(document, people=True)


@SLOW
@given(conferences(words, people=False))
def test_html_brings_back_the_table(document: Document) -> None:
    again = understood(page_of_html(as_html(page_of_word(written(document)))))
    assert on_paper(document_of(again), people=False) == on_paper(document, people=False)


@SLOW
@given(conferences(words, people=False))
def test_text_brings_back_the_table(document: Document) -> None:
    """Merged cells are lost in text: what nothing runs beside is known by its kind."""
    again = understood(page_of_text(as_text(page_of_word(written(document)))))
    assert on_paper(document_of(again), people=False) == on_paper(document, people=False)


def as_html(page: Page) -> str:
    """The page as a browser would copy it: paragraphs and a table, without our styles."""
    parts = []
    table = 0
    for block in page.blocks:
        if isinstance(block, Row):
            parts.append("" if block.table == table else "<table>")
            table = block.table
            parts.append(f"<tr>{''.join(_cell(cell.lines, cell.span) for cell in block.cells)}</tr>")
        else:
            parts.append("</table>" if table else "")
            table = 0
            parts.append(f"<p>{escape(block.text)}</p>")
    return "".join(parts)


def _cell(lines: tuple[object, ...], span: int) -> str:
    inside = "".join(f"<p>{escape(line.text)}</p>" for line in lines)  # type: ignore[attr-defined]
    return f'<td colspan="{span}">{inside}</td>'


def as_text(page: Page) -> str:
    lines = []
    for block in page.blocks:
        if isinstance(block, Row):
            cells = [""] * block.columns
            for cell in block.cells:
                cells[cell.column] = " ".join(line.text for line in cell.lines)
            lines.append("\t".join(cells))
        else:
            lines.append(block.text)
    return "\n".join(lines)
