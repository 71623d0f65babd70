# SPDX-License-Identifier: EUPL-1.2
"""Accepting a conflict with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from octodesk.edits.sessions import session_of
from octodesk.model import identity
from octodesk.model.checks.rules import RULES
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused


def acknowledge(
    document: Document, *, rule: str, sessions: Iterable[str], reason: str, facts: str = ""
) -> Edit:
    """Somebody has looked at the conflict of a rule between sessions and accepts it. Refused: unknown-rule, unknown-row.

    `facts` is what the conflict rests on now; when that changes, it comes back.
    """
    if rule not in RULES:
        raise Refused("unknown-rule", rule=rule)
    ids = sorted(set(sessions))
    for session_id in ids:
        session_of(document, session_id)
    row_id = identity.acknowledgement_id(rule, ids)
    values = {"rule": rule, "sessions": ids, "reason": reason, "facts": facts}
    if document.find("acknowledgement", row_id) is None:
        wanted = [Change("acknowledgement", row_id, ALIVE, True)]
        wanted.extend(Change("acknowledgement", row_id, name, value) for name, value in values.items())
        return Edit("conflict-acknowledged", tuple(wanted), tuple(ids))
    changes = (
        Change("acknowledgement", row_id, name, value)
        for name, value in values.items()
        if document.plain("acknowledgement", row_id, name) != value
    )
    return Edit("conflict-acknowledged", tuple(changes), tuple(ids))
