# SPDX-License-Identifier: EUPL-1.2
"""The run sheet: hours of setting up and clearing away, who is there, what is needed, and for whom it is."""

from __future__ import annotations

from datetime import date

from octodesk.printing.edition import Wording
from octodesk.printing.run_sheet import Line, runs
from tests.build import at, part, person, session, text
from tests.printing.conference import edition_of, forum

DAY = date(2021, 11, 17)
MORNING = session(
    "boats", at("A", "09:30"), title=text("Boats"), minutes=90, setup_minutes=45, clear_minutes=15, setup_style="u-shape",
    equipment=("projector",), expected=40, note="Mind the step.", recorded=True, number=3, number_fixed=True,
)  # fmt: skip


def lines(audience: str = "public") -> dict[str, Line]:
    document = forum(MORNING, person("ines", phone="+33 6 00 00 00 00", given_name="Inès", family_name="Vautrin"),
                     part("boats", "ines", "moderator"), part("boats", "nobody", way="remote"))  # fmt: skip
    found = runs(edition_of(document, audience=audience), DAY)
    return {line.session: line for room in found for line in room.lines}


def test_a_line_says_all_that_the_room_needs() -> None:
    assert lines()["boats"] == Line(
        session="boats", set_up="08:45", start="09:30", end="11:00", label="WS 3", title=Wording("Boats"),
        who=("Inès VAUTRIN",), remote=("Ministry of Fish",),
        needs=("Set-up: U-shape", "projector", "recording", "40 people expected", "Interpretation: English and French"),
        note="", clear="11:15",
    )  # fmt: skip


def test_the_secretariat_has_notes_and_telephones() -> None:
    line = lines("secretariat")["boats"]
    assert (line.note, line.who) == ("Mind the step.", ("Inès VAUTRIN (+33 6 00 00 00 00)",))


def test_setting_up_may_begin_the_day_before() -> None:
    early = session("early", at("C", "00:30"), setup_minutes=60)
    found = runs(edition_of(forum(early)), date(2021, 11, 16)) + runs(edition_of(forum(early)), DAY)
    assert [line.set_up for room in found for line in room.lines if line.session == "early"] == [
        "Tue 16 23:30"
    ]


def test_rooms_in_grid_order_then_what_is_elsewhere() -> None:
    found = [(room.room, [line.session for line in room.lines]) for room in runs(edition_of(forum()), DAY)]
    assert found == [("A", ["boats"]), ("B", ["boats"]), ("C", ["talks"]), ("", ["ropes", "end"])]


def test_a_closed_session_needs_nothing_a_public_copy_may_tell() -> None:
    closed = session("board", at("C", "14:00"), access="restricted", equipment=("safe",), setup_minutes=30)
    found = runs(edition_of(forum(closed)), DAY)
    line = next(line for room in found for line in room.lines if line.session == "board")
    assert (line.set_up, line.title, line.needs, line.who) == ("13:30", Wording("Closed session"), (), ())
