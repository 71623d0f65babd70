# SPDX-License-Identifier: EUPL-1.2
"""The `.octo` file: one event to hand on, as bytes. `write` makes it from a log, `read` gives the log back.

A ZIP of `mimetype` (first, stored), `META-INF/manifest.json` (what lies in the file, which event, its heads),
`log/edits.jsonl` (a line per edit in causal order: its id, its core verbatim, a salt and value per change) and
`attachments/<SHA-256>`. Everything read is verified before anything is handed out.
"""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import msgspec

from octodesk.exchange.octo_errors import (
    FileDamaged,
    FileTooLarge,
    FileTooNew,
    FileTruncated,
    FileUnreadable,
    NotAnOctoFile,
)
from octodesk.exchange.sealing import is_sealed, unsealed
from octodesk.exchange.zip_container import LIMITS, Container, Limits, opened, packed
from octodesk.model import stamped
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures, attachment_name
from octodesk.model.fields import LARGEST
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped

FORMAT = 1
"""The version of the format this program writes, and the newest it knows."""
MIN_READER = 1
"""The oldest format version whose readers lose nothing of what this program writes."""

MIMETYPE = b"application/vnd.octodesk.event+zip"
MANIFEST = "META-INF/manifest.json"
EDITS = "log/edits.jsonl"

_MIMETYPE_AT = 26
_BEGINNING = b"\x08\0\0\0mimetype" + MIMETYPE
"""From byte 26 on: the lengths of the first entry's name and (empty) extra field, the name, the stored bytes."""
_ATTACHMENT = re.compile(r"attachments/([0-9a-f]{64})")
_DATABASE = b"SQLite format 3\0"

_Sha256 = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]
_Salt = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{32}\Z")]
_Count = Annotated[int, msgspec.Meta(ge=0)]
_Version = Annotated[int, msgspec.Meta(ge=1)]
_EventId = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9._-]{1,64}\Z")]


class Listed(msgspec.Struct, frozen=True):
    """An entry as the manifest has it."""

    sha256: _Sha256
    size: _Count


class Manifest(msgspec.Struct, frozen=True):
    """What a file says of itself. `entries` has all but the mimetype and the manifest itself."""

    edits: _Count
    entries: dict[str, Listed]
    event: _EventId
    format: _Version
    heads: tuple[_Sha256, ...]
    min_reader: _Version


class _Line(msgspec.Struct, frozen=True):
    id: str
    core: str
    values: tuple[tuple[_Salt, Any] | None, ...]


@dataclass(frozen=True, slots=True)
class OctoFile:
    """What was read: the edits, what lies beside them, and what the file said of itself."""

    log: Log
    enclosed: Enclosures
    manifest: Manifest


_encoder = msgspec.json.Encoder(order="deterministic")
_line_decoder = msgspec.json.Decoder(_Line)
_VALUE_LEVEL = 3
"""A value stands in a pair, in the list of values, in the line's object."""


# -- writing


def write(
    log: Log,
    *,
    enclosed: Enclosures = NOTHING_ENCLOSED,
    compressed: bool = True,
    limits: Limits = LIMITS,
) -> bytes:
    """The file of an event. Equal logs and enclosures give equal bytes; without compression on every machine.

    With parts that only a newer program understands it says that it is of that program's format, as they were read.
    Raises OctoFileError where a reader would refuse the file; ValueError for a log without edits and for an attachment
    under a wrong name.
    """
    if not len(log):
        raise ValueError("a log without edits is no event")
    entries = {EDITS: b"".join(_line(edit, limits) for edit in log)}
    for name, content in sorted(enclosed.attachments.items()):
        if attachment_name(content) != name:
            raise ValueError(f"attachment {name} is something else")
        entries[f"attachments/{name}"] = content
    entries.update(sorted(enclosed.unknown.items()))
    listed = {
        name: Listed(hashlib.sha256(content).hexdigest(), len(content)) for name, content in entries.items()
    }
    number = max(FORMAT, enclosed.format) if enclosed.unknown else FORMAT
    manifest = Manifest(len(log), listed, log.event, number, tuple(sorted(log.heads)), MIN_READER)
    whole = {"mimetype": MIMETYPE, MANIFEST: _encoder.encode(manifest) + b"\n", **entries}
    return packed(whole.items(), compressed=compressed, limits=limits)


