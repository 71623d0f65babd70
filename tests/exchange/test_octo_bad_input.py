# SPDX-License-Identifier: EUPL-1.2
"""Each way an `.octo` file can be wrong has its own answer: the file as a whole, and its container.

What can be wrong inside is in test_octo_bad_log.py.
"""

from __future__ import annotations

import hashlib
import io
import os
import sqlite3
import tracemalloc
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from octodesk.exchange import octo
from octodesk.exchange.octo_errors import (
    FileTooLarge,
    FileTooNew,
    FileTruncated,
    FileUnreadable,
    NotAnOctoFile,
)
from octodesk.exchange.zip_container import LIMITS, Limits
from octodesk.model.enclosures import Enclosures
from tests.exchange.nobody import as_nobody
from tests.exchange.octo_files import (
    ATTACHMENTS,
    PHOTO,
    PHOTO_NAME,
    Record,
    a_file,
    answer,
    busy_log,
    damaged,
    deflated,
    entries_of,
    raw_zip,
    records_of,
    with_entry,
    with_listed,
    with_manifest,
    with_record,
    zipped,
)

GOOD = a_file()

# -- something else, or only the beginning


def a_database(folder: Path) -> bytes:
    path = folder / "events.sqlite"
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE edit (id TEXT)")
    database.close()
    return path.read_bytes()


def other_zip(*entries: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return made.getvalue()


def test_an_sqlite_file_is_recognised_and_not_opened(tmp_path: Path) -> None:
    assert answer(a_database(tmp_path)) == (NotAnOctoFile, "database", {})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 and so on", "other"),
        (b"PK", "other"),
        (bytes(1000), "other"),
        (other_zip(("word/document.xml", b"<w:document/>" * 10)), "other-zip"),
        (other_zip(("mimetype", b"application/vnd.oasis.opendocument.text")), "other-zip"),
        (other_zip(("mimetype", octo.MIMETYPE * 2), method=zipfile.ZIP_DEFLATED), "other-zip"),
        (other_zip(("a", b""), *entries_of(GOOD)), "other-zip"),
    ],
)
def test_something_else_is_named(content: bytes, reason: str) -> None:
    assert answer(content) == (NotAnOctoFile, reason, {})


def test_a_file_cut_off_anywhere_is_known_as_cut_off() -> None:
    sizes = range(4, len(GOOD))
    answers = [answer(GOOD[:size]) for size in sizes]
    assert answers == [(FileTruncated, "truncated", {"size": size}) for size in sizes]


def test_bytes_behind_the_end_are_noticed() -> None:
    assert answer(GOOD + b"\r\n") == damaged("after-the-end")


def test_a_newer_format_names_the_version_needed() -> None:
    newer = with_manifest(GOOD, lambda manifest: manifest.update(format=3, min_reader=2, entries="otherwise"))
    with pytest.raises(FileTooNew) as refused:
        octo.read(newer)
    assert (refused.value.needed, refused.value.known) == (2, 1)
    assert answer(newer) == (FileTooNew, "too-new", {"needed": 2, "known": 1})


# -- the system does not hand it out


def test_a_missing_file(tmp_path: Path) -> None:
    missing = (FileUnreadable, "missing", {"system": "No such file or directory"})
    assert answer(tmp_path / "no.octo") == missing


def test_a_folder_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.octo")
    assert answer(tmp_path) == (FileUnreadable, "not-a-file", {})
    assert answer(tmp_path / "pipe.octo") == (FileUnreadable, "not-a-file", {})


def test_a_file_one_may_not_read(folder_for_nobody: Path) -> None:
    path = folder_for_nobody / "secret.octo"
    path.write_bytes(GOOD)
    path.chmod(0)
    with as_nobody():
        assert answer(path) == (FileUnreadable, "not-allowed", {"system": "Permission denied"})


# -- too large


def test_the_limits_are_those_of_the_format() -> None:
    assert Limits(512 * 2**20, 20_000, 2 * 2**30, ratio=200, line=64 * 2**20, depth=8) == LIMITS


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.octo"
    with path.open("wb") as file:
        file.truncate(LIMITS.file + 1)
    expected = (FileTooLarge, "file", {"size": LIMITS.file + 1, "limit": LIMITS.file})
    assert answer_within(1_000_000, path) == expected


