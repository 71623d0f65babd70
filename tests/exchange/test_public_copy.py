# SPDX-License-Identifier: EUPL-1.2
"""A copy to give away holds what the public may see, as a conference of its own, and provably nothing else."""

from __future__ import annotations

import hashlib

import pytest

from octodesk.edits.fields import set_field
from octodesk.exchange import octo
from octodesk.exchange.public_copy import HOLDS, Leak, PublicCopy, proved, public_copy
from octodesk.exchange.samples import sample_log
from octodesk.model.beginning import Pen
from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.model.enclosures import Enclosures
from octodesk.model.rows import ROWS, Heading, fields_of
from tests.build import BEN, at, desk_on, log_of, part, person, point, room, session, text

PEN = Pen(Author("0" * 16, "OctoDesk"), "public-copy", "2021-10-06T08:00:00Z", lambda: b"s" * 16)
PHOTO, HIDDEN = b"a photo", b"a photo not to be seen"
NAMES = [hashlib.sha256(one).hexdigest() for one in (PHOTO, HIDDEN)]
ENCLOSED = Enclosures(dict(zip(NAMES, (PHOTO, HIDDEN), strict=True)))


def the_copy(*, named: bool = False) -> PublicCopy:
    log = log_of(
        room("A", link="https://watch.example.org", panel_link="https://panel.example.org"),
        session("yoga", at("A"), note="Ida is unwell", title=text("Yoga")),
        session("secret", at("B"), title=text("Meeting of the ministers"), access="restricted"),
        session("tray", title=text("Perhaps a talk")),
        session("test", at("C"), kind="technical-test", title=text("Sound check")),
        session("off", at("C", "14:00"), status="cancelled", title=text("Knots for sailors")),
        person("ida", given_name="Ida", phone="+33 1 23 45 67 89", email="ida@example.org", photo=NAMES[0]),
        person("omar", given_name="Omar", family_name="Haddad", publish=False, photo=NAMES[1]),
        person("eve", given_name="Eveline", status="declined"),
        person("tom", given_name="Thomas", types=("technician",)),
        part("yoga", "ida"), part("yoga", "omar"), part("yoga", "eve", "chair"), part("yoga", "tom", "technician"),
        part("secret", "ida", topic=text("Sanctions")),
        point("p", "secret", "Sanctions in general"),
        Heading("h", text=text("Ministers only"), sessions=("secret",)),
        Heading("k", text=text("Yoga and more"), sessions=("yoga", "secret")),
    )  # fmt: skip
    desk = desk_on(log, author=BEN)
    desk.apply(
        set_field(
            desk.document,
            table="session",
            row_id="yoga",
            field="title",
            language="en",
            value="Yoga for old people",
        )
    )
    desk.apply(
        set_field(desk.document, table="session", row_id="yoga", field="title", language="en", value="Yoga")
    )
    return public_copy(desk.log(), ENCLOSED, event_id="copy", pen=PEN, named=named)


def written(copy: PublicCopy) -> bytes:
    return octo.write(copy.log, enclosed=copy.enclosed, compressed=False)


def test_it_is_a_conference_of_its_own_without_history() -> None:
    copy = the_copy()
    assert (copy.log.event, len(copy.log), Document.of_log(copy.log).event.derived_from) == (
        "copy",
        1,
        "event",
    )
    assert {edit.author.name for edit in copy.log} == {"OctoDesk"}


def test_it_shows_what_the_public_sees_on_paper() -> None:
    document = Document.of_log(the_copy().log)
    assert [(one.id, document.words(one.title)) for one in document.sessions] == [
        ("yoga", "Yoga"),
        ("secret", ""),
    ]
    assert document.session("secret").placement == at("B")
    assert [one.person for one in document.contributions_of("yoga")] == ["ida"]
    assert [(one.id, one.sessions) for one in document.headings] == [("k", ("yoga",))]
    assert document.room("A").link == "https://watch.example.org"
    assert document.agenda_of("secret") == ()


def test_everything_else_is_provably_not_in_the_file() -> None:
    copy = the_copy()
    assert {
        "Ida is unwell", "Meeting of the ministers", "Perhaps a talk", "Sound check", "Knots for sailors", "Haddad", "Eveline",
        "Thomas", "+33 1 23 45 67 89", "ida@example.org", "https://panel.example.org", "Yoga for old people", "Sanctions",
        "Ministers only", "Maker",
    } <= copy.secrets  # fmt: skip
    assert proved(written(copy), copy) == len(copy.secrets)
    assert copy.enclosed.attachments == {NAMES[0]: PHOTO}


def test_what_is_in_it_all_the_same_is_found() -> None:
    copy = the_copy()
    leaking = PublicCopy(copy.log, copy.enclosed, copy.secrets | {"Yoga"})
    with pytest.raises(Leak, match="Yoga"):
        proved(octo.write(copy.log, enclosed=copy.enclosed), leaking)


def test_participants_see_who_does_not_want_to_be_published() -> None:
    document = Document.of_log(the_copy(named=True).log)
    assert sorted(one.person for one in document.contributions_of("yoga")) == ["ida", "omar"]


def test_the_fields_named_are_fields() -> None:
    assert {table: set(names) - set(fields_of(table)) for table, names in HOLDS.items()} == {
        table: set() for table in HOLDS
    }
    assert set(ROWS) - set(HOLDS) == {
        "booking",
        "acknowledgement",
        "rule_setting",
        "version",
        "issue",
        "translation",
    }


@pytest.mark.parametrize("name", ["octopus-2021", "octopus-2019"])
def test_the_samples_keep_their_programme(name: str) -> None:
    log = sample_log(name)
    copy = public_copy(log, Enclosures(), event_id="copy", pen=PEN)
    before, after = Document.of_log(log), Document.of_log(copy.log)
    assert [before.label(one.id) for one in after.sessions] == [after.label(one.id) for one in after.sessions]
    assert proved(octo.write(copy.log), copy) > 0
