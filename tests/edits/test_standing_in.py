# SPDX-License-Identifier: EUPL-1.2
"""Somebody in another's place, two rows made one, several people added at once."""

from __future__ import annotations

import pytest

from octodesk.edits.people import contribute_all, merge_people, stand_in
from octodesk.edits.rows import add_row
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from octodesk.model.rows import Related
from octodesk.model.text import Text
from tests.build import applied, conference, part, person, session, text

WAS = conference(
    session("yoga"), session("chess"), person("ida"), person("omar", function=text("Judge")),
    part("yoga", "ida", "moderator", order="1", minutes=20), part("yoga", "omar", order="2"),
    part("chess", "ida", order="1"), Related("r", blocked_people=("omar",)),
)  # fmt: skip


def panel(document: Document, of: str) -> list[tuple[str, str, int | None]]:
    return [(one.person, one.role, one.minutes) for one in document.contributions_of(of)]


def test_roles_order_and_minutes_go_over_and_the_old_one_has_declined() -> None:
    edit = stand_in(WAS, old="ida", new="omar", newcomer=None, sessions=["yoga"], declined=True)
    now = applied(WAS, edit)
    assert panel(now, "yoga") == [("omar", "moderator", 20), ("omar", "speaker", None)]
    assert panel(now, "chess") == [("ida", "speaker", None)]
    assert now.person("ida").status == "declined"


def test_somebody_nobody_knew_comes_in_the_same_step() -> None:
    new = add_row(
        WAS, table="person", values={"family_name": "Li"}, author_id="a" * 16, row_id="li", fresh_id="li"
    )
    now = applied(
        WAS, stand_in(WAS, old="ida", new="li", newcomer=new, sessions=["yoga", "chess"], declined=False)
    )
    assert (now.people_of("yoga"), now.people_of("chess")) == (("li", "omar"), ("li",))
    assert now.person("ida").status == "accepted"


@pytest.mark.parametrize(("new", "sessions", "reason"), [
    ("ida", ["yoga"], "same-person"), ("nobody", ["yoga"], "unknown-row"), ("omar", ["other"], "takes-no-part"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused(new: str, sessions: list[str], reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        stand_in(WAS, old="ida", new=new, newcomer=None, sessions=sessions, declined=True)


def test_two_rows_become_one_person() -> None:
    values = {"function": Text.of(en="Judge", fr="Juge")}
    now = applied(WAS, merge_people(WAS, keep="ida", gone="omar", values=values))
    assert panel(now, "yoga") == [("ida", "moderator", 20), ("ida", "speaker", None)]
    assert now.person("ida").function == values["function"]
    assert now.related[0].blocked_people == ("ida",)
    assert now.find("person", "omar") is None


def test_several_people_are_added_in_order_once() -> None:
    edit = contribute_all(WAS, session_id="chess", people=["omar", "ida"], role="speaker", author_id="a" * 16)
    assert applied(WAS, edit).people_of("chess") == ("ida", "omar")
