# SPDX-License-Identifier: EUPL-1.2
"""The lines of the list of clashes: grouped by rule, person, room or day, filtered, folded. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from octodesk import languages
from octodesk.languages import N_, _
from octodesk.model import clock
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.ui.panes.to_do import Finding, finding_of
from octodesk.wording.rules import rule_name
from octodesk.wording.things import person_name, room_name

By = Literal["rule", "person", "room", "day"]
GROUPINGS: Mapping[By, str] = {
    "rule": N_("By rule"), "person": N_("By person"), "room": N_("By room"), "day": N_("By day"),
}  # fmt: skip
ACCEPTED = "accepted"
"""The group of what was accepted, behind all others."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How the list is shown: `closed` are the keys of groups whose lines are hidden."""

    by: By = "rule"
    sought: str = ""
    closed: frozenset[str] = frozenset({ACCEPTED})


def lines(document: Document, conflicts: Iterable[Conflict], shown: Shown) -> tuple[Finding, ...]:
    """A line per group with its number, and under it one per conflict. A conflict of two people stands under both."""
    wanted = languages.folded(shown.sought.strip())
    groups: dict[str, list[Finding]] = {}
    names: dict[str, str] = {ACCEPTED: _("Accepted")}
    for one in conflicts:
        finding = finding_of(document, one)
        if wanted and wanted not in languages.folded(f"{finding.name} {finding.sentence}"):
            continue
        for key, name in _groups_of(document, one, shown.by):
            names.setdefault(key, name)
            groups.setdefault(key, []).append(replace(finding, group=key))
    ordered = sorted(groups, key=lambda key: (key == ACCEPTED, *_place(document, key, shown.by)))
    return tuple(line for key in ordered for line in _of_group(key, names[key], groups[key], shown.closed))


def _of_group(key: str, name: str, found: Sequence[Finding], closed: Collection[str]) -> Iterator[Finding]:
    severity, said = found[0].severity, (name, str(len(found)))
    yield Finding(key, severity, lambda: said, group=key, heading="closed" if key in closed else "open")
    if key not in closed:
        yield from found


def _groups_of(document: Document, conflict: Conflict, by: By) -> Iterator[tuple[str, str]]:
    """(key, name) of the groups a conflict belongs to."""
    if conflict.acknowledged is not None:
        yield ACCEPTED, _("Accepted")
        return
    match by:
        case "person":
            found = [(one, person_name(document, one)) for one in conflict.people]
        case "room":
            found = [(one, room_name(document, one)) for one in conflict.rooms or _rooms(document, conflict)]
        case "day":
            found = [_day(document, conflict)]
        case _:
            found = [(conflict.rule, rule_name(conflict.rule))]
    yield from found or [("", _("Others"))]


def _rooms(document: Document, conflict: Conflict) -> tuple[str, ...]:
    return tuple(dict.fromkeys(room for one in conflict.sessions for room in document.session(one).rooms))


def _day(document: Document, conflict: Conflict) -> tuple[str, str]:
    for one in conflict.sessions:
        at = document.session(one).placement
        if at is not None:
            day = document.day_of(at)
            return day.isoformat(), languages.capitalised(languages.day_name(day, languages.language()))
    if conflict.begins is not None:
        day = clock.wall_clock(conflict.begins, document.event.time_zone).date()
        return day.isoformat(), languages.capitalised(languages.day_name(day, languages.language()))
    return "", _("Others")


def _place(document: Document, key: str, by: By) -> tuple[object, ...]:
    """The order of groups: rules as they are listed anyway, people by name, rooms as on the grid, days in time."""
    if by == "person":
        return key == "", languages.sort_key(person_name(document, key), languages.language()) if key else (
            "",
            "",
        )
    if by == "room":
        return key == "", next((n for n, room in enumerate(document.rooms) if room.id == key), 0)
    return (key == "", key) if by == "day" else ()
