# SPDX-License-Identifier: EUPL-1.2
"""What a rule found, before the event's settings say how serious it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Ids as in Conflict; `when` are the instants (minutes) between which it is wrong."""

    rule: str
    sessions: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    when: tuple[int, int] | None = None
