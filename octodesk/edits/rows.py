# SPDX-License-Identifier: EUPL-1.2
"""Adding and deleting rows of any table, with what follows for the rows that refer to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from octodesk.edits.fields import INSTEAD, plain_value
from octodesk.edits.ordering import GROUPED_BY, has_order, key_at_end
from octodesk.edits.sense import WHO, check_field
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.fields import ID, Placement, split_field
from octodesk.model.resolve import RowKey
from octodesk.model.row_values import default_of, row_from, with_field
from octodesk.model.rows import DERIVED_ID, ROWS, Kind, Row, attribute, fields_of, references_of

NEEDED: Mapping[str, tuple[str, ...]] = {
    "agenda_point": ("session",),
    "session_document": ("session",),
    "contribution": ("session", "person"),
    "booking": ("room", "date"),
    "day": ("date",),
    "rule_setting": ("rule",),
    "acknowledgement": ("rule",),
    "version": ("label",),
    "issue": ("document",),
    "translation": ("of_table", "of_row", "text", "language"),
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
    Refused: unknown-table, id-used, wrong-id, id-is-derived, unknown-field, use-instead, wrong-value, needed, and what
    sense.check_field refuses.
    """
    if table not in ROWS or table == "event":
        raise Refused("unknown-table", table=table)
    given = dict(_plain_values(table, values))
    _check_needed(table, given)
    new_id = _id_for(document, table, row_id, given, fresh_id)
    plain = {**_from_kind(document, table, values, given), **given}
    for name in _checked_fields(table, plain):
        check_field(document, _as_wanted(document, table, new_id, plain), name)
    renumbered: tuple[Change, ...] = ()
    if has_order(table) and "order" not in plain and document.find(table, new_id) is None:
        group = plain.get(GROUPED_BY.get(table, ""), "")
        plain["order"], renumbered = key_at_end(document, table, group, author_id)
    return Edit("row-added", (*renumbered, *added(document, table, new_id, plain)), (new_id,))


def added(document: Document, table: str, row_id: str, plain: Mapping[str, Any]) -> Iterator[Change]:
    """The changes after which a row is there with these values (by log field).

    One with a derived id that lives gets the values that differ; one that was deleted comes back with these alone.
    """
    if document.find(table, row_id) is not None:
        differing = {name: new for name, new in plain.items() if document.plain(table, row_id, name) != new}
        yield from (Change(table, row_id, name, value) for name, value in differing.items())
        return
    yield Change(table, row_id, ALIVE, True)
    left = _left_over(document.buried(table, row_id), table)
    yield from (Change(table, row_id, name, value) for name, value in {**left, **plain}.items())


def _left_over(row: Row | None, table: str) -> dict[str, Any]:
    """What would put every field of a deleted row back to its default."""
    found: dict[str, Any] = {}
    for name, kind in fields_of(table).items():
        value, default = getattr(row, attribute(name), None), default_of(table, name)
        if row is None or value == default:
            continue
        if kind.translated:
            found.update({f"{name}.{language}": "" for language, _ in cast("Any", value).words})
        else:
            found[name] = kind.write(default)
    return found


