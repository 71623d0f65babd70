# SPDX-License-Identifier: EUPL-1.2
"""What is still to do in one sentence per sort: "40 sessions: WS 1, WS 2, WS 3 and 37 more."."""

from __future__ import annotations

from collections.abc import Sequence

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.checks.folding import Fold
from octodesk.model.document import Document
from octodesk.wording.rules import conflict_sentence, rule_name
from octodesk.wording.things import person_name, session_name

MOST_NAMES = 4


def fold_name(fold: Fold) -> str:
    """What sort of thing it is: "Nobody leads it", "Missing in French"."""
    if not fold.language:
        return rule_name(fold.rule)
    tongue = languages.language_name(fold.language, languages.language())
    return _("Missing in {language}").format(language=tongue)


def fold_sentence(document: Document, fold: Fold) -> str:
    """The sentence of its conflict, or of all of them with their number and the first names."""
    if len(fold.conflicts) == 1:
        return conflict_sentence(document, fold.conflicts[0])
    people = dict.fromkeys(one for conflict in fold.conflicts for one in conflict.people)
    if people:
        named = [person_name(document, one) for one in people]
        words = ngettext("{n} person: {names}", "{n} people: {names}", len(people))
        return words.format(n=len(people), names=_some(named))
    sessions = dict.fromkeys(one for conflict in fold.conflicts for one in conflict.sessions)
    named = [session_name(document, one) for one in sessions]
    if len(set(named)) == 1:  # forty new ones that are all still called "Workshop"
        return ngettext("{n} session", "{n} sessions", len(named)).format(n=len(named))
    words = ngettext("{n} session: {names}", "{n} sessions: {names}", len(named))
    return words.format(n=len(named), names=_some(named))


def _some(told: Sequence[str]) -> str:
    if len(told) <= MOST_NAMES:
        return languages.listed(told, languages.language())
    more = len(told) - MOST_NAMES + 1
    rest = ngettext("{n} more", "{n} more", more).format(n=more)
    return languages.listed([*told[: MOST_NAMES - 1], rest], languages.language())
