# SPDX-License-Identifier: EUPL-1.2
"""A written document goes through LibreOffice, to .odt and back, and is read as before."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.exchange.papers.reading import document_of, left, read_file
from tests.exchange.papers.sameness import without_ids
from tests.exchange.papers.words import a_colleagues_document, read_word, written

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed here")


def through(folder: Path, content: bytes, *kinds: str) -> bytes:
    """The document converted to each kind in turn, by a LibreOffice with a profile of its own."""
    path = folder / "document.docx"
    path.write_bytes(content)
    for place, kind in enumerate(kinds):
        out = folder / str(place)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        subprocess.run(
            [SOFFICE or "", profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)],
            check=True, capture_output=True, timeout=180,
        )  # fmt: skip
        path = next(out.iterdir())
    return path.read_bytes()


@needs_libreoffice
@pytest.mark.parametrize("name", ["octopus-2021-programme.txt", "forum-programme.txt"])
def test_to_odt_and_back(tmp_path: Path, name: str) -> None:
    document = document_of(read_file(name))
    again = read_word(through(tmp_path, written(document), "odt", "docx"))
    assert left(again) == []
    assert without_ids(document_of(again)) == without_ids(document)


@needs_libreoffice
def test_a_colleagues_document_to_odt_and_back(tmp_path: Path) -> None:
    again = read_word(through(tmp_path, a_colleagues_document(), "odt", "docx"))
    assert without_ids(document_of(again)) == without_ids(
        document_of(read_file("octopus-2021-programme.txt"))
    )


@needs_libreoffice
def test_it_becomes_a_pdf(tmp_path: Path) -> None:
    content = through(tmp_path, written(document_of(read_file("octopus-2021-programme.txt"))), "pdf")
    assert content.startswith(b"%PDF")
