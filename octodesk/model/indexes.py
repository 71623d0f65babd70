# SPDX-License-Identifier: EUPL-1.2
"""What a document computes from its tables when first asked, and keeps until one of them changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from octodesk.model import numbering, rows
from octodesk.model.resolve import RowKey
from octodesk.model.row_values import references
from octodesk.model.rows import ROWS, references_of

if TYPE_CHECKING:
    from octodesk.model.document import Document


def _referring() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name in ROWS:
        for target in sorted({target for _, target in references_of(name)}):
            found.setdefault(target, []).append(name)
    return {target: tuple(names) for target, names in found.items()}


REFERRING: Mapping[str, tuple[str, ...]] = _referring()
"""For each table those whose rows can refer to it."""


def holders_in(name: str) -> Callable[[Document], dict[RowKey, tuple[str, ...]]]:
    """For each row that the rows of a table refer to, the ids of those."""

    def build(document: Document) -> dict[RowKey, tuple[str, ...]]:
        found: dict[RowKey, list[str]] = {}
        for row in document.table(name).values():
            for target in dict.fromkeys(references(row)):
                found.setdefault(target, []).append(row.id)
        return {target: tuple(ids) for target, ids in found.items()}

    return build


def in_programme_order(document: Document) -> tuple[rows.Session, ...]:
    labels, time_key = numbering.labels(document), numbering.time_key(document)
    sessions = (cast("rows.Session", one) for one in document.table("session").values())
    return tuple(sorted(sessions, key=lambda one: (time_key(one), labels[one.id], one.id)))


def by_room(document: Document) -> dict[str, tuple[rows.Session, ...]]:
    found: dict[str, list[rows.Session]] = {}
    for session in document.sessions:
        for room in session.rooms:
            found.setdefault(room, []).append(session)
    return {room: tuple(sessions) for room, sessions in found.items()}


def days_by_date(document: Document) -> dict[date, rows.Day]:
    return {day.date: day for day in document.days}
