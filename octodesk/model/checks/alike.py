# SPDX-License-Identifier: EUPL-1.2
"""Two sessions that would do each other harm at one time: the same public, or somebody has said that they must not meet
or in which order they come."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground
from octodesk.model.checks.overlaps import in_order
from octodesk.model.checks.programme import EMPTY, Placed


def of_one_track(ground: Ground, subject: Placed) -> Iterator[Found]:
    """parallel-same-track. Beside what is exclusive that rule has said it."""
    track = subject.session.track
    if not track or subject.placement.exclusive:
        return
    row = ground.programme.by_track.get(track, EMPTY)
    for other in row.overlapping(subject.begins, subject.ends):
        if other.session.id != subject.session.id and not other.placement.exclusive:
            facts = (("track", track),)
            yield _pair("parallel-same-track", subject, other, facts)


def of_one_audience(ground: Ground, subject: Placed) -> Iterator[Found]:
    """parallel-same-audience: both are meant for a region, and it cannot attend both."""
    seen: set[str] = set()
    for region in subject.session.regions:
        row = ground.programme.by_region.get(region, EMPTY)
        for other in row.overlapping(subject.begins, subject.ends):
            if other.session.id != subject.session.id and other.session.id not in seen:
                seen.add(other.session.id)
                shared = tuple(one for one in subject.session.regions if one in other.session.regions)
                yield _pair("parallel-same-audience", subject, other, (("zones", shared),))


def as_declared(ground: Ground, subject: Placed) -> Iterator[Found]:
    """must-not-overlap for sessions kept apart by hand, wrong-order for one that is to follow another. Either of the
    two may name the other."""
    session, placed, links = subject.session, ground.programme.placed, ground.links
    itself = session.id
    if not (session.apart_from or session.after or itself in links.apart_from or itself in links.after):
        return
    for name in {*session.apart_from, *links.apart_from.get(itself, ())} - {itself}:
        other = placed.get(name)
        if other is not None and subject.overlaps(other):
            yield _pair("must-not-overlap", subject, other)
    for name in {*session.after} - {itself}:
        if name in placed:
            yield from _order(subject, placed[name])
    for name in {*links.after.get(itself, ())} - {itself}:
        if name in placed:
            yield from _order(placed[name], subject)


def _order(later: Placed, earlier: Placed) -> Iterator[Found]:
    if later.begins < earlier.ends:
        when = (later.begins, earlier.ends)
        yield Found("wrong-order", (later.session.id, earlier.session.id), when=when)


def _pair(
    rule: str, one: Placed, other: Placed, facts: tuple[tuple[str, str | tuple[str, ...]], ...] = ()
) -> Found:
    first, second = in_order(one, other)
    when = (max(first.begins, second.begins), min(first.ends, second.ends))
    return Found(rule, (first.session.id, second.session.id), when=when, facts=facts)
