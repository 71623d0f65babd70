# SPDX-License-Identifier: EUPL-1.2
"""What is wished for on the timetable, made into edits: the one place between the surface and the desk. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from octodesk.edits import rows, sessions
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.fields import Placement
from octodesk.ui.timetable.wishes import Drop, Join, Resize, Sketch

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

Make = Callable[[Document], Edit]
Do = Callable[[Make], bool]
"""Applies the edit made of the document as it is; says itself why it was refused."""


def connect(surface: Surface, *, do: Do, author_id: str, fresh_id: Callable[[], str]) -> None:
    """Lets everything wished for on a surface be done. A session drawn is selected and opened."""

    def draw(sketch: Sketch) -> None:
        new_id = fresh_id()
        if do(lambda document: added(document, sketch, author_id=author_id, fresh_id=new_id)):
            surface.choose((new_id,))
            surface.opened.emit(new_id)

    surface.dropped.connect(lambda drop: do(lambda document: put(document, drop)))
    surface.resized.connect(lambda resize: do(lambda document: resized(document, resize)))
    surface.rooms_joined.connect(lambda join: do(lambda document: joined(document, join)))
    surface.locks_toggled.connect(lambda chosen: do(lambda document: locks_toggled(document, chosen)))
    surface.drawn.connect(draw)


def put(document: Document, drop: Drop) -> Edit:
    """Sessions where they were dropped, as one edit. Refused as edits.sessions says."""
    edits = [_put(document, session, at) for session, at in drop.placements]
    if len(edits) == 1:
        return edits[0]
    return _together("sessions-moved", edits, (session for session, _ in drop.placements))


def _put(document: Document, session_id: str, at: Placement | None) -> Edit:
    if at is None:
        return sessions.unplace(document, session_id)
    return sessions.move_session(document, session_id, at)


def resized(document: Document, resize: Resize) -> Edit:
    """An edge pulled. With the start it moves only if the upper edge was."""
    if document.session(resize.session).start == resize.start:
        return sessions.resize(document, resize.session, minutes=resize.minutes)
    return sessions.resize_top(document, resize.session, start=resize.start, minutes=resize.minutes)


def joined(document: Document, join: Join) -> Edit:
    """A session held in other rooms than before."""
    return sessions.move_session(document, join.session, join.placement)


def added(document: Document, sketch: Sketch, *, author_id: str, fresh_id: str) -> Edit:
    """A new session where it was drawn, of the first kind and without a title."""
    at = sketch.placement
    placement = {"start": clock.moment_words(at.start), "rooms": list(at.rooms), "exclusive": at.exclusive}
    values: dict[str, Any] = {"minutes": sketch.minutes, "placement": placement}
    return rows.add_row(
        document, table="session", values=values, author_id=author_id, row_id=None, fresh_id=fresh_id
    )


def locks_toggled(document: Document, chosen: Iterable[str]) -> Edit:
    """Time and room fixed for all of them, or free again where all were fixed."""
    found = [document.session(session) for session in chosen]
    lock = not all(one.locked_time and one.locked_room for one in found)
    edits = [
        document.edit(
            "session-locked" if lock else "session-unlocked", one, locked_time=lock, locked_room=lock
        )
        for one in found
    ]
    if len(edits) == 1:
        return edits[0]
    return _together("session-locked", edits, (one.id for one in found))


def _together(label: str, edits: Iterable[Edit], about: Iterable[str]) -> Edit:
    changes: list[Change] = [change for edit in edits for change in edit.changes]
    return Edit(label, tuple(changes), tuple(about))
