# SPDX-License-Identifier: EUPL-1.2
"""Facts the inspector says of a session. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.model.text import Text
from octodesk.model.translations import standing_of
from octodesk.ui.timetable.faces import SPOKEN_TEXTS


def texts_of(document: Document, session: Session) -> Iterator[tuple[tuple[str, str, str], Text]]:
    """((table, row, field), text) of a session's texts and of its items'."""
    for name in SPOKEN_TEXTS:
        yield ("session", session.id, name), getattr(session, name)
    for point in document.agenda_of(session.id):
        yield ("agenda_point", point.id, "text"), point.text


def lacking_in(document: Document, sessions: Sequence[Session], language: str) -> tuple[int, int]:
    """(missing, changed since translated) among the texts of some sessions in a language."""
    keys = (((*key, language), text) for session in sessions for key, text in texts_of(document, session))
    found = [standing_of(document, key, text) for key, text in keys if text]
    return found.count("missing"), found.count("stale")


def fixed_words(session: Session) -> str:
    """What about it is fixed: "number fixed · fixed time"."""
    facts = {
        _("number fixed"): session.number_fixed,
        _("fixed time"): session.locked_time,
        _("fixed room"): session.locked_room,
    }
    return " · ".join(words for words, holds in facts.items() if holds)


def offered_languages(document: Document, session: Session) -> list[tuple[str, str]]:
    """(code, name) of the languages a session may be interpreted into."""
    event = document.event
    rooms = (code for room in document.rooms for code in room.languages)
    codes = dict.fromkeys(
        [
            *event.working_languages,
            *document.languages,
            *sorted(rooms),
            *session.interpretation,
            *session.floor_languages,
        ]
    )
    spoken = languages.language()
    return [(code, languages.capitalised(languages.language_name(code, spoken))) for code in codes]
