# SPDX-License-Identifier: EUPL-1.2
"""An `.octo` file for tests, and ways to spoil it in one place while all the rest stays right."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from octodesk.exchange import octo
from octodesk.exchange.octo_errors import FileDamaged, OctoFileError
from octodesk.exchange.zip_container import LIMITS, Limits, packed
from octodesk.model.edit import Change, Edit
from octodesk.model.enclosures import Enclosures
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped, canonical
from tests.build import ANA, BEN, at, log_of, part, person, point, session, stamped_into

PHOTO = bytes(range(256)) * 4
ATTACHMENTS = {hashlib.sha256(PHOTO).hexdigest(): PHOTO}
PHOTO_NAME = f"attachments/{next(iter(ATTACHMENTS))}"
UNLIMITED = Limits(file=2**40, entries=2**40, inflated=2**40, ratio=2**40, line=2**40, depth=100)

Line = dict[str, Any]
Entries = list[tuple[str, bytes]]


def busy_log() -> Log:
    """Two people's work put together: an undo, a redo, a field both set, one settled, and a value removed for good."""
    log = log_of(
        session("yoga", at("A", "10:00")),
        session("chess"),
        person("ana", given_name="Ana", phone="+33 1 23 45 67 89"),
        part("yoga", "ana", "moderator"),
        point("opening", "yoga", "Opening"),
    )
    theirs = log.copy()
    moved = stamped_into(log, Edit("session-moved", (_placed("yoga", "B", "11:00"),), ("yoga",)))
    stamped_into(log, Edit("undo", kind="undo", retracts=moved.id))
    stamped_into(
        log, Edit("session-changed", (Change("session", "chess", "title.fr", "Échecs"),), ("chess",))
    )
    stamped_into(theirs, Edit("session-moved", (_placed("yoga", "C", "14:00"),)), author=BEN, device="d2")
    stamped_into(
        theirs, Edit("session-changed", (Change("session", "chess", "title.fr", "Jeu"),)), author=BEN
    )
    log.add(theirs)
    stamped_into(log, Edit("settled", (Change("session", "chess", "title.fr", "Échecs"),), kind="settle"))
    phone = next(ref for ref, key in log.changes_in(next(iter(log)).id) if key == ("person", "ana", "phone"))
    stamped_into(log, Edit("removed", kind="redact", redacts=(phone,)), author=ANA)
    return log


def _placed(session_id: str, room: str, start: str) -> Change:
    return Change("session", session_id, "placement", at(room, start).plain())


def a_file(log: Log | None = None) -> bytes:
    return octo.write(log or busy_log(), enclosed=Enclosures(ATTACHMENTS))


def same(found: octo.OctoFile, log: Log) -> bool:
    return (list(found.log), found.enclosed.attachments) == (list(log), ATTACHMENTS)


Answer = tuple[type[OctoFileError], str, dict[str, Any]]


def answer(content: bytes | Path, limits: Limits = LIMITS) -> Answer:
    """How a file is refused."""
    with pytest.raises(OctoFileError) as refused:
        octo.read(content, limits=limits)
    return type(refused.value), refused.value.reason, dict(refused.value.facts)


def damaged(reason: str, **facts: Any) -> Answer:
    return FileDamaged, reason, facts


# -- taking apart and putting together again


def entries_of(content: bytes) -> Entries:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def zipped(entries: Iterable[tuple[str, bytes]]) -> bytes:
    return packed(entries, compressed=False, limits=UNLIMITED)


def manifest_of(content: bytes) -> dict[str, Any]:
    return dict(json.loads(dict(entries_of(content))[octo.MANIFEST]))


def with_manifest(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file with its manifest changed in place by `change`."""
    manifest = manifest_of(content)
    change(manifest)
    return with_entry(content, octo.MANIFEST, json.dumps(manifest).encode())


def with_entry(content: bytes, name: str, entry: bytes) -> bytes:
    """The file with one entry's bytes replaced or added, the manifest as it was."""
    return zipped({**dict(entries_of(content)), name: entry}.items())


def with_listed(content: bytes, name: str, entry: bytes) -> bytes:
    """The file with one entry's bytes replaced or added, and listed rightly in the manifest."""
    listed = {"sha256": hashlib.sha256(entry).hexdigest(), "size": len(entry)}
    return with_manifest(with_entry(content, name, entry), lambda it: it["entries"].update({name: listed}))


def raw_lines(content: bytes) -> list[bytes]:
    return dict(entries_of(content))[octo.EDITS].splitlines()


def with_raw_lines(content: bytes, lines: Iterable[bytes]) -> bytes:
    return with_listed(content, octo.EDITS, b"".join(line + b"\n" for line in lines))


def with_line(content: bytes, place: int, change: Callable[[Line], Mapping[str, Any]]) -> bytes:
    """The file with one line of the log replaced by what `change` makes of it, and the manifest right for it."""
    lines = raw_lines(content)
    lines[place] = json.dumps(change(json.loads(lines[place]))).encode()
    return with_raw_lines(content, lines)


def with_last_core(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The file with the core of its last edit changed in place, its id, the heads and the manifest right for it."""
    line = json.loads(raw_lines(content)[-1])
    core = json.loads(line["core"])
    change(core)
    return with_last_line(content, {**line, "core": canonical(core)})


def with_last_line(content: bytes, line: Line) -> bytes:
    """The file with another last edit, named by its core."""
    made = hashlib.sha256(line["core"].encode()).hexdigest()
    lines = [*raw_lines(content)[:-1], json.dumps({**line, "id": made}).encode()]
    return with_manifest(
        with_raw_lines(content, lines), lambda manifest: manifest.update(heads=[made], edits=len(lines))
    )


def last_edit(content: bytes) -> Stamped:
    return list(octo.read(content).log)[-1]


# -- containers that no honest program writes


@dataclass(frozen=True)
class Record:
    """A ZIP entry that may lie: what is not told is what is right for `content`, stored."""

    name: str
    content: bytes
    method: int = 0
    flags: int = 0
    body: bytes | None = None
    size: int | None = None
    header_name: str | None = None
    offset: int | None = None
    listed: bool = True


def raw_zip(records: Iterable[Record], *, count: int | None = None) -> bytes:
    """A ZIP written field by field, with whatever the records say; `count` is what its end says of their number."""
    whole, directory = b"", b""
    given = list(records)
    for one in given:
        body = one.content if one.body is None else one.body
        size = len(one.content) if one.size is None else one.size
        named = (one.name if one.header_name is None else one.header_name).encode()
        facts = (one.flags, one.method, 0, 33, zlib.crc32(one.content), len(body), size)
        offset = len(whole) if one.offset is None else one.offset
        central = (len(one.name.encode()), 0, 0, 0, 0, 0, offset)
        if one.listed:
            directory += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, *facts, *central) + one.name.encode()
        if one.offset is None:
            whole += struct.pack("<4s5H3L2H", b"PK\3\4", 20, *facts, len(named), 0) + named + body
    told = sum(one.listed for one in given) if count is None else count
    return (
        whole
        + directory
        + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, told, told, len(directory), len(whole), 0)
    )


def records_of(content: bytes) -> list[Record]:
    return [Record(name, entry) for name, entry in entries_of(content)]


def with_record(content: bytes, record: Record) -> bytes:
    """The file with one entry replaced by this record, or with it added at the end."""
    kept = [record if one.name == record.name else one for one in records_of(content)]
    return raw_zip(kept if record in kept else [*kept, record])


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()
