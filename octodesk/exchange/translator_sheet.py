# SPDX-License-Identifier: EUPL-1.2
"""A translator's table as a spreadsheet: what is to be translated, and its way back.

Columns: a key (hidden, it finds the text again), what it is, the source's words, the words in the other language, and
how it stands. Only the fourth column is read back.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from octodesk.model.document import Document
from octodesk.model.parity import Wording, wordings

MOST_BYTES = 20_000_000
WIDTHS = {"A": 4, "B": 34, "C": 60, "D": 60, "E": 22}


class NoSheet(ValueError):
    """The bytes are no table that was written here. `reason` is "not-a-sheet", "other-event" or "too-large"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Read:
    """language; the wordings that differ from what is there, by (table, row, field); how many texts are there no more."""

    language: str
    changed: Mapping[tuple[str, str, str], str]
    gone: int


def written(
    document: Document, language: str, *, titles: Sequence[str], name: Callable[[Wording], str],
    states: Mapping[str, str], everything: bool,
) -> bytes:  # fmt: skip
    """The table as .xlsx. `titles` stand over the last four columns, `states` name missing, stale and done; without
    `everything` only what is missing or stale is in it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append([f"{document.event_id} {language}", *titles])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for one in wordings(document):
        state = one.standing(document, language)
        if everything or state in ("missing", "stale"):
            source = document.words(one.text, document.languages[0])
            # Words that begin with "=" are words, not a formula.
            sheet.append([one.key, name(one), source, one.text.in_language(language), states.get(state, "")])
            for cell in sheet[sheet.max_row]:
                cell.data_type = "s" if cell.value else cell.data_type
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, width in WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["A"].hidden = True
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(document: Document, content: bytes) -> Read:
    """What a table that came back says. Raises NoSheet."""
    rows = _rows(content)
    head = str(rows[0][0] or "").split() if rows and rows[0] else []
    if len(head) != 2:
        raise NoSheet("not-a-sheet")
    if head[0] != document.event_id:
        raise NoSheet("other-event")
    known = {one.key: one for one in wordings(document)}
    changed: dict[tuple[str, str, str], str] = {}
    gone = 0
    for row in rows[1:]:
        key, words = str(row[0] or ""), str(row[3] or "").strip() if len(row) > 3 else ""
        one = known.get(key)
        if one is None:
            gone += bool(key)
        elif words and words != one.text.in_language(head[1]):
            changed[one.table, one.row, one.field] = words
    return Read(head[1], changed, gone)


def _rows(content: bytes) -> list[tuple[Any, ...]]:
    if len(content) > MOST_BYTES:
        raise NoSheet("too-large")
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return [tuple(row) for row in sheet.iter_rows(values_only=True, max_col=5)]
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, IndexError, OSError) as wrong:
        raise NoSheet("not-a-sheet") from wrong
