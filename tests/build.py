# SPDX-License-Identifier: EUPL-1.2
"""One-line factories for tests: rows, conferences, and applying edits without a store."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from octodesk.desk import Desk
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Addition, Author, Edit
from octodesk.model.fields import Placement
from octodesk.model.log import Log
from octodesk.model.row_values import table_of
from octodesk.model.rows import (
    AgendaPoint,
    Contribution,
    Day,
    Event,
    Kind,
    Person,
    Room,
    Row,
    Session,
    attribute,
    fields_of,
)
from octodesk.model.stamped import Stamp, Stamped, stamp
from octodesk.model.text import Text
from octodesk.store.memory import MemoryStore

ANA = Author("a" * 16, "Ana")
BEN = Author("b" * 16, "Ben")
DAY = "2021-11-17"


def event(**values: Any) -> Event:
    days = {"first_day": date(2021, 11, 16), "last_day": date(2021, 11, 18)}
    plain = {"short_name": "Test 2021", "name": text("Test conference"), "languages": ("en", "fr", "es")}
    return Event("event", **{**days, **plain, **values})


def text(en: str = "", fr: str = "", es: str = "") -> Text:
    return Text.of(en=en, fr=fr, es=es)


def at(
    room: str | tuple[str, ...] = (), start: str = "10:00", *, day: str = DAY, exclusive: bool = False
) -> Placement:
    """`at("A", "10:00")`: held in room A from 10:00 on the test day."""
    rooms = (room,) if isinstance(room, str) else tuple(sorted(room))
    return Placement(clock.parse_moment(f"{day}T{start}"), rooms, exclusive)


def session(session_id: str, placement: Placement | None = None, **values: Any) -> Session:
    given = {"kind": "workshop", "title": text(session_id.capitalize()), "minutes": 60, **values}
    return Session(session_id, placement=placement, **given)


def room(room_id: str, **values: Any) -> Room:
    return Room(room_id, **{"name": text(f"Room {room_id}"), "order": f"1000.{room_id}", **values})


def person(person_id: str, **values: Any) -> Person:
    return Person(person_id, **{"family_name": person_id.capitalize(), "status": "accepted", **values})


def part(session_id: str, person_id: str, role: str = "speaker", **values: Any) -> Contribution:
    return Contribution(f"{session_id}-{person_id}-{role}", session_id, person_id, role, **values)


def point(point_id: str, session_id: str, words: str = "", **values: Any) -> AgendaPoint:
    return AgendaPoint(point_id, session_id, text(words or point_id), **{"order": point_id, **values})


KINDS = (
    Kind(
        "workshop", text("Workshop", "Atelier", "Taller"), pattern=text("WS {n}", "Atelier {n}", "Taller {n}")
    ),
    Kind("plenary", text("Plenary session", "Séance plénière", "Sesión plenaria"), exclusive=True),
    Kind("break", text("Break", "Pause", "Pausa"), exclusive=True, minutes=30),
    Kind("milestone", text("Milestone"), exclusive=True, minutes=0),
)


def days(first: date = date(2021, 11, 16), count: int = 3) -> tuple[Day, ...]:
    return tuple(
        Day((first + timedelta(days=n)).isoformat(), first + timedelta(days=n)) for n in range(count)
    )


def conference(*given: Row) -> Document:
    """A document with these rows, an event, three days, a few kinds, and rooms A to C where they are not given."""
    return Document.of_log(log_of(*given))


def log_of(*given: Row) -> Log:
    rows = {(table_of(row), row.id): row for row in (event(), *days(), *KINDS, *map(room, "ABC"), *given)}
    changes = tuple(change for row in rows.values() for change in adding(row).changes())
    log = Log()
    stamped_into(log, Edit("event-created", changes, kind="create"), author=Author("0" * 16, "Maker"))
    return log


def adding(row: Row) -> Addition:
    """The addition that makes this row, with the values that differ from the defaults."""
    table = table_of(row)
    fresh = type(row)(row.id)
    values: dict[str, Any] = {}
    for name, kind in fields_of(table).items():
        value = getattr(row, attribute(name))
        if value == getattr(fresh, attribute(name)):
            continue
        if kind.translated:
            values.update({f"{name}.{language}": words for language, words in value.words})
        else:
            values[name] = kind.write(value)
    return Addition(table, row.id, values)


_salts = itertools.count()


def stamped_into(log: Log, edit: Edit, *, author: Author = ANA, device: str = "d1", wall: str = "2021-10-01T08:00:00Z",
                 event_id: str = "event") -> Stamped:  # fmt: skip
    """Stamps an edit on top of a log and adds it."""
    by = Stamp(
        event_id, tuple(sorted(log.heads)), log.next_lamport, author, device, wall,
        lambda: next(_salts).to_bytes(16, "big"),
    )  # fmt: skip
    made = stamp(edit, by, lambda *key: [head.ref for head in log.resolved(key).heads])
    log.add([made])
    return made


def applied(document: Document, edit: Edit) -> Document:
    """The document after an edit: stamped, resolved and put in with a Delta, as the desk does it."""
    from octodesk.model.delta import delta_of
    from octodesk.model.resolve import ABSENT, FieldState, Head

    def after(key: tuple[str, str, str]) -> FieldState:
        change = next(one for one in edit.changes if (one.table, one.id, one.field) == key)
        return FieldState((Head("e" * 64, 0, change.value),))

    log = _log_of_document(document)
    stamped_into(log, edit, event_id=document.event_id)
    keys = {(change.table, change.id, change.field) for change in edit.changes}

    def life(row: tuple[str, str]) -> Any:
        return log.life(row, {name: log.resolved((*row, name)) for name in log.fields_of_row(row)})

    return document.with_delta(delta_of(keys, lambda _: ABSENT, after, life))


def _log_of_document(document: Document) -> Log:
    from octodesk.model.rows import ROWS

    log = Log()
    found = [row for table in ROWS for row in document.table(table).values()]
    changes = tuple(change for row in found for change in adding(row).changes())
    stamped_into(log, Edit("event-created", changes, kind="create"), event_id=document.event_id)
    return log


def titles(document: Document) -> Mapping[str, str]:
    return {one.id: document.title(one.id) for one in document.sessions}


CLOCK = datetime(2021, 10, 5, 9, 30, tzinfo=UTC)


def desk_on(log: Log, *, author: Author = ANA, device: str = "d1") -> Desk:
    """A desk on a log in memory, with a clock that stands still; whatever a listener raises is raised."""

    def raised(wrong: Exception) -> None:
        raise wrong

    return Desk(
        MemoryStore(log),
        author=author,
        device=device,
        clock=lambda: CLOCK,
        salt=lambda: next(_salts).to_bytes(16, "big"),
        report=raised,
    )
