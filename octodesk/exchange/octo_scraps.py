# SPDX-License-Identifier: EUPL-1.2
"""What can still be read of a damaged `.octo` file: every line of every history in it, every attachment that is whole.

Entries are looked for where the directory says and wherever an entry's mark stands, since either may be spoilt; a body
is unpacked as far as it goes.
"""

from __future__ import annotations

import json
import re
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from octodesk.exchange.zip_container import LIMITS, Limits
from octodesk.model.enclosures import attachment_name
from octodesk.model.salvage import Scrap

_LOCAL_HEADER, _CENTRAL_HEADER = 30, 46
_LINE = b'"core":"{'
"""Stands in every line of a history, whatever became of its entry's name."""
_CORE = re.compile(r'"core":"(.*?)(?:(?<!\\)","|$)')
_ID = re.compile(r'"id":"([0-9a-f]{64})"')
_SALT = re.compile(r'\["([0-9a-f]{32})",')
_DECODER = json.JSONDecoder()
_STEP = 256
"""Bytes unpacked at a time: what a step gives that meets damage is lost."""


@dataclass(frozen=True, slots=True)
class Found:
    scraps: tuple[Scrap, ...]
    attachments: dict[str, bytes]


def found_in(content: bytes, *, limits: Limits = LIMITS) -> Found:
    """Scraps, sound or not, in the order they lie there; nothing where it is no `.octo` file at all."""
    scraps: list[Scrap] = []
    attachments: dict[str, bytes] = {}
    left = limits.inflated
    for begins, name in _entries(content):
        for body in _unpacked(content, begins, left):
            left -= len(body)
            if _LINE in body:
                scraps.extend(_scraps(body))
            elif name.startswith(b"attachments/") and attachment_name(body) == name[12:].decode("latin-1"):
                attachments[attachment_name(body)] = body
    return Found(tuple(scraps), attachments)


def _entries(content: bytes) -> Iterator[tuple[int, bytes]]:
    """(where its bytes begin, name) of everything that may be an entry, each place once."""
    seen: set[int] = set()
    for header in _headers(content):
        if header + _LOCAL_HEADER > len(content):
            continue
        name_length, extra = struct.unpack_from("<2H", content, header + 26)
        named = header + _LOCAL_HEADER
        begins = named + name_length + extra
        if begins < len(content) and begins not in seen:
            seen.add(begins)
            yield begins, content[named : named + name_length]


def _headers(content: bytes) -> Iterator[int]:
    yield from (match.start() for match in re.finditer(re.escape(b"PK\3\4"), content))
    for match in re.finditer(re.escape(b"PK\1\2"), content):
        if match.start() + _CENTRAL_HEADER <= len(content):
            (header,) = struct.unpack_from("<L", content, match.start() + 42)
            yield header


def _unpacked(content: bytes, begins: int, most: int) -> Iterator[bytes]:
    """The bytes that begin there, unpacked as far as they go, and as they are up to the next mark of an entry."""
    inflater, parts, size = zlib.decompressobj(-zlib.MAX_WBITS), [], 0
    with suppress(zlib.error):
        for place in range(begins, len(content), _STEP):
            piece = inflater.decompress(content[place : place + _STEP], max(1, most - size))
            parts.append(piece)
            size += len(piece)
            if inflater.eof or inflater.unconsumed_tail:
                break
    if size:
        yield b"".join(parts)
    ends = content.find(b"PK\3\4", begins)
    directory = content.find(b"PK\1\2", begins)
    stored = content[begins : min((one for one in (ends, directory) if one >= 0), default=len(content))]
    if len(stored) <= most:
        yield stored


def _scraps(body: bytes) -> Iterator[Scrap]:
    """A scrap per line, also of one that is no JSON any more: its core and each value are looked for by themselves."""
    for line in body.split(b"\n"):
        words = line.decode("utf-8", "replace")
        core, name = _CORE.search(words), _ID.search(words)
        if core is not None:
            found = frozenset({name[1]} if name else ())
            yield Scrap(_string(core[1]), tuple(_values(words, core.end())), found)
        elif line:
            yield Scrap("", ())


def _string(words: str) -> str:
    try:
        return str(json.loads(f'"{words}"'))
    except ValueError:
        return words.replace('\\"', '"')


def _values(words: str, begins: int) -> Iterator[tuple[str, object]]:
    for salt in _SALT.finditer(words, begins):
        with suppress(ValueError, RecursionError):
            value, _ends = _DECODER.raw_decode(words, salt.end())
            yield salt[1], value
