# SPDX-License-Identifier: EUPL-1.2
"""Every rule has a name and a sentence with names, rooms and times."""

from __future__ import annotations

import pytest

from octodesk import languages
from octodesk.model import clock
from octodesk.model.checks import check
from octodesk.model.document import Document
from octodesk.model.fields import Span
from octodesk.wording import rules
from octodesk.wording.rules import conflict_sentence, rule_name
from tests.build import at, conference, part, person, room, session, text
from tests.wording.raised import codes

SAID = {
    "room-double-booked": "Room A: WS 1 and WS 2 at the same time, 10:30 to 11:00.",
    "speaker-double-booked": "A. Silva: in WS 1 and WS 3 at the same time, 10:45 to 11:00.",
    "beside-exclusive": (
        "WS 2 and “Plenary” run at the same time, 11:15 to 11:30; one of them should have nothing beside it."
    ),
    "across-break": "“Tea” and WS 1 run at the same time, 10:00 to 10:15.",
    "speaker-unavailable": "A. Silva: not available for WS 3, 10:45 to 11:15.",
    "room-unavailable": "Room C: not available for WS 3, 10:45 to 11:15.",
    "outside-event": "WS 5 is not on a day of the conference.",
    "outside-opening-hours": "WS 4, 17:30 to 18:30, is outside the opening hours of the day.",
}


def hours(begins: str, ends: str) -> Span:
    return Span(clock.parse_moment(f"2021-11-17T{begins}"), clock.parse_moment(f"2021-11-17T{ends}"))


@pytest.fixture(scope="module")
def document() -> Document:
    return conference(
        session("one", at("A", "10:00")),
        session("two", at(("A", "B"), "10:30")),
        session("three", at("C", "10:45"), minutes=30),
        session("late", at("B", "17:30")),
        session("far", at("B", "10:00", day="2021-11-30")),
        session("plenary", at((), "11:15", exclusive=True), kind="plenary", minutes=15, title=text("Plenary")),
        session("tea", at((), "09:30", exclusive=True), kind="break", minutes=45),
        room("C", availability=(hours("09:00", "11:00"),)),
        person("ana", given_name="Ana", family_name="Silva", availability=(hours("08:00", "11:00"),)),
        part("one", "ana"), part("three", "ana"),
    )  # fmt: skip


def test_every_rule_is_said(document: Document) -> None:
    assert {one.rule: conflict_sentence(document, one) for one in check(document)} == SAID


@pytest.mark.parametrize("language", ["fr", "es"])
def test_in_every_language_all_places_are_filled(document: Document, language: str) -> None:
    languages.set_language(language)
    for one in check(document):
        words = f"{rule_name(one.rule)} {conflict_sentence(document, one)}"
        assert "{" not in words
        assert "A. Silva" in words or not one.people


def test_these_are_all_rules_that_are_checked() -> None:
    assert codes("Found", "model/checks") == set(rules.RULE_NAMES) == set(rules._SENTENCES) == set(SAID)
