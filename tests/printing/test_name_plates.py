# SPDX-License-Identifier: EUPL-1.2
"""Name plates: podium order, one each, the same on both sides."""

from __future__ import annotations

from octodesk.printing.edition import Wording
from octodesk.printing.name_plates import Plate, plates_of
from tests.build import part, person, text
from tests.printing.conference import edition_of, forum, print_of
from tests.printing.reading import artifact_text, structure


def test_in_podium_order_each_person_once_without_the_remote() -> None:
    document = forum(part("opening", "tariq", "panellist", agenda_point="p2", seat=1))
    assert [plate.person for plate in plates_of(edition_of(document))] == ["tariq", "olena", "ines"]


def test_what_stands_on_a_plate() -> None:
    assert plates_of(edition_of(forum(), session="opening"))[0] == Plate(
        "olena", Wording("H.E. Ms Olena KOVALCHENKO"), "Олена Ковальченко", Wording("Ukraine"),
        "Tuesday 16 November · 09:00 · Room A",
    )  # fmt: skip


def test_the_organisation_stands_where_no_country_does() -> None:
    plate = plates_of(edition_of(forum(), person="ines"))[0]
    assert plate.below == Wording("Net Makers")


def test_both_sides_say_the_name_and_it_is_read_aloud_once() -> None:
    made = print_of(forum(), "name-plates", person="ines")
    assert [node.words() for node in structure(made.pdf).find("H1")] == ["Ms Inès VAUTRIN"]
    assert "Ms Inès VAUTRIN" in artifact_text(made.pdf)[0]


def test_the_longest_names_are_whole() -> None:
    name = "Maria-Alejandra de los Ángeles Villanueva Santamaría y Fernández de Córdoba"
    document = forum(person("ines", given_name="", family_name=name, function=text("Judge")))
    words = structure(print_of(document, "name-plates", person="ines").pdf).find("H1")[0].words()
    assert words == name.upper()
