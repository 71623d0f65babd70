# SPDX-License-Identifier: EUPL-1.2
"""Places shown beside those the conference has: where sessions were or are in another state of it, and where one would fit.

Values that anybody hands to the surface: the overlay "since version X", a colleague's copy, a try-out. No Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.model.rows import Session
from octodesk.ui import words
from octodesk.ui.timetable.grid import Grid, Rect
from octodesk.ui.timetable.layout import Layout, columns_held


@dataclass(frozen=True, slots=True)
class OldPlace:
    """Where a session was. `words` stand there; from there an arrow goes to where the session is now, if it is in view.

    Without a placement the words stand on the session's own block: it is new, or comes from a day out of view.
    """

    session: str
    placement: Placement | None
    minutes: int
    words: str


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """Where a session of so many minutes would fit; `words` say why, or what it would cost."""

    session: str
    placement: Placement
    minutes: int
    words: str = ""
    clashing: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """An old place laid out: its rectangle, and the one its arrow goes to. Either may be out of view."""

    place: OldPlace
    rect: Rect | None
    now: Rect | None


def rect_of(document: Document, grid: Grid, at: Placement, minutes: int) -> Rect | None:
    """Where a placement is seen; None where its day or rooms are not in view."""
    day = document.day_of(at)
    places = columns_held(grid, at, day)
    if not places:
        return None
    rect = grid.rect(first=places[0], last=places[-1], begins=grid.minute_of(at.start, day), minutes=minutes)
    return grid.seen(rect)


def traces_of(document: Document, grid: Grid, layout: Layout, old: Iterable[OldPlace]) -> Iterator[Trace]:
    """What of the old places is in view."""
    for place in old:
        blocks = layout.of(place.session)
        now = grid.seen(blocks[0].rect(grid)) if blocks else None
        at = place.placement
        rect = rect_of(document, grid, at, place.minutes) if at is not None else None
        if rect is not None or (at is None and now is not None):
            yield Trace(place, rect, now)


def suggested_at(
    document: Document, grid: Grid, suggested: Iterable[SuggestedPlace], x: float, y: float
) -> SuggestedPlace | None:
    """The suggested place under a point that is seen."""
    for place in suggested:
        rect = rect_of(document, grid, place.placement, place.minutes)
        if rect is not None and rect.holds(x, y):
            return place
    return None


def old_places(before: Document, now: Document) -> tuple[OldPlace, ...]:
    """What differs in time, room or length between two states of a conference, as seen in the second one."""
    return (*_gone_or_moved(before, now), *_come(before, now))


def _gone_or_moved(before: Document, now: Document) -> Iterator[OldPlace]:
    for was in before.sessions:
        if was.placement is None:
            continue
        found = now.find("session", was.id)
        session = found if isinstance(found, Session) else None
        if session is None or (session.placement, session.minutes) != (was.placement, was.minutes):
            named_in = before if session is None or session.placement is None else now
            name = words.short_session_name(named_in, was.id)
            yield OldPlace(was.id, was.placement, was.minutes, _went(now, was, session, name))


def _went(now: Document, was: Session, session: Session | None, name: str) -> str:
    if session is None:
        return _("{session} was here, now deleted").format(session=name)
    if session.placement is None:
        return _("{session} was here, not yet placed now").format(session=name)
    assert was.placement is not None
    if now.day_of(session.placement) != now.day_of(was.placement):
        place = _where(now, session.placement)
        return _("{session} was here, now {place}").format(session=name, place=place)
    return _("{session} was here").format(session=name)


def _come(before: Document, now: Document) -> Iterator[OldPlace]:
    for session in now.sessions:
        if session.placement is None:
            continue
        found = before.find("session", session.id)
        was = found.placement if isinstance(found, Session) else None
        if was is None:
            yield OldPlace(session.id, None, session.minutes, _("new here"))
        elif now.day_of(was) != now.day_of(session.placement):
            come = _("from {place}").format(place=_where(now, was))
            yield OldPlace(session.id, None, session.minutes, come)


def _where(document: Document, at: Placement) -> str:
    """ "Thu 18, 11:00"."""
    day = words.short_day_words(document.day_of(at))
    return _("{day}, {place}").format(day=day, place=words.clock_words(document, at.start))
