# SPDX-License-Identifier: EUPL-1.2
"""A copy to give away: the programme as the public may see it, as a conference of its own that begins today.

What it holds is named here, field by field; nothing else goes in. It has no history, no internal note, nobody's telephone
or e-mail, no session that is not to be seen. `proved` looks into the finished file for everything that was to stay out.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from octodesk.model.beginning import Pen, begun
from octodesk.model.document import Document
from octodesk.model.edit import Addition, Edit
from octodesk.model.enclosures import Enclosures
from octodesk.model.fields import split_field
from octodesk.model.log import Log
from octodesk.model.order import first_keys
from octodesk.model.row_values import default_of
from octodesk.model.rows import ROWS, Row, Session, attribute, fields_of

_TEXTS = ("title", "subtitle", "aim", "description", "outcome", "cooperation", "occasion")
HOLDS: Mapping[str, tuple[str, ...]] = {
    "event": (
        "name", "short_name", "subtitle", "place", "venue", "first_day", "last_day", "time_zone", "mode", "introduction",
        "participation", "registration", "contact", "funding", "organiser", "partners", "logo", "version", "status",
        "languages", "working_languages", "snap", "time_form", "zone_mark", "name_order",
    ),
    "day": ("date", "label", "opens", "closes"),
    "room": ("name", "building", "floor", "capacity", "mode", "link", "languages", "color", "order"),
    "track": ("name", "color", "order"),
    "kind": ("name", "color", "pattern", "numerals", "restart", "minutes", "exclusive", "order"),
    "session": (
        "kind", "number", "number_fixed", "label_override", *_TEXTS, "minutes", "placement", "place", "track", "topics",
        "floor_languages", "interpretation", "access", "media", "webcast", "recorded", "regions", "status",
    ),
    "agenda_point": ("session", "text", "minutes", "order"),
    "person": (
        "form_of_address", "titles", "given_name", "family_name", "own_script", "function", "organisation", "country",
        "photo", "biography",
    ),
    "contribution": ("session", "person", "role", "agenda_point", "topic", "on_behalf_of", "way", "order"),
    "session_document": ("session", "number", "title", "languages", "link", "order"),
    "heading": ("group", "text", "sessions", "order"),
    "related": ("title", "from", "until", "access", "sentence", "order"),
    "contact": ("purpose", "text", "email", "phone", "order"),
    "donor": ("name", "logo", "order"),
}  # fmt: skip
"""The fields of each table that may go out. The contacts are those of the conference, which print too."""

CLOSED = ("kind", "number", "number_fixed", "minutes", "placement", "access")
"""All that is told of a session with restricted participation: that something is there."""
NEVER_SEEN = frozenset({"blocker", "technical-test"})
BEHIND_THE_SCENES = frozenset({"interpreter", "technician", "secretariat"})
_FILES = frozenset({"photo", "logo"})
_TYPED = frozenset({"words", "text", "sequence", "set", "facts"})
_SHORTEST_SECRET = 4
"""Letters: shorter words stand in any file."""


@dataclass(frozen=True, slots=True)
class PublicCopy:
    """The conference to give away: its log, its attachments, and the words that must not be found in its file."""

    log: Log
    enclosed: Enclosures
    secrets: frozenset[str]


class Leak(Exception):
    """Something that was to stay out is in the file."""

    def __init__(self, secret: str) -> None:
        super().__init__(secret)
        self.secret = secret


def public_copy(
    log: Log, enclosed: Enclosures, *, event_id: str, pen: Pen, named: bool = False
) -> PublicCopy:
    """`named`: also people who do not want to be published, as for participants."""
    document = Document.of_log(log)
    rows = _seen(document, named=named)
    additions = [
        _added(document, table, row, rows) for table, found in rows.items() for row in found.values()
    ]
    event = _values(document.event, HOLDS["event"])
    made = [
        Addition("event", event_id, {**event, "derived_from": document.event_id}),
        *_in_order(additions, pen),
    ]
    changes = tuple(change for one in made for change in one.changes())
    copy = begun(Edit("event-created", changes, (event_id,), kind="create"), pen)
    files = {value for one in made for name, value in one.values.items() if name in _FILES}
    kept = {name: content for name, content in enclosed.attachments.items() if name in files}
    return PublicCopy(copy, Enclosures(kept), frozenset(_secrets(log, copy)))


# -- what is seen


def _seen(document: Document, *, named: bool) -> dict[str, dict[str, Row]]:
    sessions = {
        one.id: one for one in document.sessions
        if one.placement and one.kind not in NEVER_SEEN and one.status != "cancelled"
    }  # fmt: skip
    open_ = {one.id for one in sessions.values() if not _is_closed(one)}
    people = {one.id for one in document.people if one.status != "declined" and (named or one.publish)}
    points = {one.id for one in document.table("agenda_point").values() if _of(one, "session") in open_}
    parts = {
        one.id: one for one in document.table("contribution").values()
        if _of(one, "session") in open_ and _of(one, "person") in people
        and _of(one, "role") not in BEHIND_THE_SCENES and _of(one, "agenda_point") in {None, *points}
    }  # fmt: skip
    speaking = {_of(one, "person") for one in parts.values()}
    found: dict[str, dict[str, Row]] = {
        "day": dict(document.table("day")),
        "room": dict(document.table("room")),
        "track": dict(document.table("track")),
        "kind": {one.id: one for one in document.kinds if one.id not in NEVER_SEEN},
        "session": dict(sessions),
        "agenda_point": {one: document.row("agenda_point", one) for one in points},
        "person": {one.id: one for one in document.people if one.id in speaking},
        "contribution": parts,
        "session_document": {
            one.id: one for one in document.table("session_document").values() if _of(one, "session") in open_
        },
        "heading": {
            one.id: one for one in document.headings if not one.sessions or open_ & set(one.sessions)
        },
        "related": dict(document.table("related")),
        "contact": dict(document.table("contact")),
        "donor": dict(document.table("donor")),
    }
    return found


def _is_closed(session: Session) -> bool:
    return session.access == "restricted"


def _of(row: Row, name: str) -> Any:
    return getattr(row, name)


def _added(document: Document, table: str, row: Row, rows: Mapping[str, Mapping[str, Row]]) -> Addition:
    closed = isinstance(row, Session) and _is_closed(row)
    values = _values(row, CLOSED if closed else HOLDS[table])
    if table == "heading":
        sessions = rows["session"]
        values["sessions"] = [
            one
            for one in values.get("sessions", [])
            if one in sessions and not _is_closed(document.session(one))
        ]
    return Addition(table, row.id, values)


def _values(row: Row, names: Iterable[str]) -> dict[str, Any]:
    """The values of these fields as the log writes them, defaults left out."""
    table = next(name for name, kind in ROWS.items() if isinstance(row, kind))
    found: dict[str, Any] = {}
    for name in names:
        kind, value = fields_of(table)[name], getattr(row, attribute(name))
        if value == default_of(table, name):
            continue
        if kind.translated:
            found.update({f"{name}.{language}": words for language, words in value.words if words})
        else:
            found[name] = kind.write(value)
    return found


def _in_order(additions: Iterable[Addition], pen: Pen) -> Iterator[Addition]:
    """With order keys made anew: the old ones tell who put something where."""
    listed = list(additions)
    ordered = [one for one in listed if "order" in fields_of(one.table)]
    ordered.sort(key=lambda one: (one.table, str(one.values.get("order", "")), one.id))
    keys = dict(zip(map(id, ordered), first_keys(len(ordered), pen.author.id), strict=True))
    for one in listed:
        if id(one) in keys:
            yield Addition(one.table, one.id, {**one.values, "order": keys[id(one)]})
        else:
            yield one


# -- that it is so


def _secrets(log: Log, copy: Log) -> Iterator[str]:
    """Everything anybody ever typed in the log, and the names of those who typed, that no value of the copy contains."""
    fields = (name for table in ROWS for name in (table, *fields_of(table)))
    shown = "\n".join([*_typed_in(copy), *(edit.author.name for edit in copy), *fields])
    for words in {*_typed_in(log), *(edit.author.name for edit in log)}:
        if len(words) >= _SHORTEST_SECRET and words not in shown:
            yield words


def _typed_in(log: Log) -> Iterator[str]:
    """Words, not codes: those of fields that hold what is typed."""
    for edit in log:
        for place, change in enumerate(edit.changes):
            name = split_field(change.field)[0]
            kind = fields_of(change.table).get(name) if change.table in ROWS else None
            if kind is None or (kind.name in _TYPED and name != "order"):
                yield from _words_in(edit.value(place))


def _words_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _words_in(item)


def proved(content: bytes, copy: PublicCopy) -> int:
    """How many words were looked for, none of which is in the file, packed or not. Raises Leak for one that is."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        whole = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    for secret in sorted(copy.secrets):
        escaped = json.dumps(secret, ensure_ascii=False)[1:-1]
        if secret in whole or escaped in whole or json.dumps(escaped, ensure_ascii=False)[1:-1] in whole:
            raise Leak(secret)
    return len(copy.secrets)
