# SPDX-License-Identifier: EUPL-1.2
"""Ids: derived ones, the same on every machine, and fresh ones from chance that is handed in."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable


def contribution_id(session: str, person: str, role: str, agenda_point: str | None = None) -> str:
    """The id of a person's part in a session: the same part added twice is one row."""
    # A space cannot stand in an id or a role, so no two parts share the joined words.
    return "c-" + _first_16_hex(" ".join((session, person, role, agenda_point or "")))


def acknowledgement_id(
    rule: str, sessions: Iterable[str], rooms: Iterable[str] = (), people: Iterable[str] = (), facts: str = ""
) -> str:
    """One acknowledgement per conflict and what it rests on: with other facts it is another."""
    ids = (" ".join(sorted(those)) for those in (sessions, rooms, people))
    return "k-" + _first_16_hex("; ".join((rule, *ids, facts)))


def translation_id(table: str, row_id: str, text: str, language: str) -> str:
    """One memory per text and language of where its wording came from."""
    return "t-" + _first_16_hex(" ".join((table, row_id, text, language)))


def author_id(name: str) -> str:
    """The id of an author of whom nothing is known but the name, however its accents are typed."""
    return _first_16_hex(unicodedata.normalize("NFC", name))


def fresh_id(chance: bytes) -> str:
    """A new row's id, from 8 to 32 random bytes. ValueError for fewer or more."""
    if not 8 <= len(chance) <= 32:
        raise ValueError(len(chance))
    return chance.hex()


def _first_16_hex(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]
