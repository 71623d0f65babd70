# SPDX-License-Identifier: EUPL-1.2
"""What one field has held."""

from __future__ import annotations

from octodesk.edits.fields import set_field
from octodesk.model.past import Past, past_of
from tests.build import BEN, desk_on, log_of, session


def test_each_value_is_told_once_the_newest_first_with_who_and_when() -> None:
    desk = desk_on(log_of(session("yoga", minutes=30)), author=BEN)
    for minutes in (45, 30, 60):
        desk.apply(set_field(desk.document, table="session", row_id="yoga", field="minutes", value=minutes))
    desk.undo()
    assert past_of(desk.log(), ("session", "yoga", "minutes")) == (
        Past(30, "Ben", "2021-10-05T09:30:00Z"), Past(45, "Ben", "2021-10-05T09:30:00Z"),
    )  # fmt: skip


def test_a_field_nobody_wrote_has_no_past() -> None:
    assert past_of(desk_on(log_of(session("yoga"))).log(), ("session", "yoga", "note")) == ()
