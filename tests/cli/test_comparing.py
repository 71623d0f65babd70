# SPDX-License-Identifier: EUPL-1.2
"""`compare`: files and versions of files, in words and as JSON, and its statuses."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.cli.comparing import Moment, moment_of
from tests.cli.running import Command

MOVE = {"do": "place", "session": "ws-4", "start": "2021-11-17T16:00", "rooms": ["room-2"]}
RENAME = {
    "do": "set", "table": "session", "id": "ws-7", "field": "title", "language": "fr", "value": "Logiciels rançonneurs",
}  # fmt: skip
VERSION = "Version 4 October 2021"


@pytest.fixture
def edited(run: Command, sample: str) -> str:
    run.edited(sample, "e.octo", MOVE, RENAME)
    return "e.octo"


def found(run: Command, one: str, other: str) -> list[Any]:
    ran = run("compare", one, other, "--json")
    assert (ran.status, ran.err) == (1, "")
    return list(ran.json["differences"])


def test_each_difference_once_with_what_it_is(run: Command, sample: str, edited: str) -> None:
    before = next(one for one in run.shown(sample)["sessions"] if one["id"] == "ws-4")
    placement = {name: before[name] for name in ("start", "rooms", "exclusive")}
    assert found(run, sample, edited) == [
        {
            "table": "session", "id": "ws-4", "field": "placement", "language": None, "before": placement,
            "after": {"start": "2021-11-17T16:00", "rooms": ["room-2"], "exclusive": False}, "what": "moved",
        },
        {
            "table": "session", "id": "ws-7", "field": "title", "language": "fr", "before": "Rançongiciels",
            "after": "Logiciels rançonneurs", "what": "renamed",
        },
    ]  # fmt: skip


def test_a_version_of_a_file(run: Command, sample: str, edited: str) -> None:
    assert found(run, f"{edited}@{VERSION}", edited) == found(run, sample, edited)
    assert run.done("compare", f"{edited}@version-4-october-2021", sample, "--json").json == {
        "differences": []
    }


def test_in_words(run: Command, sample: str, edited: str) -> None:
    ran = run("compare", sample, edited)
    assert (ran.status, ran.out.splitlines(), ran.err) == (
        1,
        [
            "WS 4 moved from Room 1, 11:00 to Room 2, 16:00.",
            "WS 7: title in French is now “Logiciels rançonneurs”, it was “Rançongiciels”.",
        ],
        "",
    )


def test_no_difference_is_said_with_status_0(run: Command, sample: str) -> None:
    assert run.done("compare", sample, sample).out == "No difference.\n"


def test_a_label_used_twice_means_the_newest_and_is_said(run: Command, sample: str) -> None:
    run.done("version", sample, "Draft", "-o", "one.octo")
    run.edited("one.octo", "two.octo", MOVE)
    run.done("version", "two.octo", "Draft", "-o", "three.octo")
    ran = run("compare", "three.octo@Draft", "three.octo", "--json")
    said = "There are 2 versions “Draft”: the newest is taken. FILE@id names one exactly.\n"
    assert (ran.status, ran.json, ran.err) == (0, {"differences": []}, said)


@pytest.mark.parametrize("one", ["o.octo@No such version", "missing.octo", "missing.octo@Draft"])
def test_what_cannot_be_read_ends_with_3(run: Command, sample: str, one: str) -> None:
    ran = run("compare", one, sample)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (3, "", 1)


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("o.octo", Moment("o.octo")),
        ("o.octo@Draft", Moment("o.octo", "Draft")),
        ("me@home/o.octo", Moment("me@home/o.octo")),
        ("me@home/o.octo@2 October @ noon", Moment("me@home/o.octo", "2 October @ noon")),
        ("a.octo@b.octo", Moment("a.octo", "b.octo")),
        ("db:Octopus 2021", Moment("db:Octopus 2021")),
        ("db:Octopus 2021@Draft", Moment("db:Octopus 2021", "Draft")),
    ],
)
def test_where_a_label_begins(words: str, moment: Moment) -> None:
    assert moment_of(words) == moment
