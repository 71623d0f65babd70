# SPDX-License-Identifier: EUPL-1.2
"""The inspector's edits that take more than one of the small ones. Each is one undo step."""

from __future__ import annotations

from datetime import date, datetime, time

from octodesk.edits.ordering import key_at_end, reorder
from octodesk.edits.sessions import place
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.timetable import opening
from octodesk.ui.panes.speakers import new_person

NOON = time(12)


def placed_on(document: Document, session_id: str, day: date) -> Edit:
    """A session on another day at its own hour; one not yet placed begins when the day opens."""
    session = document.session(session_id)
    if session.placement is not None:
        return place(document, session_id, start=datetime.combine(day, session.placement.start.time()))
    hours = opening(document, day)
    return place(document, session_id, start=hours[0] if hours else datetime.combine(day, NOON))


def placed_at(document: Document, session_id: str, hour: time, *, first_day: date) -> Edit:
    """A session at another hour of its day; one not yet placed goes to the first day."""
    session = document.session(session_id)
    day = first_day if session.placement is None else session.placement.start.date()
    return place(document, session_id, start=datetime.combine(day, hour))


def newcomer(document: Document, session_id: str, typed: str, *, author_id: str, fresh_id: str) -> Edit:
    """Somebody nobody knew yet, on the panel as a speaker."""
    added = new_person(document, typed, author_id=author_id, fresh_id=fresh_id)
    key, renumbered = key_at_end(document, "contribution", session_id, author_id)
    values = {ALIVE: True, "session": session_id, "person": fresh_id, "role": "speaker", "order": key}
    part = identity.contribution_id(session_id, fresh_id, "speaker")
    joined = tuple(Change("contribution", part, name, value) for name, value in values.items())
    return Edit("contribution-added", (*added.changes, *renumbered, *joined), (session_id, fresh_id))


def moved_to(
    document: Document, table: str, row_id: str, wanted: int, siblings: tuple[str, ...], *, author_id: str
) -> Edit:
    """A row at another place among its siblings; beyond the ends it stays."""
    if not 0 <= wanted < len(siblings):
        return Edit("row-reordered", (), (row_id,))
    others = [one for one in siblings if one != row_id]
    after = others[wanted - 1] if wanted else None
    return reorder(document, table=table, row_id=row_id, after=after, author_id=author_id)
