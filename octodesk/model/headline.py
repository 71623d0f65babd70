# SPDX-License-Identifier: EUPL-1.2
"""An edit as a line of history: who, when, and what sort of thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from octodesk.model.edit import Author
from octodesk.model.stamped import Stamped, StampedChange


@dataclass(frozen=True, slots=True)
class Headline:
    """What is told of an edit before one looks into it: one edit may hold a whole conference. `read` gives it by its id."""

    id: str
    kind: str
    label: str
    about: tuple[str, ...]
    author: Author
    wall: str
    read: Callable[[str], Stamped] = field(compare=False, repr=False)

    @property
    def changes(self) -> tuple[StampedChange, ...]:
        return self.read(self.id).changes
