# SPDX-License-Identifier: EUPL-1.2
"""What one field has held: each value with who wrote it and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey
from octodesk.model.stamped import canonical


@dataclass(frozen=True, slots=True)
class Past:
    """A plain value a field has held. `wall` is UTC as the edit's clock showed it."""

    value: Any
    author: str
    wall: str


def past_of(log: Log, key: FieldKey) -> Sequence[Past]:
    """The values of a field, the newest first, each once; what was removed for good or taken back is left out."""
    refs = sorted(log.changes_of(key), key=lambda ref: (log.lamport(ref[0]), ref), reverse=True)
    found: dict[str, Past] = {}
    for ref in refs:
        value, edit = log.value_of(ref), log[ref[0]]
        if value is not None and log.is_effective(ref[0]):
            found.setdefault(canonical(value), Past(value, edit.author.name, edit.wall))
    return tuple(found.values())
