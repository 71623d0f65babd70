# SPDX-License-Identifier: EUPL-1.2
"""Running the rules over a programme, or over one session in a place it might take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from octodesk.model.checks.availability import availability
from octodesk.model.checks.bounds import bounds
from octodesk.model.checks.conflict import Conflict
from octodesk.model.checks.found import Found
from octodesk.model.checks.overlaps import overlaps
from octodesk.model.checks.programme import Placed, Programme, programme_of, stand
from octodesk.model.checks.rules import RULES, SEVERITIES
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Acknowledgement, RuleSetting

Family = Callable[[Document, Programme, Placed], Iterator[Found]]
FAMILIES: tuple[Family, ...] = (overlaps, availability, bounds)

_Accepted = tuple[str, tuple[str, ...]]
"""A rule and the sessions of a conflict, sorted."""

_TABLES = (
    "session", "contribution", "event", "day", "room", "person", "kind", "rule_setting", "acknowledgement",
)  # fmt: skip


def check(document: Document) -> tuple[Conflict, ...]:
    """All conflicts, the most serious first, then in the order of RULES; computed once per document."""
    return document.derived("conflicts", _TABLES, _check)


def what_if(document: Document, session_id: str, placement: Placement, minutes: int) -> tuple[Conflict, ...]:
    """The conflicts one session would have there, changing nothing."""
    subject = stand(document, document.session(session_id), placement, minutes)
    if subject is None:
        return ()
    programme = programme_of(document)
    return _weighed(document, _found(document, programme, subject))


def _check(document: Document) -> tuple[Conflict, ...]:
    programme = programme_of(document)
    subjects = programme.placed.values()
    # A pair is found from both its sessions.
    found = dict.fromkeys(one for subject in subjects for one in _found(document, programme, subject))
    return _weighed(document, found)


def _found(document: Document, programme: Programme, subject: Placed) -> Iterator[Found]:
    for family in FAMILIES:
        yield from family(document, programme, subject)


def _weighed(document: Document, found: Iterable[Found]) -> tuple[Conflict, ...]:
    severities, accepted = _severities(document), _accepted(document)
    conflicts = (
        _conflict(one, severities[one.rule], accepted) for one in found if severities[one.rule] != "off"
    )
    return tuple(sorted(conflicts, key=_listed))


def _conflict(found: Found, severity: str, accepted: Mapping[_Accepted, Acknowledgement]) -> Conflict:
    begins, ends = found.when or (None, None)
    given = accepted.get((found.rule, tuple(sorted(found.sessions))))
    return Conflict(
        found.rule,
        severity,
        RULES[found.rule].group,
        found.sessions,
        found.rooms,
        found.people,
        begins,
        ends,
        given.reason if given is not None and _holds(given, found) else None,
    )


def _holds(given: Acknowledgement, found: Found) -> bool:
    """People or rooms that it names are those it holds for; without facts it holds whatever they are."""
    named = given.people in ((), found.people) and given.rooms in ((), found.rooms)
    return named and (not given.facts or _fingerprint(found) in given.facts.split(_AND))


def grounds(conflicts: Iterable[Conflict]) -> str:
    """What conflicts rest on, as words: their acknowledgement holds for each of them as long as its own stay the same."""
    return _AND.join(sorted(map(_fingerprint, conflicts)))


def _fingerprint(found: Found | Conflict) -> str:
    when = found.when if isinstance(found, Found) else (found.begins, found.ends)
    begins, ends = when or (None, None)
    return f"{begins}-{ends} {','.join(found.rooms)} {','.join(found.people)}"


_AND = "; "
"""No id holds it."""


def _severities(document: Document) -> Mapping[str, str]:
    given = (cast("RuleSetting", row) for row in document.table("rule_setting").values())
    set_here = {row.rule: row.severity for row in given if row.severity}
    return {name: set_here.get(name, rule.severity) for name, rule in RULES.items()}


def _accepted(document: Document) -> Mapping[_Accepted, Acknowledgement]:
    given = (cast("Acknowledgement", row) for row in document.table("acknowledgement").values())
    return {(row.rule, row.sessions): row for row in given}


_RANK = {severity: place for place, severity in enumerate(SEVERITIES)}
_PLACE = {name: place for place, name in enumerate(RULES)}


def _listed(conflict: Conflict) -> tuple[object, ...]:
    return (
        _RANK[conflict.severity], _PLACE[conflict.rule], conflict.begins or 0,
        conflict.sessions, conflict.people, conflict.rooms,
    )  # fmt: skip
