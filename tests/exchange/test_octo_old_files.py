# SPDX-License-Identifier: EUPL-1.2
"""Files written by earlier versions of the format open for ever, with all they held."""

from __future__ import annotations

import hashlib
from datetime import date, time
from pathlib import Path

from octodesk.exchange import octo
from octodesk.model.clock import parse_moment
from octodesk.model.document import Document
from octodesk.model.fields import Facts, Placement, Span
from octodesk.model.identity import contribution_id
from octodesk.model.rows import (
    ROWS,
    AgendaPoint,
    Contribution,
    Day,
    Event,
    Heading,
    Kind,
    Person,
    Room,
    Session,
    Version,
)
from tests.build import text

FORMAT_1 = Path(__file__).parent.parent / "data" / "format-1.octo"
PHOTO = b"\x89PNG\r\n\x1a\n an invented photo"
PHOTO_NAME = "003b88a0ab6a94ad7a3df0fc29b8d81ba2f7c28361c33205f1cea20c8aa9e769"
PART = contribution_id("nets", "tamta", "moderator")
VERSION = "Version 1 March 2020"

EVENT = Event(
    "sea-2020",
    name=text("Sea of Words 2020", "Mer de mots 2020", "Mar de palabras 2020"),
    short_name="Sea 2020",
    first_day=date(2020, 9, 1),
    last_day=date(2020, 9, 2),
    time_zone="Europe/Lisbon",
    mode="hybrid",
    languages=("en", "fr", "es"),
    registration=Facts((("from", "2020-05-01"), ("link", ""), ("until", "2020-06-30"))),
    version=VERSION,
)
BLUE = Room(
    "blue",
    text("Blue room", "Salle bleue"),
    capacity=44,
    booths=2,
    languages=("en", "fr"),
    availability=(Span(parse_moment("2020-09-01T08:00"), parse_moment("2020-09-01T20:00")),),
    order="1000.aaaaaa",
)
NETS = Session(
    "nets",
    kind="workshop",
    title=text("Mending nets by hand", "Ramender les filets"),
    minutes=90,
    placement=Placement(parse_moment("2020-09-01T09:30"), ("blue",)),
    topics=("craft", "sea"),
)
TIDES = Session(
    "tides",
    kind="workshop",
    title=text("Tides"),
    minutes=60,
    placement=Placement(parse_moment("2020-09-01T11:00"), ("red",)),
)
TAMTA = Person(
    "tamta",
    given_name="Tamta",
    family_name="Zghvauri",
    own_script="თამთა ზღვაური",
    form_of_address="Ms",
    country="GE",
    photo=PHOTO_NAME,
)
WORKSHOP = Kind(
    "workshop", text("Workshop", "Atelier", "Taller"), pattern=text("WS {n}", "Atelier {n}", "Taller {n}")
)
CONFERENCE = {
    "event": {"sea-2020": EVENT},
    "day": {"2020-09-01": Day("2020-09-01", date(2020, 9, 1), text("First day"), time(9), time(18))},
    "room": {"blue": BLUE, "red": Room("red", text("Red room", "Salle rouge"), order="2000.aaaaaa")},
    "kind": {"workshop": WORKSHOP},
    "session": {"nets": NETS, "tides": TIDES},
    "agenda_point": {"knots": AgendaPoint("knots", "nets", text("Knots"), 20, "1000.aaaaaa")},
    "person": {"tamta": TAMTA},
    "contribution": {PART: Contribution(PART, "nets", "tamta", "moderator", order="1000.aaaaaa")},
    "heading": {
        "craft": Heading(
            "craft", text=text("Craft of the sea"), sessions=("nets", "tides"), order="1000.aaaaaa"
        )
    },
    "version": {"v1": Version("v1", VERSION, "2020-03-01T09:00:00Z")},
}

EDITS = [
    ("create", "event-created", "Ana"),
    ("do", "session-moved", "Ana"),
    ("undo", "undo", "Ana"),
    ("redo", "redo", "Ana"),
    ("version", "version-issued", "Ana"),
    ("do", "field-set", "Benoît"),
    ("do", "field-set", "Ana"),
    ("do", "field-set", "Benoît"),
    ("do", "row-deleted", "Ana"),
    ("do", "field-set", "Benoît"),
    ("do", "field-set", "Ana"),
    ("redact", "removed-for-good", "Ana"),
]


def test_the_file_of_format_1_is_still_that_file() -> None:
    written = "03c7785dce70c01838efae5013f951d0b2a1bc79bc6776ca2dded18ef35e941f"
    assert hashlib.sha256(FORMAT_1.read_bytes()).hexdigest() == written


def test_a_file_of_format_1_gives_its_conference() -> None:
    document = Document.of_log(octo.read(FORMAT_1).log)
    found = {name: dict(document.table(name)) for name in ROWS if document.table(name)}
    assert found == CONFERENCE
    assert document.contested == {("session", "tides"): "deleted"}
    assert {key: [head.value for head in state.heads] for key, state in document.open_fields.items()} == {
        ("session", "nets", "title.fr"): ["Ramender les filets", "Raccommoder les filets"]
    }


def test_a_file_of_format_1_gives_its_edits_and_attachments() -> None:
    found = octo.read(FORMAT_1)
    assert [(edit.kind, edit.label, edit.author.name) for edit in found.log] == EDITS
    assert found.enclosed.attachments == {PHOTO_NAME: PHOTO}
    assert found.log.heads == {
        "2f42eaa852cc6419c78bd2c13098695e506191b95202905245b07e9d34a6307a",
        "edd69f3451978ea27f8236152c8b292c37c304e80321c1f0ac0070408c35d35d",
    }
    assert found.log.damage() == []


def test_without_compression_the_bytes_are_the_same_on_every_machine() -> None:
    found = octo.read(FORMAT_1)
    content = octo.write(found.log, enclosed=found.enclosed, compressed=False)
    expected = "d2f5a3a33a88ba8f94fa1d7e1380e5b9948800f8273bf3ac9b224677948c460f"
    assert hashlib.sha256(content).hexdigest() == expected
