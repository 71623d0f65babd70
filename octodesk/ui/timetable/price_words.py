# SPDX-License-Identifier: EUPL-1.2
"""The price of a place in sentences: "2 clashes here. A. Silva is in WS 6 (Room 1) until 15:50." No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.model.fields import Placement
from octodesk.ui import words
from octodesk.ui.timetable.price import Price
from octodesk.wording.conflict_facts import facts_of
from octodesk.wording.rules import conflict_sentence

MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class PriceWords:
    """`headline` says how many clashes; `sentences` say which."""

    headline: str
    sentences: str = ""


def price_words(document: Document, price: Price, session_id: str, at: Placement) -> PriceWords:
    """What stands in the box beside what is being dragged."""
    sentences = list(_sentences(document, price.conflicts, session_id, at))
    shown = sentences[:MOST_SENTENCES]
    if more := len(sentences) - len(shown):
        shown.append(ngettext("And {n} more.", "And {n} more.", more).format(n=more))
    return PriceWords(headline(price.clashes), " ".join(shown))


def headline(clashes: int) -> str:
    if not clashes:
        return _("No clash here.")
    return ngettext("{n} clash here.", "{n} clashes here.", clashes).format(n=clashes)


def clash_count(clashes: int) -> str:
    """For the status bar, after a dot."""
    return ngettext("{n} clash", "{n} clashes", clashes).format(n=clashes) if clashes else _("no clash")


def _sentences(
    document: Document, conflicts: Iterable[Conflict], session_id: str, at: Placement
) -> Iterator[str]:
    """People first, then rooms, each once with all it meets; then what goes beside another, then the rest."""
    found = tuple(conflicts)
    for person, others in _grouped(found, "speaker-double-booked", session_id).items():
        name = words.person_name(document, person)
        yield _("{person} is in {sessions}.").format(
            person=name, sessions=_met(document, others, at, with_room=True)
        )
    for room, others in _grouped(found, "room-double-booked", session_id).items():
        yield _("{room} holds {sessions}.").format(
            room=words.room_name(document, room), sessions=_met(document, others, at)
        )
    for rule in ("beside-exclusive", "across-break"):
        if others := _others(found, rule, session_id):
            yield _beside_words(_met(document, others, at), rule=rule, itself=at.exclusive)
    yield from (_of_its_own(document, one, session_id) for one in found if one.rule not in _SAID_TOGETHER)


_SAID_TOGETHER = frozenset(
    {"speaker-double-booked", "room-double-booked", "beside-exclusive", "across-break"}
)


def _grouped(conflicts: Iterable[Conflict], rule: str, session_id: str) -> Mapping[str, list[str]]:
    """The sessions met by this rule, for each person or room it is about."""
    found: dict[str, list[str]] = {}
    for one in conflicts:
        if one.rule == rule:
            for subject in one.people or one.rooms:
                found.setdefault(subject, []).extend(other for other in one.sessions if other != session_id)
    return found


def _others(conflicts: tuple[Conflict, ...], rule: str, session_id: str) -> list[str]:
    """Sessions met by this rule alone: of a room taken twice the room's sentence has said it."""
    said = {other for one in conflicts if one.rule != rule for other in one.sessions}
    return [
        other
        for one in conflicts
        if one.rule == rule
        for other in one.sessions
        if other != session_id and other not in said
    ]


def _beside_words(sessions: str, *, rule: str, itself: bool) -> str:
    """`itself`: what is being placed is the one beside which nothing may run."""
    if rule == "across-break":
        if itself:
            return _("A break is for everybody, but there is {sessions}.").format(sessions=sessions)
        return _("It would run across {sessions}.").format(sessions=sessions)
    if itself:
        return _("Nothing may run beside it, but there is {sessions}.").format(sessions=sessions)
    return _("Nothing may run beside {sessions}.").format(sessions=sessions)


def _of_its_own(document: Document, conflict: Conflict, session_id: str) -> str:
    """Shorter than its sentence where the session need not be named: it is in the hand."""
    people = ", ".join(words.person_name(document, one) for one in conflict.people)
    rooms = words.room_names(document, conflict.rooms)
    match conflict.rule:
        case "speaker-unavailable":
            return _("{person} is not available then.").format(person=people)
        case "room-unavailable":
            return _("{room} is not available then.").format(room=rooms)
        case "outside-opening-hours":
            return _("That is outside the opening hours.")
        case "outside-event":
            return _("That is no day of the conference.")
        case "capacity-exceeded":
            facts = facts_of(document, conflict)
            return _("{room}: {seats} seats for {expected}.").format(
                room=rooms, seats=facts["seats"], expected=facts["expected"]
            )
        case "parallel-same-track":
            (other,) = (one for one in conflict.sessions if one != session_id)
            name = words.short_session_name(document, other)
            return _("{session} is of the same track.").format(session=name)
        case _:
            return conflict_sentence(document, conflict)


def _met(document: Document, sessions: Iterable[str], at: Placement, *, with_room: bool = False) -> str:
    """ "WS 6 (Room 1) until 15:50 and Lightning talks I from 16:00"."""
    phrases = [_phrase(document, one, at, with_room=with_room) for one in dict.fromkeys(sessions)]
    return languages.listed(phrases, languages.language())


def _phrase(document: Document, session_id: str, at: Placement, *, with_room: bool) -> str:
    session = document.session(session_id)
    assert session.placement is not None
    name = words.short_session_name(document, session_id)
    if with_room and session.rooms:
        name = _("{session} ({room})").format(session=name, room=words.room_names(document, session.rooms))
    if session.placement.start <= at.start:
        end = words.clock_words(document, document.end(session))
        return _("{session} until {time}").format(session=name, time=end)
    begins = words.clock_words(document, session.placement.start)
    return _("{session} from {time}").format(session=name, time=begins)
