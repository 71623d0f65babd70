# SPDX-License-Identifier: EUPL-1.2
"""Rooms and people that are not there: outside the hours they are available."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from octodesk.model import clock
from octodesk.model.checks.found import Found
from octodesk.model.checks.programme import Placed, Programme
from octodesk.model.document import Document
from octodesk.model.fields import Span


def availability(document: Document, _: Programme, subject: Placed) -> Iterator[Found]:
    """room-unavailable and speaker-unavailable. Who has no hours given is always available."""
    when = (subject.begins, subject.ends)
    for room_id in subject.placement.rooms:
        if not covers(document, document.room(room_id).availability, subject):
            yield Found("room-unavailable", (subject.id,), rooms=(room_id,), when=when)
    for person_id in sorted(subject.people):
        if not covers(document, document.person(person_id).availability, subject):
            yield Found("speaker-unavailable", (subject.id,), people=(person_id,), when=when)


def covers(document: Document, spans: Sequence[Span], subject: Placed) -> bool:
    """Whether the hours available (wall clock, sorted; none: always) hold all of a session; adjoining ones join."""
    if not spans:
        return True
    zone, reached = document.event.time_zone, subject.begins
    for span in spans:
        if clock.instant(span.begins, zone) <= reached:
            reached = max(reached, clock.instant(span.ends, zone))
    return reached >= subject.ends
