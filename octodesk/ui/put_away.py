# SPDX-License-Identifier: EUPL-1.2
"""Which conferences of this computer are archived, and which are deleted and can still be brought back. No Qt.

Kept in the database's settings; a conference leaves the database for good once it has lain deleted for KEPT_DAYS.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

ARCHIVED, DELETED = "archived-events", "deleted-events"
KEPT_DAYS = 30
Place = Literal["here", "archived", "deleted"]


class Kept(Protocol):
    """Where words are kept by name, as JSON."""

    def get(self, name: str, default: object = None) -> object: ...

    def set(self, name: str, value: object) -> None: ...


@dataclass(frozen=True, slots=True)
class PutAway:
    """What is archived, and the day on which each deleted conference was deleted."""

    archived: frozenset[str] = frozenset()
    deleted: Mapping[str, date] | None = None

    @classmethod
    def of(cls, settings: Mapping[str, object]) -> PutAway:
        """As the settings hold it; what is not as it should be counts as nothing."""
        archived, deleted = settings.get(ARCHIVED), settings.get(DELETED)
        return cls(
            frozenset(one for one in archived if isinstance(one, str))
            if isinstance(archived, list)
            else frozenset(),
            {event: day for event, words in deleted.items() if (day := _day(words))}
            if isinstance(deleted, dict)
            else {},
        )

    def place(self, event: str) -> Place:
        if event in (self.deleted or {}):
            return "deleted"
        return "archived" if event in self.archived else "here"

    def moved(self, event: str, place: Place, today: date) -> PutAway:
        archived = self.archived - {event} | ({event} if place == "archived" else set())
        deleted = {one: day for one, day in (self.deleted or {}).items() if one != event}
        if place == "deleted":
            deleted[event] = today
        return PutAway(frozenset(archived), deleted)

    def lapsed(self, today: date) -> Sequence[str]:
        """Those deleted so long ago that they go for good."""
        return [one for one, day in (self.deleted or {}).items() if today - day > timedelta(days=KEPT_DAYS)]

    def keep(self, kept: Kept) -> None:
        kept.set(ARCHIVED, sorted(self.archived))
        kept.set(DELETED, {one: day.isoformat() for one, day in sorted((self.deleted or {}).items())})


def _day(words: object) -> date | None:
    try:
        return date.fromisoformat(words) if isinstance(words, str) else None
    except ValueError:
        return None
