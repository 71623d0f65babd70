# SPDX-License-Identifier: EUPL-1.2
"""Accepting a conflict with a reason, and how serious a rule is in this conference."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from octodesk.edits.rows import added
from octodesk.edits.sense import check_rule
from octodesk.edits.sessions import session_of
from octodesk.model import checks, identity
from octodesk.model.checks import Conflict
from octodesk.model.checks.acknowledging import acknowledgements_of
from octodesk.model.checks.rules import SEVERITIES
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.rows import RuleSetting


def acknowledge(
    document: Document,
    *,
    rule: str,
    sessions: Iterable[str],
    reason: str,
    rooms: Collection[str] | None = None,
    people: Collection[str] | None = None,
) -> Edit:
    """Somebody has looked at what a rule says of these sessions (of these rooms and people, where given) and accepts
    it, for as long as it rests on what it does now. Refused: unknown-rule, unknown-row."""
    check_rule(rule)
    ids = tuple(sorted(set(sessions)))
    for session_id in ids:
        session_of(document, session_id)
    found = [
        one for one in checks.check(document)
        if one.rule == rule and tuple(sorted(one.sessions)) == ids
        and rooms in (None, one.rooms) and people in (None, one.people)
    ]  # fmt: skip
    about = found or [Conflict(rule, "", "", ids, tuple(sorted(rooms or ())), tuple(sorted(people or ())))]
    changes = (
        change for one in about for change in _accepting(document, one, reason, holds_always=not found)
    )
    return Edit("conflict-acknowledged", tuple(changes), ids)


def acknowledge_all(document: Document, conflicts: Iterable[Conflict], *, reason: str) -> Edit:
    """Accepts just these conflicts."""
    about = tuple(conflicts)
    changes = (change for one in about for change in _accepting(document, one, reason, holds_always=False))
    sessions = dict.fromkeys(session for one in about for session in one.sessions)
    return Edit("conflict-acknowledged", tuple(changes), tuple(sessions))


def _accepting(
    document: Document, conflict: Conflict, reason: str, *, holds_always: bool
) -> Iterable[Change]:
    facts = "" if holds_always else checks.grounds(conflict)
    sessions, rooms, people = (
        sorted(those) for those in (conflict.sessions, conflict.rooms, conflict.people)
    )
    values = {
        "rule": conflict.rule, "sessions": sessions, "rooms": rooms, "people": people, "facts": facts,
        "reason": reason,
    }  # fmt: skip
    row_id = identity.acknowledgement_id(conflict.rule, sessions, rooms, people, facts)
    return added(document, "acknowledgement", row_id, values)


def withdraw(document: Document, conflicts: Iterable[Conflict]) -> Edit:
    """Takes back that conflicts were accepted."""
    about = tuple(conflicts)
    rows = dict.fromkeys(row.id for one in about for row in acknowledgements_of(document, one))
    changes = tuple(Change("acknowledgement", row_id, ALIVE, False) for row_id in rows)
    sessions = dict.fromkeys(session for one in about for session in one.sessions)
    return Edit("acknowledgement-withdrawn", changes, tuple(sessions))


def set_rule(
    document: Document, *, rule: str, severity: str | None = None, options: Mapping[str, Any] | None = None
) -> Edit:
    """How serious a rule is here ("": as it is by itself), and its options. Refused: unknown-rule, wrong-value."""
    check_rule(rule)
    if severity not in (None, "", *SEVERITIES):
        raise Refused(
            "wrong-value", table="rule_setting", field="severity", expected="one-of", choices=SEVERITIES
        )
    now = cast("RuleSetting | None", document.find("rule_setting", rule)) or RuleSetting(rule)
    wanted = {
        "rule": rule,
        "severity": now.severity if severity is None else severity,
        "options": now.options.plain() | dict(options or {}),
    }
    return Edit("rule-set", tuple(added(document, "rule_setting", rule, wanted)), (rule,))
