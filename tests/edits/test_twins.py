# SPDX-License-Identifier: EUPL-1.2
"""Two rows that are one person."""

from __future__ import annotations

from octodesk.edits.settling import settle
from octodesk.edits.twins import one_person, with_one_person
from octodesk.model.edit import Edit
from octodesk.model.rows import Related
from octodesk.model.twins import Twins, twins
from tests.build import applied, conference, part, person, session, text
from tests.edits.refusing import refused

MINE = person("mine", given_name="Ilze", family_name="Kalniņa", function=text("Judge"))
THEIRS = person(
    "theirs", given_name="Ilze", family_name="Kalnina", country="LV", function=text("Magistrate", "Juge")
)
ROWS = (session("yoga"), MINE, THEIRS)


def test_one_takes_over_what_it_lacks_and_every_part() -> None:
    document = conference(
        *ROWS, part("yoga", "theirs", "moderator"), Related("r", blocked_people=("theirs",))
    )
    after = applied(document, one_person(document, keep="mine", drop="theirs"))
    kept = after.person("mine")
    assert (kept.family_name, kept.country, kept.function) == ("Kalniņa", "LV", text("Judge", "Juge"))
    assert [(one.person, one.role) for one in after.contributions_of("yoga")] == [("mine", "moderator")]
    assert [one.blocked_people for one in after.related] == [()]
    assert after.find("person", "theirs") is None


def test_a_part_both_have_is_one_part() -> None:
    document = conference(*ROWS, part("yoga", "theirs"), part("yoga", "mine"))
    after = applied(document, one_person(document, keep="mine", drop="theirs"))
    assert {one.person for one in after.contributions_of("yoga")} == {"mine"}


def test_nobody_is_joined_with_himself() -> None:
    assert refused(lambda: one_person(conference(MINE), keep="mine", drop="mine"))[0] == "same-person"


def test_in_one_edit_with_what_else_is_settled() -> None:
    document = conference(*ROWS)
    both = with_one_person(document, settle(document, ()), [Twins("mine", "theirs")])
    assert (both.kind, both.about) == ("settle", ("mine", "theirs"))
    assert applied(document, both).find("person", "theirs") is None
    assert with_one_person(document, Edit("x"), ()) == Edit("x")


def test_twins_have_the_same_name_however_it_is_typed() -> None:
    base = conference(person("old", given_name="Ilze", family_name="Kalnina"))
    mine = conference(person("old", given_name="Ilze", family_name="Kalnina"), MINE, person("ana"))
    theirs = conference(
        person("swapped", given_name="Kalnina", family_name="ILZE"), person("ana"), person("ben")
    )
    assert twins(base, mine, theirs) == (Twins("mine", "swapped"),)
