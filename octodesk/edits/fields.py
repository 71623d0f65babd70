# SPDX-License-Identifier: EUPL-1.2
"""Setting one field of one row."""

from __future__ import annotations

from typing import Any

from octodesk.edits.sense import check_field
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import LANGUAGE, FieldKind, Wrong
from octodesk.model.row_values import with_field
from octodesk.model.rows import ROWS, fields_of
from octodesk.model.stamped import normal

INSTEAD = {
    ("session", "start"): "place",
    ("session", "end"): "resize",
    ("session", "rooms"): "place",
    ("session", "exclusive"): "place",
    ("session", "placement"): "place",
    ("session", "label"): "label_override",
    ("session", "contributions"): "contribute",
    ("session", "agenda"): "add",
    ("session", "documents"): "add",
    ("contribution", "session"): "contribute",
    ("contribution", "person"): "contribute",
    ("contribution", "role"): "contribute",
    ("contribution", "agenda_point"): "contribute",
    ("agenda_point", "session"): "add",
    ("session_document", "session"): "add",
    ("acknowledgement", "rule"): "acknowledge",
    ("acknowledgement", "sessions"): "acknowledge",
    ("rule_setting", "rule"): "add",
}
"""What cannot be set as a field, and the verb or field that does it."""


def set_field(
    document: Document, *, table: str, row_id: str, field: str, value: Any, language: str | None = None
) -> Edit:
    """One field gets a plain value. A text gets one language's words, or with `language` None all of them as a mapping.

    Refused: unknown-table, unknown-row, unknown-field, use-instead, wrong-value, language-needed, not-a-text,
    session-time-locked, and what sense.check_field refuses.
    """
    kind = known_field(document, table=table, row_id=row_id, field=field)
    wanted = _changes(document, table, row_id, field, kind, value, language)
    changes = tuple(one for one in wanted if document.plain(table, row_id, one.field) != one.value)
    if changes:
        _check_unlocked(document, table, row_id, field)
        row = document.row(table, row_id)
        for change in changes:
            row = with_field(row, table, change.field, change.value)
        check_field(document, row, field)
    return Edit("field-set", changes, (row_id,))


def known_field(document: Document, *, table: str, row_id: str, field: str) -> FieldKind:
    """The kind of a field that may be set. Refused otherwise."""
    if table not in ROWS:
        raise Refused("unknown-table", table=table)
    if document.find(table, row_id) is None:
        raise Refused("unknown-row", table=table, id=row_id)
    if (table, field) in INSTEAD:
        raise Refused("use-instead", table=table, field=field, instead=INSTEAD[table, field])
    kind = fields_of(table).get(field)
    if kind is None:
        raise Refused("unknown-field", table=table, field=field)
    if field == "order":
        raise Refused("use-instead", table=table, field=field, instead="reorder")
    return kind


def plain_value(table: str, field: str, value: Any) -> Any:
    """The value in the form the log keeps (sorted where order means nothing). Refused("wrong-value")."""
    kind = fields_of(table)[field]
    try:
        return kind.write(kind.read(normal(value)))
    except Wrong as wrong:
        raise Refused(
            "wrong-value", table=table, field=field, expected=wrong.reason, choices=kind.choices
        ) from wrong


def _changes(
    document: Document, table: str, row_id: str, field: str, kind: FieldKind, value: Any, language: str | None
) -> list[Change]:
    """The changes that set a field, one per language for a text, those that change nothing among them."""
    if not kind.translated:
        if language is not None:
            raise Refused("not-a-text", table=table, field=field)
        return [Change(table, row_id, field, plain_value(table, field, value))]
    if language is None and isinstance(value, dict):
        words = plain_value(table, field, value)
        now = document.plain_text(table, row_id, field)
        return [Change(table, row_id, f"{field}.{one}", words.get(one, "")) for one in sorted({*now, *words})]
    if language is None or not LANGUAGE.fullmatch(language):
        raise Refused("language-needed", table=table, field=field)
    if not isinstance(value, str):
        raise Refused("wrong-value", table=table, field=field, expected="words", choices=())
    return [Change(table, row_id, f"{field}.{language}", normal(value))]


def _check_unlocked(document: Document, table: str, row_id: str, field: str) -> None:
    if (table, field) != ("session", "minutes"):
        return
    session = document.session(row_id)
    if session.locked_time and session.placement is not None:
        raise Refused("session-time-locked", session=row_id)
