# SPDX-License-Identifier: EUPL-1.2
"""What is offered where something was refused: the nearest thing that works, as words for a button and an edit. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from octodesk.edits.sessions import move_session
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import Placement
from octodesk.model.nearest import nearest_place
from octodesk.wording.things import where


@dataclass(frozen=True, slots=True)
class Offer:
    words: str
    make: Callable[[Document], Edit]


def offer_for(document: Document, refused: Refused, wished: tuple[str, Placement]) -> Offer | None:
    """Instead of a session at a placement that was refused."""
    session, at = wished
    if document.find("session", session) is None:
        return None
    if refused.reason == "start-in-gap":
        at = Placement(refused.facts["next"], at.rooms, at.exclusive)
    found = nearest_place(document, session, at)
    if found is None or found == document.session(session).placement:
        return None
    words = _("Put it at {place} instead").format(place=where(document, found))
    return Offer(words, partial(move_session, session_id=session, placement=found))
