# SPDX-License-Identifier: EUPL-1.2
"""Every text of the conference that a reader sees, and how it stands in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from octodesk.model.document import Document
from octodesk.model.rows import Row
from octodesk.model.text import Text
from octodesk.model.translations import Standing, standing_of, texts_of

HOUSE_STYLE = frozenset({"time_form", "zone_mark", "name_order"})
"""Texts of the event that are no words to translate."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of one row."""

    table: str
    row: str
    field: str
    text: Text

    @property
    def key(self) -> str:
        return f"{self.table} {self.row} {self.field}"

    def standing(self, document: Document, language: str) -> Standing:
        return standing_of(document, (self.table, self.row, self.field, language), self.text)


def wordings(document: Document) -> Sequence[Wording]:
    """Those with words in any language: the event, then sessions with their items, then the rest, in their order."""
    return tuple(
        Wording(table, row.id, field, text)
        for table, row in _rows(document)
        for field, text in texts_of(table, row)
        if text and not (table == "event" and field in HOUSE_STYLE)
    )


def _rows(document: Document) -> Iterator[tuple[str, Row]]:
    yield "event", document.event
    for session in document.sessions:
        yield "session", session
        yield from (("agenda_point", point) for point in document.agenda_of(session.id))
        yield from (("contribution", part) for part in document.contributions_of(session.id))
    yield from (("day", day) for day in document.days)
    yield from (("room", room) for room in document.rooms)
    yield from (("track", track) for track in document.tracks)
    yield from (("kind", kind) for kind in document.kinds)
    yield from (("person", person) for person in document.people)
    yield from (("heading", heading) for heading in document.headings)
    yield from (("related", meeting) for meeting in document.related)
    yield from (("contact", contact) for contact in document.contacts)
    yield from (("donor", donor) for donor in document.donors)
