# SPDX-License-Identifier: EUPL-1.2
"""What a merge would do, in words: who has what, how much fits, and where each change belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from octodesk import languages
from octodesk.languages import N_, _, ngettext
from octodesk.model.document import Document
from octodesk.model.merge_review import Line, Review
from octodesk.model.stamped import Stamped
from octodesk.wording.differences import told
from octodesk.wording.moments import when
from octodesk.wording.things import session_name

MOST_NAMES = 3

_HEADINGS: Mapping[str, str] = {
    "event": N_("Conference"),
    "day": N_("Days"),
    "room": N_("Rooms"),
    "booking": N_("Interpretation"),
    "track": N_("Tracks"),
    "kind": N_("Kinds of session"),
    "person": N_("People"),
    "heading": N_("Front page"),
    "related": N_("Related meetings"),
    "contact": N_("Contacts"),
    "donor": N_("Donors"),
    "acknowledgement": N_("Accepted clashes"),
    "rule_setting": N_("Rules"),
    "version": N_("Versions"),
}


def who_words(names: Sequence[str], me: str) -> str:
    """ "Benoît", "Ana and Benoît", "Ana, Benoît and 2 others"; one's own name on another computer is "You"."""
    named = [_("you") if name == me else name for name in names]
    if len(named) > MOST_NAMES:
        count = len(named) - MOST_NAMES + 1
        others = ngettext("{n} other", "{n} others", count).format(n=count)
        named = [*named[: MOST_NAMES - 1], others]
    return languages.capitalised(languages.listed(named, languages.language()))


def summary(review: Review, who: str) -> Iterator[str]:
    """Sentences: what they have, what I have, how much of it touches the same thing."""
    new, lacking = len(review.new), len(review.lacking)
    if new:
        yield ngettext(
            "{who}: {n} change that you do not have.", "{who}: {n} changes that you do not have.", new
        ).format(who=who, n=new)
    if lacking:
        yield ngettext(
            "You: {n} change that is not in this copy.",
            "You: {n} changes that are not in this copy.",
            lacking,
        ).format(n=lacking)
    if new and lacking:
        yield _fitting(review)


def _fitting(review: Review) -> str:
    fit = len(review.new) - review.colliding
    if not review.colliding:
        return _("All of them fit.")
    fitting = ngettext("{n} fits", "{n} fit", fit).format(n=fit)
    touching = ngettext(
        "{n} touches something you have changed too",
        "{n} touch something you have changed too",
        review.colliding,
    ).format(n=review.colliding)
    return _("{fitting}; {touching}.").format(fitting=fitting, touching=touching)


def group_words(document: Document, earlier: Document, session: str, table: str) -> str:
    """ "WS 4 – Crime and crypto currencies", "Rooms". A session that is gone is called as it was."""
    if not session:
        return _(_HEADINGS[table]) if table in _HEADINGS else table
    there = document if document.find("session", session) is not None else earlier
    if there.find("session", session) is None:
        return languages.capitalised(session_name(there, session))
    language = languages.language()
    label, title = there.label(session, language), there.title(session, language)
    return _("{label} – {title}").format(label=label, title=title) if label and label != title else title


def line_words(review: Review, line: Line, *, theirs: bool) -> str:
    """One change of a side, as a sentence without its full stop."""
    return told(review.base, review.theirs if theirs else review.mine, line.difference)


def signature(edit: Stamped | None, me: str, now: datetime) -> str:
    """Who and when: "Ana, Tuesday"; "you, 15:02" for one's own. `me` is the author's id."""
    if edit is None:
        return ""
    name = _("you") if edit.author.id == me else edit.author.name
    return _("{name}, {when}").format(name=name, when=when(edit.wall, now))
