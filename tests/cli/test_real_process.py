# SPDX-License-Identifier: EUPL-1.2
"""The command as a process of its own: what it loads, what a terminal and a pipe get."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

VERBS = (
    "sample octopus-2021 -o s.octo", "show s.octo --json", "check s.octo", "history s.octo", "list",
    "edit s.octo edits.json -o t.octo", "version s.octo X -o v.octo",
    "new -o n.octo --name X --first-day 2022-11-15 --days 1", "print s.octo front -o p.pdf",
)  # fmt: skip

WHAT_IT_LOADED = """
import sys
from octodesk.cli import main
status = main(sys.argv[1:])
loaded = {name.partition(".")[0] for name in sys.modules}
print(status, *sorted(loaded & {"PySide6", "shiboken6", "sqlalchemy", "reportlab"}), file=sys.stderr)
"""


def child(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "edits.json").write_text("[]", encoding="utf-8")
    assert child(tmp_path, "-m", "octodesk", *VERBS[0].split()).returncode == 0
    return tmp_path


def test_no_verb_loads_qt_and_only_print_loads_reportlab(folder: Path) -> None:
    for verb in VERBS:
        ran = child(folder, "-c", WHAT_IT_LOADED, *verb.split())
        last = ran.stderr.decode().splitlines()[-1]
        assert (verb, last) == (verb, "0 reportlab" if verb.startswith("print") else "0")


def test_a_process_ends_with_the_status_and_says_it_on_standard_error(folder: Path) -> None:
    for arguments, status in (
        ("check s.octo", 0),
        ("dance", 2),
        ("show nothing.octo", 3),
        ("sample octopus-2019 -o no/x", 4),
    ):
        ran = child(folder, "-m", "octodesk", *arguments.split())
        assert (ran.returncode, ran.stderr.count(b"\n")) == (status, int(status > 0))
    (folder / "edits.json").write_text('[{"do": "dance"}]', encoding="utf-8")
    ran = child(folder, "-m", "octodesk", *["edit", "s.octo", "edits.json", "-o", "t.octo"])
    assert (ran.returncode, ran.stdout, (folder / "t.octo").exists()) == (1, b"", False)


def test_json_is_the_same_whatever_the_terminal_can_show(folder: Path) -> None:
    shown = child(folder, "-m", "octodesk", "show", "s.octo", "--json", PYTHONIOENCODING="utf-8")
    for encoding in ("latin-1", "ascii"):
        other = child(folder, "-m", "octodesk", "show", "s.octo", "--json", PYTHONIOENCODING=encoding)
        assert (other.returncode, other.stderr) == (0, b"")
        assert json.loads(other.stdout.decode(encoding)) == json.loads(shown.stdout)
        assert child(folder, "-m", "octodesk", "show", "s.octo", PYTHONIOENCODING=encoding).returncode == 0


def test_a_reader_that_has_seen_enough_is_no_failure(folder: Path) -> None:
    command = [sys.executable, "-m", "octodesk", "show", "s.octo", "--json"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_answer_that_cannot_be_written_is_four(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "octodesk", "show", "s.octo"], cwd=folder, stdout=full, stderr=subprocess.PIPE,
            check=False,
        )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (
        4, b"The answer cannot be written (No space left on device). Send it to another place.\n",
    )  # fmt: skip


def test_two_processes_print_the_same_bytes(folder: Path) -> None:
    outs = {
        child(folder, "-m", "octodesk", "show", "s.octo", "--json", PYTHONHASHSEED=seed).stdout
        for seed in "12"
    }
    assert len(outs) == 1
