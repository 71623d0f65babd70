# SPDX-License-Identifier: EUPL-1.2
"""A document as the JSON of `show`: format 1 of the command line's contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from octodesk.model.clock import moment_words
from octodesk.model.document import Document
from octodesk.model.row_values import plain_row
from octodesk.model.rows import Row, Session

FORMAT = 1

_BEFORE_SESSIONS = ("days", "rooms", "bookings", "kinds", "tracks", "people")
_AFTER_SESSIONS = ("headings", "related", "contacts", "donors", "versions", "issues")
_BY_ID = {
    "acknowledgements": "acknowledgement", "rule_settings": "rule_setting", "translations": "translation",
}  # fmt: skip


def shown(document: Document) -> dict[str, Any]:
    """The whole programme as plain values: what `show --json` prints. Equal programmes give equal values."""
    return {
        "format": FORMAT,
        "event": plain_row(document.event),
        **{name: _plain_rows(getattr(document, name)) for name in _BEFORE_SESSIONS},
        "sessions": [_session(document, session) for session in document.sessions],
        **{name: _plain_rows(getattr(document, name)) for name in _AFTER_SESSIONS},
        **{name: _plain_rows(_by_id(document, table)) for name, table in _BY_ID.items()},
    }


def _plain_rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [plain_row(row) for row in rows]


def _by_id(document: Document, table: str) -> list[Row]:
    return sorted(document.table(table).values(), key=lambda row: row.id)


def _session(document: Document, session: Session) -> dict[str, Any]:
    plain = plain_row(session)
    placement = plain.pop("placement")
    return {
        "id": plain.pop("id"),
        "kind": plain.pop("kind"),
        "label": document.label(session.id),
        **plain,
        "start": placement["start"] if placement else None,
        "end": _end(document, session),
        "rooms": _in_grid_order(document, session),
        "exclusive": session.exclusive,
        "contributions": [_without_session(part) for part in document.contributions_of(session.id)],
        "agenda": [_without_session(point) for point in document.agenda_of(session.id)],
        "documents": [_without_session(paper) for paper in document.documents_of(session.id)],
    }


def _end(document: Document, session: Session) -> str | None:
    return None if session.placement is None else moment_words(document.end(session))


def _in_grid_order(document: Document, session: Session) -> list[str]:
    return [room.id for room in document.rooms if room.id in session.rooms]


def _without_session(row: Row) -> dict[str, Any]:
    return {name: value for name, value in plain_row(row).items() if name != "session"}
