# SPDX-License-Identifier: EUPL-1.2
"""The day of one person: sessions on end without a pause, and no time to eat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from octodesk.model import clock
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground, joined
from octodesk.model.checks.interpretation import spells
from octodesk.model.checks.programme import Placed

REST = frozenset({"break", "coffee", "lunch", "reception", "social"})
_IN_SHIFTS = frozenset({"interpreter", "technician", "secretariat"})
"""Who work in teams, and relieve each other."""


def days_of(ground: Ground, person: str, placed: Sequence[Placed]) -> Iterator[Found]:
    """no-pause-for-speaker and no-lunch-for-speaker; `placed` are the sessions with a part of the person, by time."""
    if len(placed) == 1 and placed[0].session.kind in REST:
        return
    work = [one for one in placed if one.session.kind not in REST and _is_at_work(ground, one, person)]
    yield from _without_pause(ground, person, work)
    if not ground.people[person].person.remote:
        yield from _without_lunch(ground, person, work)


def _is_at_work(ground: Ground, one: Placed, person: str) -> bool:
    parts = ground.document.contributions_of(one.session.id)
    return any(
        part.person == person and part.role not in _IN_SHIFTS and part.way != "video" for part in parts
    )


def _without_pause(ground: Ground, person: str, work: Sequence[Placed]) -> Iterator[Found]:
    """A single session, however long, is its own affair: people of an agenda point are not there for all of it."""
    if len(work) < 2:
        return
    options = ground.options["no-pause-for-speaker"]
    for spell in spells(work, pause=options["pause"]):
        begins, ends = spell[0].begins, max(one.ends for one in spell)
        if len(spell) > 1 and ends - begins > options["minutes"]:
            sessions = tuple(one.session.id for one in spell)
            facts = (("length", ends - begins),)
            yield Found("no-pause-for-speaker", sessions, (), (person,), (begins, ends), facts)


def _without_lunch(ground: Ground, person: str, work: Sequence[Placed]) -> Iterator[Found]:
    window = ground.options["no-lunch-for-speaker"]
    by_day: dict[date, list[Placed]] = {}
    for one in work:
        by_day.setdefault(one.placement.start.date(), []).append(one)
    for day, there in by_day.items():
        opens, closes = (_instant(ground, day, window[name]) for name in ("from", "until"))
        busy = [one for one in there if one.begins < closes and opens < one.ends]
        longest = _longest_free(busy, opens, closes)
        if busy and longest < min(window["minutes"], closes - opens):
            sessions = tuple(one.session.id for one in busy)
            facts = (("date", day.isoformat()), ("free", longest), ("needed", window["minutes"]))
            yield Found("no-lunch-for-speaker", sessions, (), (person,), (opens, closes), facts)


def _longest_free(busy: Sequence[Placed], opens: int, closes: int) -> int:
    """Minutes of the longest stretch in which nothing is on."""
    longest, at = 0, opens
    for begins, ends in joined((one.begins, one.ends) for one in busy):
        longest = max(longest, begins - at)
        at = ends
    return max(longest, closes - at)


def _instant(ground: Ground, day: date, minute: int) -> int:
    return clock.instant(datetime.combine(day, time()) + timedelta(minutes=minute), ground.zone)
