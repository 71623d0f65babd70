# SPDX-License-Identifier: EUPL-1.2
"""What the whole tree keeps to: licence headers, no blocking dialogs, a lock that holds all, catalogues that speak."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    path for folder in ("octodesk", "tests", "packaging") for path in (ROOT / folder).rglob("*.py")
)
HEADER = "# SPDX-License-Identifier: EUPL-1.2\n"
LOCK = ROOT / "packaging" / "requirements.lock"
STATIC_DIALOGS = {
    "QMessageBox": {"about", "aboutQt", "critical", "information", "question", "warning"},
    "QFileDialog": {"getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"},
    "QInputDialog": {"getDouble", "getInt", "getItem", "getMultiLineText", "getText"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_python_file_begins_with_its_licence() -> None:
    without = [relative(path) for path in SOURCES if not path.read_text(encoding="utf-8").startswith(HEADER)]
    assert without == []


def blocking_calls(source: str) -> Iterator[int]:
    """Lines that call exec() on something or a static dialog: both stop the program until they are answered."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
        runs = node.func.attr in {"exec", "exec_"} and owner not in {"app", "application"}
        if runs or node.func.attr in STATIC_DIALOGS.get(owner, ()):
            yield node.lineno


def test_no_dialog_of_the_window_blocks() -> None:
    window = [path for path in SOURCES if path.is_relative_to(ROOT / "octodesk" / "ui")]
    blocking = [
        f"{relative(path)}:{line}" for path in window for line in blocking_calls(path.read_text("utf-8"))
    ]
    assert blocking == []


def test_a_blocking_dialog_would_be_noticed() -> None:
    source = "dialog.exec()\nQFileDialog.getSaveFileName(w)\napplication.exec()\ndialog.open()\n"
    assert list(blocking_calls(source)) == [1, 2]


def locked() -> dict[str, str]:
    return dict(line.split("==") for line in LOCK.read_text(encoding="utf-8").splitlines())


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_is_names_and_versions_and_nothing_else() -> None:
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[0-9][0-9a-z.]*", line)] == []
    assert lines == sorted(lines)


def test_the_lock_holds_what_the_project_and_its_libraries_need() -> None:
    pins = locked()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    own = [*project["project"]["dependencies"], *project["dependency-groups"]["development"]]
    needed = own + [line for name in pins for line in importlib.metadata.requires(name) or ()]
    unmet = []
    for requirement in map(Requirement, needed):
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        pin = pins.get(normal(requirement.name))
        if pin is None or not requirement.specifier.contains(pin, prereleases=True):
            unmet.append(str(requirement))
    assert unmet == []


def test_qt_is_a_version_that_keeps_its_references() -> None:
    """6.12.0 on Python 3.11 loses a reference to None at each call and aborts after some time."""
    assert (6, 10) <= tuple(int(part) for part in version("PySide6_Essentials").split(".")[:2]) < (6, 12)


def test_words_of_the_core_are_read_without_babel_and_qt() -> None:
    code = "import sys, octodesk.languages as l; l._('x'); print(sorted({'babel', 'PySide6'} & sys.modules.keys()))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


@pytest.mark.parametrize("script", ["prepare.sh", "headless.sh", "check.sh"])
def test_the_shell_scripts_can_be_run_and_read(script: str) -> None:
    path = ROOT / "packaging" / script
    assert path.stat().st_mode & 0o111
    assert subprocess.run(["sh", "-n", path], check=False).returncode == 0
