# SPDX-License-Identifier: EUPL-1.2
"""Rows that give an account of the programme: versions, what left the house, what translations were made from."""

from __future__ import annotations

from dataclasses import dataclass

from octodesk.model import fields
from octodesk.model.fields import Facts, field


@dataclass(frozen=True, slots=True)
class Version:
    """A named moment: the state at the edit that added this row, its ancestors included."""

    id: str
    label: str = fields.words()
    at: str = fields.words()
    """UTC, "2021-10-04T12:00:00Z"."""
    note: str = fields.words()
    author: str = fields.words()


WAYS_OUT = ("print", "file", "letter", "export")


@dataclass(frozen=True, slots=True)
class Issue:
    """Something that left the house: a print, a file, a letter. The document was as at the edit that added this row."""

    id: str
    document: str = fields.words()
    """What it is: a printed document's name ("door-signs"), "letter", or a format ("docx")."""
    way: str = fields.choice(*WAYS_OUT)
    languages: tuple[str, ...] = field(fields.SEQUENCE, ())
    audience: str = fields.words()
    scope: Facts = field(fields.FACTS, Facts())
    """What of it: day ("2021-11-17"), room, person, session (ids), since (a version's id). Empty: all."""
    version: str = fields.words()
    """The event's version label at that moment."""
    sheets: int = fields.count()
    to: str = fields.words()
    """Who got it, where that is known."""
    at: str = fields.words()
    """UTC, "2021-10-04T12:00:00Z"."""
    author: str = fields.words()


@dataclass(frozen=True, slots=True)
class Translation:
    """What a wording was translated from: one row per text and language, its id derived from the four."""

    id: str
    of_table: str = fields.words()
    of_row: str = fields.words()
    text: str = fields.words()
    """The field, "title"."""
    language: str = fields.words()
    source: str = fields.words()
    """A fingerprint of the words in the event's first language at that time (translations.py)."""
