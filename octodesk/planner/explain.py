# SPDX-License-Identifier: EUPL-1.2
"""Why there is no place for a session: the smallest set of rules that together leave none."""

from __future__ import annotations

from collections.abc import Collection

from octodesk.model.checks.rules import RULES
from octodesk.model.checks.settings import severities
from octodesk.model.document import Document
from octodesk.planner.places import best_offers


def because(document: Document, session_id: str, rules: Collection[str]) -> tuple[str, ...]:
    """Of some rules those without any of which there would be a place; () where there is one.

    One rule after the other is left out; where there is still no place without it, it is not needed to say why.
    """
    grave = severities(document)
    needed = [rule for rule in RULES if rule in rules and grave[rule] != "off"]
    if _is_possible(document, session_id, needed):
        return ()
    for rule in tuple(reversed(needed)):  # what is said first is what most people can do least about
        fewer = [one for one in needed if one != rule]
        if not _is_possible(document, session_id, fewer):
            needed = fewer
    return tuple(needed)


def _is_possible(document: Document, session_id: str, rules: Collection[str]) -> bool:
    weights = {rule: int(rule in rules) for rule in RULES}
    offers = best_offers(document, document.session(session_id), 1, weights)
    return bool(offers) and offers[0].cost == 0
