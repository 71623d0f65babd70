# SPDX-License-Identifier: EUPL-1.2
"""Which of the sheets that went out are out of date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from octodesk.model.document import Document
from octodesk.model.fields import Facts
from octodesk.model.rows import Issue, Session
from octodesk.printing import PrintOptions
from octodesk.printing.sheets import Stale, Went, options_of, sheets_of, stale_sheets
from tests.build import at
from tests.printing.conference import EVENT, NOON, forum

TUESDAY, WEDNESDAY = date(2021, 11, 16), date(2021, 11, 17)
ENGLISH = PrintOptions(languages=("en",))


def now() -> Document:
    """ "Tides" is in the Gallery instead of the Boathouse, and the version has another name."""
    tides = forum().row("session", "tides")
    assert isinstance(tides, Session)
    moved = replace(tides, placement=at("C", "11:30", day="2021-11-16"))
    return forum(moved, replace(EVENT, version="Version 12 November 2021"))


def stale(kind: str, options: PrintOptions = ENGLISH) -> list[PrintOptions]:
    found = stale_sheets([Went("i", kind, options, forum())], now(), clock=lambda: NOON)
    assert {(one.issue, one.kind) for one in found} <= {("i", kind)}
    return [one.options for one in found]


def test_a_print_consists_of_its_sheets() -> None:
    assert list(sheets_of(forum(), "glance", ENGLISH)) == [
        replace(ENGLISH, day=TUESDAY),
        replace(ENGLISH, day=WEDNESDAY),
    ]
    assert list(sheets_of(forum(), "door-signs", replace(ENGLISH, day=TUESDAY))) == [
        replace(ENGLISH, day=TUESDAY, room=room) for room in "ABC"
    ]
    assert list(sheets_of(forum(), "programme", ENGLISH)) == [ENGLISH]


def test_the_door_signs_of_both_rooms_are_out_of_date_and_no_other() -> None:
    assert stale("door-signs") == [replace(ENGLISH, day=TUESDAY, room=room) for room in "BC"]


def test_only_the_day_on_which_something_moved_is_out_of_date() -> None:
    assert stale("glance") == [replace(ENGLISH, day=TUESDAY)]


def test_a_document_that_says_the_same_is_right_whatever_the_version_is_called() -> None:
    other = forum(replace(EVENT, version="Version 12 November 2021"))
    assert stale_sheets([Went("i", "programme", ENGLISH, forum())], other, clock=lambda: NOON) == ()
    assert stale("badges") == []


def test_of_two_prints_of_a_sheet_the_newer_counts() -> None:
    reprinted = Went("new", "door-signs", replace(ENGLISH, room="B"), now())
    found = stale_sheets([reprinted, Went("old", "door-signs", ENGLISH, forum())], now(), clock=lambda: NOON)
    assert found == (Stale("old", "door-signs", replace(ENGLISH, day=TUESDAY, room="C")),)


def test_the_sheet_of_somebody_who_is_new_is_to_be_printed() -> None:
    from tests.build import person

    more = forum(person("greta", given_name="Greta", form_of_address="Ms"))
    found = stale_sheets([Went("i", "badges", ENGLISH, forum())], more, clock=lambda: NOON)
    assert [one.options.person for one in found] == ["greta"]


def test_an_entry_tells_how_it_was_printed() -> None:
    scope = Facts((("day", "2021-11-16"), ("room", "B")))
    issue = Issue("i", document="door-signs", languages=("fr",), audience="secretariat", scope=scope)
    assert options_of(issue) == PrintOptions(languages=("fr",), audience="secretariat", day=TUESDAY, room="B")
    assert options_of(Issue("i", scope=Facts((("day", "some day"),)))).day is None


def test_what_a_newer_program_printed_is_passed_over() -> None:
    went = Went("i", "hologram", ENGLISH, forum())
    assert stale_sheets([went], now(), clock=lambda: NOON) == ()
