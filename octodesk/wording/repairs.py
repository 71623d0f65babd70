# SPDX-License-Identifier: EUPL-1.2
"""Moves that would repair a programme, in sentences, and why there is no place for a session."""

from __future__ import annotations

from collections.abc import Iterable

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.wording.rules import rule_name
from octodesk.wording.things import session_name, where_and_day


def move_sentence(document: Document, session_id: str, before: Placement, after: Placement | None) -> str:
    """ "WS 1: Thursday 21 November, Assembly Chamber, 11:00 → Thursday 21 November, Room 1, 11:00"."""
    name, was = session_name(document, session_id), where_and_day(document, before)
    if after is None:
        return _("{session}: {before} → off the timetable").format(session=name, before=was)
    return _("{session}: {before} → {after}").format(
        session=name, before=was, after=where_and_day(document, after)
    )


def no_place_sentence(document: Document, session_id: str, rules: Iterable[str], *, fixed: bool) -> str:
    """The smallest set of facts that clash."""
    name = session_name(document, session_id)
    named = languages.listed([rule_name(one) for one in rules], languages.language())
    if fixed:
        words = _(
            "{session} cannot stay ({rules}), but its time or room is fixed. Free it, then repair again."
        )
    else:
        words = _("There is no place for {session}: {rules}. Without one of these there would be.")
    return words.format(session=name, rules=named)


def moves_sentence(moved: int, *, bound: int) -> str:
    """How many move, and whether fewer could."""
    if not moved:
        return _("Nothing has to move.")
    count = ngettext("{n} session moves.", "{n} sessions move.", moved).format(n=moved)
    least = _("Fewer would not do.")
    return f"{count} {least}" if moved == bound else count
