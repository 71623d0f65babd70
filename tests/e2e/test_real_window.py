# SPDX-License-Identifier: EUPL-1.2
"""The whole program in a real window, driven by mouse and keyboard, killed in the middle and started again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.screen import Screen, Thing, a_screen, eventually, missing

LACKING = missing()
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"left out: this machine lacks {', '.join(LACKING)}")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with a_screen(tmp_path) as shown:
        yield shown


@contextmanager
def running(screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    program = subprocess.Popen([sys.executable, "-m", "octodesk", "--sample"], env=dict(screen.environment))
    try:
        yield program
    finally:
        program.kill()
        program.wait()


def placement_of(screen: Screen, session_id: str) -> dict[str, Any]:
    """When and where a session is, as another process reads it from the database."""
    command = [sys.executable, "-m", "octodesk", "show", "db:octopus-2021", "--json"]
    told = subprocess.run(command, env=dict(screen.environment), capture_output=True, text=True, check=True)
    session = next(one for one in json.loads(told.stdout)["sessions"] if one["id"] == session_id)
    return {name: session[name] for name in ("start", "rooms")}


def block(screen: Screen, number: int) -> Thing:
    """A workshop on the timetable."""
    return screen.find(f"WS {number} ", within="Timetable")


BEFORE = {"start": "2021-11-17T11:00", "rooms": ["room-1"]}
AFTER = {"start": "2021-11-17T18:00", "rooms": ["room-2"]}


def test_a_dragged_workshop_survives_being_killed_and_undo_brings_it_back(screen: Screen) -> None:
    with running(screen) as program:
        screen.click(screen.find("Wednesday 17 November", role="check box"))
        dragged, beside, target = (block(screen, number) for number in (4, 5, 9))
        grip = (dragged.x + 40, dragged.y + 12)
        screen.drag(grip, (beside.x + 40, target.y + 12))
        eventually(lambda: placement_of(screen, "ws-4") == AFTER, "the workshop in its new place")
        program.send_signal(signal.SIGKILL)
        program.wait()
    assert placement_of(screen, "ws-4") == AFTER
    with running(screen):
        screen.click(screen.find("Wednesday 17 November", role="check box"))
        moved = block(screen, 4)
        assert (moved.x, moved.y) == (beside.x, target.y)
        screen.key("ctrl+z")
        eventually(lambda: placement_of(screen, "ws-4") == BEFORE, "the workshop back in its old place")
