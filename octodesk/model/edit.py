# SPDX-License-Identifier: EUPL-1.2
"""An edit: the one thing a user did, as a few field changes with a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

ALIVE = "_alive"
"""The field that says whether a row is there."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one row gets a value (plain JSON). A text has one field per language: "title.fr"."""

    table: str
    id: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to change. `label` is a code ("session-moved"), `about` the ids it is about; words come later.

    kind: do, settle, version, create, redact, issue, undo, redo. `retracts` names the edit that an undo or redo takes back,
    `redacts` the changes (edit id, place in its list) whose values are removed for good.
    """

    label: str
    changes: tuple[Change, ...] = ()
    about: tuple[str, ...] = ()
    kind: str = "do"
    retracts: str = ""
    redacts: tuple[tuple[str, int], ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.changes or self.retracts or self.redacts)


def check_once(edit: Edit) -> None:
    """ValueError where an edit sets a field twice: which of the two is meant nobody could say."""
    keys = {(change.table, change.id, change.field) for change in edit.changes}
    if len(keys) < len(edit.changes):
        raise ValueError(f"{edit.label} sets a field twice")


@dataclass(frozen=True, slots=True)
class Author:
    """Who edits: an id that never changes, and the name colleagues know."""

    id: str
    name: str


class Refused(Exception):
    """An edit that makes no sense or is not allowed. `reason` is a code; `facts` are the ids and values it is about.

    The sentence a user reads is made where it is shown.
    """

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts: Mapping[str, Any] = facts


@dataclass(frozen=True, slots=True)
class Addition:
    """A new row: its values by log field; what is left out has the field's default."""

    table: str
    id: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def changes(self) -> tuple[Change, ...]:
        alive = Change(self.table, self.id, ALIVE, True)
        return alive, *(Change(self.table, self.id, name, value) for name, value in self.values.items())
