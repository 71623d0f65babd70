# SPDX-License-Identifier: EUPL-1.2
"""A translator's table as a spreadsheet (.xlsx)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from octodesk.exchange.translator_table import COLUMNS, NoTable, Row

WIDTHS = {"A": 4, "B": 34, "C": 60, "D": 60, "E": 22}


def sheet_of(rows: Sequence[Row]) -> bytes:
    """The first row stays in sight and the first column is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for row in rows:
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            # Words that begin with "=" are words, not a formula.
            cell.data_type = "s" if cell.value else cell.data_type
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def rows_of_sheet(content: bytes) -> list[Row]:
    """The first sheet's rows, each of COLUMNS cells. Raises NoTable."""
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [_row(row) for row in sheet.iter_rows(values_only=True, max_col=COLUMNS)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as wrong:
        raise NoTable("not-a-table") from wrong


def _row(values: Sequence[object]) -> Row:
    """Empty cells at the end of a row are not in the file."""
    cells = ["" if value is None else str(value) for value in values]
    return (*cells, *[""] * (COLUMNS - len(cells)))