def _plain_values(table: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The values by log field, in the form the log keeps."""
    for name, value in values.items():
        _check_known(table, name)
        plain = plain_value(table, name, value)
        if fields_of(table)[name].translated:
            yield from ((f"{name}.{language}", words) for language, words in sorted(plain.items()))
        else:
            yield name, plain


def _check_known(table: str, name: str) -> None:
    if name in fields_of(table):
        return
    instead = INSTEAD.get((table, name))
    if instead is None:
        raise Refused("unknown-field", table=table, field=name)
    raise Refused(
        "use-instead", table=table, field=name, instead="placement" if instead == "place" else instead
    )


def _id_for(
    document: Document, table: str, row_id: str | None, plain: Mapping[str, Any], fresh_id: str
) -> str:
    derived = _derived_id(table, plain)
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


def _derived_id(table: str, plain: Mapping[str, Any]) -> str | None:
    """The id that follows from a new row's facts; None for tables whose ids are free."""
    if table not in DERIVED_ID:
        return None
    if table == "contribution":
        role, point = plain.get("role", "speaker"), plain.get("agenda_point")
        return identity.contribution_id(plain["session"], plain["person"], role, point)
    if table == "acknowledgement":
        sessions, rooms, people = (plain.get(name, ()) for name in ("sessions", "rooms", "people"))
        return identity.acknowledgement_id(plain["rule"], sessions, rooms, people, plain.get("facts", ""))
    if table == "translation":
        return identity.translation_id(*(plain[name] for name in NEEDED[table]))
    return str(plain[NEEDED[table][0]])


def _check_needed(table: str, plain: Mapping[str, Any]) -> None:
    for name in NEEDED.get(table, ()):
        if not plain.get(name):
            raise Refused("needed", table=table, field=name)


def _from_kind(
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


def _checked_fields(table: str, plain: Mapping[str, Any]) -> list[str]:
    """The fields given, each once; that a new person is somebody is looked at in any case."""
    names = [split_field(name)[0] for name in plain]
    return list(dict.fromkeys([*names, *(WHO[:1] if table == "person" else ())]))


def _as_wanted(document: Document, table: str, row_id: str, plain: Mapping[str, Any]) -> Row:
    row = document.find(table, row_id)
    if row is None:
        return row_from(table, row_id, plain.items())
    for name, value in plain.items():
        row = with_field(row, table, name, value)
    return row


# -- deleting

_GOES_TOO: Mapping[str, frozenset[str]] = {
    "contribution": frozenset({"session", "person", "agenda_point"}),
    "agenda_point": frozenset({"session"}),
    "session_document": frozenset({"session"}),
    "booking": frozenset({"room"}),
    "acknowledgement": frozenset({"sessions", "people", "rooms"}),
}
"""Fields whose row goes with what it refers to. Elsewhere the reference alone is taken away."""


def delete_row(document: Document, *, table: str, row_id: str) -> Edit:
    """A row goes, and every reference to it in the same edit. A session keeps its start when its room goes.

    Refused: unknown-table, unknown-row, kind-in-use, event-stays, session-room-locked.
    """
    return delete_rows(document, table=table, row_ids=(row_id,))


def delete_rows(document: Document, *, table: str, row_ids: Sequence[str]) -> Edit:
    """Several rows of a table go as one edit. Refused as for one."""
    if table not in ROWS:
        raise Refused("unknown-table", table=table)
    for row_id in row_ids:
        if document.find(table, row_id) is None:
            raise Refused("unknown-row", table=table, id=row_id)
    if table == "event":
        raise Refused("event-stays")
    going = _going(document, [(table, row_id) for row_id in row_ids])
    changes = (Change(name, one, ALIVE, False) for name, one in going)
    label = "row-deleted" if len(row_ids) == 1 else "rows-deleted"
    return Edit(label, (*changes, *_freed(document, going)), tuple(row_ids))


def _going(document: Document, rows: Iterable[RowKey]) -> list[RowKey]:
    """The rows and all that goes with them, they themselves first."""
    going = list(dict.fromkeys(rows))
    for leaving in going:  # grows while it is walked
        holders = (one for one in document.referrers(*leaving) if one not in going)
        going.extend(one for one in holders if _goes_with(document, one, leaving))
    return going


def _goes_with(document: Document, holder: RowKey, leaving: RowKey) -> bool:
    fields = _held_in(document, holder, {leaving})
    return any(field in _GOES_TOO.get(holder[0], ()) for field in fields)


def _held_in(document: Document, holder: RowKey, rows: Collection[RowKey]) -> list[str]:
    """The fields of a row that refer to one of these rows."""
    row = document.row(*holder)
    return [
        name for name, target in references_of(holder[0])
        if any((target, one) in rows for one in _ids(getattr(row, attribute(name))))
    ]  # fmt: skip


def _ids(value: object) -> tuple[str, ...]:
    if isinstance(value, Placement):
        return value.rooms
    return value if isinstance(value, tuple) else (str(value),)


def _freed(document: Document, going: Iterable[RowKey]) -> Iterator[Change]:
    """Changes that take the going rows out of the rows that stay."""
    leaving = frozenset(going)
    staying = {holder for row in leaving for holder in document.referrers(*row)} - leaving
    for holder in sorted(staying):
        for field in _held_in(document, holder, leaving):
            target = fields_of(holder[0])[field].refers_to
            yield from _without(document, holder, field, {one for table, one in leaving if table == target})


def _without(document: Document, holder: RowKey, field: str, gone: Collection[str]) -> Iterator[Change]:
    table, row_id = holder
    value = getattr(document.row(table, row_id), attribute(field))
    if (table, field) == ("session", "kind"):
        raise Refused("kind-in-use", kind=value, session=row_id)
    kept: Any = None
    if isinstance(value, Placement):
        if document.session(row_id).locked_room:
            raise Refused("session-room-locked", session=row_id)
        kept = Placement(value.start, _others(value.rooms, gone), value.exclusive)
    elif isinstance(value, tuple):
        kept = _others(value, gone)
    yield from document.changes(table, row_id, field, kept)


def _others(ids: Iterable[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in ids if one not in gone)
