# SPDX-License-Identifier: EUPL-1.2
"""The conference on other dates, over other days, or in another time zone: each one edit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Literal, cast

from octodesk.edits.events import MOST_DAYS, moved_value
from octodesk.edits.rows import added
from octodesk.edits.sense import check_zone
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.fields import Placement, Span
from octodesk.model.row_values import table_of
from octodesk.model.rows import Day, Row, Session, attribute, fields_of

OPENS, CLOSES = time(9), time(18)
_WITH_DATES = ("session", "booking", "related", "person", "room", "session_document")


def move_dates(document: Document, *, first_day: date) -> Edit:
    """Everything that has a date moves with the first day: days, sessions, bookings, availability, related meetings."""
    event = document.event
    by = first_day - event.first_day
    if not by:
        return Edit("dates-moved", (), (event.id,))
    zone = event.time_zone
    changes = [
        Change("event", event.id, "first_day", first_day.isoformat()),
        Change("event", event.id, "last_day", (event.last_day + by).isoformat()),
        *_days_anew(document, {day.date: day.date + by for day in document.days}),
    ]
    for table in _WITH_DATES:
        for row in _rows(document, table):
            changes.extend(_changed(document, row, lambda value: moved_value(value, by, zone)))
    return Edit("dates-moved", tuple(changes), (event.id,))


def _rows(document: Document, table: str) -> Sequence[Row]:
    if table == "session":
        return document.sessions
    return sorted(document.table(table).values(), key=lambda one: one.id)


def _changed(document: Document, row: Row, new: Callable[[Any], Any]) -> Iterator[Change]:
    """The changes of a row's values of which `new` gives another; None leaves one as it is."""
    table = table_of(row)
    for name in fields_of(table):
        value = new(getattr(row, attribute(name)))
        if value is not None:
            yield from document.changes(table, row.id, name, value)


def _days_anew(document: Document, dates: dict[date, date]) -> Iterator[Change]:
    """Days at other dates, with their hours and labels; a day's id is its date."""
    wanted = set(dates.values())
    for day in document.days:
        if day.date not in wanted:
            yield Change("day", day.id, ALIVE, False)
    for old in document.days:
        new = dates[old.date]
        there = cast("Day | None", document.find("day", new.isoformat()))
        label = {f"label.{language}": "" for language, _words in (there.label.words if there else ())}
        label.update({f"label.{language}": words for language, words in old.label.words})
        hours = {"opens": f"{old.opens:%H:%M}", "closes": f"{old.closes:%H:%M}"}
        yield from added(document, "day", new.isoformat(), {"date": new.isoformat(), **hours, **label})


def set_days(
    document: Document, *, first_day: date, last_day: date, outside: Literal["unplace", "keep"]
) -> Edit:
    """The conference from one day to another. Sessions on a day that goes are taken off the timetable, or keep their
    time and are reported. Refused: days-backwards, wrong-value, session-time-locked."""
    count = (last_day - first_day).days + 1
    if count < 1:
        raise Refused("days-backwards", first=first_day.isoformat(), last=last_day.isoformat())
    if count > MOST_DAYS:
        raise Refused("wrong-value", table="event", field="days", expected="days-1-to-366", choices=())
    dates = {first_day + timedelta(days=place) for place in range(count)}
    changes: list[Change] = [
        *document.changes("event", document.event.id, "first_day", first_day),
        *document.changes("event", document.event.id, "last_day", last_day),
    ]
    changes.extend(Change("day", day.id, ALIVE, False) for day in document.days if day.date not in dates)
    known = {day.date for day in document.days}
    for day in sorted(dates - known):
        hours = {"opens": f"{OPENS:%H:%M}", "closes": f"{CLOSES:%H:%M}"}
        changes.extend(added(document, "day", day.isoformat(), {"date": day.isoformat(), **hours}))
    if outside == "unplace":
        for session in outside_of(document, first_day, last_day):
            if session.locked_time:
                raise Refused("session-time-locked", session=session.id)
            changes.append(Change("session", session.id, "placement", None))
    return Edit("days-set", tuple(changes), (document.event.id,))


def outside_of(document: Document, first_day: date, last_day: date) -> Sequence[Session]:
    """The placed sessions on days before or after these."""
    placed = [one for one in document.sessions if one.placement is not None]
    return [
        one for one in placed
        if not first_day <= document.day_of(cast("Placement", one.placement)) <= last_day
    ]  # fmt: skip


def change_zone(document: Document, *, zone: str, keep: Literal["clock", "instants"]) -> Edit:
    """Another time zone. With "clock" every hour stays as it is written; with "instants" everything stays at its moment
    and is written in the new zone's hours. Refused: unknown-zone."""
    check_zone(zone)
    event, old = document.event, document.event.time_zone
    if zone == old:
        return Edit("zone-changed", (), (event.id,))
    changes: list[Change] = [Change("event", event.id, "time_zone", zone)]

    def wall(value: datetime) -> datetime:
        return clock.wall_clock(clock.instant(value, old), zone)

    def kept(value: datetime) -> datetime:
        return value if clock.exists(value, zone) else clock.next_existing(value, zone)

    turn = wall if keep == "instants" else kept
    for table in ("session", "person", "room"):
        for row in _rows(document, table):
            changes.extend(_changed(document, row, lambda value: _turned(value, turn)))
    return Edit("zone-changed", tuple(changes), (event.id,))


def _turned(value: Any, turn: Callable[[datetime], datetime]) -> Any:
    if isinstance(value, Placement):
        return Placement(turn(value.start), value.rooms, value.exclusive)
    if isinstance(value, tuple) and value and isinstance(value[0], Span):
        return tuple(Span(turn(span.begins), turn(span.ends)) for span in value)
    return turn(value) if isinstance(value, datetime) else None
