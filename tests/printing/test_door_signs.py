# SPDX-License-Identifier: EUPL-1.2
"""Door signs: what stands on them, how large, and what comes next."""

from __future__ import annotations

from datetime import date

from octodesk.model.text import Text
from octodesk.printing.door_signs import Notice as OnDoor
from octodesk.printing.door_signs import signs
from octodesk.printing.edition import Wording
from tests.build import at, session, text
from tests.printing.conference import edition_of, forum, print_of, sample
from tests.printing.reading import page_words
from tests.printing.sizes import capital_heights

DAY = date(2021, 11, 16)


def test_a_sign_per_room_and_day_in_the_order_of_the_grid() -> None:
    found = [
        (sign.room.id, sign.day.day, [one.session for one in sign.notices])
        for sign in signs(edition_of(forum()))
    ]
    assert found == [
        ("A", 16, ["opening", "nets"]),
        ("B", 16, ["tides"]),
        ("A", 17, ["boats"]),
        ("B", 17, ["boats"]),
        ("C", 17, ["talks"]),
    ]


def test_hours_title_and_languages_as_words() -> None:
    sign = signs(edition_of(forum(), room="A", day=DAY))[0]
    assert sign.notices[1] == OnDoor(
        "nets", "11:30", "– 12:30", Wording("WS 1 – Nets & knots"), ("English and French",)
    )


def test_a_closed_session_keeps_its_title_to_itself_on_the_public_sign() -> None:
    document = forum(session("board", at("C", "14:00"), title=text("Secret board"), access="restricted"))
    closed = [one for sign in signs(edition_of(document)) for one in sign.notices if one.session == "board"]
    assert closed == [OnDoor("board", "14:00", "– 15:00", Wording("Closed session"), ())]


def test_titles_hours_and_languages_are_high_enough_for_three_metres() -> None:
    for document in (sample(), sample("octopus-2019")):
        heights = capital_heights(print_of(document, "door-signs").pdf)
        assert min(heights["H2"]) >= 10.0
        hours_and_languages = {round(height, 1) for height in heights["P"] if height >= 6}
        assert min(hours_and_languages) >= 6.0
        assert max(heights["P"]) >= 8.0


def test_a_day_too_full_for_a_sheet_goes_on_and_names_what_comes_next() -> None:
    long = "A title about small harbours that takes more than two lines of large letters"
    more = [session(f"s{hour}", at("C", f"{hour}:00"), title=text(long)) for hour in (14, 15, 16, 17)]
    pages = page_words(print_of(forum(*more), "door-signs", room="C", day=date(2021, 11, 17)).pdf)
    assert len(pages) > 1
    assert all("Next in this room, " in words for words in pages[:-1])
    assert "Next in this room" not in pages[-1]


def test_words_too_long_for_any_sign_are_whole_in_smaller_letters_and_noticed() -> None:
    endless = "Harbour " * 150
    document = forum(session("endless", at("C", "15:00"), title=Text.of(en=endless.strip())))
    made = print_of(document, "door-signs", room="C")
    assert [(one.code, one.session) for one in made.notices] == [("letters-too-small", "endless")]
    assert "".join(page_words(made.pdf)).count("Harbour ") >= 149
