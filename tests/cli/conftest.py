# SPDX-License-Identifier: EUPL-1.2
"""A folder to work in, with the sample of 2021 in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from octodesk.exchange import octo
from octodesk.exchange.samples import sample_log
from tests.cli.running import Command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """The command in an empty folder."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Command(folder, capsys)


@pytest.fixture(scope="session")
def sample_bytes() -> bytes:
    return octo.write(sample_log("octopus-2021"), compressed=False)


@pytest.fixture
def sample(run: Command, sample_bytes: bytes) -> str:
    """octopus-2021 as o.octo."""
    (run.folder / "o.octo").write_bytes(sample_bytes)
    return "o.octo"
