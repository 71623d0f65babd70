# SPDX-License-Identifier: EUPL-1.2
"""The day of one person: sessions on end without a pause, and no time to eat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground, joined, lunch_on
from octodesk.model.checks.interpretation import spells
from octodesk.model.checks.programme import Placed

REST = frozenset({"break", "coffee", "lunch", "reception", "social"})
_IN_SHIFTS = frozenset({"interpreter", "technician", "secretariat"})
"""Who work in teams, and relieve each other."""


def days_of(ground: Ground, person: str, placed: Sequence[Placed]) -> Iterator[Found]:
    """no-pause-for-speaker and no-lunch-for-speaker; `placed` are the sessions with a part of the person, by time."""
    remote = ground.people[person].person.remote
    # Leaving sessions out only makes pauses longer: where all of them leave enough, nobody needs to look closer.
    long_without = len(placed) > 1 and any(True for _ in _without_pause(ground, person, placed))
    no_lunch = not remote and any(True for _ in _without_lunch(ground, person, placed))
    if long_without or no_lunch:
        work = [one for one in placed if one.session.kind not in REST and _is_at_work(ground, one, person)]
        yield from _without_pause(ground, person, work)
        if no_lunch:
            yield from _without_lunch(ground, person, work)


def _is_at_work(ground: Ground, one: Placed, person: str) -> bool:
    return any(
        part.person == person and part.role not in _IN_SHIFTS and part.way != "video"
        for part in ground.parts[one.session.id]
    )


def _without_pause(ground: Ground, person: str, work: Sequence[Placed]) -> Iterator[Found]:
    """A single session, however long, is its own affair: people of an agenda point are not there for all of it."""
    options = ground.options["no-pause-for-speaker"]
    if not work or work[-1].ends - work[0].begins <= options["minutes"]:
        return
    for spell in spells(work, pause=options["pause"]):
        begins, ends = spell[0].begins, max([one.ends for one in spell])
        if len(spell) > 1 and ends - begins > options["minutes"]:
            sessions = tuple(one.session.id for one in spell)
            facts = (("length", ends - begins),)
            yield Found("no-pause-for-speaker", sessions, (), (person,), (begins, ends), facts)


def _without_lunch(ground: Ground, person: str, work: Sequence[Placed]) -> Iterator[Found]:
    by_day: dict[date, list[Placed]] = {}
    for one in work:
        day = one.placement.start.date()
        opens, closes = lunch_on(ground, day)
        if one.begins < closes and opens < one.ends:
            by_day.setdefault(day, []).append(one)
    for day, busy in by_day.items():
        opens, closes = lunch_on(ground, day)
        needed = ground.options["no-lunch-for-speaker"]["minutes"]
        longest = _longest_free(busy, opens, closes)
        if longest < min(needed, closes - opens):
            sessions = tuple(one.session.id for one in busy)
            facts = (("date", day.isoformat()), ("free", longest), ("needed", needed))
            yield Found("no-lunch-for-speaker", sessions, (), (person,), (opens, closes), facts)


def _longest_free(busy: Sequence[Placed], opens: int, closes: int) -> int:
    """Minutes of the longest stretch in which nothing is on."""
    longest, at = 0, opens
    for begins, ends in joined((one.begins, one.ends) for one in busy):
        longest = max(longest, begins - at)
        at = ends
    return max(longest, closes - at)
