# SPDX-License-Identifier: EUPL-1.2
"""A letter-like sheet per speaker, in his or her language: when, where, as what, with whom, and the hour at home."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby
from typing import Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, HRFlowable, NextPageTemplate, PageBreak

from octodesk import languages
from octodesk.model import clock
from octodesk.model.rows import Person
from octodesk.printing import parts as shared
from octodesk.printing import people, styles, words
from octodesk.printing.audience import agenda_shown, contributions_shown
from octodesk.printing.crowd import Part, by_name, parts_in_order
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import paragraph
from octodesk.printing.lists import Cell, cell, ruled_table, said
from octodesk.printing.options import PrintRefused, page_size
from octodesk.printing.pages import Sheet
from octodesk.printing.placing import Book
from octodesk.printing.styles import Face, TextStyle

_BODY: Final = TextStyle(size=10.5, leading=15, after=6)
_DAY: Final = TextStyle(Face.SERIF_SEMIBOLD, 13.5, 18, styles.NAVY, before=8, after=2, keep_with_next=True)


@dataclass(frozen=True, slots=True)
class Stop:
    """One part of somebody's conference. Hours as printed; `home` where the person is elsewhere, "" if not."""

    session: str
    hours: str
    home: str
    label: str
    title: Wording
    room: Wording
    role: str
    topic: Wording
    with_: tuple[str, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Itinerary:
    person: str
    language: str
    days: tuple[tuple[date, tuple[Stop, ...]], ...]


def language_of(edition: Edition, person: Person) -> str:
    """The language asked for, else of the conference's the first that is spoken at home, else the first of his or hers."""
    if edition.options.languages:
        return edition.language
    known = [code for code in edition.document.languages if code in person.languages]
    at_home = languages.official_languages(person.country)
    return next((code for code in known if code in at_home), known[0] if known else edition.language)


def itineraries_of(edition: Edition) -> list[Itinerary]:
    """By family name; somebody without a part in what is asked for has none."""
    found: dict[str, list[Part]] = {}
    for part in parts_in_order(edition):
        found.setdefault(part.contribution.person, []).append(part)
    ordered = sorted(found, key=lambda one: by_name(edition, edition.document.person(one)))
    return [_itinerary(edition, edition.document.person(one), found[one]) for one in ordered]


def _itinerary(edition: Edition, person: Person, parts: list[Part]) -> Itinerary:
    reader = edition.in_language(language_of(edition, person))

    def day_of(part: Part) -> date:
        assert part.session.placement is not None
        return edition.document.day_of(part.session.placement)

    days = tuple((day, tuple(_stops(reader, person, list(group)))) for day, group in groupby(parts, day_of))
    return Itinerary(person.id, reader.language, days)


def _stops(edition: Edition, person: Person, parts: list[Part]) -> list[Stop]:
    """A session is one stop, whatever somebody does in it."""
    found = []
    for _session, group in groupby(parts, lambda part: part.session.id):
        found.append(_stop(edition, person, list(group)))
    return found


def _stop(edition: Edition, person: Person, parts: list[Part]) -> Stop:
    session, first = parts[0].session, parts[0].contribution
    roles = dict.fromkeys(people.role_words(edition, part.contribution.role, [person]) for part in parts)
    return Stop(
        session=session.id,
        hours=words.hours(edition, session),
        home=_at_home(edition, person, parts[0]),
        label=words.label(edition, session),
        title=words.title(edition, session),
        room=words.room_words(edition, session),
        role=", ".join(roles),
        topic=next(
            (edition.wording(part.contribution.topic) for part in parts if part.contribution.topic),
            Wording(""),
        ),
        with_=_others(edition, person, parts[0]),
        facts=tuple(fact for fact in _facts(edition, person, parts, first.way) if fact),
    )


def _at_home(edition: Edition, person: Person, part: Part) -> str:
    """ "Tokyo 19:30 – 20:30, Wed 17", for whoever takes part from another zone."""
    zone = person.time_zone
    start = part.session.start
    away = person.remote or part.contribution.way != "room"
    if not zone or not away or zone == edition.event.time_zone or start is None:
        return ""
    begins = clock.instant(start, edition.event.time_zone)
    local, end = clock.wall_clock(begins, zone), clock.wall_clock(begins + part.session.minutes, zone)
    if local == start:
        return ""
    shown = languages.time_range(local.time(), end.time(), edition.language, form=words.time_form(edition))
    other_day = f", {languages.short_day(local, edition.language)}" if local.date() != start.date() else ""
    return f"{words.city(zone)} {shown}{other_day}"


def _others(edition: Edition, person: Person, part: Part) -> tuple[str, ...]:
    """Who else is on the podium, those who lead with their role."""
    found: dict[str, str] = {}
    for one in contributions_shown(edition, part.session):
        other = edition.document.person(one.person)
        if other.id == person.id or one.role in people.UNNAMED_ROLES or other.id in found:
            continue
        name = people.latin_name(edition, other) or people.affiliation_words(edition, other)
        leads = one.role in people.FIRST_ROLES
        found[other.id] = f"{name} ({people.role_words(edition, one.role, [other])})" if leads else name
    return tuple(found.values())


def _facts(edition: Edition, person: Person, parts: list[Part], way: str) -> list[str]:
    session = parts[0].session
    points = {part.contribution.agenda_point for part in parts}
    items = [edition.words(point.text) for point in agenda_shown(edition, session) if point.id in points]
    found = [edition.gettext("Item: {title}").format(title=item) for item in items]
    minutes = next((part.contribution.minutes for part in parts if part.contribution.minutes), None)
    if minutes:
        length = languages.duration(minutes, edition.language)
        found.append(edition.gettext("Time to speak: {length}").format(length=length))
    if way == "video":
        found.append(edition.gettext("By video message"))
    elif edition.event.mode != "online" and (way == "remote" or person.remote):
        found.append(edition.gettext("By video link"))
    if spoken := words.interpretation(edition, session):
        found.append(edition.gettext("Interpretation: {languages}").format(languages=spoken))
    found.append(words.status_mark(edition, session))
    return found


# ---- on paper


def itineraries(edition: Edition) -> Book:
    found = itineraries_of(edition)
    if not found:
        raise PrintRefused("nobody-to-print")
    size = page_size(edition.options)
    sheets: dict[str, Sheet] = {}
    flowables: list[Flowable] = []
    for one in found:
        reader = edition.in_language(one.language)
        sheet = sheets.setdefault(one.language, Sheet(f"itinerary-{one.language}", size, edition=reader))
        flowables += [NextPageTemplate(sheet.name), PageBreak()] if flowables else []
        flowables += _letter(reader, one, sheet.width)
    name = edition.gettext("Personal programmes")
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, tuple(sheets.values()))


