# SPDX-License-Identifier: EUPL-1.2
"""Sessions outside the days of the event or the opening hours of their day."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model import clock
from octodesk.model.checks.found import Found
from octodesk.model.checks.programme import Placed, Programme
from octodesk.model.document import Document
from octodesk.model.timetable import opening


def bounds(document: Document, _: Programme, subject: Placed) -> Iterator[Found]:
    """outside-event where the day is none of the event's; else outside-opening-hours."""
    event, day = document.event, document.day_of(subject.placement)
    when = (subject.begins, subject.ends)
    if not event.first_day <= day <= event.last_day:
        yield Found("outside-event", (subject.id,), when=when)
        return
    hours = opening(document, day)
    if hours is None:
        return
    opens, closes = (clock.instant(moment, event.time_zone) for moment in hours)
    if subject.begins < opens or subject.ends > closes:
        yield Found("outside-opening-hours", (subject.id,), when=when)
