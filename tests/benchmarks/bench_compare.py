# SPDX-License-Identifier: EUPL-1.2
"""Comparing and reviewing at 5,000 sessions and 20,000 edits. CPU time, not the clock's."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from octodesk.model.comparison import compare
from octodesk.model.document import Document
from octodesk.model.edit import Author, Change
from octodesk.model.log import Log
from octodesk.model.merge_review import review
from octodesk.model.stamped import Stamped
from tests.benchmarks.large import Editing, large_log

cpu = pytest.mark.benchmark(timer=time.process_time)
BEN = Author("b" * 16, "Ben")
SESSIONS = 5000


def renames(editing: Editing, count: int, words: str) -> Iterator[Stamped]:
    for n in range(count):
        yield editing.made(Change("session", f"session-{n % SESSIONS}", "title.en", f"{words} {n}"))


@pytest.fixture(scope="module")
def copies() -> tuple[Log, Log]:
    """One long history; 500 edits more here, 1,000 more there."""
    mine = large_log(SESSIONS)
    mine.add(list(renames(Editing(mine), 19_000, "Title")))
    theirs = mine.copy()
    mine.add(list(renames(Editing(mine), 500, "Mine")))
    theirs.add(list(renames(Editing(theirs, BEN, "d2"), 1000, "Theirs")))
    return mine, theirs


@cpu
def test_comparing_two_states(benchmark: BenchmarkFixture, copies: tuple[Log, Log]) -> None:
    one, other = map(Document.of_log, copies)
    found = benchmark(compare, one, other)
    assert len(found) == 1000


@cpu
def test_reviewing_1000_new_edits(benchmark: BenchmarkFixture, copies: tuple[Log, Log]) -> None:
    mine, theirs = copies
    found = benchmark(review, mine, theirs, Document.of_log(mine))
    assert (len(found.new), len(found.questions)) == (1000, 500)
