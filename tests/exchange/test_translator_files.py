# SPDX-License-Identifier: EUPL-1.2
"""The translator's table as a spreadsheet and as a Word document: the same rows there and back."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st

from octodesk.exchange.translator_files import MOST_BYTES, read, written
from octodesk.exchange.translator_paper import paper_of, rows_of_paper
from octodesk.exchange.translator_sheet import rows_of_sheet, sheet_of
from octodesk.exchange.translator_table import NoTable, Read, Row
from tests.build import conference, point, session, text

WAS = conference(
    session("yoga", title=text("Yoga", "Le yoga"), aim=text("=1+1")), point("p", "yoga", "Breathing")
)
TONGUES = ("en", "en", "en", "fr", "en")
ROWS: list[Row] = [
    ("event fr", "Text", "English", "French", "State"),
    ("session yoga aim", "yoga aim", "=1+1", "", "missing"),
    ("agenda_point p text", "p text", "Breathing\nin\tand out", "Inspirer  et «\u00a0expirer\u00a0»", ""),
]
WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")).map(
    str.strip
)
CLEAN = Read("fr", {("agenda_point", "p", "text"): "Inspirer  et «\u00a0expirer\u00a0»"}, 0)


def paper(change: Callable[[Any], object]) -> bytes:
    """The Word document after somebody did something to its table."""
    document = docx.Document(io.BytesIO(paper_of(ROWS, TONGUES)))
    change(document.tables[0])
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".DOCX"])
def test_both_files_say_the_same(suffix: str) -> None:
    assert read(WAS, written(ROWS, suffix, tongues=TONGUES), suffix) == CLEAN


def test_the_rows_come_back_as_they_were() -> None:
    assert rows_of_sheet(sheet_of(ROWS)) == ROWS
    assert rows_of_paper(paper_of(ROWS, TONGUES)) == ROWS


@given(st.tuples(WORDS, WORDS, WORDS, WORDS))
def test_any_words_come_back_from_word(words: tuple[str, str, str, str]) -> None:
    rows = [ROWS[0], ("session yoga aim", *words)]
    assert rows_of_paper(paper_of(rows, TONGUES)) == rows


def test_the_keys_of_a_spreadsheet_are_hidden() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(sheet_of(ROWS))).worksheets[0]
    assert (sheet.column_dimensions["A"].hidden, sheet.freeze_panes) == (True, "A2")


def test_the_table_in_word_has_a_header_hidden_keys_and_a_language_per_column() -> None:
    document = docx.Document(io.BytesIO(paper_of(ROWS, TONGUES)))
    first, second = document.tables[0].rows[:2]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in (first, second)] == [True, False]
    assert [cell.paragraphs[0].runs[0].font.hidden for cell in second.cells] == [True, None, None, None, None]
    tongues = [cell._tc.xpath("string(.//w:rPr/w:lang/@w:val)") for cell in second.cells]
    assert tongues == ["en-GB", "en-GB", "en-GB", "fr-FR", "en-GB"]


def test_tracked_changes_count_as_accepted() -> None:
    xml = (
        f"<w:p {nsdecls('w')}><w:del><w:r><w:delText>Non</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>Deux</w:t></w:r></w:ins></w:p>"
    )
    content = paper(lambda table: table.cell(1, 3)._tc.append(parse_xml(xml)))
    assert read(WAS, content, ".docx") == Read("fr", {("session", "yoga", "aim"): "Deux", **CLEAN.changed}, 0)


def test_a_table_parted_in_two_is_read_whole() -> None:
    def parted(table: Any) -> None:
        other = parse_xml(f"<w:tbl {nsdecls('w')}><w:tblPr/><w:tblGrid/></w:tbl>")
        other.append(table.rows[2]._tr)
        table._tbl.addnext(other)

    assert read(WAS, paper(parted), ".docx") == CLEAN


def without_column(table: Any, column: int) -> None:
    for row in table.rows:
        row._tr.remove(row._tr.tc_lst[column])


@pytest.mark.parametrize(
    ("change", "reason", "row"),
    [
        (lambda table: table._tbl.remove(table.rows[0]._tr), "columns", 0),
        (lambda table: without_column(table, 4), "columns", 0),
        (lambda table: without_column(table, 0), "not-a-table", 0),
        (lambda table: table._tbl.getparent().remove(table._tbl), "not-a-table", 0),
        (lambda table: table.cell(1, 2).merge(table.cell(1, 3)), "cells", 2),
        (lambda table: table.cell(1, 3).merge(table.cell(2, 3)), "cells", 3),
        (lambda table: setattr(table.cell(2, 0), "text", ""), "no-key", 3),
        (lambda table: setattr(table.cell(2, 0), "text", "session yoga aim"), "twice", 3),
        (lambda table: setattr(table.cell(0, 0), "text", "event tlh"), "other-language", 0),
        (lambda table: setattr(table.cell(0, 0), "text", "elsewhere fr"), "other-event", 0),
    ],
)
def test_a_damaged_table_is_told_by_its_damage(
    change: Callable[[Any], object], reason: str, row: int
) -> None:
    with pytest.raises(NoTable) as wrong:
        read(WAS, paper(change), ".docx")
    assert (wrong.value.reason, wrong.value.row) == (reason, row)


def test_an_empty_row_more_is_no_damage() -> None:
    assert read(WAS, paper(lambda table: table.add_row()), ".docx") == CLEAN


@pytest.mark.parametrize(
    ("content", "suffix", "reason"),
    [
        (b"", ".xlsx", "not-a-table"),
        (b"PK\x03\x04 no", ".xlsx", "not-a-table"),
        (b"a,b\n", ".xlsx", "not-a-table"),
        (b"", ".docx", "not-a-table"),
        (b"PK\x03\x04 no", ".docx", "damaged"),
        (sheet_of(ROWS), ".docx", "not-a-table"),
        (paper_of(ROWS, TONGUES), ".xlsx", "not-a-table"),
        (bytes(MOST_BYTES + 1), ".docx", "too-large"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), ".docx", "locked"),
    ],
)
def test_other_files_are_refused(content: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(NoTable) as wrong:
        read(WAS, content, suffix)
    assert wrong.value.reason == reason
