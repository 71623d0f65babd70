# SPDX-License-Identifier: EUPL-1.2
"""The rules by name, with the group, severity and options each has unless the event sets others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

SEVERITIES = ("error", "warning", "note", "off")

Option = int | str
"""Minutes, a percentage or a number, or an hour of the day as "22:00"."""

NIGHT: Mapping[str, Option] = {"from": "22:00", "until": "07:00"}

_OPTIONS: Mapping[str, Mapping[str, Option]] = {
    "outside-opening-hours": {"grace": 0},
    "across-break": {"grace": 0},
    "booking-too-short": {"grace": 0},
    "interpretation-missing": {
        "morning_from": "09:00",
        "morning_until": "13:00",
        "afternoon_from": "14:00",
        "afternoon_until": "18:00",
        "deadline_weeks": 4,
    },
    "capacity-exceeded": {"slack": 0},
    "no-time-to-change-rooms": {"minutes": 5, "between_buildings": 15},
    "no-pause-for-speaker": {"minutes": 180, "pause": 10},
    "no-lunch-for-speaker": {"from": "11:30", "until": "14:30", "minutes": 30},
    "night-for-audience": NIGHT,
    "night-for-remote-speaker": NIGHT,
    "interpreters-without-pause": {"pause": 15, "one": 40, "two": 210, "three": 360, "four": 480},
}
"""What a house may set for a rule, with what holds else. `grace`: minutes that are let pass. `slack`: percent of the
seats that may be too few. `one` to `four`: minutes so many interpreters of one booth may work (see interpretation.py).
`morning_from` to `deadline_weeks`: what interpretation is ordered by (see half_days.py)."""


@dataclass(frozen=True, slots=True)
class Rule:
    """group: "clash" (rooms, people, interpretation, time) or "to-do" (what is missing)."""

    name: str
    group: str
    severity: str
    options: Mapping[str, Option] = field(default_factory=lambda: MappingProxyType({}))


_ERRORS = frozenset({
    "room-double-booked", "speaker-double-booked", "beside-exclusive", "outside-event", "speaker-declined",
    "restricted-in-public",
})  # fmt: skip

_CLASHES = (
    "room-double-booked", "speaker-double-booked", "beside-exclusive", "across-break", "speaker-unavailable",
    "room-unavailable", "outside-event", "outside-opening-hours", "capacity-exceeded", "interpretation-missing",
    "equipment-missing", "no-time-to-change-rooms", "no-pause-for-speaker", "no-lunch-for-speaker",
    "parallel-same-track", "parallel-same-audience", "must-not-overlap", "wrong-order", "night-for-audience",
    "night-for-remote-speaker", "interpreters-without-pause", "booking-too-short", "booking-unused",
    "too-many-minutes", "setup-overlap",
)  # fmt: skip

_TO_DO = (
    "no-moderator", "no-speaker", "no-title", "translation-missing", "speaker-declined", "speaker-unconfirmed",
    "not-placed", "room-to-be-decided", "remote-test-missing", "restricted-in-public", "registration-window",
)  # fmt: skip


def _default_severity(name: str) -> str:
    if name in _ERRORS:
        return "error"
    return "note" if name in _TO_DO else "warning"


RULES: Mapping[str, Rule] = {
    name: Rule(name, group, _default_severity(name), _OPTIONS.get(name, MappingProxyType({})))
    for group, names in (("clash", _CLASHES), ("to-do", _TO_DO))
    for name in names
}
"""Every name a rule may have, in the order in which conflicts are listed."""
