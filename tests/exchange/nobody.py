# SPDX-License-Identifier: EUPL-1.2
"""Permissions that hold: root may write everywhere, so where tests run as root the effective user changes for a while."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


@contextmanager
def as_nobody() -> Iterator[None]:
    """For root: with another user's rights. For anybody else: nothing changes."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder_for_nobody() -> Iterator[Path]:
    """A folder that any user can reach; those of pytest are their owner's alone."""
    folder = Path(tempfile.mkdtemp(prefix="octodesk-test-"))
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)
