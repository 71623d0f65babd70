# SPDX-License-Identifier: EUPL-1.2
"""What stands in the lists below the timetable: clashes, and what is still to be done. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from octodesk.model.checks import Conflict, check
from octodesk.model.checks.folding import folded
from octodesk.model.document import Document
from octodesk.wording.folds import fold_name, fold_sentence
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
    folded: bool = False
    """It stands for all of its sort."""

    @property
    def key(self) -> tuple[object, ...]:
        about = () if self.folded else (self.sessions, self.people, self.rooms)
        return self.rule, self.severity, self.language, about


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
    """What is still to be done, a line per sort."""
    for fold in folded(one for one in check(document) if one.acknowledged is None):
        sessions = dict.fromkeys(session for one in fold.conflicts for session in one.sessions)
        people = dict.fromkeys(person for one in fold.conflicts for person in one.people)
        yield Finding(
            fold.rule, fold.severity, fold_name(fold), fold_sentence(document, fold), tuple(sessions),
            tuple(people), language=fold.language, folded=True,
        )  # fmt: skip
