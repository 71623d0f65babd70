# SPDX-License-Identifier: EUPL-1.2
"""Two sessions at one time: in one room, with one person, beside what nothing may run beside.

Two sessions conflict in time when each starts before the other ends; touching is no conflict. Any role counts, and the
people of agenda points count for the whole session.
"""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model.checks.found import Found
from octodesk.model.checks.programme import Placed, Programme
from octodesk.model.document import Document

BREAKS = frozenset({"break", "coffee", "lunch"})


def overlaps(_: Document, programme: Programme, subject: Placed) -> Iterator[Found]:
    """room-double-booked, speaker-double-booked, beside-exclusive and across-break of one session with every other."""
    for other in programme.beside(subject):
        yield from _between(subject, other) if subject.order < other.order else _between(other, subject)


def _between(first: Placed, second: Placed) -> Iterator[Found]:
    pair = (first.id, second.id)
    when = (max(first.begins, second.begins), min(first.ends, second.ends))
    if rooms := set(first.placement.rooms) & set(second.placement.rooms):
        yield Found("room-double-booked", pair, rooms=tuple(sorted(rooms)), when=when)
    if people := first.people & second.people:
        yield Found("speaker-double-booked", pair, people=tuple(sorted(people)), when=when)
    if first.placement.exclusive or second.placement.exclusive:
        at_break = any(one.placement.exclusive and one.session.kind in BREAKS for one in (first, second))
        yield Found("across-break" if at_break else "beside-exclusive", pair, when=when)
