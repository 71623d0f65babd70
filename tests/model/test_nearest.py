# SPDX-License-Identifier: EUPL-1.2
"""The nearest place that works."""

from __future__ import annotations

from octodesk.model.nearest import nearest_place
from tests.build import at, conference, part, person, room, session


def test_a_free_place_is_its_own_nearest() -> None:
    assert nearest_place(conference(session("yoga")), "yoga", at("A", "10:00")) == at("A", "10:00")


def test_the_same_room_right_after_what_stands_there() -> None:
    document = conference(session("judo", at("A", "10:00")), session("yoga"))
    assert nearest_place(document, "yoga", at("A", "10:15")) == at("A", "11:00")


def test_another_room_where_the_room_is_full() -> None:
    document = conference(session("judo", at("A", "09:00"), minutes=540), session("yoga"))
    assert nearest_place(document, "yoga", at("A", "10:15")) == at("B", "10:15")


def test_none_where_its_speaker_is_busy_all_day() -> None:
    document = conference(
        session("judo", at("A", "09:00"), minutes=540),
        session("yoga"), person("ana"), part("judo", "ana"), part("yoga", "ana"),
    )  # fmt: skip
    assert nearest_place(document, "yoga", at("B", "10:00")) is None


def test_what_is_fixed_stays() -> None:
    document = conference(
        session("judo", at("A", "10:00")),
        session("yoga", at("B", "10:00"), locked_time=True),
        room("A"),
    )
    assert nearest_place(document, "yoga", at("A", "10:00")) == at("B", "10:00")
