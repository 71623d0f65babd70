# SPDX-License-Identifier: EUPL-1.2
"""Prints in two languages: what says the same stands side by side, in its own language, and once where it is the same."""

from __future__ import annotations

import pytest

from octodesk.printing import PrintRefused
from octodesk.printing.lettering import plain
from tests.build import text
from tests.printing.conference import edition_of, forum, print_of, sample
from tests.printing.reading import Node, structure

BOTH = ("en", "fr")


def spoken_in(pdf: bytes, language: str) -> list[str]:
    """The words of every element marked as being in a language."""
    return [node.words() for node in structure(pdf).walk() if node.facts.get("Lang") == language]


def test_an_edition_of_one_language_has_no_second() -> None:
    edition = edition_of(forum(), languages=("fr",))
    assert edition.second is None
    assert edition.tongues == (edition,)


def test_a_word_of_the_second_language_is_marked_as_being_in_it() -> None:
    edition = edition_of(forum(), languages=BOTH)
    assert edition.second is not None
    title = forum().session("nets").title
    assert [(one.words, one.language) for one in edition.wordings(lambda one: one.wording(title))] == [
        ("Nets & knots", ""),
        ("Filets\u202f: réparer ou remplacer\u202f?", "fr"),
    ]
    assert [run.language for run in edition.second.set(title)] == ["fr"]


def test_what_is_the_same_in_both_languages_is_said_once() -> None:
    edition = edition_of(forum(), languages=BOTH)
    assert plain(edition.joined(lambda one: one.set(text("Strasbourg")))) == "Strasbourg"
    assert edition.joined_words(lambda one: one.gettext("Draft")) == "Draft / Provisoire"


def test_missing_translations_are_counted_for_each_language() -> None:
    edition = edition_of(forum(), languages=("fr", "es"))
    edition.wordings(lambda one: one.wording(text("Tides")))
    assert [(one.words, one.count) for one in edition.notices()] == [("fr", 1), ("es", 1)]


@pytest.mark.parametrize("kind", ["front", "glance", "programme"])
def test_both_titles_of_a_session_are_there_and_the_second_is_marked(kind: str) -> None:
    printed = print_of(sample(), kind, languages=BOTH)
    words = structure(printed.pdf).words()
    assert "The global state of cybercrime legislation" in words
    french = " ".join(spoken_in(printed.pdf, "fr"))
    assert "L’état de la législation sur la cybercriminalité dans le monde" in french
    assert "global state" not in french
    assert printed.notices == ()


def test_the_programme_sets_each_session_in_two_columns_that_begin_at_one_height() -> None:
    whole = structure(print_of(forum(), "programme", languages=BOTH).pdf)
    headings = [node.words() for node in whole.find("H3")]
    first = headings.index("WS 1 Nets & knots")
    assert headings[first + 1] == "Atelier 1 Filets\u202f: réparer ou remplacer\u202f?"


def test_the_table_of_the_front_pages_says_one_language_below_the_other() -> None:
    whole = structure(print_of(forum(), "front", languages=BOTH).pdf)
    cells = [[kid.words() for kid in cell.kids if isinstance(kid, Node)] for cell in whole.find("TD")]
    assert ["WS 1: Nets & knots", "Atelier 1\u202f: Filets\u202f: réparer ou remplacer\u202f?"] in cells


def test_a_room_heads_its_column_in_both_languages() -> None:
    heads = [node.words() for node in structure(print_of(forum(), "glance", languages=BOTH).pdf).find("TH")]
    assert heads[:3] == ["Time", "Room A", "Boathouse / Hangar"]


def test_a_place_that_links_lead_to_is_there_once() -> None:
    one, two = (print_of(forum(), "programme", languages=some) for some in (("en",), BOTH))
    assert _outline(two.pdf) == [f"{title}" for title in _outline_of_both(one.pdf)]


def _outline(pdf: bytes) -> list[str]:
    from tests.printing.reading import opened

    with opened(pdf) as read, read.open_outline() as outline:
        return [str(item.title) for top in outline.root for item in (top, *top.children)]


def _outline_of_both(pdf: bytes) -> list[str]:
    """Bookmarks of headings over the whole width say both languages."""
    both = {
        "Contents": "Contents / Sommaire",
        "Tuesday 16 November": "Tuesday 16 November / Mardi 16 novembre",
        "Wednesday 17 November": "Wednesday 17 November / Mercredi 17 novembre",
    }
    return [both.get(title, title) for title in _outline(pdf)]


def test_more_than_two_languages_are_refused() -> None:
    with pytest.raises(PrintRefused) as refused:
        print_of(forum(), "front", languages=("en", "fr", "es"))
    assert refused.value.reason == "too-many-languages"
