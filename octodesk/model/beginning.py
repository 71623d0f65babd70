# SPDX-License-Identifier: EUPL-1.2
"""Writing into a log that no desk has open yet: how a conference begins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from octodesk.model.edit import Author, Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Stamp, Stamped, stamp


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes, where and when. `wall` is UTC as stamped.wall_words writes it; `salt()` gives 16 bytes."""

    author: Author
    device: str
    wall: str
    salt: Callable[[], bytes]


def begun(edit: Edit, pen: Pen) -> Log:
    """The log of a new event with the one edit that makes it; its id is the first that the edit is about."""
    log = Log()
    written(log, edit, pen, event=edit.about[0])
    return log


def written(log: Log, edit: Edit, pen: Pen, *, event: str) -> Stamped:
    """Stamps an edit on all that the log holds, and adds it."""
    heads = tuple(sorted(log.heads))
    by = Stamp(event, heads, log.next_lamport, pen.author, pen.device, pen.wall, pen.salt)
    made = stamp(edit, by, lambda *key: [head.ref for head in log.resolved(key).heads])
    log.add([made])
    return made
