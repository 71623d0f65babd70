# SPDX-License-Identifier: EUPL-1.2
"""Each way the manifest and the edits of an `.octo` file can be wrong, in a file that is right otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from octodesk.exchange import octo
from octodesk.exchange.octo_errors import FileTooLarge
from octodesk.exchange.zip_container import LIMITS
from octodesk.model.stamped import canonical, digest
from tests.exchange.octo_files import (
    Line,
    a_file,
    answer,
    damaged,
    entries_of,
    last_edit,
    manifest_of,
    raw_lines,
    with_entry,
    with_last_core,
    with_last_line,
    with_line,
    with_listed,
    with_manifest,
    with_raw_lines,
)

GOOD = a_file()
LINES = raw_lines(GOOD)
COUNT = len(LINES)
FIRST: Line = json.loads(LINES[0])
SECOND: Line = json.loads(LINES[1])
LAST = last_edit(GOOD)
SALT = "0123456789abcdef" * 2

# -- the manifest


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "manifest"),
        (b"{", "manifest"),
        (b"[1]", "manifest"),
        (b"\xff{}", "manifest"),
        (b'{"format": NaN}', "manifest"),
        (b'{"format": Infinity}', "manifest"),
        (b'{"format": 1.0}', "manifest"),
        (b'{"format": 1, "format": 1}', "manifest"),
        (b'{"format": ' + b"9" * 5000 + b"}", "manifest"),
        (b"[" * 100_000, "manifest"),
        (b'{"a": ' + b"[" * 8 + b"]" * 8 + b"}", "too-deep"),
        (b'{"a": 9007199254740993}', "number"),
        (b'{"a": -9007199254740993}', "number"),
        (b"{}", "manifest"),
    ],
)
def test_a_manifest_that_is_none(content: bytes, reason: str) -> None:
    where = {"entry": octo.MANIFEST} if reason != "manifest" else {}
    assert answer(with_entry(GOOD, octo.MANIFEST, content)) == damaged(reason, **where)


@pytest.mark.parametrize(
    "change",
    [
        {"format": 0}, {"format": "1"}, {"format": True}, {"min_reader": None}, {"min_reader": 0}, {"edits": -1},
        {"event": ""}, {"event": "a/b"}, {"event": "x" * 65}, {"event": "event\n"}, {"heads": "all"}, {"heads": ["f00"]},
        {"entries": []}, {"entries": {octo.EDITS: {}}}, {"entries": {octo.EDITS: {"size": "1", "sha256": "0" * 64}}},
    ],
)  # fmt: skip
def test_a_manifest_with_other_kinds_of_values(change: dict[str, Any]) -> None:
    assert answer(with_manifest(GOOD, lambda manifest: manifest.update(change))) == damaged("manifest")


@pytest.mark.parametrize("name", ["format", "min_reader", "event", "heads", "edits", "entries"])
def test_a_manifest_that_lacks_a_name(name: str) -> None:
    assert answer(with_manifest(GOOD, lambda manifest: manifest.pop(name))) == damaged("manifest")


def test_a_manifest_longer_than_a_line_may_be() -> None:
    size = len(canonical(manifest_of(GOOD))) + 1
    expected = (FileTooLarge, "manifest", {"size": size, "limit": size - 1})
    assert answer(GOOD, replace(LIMITS, line=size - 1)) == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"event": "other"}, "other-heads"),
        ({"heads": [FIRST["id"]]}, "other-heads"),
        ({"heads": []}, "other-heads"),
        ({"edits": COUNT + 1}, "other-count"),
    ],
)
def test_a_manifest_that_tells_of_another_log(change: dict[str, Any], reason: str) -> None:
    assert answer(with_manifest(GOOD, lambda manifest: manifest.update(change))) == damaged(reason)


# -- lines


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"edits",
        b"{}",
        b"[1, 2, 3]",
        b"\xff\xfe",
        b"[" * 200_000,
        LINES[1][:-1],
        LINES[1].replace(b'"id":', b'"id":"","id":'),
        LINES[1].replace(b'"values":[[', b'"values":[[NaN,'),
        LINES[1].replace(b'"values":[', b'"values":[["a","b","c"],'),
        LINES[1].replace(b'"exclusive":false', b'"exclusive":false,"exclusive":false'),
        LINES[1].replace(b'"exclusive":false', b'"exclusive":NaN'),
        LINES[1].replace(b'"exclusive":false', b'"exclusive":' + b"9" * 5000),
        LINES[1].replace(b'"exclusive":false', b'"exclusive":1e3'),
        LINES[1].replace(b'"exclusive":false', b'"exclusive":"\\ud800"'),
        LINES[1].replace(b'"exclusive":false', b'"exclusive":"\xed\xa0\x80"'),
    ],
)
def test_a_line_that_is_no_edit(line: bytes) -> None:
    assert line != LINES[1]
    spoilt = with_raw_lines(GOOD, [LINES[0], line, *LINES[2:]])
    assert answer(spoilt) == damaged("line-unreadable", line=2)


@pytest.mark.parametrize(
    ("value", "reason"),
    [(b"1.5", "number"), (b"9007199254740993", "number"), (b"1" * 30, "number"), (b"[" * 6 + b"]" * 6, "too-deep")],
)  # fmt: skip
def test_a_value_no_field_can_hold(value: bytes, reason: str) -> None:
    line = LINES[1].replace(b'"exclusive":false', b'"exclusive":' + value)
    assert answer(with_raw_lines(GOOD, [LINES[0], line, *LINES[2:]])) == damaged(reason, line=2)


def test_a_line_that_is_too_long() -> None:
    longest = max(map(len, LINES))
    expected = (FileTooLarge, "line", {"line": 1, "limit": longest})
    assert len(LINES[0]) == longest
    assert answer(GOOD, replace(LIMITS, line=longest)) == expected


def test_a_last_line_without_its_end() -> None:
    edits = b"\n".join(LINES)
    cut = with_raw_lines(GOOD, [])
    assert answer(cut) == damaged("no-edits")
    assert answer(with_listed(GOOD, octo.EDITS, edits)) == damaged("line-cut", line=COUNT)


# -- edits


def test_the_same_edit_twice() -> None:
    assert answer(with_raw_lines(GOOD, [*LINES, LINES[0]])) == damaged("edit-twice", line=COUNT + 1)


def test_an_edit_that_is_not_what_its_id_says() -> None:
    spoilt = with_line(GOOD, 0, lambda line: {**line, "core": line["core"].replace("Maker", "Taker")})
    assert answer(spoilt) == damaged("id-mismatch", edit=FIRST["id"], line=1)


def _with_value(line: Line, place: int, kept: object) -> Line:
    return {**line, "values": [*line["values"][:place], kept, *line["values"][place + 1 :]]}


def test_a_value_that_is_not_what_the_edit_says() -> None:
    salt = SECOND["values"][0][0]
    spoilt = with_line(GOOD, 1, lambda line: _with_value(line, 0, [salt, None]))
    changed = json.loads(SECOND["core"])["changes"][0]
    where = {name: changed[name] for name in ("table", "id", "field")}
    assert answer(spoilt) == damaged("value-mismatch", edit=SECOND["id"], line=2, **where)


@pytest.mark.parametrize("salt", ["", "0g" * 16, SALT + "00", SALT.upper(), SALT + "\n"])
def test_a_salt_that_is_none(salt: str) -> None:
    spoilt = with_line(GOOD, 1, lambda line: _with_value(line, 0, [salt, None]))
    assert answer(spoilt) == damaged("line-unreadable", line=2)


def test_fewer_values_than_changes() -> None:
    spoilt = with_line(GOOD, 1, lambda line: {**line, "values": []})
    assert answer(spoilt) == damaged("values-missing", edit=SECOND["id"], line=2)


def test_a_value_that_nobody_removed() -> None:
    spoilt = with_line(GOOD, 1, lambda line: _with_value(line, 0, None))
    assert answer(spoilt) == damaged("value-lost", edit=SECOND["id"], count=1)


def test_an_edit_whose_parent_is_missing() -> None:
    second_last = json.loads(LINES[-2])["id"]
    assert answer(with_raw_lines(GOOD, [*LINES[:-2], LINES[-1]])) == damaged(
        "parent-missing", edit=LAST.id, parent=second_last
    )


def test_a_log_whose_last_edits_are_missing() -> None:
    assert answer(with_raw_lines(GOOD, LINES[:-1])) == damaged("other-heads")


@pytest.mark.parametrize(
    ("reason", "change"),
    [
        ("other-event", lambda core: core.update(event="other")),
        ("lamport", lambda core: core.update(lamport=1)),
        ("lamport", lambda core: core.update(lamport=10**30)),
        ("parent-missing", lambda core: core.update(parents=["0" * 64])),
        ("reference", lambda core: core.update(redacts=[[FIRST["id"], 100_000]])),
        ("reference", lambda core: core.update(redacts=[[FIRST["id"], -1]])),
    ],
)
def test_an_edit_that_does_not_fit_the_others(
    reason: str, change: Callable[[dict[str, Any]], object]
) -> None:
    spoilt = with_last_core(GOOD, change)
    edit = json.loads(raw_lines(spoilt)[-1])["id"]
    more = {"parent": "0" * 64} if reason == "parent-missing" else {}
    assert answer(spoilt) == damaged(reason, edit=edit, **more)


def test_a_change_that_replaces_one_of_another_field() -> None:
    value = (SALT, "x")
    change = {
        "table": "room",
        "id": "A",
        "field": "floor",
        "supersedes": [[FIRST["id"], 0]],
        "digest": digest(*value),
    }
    core = {**json.loads(LAST.core), "changes": [change]}
    spoilt = with_last_line(GOOD, {"core": canonical(core), "values": [value]})
    assert answer(spoilt) == damaged("reference", edit=json.loads(raw_lines(spoilt)[-1])["id"])


@pytest.mark.parametrize(
    "core",
    [
        "",
        "{}",
        "[]",
        "null",
        "[" * 200_000,
        LAST.core.replace('"lamport":', '"lamport":NaN,"was":'),
        LAST.core.replace('"lamport":', '"lamport":1.0,"was":'),
        LAST.core.replace('"lamport":', '"lamport":true,"was":'),
        LAST.core.replace('"lamport":', '"lamport":1,"lamport":'),
        LAST.core.replace('"kind":"redact"', '"kind":"other"'),
        LAST.core.replace('"kind":"redact"', '"kind":["redact"]'),
        LAST.core.replace('"device":"d1"', '"device":1'),
        LAST.core.replace('"author":{', '"author":[],"was":{'),
        LAST.core.replace('"changes":[]', '"changes":1'),
        LAST.core.replace('"changes":[]', '"changes":[{}]'),
        LAST.core.replace('"redacts":[[', '"redacts":[["a"],['),
        LAST.core.replace('"parents":[', '"parents":[["a"],'),
        LAST.core.replace('"lamport":', '"deep":' + "[" * 100_000 + "]" * 100_000 + ',"lamport":'),
    ],
)
def test_a_core_that_is_none(core: str) -> None:
    assert core != LAST.core
    spoilt = with_last_line(GOOD, {"core": core, "values": []})
    edit = json.loads(raw_lines(spoilt)[-1])["id"]
    assert answer(spoilt) == damaged("core-unreadable", edit=edit, line=COUNT)


def test_a_file_changed_without_its_manifest() -> None:
    edits = dict(entries_of(GOOD))[octo.EDITS]
    swapped = b"\n".join([LINES[0], LINES[2], LINES[1], *LINES[3:], b""])
    assert len(swapped) == len(edits)
    assert answer(with_entry(GOOD, octo.EDITS, swapped)) == damaged("entry-changed", entry=octo.EDITS)
