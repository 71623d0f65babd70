# SPDX-License-Identifier: EUPL-1.2
"""One process writes: a second start is told."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from octodesk.store.contract import StoreError
from octodesk.store.events import Database
from octodesk.store.locking import WritingLock
from octodesk.store.reading import list_events
from tests.conftest import ROOT


def second_start(path: Path) -> str:
    """What another process is told."""
    words = (
        "import sys\nfrom pathlib import Path\n"
        "from octodesk.store.contract import StoreError\nfrom octodesk.store.locking import WritingLock\n"
        "try:\n    WritingLock(Path(sys.argv[1])).take()\n    print('taken')\n"
        "except StoreError as wrong:\n    print(wrong.reason)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", words, path], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return done.stdout.strip()


def test_a_second_start_learns_that_the_database_is_in_use(path: Path) -> None:
    with Database(path):
        assert second_start(path) == "in-use"
        with pytest.raises(StoreError) as refused:
            Database(path)
        assert refused.value.reason == "in-use"
        assert list_events(path) == ()
    assert second_start(path) == "taken"


def test_the_lock_taken_before_the_first_paint_is_handed_over(path: Path) -> None:
    lock = WritingLock(path).take()
    with Database(path, lock=lock):
        assert second_start(path) == "in-use"
    assert not lock.held


def test_taking_a_lock_twice_is_taking_it_once(path: Path) -> None:
    with WritingLock(path) as lock:
        assert lock.take() is lock
    assert not lock.held


def test_a_database_that_cannot_be_opened_gives_its_lock_back(path: Path) -> None:
    path.write_bytes(b"not a database, but long enough to look like one" * 40)
    with pytest.raises(StoreError):
        Database(path)
    assert second_start(path) == "taken"
