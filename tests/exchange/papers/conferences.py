# SPDX-License-Identifier: EUPL-1.2
"""Random conferences as far as paper tells of them, and what two conferences say on paper, for comparing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from octodesk import languages
from octodesk.exchange.papers.marks import tidy
from octodesk.model.document import Document
from octodesk.model.edit import Addition, Edit
from octodesk.model.fields import Placement
from octodesk.model.identity import contribution_id
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.log import Log
from octodesk.model.rows import AgendaPoint, Contribution, Day, Event, Person, Room, Row, Session, fields_of
from octodesk.model.text import Text
from tests.build import adding, stamped_into

Draw = Callable[[st.SearchStrategy[Any]], Any]

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàâçéèêëîïôœùûüÿñáíóúÉÀ"
PLAIN_WORDS = (
    "trust", "harbours", "evidence", "villages", "bridges", "données", "confiance", "preuves", "mémoire", "años", "pruebas",
    "ciudades", "vecinos", "Tallinn", "cyberspace", "ransomware", "investigators",
)  # fmt: skip
words = st.lists(st.sampled_from(PLAIN_WORDS), min_size=1, max_size=5).map(" ".join)
"""Words in which nothing but a title can be seen."""
wild = st.text(LETTERS + " -–:;,/&()'’“”.!?0123456789", min_size=1, max_size=40).map(
    lambda more: tidy(f"T{more}")
)
"""Anything people may type behind the first letter of a title."""

PARALLEL = ("workshop", "lightning-talks", "panel", "side-meeting", "keynote", "press")
ACROSS = ("plenary", "opening", "conclusions", "break", "coffee", "lunch", "outlook")
SAID = {"parallel": ("workshop", "lightning-talks"), "across": ("outlook",)}
"""Kinds whose names stand before the title by themselves; where our styles are lost, another's would become part of it."""
NUMBERED = ("workshop", "lightning-talks", "outlook")
NOWHERE = ("break", "coffee", "lunch")


@st.composite
def conferences(draw: Draw, titles: st.SearchStrategy[str], *, people: bool) -> Document:
    language = draw(st.sampled_from(languages.LANGUAGES))
    first = draw(st.dates(min_value=date(2021, 1, 4), max_value=date(2029, 12, 1)))
    count = draw(st.integers(min_value=1, max_value=3))
    rooms = [_room(place, language) for place in range(draw(st.integers(min_value=2, max_value=4)))]
    rows: list[Row] = [*rooms]
    for nth in range(count):
        rows += draw(_days(first + timedelta(days=nth), language, rooms, titles, people=people))
    event = Event(
        "event",
        name=Text.of({language: draw(titles)}),
        first_day=first,
        last_day=first + timedelta(days=count - 1),
        languages=(language,),
        place=Text.of({language: draw(words)}),
        time_form=Text.of({language: draw(st.sampled_from(languages.TIME_FORMS))}),
        version=draw(st.sampled_from(["", "Version 3"])),
        status=draw(st.sampled_from(["draft", "final"])),
    )
    return _document(_numbered([event, *rows]))


def _room(place: int, language: str) -> Room:
    name = {"en": "Room", "fr": "Salle", "es": "Sala"}[language]
    return Room(f"room-{place}", name=Text.of({language: f"{name} {place + 1}"}), order=f"1{place}00.aaaaaa")


@st.composite
def _days(
    draw: Draw, day: date, language: str, rooms: list[Room], titles: st.SearchStrategy[str], *, people: bool
) -> list[Row]:
    rows: list[Row] = [Day(day.isoformat(), day)]
    start = datetime(day.year, day.month, day.day, draw(st.integers(min_value=7, max_value=10)))
    for place in range(draw(st.integers(min_value=1, max_value=4))):
        minutes = draw(st.integers(min_value=1, max_value=30)) * 5
        across = draw(st.booleans())
        for room in rooms[:1] if across else rooms[: draw(st.integers(min_value=2, max_value=len(rooms)))]:
            kind = draw(st.sampled_from(_kinds(across=across, all_of_them=people)))
            held = () if kind in NOWHERE else (room.id,)
            own = f"{day.isoformat()}-{place}-{room.id}"
            place_of = Placement(start, held, across)
            title = Text.of({language: draw(titles)})
            rows.append(Session(own, kind=kind, title=title, minutes=minutes, placement=place_of))
            rows += draw(_below(own, language, titles, people=people and kind not in NOWHERE))
        start += timedelta(minutes=minutes)
    return rows


