# SPDX-License-Identifier: EUPL-1.2
"""Small steps of two or three colleagues, each with a copy of one conference."""

from __future__ import annotations

from typing import Any

from octodesk.model.edit import ALIVE, Addition, Change, Edit
from octodesk.model.stamped import Stamped
from tests.model.replicas import PEOPLE, Replica, the_conference

TITLE = ("session", "s", "title.en")


def copies(count: int = 2) -> list[Replica]:
    base = the_conference()
    return [Replica(base, author=who, device=f"device of {who.name}") for who in PEOPLE[:count]]


def titled(copy: Replica, words: str, row: str = "s") -> Stamped:
    return copy.do(Change("session", row, "title.en", words))


def deleted(copy: Replica, table: str, row: str) -> Stamped:
    return copy.do(Change(table, row, ALIVE, False))


def added(copy: Replica, table: str, row: str, **values: Any) -> Stamped:
    return copy.do(
        *Addition(table, row, {name.replace("__", "."): value for name, value in values.items()}).changes()
    )


def taken_back(copy: Replica, edit: Stamped) -> Stamped:
    return copy.make(Edit("undone", kind="undo", retracts=edit.id))


def meet(*replicas: Replica) -> None:
    """Everyone takes in what the others have."""
    for copy in replicas:
        for other in replicas:
            copy.take(other.log)


def title(copy: Replica) -> Any:
    return copy.log.resolved(TITLE).value
