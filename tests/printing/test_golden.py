# SPDX-License-Identifier: EUPL-1.2
"""Whole prints of the small conference, structure and words, compared with files that are read as a diff.

`OCTODESK_REWRITE_GOLDEN=1 pytest tests/printing/test_golden.py` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from octodesk.printing import DOCUMENTS
from tests.printing.conference import forum, print_of
from tests.printing.reading import dump

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_the_small_conference_prints_as_kept(kind: str) -> None:
    kept = GOLDEN / f"forum-{kind}.txt"
    found = dump(print_of(forum(), kind).pdf)
    if os.environ.get("OCTODESK_REWRITE_GOLDEN"):
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8")