def _kinds(*, across: bool, all_of_them: bool) -> tuple[str, ...]:
    if all_of_them:
        return ACROSS if across else PARALLEL
    return SAID["across" if across else "parallel"]


@st.composite
def _below(
    draw: Draw, session: str, language: str, titles: st.SearchStrategy[str], *, people: bool
) -> list[Row]:
    rows: list[Row] = []
    for place in range(draw(st.integers(min_value=0, max_value=2)) if people else 0):
        point = f"{session}-{place}"
        rows.append(
            AgendaPoint(point, session, Text.of({language: draw(titles)}), order=f"1{place}00.aaaaaa")
        )
    if people and draw(st.booleans()):
        person = Person(
            f"p-{session}",
            form_of_address=draw(st.sampled_from(["", "Ms", "Mr"])),
            given_name=draw(words),
            family_name=draw(titles),
            function=Text.of({language: draw(titles)}),
            country=draw(st.sampled_from(["", "FR", "GE", "EE"])),
            status="accepted",
        )
        role = draw(st.sampled_from(["moderator", "chair", "speaker", "rapporteur", "panellist"]))
        part = contribution_id(session, person.id, role)
        rows += [person, Contribution(part, session, person.id, role, order="1000.aaaaaa")]
    return rows


def _numbered(rows: list[Row]) -> list[Row]:
    """Numbers as a programme that was issued has them."""
    counts: dict[str, int] = {}
    found: list[Row] = []
    for row in rows:
        if isinstance(row, Session) and row.kind in NUMBERED:
            counts[row.kind] = counts.get(row.kind, 0) + 1
            found.append(replace(row, number=counts[row.kind], number_fixed=True))
        else:
            found.append(row)
    return found


def _document(rows: list[Row]) -> Document:
    kinds = [Addition("kind", kind, _by_language("kind", values)) for kind, values in BUILT_IN_KINDS.items()]
    changes = [change for one in [*kinds, *map(adding, rows)] for change in one.changes()]
    log = Log()
    stamped_into(log, Edit("event-created", tuple(changes), kind="create"))
    return Document.of_log(log)


def _by_language(table: str, values: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, value in values.items():
        if fields_of(table)[name].translated:
            plain.update({f"{name}.{language}": one for language, one in value.items()})
        else:
            plain[name] = value
    return plain


# ---- what they say on paper


def on_paper(document: Document, *, people: bool) -> dict[str, Any]:
    event = document.event
    return {
        "event": (
            document.words(event.name),
            event.first_day,
            event.last_day,
            event.languages,
            event.status,
            event.version,
        ),
        "place": document.words(event.place),
        "days": [day.date for day in document.days],
        "sessions": sorted((_session(document, one, people=people) for one in document.sessions), key=str),
    }


def _session(document: Document, session: Session, *, people: bool) -> tuple[Any, ...]:
    assert session.placement is not None
    rooms = [document.words(document.room(room).name) for room in session.placement.rooms]
    facts = (
        session.placement.start, session.minutes, session.kind, document.label(session.id), document.words(session.title),
        rooms, session.exclusive,
    )  # fmt: skip
    if not people:
        return facts
    points = [document.words(point.text) for point in document.agenda_of(session.id)]
    return *facts, points, [_part(document, part) for part in document.contributions_of(session.id)]


def _part(document: Document, part: Contribution) -> tuple[Any, ...]:
    one = document.person(part.person)
    return (
        part.role, one.form_of_address, one.given_name, one.family_name, document.words(one.function), one.country,
    )  # fmt: skip
