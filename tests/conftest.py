# SPDX-License-Identifier: EUPL-1.2
"""What holds for every test: no screen, a home of its own, English, Hypothesis profiles, fresh catalogues.

At the end of a run it is said how many tests needed a QApplication.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from octodesk import languages

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # windows under a real X server are children of their tests
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("LANGUAGE", "LC_MESSAGES", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
    os.environ.pop(_name, None)

MANY = 20_000
"""Objects made since the last collection from which another is worth its time."""
ROOT = Path(__file__).resolve().parent.parent
QT_FIXTURES = {"qapp", "qtbot", "qtmodeltester"}
XDG_FOLDERS = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "XDG_RUNTIME_DIR": ".run",
}

# No deadline: what is slow is measured by `make bench`, not by a test that fails on a busy machine.
# The default examples are the same in each run, so that a red run is about the change; "long" looks for new ones.
settings.register_profile("default", deadline=None, max_examples=100, print_blob=True, derandomize=True)
settings.register_profile(
    "long",
    deadline=None,
    max_examples=5000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("default")


def pytest_configure(config: pytest.Config) -> None:
    """Catalogues are built, not kept: compile the stale ones once, not in each worker."""
    if hasattr(config, "workerinput"):
        return
    subprocess.run([sys.executable, ROOT / "packaging" / "translations.py", "compile"], check=True)


def pytest_sessionstart() -> None:
    """As in the program: Qt's objects are collected in the thread they live in (octodesk/ui/collecting.py)."""
    gc.disable()


def pytest_runtest_teardown() -> None:
    if gc.get_count()[0] > MANY:
        gc.collect()


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home per test: nothing is read from or left in the user's folders."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in XDG_FOLDERS.items():
        path = home / folder
        path.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(name, str(path))
    return home


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Every test begins in English, whatever language the one before it left."""
    languages.set_language("en")
    yield
    languages.set_language("en")


def pytest_itemcollected(item: pytest.Item) -> None:
    needed = QT_FIXTURES & set(getattr(item, "fixturenames", ()))
    item.user_properties.append(("qapplication", bool(needed)))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """How many of the tests that ran needed a QApplication; reports carry it, so workers count too."""
    needs: dict[str, bool] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                needs[report.nodeid] = dict(report.user_properties).get("qapplication") is True
    with_qt = sum(needs.values())
    if needs:
        share = 100 * (len(needs) - with_qt) / len(needs)
        terminalreporter.write_line(
            f"{len(needs)} tests: {with_qt} with a QApplication, {len(needs) - with_qt} without ({share:.0f} %)"
        )
