# SPDX-License-Identifier: EUPL-1.2
"""Settling a question: what the edit holds, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.edits.settling import Answer, settle
from octodesk.model.collisions import DELETED
from octodesk.model.edit import ALIVE, Change
from tests.build import at, conference, event, session, text
from tests.edits.refusing import refused

DOCUMENT = conference(session("yoga", at("A"), title=text("Yoga")), session("tea", at("B"), locked_room=True))


def answer(field: str, value: Any, table: str = "session", row: str = "yoga") -> Answer:
    return Answer(table, row, field, value)


def test_a_value_is_set_also_where_it_is_there() -> None:
    edit = settle(DOCUMENT, [answer("title.en", "Yoga"), answer("minutes", 90)])
    assert (edit.kind, edit.label, edit.about) == ("settle", "conflicts-settled", ("yoga",))
    assert edit.changes == (
        Change("session", "yoga", "title.en", "Yoga"), Change("session", "yoga", "minutes", 90),
    )  # fmt: skip


def test_that_a_row_stays_is_said() -> None:
    assert settle(DOCUMENT, [answer(DELETED, False)]).changes == (Change("session", "yoga", ALIVE, True),)


def test_a_row_that_goes_goes_after_its_fields_are_settled() -> None:
    changes = settle(DOCUMENT, [answer(DELETED, True), answer("title.en", "Stretching")]).changes
    assert changes[-1] == Change("session", "yoga", ALIVE, False)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (answer("minutes", "long"), "wrong-value"),
        (answer("track", "never"), "unknown-reference"),
        (answer("minutes", 5, row="never"), "unknown-row"),
        (answer(DELETED, True, "kind", "workshop"), "kind-in-use"),
        (answer(DELETED, True, "room", "B"), "session-room-locked"),
        (answer("time_zone", "Mars/Base", "event", event().id), "unknown-zone"),
    ],
)
def test_refused(given: Answer, reason: str) -> None:
    assert refused(lambda: settle(DOCUMENT, [given]))[0] == reason
