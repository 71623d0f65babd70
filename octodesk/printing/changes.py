# SPDX-License-Identifier: EUPL-1.2
"""What changed since a version, as readers of the paper see it: old → new, session by session, room by room, person by
person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from reportlab.platypus import Flowable, Spacer

from octodesk import languages
from octodesk.model.rows import Session
from octodesk.printing import people, words
from octodesk.printing.audience import contributions_shown, days_shown, is_closed, sessions_shown
from octodesk.printing.crowd import by_name
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.lists import (
    SMALL,
    STRONG,
    Cell,
    list_title,
    ruled_table,
    said,
    small_heading,
    wide_sheet,
)
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.placing import Book

KINDS: Final = ("cancelled", "added", "moved", "renamed", "speakers", "languages", "other")
"""In the order in which they are printed."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What paper says of a session."""

    session: str
    day: date
    name: Wording
    when: str
    where: str
    speakers: tuple[tuple[str, str], ...]
    """(person, name with the role of who leads)."""
    languages: str
    mark: str
    rooms: frozenset[str]

    @property
    def place(self) -> str:
        return ", ".join(part for part in (self.when, self.where) if part)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing about one session: before and after as printed, "" where there was or is nothing."""

    kind: str
    session: str
    name: Wording
    before: str
    after: str
    rooms: frozenset[str]
    people: frozenset[str]


def changes_between(then: Edition, now: Edition) -> list[Change]:
    """Kind after kind, each in programme order."""
    old, new = facts(then), facts(now)
    gone = [one for one in old.values() if one.session not in new]
    found = [_change("cancelled", one, before=one.place, after="") for one in gone]
    for one in new.values():
        if one.session not in old:
            found.append(_change("added", one, before="", after=one.place))
        else:
            found += _of_session(old[one.session], one)
    wanted = now.options
    kept = [one for one in found if _asked_for(one, wanted.room, wanted.person, wanted.session)]
    return sorted(kept, key=lambda one: KINDS.index(one.kind))


def _asked_for(one: Change, room: str, person: str, session: str) -> bool:
    return (
        (not room or room in one.rooms)
        and (not person or person in one.people)
        and (not session or session == one.session)
    )


def facts(edition: Edition) -> dict[str, Facts]:
    """Every session this copy shows, by id, in programme order; the room asked for does not narrow it down."""
    whole = edition.beside(replace(edition.options, room="", day=None))
    found: dict[str, Facts] = {}
    for day in days_shown(whole):
        for session in sessions_shown(whole, day):
            found[session.id] = _facts(whole, day, session)
    wanted = edition.options.day
    return {one: fact for one, fact in found.items() if wanted is None or fact.day == wanted}


def _facts(edition: Edition, day: date, session: Session) -> Facts:
    label, title = words.label(edition, session), words.title(edition, session)
    name = " ".join(part for part in (label, title.words) if part)
    parts = contributions_shown(edition, session)
    named = ((part.person, _speaker(edition, part.person, part.role)) for part in parts)
    return Facts(
        session=session.id,
        day=day,
        name=Wording(name, title.language),
        when=f"{words.day_words(edition, day)}, {words.hours_alone(edition, session)}",
        where=words.room_words(edition, session).words,
        speakers=tuple(dict.fromkeys(named)),
        languages=words.interpretation(edition, session),
        mark="" if is_closed(edition, session) else words.status_mark(edition, session),
        rooms=frozenset(session.rooms),
    )


def _speaker(edition: Edition, person_id: str, role: str) -> str:
    person = edition.document.person(person_id)
    name = people.latin_name(edition, person) or people.affiliation_words(edition, person)
    if role not in (*people.FIRST_ROLES, "rapporteur"):
        return name
    return f"{name} ({people.role_words(edition, role, [person])})"


def _of_session(old: Facts, new: Facts) -> list[Change]:
    found = []
    if old.place != new.place:
        found.append(_change("moved", new, old, before=old.place, after=new.place))
    if old.name.words != new.name.words:
        found.append(_change("renamed", new, old, before=old.name.words, after=new.name.words))
    if set(old.speakers) != set(new.speakers):
        gone = [name for person, name in old.speakers if (person, name) not in new.speakers]
        come = [name for person, name in new.speakers if (person, name) not in old.speakers]
        found.append(_change("speakers", new, old, before=", ".join(gone), after=", ".join(come)))
    if old.languages != new.languages:
        found.append(_change("languages", new, old, before=old.languages, after=new.languages))
    if old.mark != new.mark:
        found.append(_change("other", new, old, before=old.mark, after=new.mark))
    return found


def _change(kind: str, one: Facts, other: Facts | None = None, *, before: str, after: str) -> Change:
    """Whoever has or had a part in it is concerned; of other speakers, those who come or go and who leads."""
    both = [*one.speakers, *(other.speakers if other else ())]
    rooms = one.rooms | (other.rooms if other else frozenset())
    return Change(kind, one.session, one.name, before, after, rooms, frozenset(person for person, _ in both))


# ---- on paper


def changes(edition: Edition) -> Book:
    if edition.earlier is None:
        raise PrintRefused("no-version")
    sheet = wide_sheet("changes", page_size(edition.options))
    since = languages.version_label(edition.options.since, edition.language)
    name = edition.gettext("Changes since: {version}").format(version=since)
    then = edition.beside(edition.options, edition.earlier)
    found = changes_between(then, edition)
    flowables: list[Flowable] = [*list_title(edition, name, lead=_summary(edition, found)), Spacer(1, 2)]
    for kind in KINDS:
        flowables += _kind(edition, kind, [one for one in found if one.kind == kind], sheet.width)
    flowables += _room_by_room(edition, then, found, sheet.width)
    flowables += _person_by_person(edition, then, found, sheet.width)
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _summary(edition: Edition, found: Sequence[Change]) -> str:
    counts = ((kind, sum(one.kind == kind for one in found)) for kind in KINDS)
    said_ = [f"{kind_words(edition, kind)} ({count})" for kind, count in counts if count]
    return " · ".join(said_) if said_ else edition.gettext("Nothing that is printed has changed.")


def kind_words(edition: Edition, kind: str) -> str:
    return {
        "cancelled": edition.gettext("Taken off the programme"),
        "added": edition.gettext("Added"),
        "moved": edition.gettext("Moved"),
        "renamed": edition.gettext("Renamed"),
        "speakers": edition.gettext("Other speakers"),
        "languages": edition.gettext("Other languages"),
        "other": edition.gettext("Otherwise changed"),
    }[kind]


def _kind(edition: Edition, kind: str, found: Sequence[Change], width: float) -> list[Flowable]:
    if not found:
        return []
    rows = [
        [said(edition, one.name, STRONG), said(edition, one.before), _after(edition, one)] for one in found
    ]
    heads = (edition.gettext("Session"), edition.gettext("Before"), edition.gettext("Now"))
    heading = small_heading(edition, kind_words(edition, kind), "H2")
    return [*heading, ruled_table(edition, heads, (56, 62, 62), rows, width)]


def _after(edition: Edition, one: Change) -> Cell:
    if one.kind == "cancelled":
        return said(edition, "–")
    return said(edition, f"→ {one.after}" if one.after else "→ –")


def _room_by_room(edition: Edition, then: Edition, found: Sequence[Change], width: float) -> list[Flowable]:
    rooms = [*edition.document.rooms]
    rooms += [room for room in then.document.rooms if edition.document.find("room", room.id) is None]
    rows = []
    for room in rooms:
        here = [one for one in found if room.id in one.rooms and one.kind != "other"]
        if here and edition.options.room in ("", room.id):
            rows.append([said(edition, edition.wording(room.name), STRONG), _lines(edition, here)])
    return _told(edition, edition.gettext("Room by room"), edition.gettext("Room"), rows, width)


def _person_by_person(
    edition: Edition, then: Edition, found: Sequence[Change], width: float
) -> list[Flowable]:
    """Everybody to be informed."""
    known: dict[str, list[Change]] = {}
    for one in found:
        for person in one.people:
            if edition.options.person in ("", person):
                known.setdefault(person, []).append(one)
    sources = {who: edition if edition.document.find("person", who) else then for who in known}
    ordered = sorted(known, key=lambda who: by_name(edition, sources[who].document.person(who)))
    rows = []
    for who in ordered:
        concerned = sources[who].document.person(who)
        name = people.latin_name(edition, concerned) or people.affiliation_words(edition, concerned)
        rows.append([said(edition, name, STRONG), _lines(edition, known[who])])
    return _told(
        edition, edition.gettext("To be informed, person by person"), edition.gettext("Name"), rows, width
    )


def _told(edition: Edition, heading: str, head: str, rows: list[list[Cell]], width: float) -> list[Flowable]:
    if not rows:
        return []
    heads = (head, edition.gettext("What changed"))
    return [*small_heading(edition, heading, "H2"), ruled_table(edition, heads, (50, 130), rows, width)]


def _lines(edition: Edition, found: Iterable[Change]) -> Cell:
    lines: Cell = []
    for one in found:
        arrow = " → ".join(part or "–" for part in (one.before, one.after))
        lines += said(edition, one.name)
        lines += said(edition, f"{kind_words(edition, one.kind)}: {arrow}", SMALL)
    return lines
