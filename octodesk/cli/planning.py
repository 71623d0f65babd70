# SPDX-License-Identifier: EUPL-1.2
"""Places and moves as text for a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from octodesk.cli.failing import WRONG_USAGE, Failure
from octodesk.languages import _
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.planner.places import Place
from octodesk.wording.suggestions import reasons
from octodesk.wording.things import where_and_day


def session_called(document: Document, words: str) -> str:
    """The id of the session with this id, else with this label, in any of the conference's languages."""
    if document.find("session", words) is not None:
        return words
    for session in document.sessions:
        if words in {document.label(session.id, language) for language in document.languages}:
            return session.id
    raise Failure(WRONG_USAGE, _("There is no session {name}.").format(name=words))


def places_plain(document: Document, session_id: str, place: Place) -> dict[str, Any]:
    """A place as the contract has it."""
    said = reasons(document, session_id, place.placement, place.conflicts)
    return {
        "start": clock.moment_words(place.placement.start),
        "rooms": list(place.placement.rooms),
        "cost": place.cost,
        "new_conflicts": place.new,
        "reasons": [{"rule": rule, "message": message} for rule, message in said],
    }


def place_lines(document: Document, session_id: str, found: Sequence[Place]) -> Iterator[str]:
    """Two lines per place: where, and why."""
    for number, place in enumerate(found, 1):
        yield f"{number}. {where_and_day(document, place.placement)}"
        said = reasons(document, session_id, place.placement, place.conflicts)
        yield "   " + " ".join(message for _rule, message in said)
