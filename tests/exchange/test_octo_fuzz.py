# SPDX-License-Identifier: EUPL-1.2
"""Files spoilt at random: each is refused by name or is as good as it was, and nothing else ever happens.

Twenty times the examples of the profile, shared among three depths: any bytes of the file; the manifest and lines in
a container that is right; the words of an edit that its id, the heads and the manifest agree with.
"""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from octodesk.exchange import octo
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.model.document import Document
from octodesk.model.stamped import canonical, digest
from tests.exchange.octo_files import (
    a_file,
    busy_log,
    entries_of,
    raw_lines,
    same,
    with_entry,
    with_last_line,
    with_raw_lines,
)

EXAMPLES = settings().max_examples
LOG = busy_log()
GOOD = a_file(LOG)
STORED = octo.write(LOG, enclosed=octo.read(GOOD).enclosed, compressed=False)
LINES = raw_lines(GOOD)
MANIFEST = dict(entries_of(GOOD))[octo.MANIFEST]

spots = st.integers(0, 2**16)
cuts = st.tuples(spots, st.integers(0, 40), st.binary(max_size=40))
"""Where, how many bytes go, and what comes instead."""


def spoilt(content: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    for spot, length, instead in changes:
        place = spot % (len(content) + 1)
        content = content[:place] + instead + content[place + length :]
    return content


def is_refused_or_the_same(content: bytes) -> bool:
    try:
        return same(octo.read(content), LOG)
    except OctoFileError:
        return True


@settings(max_examples=14 * EXAMPLES)
@given(st.sampled_from([GOOD, STORED]), st.lists(cuts, min_size=1, max_size=3))
def test_any_bytes(content: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    assert is_refused_or_the_same(spoilt(content, changes))


json_pieces = st.sampled_from(
    [b'"', b"[", b"]", b"{", b"}", b",", b":", b"\\", b"null", b"true", b"NaN", b"1e9", b"-1", b"9" * 25, b"\\ud800",
     b"[" * 2000, b"\n", b"\xff", b"\0"]
)  # fmt: skip
json_cuts = st.tuples(spots, st.integers(0, 12), json_pieces | st.binary(max_size=4))


@settings(max_examples=2 * EXAMPLES)
@given(st.integers(0, len(LINES) - 1), st.lists(json_cuts, min_size=1, max_size=3))
def test_any_line_of_the_log(number: int, changes: list[tuple[int, int, bytes]]) -> None:
    lines = [*LINES[:number], spoilt(LINES[number], changes), *LINES[number + 1 :]]
    assert is_refused_or_the_same(with_raw_lines(GOOD, lines))


@settings(max_examples=EXAMPLES)
@given(st.lists(json_cuts, min_size=1, max_size=3))
def test_any_words_of_the_manifest(changes: list[tuple[int, int, bytes]]) -> None:
    assert is_refused_or_the_same(with_entry(GOOD, octo.MANIFEST, spoilt(MANIFEST, changes)))


odd_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=[])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)
FIELDS = [
    "_alive",
    "placement",
    "title.fr",
    "title",
    "kind",
    "minutes",
    "topics",
    "track",
    "date",
    "availability",
    "?",
]
TABLES = ["event", "session", "room", "contribution", "day", "person", "nothing"]


def with_edit(table: str, row: str, field: str, value: Any) -> bytes:
    """The good file with one more edit, right in every other respect, that sets one field to this value."""
    salted = {"table": table, "id": row, "field": field, "supersedes": [], "digest": digest("00" * 16, value)}
    last = json.loads(LINES[-1])
    core = json.loads(last["core"])
    core.update(parents=[last["id"]], lamport=core["lamport"] + 1, kind="do", redacts=[], changes=[salted])
    line = {"core": canonical(core), "values": [["00" * 16, value]]}
    return with_last_line(with_raw_lines(GOOD, [*LINES, b""]), line)


def outcome(content: bytes) -> Document | None:
    """What the file's conference is, None if the file is refused."""
    try:
        return Document.of_log(octo.read(content).log)
    except OctoFileError:
        return None


@settings(max_examples=2 * EXAMPLES)
@given(
    st.sampled_from(TABLES),
    st.sampled_from(["event", "yoga", "A", "new", "\0", ""]),
    st.sampled_from(FIELDS),
    odd_values,
)
def test_any_value_of_a_well_made_edit(table: str, row: str, field: str, value: Any) -> None:
    document = outcome(with_edit(table, row, field, value))
    assert document is None or document.event_id == "event"


def test_a_well_made_edit_is_taken() -> None:
    document = outcome(with_edit("session", "yoga", "minutes", 45))
    assert document is not None
    assert document.session("yoga").minutes == 45
