# SPDX-License-Identifier: EUPL-1.2
"""The database: one edit at a short and a long history, opening, loading, merging. CPU time, not the clock's."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.model.stamped import Stamped
from octodesk.store.appending import SqlStore
from octodesk.store.events import Database
from octodesk.store.reading import read_document
from tests.benchmarks.large import Editing, large_log, moves

cpu = pytest.mark.benchmark(timer=time.process_time)
BEN = Author("b" * 16, "Ben")


@pytest.fixture
def databases(tmp_path: Path) -> Iterator[list[Database]]:
    found: list[Database] = []
    yield found
    for database in found:
        database.close()


def with_history(databases: list[Database], path: Path, edits: int) -> tuple[SqlStore, Iterator[Stamped]]:
    """An event whose one session has been moved so many times, and what comes next."""
    database = Database(path)
    databases.append(database)
    log = large_log(50)
    editing = Editing(log)
    store = database.add(log)
    store.append(list(moves(editing, edits)))
    return store, moves(editing, 10_000)


def seconds(store: SqlStore, edit: Stamped) -> float:
    begun = time.process_time()
    store.append([edit])
    return time.process_time() - begun


def test_one_edit_costs_at_most_twice_as_much_after_20000_as_after_100(
    databases: list[Database], tmp_path: Path
) -> None:
    short, next_short = with_history(databases, tmp_path / "short.db", 100)
    long, next_long = with_history(databases, tmp_path / "long.db", 20_000)
    costs = [(seconds(short, next(next_short)), seconds(long, next(next_long))) for _ in range(300)]
    few, many = (median(one) for one in zip(*costs[50:], strict=True))
    sys.stdout.write(
        f"\none edit: {few * 1000:.2f} ms after 100 edits, {many * 1000:.2f} ms after 20,000: ratio {many / few:.2f}"
    )
    assert many <= 2 * few


@cpu
def test_opening_1000_sessions(
    benchmark: BenchmarkFixture, databases: list[Database], tmp_path: Path
) -> None:
    path = tmp_path / "octodesk.db"
    databases.append(Database(path))
    databases[0].add(large_log(1000))
    document = benchmark(read_document, path, "event")
    assert len(document.sessions) == 1000


@cpu
def test_opening_1000_sessions_from_their_log_alone(benchmark: BenchmarkFixture) -> None:
    log = large_log(1000)
    document = benchmark.pedantic(Document.of_log, args=(log,), rounds=3)  # type: ignore[no-untyped-call]
    assert len(document.sessions) == 1000


@cpu
@pytest.mark.parametrize("sessions", [50, 5000])
def test_loading_20000_edits(
    benchmark: BenchmarkFixture, databases: list[Database], tmp_path: Path, sessions: int
) -> None:
    log = large_log(sessions)
    log.add(list(moves(Editing(log), 20_000, sessions=sessions)))
    databases.append(Database(tmp_path / "octodesk.db"))
    store = benchmark.pedantic(databases[0].add, args=(log,), rounds=1)  # type: ignore[no-untyped-call]
    assert store.heads() == tuple(sorted(log.heads))


@cpu
def test_merging_1000_edits_into_20000(
    benchmark: BenchmarkFixture, databases: list[Database], tmp_path: Path
) -> None:
    log = large_log(5000)
    theirs = list(moves(Editing(log, BEN, "d2"), 1000, sessions=5000))
    log.add(list(moves(Editing(log), 20_000, sessions=5000)))
    databases.append(Database(tmp_path / "octodesk.db"))
    store = databases[0].add(log)
    delta = benchmark.pedantic(store.append, args=(theirs,), rounds=1)  # type: ignore[no-untyped-call]
    assert len(delta.edits) == 1000
