# SPDX-License-Identifier: EUPL-1.2
"""Setting a field: what it holds afterwards, and what makes no sense there."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.edits.fields import set_field
from octodesk.model.document import Document
from octodesk.model.edit import Change
from octodesk.model.rows import Booking, Related, Row, Track
from tests.build import at, conference, desk_on, log_of, part, person, point, session
from tests.edits.refusing import refused

ROWS: tuple[Row, ...] = (
    session("yoga", at("A", "10:00"), regions=("Asia/Tokyo",)),
    session("dance"),
    person("ana", given_name="Ana"),
    part("yoga", "ana"),
    point("p1", "yoga"),
    Booking("b1", "A", into=("fr",)),
    Related("m1"),
    Track("t1", color="#1F5A96"),
)


def document() -> Document:
    return conference(*ROWS)


def changed(
    table: str, row_id: str, field: str, value: Any, language: str | None = None
) -> tuple[Change, ...]:
    return set_field(
        document(), table=table, row_id=row_id, field=field, value=value, language=language
    ).changes


def refusal(table: str, row_id: str, field: str, value: Any) -> tuple[str, dict[str, Any]]:
    return refused(lambda: set_field(document(), table=table, row_id=row_id, field=field, value=value))


def test_what_has_no_order_is_sorted_without_doubles() -> None:
    assert changed("session", "yoga", "interpretation", ["fr", "en", "fr"]) == (
        Change("session", "yoga", "interpretation", ["en", "fr"]),
    )


def test_words_are_kept_in_composed_letters_so_that_the_same_words_change_nothing() -> None:
    composed = changed("room", "A", "name", "Salle e\u0301toile", "fr")
    assert composed == (Change("room", "A", "name.fr", "Salle étoile"),)
    desk = desk_on(log_of(*ROWS))
    for value in ("Salle étoile", "Salle e\u0301toile"):
        desk.apply(
            set_field(desk.document, table="room", row_id="A", field="name", value=value, language="fr")
        )
    assert len(desk.log()) == 2


def test_a_text_as_a_mapping_takes_away_what_it_does_not_name() -> None:
    assert changed("event", "event", "name", {"fr": "Conférence"}) == (
        Change("event", "event", "name.en", ""),
        Change("event", "event", "name.fr", "Conférence"),
    )


def test_registration_is_one_field_set_whole() -> None:
    wanted = {"from": "2021-09-20", "until": "2021-10-20", "link": "www.example.org"}
    assert changed("event", "event", "registration", wanted) == (
        Change("event", "event", "registration", wanted),
    )


def test_fixed_time_lets_the_length_be_set_only_while_the_session_is_not_placed() -> None:
    fixed = conference(session("yoga", locked_time=True), session("dance", at("A"), locked_time=True))
    edit = set_field(fixed, table="session", row_id="yoga", field="minutes", value=5)
    assert edit.changes == (Change("session", "yoga", "minutes", 5),)
    assert refused(lambda: set_field(fixed, table="session", row_id="dance", field="minutes", value=5)) == (
        "session-time-locked",
        {"session": "dance"},
    )


def test_a_wrong_value_elsewhere_in_the_row_does_not_keep_a_field_from_being_set() -> None:
    odd = conference(person("ana", time_zone="Mars/Base"))
    edit = set_field(odd, table="person", row_id="ana", field="note", value="x")
    assert edit.changes == (Change("person", "ana", "note", "x"),)


@pytest.mark.parametrize(
    ("row", "field", "value", "reason"),
    [
        (("session", "yoga"), "kind", "nothing", "unknown-reference"),
        (("session", "yoga"), "track", "nothing", "unknown-reference"),
        (("booking", "b1"), "room", "nothing", "unknown-reference"),
        (("session", "yoga"), "regions", ["Europe/Paris", "Moon"], "unknown-zone"),
        (("person", "ana"), "time_zone", "Moon", "unknown-zone"),
        (("event", "event"), "time_zone", "", "unknown-zone"),
        (("event", "event"), "first_day", "2021-11-19", "days-backwards"),
        (("event", "event"), "last_day", "2021-11-15", "days-backwards"),
        (("day", "2021-11-16"), "date", "2021-11-17", "day-there"),
        (("booking", "b1"), "until", "09:00", "ends-before-start"),
        (("booking", "b1"), "from", "13:00", "ends-before-start"),
        (("related", "m1"), "from", "2000-01-02", "ends-before-start"),
        (("related", "m1"), "until", "1999-12-31", "ends-before-start"),
        (("person", "ana"), "rank", -1, "wrong-value"),
        (("session", "yoga"), "minutes", 10081, "wrong-value"),
        (("session", "yoga"), "minutes", 10**12, "wrong-value"),
        (("session", "yoga"), "media", {"from": "nine"}, "wrong-value"),
        (("session", "yoga"), "media", {"since": "09:00"}, "wrong-value"),
        (("event", "event"), "registration", {"from": "soon"}, "wrong-value"),
        (("event", "event"), "registration", {"opens": "2021-09-20"}, "wrong-value"),
        (("event", "event"), "languages", [], "wrong-value"),
        (("event", "event"), "languages", ["English"], "wrong-value"),
        (("event", "event"), "snap", 0, "wrong-value"),
        (("event", "event"), "snap", 121, "wrong-value"),
        (("event", "event"), "first_day", "0999-12-31", "wrong-value"),
        (("room", "A"), "color", "red", "wrong-value"),
        (("track", "t1"), "color", "#1F5A9", "wrong-value"),
        (("room", "A"), "availability", [{"from": "2021-11-17T12:00", "until": "2021-11-17T12:00"}], "wrong-value"),
        (("person", "ana"), "arrival", "9999-12-31T23:59", "wrong-value"),
        (("session", "yoga"), "title", {"xx yy": "x"}, "wrong-value"),
        (("rooms", "A"), "capacity", 5, "unknown-table"),
        (("room", "Z"), "capacity", 5, "unknown-row"),
        (("room", "A"), "seats", 5, "unknown-field"),
        (("room", "A"), "id", "B", "unknown-field"),
        (("contribution", "yoga-ana-speaker"), "role", "chair", "use-instead"),
        (("agenda_point", "p1"), "session", "dance", "use-instead"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_in_a_field_is_refused(
    row: tuple[str, str], field: str, value: Any, reason: str
) -> None:
    assert refusal(*row, field, value)[0] == reason


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        (("event", "event"), "first_day", "2021-11-18"),
        (("event", "event"), "registration", {"from": "", "until": None}),
        (("event", "event"), "snap", 120),
        (("session", "yoga"), "minutes", 10080),
        (("session", "yoga"), "track", None),
        (("session", "yoga"), "media", {"from": "09:00", "until": "09:30"}),
        (("session", "yoga"), "regions", []),
        (("person", "ana"), "time_zone", "Asia/Tokyo"),
        (("person", "ana"), "family_name", ""),
        (("room", "A"), "color", "#abcDEF"),
        (("track", "t1"), "color", ""),
        (("day", "2021-11-16"), "date", "2021-11-19"),
        (("booking", "b1"), "until", "09:01"),
        (("related", "m1"), "until", "2000-01-01"),
    ],
)
def test_what_makes_sense_is_set(row: tuple[str, str], field: str, value: Any) -> None:
    desk = desk_on(log_of(*ROWS))
    desk.apply(set_field(desk.document, table=row[0], row_id=row[1], field=field, value=value))
    assert desk.document.plain(*row, field) == value


def test_nobody_is_left_without_anything_but_the_last_thing_may_change() -> None:
    only_country = conference(person("ana", family_name="", country="FR"))

    def to(country: str) -> tuple[Change, ...]:
        return set_field(only_country, table="person", row_id="ana", field="country", value=country).changes

    assert to("ES") == (Change("person", "ana", "country", "ES"),)
    assert refused(lambda: to("")) == ("person-without-anything", {})


def test_the_refusal_of_a_value_names_what_was_expected() -> None:
    assert refusal("event", "event", "mode", "on line") == (
        "wrong-value",
        {"table": "event", "field": "mode", "expected": "one-of", "choices": ("on-site", "online", "hybrid")},
    )
