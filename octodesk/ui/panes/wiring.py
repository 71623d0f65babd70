# SPDX-License-Identifier: EUPL-1.2
"""Between a field and the workbench: what is typed becomes an edit, and a draft until then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from octodesk.model.edit import Edit
from octodesk.model.resolve import FieldKey
from octodesk.ui.fields import Typing
from octodesk.ui.workbench import Workbench


def write_through(bench: Workbench, typing: Typing, edit: Callable[[Any], Edit]) -> None:
    """What the field hands over is written, one stay in it as one undo step; what cannot be read is said."""
    typing.finished.connect(lambda value: _write(bench, typing, edit, value))
    typing.wrong.connect(lambda sentence: bench.notice(sentence, fault=True))


def _write(bench: Workbench, typing: Typing, edit: Callable[[Any], Edit], value: Any) -> None:
    bench.write(lambda _document: edit(value), typing.stay)


def keep_drafts(bench: Workbench, typing: Typing, key: Callable[[], FieldKey]) -> None:
    """While something typed is no edit yet its words are kept; `key` says what the field shows now."""
    typing.typed.connect(lambda: bench.typed(typing, key()))
    typing.finished.connect(lambda _value: bench.settled(key()))
