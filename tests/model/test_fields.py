# SPDX-License-Identifier: EUPL-1.2
"""What each kind of field reads, refuses and writes; and that every field of every table holds to it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model import fields
from octodesk.model.fields import Facts, FieldKind, Placement, Span, Wrong, split_field
from octodesk.model.rows import ROWS, Room, Session, attribute, fields_of, references_of
from octodesk.model.text import Text
from tests.model.examples import examples

CHOICE = fields_of("session")["status"]
CHOICES = fields_of("person")["types"]
REFERENCE = fields_of("booking")["room"]
REFERENCES = fields_of("heading")["sessions"]
OPTIONAL_REFERENCE = fields_of("session")["track"]
OPTIONAL_COUNT = fields_of("room")["capacity"]

PLACED = {"start": "2021-11-17T09:00", "rooms": ["A", "B"], "exclusive": False}
SPAN = {"from": "2021-11-17T09:00", "until": "2021-11-17T13:00"}
MORNING = Span(datetime(2021, 11, 17, 9), datetime(2021, 11, 17, 13))
LATER = {"from": "2021-11-18T09:00", "until": "2021-11-18T13:00"}

READS: list[tuple[FieldKind, Any, Any]] = [
    (fields.WORDS, "  Économie ", "  Économie "),
    (fields.WORDS, "", ""),
    (fields.FLAG, True, True),
    (fields.COUNT, 0, 0),
    (fields.COUNT, fields.LARGEST_COUNT, fields.LARGEST_COUNT),
    (OPTIONAL_COUNT, None, None),
    (OPTIONAL_COUNT, 40, 40),
    (fields.TEXT, {"en": "Break", "zh-Hant": "休息"}, Text.of({"en": "Break", "zh-Hant": "休息"})),
    (fields.SEQUENCE, ["fr", "en"], ("fr", "en")),
    (fields.SET, ["en", "fr"], ("en", "fr")),
    (fields.DATE, "2021-11-17", date(2021, 11, 17)),
    (fields.TIME, "09:05", time(9, 5)),
    (fields.MOMENT, "2021-11-17T09:05", datetime(2021, 11, 17, 9, 5)),
    (fields.SPANS, [SPAN], (MORNING,)),
    (fields.FACTS, {"from": "", "n": 3, "on": True, "x": None}, Facts((("from", ""), ("n", 3), ("on", True), ("x", None)))),
    (fields.PLACEMENT, PLACED, Placement(datetime(2021, 11, 17, 9), ("A", "B"))),
    (CHOICE, "cancelled", "cancelled"),
    (CHOICES, ["interpreter", "speaker"], ("interpreter", "speaker")),
    (REFERENCE, "Room.1_a-b", "Room.1_a-b"),
    (OPTIONAL_REFERENCE, None, None),
    (REFERENCES, ["s", "t"], ("s", "t")),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "plain", "value"), READS)
def test_a_field_reads_its_plain_value_and_writes_it_again(kind: FieldKind, plain: Any, value: Any) -> None:
    assert kind.read(plain) == value
    assert kind.write(value) == plain


@pytest.mark.parametrize(
    ("kind", "plain", "again"),
    [
        (fields.SET, ["fr", "en", "fr"], ["en", "fr"]),
        (fields.SEQUENCE, ["fr", "en", "fr"], ["fr", "en"]),
        (fields.TEXT, {"fr": "", "en": "Break"}, {"en": "Break"}),
        (fields.SPANS, [LATER, SPAN, SPAN], [SPAN, LATER]),
        (
            fields.PLACEMENT,
            {"start": "2021-11-17T09:00"},
            {"start": "2021-11-17T09:00", "rooms": [], "exclusive": False},
        ),
        (fields.PLACEMENT, {**PLACED, "rooms": ["B", "A", "B"]}, PLACED),
        (CHOICES, ["speaker", "interpreter", "speaker"], ["interpreter", "speaker"]),
        (REFERENCES, ["t", "s", "t"], ["s", "t"]),
    ],
)
def test_what_has_no_order_is_stored_sorted_without_doubles(kind: FieldKind, plain: Any, again: Any) -> None:
    assert kind.write(kind.read(plain)) == again


REFUSES: list[tuple[FieldKind, str, list[Any]]] = [
    (fields.WORDS, "words", [None, 3, ["x"], True]),
    (fields.FLAG, "true-or-false", [None, 0, 1, "true"]),
    (fields.COUNT, "whole-number", [None, "3", 3.0, True, 2**53 + 1]),
    (fields.COUNT, "not-negative", [-1, fields.LARGEST_COUNT + 1]),
    (OPTIONAL_COUNT, "whole-number", ["3", False]),
    (fields.TEXT, "text", [None, "Break", {"en": None}, ["en"]]),
    (fields.TEXT, "language", [{"": "x"}, {"EN": "x"}, {"english": "x"}, {"en_GB": "x"}]),
    (fields.SEQUENCE, "list-of-words", [None, "en", ["en", 3], {"en": 1}]),
    (fields.SET, "list-of-words", [None, "en", ["en", None]]),
    (fields.DATE, "date", [None, "17.11.2021", "2021-02-30", 20211117]),
    (fields.TIME, "time", [None, "9:00", "24:60", 9]),
    (fields.MOMENT, "moment", [None, "2021-11-17", "2021-11-17T09:00:00", 3]),
    (
        fields.SPANS,
        "list-of-spans",
        [None, SPAN, [None], [{"from": "2021-11-17T09:00"}], [{**SPAN, "why": ""}]],
    ),
    (
        fields.SPANS,
        "span-backwards",
        [[{"from": SPAN["until"], "until": SPAN["from"]}], [{**SPAN, "until": SPAN["from"]}]],
    ),
    (fields.SPANS, "moment", [[{**SPAN, "until": "13:00"}]]),
    (fields.FACTS, "named-values", [None, []]),
    (fields.FACTS, "whole-number", [{"a": []}, {"a": {}}, {"a": 1.5}, {"a": 2**53 + 1}]),
    (fields.PLACEMENT, "placement", [None, {}, {"rooms": []}, {**PLACED, "minutes": 3}, "2021-11-17T09:00"]),
    (fields.PLACEMENT, "moment", [{"start": None}, {"start": "09:00"}]),
    (fields.PLACEMENT, "id", [{**PLACED, "rooms": ["Room 1"]}, {**PLACED, "rooms": [""]}]),
    (fields.PLACEMENT, "list-of-words", [{**PLACED, "rooms": "A"}, {**PLACED, "rooms": None}]),
    (fields.PLACEMENT, "true-or-false", [{**PLACED, "exclusive": 1}]),
    (CHOICE, "one-of", [None, "", "Cancelled", [], 3]),
    (CHOICES, "one-of", [["minister"]]),
    (REFERENCE, "id", [None, "", "a b", "é", "x" * 65, 3]),
    (OPTIONAL_REFERENCE, "id", ["", "a b"]),
    (REFERENCES, "id", [["a b"], [""]]),
    (REFERENCES, "list-of-words", [None, "s"]),
]


@pytest.mark.parametrize(
    ("kind", "reason", "plain"), [(kind, reason, plain) for kind, reason, many in REFUSES for plain in many]
)
def test_a_field_refuses_what_it_cannot_hold(kind: FieldKind, reason: str, plain: Any) -> None:
    with pytest.raises(Wrong) as caught:
        kind.read(plain)
    assert caught.value.reason == reason


# -- every field of every table

ids = st.from_regex(r"[A-Za-z0-9._-]{1,64}", fullmatch=True)
moments = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)).map(
    lambda at: at.isoformat(timespec="minutes")
)
words = st.text(max_size=8)
spans = st.tuples(moments, moments).map(sorted).filter(lambda pair: pair[0] < pair[1])
PLAIN: dict[str, st.SearchStrategy[Any]] = {
    "words": words,
    "flag": st.booleans(),
    "count": st.integers(0, fields.LARGEST_COUNT),
    "minutes": st.integers(0, fields.LONGEST),
    "text": st.dictionaries(st.sampled_from(["en", "fr", "es", "zh-Hant"]), words),
    "sequence": st.lists(words, max_size=4),
    "set": st.lists(words, max_size=4),
    "date": st.dates(date(1000, 1, 1), date(9000, 12, 31)).map(date.isoformat),
    "time": st.times().map(lambda at: at.isoformat(timespec="minutes")),
    "moment": moments,
    "spans": st.lists(spans.map(lambda pair: {"from": pair[0], "until": pair[1]}), max_size=3),
    "facts": st.dictionaries(words, st.none() | st.booleans() | st.integers(-9, 9) | words, max_size=3),
    "placement": st.builds(
        lambda start, rooms, exclusive: {"start": start, "rooms": rooms, "exclusive": exclusive},
        moments,
        st.lists(ids, max_size=3),
        st.booleans(),
    ),
    "reference": ids,
    "references": st.lists(ids, max_size=3),
}

EVERY_FIELD = [(table, name) for table in ROWS for name in fields_of(table)]


def plain_values(kind: FieldKind) -> st.SearchStrategy[Any]:
    if kind.name == "choice":
        return st.sampled_from(kind.choices)
    if kind.name == "choices":
        return st.lists(st.sampled_from(kind.choices), max_size=4)
    return PLAIN[kind.name]


@examples(100)
@given(st.data())
def test_what_any_field_has_read_it_writes_so_that_it_reads_the_same(data: st.DataObject) -> None:
    table, name = data.draw(st.sampled_from(EVERY_FIELD))
    kind = fields_of(table)[name]
    value = kind.read(data.draw(plain_values(kind)))
    written = kind.write(value)
    assert kind.read(json.loads(json.dumps(written))) == value
    assert kind.write(kind.read(written)) == written
    assert hash(value) == hash(kind.read(written))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@examples(100)
@given(st.sampled_from(EVERY_FIELD), json_values)
def test_any_json_is_read_or_refused_with_a_reason(field: tuple[str, str], plain: Any) -> None:
    kind = fields_of(field[0])[field[1]]
    with suppress(Wrong):
        kind.write(kind.read(plain))


@pytest.mark.parametrize("table", ROWS)
def test_a_new_row_holds_what_its_fields_can_hold(table: str) -> None:
    row = ROWS[table]("x")
    for name, kind in fields_of(table).items():
        value = getattr(row, attribute(name))
        if kind.name == "reference" and value == "":
            continue  # refers to nothing yet
        assert kind.read(kind.write(value)) == value


@pytest.mark.parametrize("table", ROWS)
def test_what_a_field_refers_to_is_a_table(table: str) -> None:
    assert {target for _, target in references_of(table)} <= set(ROWS)


def test_the_fields_of_a_table_are_named_as_in_the_log() -> None:
    assert {"from", "until"} <= set(fields_of("booking"))
    assert (attribute("from"), attribute("until")) == ("from_", "until")
    assert "id" not in fields_of("booking")
    with pytest.raises(KeyError):
        fields_of("weather")


def test_a_text_in_the_log_has_one_field_per_language() -> None:
    assert [split_field(name) for name in ("title.fr", "title.zh-Hant", "minutes")] == [
        ("title", "fr"), ("title", "zh-Hant"), ("minutes", ""),
    ]  # fmt: skip


def test_facts_answer_by_name() -> None:
    facts = Facts((("from", "2021-09-20"),))
    assert (facts.get("from"), facts.get("until"), facts.get("until", None)) == ("2021-09-20", "", None)
    assert (facts.plain(), bool(facts), bool(Facts())) == ({"from": "2021-09-20"}, True, False)


def test_a_session_in_the_tray_has_no_start_no_rooms_and_is_not_exclusive() -> None:
    tray, placed = (
        Session("t"),
        Session("s", placement=Placement(datetime(2021, 11, 17, 9), ("A",), exclusive=True)),
    )
    assert (tray.start, tray.rooms, tray.exclusive) == (None, (), False)
    assert (placed.start, placed.rooms, placed.exclusive) == (datetime(2021, 11, 17, 9), ("A",), True)


def test_rows_are_values() -> None:
    assert Room("A", capacity=40) == Room("A", capacity=40)
    assert len({Room("A"), Room("A")}) == 1
