# SPDX-License-Identifier: EUPL-1.2
"""Beginning a conference: from nothing, or from last year's with its dates moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from octodesk.edits.sense import check_languages, check_zone
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Addition, Change, Edit, Refused
from octodesk.model.fields import Placement, Span
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.row_values import default_of, table_of
from octodesk.model.rows import ROWS, Row, attribute, fields_of

MOST_DAYS = 366

_OF_ONE_YEAR: Mapping[str, frozenset[str]] = {
    "event": frozenset({"name", "version", "registration", "status"}),
    "person": frozenset({"status", "owed", "technical_test", "availability", "arrival", "departure"}),
    "booking": frozenset({"status"}),
}
"""Fields that held for that conference alone: what was issued, answered or ordered."""

_LEFT_BEHIND = frozenset({"event", "day", "version", "acknowledgement", "issue"})
"""Tables whose rows a new event does not take over as they are."""


def new_event(
    *, event_id: str, name: str, first_day: date, days: int, time_zone: str, languages: tuple[str, ...]
) -> Edit:
    """An event with its days (open 9:00 to 18:00) and the built-in kinds. `name` is in the first language.

    Refused: needed, wrong-value, unknown-zone.
    """
    given = _given(name, first_day, days, time_zone, languages)
    changes = [
        *_added("event", event_id, given),
        *_days(first_day, days, {}),
        *(change for kind_id, kind in BUILT_IN_KINDS.items() for change in _added("kind", kind_id, kind)),
    ]
    return Edit("event-created", tuple(changes), (event_id,), kind="create")


def event_from(
    document: Document, *, event_id: str, name: str, first_day: date, days: int | None = None,
    time_zone: str | None = None, languages: tuple[str, ...] | None = None,
) -> Edit:  # fmt: skip
    """Last year's event with its dates moved: rooms, people and sessions stay; what was issued, registered, answered or
    ordered for last year does not. What is left out is as it was. Refused: needed, wrong-value, unknown-zone."""
    old = document.event
    count = (old.last_day - old.first_day).days + 1 if days is None else days
    given = _given(name, first_day, count, time_zone or old.time_zone, languages or old.languages)
    by = first_day - old.first_day
    changes = [
        *_added("event", event_id, {**_kept(old), **given, "derived_from": old.id}),
        *_days(first_day, count, {day.date + by: _kept(day) for day in document.days}),
    ]
    for row in _rows_taken_over(document):
        changes.extend(_added_moved(row, by, given["time_zone"]))
    return Edit("event-created", tuple(changes), (event_id,), kind="create")


def _given(
    name: str, first_day: date, days: int, time_zone: str, languages: tuple[str, ...]
) -> dict[str, Any]:
    """The values of the event that its beginner chose. Refused where they make no sense."""
    if not name.strip():
        raise Refused("needed", table="event", field="name")
    if not 1 <= days <= MOST_DAYS:
        raise Refused("wrong-value", table="event", field="days", expected="days-1-to-366", choices=())
    if first_day.year not in clock.YEARS:
        raise Refused("wrong-value", table="event", field="first_day", expected="date", choices=())
    check_languages(languages)
    check_zone(time_zone)
    chosen = list(dict.fromkeys(languages))
    return {
        "name": {chosen[0]: name.strip()},
        "short_name": name.strip(),
        "first_day": first_day.isoformat(),
        "last_day": (first_day + timedelta(days=days - 1)).isoformat(),
        "time_zone": time_zone,
        "languages": chosen,
    }


def _days(first_day: date, count: int, kept: Mapping[date, Mapping[str, Any]]) -> Iterator[Change]:
    for place in range(count):
        day = first_day + timedelta(days=place)
        hours = {"opens": "09:00", "closes": "18:00"}
        yield from _added("day", day.isoformat(), {**hours, **kept.get(day, {}), "date": day.isoformat()})


def _rows_taken_over(document: Document) -> Iterator[Row]:
    for table in ROWS:
        if table not in _LEFT_BEHIND:
            yield from sorted(document.table(table).values(), key=lambda row: row.id)


def _added_moved(row: Row, by: timedelta, time_zone: str) -> Iterator[Change]:
    """A row of last year with every date and moment in it moved."""
    table, values = table_of(row), _kept(row)
    for name in list(values):
        moved = moved_value(getattr(row, attribute(name)), by, time_zone)
        if moved is not None:
            values[name] = fields_of(table)[name].write(moved)
    yield from _added(table, row.id, values)


def _kept(row: Row) -> dict[str, Any]:
    """The plain values of a row that differ from a new one's and do not hold for one year alone; texts as mappings."""
    table, found = table_of(row), {}
    for name, kind in fields_of(table).items():
        value = getattr(row, attribute(name))
        if value != default_of(table, name) and name not in _OF_ONE_YEAR.get(table, ()):
            found[name] = kind.write(value)
    return found


def moved_value(value: Any, by: timedelta, time_zone: str) -> Any:
    """A value with its dates moved; None for one that has none."""
    if isinstance(value, Placement):
        start = clock.next_existing(value.start + by, time_zone)
        return Placement(start, value.rooms, value.exclusive)
    if isinstance(value, tuple) and value and isinstance(value[0], Span):
        return tuple(Span(span.begins + by, span.ends + by) for span in value)
    return value + by if isinstance(value, date | datetime) else None


def _added(table: str, row_id: str, values: Mapping[str, Any]) -> Iterator[Change]:
    """The changes that make a row from plain values, texts as mappings."""
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if fields_of(table)[name].translated:
            plain.update({f"{name}.{language}": words for language, words in sorted(value.items())})
        else:
            plain[name] = value
    yield from Addition(table, row_id, plain).changes()