def answer_within(memory: int, content: bytes | Path) -> object:
    """The answer, once it is sure that reading took no more than `memory` bytes."""
    tracemalloc.start()
    given = answer(content)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < memory
    return given


def test_bytes_that_are_too_many() -> None:
    limit = len(GOOD) - 1
    assert answer(GOOD, replace(LIMITS, file=limit)) == (
        FileTooLarge,
        "file",
        {"size": len(GOOD), "limit": limit},
    )


def test_too_many_entries() -> None:
    many = zipped([*entries_of(GOOD), *((f"n/{number}", b"") for number in range(20_000))])
    assert answer(many) == (FileTooLarge, "entries", {"number": 20_004, "limit": 20_000})


def test_more_entries_than_an_end_can_tell() -> None:
    assert answer(raw_zip(records_of(GOOD), count=0xFFFF)) == (
        FileTooLarge, "entries", {"number": 0xFFFF, "limit": 20_000},
    )  # fmt: skip


def test_too_much_when_inflated() -> None:
    size = sum(len(entry) for _, entry in entries_of(GOOD))
    expected = (FileTooLarge, "inflated", {"size": size, "limit": size - 1})
    assert answer(GOOD, replace(LIMITS, inflated=size - 1)) == expected


def bomb(size: int, told: int) -> tuple[str, bytes]:
    """The name of an attachment of so many zeros, and the good file with it, said to be `told` bytes long."""
    zeros = bytes(size)
    sha256 = hashlib.sha256(zeros).hexdigest()
    name = f"attachments/{sha256}"
    listing = with_manifest(GOOD, lambda it: it["entries"].update({name: {"sha256": sha256, "size": told}}))
    return name, with_record(listing, Record(name, zeros, method=8, body=deflated(zeros), size=told))


def test_a_zip_bomb_is_known_before_it_goes_off() -> None:
    name, content = bomb(50_000_000, told=50_000_000)
    expected = (FileTooLarge, "ratio", {"entry": name, "limit": 200})
    assert answer_within(1_000_000, content) == expected


def test_a_zip_bomb_that_lies_is_stopped_at_the_size_it_told() -> None:
    name, content = bomb(50_000_000, told=1000)
    assert answer_within(5_000_000, content) == damaged("entry-contents", entry=name)


def test_a_log_that_inflates_to_more_than_it_told() -> None:
    edits = dict(entries_of(GOOD))[octo.EDITS]
    longer = edits + edits
    content = with_record(GOOD, Record(octo.EDITS, longer, method=8, body=deflated(longer), size=len(edits)))
    assert answer(content) == damaged("entry-contents", entry=octo.EDITS)


# -- the container


