# SPDX-License-Identifier: EUPL-1.2
"""The rules by name, with the group and severity each has unless the event sets another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SEVERITIES = ("error", "warning", "note", "off")


@dataclass(frozen=True, slots=True)
class Rule:
    """group: "clash" (rooms, people, interpretation, time) or "to-do" (what is missing)."""

    name: str
    group: str
    severity: str


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
    name: Rule(name, group, _default_severity(name))
    for group, names in (("clash", _CLASHES), ("to-do", _TO_DO))
    for name in names
}
"""Every name a rule may have, in the order in which conflicts are listed."""
