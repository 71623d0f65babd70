# SPDX-License-Identifier: EUPL-1.2
"""Running the rules over a programme, or over one session in a place it might take."""

from __future__ import annotations

from collections.abc import Iterable

from octodesk.model.checks.acknowledging import accepted, reason
from octodesk.model.checks.conflict import Conflict
from octodesk.model.checks.families import of_days, of_placed
from octodesk.model.checks.findings import findings
from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import TABLES, ground_of
from octodesk.model.checks.programme import stand
from octodesk.model.checks.rules import RULES, SEVERITIES
from octodesk.model.checks.settings import severities
from octodesk.model.document import Document
from octodesk.model.fields import Placement


def check(document: Document) -> tuple[Conflict, ...]:
    """All conflicts, the most serious first, then in the order of RULES; computed once per document."""
    return document.derived("conflicts", (*TABLES, "acknowledgement"), _check)


def what_if(document: Document, session_id: str, placement: Placement, minutes: int) -> tuple[Conflict, ...]:
    """The clashes one session would have there, changing nothing."""
    subject = stand(document, document.session(session_id), placement, minutes)
    if subject is None:
        return ()
    ground = ground_of(document)
    return _weighed(document, (*of_placed(ground, subject), *of_days(ground, subject)))


def _check(document: Document) -> tuple[Conflict, ...]:
    return _weighed(document, findings(document).all())


def _weighed(document: Document, found: Iterable[Found]) -> tuple[Conflict, ...]:
    grave, given = severities(document), accepted(document)
    conflicts = []
    for one in found:
        severity = grave[one.rule]
        if severity != "off":
            begins, ends = one.when or _NEVER
            why = reason(given, one) if given else None
            conflicts.append(
                Conflict(
                    one.rule, severity, RULES[one.rule].group, one.sessions, one.rooms, one.people, begins, ends,
                    one.facts, why,
                )
            )  # fmt: skip
    conflicts.sort(key=_listed)
    return tuple(conflicts)


_NEVER = (None, None)
_RANK = {severity: place for place, severity in enumerate(SEVERITIES)}
_PLACE = {name: place for place, name in enumerate(RULES)}


def _listed(conflict: Conflict) -> tuple[object, ...]:
    return (
        _RANK[conflict.severity], _PLACE[conflict.rule], conflict.begins or 0,
        conflict.sessions, conflict.people, conflict.rooms,
    )  # fmt: skip
