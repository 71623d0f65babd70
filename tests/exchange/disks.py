# SPDX-License-Identifier: EUPL-1.2
"""Small real disks for tests: only root may mount them, and not in every container."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(folder: Path, *, kilobytes: int) -> Iterator[Path]:
    """A disk of this size at `folder`; the test is left out, and says so, where it cannot be mounted."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@contextmanager
def mounted_over(path: Path, other: Path) -> Iterator[None]:
    """Another file shown in place of the one at `path`."""
    _mount("--bind", str(other), str(path))
    try:
        yield
    finally:
        subprocess.run(["umount", path], check=True)


def make_read_only(disk: Path) -> None:
    _mount("-o", "remount,ro", str(disk))


def _mount(*words: str) -> None:
    program = shutil.which("mount")
    tried = program and subprocess.run([program, *words], capture_output=True, text=True, check=False)
    if not tried or tried.returncode:
        pytest.skip(
            f"left out: a disk can only be mounted by root ({tried.stderr.strip() if tried else 'no mount'})"
        )
