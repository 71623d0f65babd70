# SPDX-License-Identifier: EUPL-1.2
"""Ids that derive from facts, and those drawn by chance."""

from __future__ import annotations

import pytest

from octodesk.model.fields import ID
from octodesk.model.identity import author_id, contribution_id, fresh_id


def test_the_same_part_has_the_same_id_on_every_machine() -> None:
    assert contribution_id("ws-4", "ana", "moderator") == "c-cee3c61cbebf9325"
    assert contribution_id("ws-4", "ana", "moderator", "opening") == "c-722b2e438d185345"


def test_another_session_person_role_or_point_is_another_part() -> None:
    parts = [
        contribution_id("ws-4", "ana", "speaker"),
        contribution_id("ws-5", "ana", "speaker"),
        contribution_id("ws-4", "ben", "speaker"),
        contribution_id("ws-4", "ana", "chair"),
        contribution_id("ws-4", "ana", "speaker", "ben"),
    ]
    assert len(set(parts)) == len(parts)
    assert all(ID.fullmatch(part) for part in parts)


def test_an_author_is_known_by_the_name() -> None:
    assert author_id("OctoDesk") == "5dc3433fbc2e5693"
    assert author_id("OctoDesk") != author_id("octodesk")


def test_a_fresh_id_is_what_chance_gives() -> None:
    assert fresh_id(bytes(range(8))) == "0001020304050607"
    assert ID.fullmatch(fresh_id(b"\xff" * 32))


@pytest.mark.parametrize("length", [0, 7, 33])
def test_chance_too_short_or_too_long_for_an_id(length: int) -> None:
    with pytest.raises(ValueError, match=str(length)):
        fresh_id(bytes(length))