def _letter(edition: Edition, one: Itinerary, width: float) -> list[Flowable]:
    person = edition.document.person(one.person)
    found = [*_letterhead(edition), *_addressee(edition, person), *_title(edition, person)]
    found += [paragraph(edition.set(sentence), _BODY) for sentence in _opening(edition, person)]
    for day, stops in one.days:
        found.append(paragraph(edition.set(words.day_words(edition, day, year=True), _DAY.face), _DAY, "H2"))
        found.append(_table(edition, stops, width))
    return [*found, *_closing(edition, person)]


def _letterhead(edition: Edition) -> list[Flowable]:
    name = TextStyle(Face.SERIF_SEMIBOLD, 15, 19, styles.NAVY)
    small = TextStyle(size=9, leading=12.5, colour=styles.GREY)
    place = words.place(edition)
    when = edition.set(words.dates(edition)) + (edition.set(" · ") + edition.set(place) if place else ())
    rule = HRFlowable("100%", 1.2, color=HexColor(styles.GOLD), spaceBefore=5, spaceAfter=18, lineCap="butt")
    return [paragraph(edition.set(edition.event.name, name.face), name), paragraph(when, small), rule]


def _addressee(edition: Edition, person: Person) -> list[Flowable]:
    line = TextStyle(size=10.5, leading=14.5)
    found: list[Flowable] = [paragraph(people.person_runs(edition, person), line)]
    named = bool(people.latin_name(edition, person))
    texts = (person.function, person.organisation) if named else (person.organisation,)
    found += [paragraph(edition.set(text), line) for text in texts if text]
    if country := people.country_words(edition, person):
        found.append(paragraph(edition.set(country), line))
    return found


def _title(edition: Edition, person: Person) -> list[Flowable]:
    style = TextStyle(Face.SERIF, 22, 27, styles.NAVY, before=22, after=8, keep_with_next=True)
    text = edition.gettext("Your personal programme")
    name = people.latin_name(edition, person) or people.affiliation_words(edition, person)
    return [
        paragraph(edition.set(text, style.face), style, "H1", key=f"itinerary-{person.id}", outline=0,
                  title=name or people.country_words(edition, person)),
    ]  # fmt: skip


