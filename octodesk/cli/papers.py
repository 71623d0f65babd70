# SPDX-License-Identifier: EUPL-1.2
"""Programme documents on the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octodesk.cli.conferences import now
from octodesk.cli.failing import UNREADABLE, Failure
from octodesk.exchange.papers.files import read_page
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.understanding import Understood, understand
from octodesk.model.edit import Edit
from octodesk.wording.papers import paper_failure, report_json, report_lines


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A document that was understood."""

    understood: Understood

    def edit(self, event_id: str, author_id: str) -> Edit:
        return self.understood.edit(event_id, author_id)

    def report(self) -> Mapping[str, Any]:
        found = self.understood
        return report_json(found.counts, found.guesses, found.left_out)

    def report_lines(self) -> list[str]:
        found = self.understood
        return list(report_lines(found.counts, found.guesses, found.left_out))


def read_paper(path: Path, kind: str) -> ReadPaper:
    """Failure(3) says what is wrong with the document."""
    try:
        return ReadPaper(understand(read_page(path, kind), today=now().date()))
    except PaperError as wrong:
        raise Failure(UNREADABLE, paper_failure(wrong, path)) from wrong
