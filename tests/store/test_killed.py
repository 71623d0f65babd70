# SPDX-License-Identifier: EUPL-1.2
"""A process that is killed at any moment loses nothing it has acknowledged, and leaves a sound database behind."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings

from octodesk.desk import Desk
from octodesk.exchange import octo
from octodesk.model.document import Document
from octodesk.store.events import Database
from octodesk.store.locking import WritingLock
from octodesk.store.reading import read_document, read_log
from octodesk.store.verifying import faults_of
from tests.build import log_of, session, text
from tests.conftest import ROOT
from tests.store.dumps import dump

KILLS = 1000 if settings.default and settings.default.max_examples > 1000 else 8


def killed_after(path: Path, edits: int) -> list[str]:
    """Starts a writer, kills it once it has said that many things, and gives all it has said."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", str(path)], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(1 + edits)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    return [words.strip() for words in said if words.endswith("\n")]


def test_no_acknowledged_edit_is_lost_when_the_process_is_killed(
    path: Path, desk_on: Callable[..., Desk]
) -> None:
    with Database(path) as database:
        database.add(log_of(session("yoga", title=text("Yoga 0"))))
    chance, acknowledged = random.Random(7), 0
    for _ in range(KILLS):
        said = killed_after(path, chance.randrange(1, 12))
        acknowledged = max(acknowledged, *(int(words) for words in said if words != "ready"))
        document = read_document(path, "event")  # as it lies there, the journal beside it
        assert document == Document.of_log(read_log(path, "event"))
        assert faults_of(path) == ()
        if path.with_suffix(".octo").exists():
            assert octo.read(path.with_suffix(".octo")).log.event == "event"
        there = int(document.title("yoga").split()[-1])
        # An edit may have been written and not yet said, or be undone and not yet redone.
        assert there in (acknowledged - 1, acknowledged, acknowledged + 1)
        assert sum(edit.kind == "do" for edit in read_log(path, "event")) >= acknowledged
        acknowledged = sum(edit.kind == "do" for edit in read_log(path, "event"))
        with Database(path) as database:
            assert database.damage() == []
            before = dump(database)
            database.rebuild()
            assert dump(database) == before
            desk = desk_on(database.open("event"))
            if there < acknowledged:
                desk.redo()
            assert desk.document.session("yoga").minutes == acknowledged


def test_the_lock_is_free_as_soon_as_its_holder_is_dead(path: Path) -> None:
    with Database(path) as database:
        database.add(log_of(session("yoga", title=text("Yoga 0"))))
    killed_after(path, 1)
    with WritingLock(path) as lock:
        assert lock.held
