# SPDX-License-Identifier: EUPL-1.2
"""The timetable in a real window: changing places in a drag, and moving by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.screen import Screen, a_screen, eventually, missing
from tests.e2e.test_real_window import block, placement_of, running

LACKING = missing()
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"left out: this machine lacks {', '.join(LACKING)}")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    with a_screen(tmp_path) as shown:
        yield shown


def at(start: str, *rooms: str) -> dict[str, object]:
    return {"start": f"2021-11-{start}", "rooms": list(rooms)}


def becomes(screen: Screen, session: str, start: str, *rooms: str) -> None:
    """Waits until another process reads the session there."""
    wanted = at(start, *rooms)
    eventually(lambda: placement_of(screen, session) == wanted, f"{session} at {wanted}")


def test_alt_in_a_drag_swaps_and_undo_brings_both_back(screen: Screen) -> None:
    with running(screen):
        screen.click(screen.find("Wednesday 17 November", role="check box"))
        four, seven = block(screen, 4), block(screen, 7)
        grip = (four.x + 60, four.y + 12)
        # Alt pressed once the drag has begun: the two change places.
        screen.hand("mousemove", *map(str, grip), "mousedown", "1")
        for step in range(1, 11):
            x, y = (a + (b - a) * step // 10 for a, b in zip(grip, (seven.x + 60, seven.y + 30), strict=True))
            screen.hand("mousemove", "--sync", str(x), str(y))
        screen.hand("keydown", "alt", "mouseup", "1", "keyup", "alt")
        becomes(screen, "ws-4", "17T14:00", "room-2")
        becomes(screen, "ws-7", "17T11:00", "room-1")
        screen.key("ctrl+z")
        becomes(screen, "ws-4", "17T11:00", "room-1")


def test_by_keyboard_alone(screen: Screen) -> None:
    with running(screen):
        screen.click(screen.find("Wednesday 17 November", role="check box"))
        screen.click(block(screen, 4))
        screen.key("alt+Down")
        becomes(screen, "ws-4", "17T11:05", "room-1")
        for keys in ("space", "Right", "Down", "Escape"):
            screen.key(keys)
        becomes(screen, "ws-4", "17T11:05", "room-1")
        for keys in ("Delete", "ctrl+z", "ctrl+z"):
            screen.key(keys)
        becomes(screen, "ws-4", "17T11:00", "room-1")
        screen.key("ctrl+k")
        screen.hand("type", "later")
        screen.key("Return")
        becomes(screen, "ws-4", "17T11:05", "room-1")
