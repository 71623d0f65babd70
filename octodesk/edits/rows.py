# SPDX-License-Identifier: EUPL-1.2
"""Adding and deleting rows of any table, with what follows for the rows that refer to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from octodesk.edits.fields import DERIVED, WHO, check_references, check_start, plain_value
from octodesk.edits.ordering import GROUPED_BY, has_order, key_at_end
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.fields import ID, LANGUAGE, Placement, split_field
from octodesk.model.resolve import RowKey
from octodesk.model.row_values import references, row_from
from octodesk.model.rows import DERIVED_ID, ROWS, Kind, Session, attribute, fields_of

NEEDED: Mapping[str, tuple[str, ...]] = {
    "agenda_point": ("session",),
    "session_document": ("session",),
    "contribution": ("session", "person"),
    "booking": ("room", "date"),
    "day": ("date",),
    "rule_setting": ("rule",),
    "acknowledgement": ("rule", "sessions"),
    "version": ("label",),
}
"""Fields without which a new row makes no sense."""


def add_row(
    document: Document,
    *,
    table: str,
    values: Mapping[str, Any],
    author_id: str,
    row_id: str | None,
    fresh_id: str,
) -> Edit:
    """A new row. `row_id` None: the id follows from the facts where the table says so, else `fresh_id` is used.

    Values are as in EDITS.json: a text is a mapping of language to words, a session's `placement` may stand among them.
    Refused: unknown-table, id-used, wrong-id, unknown-field, wrong-value, unknown-reference, needed, start-in-gap …
    """
    if table not in ROWS or table == "event":
        raise Refused("unknown-table", table=table)
    plain = dict(_plain_values(document, table, values))
    new_id = _id_for(document, table, row_id, plain, fresh_id)
    _check_needed(table, plain)
    plain = {**_defaults(document, table, values, plain), **plain}
    _check_row(document, table, new_id, plain)
    renumbered: tuple[Change, ...] = ()
    if has_order(table) and "order" not in plain:
        group = plain.get(GROUPED_BY.get(table, ""), "")
        plain["order"], renumbered = key_at_end(document, table, group, author_id)
    return Edit("row-added", (*renumbered, *_addition(document, table, new_id, plain)), (new_id,))


def _addition(document: Document, table: str, row_id: str, plain: Mapping[str, Any]) -> Iterator[Change]:
    """The changes that make the row, or that bring a row with a derived id back as it is wanted."""
    if document.find(table, row_id) is None:
        yield Change(table, row_id, ALIVE, True)
    for name, value in plain.items():
        if document.find(table, row_id) is None or document.plain(table, row_id, name) != value:
            yield Change(table, row_id, name, value)


def _plain_values(document: Document, table: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        kind = fields_of(table).get(name)
        if kind is None:
            instead = DERIVED.get((table, name))
            reason = "use-instead" if instead else "unknown-field"
            raise Refused(
                reason, table=table, field=name, instead="placement" if instead == "place" else instead
            )
        plain = plain_value(table, name, value)
        if not kind.translated:
            check_references(document, table=table, field=name, value=plain)
            yield name, plain
            continue
        for language, words in plain.items():
            if not LANGUAGE.fullmatch(language):
                raise Refused("language-needed", table=table, field=name)
            yield f"{name}.{language}", words


def _id_for(
    document: Document, table: str, row_id: str | None, plain: Mapping[str, Any], fresh_id: str
) -> str:
    derived = derived_id(table, plain)
    if derived is not None:
        if row_id not in (None, derived):
            raise Refused("id-is-derived", table=table, id=row_id, derived=derived)
        return derived
    if row_id is not None and not ID.fullmatch(row_id):
        raise Refused("wrong-id", table=table, id=row_id)
    wanted = row_id or fresh_id
    if document.ever_used(table, wanted):
        raise Refused("id-used", table=table, id=wanted)
    return wanted


def derived_id(table: str, plain: Mapping[str, Any]) -> str | None:
    """The id that follows from a new row's facts; None for tables whose ids are free, or where a fact is missing."""
    if table not in DERIVED_ID or any(not plain.get(name) for name in NEEDED[table]):
        return None
    if table == "contribution":
        role, point = plain.get("role", "speaker"), plain.get("agenda_point")
        return identity.contribution_id(plain["session"], plain["person"], role, point)
    if table == "acknowledgement":
        return identity.acknowledgement_id(plain["rule"], plain["sessions"])
    return str(plain[NEEDED[table][0]])


def _check_needed(table: str, plain: Mapping[str, Any]) -> None:
    for name in NEEDED.get(table, ()):
        if not plain.get(name):
            raise Refused("needed", table=table, field=name)
    if table == "person" and not any(value for field, value in plain.items() if split_field(field)[0] in WHO):
        raise Refused("person-without-anything")


