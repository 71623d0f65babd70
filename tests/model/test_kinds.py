# SPDX-License-Identifier: EUPL-1.2
"""The kinds every conference begins with."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.rows import fields_of


def test_the_built_in_kinds_in_their_order() -> None:
    assert list(BUILT_IN_KINDS) == [
        "plenary", "special-event", "workshop", "panel", "outlook", "lightning-talks", "keynote", "side-meeting",
        "opening", "conclusions", "break", "coffee", "lunch", "reception", "social", "registration", "photo", "press",
        "technical-test", "milestone", "blocker",
    ]  # fmt: skip
    orders = [kind["order"] for kind in BUILT_IN_KINDS.values()]
    assert orders == sorted(set(orders))


def test_the_kinds_beside_which_nothing_runs() -> None:
    assert {kind_id for kind_id, kind in BUILT_IN_KINDS.items() if kind["exclusive"]} == {
        "break", "coffee", "lunch", "milestone", "plenary", "special-event", "opening", "conclusions", "outlook",
    }  # fmt: skip


def test_a_moment_has_no_length() -> None:
    assert [kind_id for kind_id, kind in BUILT_IN_KINDS.items() if kind["minutes"] == 0] == ["milestone"]


@pytest.mark.parametrize("kind", BUILT_IN_KINDS.values(), ids=BUILT_IN_KINDS)
def test_every_value_fits_its_field_in_three_languages(kind: dict[str, Any]) -> None:
    for name, value in kind.items():
        how = fields_of("kind")[name]
        assert how.write(how.read(value)) == value
        assert not how.translated or set(value) == {"en", "fr", "es"}
