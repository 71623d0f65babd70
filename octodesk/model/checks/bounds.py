# SPDX-License-Identifier: EUPL-1.2
"""Sessions outside the days of the event or the opening hours of their day."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground
from octodesk.model.checks.programme import Placed


def bounds(ground: Ground, subject: Placed) -> Iterator[Found]:
    """outside-event where the day is none of the event's; else outside-opening-hours."""
    event, day = ground.event, ground.day_of(subject.placement)
    when = (subject.begins, subject.ends)
    if not event.first_day <= day <= event.last_day:
        yield Found("outside-event", (subject.session.id,), when=when)
        return
    hours = ground.open_hours.get(day)
    if hours is None:
        return
    grace = ground.options["outside-opening-hours"]["grace"]
    if subject.begins < hours[0] - grace or subject.ends > hours[1] + grace:
        yield Found("outside-opening-hours", (subject.session.id,), when=when)
