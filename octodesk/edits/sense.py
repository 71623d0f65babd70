# SPDX-License-Identifier: EUPL-1.2
"""What the fields of a row must hold to make sense, beyond their kinds. Asked of a row as it would be after an edit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from octodesk.model import clock
from octodesk.model.checks.rules import RULES
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.fields import LANGUAGE, Facts
from octodesk.model.row_values import references, table_of
from octodesk.model.rows import (
    Acknowledgement,
    Booking,
    Contribution,
    Day,
    Event,
    Person,
    Related,
    Row,
    RuleSetting,
    Session,
    attribute,
    fields_of,
)  # fmt: skip

WHO = ("given_name", "family_name", "own_script", "function", "organisation", "country")
"""What says who a person is; at least one of these is there."""

_COLOR = re.compile(r"(#[0-9A-Fa-f]{6})?")


def check_field(document: Document, row: Row, field: str) -> None:
    """That what the row would hold in a field makes sense in this document.

    Refused: unknown-reference, wrong-value, unknown-zone, unknown-rule, days-backwards, day-there, ends-before-start,
    start-in-gap, person-without-anything, point-of-other-session.
    """
    check_references(document, row, field)
    check = _CHECKS.get((table_of(row), field))
    if check is not None:
        check(document, row)


def check_references(document: Document, row: Row, field: str) -> None:
    """That every row a field refers to is there. Refused("unknown-reference")."""
    table = table_of(row)
    target = fields_of(table)[field].refers_to
    for wanted, row_id in references(row):
        if wanted == target and document.find(target, row_id) is None:
            raise Refused("unknown-reference", table=table, field=field, target=target, id=row_id)


def check_start(document: Document, start: datetime) -> None:
    """That the clocks of the event's zone ever show it. Refused("start-in-gap") names the next minute they do."""
    zone = document.event.time_zone
    if not clock.exists(start, zone):
        raise Refused("start-in-gap", start=start, next=clock.next_existing(start, zone))


def check_zone(name: str) -> None:
    """Refused("unknown-zone")."""
    try:
        clock.zone(name)
    except clock.UnknownZone as wrong:
        raise Refused("unknown-zone", zone=name) from wrong


def check_languages(languages: tuple[str, ...]) -> None:
    """That these can be the content languages of an event. Refused("wrong-value")."""
    if not languages or not all(LANGUAGE.fullmatch(one) for one in languages):
        raise _wrong("event", "languages", "languages")


def check_point(document: Document, *, session_id: str, point_id: str | None) -> None:
    """That an agenda point belongs to the session. Refused("point-of-other-session")."""
    if point_id is not None and all(point.id != point_id for point in document.agenda_of(session_id)):
        raise Refused("point-of-other-session", session=session_id, agenda_point=point_id)


def check_rule(name: str) -> None:
    """Refused("unknown-rule")."""
    if name not in RULES:
        raise Refused("unknown-rule", rule=name)


def check_somebody(_: Document, person: Person) -> None:
    """That a person has a name, a function, an organisation or a country. Refused("person-without-anything")."""
    if not any(getattr(person, attribute(name)) for name in WHO):
        raise Refused("person-without-anything")


def _wrong(table: str, field: str, expected: str) -> Refused:
    return Refused("wrong-value", table=table, field=field, expected=expected, choices=())


def _placement(document: Document, session: Session) -> None:
    if session.placement is not None:
        check_start(document, session.placement.start)


def _regions(_: Document, session: Session) -> None:
    for zone in session.regions:
        check_zone(zone)


def _media(_: Document, session: Session) -> None:
    if not _is(session.media, from_=clock.parse_time, until=clock.parse_time):
        raise _wrong("session", "media", "media-hours")


def _registration(_: Document, event: Event) -> None:
    if not _is(event.registration, from_=clock.parse_date, until=clock.parse_date, link=str):
        raise _wrong("event", "registration", "registration")


def _is(facts: Facts, **parse: Callable[[str], Any]) -> bool:
    """Whether the facts are none but these, each null, "" or words that can be parsed."""
    known = {name.rstrip("_"): one for name, one in parse.items()}
    return all(name in known and _parses(value, known[name]) for name, value in facts.pairs)


def _parses(value: object, parse: Callable[[str], Any]) -> bool:
    if value in (None, ""):
        return True
    try:
        return isinstance(value, str) and parse(value) is not None
    except ValueError:
        return False


def _days_of(_: Document, event: Event) -> None:
    if event.first_day > event.last_day:
        first, last = event.first_day.isoformat(), event.last_day.isoformat()
        raise Refused("days-backwards", first=first, last=last)


def _snap(_: Document, event: Event) -> None:
    if not 1 <= event.snap <= 120:
        raise _wrong("event", "snap", "minutes-1-to-120")


def _date_free(document: Document, day: Day) -> None:
    if any(one.date == day.date and one.id != day.id for one in document.days):
        raise Refused("day-there", date=day.date.isoformat())


def _hours(_: Document, booking: Booking) -> None:
    if booking.until <= booking.from_:
        raise Refused("ends-before-start", table="booking", id=booking.id)


def _dates(_: Document, related: Related) -> None:
    if related.until < related.from_:
        raise Refused("ends-before-start", table="related", id=related.id)


def _point(document: Document, part: Contribution) -> None:
    check_point(document, session_id=part.session, point_id=part.agenda_point)


def _rule(_: Document, row: RuleSetting | Acknowledgement) -> None:
    check_rule(row.rule)


def _zone_of_person(_: Document, person: Person) -> None:
    if person.time_zone is not None:
        check_zone(person.time_zone)


def _color(_: Document, row: Any) -> None:
    if not _COLOR.fullmatch(row.color):
        raise _wrong(table_of(row), "color", "color")


def _ink(_: Document, event: Event) -> None:
    if not _COLOR.fullmatch(event.ink):
        raise _wrong("event", "ink", "color")


_CHECKS: Mapping[tuple[str, str], Callable[[Document, Any], None]] = {
    ("event", "time_zone"): lambda _, event: check_zone(event.time_zone),
    ("event", "languages"): lambda _, event: check_languages(event.languages),
    ("event", "first_day"): _days_of,
    ("event", "last_day"): _days_of,
    ("event", "snap"): _snap,
    ("event", "registration"): _registration,
    ("event", "ink"): _ink,
    ("day", "date"): _date_free,
    ("booking", "from"): _hours,
    ("booking", "until"): _hours,
    ("related", "from"): _dates,
    ("related", "until"): _dates,
    ("session", "placement"): _placement,
    ("session", "regions"): _regions,
    ("session", "media"): _media,
    ("contribution", "agenda_point"): _point,
    ("person", "time_zone"): _zone_of_person,
    ("rule_setting", "rule"): _rule,
    ("acknowledgement", "rule"): _rule,
    **{("person", name): check_somebody for name in WHO},
    **{(table, "color"): _color for table in ("room", "track", "kind")},
}
