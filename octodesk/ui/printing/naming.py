# SPDX-License-Identifier: EUPL-1.2
"""What a print's file is called."""

from __future__ import annotations

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.printing import PrintOptions
from octodesk.wording.prints import DOCUMENT_NAMES
from octodesk.wording.things import person_name, room_name, session_name


def file_name(document: Document, kind: str, options: PrintOptions) -> str:
    """ "Octopus 2021 - Door signs - Room 2 (fr).pdf"."""
    event = document.event
    name = event.short_name or document.words(event.name)
    parts = [_(DOCUMENT_NAMES[kind]), *_parts(document, options)]
    words = _("{conference} - {document} ({language})").format(
        conference=name, document=" - ".join(parts), language="-".join(options.languages)
    )
    # The points of "A. Silva" may stand, those that hide a file or go up a folder may not.
    safe = "".join(letter if letter.isalnum() or letter in " ()-.,'" else "_" for letter in words)
    return safe.lstrip(".") + ".pdf"


def _parts(document: Document, options: PrintOptions) -> list[str]:
    found = [options.day.isoformat()] if options.day else []
    for row_id, said in (
        (options.room, room_name),
        (options.session, session_name),
        (options.person, person_name),
    ):
        if row_id:
            found.append(said(document, row_id))
    return found
