# SPDX-License-Identifier: EUPL-1.2
"""The ZIP container of `.octo` files: packed the same on every machine, opened with limits that hold before memory is
spent.

A narrow part of the format (PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16): no ZIP64, no encryption, stored or
deflated. The standard library's reader makes an object of each directory entry before one can count them, and reads
entries that lie on top of each other.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from octodesk.exchange.octo_errors import FileDamaged, FileTooLarge, FileTruncated, NotAnOctoFile

STORED, DEFLATED = 0, 8

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_LONGEST_COMMENT = 0xFFFF

_VERSION = 20
_UNIX, _PLAIN_FILE = 3 << 8, 0o100644 << 16
_FIRST_OF_1980 = 1 << 5 | 1
_LEVEL = 6
"""zlib's own default: 24 MB of edits take 0.4 s; level 9 takes twice that for 1 % less."""

_ENCRYPTED, _SIZES_BEHIND = 1 << 0, 1 << 3
_CHUNK = 1 << 20

_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may ask for. Sizes in bytes; `ratio` is size over packed size, `depth` that of JSON."""

    file: int = 512 * 2**20
    entries: int = 20_000
    inflated: int = 2 * 2**30
    ratio: int = 200
    line: int = 64 * 2**20
    depth: int = 8


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the directory tells it; `header` and `begins` are where its header and its bytes begin."""

    name: str
    flags: int
    method: int
    crc: int
    packed_size: int
    size: int
    header: int
    begins: int = 0

    @property
    def ends(self) -> int:
        return self.begins + self.packed_size


# -- packing


def packed(entries: Iterable[tuple[str, bytes]], *, compressed: bool, limits: Limits) -> bytes:
    """A ZIP of these entries in this order, dated 1980-01-01; the first is always stored. Raises FileTooLarge.

    Without compression the bytes do not depend on the zlib of the machine.
    """
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = inflated = 0
    for name, content in entries:
        method, body = _squeezed(content, limits.ratio) if compressed and offset else (STORED, content)
        facts = (method, 0, _FIRST_OF_1980, zlib.crc32(content), len(body), len(content), len(name), 0)
        header = _LOCAL.pack(_LOCAL_MARK, _VERSION, 0, *facts)
        made_by = (_CENTRAL_MARK, _UNIX | _VERSION, _VERSION, 0)
        directory += (_CENTRAL.pack(*made_by, *facts, 0, 0, 0, _PLAIN_FILE, offset), name.encode())
        parts += (header, name.encode(), body)
        offset += len(header) + len(name) + len(body)
        inflated += len(content)
    count, size = len(directory) // 2, sum(map(len, directory))
    _check_limit("entries", count, limits.entries)
    _check_limit("inflated", inflated, limits.inflated)
    _check_limit("file", offset + size + _END.size, limits.file)
    end = _END.pack(_END_MARK, 0, 0, count, count, size, offset, 0)
    return b"".join((*parts, *directory, end))


def _squeezed(content: bytes, ratio: int) -> tuple[int, bytes]:
    """Stored where packing does not help, or helps so much that a reader would take it for a bomb."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(content) + packer.flush()
    if len(body) < len(content) <= ratio * len(body):
        return DEFLATED, body
    return STORED, content


def _check_limit(reason: str, found: int, limit: int) -> None:
    if found > limit:
        fact = {"number": found} if reason == "entries" else {"size": found}
        raise FileTooLarge(reason, limit=limit, **fact)


# -- opening


class Container:
    """An opened ZIP: its entries by name, their bytes on demand, each checked as it is read."""

    def __init__(self, content: bytes, entries: Mapping[str, Entry]) -> None:
        self._content = memoryview(content)
        self.entries = entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of an entry piece by piece, never more than its directory entry says. Raises FileDamaged."""
        entry = self.entries[name]
        count = crc = 0
        for piece in _inflated(self._content[entry.begins : entry.ends], entry):
            count += len(piece)
            crc = zlib.crc32(piece, crc)
            if count > entry.size:
                break
            yield piece
        if (count, crc) != (entry.size, entry.crc):
            raise FileDamaged("entry-contents", entry=name)

    def whole(self, name: str) -> bytes:
        return b"".join(self.chunks(name))