def _line(edit: Stamped, limits: Limits) -> bytes:
    for kept in edit.values:
        if kept is not None:
            _check_value(kept[1], limits.depth - _VALUE_LEVEL, edit=edit.id)
    try:
        line = _encoder.encode(_Line(edit.id, edit.core, edit.values)) + b"\n"
    except UnicodeEncodeError as wrong:
        raise FileDamaged("not-unicode", edit=edit.id) from wrong
    if len(line) > limits.line:
        raise FileTooLarge("line", edit=edit.id, size=len(line), limit=limits.line)
    return line


def _check_value(value: Any, levels: int, **where: str | int) -> None:
    """Raises FileDamaged for what is nested deeper than `levels`, and for a number no field can hold."""
    if value is None or isinstance(value, str | bool):
        return
    if isinstance(value, list | dict):
        if not levels:
            raise FileDamaged("too-deep", **where)
        for item in value.values() if isinstance(value, dict) else value:
            _check_value(item, levels - 1, **where)
    elif not isinstance(value, int) or abs(value) > LARGEST:
        raise FileDamaged("number", **where)


# -- reading


def read(content: bytes | Path, *, password: str | None = None, limits: Limits = LIMITS) -> OctoFile:
    """What a file holds, all of it verified. Raises OctoFileError and nothing else; for a file behind a password what
    sealing.unsealed raises."""
    if isinstance(content, Path):
        content = bytes_of(content, limits=limits)
    if len(content) > limits.file:
        raise FileTooLarge("file", size=len(content), limit=limits.file)
    if is_sealed(content):
        content = unsealed(content, password)
    _check_beginning(content)
    container = opened(content, limits)
    _check_mimetype(container)
    manifest = _manifest(container, limits)
    _check_listing(container, manifest)
    log = _log(container, manifest, limits)
    return OctoFile(log, _enclosures(container, manifest), manifest)


def bytes_of(path: Path, *, limits: Limits = LIMITS) -> bytes:
    """A file as it lies there. Raises FileUnreadable, FileTooLarge."""
    try:
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):  # a pipe would be waited for, /dev/zero never end
            raise FileUnreadable("not-a-file")
        if facts.st_size > limits.file:
            raise FileTooLarge("file", size=facts.st_size, limit=limits.file)
        with path.open("rb") as file:
            return file.read(limits.file + 1)
    except OSError as wrong:
        raise FileUnreadable.because(wrong) from wrong


def _check_beginning(content: bytes) -> None:
    if not content:
        raise NotAnOctoFile("empty")
    if content.startswith(_DATABASE):
        raise NotAnOctoFile("database")
    if not content.startswith(b"PK\3\4"):
        raise NotAnOctoFile("other")
    if len(content) < _MIMETYPE_AT + len(_BEGINNING):
        raise FileTruncated(size=len(content))
    if not content.startswith(_BEGINNING, _MIMETYPE_AT):
        raise NotAnOctoFile("other-zip")


def _check_mimetype(container: Container) -> None:
    """The directory knows the beginning too; else another reader would see another file."""
    entry = container.entries.get("mimetype")
    if entry is None or entry.header != 0 or container.whole("mimetype") != MIMETYPE:
        raise FileDamaged("entry-header", entry="mimetype")


def _manifest(container: Container, limits: Limits) -> Manifest:
    facts = _parsed_manifest(container, limits)
    needed = facts.get("min_reader")
    if isinstance(needed, int) and needed > FORMAT:
        raise FileTooNew(needed=needed, known=FORMAT)
    try:
        return msgspec.convert(facts, Manifest)
    except ValueError as wrong:  # also UnicodeEncodeError, where msgspec would quote half a character
        raise FileDamaged("manifest") from wrong


def _parsed_manifest(container: Container, limits: Limits) -> dict[str, Any]:
    if MANIFEST not in container.entries:
        raise FileDamaged("entry-missing", entry=MANIFEST)
    size = container.entries[MANIFEST].size
    if size > limits.line:
        raise FileTooLarge("manifest", size=size, limit=limits.line)
    try:
        facts = stamped.parse(container.whole(MANIFEST).decode())
    except (ValueError, RecursionError) as wrong:
        raise FileDamaged("manifest") from wrong
    _check_value(facts, limits.depth, entry=MANIFEST)
    if not isinstance(facts, dict):
        raise FileDamaged("manifest")
    return facts


