# SPDX-License-Identifier: EUPL-1.2
"""Personal programmes: in whose language, with whom, at what hour at home."""

from __future__ import annotations

from datetime import date

import pytest

from octodesk.model.fields import Facts
from octodesk.printing import PrintRefused
from octodesk.printing.edition import Wording
from octodesk.printing.itineraries import Itinerary, Stop, itineraries_of
from tests.build import at, person, session, text
from tests.printing.conference import edition_of, forum, print_of
from tests.printing.reading import all_words, structure

SPOKEN = (
    person("ines", form_of_address="Ms", family_name="Vautrin", country="FR", languages=("en", "fr")),
    person("olena", form_of_address="Ms", given_name="Olena", family_name="Kovalchenko", country="UA", remote=True,
           languages=("en", "uk"), time_zone="Asia/Tokyo"),
    person("tariq", family_name="Mansour", country="TN", languages=("ar",)),
)  # fmt: skip


def test_each_in_his_or_her_language_by_family_name() -> None:
    found = [(one.person, one.language) for one in itineraries_of(edition_of(forum(*SPOKEN)))]
    assert found == [("olena", "en"), ("tariq", "en"), ("nobody", "en"), ("ines", "fr")]


def test_the_language_asked_for_wins() -> None:
    found = {one.language for one in itineraries_of(edition_of(forum(*SPOKEN), languages=("es",)))}
    assert found == {"es"}


def test_when_where_as_what_with_whom_and_the_hour_at_home() -> None:
    found = itineraries_of(edition_of(forum(*SPOKEN), person="olena"))
    assert found == [
        Itinerary("olena", "en", (
            (date(2021, 11, 16), (
                Stop("opening", "09:00\u00a0– 11:00\u00a0CET", "Tokyo 17:00\u00a0– 19:00", "",
                     Wording("Ten years of the Forum & a new charter"), Wording("Room A"), "Chair", Wording(""),
                     ("MANSOUR",), ("By video link", "Interpretation: English and French")),
                Stop("nets", "11:30\u00a0– 12:30\u00a0CET", "Tokyo 19:30\u00a0– 20:30", "WS 1", Wording("Nets & knots"),
                     Wording("Room A"), "Speaker", Wording(""), ("Ms VAUTRIN (Moderator)", "Ministry of Fish"),
                     ("By video link", "Interpretation: English and French")),
            )),
        )),
    ]  # fmt: skip


def test_a_letter_in_french_is_marked_as_such_and_begins_as_letters_do() -> None:
    letter = print_of(forum(*SPOKEN), "itineraries", person="ines")
    french = " ".join(node.words() for node in structure(letter.pdf).walk() if node.facts.get("Lang") == "fr")
    assert "Votre programme individuel" in french
    assert "Madame," in french


def test_what_is_awaited_is_not_in_a_public_copy() -> None:
    document = forum(person("tariq", family_name="Mansour", owed=Facts((("photo", ""),))))
    assert "your photo" in all_words(
        print_of(document, "itineraries", audience="secretariat", person="tariq").pdf
    )
    assert "your photo" not in all_words(print_of(document, "itineraries", person="tariq").pdf)


def test_who_has_no_part_has_no_sheet() -> None:
    with pytest.raises(PrintRefused, match="nobody-to-print"):
        print_of(forum(person("idle")), "itineraries", person="idle")


def test_a_closed_session_is_in_the_secretariats_copy_alone() -> None:
    secret = session(
        "nets", at("A", "11:30", day="2021-11-16"), title=text("The treasure"), access="restricted"
    )
    assert "treasure" not in all_words(print_of(forum(secret), "itineraries").pdf)
    assert "treasure" in all_words(print_of(forum(secret), "itineraries", audience="secretariat").pdf)
