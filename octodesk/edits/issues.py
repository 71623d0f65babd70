# SPDX-License-Identifier: EUPL-1.2
"""Keeping what left the house, so that what is out of date later can be named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Author, Change, Edit


def log_issue(
    document: Document,
    *,
    what: str,
    way: str,
    languages: Sequence[str] = (),
    audience: str = "",
    scope: Mapping[str, str] | None = None,
    sheets: int = 0,
    to: str = "",
    at: datetime,
    author: Author,
    fresh_id: str,
) -> Edit:
    """An entry of what went out, as in rows.Issue; `at` is aware. Undo never takes it back: paper stays out."""
    values = {
        "document": what,
        "way": way,
        "languages": list(languages),
        "audience": audience,
        "scope": {name: value for name, value in sorted((scope or {}).items()) if value},
        "version": document.event.version,
        "sheets": sheets,
        "to": to,
        "at": at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "author": author.name,
    }
    row = (Change("issue", fresh_id, name, value) for name, value in values.items() if value)
    return Edit("issued", (Change("issue", fresh_id, ALIVE, True), *row), (fresh_id,), kind="issue")