def _check_listing(container: Container, manifest: Manifest) -> None:
    """The container holds what the manifest lists and nothing else; a newer format may list what is not known here."""
    for name, listed in manifest.entries.items():
        if name not in container.entries:
            raise FileDamaged("entry-missing", entry=name)
        if container.entries[name].size != listed.size:
            raise FileDamaged("entry-changed", entry=name)
        if manifest.format <= FORMAT and name != EDITS and not _ATTACHMENT.fullmatch(name):
            raise FileDamaged("entry-unknown", entry=name)
    for name in container.entries:
        if name not in manifest.entries and name not in ("mimetype", MANIFEST):
            raise FileDamaged("entry-unlisted", entry=name)
    if EDITS not in manifest.entries:
        raise FileDamaged("entry-missing", entry=EDITS)


def _enclosures(container: Container, manifest: Manifest) -> Enclosures:
    attachments: dict[str, bytes] = {}
    unknown: dict[str, bytes] = {}
    for name, listed in manifest.entries.items():
        if name == EDITS:
            continue
        content, match = container.whole(name), _ATTACHMENT.fullmatch(name)
        found = attachment_name(content)
        if found != listed.sha256 or (match and found != match[1]):
            raise FileDamaged("entry-changed", entry=name)
        if match:
            attachments[found] = content
        else:
            unknown[name] = content
    return Enclosures(attachments, unknown, manifest.format if unknown else 0)


def _log(container: Container, manifest: Manifest, limits: Limits) -> Log:
    known = hashlib.sha256()
    edits = list(_edits(_hashed(container.chunks(EDITS), known), limits))
    if known.hexdigest() != manifest.entries[EDITS].sha256:
        raise FileDamaged("entry-changed", entry=EDITS)
    if not edits:
        raise FileDamaged("no-edits")
    with _named():
        log = Log(edits)
    if (log.event, tuple(sorted(log.heads))) != (manifest.event, tuple(sorted(manifest.heads))):
        raise FileDamaged("other-heads")
    if len(log) != manifest.edits:
        raise FileDamaged("other-count")
    if lost := log.damage():
        raise FileDamaged("value-lost", edit=lost[0][0], count=len(lost))
    return log


def _hashed(chunks: Iterable[bytes], known: hashlib._Hash) -> Iterator[bytes]:
    for chunk in chunks:
        known.update(chunk)
        yield chunk


def _edits(chunks: Iterable[bytes], limits: Limits) -> Iterator[Stamped]:
    seen: set[str] = set()
    for number, line in enumerate(_lines(chunks, limits.line), 1):
        edit = _edit(line, limits, number)
        if edit.id in seen:
            raise FileDamaged("edit-twice", line=number)
        seen.add(edit.id)
        yield edit


def _lines(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """The lines without their ends; no line is longer than `limit`, and the last one has an end too."""
    waiting, number = b"", 1
    for chunk in chunks:
        *whole, waiting = (waiting + chunk).split(b"\n")
        if max(map(len, (*whole, waiting))) >= limit:
            raise FileTooLarge("line", line=number, limit=limit)
        yield from whole
        number += len(whole)
    if waiting:
        raise FileDamaged("line-cut", line=number)


def _edit(line: bytes, limits: Limits, number: int) -> Stamped:
    try:
        found = _line_decoder.decode(line)
        if _encoder.encode(found) != line:  # not as this program writes it: perhaps a name is given twice
            stamped.parse(line.decode())
    except (ValueError, RecursionError) as wrong:
        raise FileDamaged("line-unreadable", line=number) from wrong
    for kept in found.values:
        if kept is not None:
            _check_value(kept[1], limits.depth - _VALUE_LEVEL, line=number)
    with _named(line=number):
        return stamped.read(found.id, found.core, found.values)


@contextmanager
def _named(**where: int) -> Iterator[None]:
    """What the log refuses is damage of the file."""
    try:
        yield
    except stamped.Damaged as wrong:
        raise FileDamaged(wrong.reason, **wrong.facts, **where) from wrong
