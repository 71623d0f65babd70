# SPDX-License-Identifier: EUPL-1.2
"""What the timetable of a merge shows beside its blocks: where sessions stand here, and where each side wants them. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from octodesk.languages import _
from octodesk.model import fields
from octodesk.model.collisions import Collision
from octodesk.model.document import Document
from octodesk.model.merge_review import Review
from octodesk.ui.timetable.places import OldPlace, old_places


def ghosts(review: Review, after: Document, left: Iterable[Collision]) -> tuple[OldPlace, ...]:
    """What moves here by taking in; of a session whose place is not settled, every place that is asked for."""
    asked = {one.id: one for one in left if one.row[0] == "session" and one.field == "placement"}
    moved = (place for place in old_places(review.mine, after) if place.session not in asked)
    return (*moved, *(place for one in asked.values() for place in _wishes(after, one)))


def _wishes(after: Document, one: Collision) -> Iterator[OldPlace]:
    session = after.session(one.id)
    for held in one.values:
        at = fields.PLACEMENT.read(held.value) if held.value is not None else None
        said = _("{name} puts it here").format(name=held.edit.author.name)
        here = at == session.placement
        if at is not None:
            yield OldPlace(one.id, None if here else at, session.minutes, said)
