# SPDX-License-Identifier: EUPL-1.2
"""What a rule found, before the event's settings say how serious it is."""

from __future__ import annotations

from typing import NamedTuple

Fact = int | str | tuple[str, ...]
Facts = tuple[tuple[str, Fact], ...]
"""What else the sentence needs and the trouble rests on, by name: seats, languages, minutes."""


class Found(NamedTuple):
    """Ids as in Conflict; `when` are the instants (minutes) between which it is wrong.

    A named tuple, not a dataclass: a check of a large programme makes thousands.
    """

    rule: str
    sessions: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: tuple[int, int] | None = None
    facts: Facts = ()
