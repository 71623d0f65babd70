# SPDX-License-Identifier: EUPL-1.2
"""What of each document can be chosen: which part of it is printed, and whether it is set in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Choices:
    """`parts`: those of day, room, person, session, since that narrow it down. `each`: what a file of its own is
    made for where it is wanted in several ("" where it is not). `sheet`: what tells one of its sheets from the other."""

    parts: frozenset[str] = frozenset()
    each: str = ""
    sheet: tuple[str, ...] = ()
    two_languages: bool = False


_PLACES: Final = frozenset({"day", "room"})
_SESSIONS: Final = frozenset({"day", "room", "session"})
_PEOPLE: Final = frozenset({"day", "room", "session", "person"})

CHOICES: Final[Mapping[str, Choices]] = {
    "front": Choices(_PLACES, two_languages=True),
    "glance": Choices(_PLACES, "day", ("day",), two_languages=True),
    "programme": Choices(_PLACES, two_languages=True),
    "workshop": Choices(_SESSIONS, "session", ("session",)),
    "announcement": Choices(),
    "door-signs": Choices(_PLACES, "room", ("day", "room")),
    "itineraries": Choices(_PEOPLE, "person", ("person",)),
    "badges": Choices(_PEOPLE, sheet=("person",)),
    "name-plates": Choices(_PEOPLE, "session", ("session",)),
    "interpreters": Choices(_SESSIONS, "room", ("day", "room")),
    "run-sheet": Choices(_SESSIONS, "room", ("day", "room")),
    "speakers": Choices(_PEOPLE),
    "changes": Choices(_PEOPLE | {"since"}, "person"),
    "everything": Choices(frozenset({"day"}), "day"),
}
"""By the documents' names; a test holds that every document is here."""
