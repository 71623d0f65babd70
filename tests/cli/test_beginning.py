# SPDX-License-Identifier: EUPL-1.2
"""`sample` and `new`: what they write."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from octodesk.exchange import octo
from octodesk.exchange.samples import SAMPLES
from octodesk.model.kinds import BUILT_IN_KINDS
from tests.cli.running import Command


def test_a_sample_is_the_same_bytes_each_time(run: Command) -> None:
    for name in SAMPLES:
        for out in ("one.octo", "two.octo"):
            run.done("sample", name, "-o", out)
        assert Path("one.octo").read_bytes() == Path("two.octo").read_bytes()


def test_a_new_event_has_what_it_was_given(run: Command) -> None:
    run.done("new", "-o", "n.octo", "--name", "Octopus 2022", "--first-day", "2022-11-15", "--days", "2",
             "--zone", "Asia/Tokyo", "--languages", "fr,en", "--author", "Ana")  # fmt: skip
    programme = run.shown("n.octo")
    event = programme["event"]
    assert (event["name"], event["short_name"]) == ({"fr": "Octopus 2022"}, "Octopus 2022")
    assert (event["first_day"], event["last_day"], event["time_zone"]) == (
        "2022-11-15",
        "2022-11-16",
        "Asia/Tokyo",
    )
    assert (event["languages"], event["status"], event["version"]) == (["fr", "en"], "draft", "")
    assert [one["date"] for one in programme["days"]] == ["2022-11-15", "2022-11-16"]
    assert [one["id"] for one in programme["kinds"]] == list(BUILT_IN_KINDS)
    assert (programme["sessions"], programme["rooms"], programme["people"]) == ([], [], [])
    edits = run.done("history", "n.octo", "--json").json["edits"]
    assert [(one["kind"], one["author"], one["message"]) for one in edits] == [
        ("create", "Ana", "Conference begun")
    ]


def test_left_out_it_is_in_paris_and_three_languages(run: Command) -> None:
    run.done("new", "-o", "n.octo", "--name", "X", "--first-day", "2022-11-15", "--days", "1")
    event = run.shown("n.octo")["event"]
    assert (event["time_zone"], event["languages"]) == ("Europe/Paris", ["en", "fr", "es"])


def test_two_new_events_are_two(run: Command) -> None:
    for out in ("one.octo", "two.octo"):
        run.done("new", "-o", out, "--name", "X", "--first-day", "2022-11-15", "--days", "1")
    ids = {octo.read(Path(out)).log.event for out in ("one.octo", "two.octo")}
    assert len(ids) == 2


def test_last_years_event_has_its_dates_moved_and_nothing_that_was_issued(run: Command, sample: str) -> None:
    run.done("new", "--from", sample, "-o", "n.octo", "--name", "Octopus 2022", "--first-day", "2022-11-15")
    old, new = run.shown(sample), run.shown("n.octo")
    by = date(2022, 11, 15) - date(2021, 11, 16)
    moved = {
        one["id"]: (datetime.fromisoformat(one["start"]) + by).isoformat(timespec="minutes")
        for one in old["sessions"]
    }
    assert {one["id"]: one["start"] for one in new["sessions"]} == moved
    assert [one["label"] for one in new["sessions"]] == [one["label"] for one in old["sessions"]]
    assert new["event"]["name"] == {"en": "Octopus 2022"}
    assert (new["event"]["derived_from"], new["event"]["id"] == old["event"]["id"]) == ("octopus-2021", False)
    assert (new["versions"], new["event"]["version"], new["event"]["registration"]) == ([], "", {})
    assert {one["status"] for one in new["people"]} == {"invited"}
    assert {one["status"] for one in new["bookings"]} == {"needed"}
    assert [one["date"] for one in new["days"]] == ["2022-11-15", "2022-11-16", "2022-11-17"]
    assert new["days"][0]["opens"] == "13:00"
    assert run("check", "n.octo").status == 0
    assert len(octo.read(Path("n.octo")).log) == 1


def test_what_a_shorter_event_has_no_day_for_is_outside_it(run: Command, sample: str) -> None:
    run.done(
        "new", "--from", sample, "-o", "n.octo", "--name", "X", "--first-day", "2022-11-15", "--days", "1"
    )
    programme = run.shown("n.octo")
    assert programme["event"]["last_day"] == "2022-11-15"
    ran = run("check", "n.octo", "--json")
    errors = {one["rule"] for one in ran.json["conflicts"] if one["severity"] == "error"}
    assert (ran.status, errors) == (1, {"outside-event"})
    assert [one["date"] for one in programme["days"]] == ["2022-11-15"]
