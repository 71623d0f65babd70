# SPDX-License-Identifier: EUPL-1.2
"""Facts the inspector says of a session. No Qt."""

from __future__ import annotations

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.ui.timetable.faces import SPOKEN_TEXTS


def missing_in(document: Document, session: Session, language: str) -> int:
    """How many of its texts, its items' too, have words in another language of the conference and none in this one."""
    texts = [getattr(session, name) for name in SPOKEN_TEXTS]
    texts.extend(point.text for point in document.agenda_of(session.id))
    return sum(language in text.missing(document.languages) for text in texts)


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
        [*event.working_languages, *document.languages, *sorted(rooms), *session.interpretation]
    )
    spoken = languages.language()
    return [(code, languages.capitalised(languages.language_name(code, spoken))) for code in codes]
