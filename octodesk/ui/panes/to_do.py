# SPDX-License-Identifier: EUPL-1.2
"""What stands in the lists below the timetable: clashes, and what is still to be done. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from octodesk import languages
from octodesk.languages import _
from octodesk.model import timetable
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.model.rows import Session
from octodesk.ui import words
from octodesk.ui.panes.session_facts import missing_in
from octodesk.wording.rules import conflict_sentence, rule_name


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: how grave, what sort of thing, a sentence, the sessions it is about, the language it lacks."""

    rule: str
    severity: str
    name: str
    sentence: str
    sessions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    language: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        return self.rule, self.sessions, self.people, self.rooms, self.language


def finding_of(document: Document, conflict: Conflict) -> Finding:
    return Finding(
        conflict.rule,
        conflict.severity,
        rule_name(conflict.rule),
        conflict_sentence(document, conflict),
        conflict.sessions,
        conflict.people,
        conflict.rooms,
    )


def to_do(document: Document) -> Iterator[Finding]:
    """What has no place yet, and what is not yet translated."""
    for session in timetable.not_placed(document):
        name = words.session_name(document, session.id)
        length = languages.duration(session.minutes, languages.language())
        sentence = _("{session}, {length}").format(session=name, length=length)
        yield Finding("not-placed", "note", _("Not yet placed"), sentence, (session.id,))
    for session in document.sessions:
        yield from _untranslated(document, session)


def _untranslated(document: Document, session: Session) -> Iterator[Finding]:
    for code in document.languages:
        if not missing_in(document, session, code):
            continue
        tongue = languages.language_name(code, languages.language())
        name = _("Missing in {language}").format(language=tongue)
        sentence = words.session_name(document, session.id)
        yield Finding("translation-missing", "note", name, sentence, (session.id,), language=code)
