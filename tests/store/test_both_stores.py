# SPDX-License-Identifier: EUPL-1.2
"""The store in SQLite does, says and answers what the store in memory does, over random steps of several people."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from octodesk.store.events import Database
from tests.store.dumps import dump
from tests.store.replicas import MOVES, Move, Replica, first_log, play


@pytest.fixture(scope="module")
def databases() -> Iterator[list[Database]]:
    found = [Database("sqlite://") for _ in range(3)]
    yield found
    for database in found:
        database.close()


number = st.integers(0, 7)
moves = st.lists(st.tuples(st.sampled_from(MOVES), number, number, number, number), max_size=25)


@given(moves)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_both_stores_agree_after_every_step(databases: list[Database], steps: list[Move]) -> None:
    for database in databases:
        for event in database.events():
            database.remove(event.id)
    log = first_log()
    replicas = [Replica(n, log.copy(), database.add(log)) for n, database in enumerate(databases)]
    for count, step in enumerate(steps):
        play(replicas, step)
        if count % 8 == 0:
            replicas[step[1] % 3].check()
    for replica in replicas:
        replica.check()
    before = dump(databases[0])
    databases[0].rebuild()
    assert dump(databases[0]) == before
