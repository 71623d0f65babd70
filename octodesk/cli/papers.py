# SPDX-License-Identifier: EUPL-1.2
"""Programme documents on the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octodesk.cli.conferences import Source, document_of, now
from octodesk.cli.failing import UNREADABLE, WRONG_USAGE, Failure
from octodesk.cli.formats import ExportOptions
from octodesk.exchange.papers.files import read_page
from octodesk.exchange.papers.matching import with_programme
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.understanding import Understood, understand
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.identity import fresh_id
from octodesk.wording.papers import paper_failure, report_json, report_lines


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A document that was understood."""

    understood: Understood

    def edit(self, event_id: str, author_id: str) -> Edit:
        return self.understood.edit(event_id, author_id)

    def within(self, document: Document, author_id: str) -> Document:
        return with_programme(
            document, self.understood, author_id=author_id, fresh=lambda: fresh_id(os.urandom(10))
        )

    def report(self) -> Mapping[str, Any]:
        found = self.understood
        return report_json(found.counts, found.guesses, found.left_out, found.page.lines)

    def report_lines(self) -> list[str]:
        found = self.understood
        return list(report_lines(found.counts, found.guesses, found.left_out, found.page.lines))


def read_paper(path: Path, kind: str) -> ReadPaper:
    """Failure(3) says what is wrong with the document."""
    try:
        return ReadPaper(understand(read_page(path, kind), today=now().date()))
    except PaperError as wrong:
        raise Failure(UNREADABLE, paper_failure(wrong, path)) from wrong


def write_word(source: Source, options: ExportOptions) -> bytes:
    """The conference as a .docx, in one language or two. Failure(2)."""
    from octodesk.exchange.papers.word_writing import word_document

    document = document_of(source.log)
    tongues = options.tongues or document.languages[:1]
    unknown = [one for one in tongues if one not in document.languages]
    if unknown or len(tongues) > 2:
        sentence = _("The programme is written in one language or two of these: {known}.")
        raise Failure(WRONG_USAGE, sentence.format(known=", ".join(document.languages)))
    return word_document(document, tongues=tongues, audience=options.audience, made_at=now())
