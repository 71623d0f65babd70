# SPDX-License-Identifier: EUPL-1.2
"""`history`: narrowed down by session, person, author and day."""

from __future__ import annotations

import pytest

from tests.cli.running import Command


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["WS 4", "R. Milutinac", "WS 4"]),
        (("--session", "ws-4"), ["WS 4", "WS 4"]),
        (("--author", "Ben"), ["R. Milutinac"]),
        (("--author", "Ben", "--session", "ws-4"), []),
        (("--day", "2000-01-01"), []),
    ],
)
def test_history_narrowed_down(run: Command, sample: str, options: tuple[str, ...], found: list[str]) -> None:
    def resized(minutes: int) -> dict[str, object]:
        return {"do": "resize", "session": "ws-4", "minutes": minutes}

    run.edited(sample, "a.octo", resized(60), more=("--author", "Ana"))
    person = run.shown(sample)["people"][0]["id"]
    rank = {"do": "set", "table": "person", "id": person, "field": "rank", "value": 2}
    run.edited("a.octo", "b.octo", rank, more=("--author", "Ben"))
    run.edited("b.octo", "c.octo", resized(70), more=("--author", "Ana"))
    edits = run.done("history", "c.octo", "--json", *options).json["edits"]
    made = [one["changes"][0]["id"] for one in edits if one["kind"] == "do"]
    names = {"ws-4": "WS 4", person: "R. Milutinac"}
    assert [names[one] for one in made] == found


def test_by_person(run: Command, sample: str) -> None:
    person = run.shown(sample)["people"][0]["id"]
    rank = {"do": "set", "table": "person", "id": person, "field": "rank", "value": 2}
    run.edited(sample, "a.octo", rank, {"do": "resize", "session": "ws-4", "minutes": 60})
    edits = run.done("history", "a.octo", "--json", "--person", person).json["edits"]
    assert [one["label"] for one in edits] == ["event-created", "field-set"]
