# SPDX-License-Identifier: EUPL-1.2
"""What an `.octo` file keeps, and what it looks like inside."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.exchange import octo
from octodesk.exchange.octo_errors import FileDamaged, FileTooLarge
from octodesk.exchange.zip_container import LIMITS
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.enclosures import Enclosures
from octodesk.model.fields import LARGEST
from octodesk.model.log import Log
from tests.build import log_of, stamped_into
from tests.exchange.octo_files import (
    ATTACHMENTS,
    PHOTO,
    PHOTO_NAME,
    a_file,
    busy_log,
    entries_of,
    manifest_of,
    raw_lines,
    same,
    with_listed,
    with_manifest,
    with_raw_lines,
)


def set_to(value: Any) -> Log:
    """A log whose last edit gives a field this value."""
    log = log_of()
    stamped_into(log, Edit("changed", (Change("session", "yoga", "note", value),)))
    return log


def test_what_is_written_is_read_again() -> None:
    log = busy_log()
    found = octo.read(octo.write(log, enclosed=Enclosures(ATTACHMENTS)))
    assert same(found, log)
    assert (found.log.heads, found.log.damage()) == (log.heads, [])
    assert Document.of_log(found.log) == Document.of_log(log)


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


def depth(value: Any) -> int:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inside is None else 1 + max(map(depth, inside), default=0)


@given(plain_values.filter(lambda value: depth(value) <= 5))
def test_any_plain_value_is_kept(value: Any) -> None:
    log = set_to(value)
    assert list(octo.read(octo.write(log)).log) == list(log)


def test_unknown_words_of_a_core_are_kept_as_they_are() -> None:
    content = a_file()
    line = json.loads(raw_lines(content)[-1])
    core = line["core"].replace('"wall":', '"from a newer program":{"b": [1]},"wall":')
    newer = {**line, "id": hashlib.sha256(core.encode()).hexdigest(), "core": core}
    spoken = with_raw_lines(content, [*raw_lines(content)[:-1], json.dumps(newer).encode()])
    spoken = with_manifest(spoken, lambda manifest: manifest.update(heads=[newer["id"]]))
    written = octo.write(octo.read(spoken).log)
    assert json.loads(raw_lines(written)[-1]) == newer


def test_equal_logs_give_equal_bytes() -> None:
    log = busy_log()
    order = list(log)
    shuffled = Log([*order[1::2], *order[::2]])
    assert octo.write(log, enclosed=Enclosures(ATTACHMENTS)) == octo.write(
        shuffled, enclosed=Enclosures(ATTACHMENTS)
    )


def test_reading_and_writing_again_gives_the_same_bytes() -> None:
    content = a_file()
    found = octo.read(content)
    assert octo.write(found.log, enclosed=found.enclosed) == content


def test_the_names_of_a_value_are_written_in_order() -> None:
    value = {"until": "2021-10-20", "from": "2021-09-20", "link": ""}
    assert b'{"from":"2021-09-20","link":"","until":"2021-10-20"}' in raw_lines(octo.write(set_to(value)))[-1]


def test_other_programs_see_a_plain_zip_dated_1980() -> None:
    with zipfile.ZipFile(io.BytesIO(a_file())) as archive:
        assert archive.testzip() is None
        listed = [(one.filename, one.date_time, one.compress_type) for one in archive.infolist()]
    dated = (1980, 1, 1, 0, 0, 0)
    deflated, stored = zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED
    assert listed == [
        ("mimetype", dated, stored),
        ("META-INF/manifest.json", dated, deflated),
        ("log/edits.jsonl", dated, deflated),
        (PHOTO_NAME, dated, deflated),
    ]


def test_the_type_stands_where_file_recognisers_look_for_it() -> None:
    assert a_file()[30:72] == b"mimetypeapplication/vnd.octodesk.event+zip"


def test_the_manifest_says_what_lies_in_the_file() -> None:
    log = busy_log()
    content = a_file(log)
    edits = dict(entries_of(content))["log/edits.jsonl"]
    assert manifest_of(content) == {
        "format": 1,
        "min_reader": 1,
        "event": "event",
        "heads": sorted(log.heads),
        "edits": len(log),
        "entries": {
            "log/edits.jsonl": {"sha256": hashlib.sha256(edits).hexdigest(), "size": len(edits)},
            PHOTO_NAME: {"sha256": hashlib.sha256(PHOTO).hexdigest(), "size": 1024},
        },
    }


def test_a_line_is_id_core_and_values_in_causal_order() -> None:
    log = busy_log()
    lines = [json.loads(line) for line in raw_lines(a_file(log))]
    assert lines == [
        {"id": edit.id, "core": edit.core, "values": [kept and list(kept) for kept in edit.values]}
        for edit in log
    ]


def test_a_value_removed_for_good_is_null_in_the_file() -> None:
    first = json.loads(raw_lines(a_file())[0])
    removed = [
        change["field"]
        for change, kept in zip(json.loads(first["core"])["changes"], first["values"], strict=True)
        if kept is None
    ]
    assert removed == ["phone"]


def test_without_compression_all_is_stored() -> None:
    log = busy_log()
    content = octo.write(log, enclosed=Enclosures(ATTACHMENTS), compressed=False)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}
    assert same(octo.read(content), log)


@pytest.mark.parametrize("size", [0, 1, 5_000_000])
def test_an_attachment_that_packs_too_well_is_stored(size: int) -> None:
    blank = bytes(size)
    attachments = {hashlib.sha256(blank).hexdigest(): blank}
    assert (
        octo.read(octo.write(busy_log(), enclosed=Enclosures(attachments))).enclosed.attachments
        == attachments
    )


def test_a_file_packed_by_another_program_is_read() -> None:
    log = busy_log()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, entry in entries_of(a_file(log)):
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2024, 2, 29, 12, 0, 0)), entry, method)
    assert same(octo.read(packed.getvalue()), log)


def test_lines_spaced_by_another_program_are_read() -> None:
    log = busy_log()
    content = a_file(log)
    spaced = [
        json.dumps(json.loads(line), indent=None, separators=(" , ", " : ")).encode()
        for line in raw_lines(content)
    ]
    assert same(octo.read(with_raw_lines(content, spaced)), log)


def test_a_newer_format_that_this_reader_suffices_for_is_read() -> None:
    log = busy_log()
    newer = with_listed(a_file(log), "META-INF/signature.json", b"{}")
    newer = with_manifest(newer, lambda manifest: manifest.update(format=7, min_reader=1, motto="more"))
    assert same(octo.read(newer), log)


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    log = busy_log()
    path = tmp_path / "conférence.octo"
    path.write_bytes(a_file(log))
    assert same(octo.read(path), log)


def test_a_log_without_edits_is_not_written() -> None:
    with pytest.raises(ValueError, match="without edits"):
        octo.write(Log())


def test_an_attachment_under_a_wrong_name_is_not_written() -> None:
    with pytest.raises(ValueError, match="something else"):
        octo.write(busy_log(), enclosed=Enclosures({"0" * 64: b"photo"}))


@pytest.mark.parametrize(
    ("value", "reason"),
    [(LARGEST + 1, "number"), (1.5, "number"), ([[[[[[1]]]]]], "too-deep")],
)
def test_what_a_reader_would_refuse_is_not_written(value: Any, reason: str) -> None:
    log = set_to(value)
    with pytest.raises(FileDamaged) as refused:
        octo.write(log)
    assert (refused.value.reason, refused.value.facts) == (reason, {"edit": next(iter(log.heads))})


def test_an_edit_longer_than_a_line_may_be_is_not_written() -> None:
    log = set_to("a" * 1000)
    with pytest.raises(FileTooLarge) as refused:
        octo.write(log, limits=replace(LIMITS, line=1000))
    first = next(iter(log))
    size = len(raw_lines(octo.write(log))[0]) + 1
    assert (refused.value.reason, refused.value.facts) == (
        "line",
        {"edit": first.id, "size": size, "limit": 1000},
    )


@pytest.mark.parametrize(("limit", "fact"), [("entries", "number"), ("inflated", "size"), ("file", "size")])
def test_a_file_over_a_limit_is_not_written(limit: str, fact: str) -> None:
    with pytest.raises(FileTooLarge) as refused:
        octo.write(busy_log(), limits=replace(LIMITS, **{limit: 2}))
    assert (refused.value.reason, set(refused.value.facts)) == (limit, {fact, "limit"})