def opened(content: bytes, limits: Limits) -> Container:
    """The container of a file's bytes, with every limit that can be known beforehand held.

    Raises FileTruncated, FileTooLarge, FileDamaged, NotAnOctoFile (an entry locked by a password).
    """
    count, size, offset = _end_of(content)
    _check_limit("entries", count, limits.entries)
    directory = memoryview(content)[offset : offset + size]
    entries = [_with_place(content, entry) for entry in _directory(directory, count)]
    _check_places(entries, offset)
    by_name: dict[str, Entry] = {}
    for entry in entries:
        if entry.name in by_name:
            raise FileDamaged("entry-twice", entry=entry.name)
        by_name[entry.name] = entry
        if entry.size > limits.ratio * entry.packed_size:
            raise FileTooLarge("ratio", entry=entry.name, limit=limits.ratio)
    _check_limit("inflated", sum(entry.size for entry in entries), limits.inflated)
    return Container(content, by_name)


def _end_of(content: bytes) -> tuple[int, int, int]:
    """(number of entries, size of the directory, where it begins), from the end record."""
    place = content.rfind(_END_MARK, max(0, len(content) - _END.size - _LONGEST_COMMENT))
    if place < 0 or place + _END.size > len(content):
        raise FileTruncated(size=len(content))
    _, disk, first_disk, here, count, size, offset, _ = _END.unpack_from(content, place)
    fits = not (disk or first_disk) and here == count and offset + size == place
    at_end = place + _END.size == len(content)
    if fits and at_end:
        return count, size, offset
    if not (fits or at_end):  # chance bytes in the middle of a file that was cut off
        raise FileTruncated(size=len(content))
    raise FileDamaged("after-the-end" if fits else "directory")


def _directory(directory: memoryview, count: int) -> Iterator[Entry]:
    place = 0
    for _ in range(count):
        if place + _CENTRAL.size > len(directory):
            raise FileDamaged("directory")
        fields = _CENTRAL.unpack_from(directory, place)
        mark, _, _, flags, method, _, _, crc, packed_size, size = fields[:10]
        name_length, extra, comment, _, _, _, header = fields[10:]
        place += _CENTRAL.size
        name = _name(bytes(directory[place : place + name_length]))
        place += name_length + extra + comment
        if mark != _CENTRAL_MARK or place > len(directory):
            raise FileDamaged("directory")
        yield Entry(name, flags, method, crc, packed_size, size, header)
    if place != len(directory):
        raise FileDamaged("directory")


def _name(raw: bytes) -> str:
    name = raw.decode("ascii", "replace")
    if len(name) > _LONGEST_NAME or not _NAME.fullmatch(name):
        raise FileDamaged("entry-name", entry=name[:_LONGEST_NAME])
    return name


def _with_place(content: bytes, entry: Entry) -> Entry:
    """The entry with where its bytes begin, once its own header agrees with the directory."""
    if entry.flags & _ENCRYPTED:
        raise NotAnOctoFile("encrypted", entry=entry.name)
    if entry.method not in (STORED, DEFLATED):
        raise FileDamaged("entry-method", entry=entry.name)
    if entry.header + _LOCAL.size > len(content):
        raise FileDamaged("entry-header", entry=entry.name)
    mark, _, flags, method, _, _, *sizes, name_length, extra = _LOCAL.unpack_from(content, entry.header)
    named = entry.header + _LOCAL.size
    same = (mark, flags, method) == (_LOCAL_MARK, entry.flags, entry.method)
    told = flags & _SIZES_BEHIND or sizes == [entry.crc, entry.packed_size, entry.size]
    if not (same and told and content[named : named + name_length] == entry.name.encode()):
        raise FileDamaged("entry-header", entry=entry.name)
    return replace(entry, begins=named + name_length + extra)


def _check_places(entries: Iterable[Entry], directory: int) -> None:
    """No entry lies on another one or on the directory."""
    in_place = sorted(entries, key=lambda entry: entry.header)
    for entry, following in pairwise(in_place):
        if entry.ends > following.header:
            raise FileDamaged("entry-overlaps", entry=following.name)
    if in_place and in_place[-1].ends > directory:
        raise FileDamaged("entry-overlaps", entry=in_place[-1].name)


def _inflated(body: memoryview, entry: Entry) -> Iterator[bytes]:
    if entry.method == STORED:
        yield from (bytes(body[begins : begins + _CHUNK]) for begins in range(0, len(body), _CHUNK))
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for begins in range(0, len(body), _CHUNK):
            waiting: bytes | memoryview = body[begins : begins + _CHUNK]
            while waiting:
                yield inflater.decompress(waiting, _CHUNK)
                waiting = inflater.unconsumed_tail
        while piece := inflater.decompress(b"", _CHUNK):
            yield piece
    except zlib.error as wrong:
        raise FileDamaged("entry-contents", entry=entry.name) from wrong
    if inflater.unused_data or not inflater.eof:
        raise FileDamaged("entry-contents", entry=entry.name)
