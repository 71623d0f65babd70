# SPDX-License-Identifier: EUPL-1.2
"""What is still missing: of a session, of a person, of the conference. What is cancelled or has no length lacks nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import cast

from octodesk.model.checks.found import Found
from octodesk.model.checks.ground import Ground
from octodesk.model.document import Document
from octodesk.model.rows import AgendaPoint, Contribution, Person, Session
from octodesk.model.text import Text

WITHOUT_SPEAKERS = frozenset({
    "break", "coffee", "lunch", "reception", "social", "registration", "photo", "press", "technical-test", "milestone",
    "blocker",
})  # fmt: skip
"""Kinds of session in which nobody needs to speak."""
_TITLED_BY_KIND = WITHOUT_SPEAKERS | {"opening", "conclusions", "outlook", "lightning-talks"}
"""Kinds whose name, or number, says enough."""
_ALONE = frozenset({"keynote", "press", "opening"})
"""Kinds in which nobody needs to lead."""
_LEADS = frozenset({"moderator", "chair"})
_BESIDE = frozenset({"moderator", "rapporteur", "interpreter", "secretariat", "technician"})
"""Roles that do not make somebody a speaker."""
TEXTS = (
    "title", "subtitle", "aim", "description", "outcome", "cooperation", "occasion", "place",
)  # fmt: skip

_texts_of = attrgetter(*TEXTS)


def counts(session: Session) -> bool:
    return session.minutes > 0 and session.status != "cancelled"


def of_session(ground: Ground, session: Session) -> Iterator[Found]:
    """too-many-minutes, and what a session lacks."""
    if not counts(session):
        return
    document = ground.document
    parts = ground.parts.get(session.id, ())
    points = ground.points.get(session.id, ())
    yield from _place(session)
    yield from _people(session, parts)
    if not (session.title or session.label_override) and session.kind not in _TITLED_BY_KIND:
        yield Found("no-title", (session.id,))
    yield from _languages(document, session, points)
    if points or any(part.minutes for part in parts):
        yield from _minutes(session, points, parts)
    if session.access == "restricted":
        yield from _in_public(document, session)


def _place(session: Session) -> Iterator[Found]:
    at = session.placement
    if at is None:
        yield Found("not-placed", (session.id,), facts=(("length", session.minutes),))
    elif not at.rooms and not at.exclusive and not session.place:
        yield Found("room-to-be-decided", (session.id,))


def _people(session: Session, parts: Sequence[Contribution]) -> Iterator[Found]:
    if session.kind in WITHOUT_SPEAKERS:
        return
    roles = {part.role for part in parts}
    if session.kind not in _ALONE and _LEADS.isdisjoint(roles):
        yield Found("no-moderator", (session.id,))
    if roles <= _BESIDE:
        yield Found("no-speaker", (session.id,))


def _languages(document: Document, session: Session, points: Sequence[AgendaPoint]) -> Iterator[Found]:
    texts = [text for text in _texts_of(session) if text.words]
    texts.extend(point.text for point in points if point.text.words)
    for language in missing(texts, document.languages):
        yield Found("translation-missing", (session.id,), facts=(("languages", (language,)),))


def missing(texts: Sequence[Text], languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages in which one of these texts, none of them empty, has no words."""
    found: set[str] = set()
    for text in texts:
        found.update(_lacking(tuple([language for language, _ in text.words]), languages))
    return tuple(one for one in languages if one in found)


@lru_cache(maxsize=256)
def _lacking(have: tuple[str, ...], languages: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in languages if one not in have)


def _minutes(
    session: Session, points: Sequence[AgendaPoint], parts: Sequence[Contribution]
) -> Iterator[Found]:
    """The agenda points take longer than the session, or the contributions longer than what they belong to."""
    longest = max(sum(point.minutes or 0 for point in points), sum(part.minutes or 0 for part in parts))
    if longest > session.minutes:
        facts = (("planned", longest), ("length", session.minutes))
        yield Found("too-many-minutes", (session.id,), facts=facts)


def _in_public(document: Document, session: Session) -> Iterator[Found]:
    """restricted-in-public: it would be seen by everybody, on the web or in the front page's list of topics."""
    if session.webcast:
        yield Found("restricted-in-public", (session.id,), facts=(("where", "webcast"),))
    if any(session.id in heading.sessions for heading in document.headings):
        yield Found("restricted-in-public", (session.id,), facts=(("where", "heading"),))


def of_person(ground: Ground, person: Person) -> Iterator[Found]:
    """speaker-declined, speaker-unconfirmed, remote-test-missing of somebody with a part in the programme."""
    tested = person.technical_test.get("result") not in ("", None, "failed", "booked")
    if person.status == "accepted" and tested:
        return
    sessions_by_id = cast("Mapping[str, Session]", ground.document.table("session"))
    parts = [part for part in ground.parts_of.get(person.id, ()) if counts(sessions_by_id[part.session])]
    if not parts:
        return
    sessions = tuple(dict.fromkeys(part.session for part in parts))
    if person.status == "declined":
        yield from (Found("speaker-declined", (one,), people=(person.id,)) for one in sessions)
        return
    if person.status in ("invited", "to-be-confirmed"):
        facts = (("status", person.status),)
        yield Found("speaker-unconfirmed", sessions, people=(person.id,), facts=facts)
    remote = tuple(dict.fromkeys(part.session for part in parts if _is_remote(person, part)))
    if remote and not tested:
        yield Found("remote-test-missing", remote, people=(person.id,))


def _is_remote(person: Person, part: Contribution) -> bool:
    return part.way == "remote" or (person.remote and part.way != "video")


def of_event(ground: Ground) -> Iterator[Found]:
    """registration-window: no dates for registration, or dates that cannot be."""
    event = ground.document.event
    begins, ends = (event.registration.get(name) or "" for name in ("from", "until"))
    if not (begins or ends):
        why = "none"
    elif begins and ends and begins > ends:
        why = "backwards"
    elif max(begins, ends) > event.last_day.isoformat():
        why = "late"
    else:
        return
    facts = (("why", why), ("from", begins), ("until", ends))
    yield Found("registration-window", facts=facts)
