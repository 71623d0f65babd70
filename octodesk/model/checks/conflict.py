# SPDX-License-Identifier: EUPL-1.2
"""A conflict: something wrong with the programme, as ids and facts. Its sentence is made where it is shown."""

from __future__ import annotations

from typing import NamedTuple

from octodesk.model.checks.found import Facts


class Conflict(NamedTuple):
    """`sessions`, `rooms`, `people` are ids; a pair has two sessions, the earlier first.

    `begins` and `ends` are the instants (minutes) of the trouble, e.g. of the overlap; None where it has none. `facts`
    are what else it rests on. `acknowledged` is the reason with which somebody accepted it, None while nobody has.
    """

    rule: str
    severity: str
    group: str
    sessions: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    begins: int | None = None
    ends: int | None = None
    facts: Facts = ()
    acknowledged: str | None = None

    @property
    def is_clash(self) -> bool:
        return self.group == "clash"

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same while its facts change."""
        return self.rule, self.sessions, self.rooms, self.people
