# SPDX-License-Identifier: EUPL-1.2
"""An sRGB colour profile, made here: PDF/A wants to be told what red means (ICC.1:2010, IEC 61966-2-1)."""

from __future__ import annotations

import struct
from functools import cache
from typing import Final

# The primaries and the white of sRGB, adapted to D50 (Bradford), as columns of X, Y, Z.
_WHITE: Final = (0.9642, 1.0, 0.8249)
_RED: Final = (0.43607, 0.22249, 0.01392)
_GREEN: Final = (0.38515, 0.71687, 0.09708)
_BLUE: Final = (0.14307, 0.06061, 0.71410)
_ADAPTATION: Final = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)
# Y = ((X + 0.055) / 1.055) ^ 2.4 above 0.04045, X / 12.92 below
_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)

NAME: Final = "sRGB IEC61966-2.1"


@cache
def srgb_profile() -> bytes:
    """The profile: version 4.2, display class, the same bytes each time (its date is fixed)."""
    curve = b"para" + struct.pack(">I2H", 0, 3, 0) + _fixed(*_CURVE)
    tags = [
        (b"desc", _words(NAME)),
        (b"cprt", _words("No copyright, use freely")),
        (b"wtpt", _xyz(_WHITE)),
        (b"chad", b"sf32" + bytes(4) + _fixed(*_ADAPTATION)),
        *((name, _xyz(value)) for name, value in ((b"rXYZ", _RED), (b"gXYZ", _GREEN), (b"bXYZ", _BLUE))),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    table, body = [struct.pack(">I", len(tags))], b""
    offset = 128 + 4 + 12 * len(tags)
    for name, content in tags:
        table.append(name + struct.pack(">2I", offset + len(body), len(content)))
        body += content + bytes(-len(content) % 4)
    profile = b"".join(table) + body
    return _header(128 + len(profile)) + profile


def _header(size: int) -> bytes:
    date = struct.pack(">6H", 2021, 1, 1, 0, 0, 0)
    head = struct.pack(">I4s4s4s4s4s", size, bytes(4), b"\x04\x20\x00\x00", b"mntr", b"RGB ", b"XYZ ")
    rest = b"acsp" + bytes(4) + bytes(4) + bytes(8) + bytes(8) + struct.pack(">I", 0) + _fixed(*_WHITE)
    return (head + date + rest).ljust(128, b"\0")


def _fixed(*values: float) -> bytes:
    """s15Fixed16 numbers."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(value: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*value)


def _words(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">3I2s2s2I", 0, 1, 12, b"en", b"US", len(encoded), 28) + encoded
