# SPDX-License-Identifier: EUPL-1.2
"""Accepting a conflict with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from octodesk.edits.rows import added
from octodesk.edits.sense import check_rule
from octodesk.edits.sessions import session_of
from octodesk.model import checks, identity
from octodesk.model.document import Document
from octodesk.model.edit import Edit


def acknowledge(document: Document, *, rule: str, sessions: Iterable[str], reason: str) -> Edit:
    """Somebody has looked at what a rule says of these sessions and accepts it, for as long as it rests on what it does
    now. Refused: unknown-rule, unknown-row."""
    check_rule(rule)
    ids = sorted(set(sessions))
    for session_id in ids:
        session_of(document, session_id)
    found = (one for one in checks.check(document) if one.rule == rule and sorted(one.sessions) == ids)
    values = {"rule": rule, "sessions": ids, "reason": reason, "facts": checks.grounds(found)}
    row_id = identity.acknowledgement_id(rule, ids)
    return Edit(
        "conflict-acknowledged", tuple(added(document, "acknowledgement", row_id, values)), tuple(ids)
    )
