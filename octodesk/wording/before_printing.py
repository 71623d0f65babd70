# SPDX-License-Identifier: EUPL-1.2
"""What to look at before printing, in words."""

from __future__ import annotations

from collections.abc import Mapping

from octodesk import languages
from octodesk.languages import N_, _, ngettext
from octodesk.model.checks import Conflict
from octodesk.model.checks.before_printing import Matter
from octodesk.model.document import Document
from octodesk.wording.row_names import row_name
from octodesk.wording.rules import conflict_sentence, rule_name

SORT_NAMES: Mapping[str, str] = {
    "restricted": N_("Restricted, but public"),
    "clash": N_("Clashes"),
    "question": N_("Not settled since changes were taken in"),
    "missing": N_("What is missing"),
    "unconfirmed": N_("Not yet confirmed"),
    "untranslated": N_("Not yet translated"),
}
"""By Matter.sort, in English; translate where shown."""


def matters_counted(count: int) -> str:
    if not count:
        return _("Nothing to look at before printing.")
    words = ngettext("{n} thing to look at before printing", "{n} things to look at before printing", count)
    return words.format(n=count)


def matter_sentence(document: Document, matter: Matter) -> str:
    """A rule's sentence; of what no rule looks at which row it is, and the language it lacks."""
    if matter.conflict is not None:
        return _found(document, matter.conflict)
    own = languages.language()
    thing = languages.capitalised(row_name(document, *matter.row))
    if not matter.language:
        return thing
    tongue = languages.language_name(matter.language, own)
    return _("{thing} is not complete in {language}.").format(thing=thing, language=tongue)


def _found(document: Document, conflict: Conflict) -> str:
    sentence = conflict_sentence(document, conflict)
    if conflict.rule != "not-placed":
        return sentence
    # Its sentence is but the session and its length.
    return _("{rule}: {sentence}").format(rule=rule_name(conflict.rule), sentence=sentence)
