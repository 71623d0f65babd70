# SPDX-License-Identifier: EUPL-1.2
"""Conferences with very many rooms and sessions, and texts without end."""

from __future__ import annotations

import pytest

from octodesk.model.text import Text
from octodesk.printing import DOCUMENTS
from octodesk.printing.edition import Edition
from octodesk.printing.glance import _rooms_of
from tests.build import at, person, session, text
from tests.printing.conference import edition_of, forum, print_of
from tests.printing.reading import all_words
from tests.printing.schedules import FOLDER, invented, read, sentence


def test_a_hundred_rooms_split_over_sheets_and_the_proof_finds_every_session() -> None:
    made = print_of(invented(rooms=106, sessions=773), "glance")
    assert made.pages == 2 * -(-106 // 12)
    assert made.faults == ()


def test_rooms_not_in_use_on_a_day_take_no_sheet() -> None:
    document = invented(rooms=40, sessions=50)
    edition: Edition = edition_of(document)
    first, second = (
        document.day_of(one.placement)
        for one in (document.sessions[0], document.sessions[-1])
        if one.placement
    )
    assert len(_rooms_of(edition, list(document.rooms), first, 12)) == 40
    assert len(_rooms_of(edition, list(document.rooms), second, 12)) == 10
    assert len(_rooms_of(edition, list(document.rooms), second, 40)) == 40


def test_a_number_of_four_figures_stands_on_one_line() -> None:
    document = forum(
        session(
            "nets", at("A", "11:30", day="2021-11-16"), number=1007, number_fixed=True, title=text("Nets")
        )
    )
    assert "WS 1007 Nets" in all_words(print_of(document, "programme").pdf)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_long_texts_are_proved_in_every_document(kind: str) -> None:
    """A title of 189 characters, a description of 3,000 words, a name of 40 letters, names in their own scripts."""
    title = (sentence(3, 40)[:186]).strip() + " &c"
    document = forum(
        session("nets", at("A", "11:30", day="2021-11-16"), title=text(title), description=text(sentence(5, 3000)),
                aim=Text.of(en="日本語の要旨。" * 60)),
        person("ines", given_name="Maria-Alejandra", family_name="Villanueva de Santamaría", own_script="山田 花子"),
    )  # fmt: skip
    assert print_of(document, kind).faults == ()


@pytest.mark.skipif(not FOLDER.is_dir(), reason="real schedules left out: OCTODESK_SCHEDULES names no folder")
@pytest.mark.parametrize("kind", ["glance", "programme", "door-signs", "run-sheet"])
def test_real_schedules_are_proved(kind: str) -> None:
    for path in sorted(FOLDER.glob("*.xml")):
        assert print_of(read(path), kind).faults == ()
