# SPDX-License-Identifier: EUPL-1.2
"""A part in another role keeps all it holds."""

from __future__ import annotations

import pytest

from octodesk.edits.people import change_role
from octodesk.model.edit import Refused
from tests.build import applied, conference, part, person, session, text

SEATED = part(
    "yoga", "ana", "speaker", minutes=5, way="remote", seat=3, order="1010.a",
    topic=text("Breath", "Le souffle"), on_behalf_of=text("the guild"),
)  # fmt: skip


def test_a_part_keeps_order_minutes_way_topic_seat_and_on_behalf_of() -> None:
    document = conference(session("yoga"), person("ana"), SEATED)
    after = applied(document, change_role(document, part_id=SEATED.id, role="chair"))
    (found,) = after.contributions_of("yoga")
    held = (found.role, found.order, found.minutes, found.way, found.seat, found.topic, found.on_behalf_of)
    assert held == ("chair", "1010.a", 5, "remote", 3, SEATED.topic, SEATED.on_behalf_of)


def test_the_same_role_changes_nothing() -> None:
    document = conference(session("yoga"), person("ana"), SEATED)
    assert change_role(document, part_id=SEATED.id, role="speaker").is_empty


@pytest.mark.parametrize(
    ("part_id", "role", "reason"), [("x", "chair", "unknown-row"), (SEATED.id, "clown", "wrong-value")]
)
def test_what_makes_no_sense_is_refused(part_id: str, role: str, reason: str) -> None:
    document = conference(session("yoga"), person("ana"), SEATED)
    with pytest.raises(Refused) as raised:
        change_role(document, part_id=part_id, role=role)
    assert raised.value.reason == reason
