# SPDX-License-Identifier: EUPL-1.2
"""Badges: who gets one, what stands on it, and that no name is ever cut."""

from __future__ import annotations

import pytest

from octodesk.model.rows import CATEGORIES
from octodesk.printing import Notice, PrintRefused
from octodesk.printing.badges import COLOURS, Badge, badges_of
from octodesk.printing.edition import Wording
from octodesk.printing.options import PAPERS
from tests.build import person, text
from tests.printing.conference import edition_of, forum, print_of, sample
from tests.printing.reading import all_words, opened, structure

FORTY = "Maria-Alejandra VILLANUEVA DE SANTAMARÍA"


def test_badges_by_family_name_with_latin_name_own_script_country_and_category() -> None:
    document = forum(person("olena", given_name="Olena", family_name="Kovalchenko", own_script="Олена Ковальченко",
                            form_of_address="Ms", function=text("Minister", "Ministre"), country="UA",
                            category="government"))  # fmt: skip
    found = badges_of(edition_of(document, languages=("fr",)))
    assert [badge.person for badge in found] == ["olena", "tariq", "nobody", "ines"]
    assert found[0] == Badge(
        "olena", Wording("Olena KOVALCHENKO"), "Олена Ковальченко", (Wording("Ministre"),), "Ukraine", "government",
        "Gouvernement", "Intervenante",
    )  # fmt: skip


def test_who_declined_or_stays_away_gets_none() -> None:
    document = forum(person("tariq", status="declined"), person("ines", remote=True))
    assert [badge.person for badge in badges_of(edition_of(document))] == ["olena", "nobody"]


def test_who_may_not_be_named_is_counted_in_a_public_copy() -> None:
    document = forum(person("ines", publish=False))
    made = print_of(document, "badges")
    assert Notice("not-published", count=1) in made.notices
    assert "INES" not in all_words(made.pdf)
    assert "INES" in all_words(print_of(document, "badges", audience="secretariat").pdf)


def test_a_person_or_a_session_alone() -> None:
    assert [one.person for one in badges_of(edition_of(forum(), person="ines"))] == ["ines"]
    assert [one.person for one in badges_of(edition_of(forum(), session="opening"))] == ["olena", "tariq"]


def test_nobody_to_print_is_said() -> None:
    with pytest.raises(PrintRefused, match="nobody-to-print"):
        print_of(forum(), "badges", session="tides")


@pytest.mark.parametrize("name", [FORTY, "M" * 40, "Anastasia-Konstantina " + "Papadopoulou" * 3])
def test_long_names_are_whole(name: str) -> None:
    document = forum(person("long", given_name="", family_name=name, organisation=text("Ministry of " * 8)))
    words = all_words(print_of(document, "badges", person="long").pdf)
    assert name.upper().replace(" ", "") in words.replace(" ", "")


@pytest.mark.parametrize(("paper", "each"), [("a4", 8), ("letter", 8), ("a3", 18)])
def test_as_many_on_a_sheet_as_the_paper_holds(paper: str, each: int) -> None:
    made = print_of(sample(), "badges", paper=paper)
    assert made.pages == -(-60 // each)
    with opened(made.pdf) as read:
        assert [float(side) for side in read.pages[0].MediaBox[2:]] == pytest.approx(PAPERS[paper])


def test_the_name_is_the_heading_of_its_card() -> None:
    sections = structure(print_of(forum(), "badges").pdf).find("Sect")
    assert [section.find("H1")[0].words() for section in sections][:2] == [
        "Olena KOVALCHENKO",
        "Tariq MANSOUR",
    ]


def test_every_category_has_a_colour_on_which_white_can_be_read() -> None:
    assert set(COLOURS) == set(CATEGORIES)
    assert all(1.05 / (_luminance(colour) + 0.05) >= 4.5 for colour in COLOURS.values())


def _luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
