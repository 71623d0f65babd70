# SPDX-License-Identifier: EUPL-1.2
"""Setting one field of one row, with the checks that belong to that field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import LANGUAGE, FieldKind, Placement, Wrong, split_field
from octodesk.model.rows import ROWS, attribute, fields_of

DERIVED = {
    ("session", "start"): "place",
    ("session", "end"): "resize",
    ("session", "rooms"): "place",
    ("session", "exclusive"): "place",
    ("session", "placement"): "place",
    ("session", "label"): "label_override",
    ("contribution", "session"): "contribute",
    ("contribution", "person"): "contribute",
    ("contribution", "role"): "contribute",
    ("contribution", "agenda_point"): "contribute",
    ("agenda_point", "session"): "add",
    ("session_document", "session"): "add",
}
"""What cannot be set as a field, and the verb or field that does it."""


def set_field(
    document: Document, *, table: str, row_id: str, field: str, value: Any, language: str | None = None
) -> Edit:
    """One field gets a plain value. A text gets one language's words, or with `language` None all of them as a mapping.

    Refused: unknown-table, unknown-row, unknown-field, use-instead, wrong-value, language-needed, not-a-text,
    unknown-reference, session-time-locked, and what `_CHECKS` names.
    """
    kind = known_field(document, table=table, row_id=row_id, field=field)
    plain = _with_language(document, table, row_id, field, kind, value, language)
    changes = tuple(change for change in plain if document.plain(table, row_id, change.field) != change.value)
    for change in changes:
        check_value(document, table=table, row_id=row_id, field=change.field, value=change.value)
    return Edit("field-set", changes, (row_id,))


def known_field(document: Document, *, table: str, row_id: str, field: str) -> FieldKind:
    """The kind of a field that may be set. Refused otherwise."""
    if table not in ROWS:
        raise Refused("unknown-table", table=table)
    if document.find(table, row_id) is None:
        raise Refused("unknown-row", table=table, id=row_id)
    if (table, field) in DERIVED:
        raise Refused("use-instead", table=table, field=field, instead=DERIVED[table, field])
    kind = fields_of(table).get(field)
    if kind is None:
        raise Refused("unknown-field", table=table, field=field)
    return kind


def _with_language(
    document: Document, table: str, row_id: str, field: str, kind: FieldKind, value: Any, language: str | None
) -> list[Change]:
    if not kind.translated:
        if language:
            raise Refused("not-a-text", table=table, field=field)
        return [Change(table, row_id, field, plain_value(table, field, value))]
    if language is None and isinstance(value, dict):
        words = plain_value(table, field, value)
        now = document.plain_text(table, row_id, field)
        return [Change(table, row_id, f"{field}.{one}", words.get(one, "")) for one in sorted({*now, *words})]
    if not language or not LANGUAGE.fullmatch(language):
        raise Refused("language-needed", table=table, field=field)
    if not isinstance(value, str):
        raise Refused("wrong-value", table=table, field=field, expected="words")
    return [Change(table, row_id, f"{field}.{language}", value)]


def plain_value(table: str, field: str, value: Any) -> Any:
    """The value in the form the log keeps (sorted where order means nothing). Refused("wrong-value")."""
    kind = fields_of(table)[field]
    try:
        return kind.write(kind.read(value))
    except Wrong as wrong:
        raise Refused(
            "wrong-value", table=table, field=field, expected=wrong.reason, choices=kind.choices
        ) from wrong


def check_value(document: Document, *, table: str, row_id: str, field: str, value: Any) -> None:
    """The checks of one field beyond its kind: what it refers to is there, what is locked stays. Refused."""
    name, _ = split_field(field)
    check_references(document, table=table, field=name, value=value)
    check = _CHECKS.get((table, name))
    if check is not None:
        check(document, row_id, value)


def check_references(document: Document, *, table: str, field: str, value: Any) -> None:
    """That every row a value refers to is there. Refused("unknown-reference")."""
    target = fields_of(table)[field].refers_to
    if not target or value is None:
        return
    ids = value["rooms"] if isinstance(value, dict) else value if isinstance(value, list) else [value]
    for one in ids:
        if document.find(target, one) is None:
            raise Refused("unknown-reference", table=table, field=field, target=target, id=one)


def check_start(document: Document, placement: Placement) -> None:
    """That the clocks of the event's zone ever show the start. Refused("start-in-gap") names the next minute they do."""
    zone = document.event.time_zone
    if not clock.exists(placement.start, zone):
        raise Refused("start-in-gap", start=placement.start, next=clock.next_existing(placement.start, zone))


def _minutes_locked(document: Document, session_id: str, _: Any) -> None:
    session = document.session(session_id)
    if session.locked_time and session.placement is not None:
        raise Refused("session-time-locked", session=session_id)


def _zone_known(_document: Document, _row_id: str, value: Any) -> None:
    try:
        clock.zone(value)
    except clock.UnknownZone as wrong:
        raise Refused("unknown-zone", zone=value) from wrong


def _languages_known(_document: Document, _row_id: str, value: Any) -> None:
    if not value or not all(LANGUAGE.fullmatch(one) for one in value):
        raise Refused("wrong-value", table="event", field="languages", expected="languages")


def _first_day(document: Document, _: str, value: Any) -> None:
    if clock.parse_date(value) > document.event.last_day:
        raise Refused("days-backwards", first=value, last=document.event.last_day.isoformat())


def _last_day(document: Document, _: str, value: Any) -> None:
    if clock.parse_date(value) < document.event.first_day:
        raise Refused("days-backwards", first=document.event.first_day.isoformat(), last=value)


def _snap_positive(_document: Document, _row_id: str, value: Any) -> None:
    if not 1 <= value <= 120:
        raise Refused("wrong-value", table="event", field="snap", expected="minutes-1-to-120")


def _still_somebody(name: str) -> Callable[[Document, str, Any], None]:
    """A person keeps at least one of name, function, organisation and country."""

    def check(document: Document, person_id: str, value: Any) -> None:
        known = dict(who(document, person_id))
        if name in ("function", "organisation"):
            return
        known[name] = value
        if not any(known.values()):
            raise Refused("person-without-anything", person=person_id)

    return check


def who(document: Document, person_id: str) -> Mapping[str, Any]:
    """What says who a person is; at least one of these is there."""
    person = document.person(person_id)
    return {name: getattr(person, attribute(name)) for name in WHO}


WHO = ("given_name", "family_name", "own_script", "function", "organisation", "country")

_CHECKS: Mapping[tuple[str, str], Callable[[Document, str, Any], None]] = {
    ("session", "minutes"): _minutes_locked,
    ("event", "time_zone"): _zone_known,
    ("event", "languages"): _languages_known,
    ("event", "first_day"): _first_day,
    ("event", "last_day"): _last_day,
    ("event", "snap"): _snap_positive,
    **{("person", name): _still_somebody(name) for name in WHO},
}
