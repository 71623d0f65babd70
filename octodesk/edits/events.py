# SPDX-License-Identifier: EUPL-1.2
"""Beginning a conference: from nothing, or from last year's with its dates moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.fields import LANGUAGE, Placement
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.row_values import default_of, table_of
from octodesk.model.rows import ROWS, Row, attribute, fields_of

MOST_DAYS = 366
_LEFT_BEHIND = frozenset({"event", "day", "version", "acknowledgement", "kind"})
"""Tables whose rows a new event does not take over as they are."""


def new_event(
    *, event_id: str, name: str, first_day: date, days: int, time_zone: str, languages: tuple[str, ...]
) -> Edit:
    """An event with its days (open 9:00 to 18:00) and the built-in kinds. `name` is in the first language.

    Refused: needed, wrong-value, unknown-zone.
    """
    _check(name, first_day, days, time_zone, languages)
    values = {
        f"name.{languages[0]}": name.strip(),
        "short_name": name.strip(),
        "first_day": first_day.isoformat(),
        "last_day": (first_day + timedelta(days=days - 1)).isoformat(),
        "time_zone": time_zone,
        "languages": list(languages),
    }
    changes = [
        *_added("event", event_id, values),
        *(change for place in range(days) for change in _day(first_day + timedelta(days=place))),
        *(change for kind_id, kind in BUILT_IN_KINDS.items() for change in _added("kind", kind_id, kind)),
    ]
    return Edit("event-created", tuple(changes), (event_id,), kind="create")


def event_from(
    document: Document, *, event_id: str, name: str, first_day: date, days: int | None, time_zone: str | None,
    languages: tuple[str, ...] | None,
) -> Edit:  # fmt: skip
    """Last year's event with its dates moved: rooms, people and sessions stay, what was given, issued or confirmed
    for last year does not (version, registration, statuses of people, bookings' statuses)."""
    old = document.event
    kept_languages = languages or old.languages
    count = days or (old.last_day - old.first_day).days + 1
    zone = time_zone or old.time_zone
    _check(name, first_day, count, zone, kept_languages)
    by = first_day - old.first_day
    values = {
        **{
            key: value
            for key, value in _values_of(old)
            if key not in ("version", "registration", "status")
        },
        f"name.{kept_languages[0]}": name.strip(),
        "short_name": name.strip(),
        "first_day": first_day.isoformat(),
        "last_day": (first_day + timedelta(days=count - 1)).isoformat(),
        "time_zone": zone,
        "languages": list(kept_languages),
        "derived_from": old.id,
    }
    changes = [*_added("event", event_id, values), *_moved_days(document, first_day, count, by)]
    for table in ROWS:
        if table not in _LEFT_BEHIND or table == "kind":
            for row in sorted(document.table(table).values(), key=lambda one: one.id):
                changes.extend(_added(table, row.id, _moved_values(row, by)))
    return Edit("event-created", tuple(changes), (event_id,), kind="create")


def _check(name: str, first_day: date, days: int, time_zone: str, languages: tuple[str, ...]) -> None:
    if not name.strip():
        raise Refused("needed", table="event", field="name")
    if not 1 <= days <= MOST_DAYS or first_day.year > 9000:
        raise Refused("wrong-value", table="event", field="days", expected="days-1-to-366")
    if not languages or not all(LANGUAGE.fullmatch(language) for language in languages):
        raise Refused("wrong-value", table="event", field="languages", expected="languages")
    try:
        clock.zone(time_zone)
    except clock.UnknownZone as wrong:
        raise Refused("unknown-zone", zone=time_zone) from wrong


def _added(table: str, row_id: str, values: Mapping[str, Any]) -> Iterator[Change]:
    yield Change(table, row_id, ALIVE, True)
    for name, value in values.items():
        if isinstance(value, dict) and fields_of(table)[name].translated:
            yield from (Change(table, row_id, f"{name}.{one}", words) for one, words in sorted(value.items()))
        else:
            yield Change(table, row_id, name, value)


def _day(day: date) -> Iterator[Change]:
    yield from _added("day", day.isoformat(), {"date": day.isoformat(), "opens": "09:00", "closes": "18:00"})


def _moved_days(document: Document, first_day: date, count: int, by: timedelta) -> Iterator[Change]:
    old = {day.date + by: day for day in document.days}
    for place in range(count):
        day = first_day + timedelta(days=place)
        kept = dict(_values_of(old[day])) if day in old else {"opens": "09:00", "closes": "18:00"}
        yield from _added("day", day.isoformat(), {**kept, "date": day.isoformat()})


def _values_of(row: Row) -> Iterator[tuple[str, Any]]:
    """(field, plain value) of everything that is not as in a new row; a text as a mapping."""
    table = table_of(row)
    for name, kind in fields_of(table).items():
        value = getattr(row, attribute(name))
        if value != default_of(table, name):
            yield name, kind.write(value)


def _moved_values(row: Row, by: timedelta) -> dict[str, Any]:
    """A row's values with every date and moment moved, and last year's answers taken back."""
    table = table_of(row)
    values = dict(_values_of(row))
    for name in list(values):
        moved = _moved(getattr(row, attribute(name)), by)
        if moved is not None:
            values[name] = fields_of(table)[name].write(moved)
    if table == "person":
        values = {name: value for name, value in values.items() if name not in _OF_LAST_YEAR}
    if table == "booking":
        values["status"] = "needed"
    return values


_OF_LAST_YEAR = frozenset({"status", "owed", "technical_test", "availability", "arrival", "departure"})


def _moved(value: Any, by: timedelta) -> Any:
    if isinstance(value, Placement):
        return Placement(value.start + by, value.rooms, value.exclusive)
    return value + by if isinstance(value, date | datetime) else None
