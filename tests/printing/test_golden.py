# SPDX-License-Identifier: EUPL-1.2
"""Whole prints of the small conference: structure, words as a reader extracts them, and how the first page looks.

They are compared with files that are read as a diff; `OCTODESK_REWRITE_GOLDEN=1 pytest tests/printing/test_golden.py`
writes them anew.
"""

from __future__ import annotations

import os
from contextlib import closing
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from octodesk.printing import DOCUMENTS
from tests.printing.conference import forum, print_of
from tests.printing.reading import dump

GOLDEN = Path(__file__).parent / "golden"
REWRITE = bool(os.environ.get("OCTODESK_REWRITE_GOLDEN"))
DPI = 60
GREYS = 16
MOST_OTHER = 0.002
"""Share of the pixels that may look otherwise: another version of the renderer rounds otherwise."""


@cache
def pdf(kind: str) -> bytes:
    return print_of(forum(), kind).pdf


def extracted(kind: str) -> str:
    """The words of each page in the order in which a reader copies them."""
    with closing(pypdfium2.PdfDocument(pdf(kind))) as book:
        pages = [str(page.get_textpage().get_text_range()).replace("\r\n", "\n") for page in book]
    return "".join(f"-- page {number}\n{words.strip()}\n" for number, words in enumerate(pages, start=1))


def first_page(kind: str) -> Image.Image:
    with closing(pypdfium2.PdfDocument(pdf(kind))) as book:
        drawn: Image.Image = book[0].render(scale=DPI / 72, grayscale=True).to_pil()
    return drawn.quantize(GREYS).convert("L")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_structure_and_words_are_as_kept(kind: str) -> None:
    kept = GOLDEN / f"forum-{kind}.txt"
    found = dump(pdf(kind)) + "\n" + extracted(kind)
    if REWRITE:
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_first_page_looks_as_kept(kind: str) -> None:
    kept = GOLDEN / f"forum-{kind}.png"
    found = first_page(kind)
    if REWRITE:
        found.quantize(GREYS).save(kept, optimize=True)
    with Image.open(kept) as read:
        before = read.convert("L")
    assert found.size == before.size
    counts = ImageChops.difference(found, before).histogram()
    assert sum(counts[64:]) <= MOST_OTHER * found.width * found.height
