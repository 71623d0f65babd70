# SPDX-License-Identifier: EUPL-1.2
"""Damage to an `.octo` file is noticed, whatever bit it hits, and what is sound can still be read."""

from __future__ import annotations

import random

import pytest

from octodesk.exchange import octo, octo_scraps
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.model.beginning import Pen
from octodesk.model.document import Document
from octodesk.model.enclosures import Enclosures
from octodesk.model.log import Log
from octodesk.model.salvage import Salvage, salvaged
from tests.build import ANA
from tests.exchange.octo_files import ATTACHMENTS, a_file, busy_log
from tests.model.replicas import shown

PEN = Pen(ANA, "d9", "2021-10-06T08:00:00Z", lambda: b"s" * 16)
FLIPS = 300
LOG = busy_log()
STORED = octo.write(LOG, enclosed=Enclosures(ATTACHMENTS), compressed=False)
PACKED = octo.write(LOG, enclosed=Enclosures(ATTACHMENTS))


def saved(content: bytes) -> Salvage | None:
    return salvaged(octo_scraps.found_in(content).scraps, PEN)


def values_of(log: Log) -> set[tuple[object, ...]]:
    """(table, id, field, value) of everything shown."""
    shown_ = shown(Document.of_log(log))
    return {(*row, name, repr(value)) for row, fields in shown_.items() for name, value in fields.items()}


@pytest.mark.parametrize("content", [STORED, PACKED], ids=["stored", "packed"])
def test_a_sound_file_gives_all_it_holds(content: bytes) -> None:
    done = saved(content)
    assert done is not None
    assert (list(done.log), done.is_whole) == (list(LOG), True)
    assert octo_scraps.found_in(content).attachments == ATTACHMENTS


@pytest.mark.parametrize(("content", "share"), [(STORED, 0.97), (PACKED, 0.6)], ids=["stored", "packed"])
def test_every_flipped_bit_is_noticed_or_harmless_and_what_is_sound_is_read(
    content: bytes, share: float
) -> None:
    """`share`: of the values shown, on average; what is packed cannot be read beyond the damage."""
    chance, wanted = random.Random(11), values_of(LOG)
    shares = []
    for _ in range(FLIPS):
        torn = bytearray(content)
        torn[chance.randrange(len(torn))] ^= 1 << chance.randrange(8)
        try:
            found = octo.read(bytes(torn))
        except OctoFileError:
            pass
        else:
            assert (list(found.log), found.enclosed.attachments) == (list(LOG), ATTACHMENTS)
        done = saved(bytes(torn))
        shares.append(0.0 if done is None else len(values_of(done.log) & wanted) / len(wanted))
        if done is not None:
            assert octo.read(octo.write(done.log)).log.heads == done.log.heads
    assert sum(shares) / len(shares) > share, sum(shares) / len(shares)


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_file_cut_off_gives_what_lies_before_the_end(part: float) -> None:
    done = saved(STORED[: int(len(STORED) * part)])
    found = values_of(done.log) if done else set()
    assert len(found & values_of(LOG)) >= (part - 0.35) * len(values_of(LOG))


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"something else", a_file()[:60]])
def test_what_is_no_file_of_ours_gives_nothing(content: bytes) -> None:
    assert saved(content) is None
