# SPDX-License-Identifier: EUPL-1.2
"""`print` on the command line: for whom and what, since which version, from which sheet, and prints that fail."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from octodesk.printing import Fault, proof
from tests.cli.running import Command


def pages(path: Path) -> int:
    with pikepdf.open(BytesIO(path.read_bytes())) as read:
        return len(read.pages)


@pytest.mark.parametrize(
    "asked",
    ["--session WS\u00a04", "--session ws-4", "--person Beatriz\u00a0Quintanilha", "--person quintanilha"],
)
@pytest.mark.usefixtures("sample")
def test_sessions_by_label_and_people_by_name(run: Command, asked: str) -> None:
    option, _, value = asked.partition(" ")
    kind = "workshop" if option == "--session" else "itineraries"
    ran = run("print", "o.octo", kind, "-o", "out.pdf", option, value.replace("\u00a0", " "))
    assert (ran.status, ran.err) == (0, "")
    assert pages(Path("out.pdf")) == 1


@pytest.mark.usefixtures("sample")
def test_changes_since_the_newest_version_or_one_by_its_label(run: Command) -> None:
    for since in ((), ("--since", "Version 4 October 2021")):
        ran = run("print", "o.octo", "changes", "-o", "out.pdf", *since)
        assert (ran.status, ran.err) == (0, "")


@pytest.mark.usefixtures("sample")
def test_going_on_from_a_sheet(run: Command) -> None:
    run("print", "o.octo", "everything", "--day", "2021-11-17", "-o", "all.pdf")
    ran = run("print", "o.octo", "everything", "--day", "2021-11-17", "--from-sheet", "31", "-o", "rest.pdf")
    assert ran.status == 0
    assert pages(Path("rest.pdf")) == pages(Path("all.pdf")) - 30


@pytest.mark.usefixtures("sample")
def test_a_print_that_fails_its_proof_is_not_written_but_even_so(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        proof, "_overlapping", lambda _page, number: [Fault("overlap", "one / other", number)]
    )
    ran = run("print", "o.octo", "announcement", "-o", "out.pdf")
    assert (ran.status, Path("out.pdf").exists()) == (1, False)
    assert ran.err == (
        "Page 1: one text over another: one / other\n"
        "Its proof fails, so it is not written. With --even-so it is written all the same.\n"
    )
    assert run("print", "o.octo", "announcement", "-o", "out.pdf", "--even-so").status == 0
    assert pages(Path("out.pdf")) == 1


@pytest.mark.usefixtures("sample")
def test_without_a_name_everybody_is_printed(run: Command) -> None:
    assert run("print", "o.octo", "name-plates", "-o", "out.pdf").status == 0
    assert pages(Path("out.pdf")) == 60
