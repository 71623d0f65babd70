# SPDX-License-Identifier: EUPL-1.2
"""What a merge left open, and who did what when, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from octodesk import languages
from octodesk.model.collisions import DELETED, ROW, Collision, Held
from octodesk.model.edit import Author, Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.wording.collisions import answer_words, collision_words, question_words
from octodesk.wording.moments import when
from tests.build import ANA, BEN, at, conference, point, session, stamped_into

NOW = datetime(2021, 10, 8, 15, tzinfo=UTC)
DOCUMENT = conference(
    session("yoga", at("A", "10:00")), point("p", "yoga", "Opening", order="1"), point("q", "yoga", "Panel", order="2")
)  # fmt: skip


def made(author: Author, wall: str) -> Stamped:
    return stamped_into(Log(), Edit("row-added", kind="create"), author=author, wall=wall)


def collision(
    field: str, *values: Any, language: str = "", row: tuple[str, str] = ("session", "yoga")
) -> Collision:
    edits = (made(ANA, "2021-10-05T08:00:00Z"), made(BEN, "2021-10-08T09:30:00Z"))
    return Collision(*row, field, language, tuple(map(Held, values, edits)))


MOVED = collision("placement", at("B", "14:00").plain(), at("C", "16:00").plain())


def test_the_whole_line() -> None:
    hour = when("2021-10-08T09:30:00Z", NOW)
    assert collision_words(DOCUMENT, MOVED, NOW) == (
        "WS 1: time and place: Wednesday 17 November, Room B, 14:00 (Ana, Tuesday) or "
        f"Wednesday 17 November, Room C, 16:00 (Ben, {hour})"
    )


@pytest.mark.parametrize(
    ("one", "question", "answers"),
    [
        (collision("title", "A", "B", language="fr"), "WS 1: title in French", ["A", "B"]),
        (collision(DELETED, False, True), "WS 1: deleted or not", ["stays", "deleted"]),
        (
            collision("order", "0", "3", row=("agenda_point", "p")), "“Opening” in WS 1: order",
            ["first", "after “Panel” in WS 1"],
        ),
        (
            collision(ROW, {"id": "yoga", "minutes": 5, "note": ""}, {"id": "yoga", "title": {"en": "A"}}),
            "WS 1: added twice", ["with length", "with title"],
        ),
    ],
)  # fmt: skip
def test_questions_and_answers(one: Collision, question: str, answers: list[str]) -> None:
    said = [answer_words(DOCUMENT, one, held.value) for held in one.values]
    assert (question_words(DOCUMENT, one), said) == (question, answers)


@pytest.mark.parametrize(
    ("wall", "said"),
    [
        ("2021-10-08T12:00:00Z", None),
        ("2021-10-06T12:00:00Z", "Wednesday"),
        ("2021-10-01T12:00:00Z", "1 October 2021"),
        ("2022-10-08T12:00:00Z", "8 October 2022"),
    ],
)
def test_when(wall: str, said: str | None) -> None:
    at_home = languages.clock_time(datetime.fromisoformat(wall).astimezone().time(), "en")
    assert when(wall, NOW) == (said or at_home)
