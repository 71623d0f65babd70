# SPDX-License-Identifier: EUPL-1.2
"""Removing personal data for good: from the whole history, for whoever merges it, in whatever order."""

from __future__ import annotations

import pytest

from octodesk.edits.fields import set_field
from octodesk.edits.people import replace_person
from octodesk.edits.removing import close_conference, files_of, remove_person
from octodesk.exchange import octo
from octodesk.model.document import Document
from octodesk.model.log import Log
from tests.build import ANA, BEN, at, desk_on, log_of, part, person, session, text
from tests.edits.refusing import refused

SECRETS = (
    "+33 1 23 45 67 89",
    "+33 6 00 00 00 00",
    "ida@example.org",
    "Ida",
    "Prosecutor",
    "In the name of Ida's office",
)


def the_log() -> Log:
    ida = person(
        "ida", given_name="Ida", family_name="Halonen", function=text("Prosecutor"), email="ida@example.org",
        phone="+33 1 23 45 67 89",
    )  # fmt: skip
    part_of_ida = part("yoga", "ida", "speaker", on_behalf_of=text("In the name of Ida's office"))
    omar = person("omar", given_name="Omar", phone="+44 20 0000 0000", status="declined")
    return log_of(session("yoga", at("A")), ida, omar, part_of_ida, part("yoga", "omar", "moderator"))


def held(log: Log) -> str:
    """Everything that a file of the log holds, as one text."""
    return octo.write(log, compressed=False).decode("utf-8", "replace")


def test_a_person_is_gone_from_the_programme_and_from_the_whole_history() -> None:
    desk = desk_on(the_log())
    desk.apply(
        set_field(desk.document, table="person", row_id="ida", field="phone", value="+33 6 00 00 00 00")
    )
    assert all(secret in held(desk.log()) for secret in SECRETS)
    desk.apply(remove_person(desk.document, desk.log(), "ida"))
    assert [secret for secret in SECRETS if secret in held(desk.log())] == []
    assert (desk.document.find("person", "ida"), [one.person for one in desk.document.contributions_of("yoga")]) == (
        None, ["omar"],
    )  # fmt: skip
    assert octo.read(octo.write(desk.log())).log.heads == desk.log().heads


@pytest.mark.parametrize("ours_first", [True, False])
def test_whoever_merges_it_loses_the_values_too(ours_first: bool) -> None:
    start = the_log()
    ana, ben = desk_on(start.copy()), desk_on(start.copy(), author=BEN, device="d2")
    ben.apply(set_field(ben.document, table="session", row_id="yoga", field="note", value="Ben was here"))
    ana.apply(remove_person(ana.document, ana.log(), "ida"))
    here, there = (ana, ben) if ours_first else (ben, ana)
    here.merge(there.log(), source="the other")
    assert [secret for secret in SECRETS if secret in held(here.log())] == []
    assert here.document.session("yoga").note == "Ben was here"
    assert here.document == Document.of_log(here.log())


def test_what_a_colleague_writes_about_the_person_without_knowing_is_shown_until_it_is_removed_too() -> None:
    start = the_log()
    ana, ben = desk_on(start.copy()), desk_on(start.copy(), author=BEN, device="d2")
    ana.apply(remove_person(ana.document, ana.log(), "ida"))
    ben.apply(
        set_field(ben.document, table="person", row_id="ida", field="email", value="ida@new.example.org")
    )
    ana.merge(ben.log())
    assert ana.document.contested[("person", "ida")] == "deleted"
    ana.apply(remove_person(ana.document, ana.log(), "ida"))
    assert "ida@new.example.org" not in held(ana.log())


def test_somebody_deleted_long_ago_can_still_be_removed() -> None:
    desk = desk_on(the_log())
    desk.apply(replace_person(desk.document, old="ida", new="omar", sessions=("yoga",)))
    desk.apply(remove_person(desk.document, desk.log(), "ida"))
    assert [secret for secret in SECRETS if secret in held(desk.log())] == []
    assert refused(lambda: remove_person(desk.document, desk.log(), "nobody")) == (
        "unknown-row",
        {"table": "person", "id": "nobody"},
    )


def test_closing_the_conference_takes_telephones_from_all_and_those_who_declined_altogether() -> None:
    desk = desk_on(the_log())
    desk.apply(close_conference(desk.document, desk.log()))
    left = held(desk.log())
    assert [words for words in ("+33 1 23", "+44 20", "ida@example.org", "Omar") if words in left] == []
    ida = desk.document.person("ida")
    assert (ida.given_name, ida.phone, ida.email, desk.document.find("person", "omar")) == (
        "Ida",
        "",
        "",
        None,
    )
    assert close_conference(desk.document, desk.log()).is_empty


def test_it_cannot_be_undone() -> None:
    desk = desk_on(the_log(), author=ANA)
    desk.apply(remove_person(desk.document, desk.log(), "ida"))
    assert (desk.undo_step(), desk.undo()) == (None, None)


def test_the_photos_named_are_told_before_they_are_removed() -> None:
    desk = desk_on(
        log_of(person("ida", family_name="Halonen", photo="a photo"), person("omar", photo="other"))
    )
    log = desk.log()
    assert files_of(log, remove_person(desk.document, log, "ida")) == {"a photo"}
    assert files_of(log, close_conference(desk.document, log)) == frozenset()
