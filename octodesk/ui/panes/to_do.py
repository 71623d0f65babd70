# SPDX-License-Identifier: EUPL-1.2
"""What stands in the lists below the timetable: clashes, and what is still to be done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import cached_property, partial

from octodesk.model.checks import Conflict, check
from octodesk.model.checks.folding import Fold, folded, language_of
from octodesk.model.document import Document
from octodesk.wording.folds import fold_name, fold_sentence
from octodesk.wording.rules import conflict_sentence, rule_name


@dataclass(frozen=True)
class Finding:
    """One line: how grave, what sort of thing, a sentence, the sessions it is about, the language it lacks. `say` gives the
    sort and the sentence; it is asked when somebody looks at the line, as few of a thousand are seen."""

    rule: str
    severity: str
    say: Callable[[], tuple[str, str]] = field(compare=False, repr=False)
    sessions: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    language: str = ""
    folded: bool = False
    """It stands for all of its sort."""
    conflicts: tuple[Conflict, ...] = ()
    """What it stands for."""
    group: str = ""
    heading: str = ""
    """Of a group's own line "open" or "closed"."""
    indented: bool = False
    """It stands under the line of its group."""
    accepted: str = ""
    """The reason with which it was accepted."""

    @property
    def key(self) -> tuple[object, ...]:
        if self.heading and not self.folded:
            return "group", self.group
        about = () if self.folded else tuple(one.key for one in self.conflicts)
        facts = () if self.folded else tuple((one.begins, one.facts) for one in self.conflicts)
        return self.rule, self.language, self.group, about, facts

    @cached_property
    def _said(self) -> tuple[str, str]:
        return self.say()

    @property
    def name(self) -> str:
        return self._said[0]

    @property
    def sentence(self) -> str:
        return self._said[1]


def finding_of(document: Document, conflict: Conflict) -> Finding:
    return Finding(
        conflict.rule,
        conflict.severity,
        lambda: (rule_name(conflict.rule), conflict_sentence(document, conflict)),
        conflict.sessions,
        conflict.people,
        conflict.rooms,
        language_of(conflict),
        conflicts=(conflict,),
        indented=True,
        accepted=conflict.acknowledged or "",
    )


def to_do(document: Document, opened: Collection[tuple[str, str]] = ()) -> Iterator[Finding]:
    """What is still to be done, a line per sort, and under those that are opened (rule, language) one per conflict."""
    for fold in folded(one for one in check(document) if one.acknowledged is None):
        sessions = dict.fromkeys(session for one in fold.conflicts for session in one.sessions)
        people = dict.fromkeys(person for one in fold.conflicts for person in one.people)
        is_open = (fold.rule, fold.language) in opened and len(fold.conflicts) > 1
        heading = "" if len(fold.conflicts) == 1 else "open" if is_open else "closed"
        yield Finding(
            fold.rule, fold.severity, partial(_fold_words, document, fold), tuple(sessions), tuple(people),
            language=fold.language, folded=True, conflicts=fold.conflicts, heading=heading,
        )  # fmt: skip
        if is_open:
            yield from (finding_of(document, one) for one in fold.conflicts)


def _fold_words(document: Document, fold: Fold) -> tuple[str, str]:
    return fold_name(fold), fold_sentence(document, fold)
