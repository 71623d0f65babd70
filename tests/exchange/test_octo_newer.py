# SPDX-License-Identifier: EUPL-1.2
"""Parts of a file that only a newer program understands stay in it when this program writes it again."""

from __future__ import annotations

import hashlib

import pytest

from octodesk.exchange import octo
from octodesk.model.enclosures import Enclosures
from octodesk.store.events import Database
from tests.exchange.octo_files import (
    ATTACHMENTS,
    a_file,
    answer,
    busy_log,
    damaged,
    with_listed,
    with_manifest,
)

MAP = b"<svg/>"
ENCLOSED = Enclosures(ATTACHMENTS, {"maps/ground-floor.svg": MAP}, octo.FORMAT + 1)


def newer_file() -> bytes:
    content = with_listed(a_file(), "maps/ground-floor.svg", MAP)
    return with_manifest(content, lambda manifest: manifest.update(format=octo.FORMAT + 1, theme="dark"))


def test_they_are_read_and_written_again_as_they_were() -> None:
    found = octo.read(newer_file())
    assert found.enclosed == ENCLOSED
    again = octo.read(octo.write(found.log, enclosed=found.enclosed))
    assert (again.enclosed, again.manifest.format, again.manifest.min_reader) == (
        ENCLOSED,
        octo.FORMAT + 1,
        1,
    )


def test_they_go_through_the_database() -> None:
    log = busy_log()
    with Database("sqlite://") as database:
        assert database.add(log, ENCLOSED).enclosures() == ENCLOSED
        store = database.open(log.event)
        store.enclose(Enclosures({}, {"maps/ground-floor.svg": b"new"}, octo.FORMAT + 2))
        store.enclose(Enclosures(ATTACHMENTS))
        assert store.enclosures() == Enclosures(
            ATTACHMENTS, {"maps/ground-floor.svg": b"new"}, octo.FORMAT + 2
        )


def test_one_that_is_not_what_the_list_says_is_damage() -> None:
    content = with_manifest(
        newer_file(),
        lambda manifest: manifest["entries"]["maps/ground-floor.svg"].update(
            sha256=hashlib.sha256(b"").hexdigest()
        ),
    )
    assert answer(content) == damaged("entry-changed", entry="maps/ground-floor.svg")


@pytest.mark.parametrize("ours", [ENCLOSED, Enclosures()])
def test_putting_two_together_keeps_both(ours: Enclosures) -> None:
    other = Enclosures({"0" * 64: b""}, {"maps/ground-floor.svg": b"theirs", "seats": b"1"}, 9)
    both = ours.over(other)
    assert both.unknown == {"seats": b"1", "maps/ground-floor.svg": MAP if ours else b"theirs"}
    assert (set(both.attachments), both.format) == ({*ours.attachments, *other.attachments}, 9)
