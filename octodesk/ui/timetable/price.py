# SPDX-License-Identifier: EUPL-1.2
"""What putting a session somewhere would cost, as the checks see it. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from octodesk.model.checks import Conflict, what_if
from octodesk.model.document import Document
from octodesk.model.fields import Placement


@dataclass(frozen=True, slots=True)
class Price:
    """The clashes there would be; those somebody has accepted do not count."""

    conflicts: tuple[Conflict, ...] = ()

    @property
    def clashes(self) -> int:
        return len(self.conflicts)

    @property
    def is_hard(self) -> bool:
        """Whether something is wrong, not only awkward."""
        return any(one.severity == "error" for one in self.conflicts)


def price_of(
    document: Document, session_id: str, at: Placement, *, minutes: int, besides: Collection[str] = ()
) -> Price:
    """The price of a session at a placement with a length; `besides` move along with it and are not in its way."""
    found = what_if(document, session_id, at, minutes)
    return Price(tuple(one for one in found if one.is_clash and _counts(one, session_id, besides)))


def price_of_all(document: Document, placements: Iterable[tuple[str, Placement]]) -> Price:
    """The price of several sessions that move together."""
    moved = tuple(placements)
    together = {session for session, _ in moved}
    found: dict[Conflict, None] = {}
    for session, at in moved:
        minutes = document.session(session).minutes
        price = price_of(document, session, at, minutes=minutes, besides=together)
        found.update(dict.fromkeys(price.conflicts))
    return Price(tuple(found))


def _counts(conflict: Conflict, session_id: str, besides: Collection[str]) -> bool:
    along = any(one != session_id and one in besides for one in conflict.sessions)
    return conflict.acknowledged is None and not along
