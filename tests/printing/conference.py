# SPDX-License-Identifier: EUPL-1.2
"""A small invented conference with one of everything that is printed, and one-line ways to print it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from octodesk.exchange.samples import sample_log
from octodesk.model.document import Document
from octodesk.model.fields import Facts
from octodesk.model.row_values import table_of
from octodesk.model.rows import Booking, Contact, Day, Heading, Kind, Related, Row, SessionDocument
from octodesk.model.text import Text
from octodesk.printing import Printed, PrintOptions, render
from octodesk.printing.edition import Edition
from tests.build import at, event, part, person, point, room, session, text

SESSION_PRINTS = ("front", "glance", "programme", "workshop", "door-signs", "run-sheet")
"""Prints that show every session by its title."""

NOON = datetime(2021, 10, 4, 12, tzinfo=UTC)

KINDS = (
    Kind("plenary", text("Plenary session", "Séance plénière", "Sesión plenaria"), exclusive=True, order="1"),
    Kind(
        "special-event",
        text("Special event", "Événement spécial", "Acto especial"),
        exclusive=True,
        order="2",
    ),
    Kind(
        "workshop",
        text("Workshop", "Atelier", "Taller"),
        pattern=text("WS {n}", "Atelier {n}", "Taller {n}"),
        order="3",
    ),
    Kind(
        "lightning-talks",
        text("Lightning talks"),
        pattern=text("Lightning talks {n}"),
        numerals="roman",
        order="4",
    ),
    Kind("break", text("Break", "Pause", "Pausa"), exclusive=True, order="5"),
    Kind("milestone", text("Milestone"), exclusive=True, minutes=0, order="6"),
    Kind("blocker", text("Unavailable"), order="7"),
)

EVENT = event(
    name=text("Forum on Small Harbours", "Forum des petits ports", "Foro de los puertos pequeños"),
    short_name="Harbours 2021",
    subtitle=text("Water, work & towns"),
    place=text("Strasbourg"),
    venue=text("House of Boats"),
    version="Version 4 October 2021",
    working_languages=("en", "fr"),
    introduction=text("Two days on what a small harbour can do."),
    participation=text("Everybody may come.\nPlease register."),
    registration=Facts(
        (("from", "2021-09-20"), ("link", "www.example.org/harbours"), ("until", "2021-10-20"))
    ),
    contact=text("Harbour Office\n1 Quay Street"),
    funding=text("Paid for by voluntary contributions."),
    organiser=text("League of Harbours"),
    zone_mark=Text.of(en="yes"),
)

ROWS: tuple[Row, ...] = (
    EVENT,
    *KINDS,
    Day("2021-11-16", date(2021, 11, 16), opens=time(9), closes=time(18)),
    Day("2021-11-17", date(2021, 11, 17), label=text("Day of workshops"), opens=time(9), closes=time(18)),
    room("A", languages=("en", "fr")),
    room("B", name=text("Boathouse", "Hangar")),
    room("C", name=text("Gallery")),
    session(
        "opening",
        at("A", "09:00", day="2021-11-16", exclusive=True),
        kind="special-event",
        title=text("Ten years of the Forum & a new charter"),
        minutes=120,
        cooperation=text("the Town of Strasbourg"),
    ),
    point("p1", "opening", "Welcome", minutes=30),
    point("p2", "opening", "Panel: who pays for the quay?", minutes=90),
    session("coffee", at((), "11:00", day="2021-11-16", exclusive=True), kind="break", title=Text(), minutes=30),
    session(
        "nets",
        at("A", "11:30", day="2021-11-16"),
        title=text("Nets & knots", "Filets : réparer ou remplacer ?"),
        description=text("How to mend. Bring a net."),
        number=1,
        number_fixed=True,
    ),
    session("tides", at("B", "11:30", day="2021-11-16"), title=text("Tides"), regions=("Asia/Tokyo",)),
    session("boats", at(("A", "B"), "10:00"), title=text("Boats in two rooms"), minutes=90, outcome=text("A list.")),
    session("ropes", at((), "10:00"), title=text("Ropes"), minutes=90, status="to-be-confirmed"),
    session("talks", at("C", "12:00"), kind="lightning-talks", title=Text(), minutes=45),
    session("end", at((), "13:00", exclusive=True), kind="milestone", title=text("End of the Forum"), minutes=0),
    person(
        "olena",
        form_of_address="Ms",
        titles=("H.E.",),
        given_name="Olena",
        family_name="Kovalchenko",
        own_script="Олена Ковальченко",
        function=text("Minister of Harbours"),
        country="UA",
    ),
    person("tariq", form_of_address="Mr", given_name="Tariq", family_name="Mansour", own_script="طارق منصور", country="TN"),
    person("ines", form_of_address="Ms", given_name="Inès", family_name="Vautrin", organisation=text("Net Makers")),
    person("nobody", family_name="", function=text("Representative"), organisation=text("Ministry of Fish"), country="JP",
           status="to-be-confirmed"),
    part("opening", "olena", "chair", order="1"),
    part("opening", "tariq", "panellist", agenda_point="p2", order="2"),
    part("nets", "ines", "moderator", order="1"),
    part("nets", "olena", order="2"),
    part("nets", "nobody", order="3", way="remote"),
    SessionDocument("d1", "nets", number="1", title=text("How to knot"), link="https://example.org/knots"),
    Booking("b", "B", date(2021, 11, 16), time(11), time(13), floor=("en",), into=("uk",), status="confirmed"),
    Heading("h1", group="special-event", text=text("Ten years of the Forum"), sessions=("opening",), order="1"),
    Heading("h2", group="workshops", text=text("Nets, knots and ropes"), sessions=("nets", "ropes"), order="2"),
    Heading("h3", group="workshops", text=text("Tides and boats"), sessions=("tides", "boats"), order="3"),
    Related("r", title=text("Meeting of the Board"), access="restricted", sentence=text("The Board meets before."), order="1"),
    Contact("c", purpose="general", email="office@example.org", phone="+33 3 00 00 00 00", order="1"),
)  # fmt: skip


def forum(*more: Row) -> Document:
    """The small conference, with rows added or replaced."""
    tables: dict[str, dict[str, Row]] = {}
    for row in (*ROWS, *more):
        tables.setdefault(table_of(row), {})[row.id] = row
    return Document("event", tables)


def sample(name: str = "octopus-2021") -> Document:
    return Document.of_log(sample_log(name))


def print_of(document: Document, kind: str, **options: Any) -> Printed:
    """`changes` are counted from the same conference: there are none."""
    options = {"since": "Version 1 October 2021", **options} if kind == "changes" else options
    return render(document, kind, PrintOptions(**options), clock=lambda: NOON, earlier=document)


def edition_of(document: Document, **options: Any) -> Edition:
    return Edition(document, PrintOptions(**options), made_at=NOON)
