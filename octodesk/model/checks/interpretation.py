# SPDX-License-Identifier: EUPL-1.2
"""Interpretation: whether the languages wanted are there, for as long as they are wanted, by a team that can do it.

Where a room and day has bookings they count, and those refused give nothing; else the room's usual languages.

How long a team may work follows the team strengths of the International Association of Conference Interpreters
(AIIC, "Professional standards", annex on team strength, as its Canadian region publishes them): in one booth one
interpreter alone at most 40 minutes, two at most three and a half hours, three at most six, four at most eight; the
numbers are the rule's options, as houses have their own. Here the interpreters of a booking are shared out evenly over
its languages, and a pause of a quarter of an hour begins the count anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Booked, Ground, Stretch, joined
from octodesk.model.checks.programme import Placed

_SIZES = ("one", "two", "three", "four")


def languages_there(ground: Ground, subject: Placed) -> Iterator[Found]:
    """interpretation-missing for languages nobody interprets into then; booking-too-short for those that begin late or
    end early. In joined rooms one of them is enough."""
    wanted, rooms = subject.session.interpretation, subject.placement.rooms
    if not wanted or not rooms:
        return
    day = ground.day_of(subject.placement)
    when = (subject.begins, subject.ends)
    left = {one: min(_lacking(ground, room, day, one, when) for room in rooms) for one in wanted}
    length = subject.ends - subject.begins
    if missing := tuple(one for one in wanted if left[one] >= length):
        facts = (("languages", missing),)
        yield Found("interpretation-missing", (subject.session.id,), rooms, when=when, facts=facts)
    grace = ground.options["booking-too-short"]["grace"]
    if short := tuple(one for one in wanted if grace < left[one] < length):
        lacking = max(left[one] for one in short)
        told = (("languages", short), ("lacking", lacking))
        yield Found("booking-too-short", (subject.session.id,), rooms, when=when, facts=told)


def _lacking(ground: Ground, room: str, day: date, language: str, when: Stretch) -> int:
    """Minutes between two instants for which nobody in a room interprets into a language."""
    begins, ends = when
    if (room, day) not in ground.booked_days:
        return 0 if language in ground.rooms[room].room.languages else ends - begins
    there = joined(
        (max(one.begins, begins), min(one.ends, ends))
        for one in ground.bookings[room]
        if one.stands and language in one.booking.into
    )
    return ends - begins - sum(last - first for first, last in there)


def rooms_with(ground: Ground, languages: Sequence[str], day: date, when: Stretch) -> tuple[str, ...]:
    """The rooms that have all these languages between two instants of a day, in the order of the grid."""
    return tuple(
        room.id
        for room in ground.document.rooms
        if all(_lacking(ground, room.id, day, one, when) == 0 for one in languages)
    )


def teams(ground: Ground, room: str, placed: Sequence[Placed]) -> Iterator[Found]:
    """interpreters-without-pause and booking-unused, for the bookings of one room; `placed` is what is held there, by
    time."""
    served = [one for one in placed if one.session.interpretation]
    for booked in ground.bookings.get(room, ()):
        if not booked.stands:
            continue
        there = [one for one in served if one.begins < booked.ends and booked.begins < one.ends]
        if there:
            yield from _on_end(ground, room, booked, there)
        else:
            facts = (("date", booked.booking.date.isoformat()), ("languages", booked.booking.into))
            yield Found("booking-unused", rooms=(room,), when=(booked.begins, booked.ends), facts=facts)


def _on_end(ground: Ground, room: str, booked: Booked, served: Sequence[Placed]) -> Iterator[Found]:
    """Each stretch of work without a pause that is longer than the team may work."""
    options = ground.options["interpreters-without-pause"]
    team = booked.booking.team // max(1, len(booked.booking.into))
    if not booked.booking.team:
        return
    most = options[_SIZES[min(max(team, 1), len(_SIZES)) - 1]]
    for spell in spells(served, pause=options["pause"]):
        begins, ends = max(spell[0].begins, booked.begins), min(max(one.ends for one in spell), booked.ends)
        if ends - begins > most:
            sessions = tuple(one.session.id for one in spell)
            facts = (("length", ends - begins), ("most", most), ("team", booked.booking.team))
            yield Found("interpreters-without-pause", sessions, (room,), when=(begins, ends), facts=facts)


def spells(placed: Sequence[Placed], *, pause: int) -> Iterator[list[Placed]]:
    """Sessions by time, split where at least `pause` minutes are free."""
    spell: list[Placed] = []
    until = 0
    for one in placed:
        if spell and one.begins - until >= pause:
            yield spell
            spell = []
        until = max(until, one.ends) if spell else one.ends
        spell.append(one)
    if spell:
        yield spell
