# SPDX-License-Identifier: EUPL-1.2
"""A document as the JSON of `show`: format 1 of the command line's contract."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from octodesk.model.clock import moment_words
from octodesk.model.document import Document
from octodesk.model.row_values import table_of
from octodesk.model.rows import Row, Session, attribute, fields_of

FORMAT = 1

_LISTS = (
    ("days", "days"),
    ("rooms", "rooms"),
    ("bookings", "bookings"),
    ("kinds", "kinds"),
    ("tracks", "tracks"),
    ("people", "people"),
)
_LISTS_AFTER = (
    ("headings", "headings"),
    ("related", "related"),
    ("contacts", "contacts"),
    ("donors", "donors"),
    ("versions", "versions"),
)


def shown(document: Document) -> dict[str, Any]:
    """The whole programme as plain values: what `show --json` prints. Equal programmes give equal values."""
    found: dict[str, Any] = {"format": FORMAT, "event": plain_row(document.event)}
    for name, rows in _LISTS:
        found[name] = _plain_rows(getattr(document, rows))
    found["sessions"] = [_session(document, session) for session in document.sessions]
    for name, rows in _LISTS_AFTER:
        found[name] = _plain_rows(getattr(document, rows))
    for name in ("acknowledgement", "rule_setting"):
        found[name + "s"] = _plain_rows(sorted(document.table(name).values(), key=lambda row: row.id))
    return found


def plain_row(row: Row) -> dict[str, Any]:
    """A row's fields by their names in the log, as plain JSON; a text is {language: words}."""
    kinds = fields_of(table_of(row)).items()
    return {"id": row.id, **{name: kind.write(getattr(row, attribute(name))) for name, kind in kinds}}


def _plain_rows(rows: Iterable[Row]) -> list[dict[str, Any]]:
    return [plain_row(row) for row in rows]


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
