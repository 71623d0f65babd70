# SPDX-License-Identifier: EUPL-1.2
"""What is to be looked at before printing: each sort with its row, and what is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octodesk.edits.conflicts import acknowledge, set_rule
from octodesk.exchange.samples import sample_log
from octodesk.model.checks.before_printing import before_printing
from octodesk.model.document import Document
from octodesk.model.fields import Facts
from octodesk.model.row_values import table_of
from octodesk.model.rows import Row
from octodesk.model.text import Text
from tests.build import KINDS, applied, at, conference, event, part, person, room, session, text
from tests.model.colleagues import copies, meet, titled

Told = tuple[str, tuple[str, str], str]
"""Sort, row, and the rule or the language."""


def told(document: Document, *languages: str) -> list[Told]:
    return [
        (one.sort, one.row, one.conflict.rule if one.conflict else one.language)
        for one in before_printing(document, languages or ("en", "fr", "es"))
    ]


def everywhere(words: str) -> Text:
    return text(words, words, words)


YOGA = session("yoga", at("A", "10:00"), title=everywhere("Yoga"))
IDA = person("ida")
WHOLE: tuple[Row, ...] = (
    event(name=everywhere("Test"), registration=Facts((("from", "2021-09-20"), ("until", "2021-11-10")))),
    *(room(one, name=everywhere(one)) for one in "ABC"),
    *(replace(one, name=everywhere(one.id)) for one in KINDS),
    YOGA,
    IDA,
    part("yoga", "ida", "moderator"),
    part("yoga", "ida"),
)
"""Rows of a conference in which nothing is open."""


def whole(*others: Row) -> Document:
    """The same with these rows more, or in the place of those that are called alike."""
    rows = {(table_of(row), row.id): row for row in (*WHOLE, *others)}
    return conference(*rows.values())


HALF = replace(YOGA, title=text("Yoga", "Yoga"))
"""Not in Spanish."""


def test_where_nothing_is_open_nothing_is_said() -> None:
    assert told(whole()) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            session("tea", at("A", "10:00"), kind="break", title=everywhere("Tea")),
            ("clash", ("session", "tea"), "room-double-booked"),
        ),
        (replace(YOGA, title=text()), ("missing", ("session", "yoga"), "no-title")),
        (replace(YOGA, placement=None), ("missing", ("session", "yoga"), "not-placed")),
        (replace(IDA, remote=True), ("missing", ("person", "ida"), "remote-test-missing")),
        (event(name=everywhere("Test")), ("missing", ("event", "event"), "registration-window")),
        (replace(IDA, status="invited"), ("unconfirmed", ("person", "ida"), "speaker-unconfirmed")),
        (replace(IDA, status="declined"), ("unconfirmed", ("person", "ida"), "speaker-declined")),
        (HALF, ("untranslated", ("session", "yoga"), "translation-missing")),
        (replace(IDA, function=text("Judge", "Juge")), ("untranslated", ("person", "ida"), "es")),
        (
            replace(YOGA, access="restricted", webcast=True),
            ("restricted", ("session", "yoga"), "restricted-in-public"),
        ),
    ],
)
def test_what_is_open_stands_with_its_row(row: Row, expected: Told) -> None:
    assert told(whole(row)) == [expected]


def test_what_a_merge_left_open() -> None:
    ana, ben = copies()
    titled(ana, "Darknet")
    titled(ben, "Cloud")
    meet(ana, ben)
    assert ("question", ("session", "s"), "") in told(ana.document)


def test_only_the_languages_of_the_print_count() -> None:
    document = whole(HALF, replace(IDA, function=text("Judge", "Juge")))
    assert told(document, "en", "fr") == []


def test_several_texts_of_a_row_stand_once_a_language() -> None:
    document = whole(replace(IDA, function=text("Judge"), organisation=text("Court")))
    assert told(document) == [("untranslated", ("person", "ida"), one) for one in ("fr", "es")]


def test_what_was_accepted_needs_no_look() -> None:
    document = whole(HALF)
    accepted = acknowledge(document, rule="translation-missing", sessions=["yoga"], reason="held in English")
    assert told(applied(document, accepted)) == []


def test_a_rule_that_is_off_says_nothing_of_any_text() -> None:
    document = whole(HALF, replace(IDA, function=text("Judge")))
    off = set_rule(document, rule="translation-missing", severity="off")
    assert told(applied(document, off)) == []


def test_what_should_not_be_printed_at_all_comes_first() -> None:
    document = whole(replace(HALF, access="restricted", webcast=True), replace(IDA, status="invited"))
    assert [one.sort for one in before_printing(document, ["es"])] == [
        "restricted",
        "unconfirmed",
        "untranslated",
    ]


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_of_the_sample_what_it_truly_lacks(language: str) -> None:
    document = Document.of_log(sample_log("octopus-2021"))
    found = before_printing(document, [language])
    assert [(one.sort, one.conflict.rule if one.conflict else "") for one in found] == [
        ("missing", "remote-test-missing"),
        ("unconfirmed", "speaker-unconfirmed"),
    ]
