# SPDX-License-Identifier: EUPL-1.2
"""Who speaks: how many of each country, category and form of address, in the whole conference or one session. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Person
from octodesk.ui.panes.choice_words import word

NO_SPEAKING = frozenset({"interpreter", "secretariat", "technician"})


@dataclass(frozen=True, slots=True)
class Share:
    """A bar: its words and how many people it counts."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Balance:
    """One chart: its title and its shares, the largest first."""

    title: str
    shares: Sequence[Share]


def speaking(document: Document, session: str = "") -> Sequence[Person]:
    """Those with a part that speaks, each once; "": in any session."""
    sessions = [session] if session else [one.id for one in document.sessions]
    parts = (part for one in sessions for part in document.contributions_of(one))
    ids = dict.fromkeys(part.person for part in parts if part.role not in NO_SPEAKING)
    return [document.person(one) for one in ids]


def balance(document: Document, session: str = "") -> Sequence[Balance]:
    people, spoken = speaking(document, session), languages.language()
    return (
        Balance(_("Form of address"), _shares([word("address", one.form_of_address) for one in people])),
        Balance(_("Category"), _shares([word("category", one.category) for one in people])),
        Balance(_("Takes part"), _shares([_("By video link") if one.remote else _("In the room") for one in people])),
        Balance(_("Country"), _shares([
            languages.country_name(one.country, spoken) if one.country else _("No country") for one in people
        ])),
    )  # fmt: skip


def _shares(words: Sequence[str]) -> Sequence[Share]:
    counted = Counter(words).items()
    return tuple(Share(*one) for one in sorted(counted, key=lambda one: (-one[1], languages.folded(one[0]))))