@pytest.mark.parametrize(
    "name",
    [
        "../evil", "log/../../evil", "/etc/passwd", "C:/evil", "log\\edits.jsonl", "a//b", "attachments/", "./log", "",
        ".hidden", "log/.hidden", "a b", "édits", "a" * 201, "log/edits.jsonl\n",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere(name: str) -> None:
    shown = name.encode().decode("ascii", "replace")[:200]
    assert answer(with_record(GOOD, Record(name, b""))) == damaged("entry-name", entry=shown)


def test_a_name_given_twice() -> None:
    twice = raw_zip([*records_of(GOOD), Record(octo.EDITS, b"")])
    assert answer(twice) == damaged("entry-twice", entry=octo.EDITS)


def test_a_password_for_one_entry() -> None:
    locked = with_record(GOOD, Record(octo.EDITS, b"secret", flags=1))
    assert answer(locked) == (NotAnOctoFile, "encrypted", {"entry": octo.EDITS})


def test_a_packing_nobody_agreed_on() -> None:
    packed = with_record(GOOD, Record(octo.EDITS, b"BZh9", method=12))
    assert answer(packed) == damaged("entry-method", entry=octo.EDITS)


def test_entries_that_lie_on_top_of_each_other() -> None:
    """One stored entry holds a whole other entry, header and all, so that its bytes would count twice."""
    inner = raw_zip([Record("inner", b"x" * 100)])[: 30 + 5 + 100]
    honest = raw_zip(records_of(GOOD))
    begins = honest.index(b"PK\1\2") + 30 + len("outer")
    records = [*records_of(GOOD), Record("outer", inner), Record("inner", b"x" * 100, offset=begins)]
    assert answer(raw_zip(records)) == damaged("entry-overlaps", entry="inner")


def test_an_entry_that_reaches_into_the_directory() -> None:
    size = len(GOOD)
    long = raw_zip([*records_of(GOOD), Record("long", b"abc")])
    place = long.index(b"long") - 30
    told = (3).to_bytes(4, "little")
    more = size.to_bytes(4, "little")
    reaching = long[:place] + long[place:].replace(told + told, more + told)
    assert answer(reaching) == damaged("entry-overlaps", entry="long")


@pytest.mark.parametrize(
    "record", [Record(octo.EDITS, b"", header_name="log/edits.jsonL"), Record(octo.EDITS, b"", offset=2**31)]
)
def test_an_entry_whose_header_says_otherwise(record: Record) -> None:
    assert answer(with_record(GOOD, record)) == damaged("entry-header", entry=octo.EDITS)


def test_a_directory_that_does_not_know_the_beginning() -> None:
    first, *others = records_of(GOOD)
    assert answer(raw_zip([replace(first, listed=False), *others])) == damaged(
        "entry-header", entry="mimetype"
    )
    elsewhere = raw_zip([replace(first, listed=False), *others, first])
    assert answer(elsewhere) == damaged("entry-header", entry="mimetype")


@pytest.mark.parametrize("count", [1, 5])
def test_a_directory_of_another_length_than_told(count: int) -> None:
    assert answer(raw_zip(records_of(GOOD), count=count)) == damaged("directory")


def without_its_end(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush(zlib.Z_SYNC_FLUSH)


@pytest.mark.parametrize(
    "body", [deflated(PHOTO) + b"more", without_its_end(PHOTO), deflated(PHOTO)[:-5], b"\xff" * 50]
)
def test_packed_bytes_that_are_more_or_fewer_than_they_should(body: bytes) -> None:
    packed = with_record(GOOD, Record(PHOTO_NAME, PHOTO, method=8, body=body))
    assert answer(packed) == damaged("entry-contents", entry=PHOTO_NAME)


def test_an_entry_nobody_listed() -> None:
    assert answer(with_entry(GOOD, "notes.txt", b"")) == damaged("entry-unlisted", entry="notes.txt")


def test_an_entry_of_another_kind() -> None:
    assert answer(with_listed(GOOD, "notes.txt", b"")) == damaged("entry-unknown", entry="notes.txt")


@pytest.mark.parametrize("name", [octo.MANIFEST, octo.EDITS, PHOTO_NAME])
def test_an_entry_that_is_missing(name: str) -> None:
    without = zipped([(known, entry) for known, entry in entries_of(GOOD) if known != name])
    assert answer(without) == damaged("entry-missing", entry=name)


def test_an_entry_that_is_not_what_the_manifest_lists() -> None:
    other = bytes(reversed(PHOTO))
    assert answer(with_entry(GOOD, PHOTO_NAME, other)) == damaged("entry-changed", entry=PHOTO_NAME)
    assert answer(with_entry(GOOD, PHOTO_NAME, b"short")) == damaged("entry-changed", entry=PHOTO_NAME)


def test_an_attachment_that_is_not_what_its_name_says() -> None:
    assert answer(with_listed(GOOD, PHOTO_NAME, b"other")) == damaged("entry-changed", entry=PHOTO_NAME)


def test_a_bit_that_fell_over_in_an_attachment() -> None:
    stored = octo.write(busy_log(), enclosed=Enclosures(ATTACHMENTS), compressed=False)
    place = stored.index(PHOTO) + 100
    fallen = stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :]
    assert answer(fallen) == damaged("entry-contents", entry=PHOTO_NAME)
