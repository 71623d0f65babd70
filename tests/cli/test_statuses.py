# SPDX-License-Identifier: EUPL-1.2
"""Exit statuses: 0 done, 1 no, 2 wrong usage, 3 cannot be read, 4 cannot be written; one line each, nothing half written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from octodesk.languages import listed
from octodesk.wording.prints import DOCUMENT_NAMES
from tests.cli.running import Command


def one_line(words: str) -> bool:
    return words.count("\n") == 1 and words.endswith("\n") and "Traceback" not in words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", "A command is missing. See: octodesk --help"),
        ("dance", "There is no command “dance”. See: octodesk --help"),
        ("show", "FILE is missing. See: octodesk show --help"),
        ("sample octopus-2021", "-o is missing. See: octodesk sample --help"),
        ("sample octopus-2020 -o out.octo", "There is no sample octopus-2020. There is: octopus-2021, octopus-2019."),
        ("show o.octo --loud", "There is no option --loud. See: octodesk show --help"),
        ("new -o out.octo --name X --first-day soon --days 1",
         "--first-day: soon is not a date such as 2021-11-16. See: octodesk new --help"),
        ("new -o out.octo --name X --first-day 2022-11-15",
         "Say with --days how many days the conference lasts."),
        ("new -o out.octo --name X --first-day 2022-11-15 --days many",
         "--days: expected a whole number. See: octodesk new --help"),
        ("new -o out.octo --name X --first-day 2022-11-15 --days 0", "days: expected 1 to 366 days."),
        ("new -o out.octo --name X --first-day 2022-11-15 --days -1", "days: expected 1 to 366 days."),
        ("new -o out.octo --name X --first-day 2022-11-15 --days 1 --zone Mars/Base",
         "There is no time zone Mars/Base. Use a name such as Europe/Paris."),
        ("new -o out.octo --name X --first-day 2022-11-15 --days 1 --languages English",
         "languages: expected one or more language codes such as en."),
        ("print o.octo front -o out.pdf --paper a9", "--paper: there is a4, a3, letter. See: octodesk print --help"),
        ("print o.octo poster -o out.pdf",
         f"There is no document poster. There is: {listed(list(DOCUMENT_NAMES), 'en')}."),
        ("print o.octo front -o out.pdf --language de",
         "The conference has no texts in de. Choose one of its languages."),
        ("print o.octo front -o out.pdf --room Attic", "There is no room Attic. Use a room's id or its name."),
        ("print o.octo front -o out.pdf --day 2022-01-01", "There is nothing on the programme on 2022-01-01."),
    ],
)  # fmt: skip
def test_wrong_usage_is_two_and_says_what_to_do(run: Command, sample: str, arguments: str, said: str) -> None:
    ran = run(*arguments.split())
    assert (ran.status, ran.out, ran.err) == (2, "", said + "\n")
    assert run.files() == [sample]


def test_an_empty_label_of_a_version_is_wrong_usage(run: Command, sample: str) -> None:
    ran = run("version", sample, " ", "-o", "out.octo")
    assert (ran.status, ran.err, run.files()) == (2, "A new version needs: label.\n", [sample])


def test_words_the_terminal_cannot_have_meant_are_wrong_usage(run: Command, sample: str) -> None:
    ran = run("version", sample, "Version \udcff", "-o", "out.octo")
    assert (ran.status, one_line(ran.err), run.files()) == (2, True, [sample])


READING = ("show {}", "check {}", "history {}", "edit {} edits.json -o out.octo", "version {} X -o out.octo",
           "print {} front -o out.pdf", "new --from {} -o out.octo --name X --first-day 2022-11-15")  # fmt: skip


@pytest.mark.parametrize("verb", READING)
@pytest.mark.parametrize("what", ["missing", "folder", "empty", "text", "cut"])
def test_what_cannot_be_read_is_three(run: Command, sample: str, verb: str, what: str) -> None:
    run.entries()
    whole = Path(sample).read_bytes()
    Path("folder").mkdir()
    contents = {"empty": b"", "text": b"Programme", "cut": whole[: len(whole) // 2]}
    if what in contents:
        Path(what).write_bytes(contents[what])
    before = run.files()
    ran = run(*verb.format(what).split())
    assert (ran.status, ran.out, one_line(ran.err), run.files()) == (3, "", True, before)
    assert f"“{what}”" in ran.err


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"[", 3, "“edits.json” is not JSON (Expecting value: line 1 column 2 (char 1)). Write a list of edits.\n"),
        (b"", 3, None),
        (b"\xff\xfe[]", 3, None),
        (b"[NaN]", 3, "“edits.json” is not JSON (NaN). Write a list of edits.\n"),
        (b'[{"do": "undo", "do": "redo"}]', 3, "“edits.json” is not JSON (\"do\" twice). Write a list of edits.\n"),
        (b'["\\ud800"]', 3, None),
        (b"[" * 100_000, 3, None),
        (b"[" + b"9" * 5000 + b"]", 3, None),
        (b"{}", 3, "“edits.json” is not a list of edits.\n"),
        (b'[{"do": "resize", "session": "ws-4", "minutes": 12.5}]', 1,
         "Entry 1: minutes: expected a whole number. Nothing was written.\n"),
        (b'["place"]', 1, "Entry 1: Each entry must be an object with a \"do\". Nothing was written.\n"),
        (b'[{"do": "undo", "twice": true}]', 1, "Entry 1: undo knows no twice. Nothing was written.\n"),
    ],
)  # fmt: skip
def test_malformed_json_is_three_and_a_malformed_entry_one(
    run: Command, sample: str, content: bytes, status: int, said: str | None
) -> None:
    Path("edits.json").write_bytes(content)
    ran = run("edit", sample, "edits.json", "-o", "out.octo")
    assert (ran.status, ran.out, one_line(ran.err)) == (status, "", True)
    assert said in (None, ran.err)
    assert not Path("out.octo").exists()


def test_edits_that_are_not_there_are_three(run: Command, sample: str) -> None:
    Path("folder").mkdir()
    for name in ("nothing.json", "folder"):
        ran = run("edit", sample, name, "-o", "out.octo")
        assert (ran.status, one_line(ran.err)) == (3, True)
        assert f"“{name}”" in ran.err


def test_a_byte_order_mark_before_the_json_is_fine(run: Command, sample: str) -> None:
    Path("edits.json").write_bytes(b"\xef\xbb\xbf[]")
    run.done("edit", sample, "edits.json", "-o", "out.octo")


WRITING = ("sample octopus-2019 -o {}", "new -o {} --name X --first-day 2022-11-15 --days 2",
           "edit o.octo edits.json -o {}", "version o.octo X -o {}", "print o.octo front -o {}")  # fmt: skip


@pytest.mark.parametrize("verb", WRITING)
@pytest.mark.parametrize(
    "out",
    ["nowhere/out", "a-file/out", "a-folder", "a" * 300, "link-in-a-circle"],
    ids=lambda name: name[:16],
)
def test_what_cannot_be_written_is_four_and_leaves_nothing_behind(
    run: Command, sample: str, verb: str, out: str
) -> None:
    run.entries()
    Path("a-file").write_text("precious", encoding="utf-8")
    Path("a-folder").mkdir()
    Path("link-in-a-circle").symlink_to("link-in-a-circle")
    before = run.files()
    ran = run(*verb.format(out).split())
    assert (ran.status, ran.out, one_line(ran.err), run.files()) == (4, "", True, before)
    assert Path("a-file").read_text(encoding="utf-8") == "precious"
    assert list(Path("a-folder").iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_four(run: Command, sample: str) -> None:
    folder = Path("locked")
    folder.mkdir(mode=0o500)
    ran = run("version", sample, "X", "-o", "locked/out.octo")
    assert (ran.status, one_line(ran.err), list(folder.iterdir())) == (4, True, [])


def test_a_file_that_is_there_stays_until_the_new_one_is_whole(run: Command, sample: str) -> None:
    run.done("sample", "octopus-2019", "-o", "out.octo")
    before = Path("out.octo").read_bytes()
    refused = run("edit", sample, run.entries({"do": "dance"}), "-o", "out.octo")
    assert (refused.status, Path("out.octo").read_bytes()) == (1, before)
    run.done("edit", sample, run.entries(), "-o", "out.octo")
    assert run.shown("out.octo") == run.shown(sample)


def test_a_file_may_be_written_over_itself(run: Command, sample: str) -> None:
    run.edited(sample, sample, {"do": "resize", "session": "ws-4", "minutes": 60})
    assert next(one for one in run.shown(sample)["sessions"] if one["id"] == "ws-4")["minutes"] == 60


def test_help_and_version_are_no_failure(run: Command) -> None:
    for arguments in (["--help"], ["show", "--help"], ["--version"]):
        assert run.done(*arguments).out


@pytest.mark.parametrize("language", ["fr", "es"])
def test_messages_follow_the_language_asked_for_else_the_environment(
    run: Command, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = run("show", "nothing.octo").err
    asked = run("show", "nothing.octo", "--language", language).err
    monkeypatch.setenv("LC_ALL", f"{language}_CH.UTF-8")
    assert run("show", "nothing.octo").err == asked
    assert run("show", "nothing.octo", "--language", "en").err == english
    assert "nothing.octo" in asked
    assert asked != english
