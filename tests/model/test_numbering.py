# SPDX-License-Identifier: EUPL-1.2
"""Numbers and labels of sessions."""

from __future__ import annotations

import pytest

from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.numbering import labels, numbers, roman
from octodesk.model.rows import Kind, Row, Session
from octodesk.model.text import Text
from tests.build import adding, applied, at, conference, event, room, session, text

TALKS = Kind("talks", pattern=text("Lightning talks {n}"), numerals="roman")


def workshop(
    name: str, start: str, where: str = "A", *, day: str = "2021-11-17", **values: object
) -> Session:
    return session(name, at(where, start, day=day), **values)


def in_order(document: Document) -> list[tuple[str, str]]:
    return [(one.id, document.label(one.id)) for one in document.sessions]


def test_numbers_follow_the_programme_start_first_then_the_rooms_of_the_grid() -> None:
    document = conference(
        room("A", order="2"),
        room("B", order="1"),
        workshop("late", "11:00"),
        workshop("left", "09:00", "B"),
        workshop("right", "09:00", "A"),
        workshop("eve", "18:00", day="2021-11-16"),
    )
    assert in_order(document) == [("eve", "WS 1"), ("left", "WS 2"), ("right", "WS 3"), ("late", "WS 4")]


def test_each_kind_has_numbers_of_its_own() -> None:
    document = conference(
        TALKS, workshop("a", "09:00"), workshop("b", "10:00", kind="talks"), workshop("c", "11:00")
    )
    assert in_order(document) == [("a", "WS 1"), ("b", "Lightning talks I"), ("c", "WS 2")]


def test_a_label_is_in_the_language_asked_for_else_in_the_events_first_that_has_one() -> None:
    document = conference(TALKS, workshop("a", "09:00"), workshop("b", "10:00", kind="talks"))
    assert [document.label("a", language) for language in ("en", "fr", "es", "de", "")] == [
        "WS 1", "Atelier 1", "Taller 1", "WS 1", "WS 1",
    ]  # fmt: skip
    assert document.label("b", "fr") == "Lightning talks I"
    french = conference(event(languages=("fr", "en")), workshop("a", "09:00"))
    assert labels(french) == {"a": "Atelier 1"}


def test_a_kind_without_a_pattern_has_no_numbers() -> None:
    document = conference(workshop("a", "09:00", kind="plenary"))
    assert (document.label("a"), numbers(document)) == ("", {})


def test_what_is_not_placed_or_cancelled_has_no_number_and_takes_none() -> None:
    document = conference(
        workshop("a", "09:00", status="cancelled"),
        session("tray"),
        workshop("b", "10:00"),
    )
    assert in_order(document) == [("a", ""), ("b", "WS 1"), ("tray", "")]


def test_a_fixed_number_stays_and_is_not_given_again() -> None:
    document = conference(
        workshop("a", "09:00"),
        workshop("b", "10:00", number=1, number_fixed=True),
        workshop("c", "11:00"),
        workshop("gone", "12:00", number=3, status="cancelled", number_fixed=True),
        session("tray", number=4, number_fixed=True),
        workshop("d", "13:00"),
    )
    assert in_order(document) == [
        ("a", "WS 2"), ("b", "WS 1"), ("c", "WS 5"), ("gone", "WS 3"), ("d", "WS 6"), ("tray", "WS 4"),
    ]  # fmt: skip


def test_a_number_that_is_not_fixed_is_only_a_note() -> None:
    assert in_order(conference(workshop("a", "09:00", number=7))) == [("a", "WS 1")]


def test_fixed_without_a_number_is_numbered_like_the_rest() -> None:
    assert in_order(conference(workshop("a", "09:00", number_fixed=True))) == [("a", "WS 1")]


def test_an_override_stands_as_typed_in_every_language_and_still_takes_its_number() -> None:
    document = conference(workshop("a", "09:00", label_override="WS 4 bis"), workshop("b", "10:00"))
    assert [document.label("a", language) for language in ("en", "fr")] == ["WS 4 bis", "WS 4 bis"]
    assert document.label("b") == "WS 2"


def test_numbers_begin_again_on_each_day_where_the_kind_says_so() -> None:
    kind = Kind("talks", pattern=text("Talk {n}"), restart=True)
    rows: list[Row] = [kind]
    for day in ("2021-11-16", "2021-11-17"):
        rows += [workshop(f"{day}-{start}", f"{start}:00", day=day, kind="talks") for start in ("09", "10")]
    assert [label for _, label in in_order(conference(*rows))] == ["Talk 1", "Talk 2", "Talk 1", "Talk 2"]


def test_a_pattern_without_a_place_for_the_number_is_a_plain_label() -> None:
    document = conference(Kind("talks", pattern=text("Talks")), workshop("a", "09:00", kind="talks"))
    assert document.label("a") == "Talks"


def test_numbers_follow_a_move() -> None:
    document = conference(workshop("a", "09:00"), workshop("b", "10:00"))
    assert in_order(document) == [("a", "WS 1"), ("b", "WS 2")]
    moved = applied(document, document.edit("moved", document.session("a"), placement=at("A", "11:00")))
    assert in_order(moved) == [("b", "WS 1"), ("a", "WS 2")]
    assert in_order(document) == [("a", "WS 1"), ("b", "WS 2")]


def test_numbers_follow_a_new_session_pattern_and_language() -> None:
    document = conference(workshop("b", "10:00"))
    assert labels(document) == {"b": "WS 1"}
    more = applied(document, Edit("added", adding(workshop("a", "09:00")).changes()))
    assert labels(more) == {"a": "WS 1", "b": "WS 2"}
    kind = more.kind("workshop")
    renamed = applied(more, more.edit("renamed", kind, pattern=kind.pattern.with_words("en", "Session {n}")))
    assert labels(renamed) == {"a": "Session 1", "b": "Session 2"}
    french = applied(more, more.edit("set", more.event, languages=("fr",)))
    assert labels(french) == {"a": "Atelier 1", "b": "Atelier 2"}


def test_a_label_stands_for_an_empty_title_and_the_kinds_name_for_both() -> None:
    document = conference(
        workshop("a", "09:00", title=Text()),
        workshop("b", "10:00", title=Text(), kind="break"),
        workshop("c", "11:00", title=text(fr="Nuage")),
    )
    assert [document.title(one) for one in "abc"] == ["WS 1", "Break", "Nuage"]
    assert document.title("b", "fr") == "Pause"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "I"),
        (4, "IV"),
        (9, "IX"),
        (14, "XIV"),
        (40, "XL"),
        (49, "XLIX"),
        (90, "XC"),
        (99, "XCIX"),
        (104, "CIV"),
        (0, "0"),
    ],
)
def test_roman(number: int, words: str) -> None:
    assert roman(number) == words
