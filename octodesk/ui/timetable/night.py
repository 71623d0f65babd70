# SPDX-License-Identifier: EUPL-1.2
"""When it is night for an audience elsewhere, on the timetable's own hours. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from itertools import pairwise

from octodesk.model import clock

FALLS, ENDS = 22 * 60, 7 * 60
"""Night is from 22:00 until 07:00, where the audience is."""


def nights(
    zones: Sequence[str], own: str, day: date, *, begins: int, ends: int
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The stretches of a day, as minutes on the grid, that are night in some of these zones: from, until, where."""
    found = [(*spell, zone) for zone in zones for spell in _nights_in(zone, own, day)]
    edges = sorted({max(begins, min(ends, edge)) for first, last, _ in found for edge in (first, last)})
    together: list[tuple[int, int, tuple[str, ...]]] = []
    for first, last in pairwise(edges):
        where = tuple(zone for one, other, zone in found if one < last and first < other)
        if where and together and together[-1][1] == first:
            joined = tuple(dict.fromkeys([*together[-1][2], *where]))
            together[-1] = (together[-1][0], last, joined)
        elif where:
            together.append((first, last, where))
    yield from together


def _nights_in(zone: str, own: str, day: date) -> Iterator[tuple[int, int]]:
    noon = datetime.combine(day, time(12))
    there = clock.wall_clock(clock.instant(noon, own), zone)
    ahead = round((there - noon).total_seconds() / 60)
    for turn in range(-2, 4):
        yield FALLS - ahead + (turn - 1) * 1440, ENDS - ahead + turn * 1440


def known_zones(zones: Iterable[str]) -> tuple[str, ...]:
    """Those this computer knows, each once."""
    found = []
    for zone in dict.fromkeys(zones):
        try:
            clock.zone(zone)
        except clock.UnknownZone:
            continue
        found.append(zone)
    return tuple(found)
