# SPDX-License-Identifier: EUPL-1.2
"""The checks: all rules over a large programme, one place, all places of a day; and how it grows.

Beside each figure stands a floor of the same run, a loop of ten million additions, as the machine may be busy.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from octodesk.model.checks import check, what_if
from octodesk.model.checks.cells import Day
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from tests.benchmarks.crowded import FIRST, _at, crowded

ROOMS = 35


def fresh(document: Document) -> Document:
    """The same rows without anything derived from them."""
    return Document(document.event_id, {name: document.table(name) for name in document._tables})


def cpu(act: Callable[[], object], times: int = 5) -> float:
    """The least CPU milliseconds of a few runs."""
    found = []
    for _ in range(times):
        begun = time.process_time()
        act()
        found.append((time.process_time() - begun) * 1000)
    return min(found)


def say(words: str) -> None:
    sys.stdout.write(f"\n{words}\n")


@pytest.fixture(scope="module", autouse=True)
def floor() -> None:
    def loop() -> None:
        total = 0
        for number in range(10_000_000):
            total += number

    say(f"floor, ten million additions: {cpu(loop, 2):.0f} ms of CPU")


@pytest.mark.parametrize(("sessions", "target"), [(1000, 30), (5000, 250)])
def test_a_full_check_with_every_rule(sessions: int, target: int) -> None:
    document = crowded(sessions)
    used = cpu(lambda: check(fresh(document)))
    say(
        f"full check of {sessions} sessions: {used:.0f} ms of CPU (target {target}), {len(check(document))} found"
    )
    assert used > 0


def test_the_check_after_an_edit() -> None:
    document, chance, found = crowded(1000, rooms=ROOMS), random.Random(3), []
    check(document)
    for _ in range(100):
        moved = replace(
            document.session(chance.choice(names(document))), placement=any_place(document, chance)
        )
        tables = {name: document.table(name) for name in document._tables}
        after = Document("event", {**tables, "session": {**tables["session"], moved.id: moved}})
        after._indexes = dict(document._indexes)
        found.append(cpu(lambda after=after: check(after), 1))  # type: ignore[misc]
        document = after
    say(
        f"check after an edit at 1,000 sessions: p50 {sorted(found)[50]:.1f} ms, p99 {sorted(found)[98]:.1f} ms"
    )


def test_what_if_for_one_place() -> None:
    document, chance = crowded(1000, rooms=ROOMS), random.Random(3)
    check(document)
    found = []
    for _ in range(5000):
        session, at = chance.choice(names(document)), any_place(document, chance)
        begun = time.process_time_ns()
        what_if(document, session, at, 40)
        found.append((time.process_time_ns() - begun) / 1e6)
    found.sort()
    say(f"what-if for one place: p50 {found[2500]:.3f} ms, p99 {found[4950]:.3f} ms of CPU (target 0.15)")


def test_all_places_of_a_day() -> None:
    document, chance = crowded(1000, rooms=ROOMS), random.Random(3)
    check(document)
    found = []
    for _ in range(40):
        along = Day(document, chance.choice(names(document)), FIRST, 480, 1140)
        found.append(cpu(lambda along=along: [along.costs((room.id,)) for room in document.rooms], 1))  # type: ignore[misc]
    found.sort()
    say(
        f"all places of a day in {ROOMS} rooms: p50 {found[20]:.1f} ms, most {found[-1]:.1f} ms of CPU (target 30)"
    )


def test_growth() -> None:
    say("sessions   full check   per session   what-if")
    for sessions in (1000, 2000, 5000, 10_000):
        document, chance = crowded(sessions), random.Random(3)
        used = cpu(lambda document=document: check(fresh(document)), 3)  # type: ignore[misc]
        check(document)
        begun = time.process_time()
        for _ in range(500):
            what_if(document, chance.choice(names(document)), any_place(document, chance), 40)
        one = (time.process_time() - begun) / 500 * 1e6
        say(f"{sessions:8}   {used:7.0f} ms   {used / sessions * 1000:8.1f} µs   {one:5.0f} µs")


def names(document: Document) -> list[str]:
    return list(document.table("session"))


def any_place(document: Document, chance: random.Random) -> Placement:
    start = _at(chance.randrange(3), 9) + timedelta(minutes=chance.randrange(0, 500, 5))
    return Placement(start, (chance.choice(document.rooms).id,))
