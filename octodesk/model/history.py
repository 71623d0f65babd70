# SPDX-License-Identifier: EUPL-1.2
"""Finding edits in a log: those about a session or a person, by somebody, on some day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from octodesk.model.comparison import IN_SESSIONS
from octodesk.model.document import Document
from octodesk.model.headline import Headline
from octodesk.model.log import Log
from octodesk.model.resolve import RowKey
from octodesk.model.stamped import Stamped
from octodesk.model.undo import UNDOABLE

TOLD = UNDOABLE | {"create"}
"""Kinds of edit that are told; an undo is told by what it took being gone."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; "" and None: everything. `sessions` are ids, `author` an author's name."""

    sessions: frozenset[str] = frozenset()
    person: str = ""
    author: str = ""
    day: date | None = None


EVERYTHING = Wanted()


def edits_told(log: Log) -> Iterator[Stamped]:
    """The edits in force that are told, newest first."""
    for edit in reversed(list(log)):
        if edit.kind in TOLD and log.is_effective(edit.id):
            yield edit


def newest(log: Log, count: int) -> list[Headline]:
    """The newest edits that are told, at most so many."""
    found = islice(edits_told(log), count)
    return [
        Headline(one.id, one.kind, one.label, one.about, one.author, one.wall, log.__getitem__)
        for one in found
    ]


def finder(document: Document, wanted: Wanted) -> Callable[[Stamped | Headline], bool]:
    """Whether an edit is one that is looked for."""

    def matches(edit: Stamped | Headline) -> bool:
        if wanted.author and edit.author.name != wanted.author:
            return False
        if wanted.day is not None and day_of(edit) != wanted.day:
            return False
        rows = rows_of(edit) if wanted.sessions or wanted.person else ()
        if wanted.sessions and not any(_session_of(document, row) in wanted.sessions for row in rows):
            return False
        return not wanted.person or any(_is_about(document, row, wanted.person) for row in rows)

    return matches


def day_of(edit: Stamped | Headline) -> date:
    """The day its author's clock showed, where the reader is."""
    return datetime.fromisoformat(edit.wall).astimezone().date()


def rows_of(edit: Stamped | Headline) -> frozenset[RowKey]:
    """The rows an edit changes."""
    return frozenset((change.table, change.id) for change in edit.changes)


def _session_of(document: Document, row: RowKey) -> str:
    table, row_id = row
    if table == "session":
        return row_id
    if table not in IN_SESSIONS:
        return ""
    return str(getattr(document.find(*row) or document.buried(*row), "session", ""))


def _is_about(document: Document, row: RowKey, person: str) -> bool:
    if row == ("person", person):
        return True
    found = document.find(*row) or document.buried(*row) if row[0] == "contribution" else None
    return getattr(found, "person", "") == person
