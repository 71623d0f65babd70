# SPDX-License-Identifier: EUPL-1.2
"""`suggest` and `repair` from the command line."""

from __future__ import annotations

import pytest

from tests.cli.running import Command


@pytest.fixture
def octopus(run: Command) -> str:
    run.done("sample", "octopus-2019", "-o", "o19.octo")
    return "o19.octo"


def test_the_best_places_with_their_reasons(run: Command, octopus: str) -> None:
    found = run.done("suggest", octopus, "ws-3", "--most", "2", "--json").json["places"]
    assert len(found) == 2
    assert found[0] == {
        "start": "2019-11-21T11:00", "rooms": ["room-1"], "cost": 1, "new_conflicts": 0,
        "reasons": [
            {"rule": "room-free", "message": "Room 1: free."},
            {"rule": "speakers-there", "message": "All speakers are there."},
            {"rule": "seats-enough", "message": "70 of 260 seats."},
            {"rule": "parallel", "message": "At the same time: WS 1, WS 2 and WS 4."},
        ],
    }  # fmt: skip
    assert run.done("suggest", octopus, "WS 3").out.startswith(
        "1. Thursday 21 November, Room 1, 11:00\n   Room 1: free."
    )


def test_a_session_nobody_knows_is_wrong_usage(run: Command, octopus: str) -> None:
    ran = run("suggest", octopus, "WS 99")
    assert (ran.status, ran.err) == (2, "There is no session WS 99.\n")


def test_where_there_is_no_place_the_answer_is_no(run: Command, octopus: str) -> None:
    run.edited(
        octopus,
        "t.octo",
        {"do": "set", "table": "session", "id": "ws-3", "field": "status", "value": "cancelled"},
    )
    ran = run("suggest", "t.octo", "ws-3")
    assert (ran.status, ran.out) == (1, "There is no place for it.\n")


def test_a_lost_room_is_repaired_as_one_edit(run: Command, octopus: str) -> None:
    ran = run.done(
        "repair", octopus, "-o", "r.octo", "--lose-room", "Assembly Chamber", "--day", "2019-11-21", "--json"
    )
    assert [one["session"] for one in ran.json["moved"]] == ["plenary-2", "ws-1", "ws-5"]
    assert ran.json["moved"][1] == {
        "session": "ws-1",
        "from": {"start": "2019-11-21T11:00", "rooms": ["assembly-chamber"], "exclusive": False},
        "to": {"start": "2019-11-21T11:00", "rooms": ["room-1"], "exclusive": False},
    }
    assert {name: ran.json[name] for name in ("unplaced", "cost", "bound", "optimal")} == {
        "unplaced": [], "cost": 0, "bound": 3, "optimal": True,
    }  # fmt: skip
    edits = run.done("history", "r.octo", "--json").json["edits"]
    assert (edits[-1]["label"], edits[-1]["message"]) == (
        "programme-repaired",
        "Programme repaired: 3 sessions moved",
    )
    assert run("check", "r.octo", "--json").json["counts"]["error"] == 0


def test_what_has_no_place_any_more_is_said_with_the_facts_that_clash(run: Command, octopus: str) -> None:
    ran = run("repair", octopus, "-o", "r.octo", "--lose-room", "room-7")
    assert ran.status == 1
    assert (
        "There is no place for WS 7: Room not available and Equipment missing. Without one of these there would be."
        in ran.out.splitlines()
    )
    shown = run.done("show", "r.octo", "--json").json
    assert next(one["start"] for one in shown["sessions"] if one["id"] == "ws-7") is None


def test_a_sound_programme_needs_no_repair(run: Command, octopus: str) -> None:
    assert run.done("repair", octopus, "-o", "r.octo").out == "Nothing has to move.\n"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--lose-room", "attic"), "There is no room attic.\n"),
        (("--lose-person", "Nobody"), "There is nobody called Nobody.\n"),
        (("--closes", "16:00"), "Say with --day which day ends at 16:00.\n"),
        (("--closes", "late", "--day", "2019-11-21"), "late is not an hour such as 16:30.\n"),
    ],
)
def test_what_is_not_there_cannot_be_lost(
    run: Command, octopus: str, options: tuple[str, ...], sentence: str
) -> None:
    ran = run("repair", octopus, "-o", "r.octo", *options)
    assert (ran.status, ran.err) == (2, sentence)
