# SPDX-License-Identifier: EUPL-1.2
"""A day's set: its order, its counts, its problems, and going on from a sheet."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from pikepdf import Array

from octodesk.printing import PrintRefused
from octodesk.printing.everything import problems
from tests.build import at, part, person, session
from tests.printing.conference import edition_of, forum, print_of, sample
from tests.printing.reading import all_words, artifact_text, opened, page_words, structure, unmarked_text

DAY = date(2019, 11, 21)


def test_the_cover_counts_the_sheets_of_each_document_in_order() -> None:
    made = print_of(sample("octopus-2019"), "everything", day=DAY)
    rows = structure(made.pdf).find("Table")[0].find("TR")[1:]
    cells = [[cell.words() for cell in [*row.find("TH"), *row.find("TD")]] for row in rows]
    spans = [[int(number) for number in row[4].split(" – ")] for row in cells]
    assert [row[0].partition(". ")[0] for row in cells] == ["1", "2", "3", "4", "5", "6", "7"]
    assert spans[0][0] == 2
    assert all(after[0] == before[-1] + 1 for before, after in pairwise(spans))
    assert spans[-1][-1] == made.pages
    assert [int(row[3]) for row in cells] == [span[-1] - span[0] + 1 for span in spans]


def test_letters_speak_the_language_of_their_reader_the_rest_that_of_the_print() -> None:
    document = forum(
        person("ines", family_name="Vautrin", form_of_address="Ms", country="FR", languages=("fr",))
    )
    words = all_words(print_of(document, "everything", languages=("es",)).pdf)
    assert "Votre programme individuel" in words
    assert "Carteles de sala" in words


def test_it_goes_on_from_a_sheet_with_the_same_numbers_and_nothing_before() -> None:
    whole, rest = (
        print_of(sample("octopus-2019"), "everything", day=DAY, from_sheet=sheet) for sheet in (1, 40)
    )
    assert rest.pages == whole.pages - 39
    assert page_words(rest.pdf) == page_words(whole.pdf)[39:]
    assert unmarked_text(rest.pdf) == []
    with opened(rest.pdf) as read:
        pages = {page.obj.objgen for page in read.pages}
        with read.open_outline() as outline:
            targets = [item.destination for item in outline.root]
    assert all(isinstance(target, Array) and target[0].objgen in pages for target in targets)


def test_a_sheet_that_is_not_there_is_refused() -> None:
    with pytest.raises(PrintRefused, match="no-such-sheet"):
        print_of(forum(), "everything", from_sheet=999)


def test_problems_come_first() -> None:
    document = forum(session("boats", at("A", "10:00")), session("oars", at("A", "10:30"), label_override="WS 8"),
                     part("talks", "nobody"))  # fmt: skip
    found = problems(edition_of(document, day=date(2021, 11, 17)))
    assert found == [
        "Clash: 10:00 WS 4, 10:30 WS 8, Room A",
        "Room to be decided: 10:00 WS 3",
        "To be confirmed: Representative (12:00 Lightning talks I)",
    ]


def test_tables_that_go_on_over_pages_leave_the_rest_tagged() -> None:
    """A repeated head is no content; what follows it is."""
    made = print_of(sample("octopus-2019"), "run-sheet")
    words = all_words(made.pdf)
    assert "End of conference" in words
    assert all("End of conference" not in page for page in artifact_text(made.pdf))
