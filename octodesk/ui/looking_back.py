# SPDX-License-Identifier: EUPL-1.2
"""The conference as it was at a version, worked out beside the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.model.versions import at_version
from octodesk.ui.background import run_in_background
from octodesk.ui.workbench import Workbench


def look_back(bench: Workbench, version: str, done: Callable[[Document], None]) -> None:
    run_in_background(partial(_state_at, bench.desk.log(), version), done=done, failed=_raised)


def _state_at(log: Log, version: str) -> Document:
    return Document.of_log(at_version(log, version))


def _raised(wrong: BaseException) -> None:
    raise wrong
