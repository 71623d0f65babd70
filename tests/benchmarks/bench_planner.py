# SPDX-License-Identifier: EUPL-1.2
"""Places for a session, and a lost room, in a programme of 1,000 sessions."""

from __future__ import annotations

import random
import sys
import time
from datetime import timedelta

from octodesk.model.checks import check
from octodesk.planner.losses import Loss
from octodesk.planner.places import places
from octodesk.planner.repair import repair
from tests.benchmarks.crowded import FIRST, crowded


def test_the_best_places_for_a_session() -> None:
    document, chance = crowded(1000, rooms=35), random.Random(2)
    check(document)
    found = []
    for _ in range(200):
        session = chance.choice(list(document.table("session")))
        begun = time.process_time()
        places(document, session)
        found.append((time.process_time() - begun) * 1000)
    found.sort()
    sys.stdout.write(
        f"\nsuggest at 1,000 sessions: p50 {found[100]:.1f} ms, p99 {found[197]:.1f} ms of CPU (target 20)\n"
    )
    assert found


def test_a_room_lost_for_a_day() -> None:
    document = crowded(1000, rooms=40)
    check(document)
    for day in range(2):
        begun = time.process_time()
        done = repair(document, Loss(rooms=("r007",), day=FIRST + timedelta(days=day)))
        used = time.process_time() - begun
        sys.stdout.write(
            f"\nrepair at 1,000 sessions: {used:.2f} s of CPU (target 0.5), {len(done.moves)} moves, at least {done.bound}\n"
        )
        assert len(done.moves) <= 1.1 * done.bound
