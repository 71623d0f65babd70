# SPDX-License-Identifier: EUPL-1.2
"""How people are named."""

from __future__ import annotations

import pytest

from octodesk.model.names import called, printed_name, short_name
from octodesk.model.rows import Person
from tests.build import conference, text

OLENA = Person("o", given_name="Olena", family_name="Kovalenko")


def test_paper_has_the_family_name_in_capitals_and_the_honorific_before() -> None:
    assert printed_name(OLENA, honorific="Ms") == "Ms Olena KOVALENKO"
    assert printed_name(OLENA) == "Olena KOVALENKO"
    assert printed_name(OLENA, honorific="Mme", family_first=True) == "Mme KOVALENKO Olena"


def test_a_name_of_one_part_is_printed_alone() -> None:
    assert printed_name(Person("o", family_name="Sukarno"), honorific="H.E.") == "H.E. SUKARNO"
    assert printed_name(Person("o", given_name="Olena")) == "Olena"


def test_nobody_is_printed_by_the_honorific_alone() -> None:
    assert printed_name(Person("o"), honorific="Ms") == ""


@pytest.mark.parametrize(
    ("given", "family", "expected"),
    [
        ("Olena", "Kovalenko", "O. Kovalenko"),
        ("Ana Luísa", "Silva", "A. L. Silva"),
        ("", "Silva", "Silva"),
        ("Olena", "", "Olena"),
        ("", "", ""),
    ],
)
def test_the_short_name_has_initials(given: str, family: str, expected: str) -> None:
    assert short_name(Person("o", given_name=given, family_name=family)) == expected


def test_who_has_no_name_is_called_by_function_and_organisation_then_by_country() -> None:
    document = conference(
        OLENA,
        Person(
            "r",
            function=text("Representative", "Représentante"),
            organisation=text("Ministry of Justice"),
            country="JP",
        ),
        Person("j", country="JP"),
    )
    assert called(document, "o") == "O. Kovalenko"
    assert called(document, "r") == "Representative, Ministry of Justice"
    assert called(document, "r", "fr") == "Représentante, Ministry of Justice"
    assert called(document, "j") == "JP"