def _opening(edition: Edition, person: Person) -> list[str]:
    """The salutation, and what this sheet is."""
    name = edition.words(edition.event.name)
    thanks = edition.gettext(
        "Thank you for taking part in the {conference}. This is what is planned for you."
    )
    zone = words.zone_mark(edition, datetime.combine(edition.event.first_day, time(12)))
    times = edition.gettext("All times are {zone}.").format(zone=zone)
    return [
        languages.salutation(person.form_of_address, person.family_name, edition.language),
        f"{thanks.format(conference=name)} {times}",
    ]


def _table(edition: Edition, stops: tuple[Stop, ...], width: float) -> Flowable:
    heads = (edition.gettext("Time"), edition.gettext("What"), edition.gettext("Where"))
    rows = [_row(edition, stop) for stop in stops]
    return ruled_table(edition, heads, (42, 88, 36), rows, width)


def _row(edition: Edition, stop: Stop) -> list[Cell]:
    hour = TextStyle(Face.SANS_SEMIBOLD, 10.5, 14, styles.NAVY)
    text = TextStyle(size=10, leading=13.5)
    small = TextStyle(size=9, leading=12, colour=styles.GREY)
    time = [*said(edition, stop.hours, hour), *said(edition, stop.home, small)]
    label = edition.set(
        f"{stop.label}  " if stop.label and stop.title else stop.label, Face.SANS_SEMIBOLD, colour=styles.TEAL
    )
    what = [cell(label + edition.set(stop.title, Face.SANS_SEMIBOLD), text)]
    role = edition.gettext("As: {role}").format(role=stop.role)
    if stop.topic:
        role += f", {languages.quoted(stop.topic.words, edition.language)}"
    what += said(edition, role, text)
    if stop.with_:
        what += said(edition, edition.gettext("With: {people}").format(people=", ".join(stop.with_)), small)
    what += [cell(edition.set(fact), small) for fact in stop.facts]
    return [time, what, said(edition, stop.room, text)]


def _closing(edition: Edition, person: Person) -> list[Flowable]:
    """The technical test, what is still awaited (not in a public copy), and whom to ask."""
    found: list[Flowable] = []
    head = TextStyle(Face.SANS_SEMIBOLD, 10, 14, styles.TEAL, before=12, after=2, keep_with_next=True)
    lines = _requests(edition, person)
    if lines:
        found.append(paragraph(edition.set(edition.gettext("Please note"), head.face), head, "H2"))
        found += [paragraph(edition.set(line), TextStyle(size=10, leading=14)) for line in lines]
    contacts = [one for one in edition.document.contacts if one.purpose not in {"media", "press"}]
    asked: list[Flowable] = []
    for one in contacts:
        runs = edition.set(one.text)
        for part in (edition.set(one.phone), shared.link_runs(edition, one.email) if one.email else ()):
            runs += (edition.set(" · ") if runs and part else ()) + part
        if runs:
            asked.append(paragraph(runs, TextStyle(size=10, leading=14)))
    if asked:
        found += [paragraph(edition.set(edition.gettext("Questions?"), head.face), head, "H2"), *asked]
    return found + _regards(edition)


def _regards(edition: Edition) -> list[Flowable]:
    first = paragraph(edition.set(edition.gettext("With kind regards")), replace(_BODY, before=16, after=1))
    return (
        [first, paragraph(edition.set(edition.event.organiser), _BODY)]
        if edition.event.organiser
        else [first]
    )


def _requests(edition: Edition, person: Person) -> list[str]:
    found = []
    if (when := _moment(person.technical_test.get("when"))) and not person.technical_test.get("result"):
        said_ = edition.gettext("Technical test: {moment}")
        found.append(
            said_.format(
                moment=f"{languages.day_name(when.date(), edition.language)}, {words.hour(edition, when)}"
            )
        )
    owed = [owed_words(edition, code) for code in person.owed.plain()] if not edition.public else []
    if owed:
        listed = languages.listed(owed, edition.language)
        found.append(edition.gettext("We are still waiting for: {things}.").format(things=listed))
    return found


def _moment(written: object) -> datetime | None:
    try:
        return clock.parse_moment(str(written))
    except ValueError:
        return None


def owed_words(edition: Edition, code: str) -> str:
    return {
        "reply": edition.gettext("your reply"),
        "title": edition.gettext("the title of your contribution"),
        "photo": edition.gettext("your photo"),
        "biography": edition.gettext("your biography"),
        "consent": edition.gettext("your consent to be recorded"),
        "slides": edition.gettext("your slides"),
        "booth-text": edition.gettext("your text for the interpreters"),
    }.get(code, code)
