# SPDX-License-Identifier: EUPL-1.2
"""Ordering interpretation for a room and half-day, and the house's rules for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, cast

from octodesk.edits.rows import added
from octodesk.model import clock
from octodesk.model.checks.rules import RULES
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import Facts
from octodesk.model.half_days import HalfDay
from octodesk.model.rows import Booking, RuleSetting


def book(
    document: Document, half_days: Sequence[HalfDay], *, status: str, fresh_id: Callable[[], str]
) -> Edit:
    """Interpretation of these half-days has this status. What is booked already keeps its hours and team; what is not is
    booked as the sessions need it. Refused: wrong-value."""
    changes: list[Change] = []
    for half in half_days:
        if half.bookings:
            for booking in half.bookings:
                changes.extend(document.changes("booking", booking, "status", status))
        elif half.into:
            changes.extend(_made(document, half, fresh_id(), {"status": status}))
    return Edit(
        "interpretation-booked", tuple(changes), tuple(dict.fromkeys(half.room for half in half_days))
    )


def set_booking(
    document: Document, half: HalfDay, *, field: str, value: Any, fresh_id: Callable[[], str]
) -> Edit:
    """A field of what is booked for a half-day; where nothing is, it is booked as needed."""
    if half.bookings:
        changes = [
            one for booking in half.bookings for one in document.changes("booking", booking, field, value)
        ]
        return Edit("interpretation-booked", tuple(changes), (half.room,))
    return Edit(
        "interpretation-booked", tuple(_made(document, half, fresh_id(), {field: value})), (half.room,)
    )


def follow_needs(document: Document, half: HalfDay) -> Edit:
    """What is booked gets the languages and the team that the sessions need now."""
    changes: list[Change] = []
    for booking in half.bookings:
        for field, value in (("into", half.into), ("floor", half.floor), ("team", half.team)):
            changes.extend(document.changes("booking", booking, field, value))
    return Edit("interpretation-booked", tuple(changes), (half.room,))


def _made(document: Document, half: HalfDay, new_id: str, given: Mapping[str, Any]) -> Iterator[Change]:
    values = {
        "room": half.room, "date": half.day.isoformat(), "from": f"{half.from_:%H:%M}", "until": f"{half.until:%H:%M}",
        "floor": list(half.floor), "into": list(half.into), "team": half.team,
        "deadline": half.deadline.isoformat(), **given,
    }  # fmt: skip
    yield from added(document, "booking", new_id, values)


def booked_languages(document: Document, half: HalfDay) -> tuple[str, ...]:
    """What is booked into, of what was not refused."""
    rows = (cast("Booking", document.row("booking", one)) for one in half.bookings)
    return tuple(sorted({code for row in rows if row.status != "refused" for code in row.into}))


def set_option(document: Document, *, rule: str, option: str, value: int | str) -> Edit:
    """An option of a rule, as this house has it. An hour is "13:00". Refused: unknown-rule, wrong-value."""
    if rule not in RULES or option not in RULES[rule].options:
        raise Refused("unknown-rule", rule=rule)
    if isinstance(RULES[rule].options[option], str):
        try:
            clock.parse_time(str(value))
        except ValueError as wrong:
            raise Refused(
                "wrong-value", table="rule_setting", field="options", expected="time", choices=()
            ) from wrong
    row = cast("RuleSetting | None", document.find("rule_setting", rule))
    now = dict(row.options.pairs) if row else {}
    pairs = Facts(tuple(sorted({**now, option: value}.items())))
    if row is not None:
        return document.edit("field-set", row, options=pairs)
    made = added(document, "rule_setting", rule, {"rule": rule, "options": pairs.plain()})
    return Edit("field-set", tuple(made), (rule,))