def _defaults(
    document: Document, table: str, values: Mapping[str, Any], plain: Mapping[str, Any]
) -> Mapping[str, Any]:
    """What a new session takes from its kind: the length, and whether nothing runs beside it."""
    if table != "session":
        return {}
    kinds = document.kinds
    first = "workshop" if document.find("kind", "workshop") else kinds[0].id if kinds else ""
    kind = cast("Kind | None", document.find("kind", plain.get("kind", first)))
    if kind is None:
        raise Refused("needed", table=table, field="kind")
    placement = plain.get("placement")
    if placement is not None and "exclusive" not in values["placement"]:
        placement["exclusive"] = kind.exclusive
    return {"kind": kind.id, "minutes": kind.minutes}


def _check_row(document: Document, table: str, row_id: str, plain: Mapping[str, Any]) -> None:
    row: Any = row_from(table, row_id, plain.items())
    if isinstance(row, Session) and row.placement is not None:
        check_start(document, row.placement)
    if table == "booking" and row.until <= row.from_:
        raise Refused("ends-before-start", table=table, id=row_id)
    if table == "contribution":
        check_point(document, session_id=row.session, point_id=row.agenda_point)


def check_point(document: Document, *, session_id: str, point_id: str | None) -> None:
    """That an agenda point belongs to the session. Refused("point-of-other-session")."""
    if point_id is not None and all(point.id != point_id for point in document.agenda_of(session_id)):
        raise Refused("point-of-other-session", session=session_id, agenda_point=point_id)


# -- deleting

_GOES_TOO = {
    ("contribution", "session"),
    ("contribution", "person"),
    ("contribution", "agenda_point"),
    ("agenda_point", "session"),
    ("session_document", "session"),
    ("booking", "room"),
}
"""References whose row goes with what it refers to. Elsewhere the reference alone is taken away."""


def delete_row(document: Document, *, table: str, row_id: str) -> Edit:
    """A row goes, and every reference to it in the same edit. A session keeps its start when its room goes.

    Refused: unknown-table, unknown-row, kind-in-use, event-stays, session-time-locked, session-room-locked.
    """
    if table not in ROWS:
        raise Refused("unknown-table", table=table)
    if table == "event":
        raise Refused("event-stays")
    if document.find(table, row_id) is None:
        raise Refused("unknown-row", table=table, id=row_id)
    going = _going(document, (table, row_id))
    changes = [Change(name, one, ALIVE, False) for name, one in going]
    changes.extend(_freed(document, going))
    return Edit("row-deleted", tuple(changes), (row_id,))


def _going(document: Document, row: RowKey) -> list[RowKey]:
    """The row and all that goes with it, the row itself first."""
    going, place = [row], 0
    while place < len(going):
        for name, one in document.referrers(*going[place]):
            if (name, one) not in going and _goes_too(document, (name, one), going[place]):
                going.append((name, one))
        place += 1
    return going


def _goes_too(document: Document, referrer: RowKey, row: RowKey) -> bool:
    table, row_id = referrer
    holder: Any = document.row(table, row_id)
    if table == "acknowledgement":
        return True
    return any(
        getattr(holder, field) == row[1]
        for name, field in _GOES_TOO
        if name == table and fields_of(table)[field].refers_to == row[0]
    )


def _freed(document: Document, going: Iterable[RowKey]) -> Iterator[Change]:
    """Changes that take the going rows out of the rows that stay."""
    leaving = set(going)
    staying = {referrer for row in leaving for referrer in document.referrers(*row)} - leaving
    for table, row_id in sorted(staying):
        yield from _without(document, table, row_id, leaving)


def _without(document: Document, table: str, row_id: str, leaving: set[RowKey]) -> Iterator[Change]:
    row: Any = document.row(table, row_id)
    for name, kind in fields_of(table).items():
        if not kind.refers_to:
            continue
        value = getattr(row, attribute(name))
        gone = {
            one for target, one in references(row) if (target, one) in leaving and target == kind.refers_to
        }
        if isinstance(value, Placement):
            _check_room_free(row, gone)
            kept: Any = Placement(
                value.start, tuple(room for room in value.rooms if room not in gone), value.exclusive
            )
        elif isinstance(value, tuple):
            kept = tuple(one for one in value if one not in gone)
        else:
            kept = None if value in gone else value
        if kept != value and kind.refers_to == "kind":
            raise Refused("kind-in-use", kind=value, session=row_id)
        yield from document.changes(table, row_id, name, kept)


def _check_room_free(session: Session, gone: set[str]) -> None:
    if session.locked_room and gone & set(session.rooms):
        raise Refused("session-room-locked", session=session.id)
