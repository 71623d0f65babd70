# SPDX-License-Identifier: EUPL-1.2
"""Running verbs in this process, and what they said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from octodesk import cli


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Command:
    """`octodesk` in a folder of its own: `run("show", "o.octo")`; paths are relative to the folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ran:
        status = cli.main(arguments)
        said = self._capsys.readouterr()
        return Ran(status, said.out, said.err)

    def done(self, *arguments: str) -> Ran:
        """A verb that must succeed and say nothing of trouble."""
        ran = self(*arguments)
        assert (ran.status, ran.err) == (0, "")
        return ran

    def entries(self, *entries: object, name: str = "edits.json") -> str:
        (self.folder / name).write_text(json.dumps(entries), encoding="utf-8")
        return name

    def edited(self, source: str, out: str, *entries: object, more: Sequence[str] = ()) -> Ran:
        return self.done("edit", source, self.entries(*entries), "-o", out, *more)

    def shown(self, source: str, *more: str) -> Any:
        return self.done("show", source, "--json", *more).json

    def files(self) -> list[str]:
        return sorted(one.name for one in self.folder.iterdir())
