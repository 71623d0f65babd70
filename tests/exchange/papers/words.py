# SPDX-License-Identifier: EUPL-1.2
"""Word documents for tests: those this program writes, and those a colleague would make."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx

from octodesk.exchange.papers.understanding import Understood
from octodesk.exchange.papers.word_pages import page_of_word
from octodesk.exchange.papers.word_writing import word_document
from octodesk.model.document import Document
from tests.exchange.papers.reading import FOLDER, understood

MADE_AT = datetime(2021, 10, 4, 12, tzinfo=UTC)


def written(document: Document, *tongues: str, audience: str = "public") -> bytes:
    spoken = tongues or document.languages[:1]
    return word_document(document, tongues=tuple(spoken), audience=audience, made_at=MADE_AT)


def read_word(content: bytes) -> Understood:
    return understood(page_of_word(content))


def bytes_of(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def long_document(empty: int, after: str) -> bytes:
    """A small programme of four paragraphs, as many empty ones, and what comes after them in XML."""
    document = docx.Document()
    for line in ("Forum 2021", "16 November 2021", "Tuesday 16 November", "9.00-10.00 Talk"):
        document.add_paragraph(line)
    return with_part(
        bytes_of(document), "word/document.xml", {"<w:sectPr": f"{'<w:p/>' * empty}{after}<w:sectPr"}
    )


def a_colleagues_document() -> bytes:
    """The programme of 2021 as a colleague would have it: no styles to speak of, merged cells, bullets."""
    document = docx.Document()
    rows = []
    for line in (FOLDER / "octopus-2021-programme.txt").read_text(encoding="utf-8").split("\n"):
        if "\t" in line:
            rows.append(line.split("\t"))
        elif line.startswith("- ▶"):
            document.add_paragraph(line[4:], style="List Bullet")
        elif line.strip():
            document.add_paragraph(re.sub(r"\*\*|\]\(#\)|\[", "", line))
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        _fill(table.add_row().cells, row)
    return bytes_of(document)


def _fill(cells: Any, row: list[str]) -> None:
    words = [re.sub(r"<[^>]+>", "", part).strip() for part in row]
    if not any(words[1:]):
        cells[0].merge(cells[2]).text = words[0]
        return
    cells[0].text = words[0]
    if "Special event" in words[1]:
        _special_event(cells[1].merge(cells[2]), words[1])
    elif words[1].startswith(("Break", "End of", "Outlook", "Conclusions")):
        cells[1].merge(cells[2]).text = words[1]
    else:
        cells[1].text, cells[2].text = words[1], words[2]


def _special_event(cell: Any, words: str) -> None:
    before, *points = words.split("▶")
    cell.text = "Plenary session:"
    sentence, title = before.removeprefix("Plenary session:").strip().split("of the: ")
    cell.add_paragraph(f"{sentence}of the:")
    cell.add_paragraph(title.strip())
    for point in points:
        cell.add_paragraph(point.strip(), style="List Bullet")


def with_part(content: bytes, name: str, replaced: bytes | dict[str, str]) -> bytes:
    """The same document with one part replaced, or with words in it replaced."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.namelist():
            part = old.read(entry)
            if entry == name:
                part = replaced if isinstance(replaced, bytes) else _replaced(part, replaced)
            new.writestr(entry, part)
        if name not in old.namelist() and isinstance(replaced, bytes):
            new.writestr(name, replaced)
    return buffer.getvalue()


def _replaced(part: bytes, words: dict[str, str]) -> bytes:
    text = part.decode()
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    return text.encode()
