# SPDX-License-Identifier: EUPL-1.2
"""A screen of its own for one test: X server, window manager, session bus and accessibility bus, and hands to use it.

What is on the screen is found as a screen reader finds it: by role and name over AT-SPI.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "import")
SYSTEM_PYTHON = "/usr/bin/python3"
BUS_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 60.0
"""Seconds until a thing that should come is given up: long, as the machine may be busy."""

_TREE = """
import json, gi
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi
found = []
def walk(node, depth, within):
    box = node.get_component_iface() and node.get_extents(Atspi.CoordType.SCREEN)
    place = [box.x, box.y, box.width, box.height] if box else None
    found.append([node.get_role_name(), node.get_name() or "", within, place])
    for number in range(min(node.get_child_count(), 400) if depth < 14 else 0):
        child = node.get_child_at_index(number)
        if child is not None:
            walk(child, depth + 1, node.get_name() or within)
desktop = Atspi.get_desktop(0)
for number in range(desktop.get_child_count()):
    walk(desktop.get_child_at_index(number), 0, "")
print(json.dumps(found))
"""


def missing() -> list[str]:
    """The programs a screen needs and this machine lacks."""
    lacking = [name for name in NEEDED if shutil.which(name) is None]
    lacking += [path for path in (SYSTEM_PYTHON, BUS_LAUNCHER) if not Path(path).exists()]
    if not lacking and subprocess.run([SYSTEM_PYTHON, "-c", "import gi"], check=False).returncode:
        lacking.append("python3-gi")
    return lacking


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a screen reader sees: where it is, in pixels of the screen. `within` is the name of what holds it."""

    role: str
    name: str
    within: str
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class Screen:
    """`environment` is what a program needs to appear on it."""

    environment: Mapping[str, str]

    def things(self) -> list[Thing]:
        """All that is on the screen now; nothing while the program is still coming up or busy."""
        told = subprocess.run(
            [SYSTEM_PYTHON, "-c", _TREE], env=dict(self.environment), capture_output=True, text=True, check=False
        )  # fmt: skip
        if told.returncode:
            return []
        return [Thing(*names, *place) for *names, place in json.loads(told.stdout) if place]

    def find(self, begins: str, *, within: str = "", role: str = "") -> Thing:
        """The thing whose name begins so, waited for; of that role, and held by what is so called, where given."""

        def found() -> Thing | None:
            named = (one for one in self.things() if one.name.startswith(begins))
            return next((one for one in named if role in ("", one.role) and within in ("", one.within)), None)

        return eventually(found, f"“{begins}” on the screen")

    def click(self, thing: Thing) -> None:
        x, y = thing.middle
        self.hand("mousemove", str(x), str(y), "click", "1")

    def drag(self, begin: tuple[int, int], end: tuple[int, int]) -> None:
        """Presses, moves in steps as a hand does, and lets go."""
        self.hand("mousemove", *map(str, begin), "mousedown", "1")
        for step in range(1, 11):
            x, y = (a + (b - a) * step // 10 for a, b in zip(begin, end, strict=True))
            self.hand("mousemove", "--sync", str(x), str(y))
        self.hand("mouseup", "1")

    def key(self, keys: str) -> None:
        self.hand("key", keys)

    def picture(self, path: Path) -> None:
        """What is on the screen, as a PNG: kept where a failed run is looked at."""
        subprocess.run(["import", "-window", "root", str(path)], env=dict(self.environment), check=True)

    def hand(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=dict(self.environment), check=True)


T = TypeVar("T")


def eventually(check: Callable[[], T | None], what: str) -> T:
    """What `check` gives once it gives something."""
    until, pause = time.monotonic() + PATIENCE, threading.Event()
    while time.monotonic() < until:
        found = check()
        if found:
            return found
        pause.wait(0.2)
    raise AssertionError(f"waited in vain for {what}")


@contextmanager
def a_screen(home: Path) -> Iterator[Screen]:
    """A screen of 1600 x 1000 pixels whose programs keep their files under `home`."""
    with ExitStack() as stack:
        display = _announced(
            stack, ["Xvfb", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-displayfd", "{}"]
        )
        environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("DBUS_", "WAYLAND_"))
            },
            "DISPLAY": f":{display}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        bus = _announced(stack, ["dbus-daemon", "--session", "--nofork", "--print-address={}"], environment)
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        _started(stack, [BUS_LAUNCHER, "--launch-immediately"], environment)
        _started(stack, ["openbox"], environment)
        yield Screen(environment)


def _announced(stack: ExitStack, command: list[str], environment: Mapping[str, str] | None = None) -> str:
    """Starts a server that writes where it can be reached into a pipe, and gives that."""
    reading, writing = os.pipe()
    words = [word.format(writing) for word in command]
    _started(stack, words, environment, pass_fds=(writing,))
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], PATIENCE)
    assert ready, f"{command[0]} did not start"
    with os.fdopen(reading) as file:
        return file.readline().strip()


def _started(
    stack: ExitStack, command: list[str], environment: Mapping[str, str] | None, pass_fds: tuple[int, ...] = ()
) -> None:  # fmt: skip
    quiet = subprocess.DEVNULL
    started = subprocess.Popen(
        command, env=None if environment is None else dict(environment), stdout=quiet, stderr=quiet, pass_fds=pass_fds
    )  # fmt: skip
    stack.callback(_ended, started)


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
