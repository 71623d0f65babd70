# SPDX-License-Identifier: EUPL-1.2
"""A short talk of its own that becomes an item of lightning talks, with its speakers."""

from __future__ import annotations

from collections.abc import Iterator

from octodesk.edits.ordering import key_at_end
from octodesk.edits.rows import added, delete_row
from octodesk.edits.sessions import check_free_to_leave, session_of
from octodesk.model import clock, identity
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.fields import Placement
from octodesk.model.order import keys_between
from octodesk.model.row_values import default_of, own_values
from octodesk.model.rows import Kind, Session

LONGEST_TALK = 30
"""Minutes."""
TALKS = "lightning-talks"
_NO_TALKS = frozenset({TALKS, "break", "coffee", "lunch"})
_TEXTS = ("subtitle", "aim", "description", "outcome", "cooperation", "occasion", "note")
_NEEDS = ("equipment", "floor_languages", "interpretation")
_ROWS = ("agenda_point", "session_document")


def could_be_item(document: Document, session: Session) -> bool:
    """Whether a session is so short that it may be meant for lightning talks: up to half an hour, with a title."""
    kind = document.find("kind", session.kind)
    for_all = session.exclusive or (isinstance(kind, Kind) and kind.exclusive)
    short = 0 < session.minutes <= LONGEST_TALK and session.kind not in _NO_TALKS
    return short and not for_all and session.status != "cancelled" and bool(session.title.words)


def takes_items(document: Document, host: Session, at: Placement) -> bool:
    """Whether these are lightning talks during which something at a placement begins."""
    span = document.span(host)
    if host.kind != TALKS or host.status == "cancelled" or span is None:
        return False
    return span[0] <= clock.instant(at.start, document.event.time_zone) < span[1]


def become_item(document: Document, session_id: str, *, of: str, author_id: str, fresh_id: str) -> Edit:
    """A session becomes the last item of another, as `fresh_id`; its people speak to that item, and it is gone.

    Refused: as check_item says.
    """
    check_item(document, session_id, of=of)
    session = document.session(session_id)
    key, renumbered = key_at_end(document, "agenda_point", of, author_id)
    title = {f"text.{language}": words for language, words in session.title.words}
    values = {"session": of, "minutes": session.minutes, "order": key, **title}
    changes = (
        *renumbered,
        *added(document, "agenda_point", fresh_id, values),
        *_parts(document, session_id, of, fresh_id, author_id),
        *delete_row(document, table="session", row_id=session_id).changes,
    )
    return Edit("session-made-item", changes, (session_id, of))


def _parts(document: Document, session_id: str, of: str, point: str, author_id: str) -> Iterator[Change]:
    """The session's people in the same roles and order, after those of the session it goes into."""
    parts, others = document.contributions_of(session_id), document.contributions_of(of)
    keys = keys_between(others[-1].order if others else None, None, len(parts), author_id)
    for part, key in zip(parts, keys, strict=True):
        values = {**own_values(part), "session": of, "agenda_point": point, "order": key}
        new_id = identity.contribution_id(of, part.person, part.role, point)
        yield from added(document, "contribution", new_id, values)


def check_item(document: Document, session_id: str, *, of: str) -> None:
    """That a session can become an item of another with nothing lost.

    Refused: unknown-row, session-time-locked, session-room-locked, no-item-of-this, more-than-an-item,
    more-rows-than-an-item.
    """
    session, host = session_of(document, session_id), session_of(document, of)
    if host.kind != TALKS or not could_be_item(document, session):
        raise Refused("no-item-of-this", session=session_id, stays=of)
    check_free_to_leave(session)
    for field in _more(session, host):
        raise Refused("more-than-an-item", session=session_id, field=field)
    for table, _row in document.referrers("session", session_id):
        if table in _ROWS:
            raise Refused("more-rows-than-an-item", session=session_id, table=table)


def _more(session: Session, host: Session) -> Iterator[str]:
    """Fields of a session that would be lost: an item has none of its own."""
    yield from (name for name in _TEXTS if getattr(session, name) != default_of("session", name))
    yield from (name for name in _NEEDS if not set(getattr(session, name)) <= set(getattr(host, name)))
    if session.access != host.access:
        yield "access"
