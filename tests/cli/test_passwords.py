# SPDX-License-Identifier: EUPL-1.2
"""Files behind a password on the command line, and copies to hand out."""

from __future__ import annotations

from pathlib import Path

import pytest

from octodesk.exchange.sealing import is_sealed
from tests.cli.running import Command


def test_a_locked_file_is_written_and_read_with_the_password(
    run: Command, sample: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("secret").write_text("corail\n", encoding="utf-8")
    run.done("version", sample, "Final", "-o", "l.octo", "--password-file", "secret")
    assert is_sealed(Path("l.octo").read_bytes())
    assert run.shown("l.octo", "--password-file", "secret")["event"]["version"] == "Final"
    ran = run("show", "l.octo")
    assert (ran.status, ran.err) == (
        3, "“l.octo” is locked with a password. Give it with --password-file, or in OCTODESK_PASSWORD.\n",
    )  # fmt: skip
    monkeypatch.setenv("OCTODESK_PASSWORD", "wrong")
    assert run("show", "l.octo").err == "That is not the password of “l.octo”. Nothing was read.\n"
    monkeypatch.setenv("OCTODESK_PASSWORD", "corail")
    assert run.shown("l.octo")["event"]["version"] == "Final"


@pytest.mark.parametrize(("content", "said"), [(None, "cannot be read"), ("\n", "is empty")])
def test_a_password_that_is_not_there_is_wrong_usage(
    run: Command, sample: str, content: str | None, said: str
) -> None:
    if content is not None:
        Path("secret").write_text(content, encoding="utf-8")
    ran = run("show", sample, "--password-file", "secret")
    assert (ran.status, ran.err) == (2, f"The file with the password, “secret”, {said}.\n")


def test_a_copy_for_the_public_is_a_conference_of_its_own(run: Command, sample: str) -> None:
    ran = run.done("export", sample, "-o", "p.octo")
    assert ran.out.endswith(
        "internal texts were left out; the file was searched, and none of them is in it.\n"
    )
    ours, theirs = run.shown(sample), run.shown("p.octo")
    assert theirs["event"]["id"] != ours["event"]["id"]
    assert [one["label"] for one in theirs["sessions"]] == [
        one["label"] for one in ours["sessions"] if one["start"]
    ]
    assert len(run.done("history", "p.octo", "--json").json["edits"]) == 1
    ran = run("merge", sample, "p.octo", "-o", "m.octo")
    assert ran.status != 0


def test_the_secretariat_gets_all_of_it(run: Command, sample: str) -> None:
    run.done("export", sample, "-o", "s.octo", "--audience", "secretariat")
    assert run.shown("s.octo") == run.shown(sample)


def test_a_person_is_removed_for_good_by_an_entry(run: Command, sample: str) -> None:
    person = run.shown(sample)["people"][0]
    run.edited(
        sample, "r.octo", {"do": "remove-for-good", "person": person["id"]}, {"do": "close-conference"}
    )
    assert person["id"] not in [one["id"] for one in run.shown("r.octo")["people"]]
    labels = [one["message"] for one in run.done("history", "r.octo", "--json").json["edits"]][-2:]
    assert labels == [
        "What was known of a person removed for good",
        "The conference closed: telephones, e-mails and needs removed for good",
    ]
    ran = run("edit", sample, run.entries({"do": "remove-for-good"}), "-o", "x.octo")
    assert ran.status == 1
