# SPDX-License-Identifier: EUPL-1.2
"""Changes since a version, as readers of the paper see them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from octodesk.model.document import Document
from octodesk.printing import PrintOptions, PrintRefused, render
from octodesk.printing.changes import Change, changes_between
from octodesk.printing.edition import Wording
from tests.build import at, part, session, text
from tests.printing.conference import NOON, edition_of, forum
from tests.printing.reading import all_words


def between(then: Document, now: Document, **options: str) -> list[tuple[str, str, str, str]]:
    found = changes_between(edition_of(then, **options), edition_of(now, **options))
    return [(one.kind, one.session, one.before, one.after) for one in found]


BOATS = session(
    "boats", at(("A", "B"), "10:00"), title=text("Boats in two rooms"), minutes=90, outcome=text("A list.")
)


def test_moved_renamed_and_other_speakers_are_told_apart() -> None:
    later = replace(BOATS, placement=at(("C",), "14:00"), title=text("Boats in one room"))
    now = forum(later, part("boats", "tariq", "moderator"))
    assert between(forum(), now) == [
        ("moved", "boats", "Wednesday 17 November, 10:00\u00a0– 11:30, Room A and Boathouse",
         "Wednesday 17 November, 14:00\u00a0– 15:30, Gallery"),
        ("renamed", "boats", "WS 4 Boats in two rooms", "WS 4 Boats in one room"),
        ("speakers", "boats", "", "Mr Tariq MANSOUR (Moderator)"),
        ("languages", "boats", "English and French", ""),
    ]  # fmt: skip


def test_added_and_cancelled() -> None:
    now = forum(replace(BOATS, status="cancelled"), session("sails", at("C", "15:00"), label_override="WS 9"))
    assert between(forum(), now)[:2] == [
        ("cancelled", "boats", "Wednesday 17 November, 10:00\u00a0– 11:30, Room A and Boathouse", ""),
        ("added", "sails", "", "Wednesday 17 November, 15:00\u00a0– 16:00, Gallery"),
    ]


def test_a_closed_sessions_new_title_changes_nothing_a_public_reader_sees() -> None:
    secret = session("board", at("C", "14:00"), title=text("The treasure"), access="restricted")
    assert between(forum(secret), forum(replace(secret, title=text("The gold")))) == []
    assert (
        between(forum(secret), forum(replace(secret, title=text("The gold"))), audience="secretariat") != []
    )


def test_who_comes_who_goes_and_whoever_is_on_the_podium_is_concerned() -> None:
    now = forum(part("nets", "tariq", order="4"))
    found = changes_between(edition_of(forum()), edition_of(now))
    assert found == [
        Change("speakers", "nets", Wording("WS 1 Nets & knots"), "", "Mr Tariq MANSOUR", frozenset({"A"}),
               frozenset({"olena", "ines", "nobody", "tariq"})),
    ]  # fmt: skip


def test_for_one_room_or_person_alone() -> None:
    now = forum(replace(BOATS, minutes=60), part("nets", "tariq", order="4"))
    assert [one[1] for one in between(forum(), now, room="B")] == ["boats"]
    assert [one[1] for one in between(forum(), now, person="tariq")] == ["nets"]


def test_on_paper_by_kind_by_room_and_by_person() -> None:
    made = render(forum(part("nets", "tariq", order="4")), "changes", PrintOptions(since="Version 1 October 2021"),
                  clock=lambda: NOON, earlier=forum())  # fmt: skip
    words = all_words(made.pdf)
    for expected in ("Changes since: Version 1 October 2021", "Other speakers (1)", "→ Mr Tariq MANSOUR", "Room by room",
                     "To be informed, person by person"):  # fmt: skip
        assert expected in words
    assert made.faults == ()


def test_nothing_changed_is_said() -> None:
    made = render(forum(), "changes", PrintOptions(since="Version 1"), clock=lambda: NOON, earlier=forum())
    assert "Nothing that is printed has changed." in all_words(made.pdf)


def test_without_a_version_there_is_nothing_to_count_from() -> None:
    with pytest.raises(PrintRefused, match="no-version"):
        render(forum(), "changes", PrintOptions(), clock=lambda: NOON)
