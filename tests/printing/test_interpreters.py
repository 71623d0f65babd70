# SPDX-License-Identifier: EUPL-1.2
"""The booths' sheet: who speaks in which language, how names are said, and what a booth has to do."""

from __future__ import annotations

from datetime import date, time

import pytest

from octodesk.model.fields import Facts
from octodesk.model.rows import Booking
from octodesk.printing import PrintRefused
from octodesk.printing.edition import Wording
from octodesk.printing.interpreters import Load, Turn, Voice, booth_days
from tests.build import at, part, person, room, session, text
from tests.printing.conference import edition_of, forum, print_of, sample

DAY = date(2021, 11, 17)


def test_a_turn_names_speakers_in_order_with_their_languages() -> None:
    document = forum(
        session("boats", at("A", "10:00"), title=text("Boats"), floor_languages=("en",), number=3, number_fixed=True),
        person("tariq", form_of_address="Mr", given_name="Tariq", family_name="Mansour", own_script="طارق منصور",
               pronunciation="TAA-riq", languages=("ar", "fr"), country="TN", owed=Facts((("booth-text", ""),))),
        part("boats", "tariq", order="2"),
    )  # fmt: skip
    day = next(one for one in booth_days(edition_of(document), DAY) if one.room == "A")
    assert day.turns == (
        Turn("boats", "10:00\u00a0– 11:00", "WS 3", Wording("Boats"), ("en",), ("en", "fr"), (
            Voice("Mr Tariq MANSOUR", "طارق منصور", "TAA-riq", "Speaker", "Tunisia", ("fr",), text_awaited=True),
        )),
    )  # fmt: skip


def test_the_load_counts_minutes_and_the_longest_stretch_without_a_pause() -> None:
    hours = (("a", "09:00", 60), ("b", "10:05", 55), ("c", "11:30", 90))
    document = forum(
        *(session(name, at("A", hour), minutes=minutes) for name, hour, minutes in hours),
        session("boats", at("B", "10:00")),
        Booking("x", "A", DAY, time(9), time(13), floor=("en",), into=("fr",), team=4),
    )
    day = next(one for one in booth_days(edition_of(document), DAY) if one.room == "A")
    assert day.load == Load(("en", "fr"), 4, 3, 205, 120)


def test_a_conference_in_one_language_has_no_such_sheet() -> None:
    document = forum(room("A"), Booking("b", "B", date(2021, 11, 16), time(11), time(13), floor=("en",)))
    with pytest.raises(PrintRefused, match="nothing-interpreted"):
        print_of(document, "interpreters")


def test_every_interpreted_session_of_the_samples_is_there() -> None:
    edition = edition_of(sample("octopus-2019"))
    found = {
        turn.session
        for day in (20, 21, 22)
        for one in booth_days(edition, date(2019, 11, day))
        for turn in one.turns
    }
    assert found == {"opening", "plenary-1", "plenary-2", "ws-1", "ws-2", "ws-4", "ws-5", "ws-6", "ws-8", "panel",
                     "plenary-3", "closing"}  # fmt: skip
