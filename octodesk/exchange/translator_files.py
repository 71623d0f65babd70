# SPDX-License-Identifier: EUPL-1.2
"""A translator's table as a file, a spreadsheet or a Word document, by the ending of its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from octodesk.exchange.papers.files import is_locked
from octodesk.exchange.translator_paper import paper_of, rows_of_paper
from octodesk.exchange.translator_sheet import rows_of_sheet, sheet_of
from octodesk.exchange.translator_table import NoTable, Read, Row, changes_of
from octodesk.model.document import Document

WORD: Final = ".docx"
MOST_BYTES: Final = 20_000_000


def written(rows: Sequence[Row], suffix: str, *, tongues: Sequence[str]) -> bytes:
    """A Word document for ".docx", else a spreadsheet. `tongues`: the language of each column."""
    return paper_of(rows, tongues) if suffix.lower() == WORD else sheet_of(rows)


def read(document: Document, content: bytes, suffix: str) -> Read:
    """What a table that came back says. Raises NoTable."""
    if len(content) > MOST_BYTES:
        raise NoTable("too-large")
    if is_locked(content):
        raise NoTable("locked")
    return changes_of(document, rows_of_paper(content) if suffix.lower() == WORD else rows_of_sheet(content))
