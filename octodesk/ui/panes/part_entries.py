# SPDX-License-Identifier: EUPL-1.2
"""What a part in a session holds besides person and role. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Contribution
from octodesk.ui import reading
from octodesk.ui.panes.choice_words import choices, word
from octodesk.ui.panes.entries import Entry, Section


def _held(document: Document, part_id: str, name: str) -> str:
    value = getattr(document.contribution(part_id), name)
    return "" if value is None else str(value)


PART = Section("part", (
    Entry("topic", lambda: _("Topic"), lambda: _(
            "What this person speaks about. Stands behind the name in the full programme."
        )),
    Entry("way", lambda: _("Takes part"), lambda: _(
            "In the room, by video link or by a video message. Stands on the run sheet and the booths' sheet."
        ),
          "choice", 2, choices=lambda _document, _ids: choices("way")),
    Entry("minutes", lambda: _("Minutes"), lambda: _("How long this person speaks. Stands on the run sheet."), quarters=1,
          read=reading.count, words=lambda document, part: _held(document, part, "minutes")),
    Entry("seat", lambda: _("Seat"), lambda: _(
            "The seat on the podium, from the left. Name plates are printed in this order."
        ), quarters=1,
          read=reading.count, words=lambda document, part: _held(document, part, "seat")),
    Entry("on_behalf_of", lambda: _("On behalf of"), lambda: _("Whom this person speaks for. Stands behind the name.")),
))  # fmt: skip


def part_facts(document: Document, part: Contribution) -> Iterator[str]:
    """What is set of them, in words: "by video link", "20 min"."""
    spoken = languages.language()
    if part.way != "room":
        yield word("way", part.way)
    if part.minutes:
        yield languages.duration(part.minutes, spoken)
    if part.topic:
        yield languages.quoted(document.words(part.topic, spoken), spoken)
