# SPDX-License-Identifier: EUPL-1.2
"""A file behind a password gives nothing without it."""

from __future__ import annotations

import pytest

from octodesk.exchange import octo
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.exchange.sealing import is_sealed, sealed
from tests.exchange.octo_files import ATTACHMENTS, a_file, busy_log


@pytest.fixture(scope="module")
def locked() -> bytes:
    return sealed(a_file(), "corail")


def reason(content: bytes, password: str | None) -> str:
    with pytest.raises(OctoFileError) as wrong:
        octo.read(content, password=password)
    return wrong.value.reason


def test_with_the_password_it_is_the_file(locked: bytes) -> None:
    found = octo.read(locked, password="corail")
    assert (len(found.log), found.enclosed.attachments) == (len(busy_log()), ATTACHMENTS)
    assert (is_sealed(locked), is_sealed(a_file())) == (True, False)


@pytest.mark.parametrize(
    ("password", "why"), [(None, "password-needed"), ("", "password-needed"), ("Corail", "password-wrong")]
)
def test_without_it_there_is_nothing(locked: bytes, password: str | None, why: str) -> None:
    assert reason(locked, password) == why
    assert b"yoga" not in locked


def test_what_is_cut_or_spoilt_is_damage(locked: bytes) -> None:
    assert reason(locked[:-20], "corail") == "sealed-damaged"
    assert reason(locked[:-20] + bytes(20), "corail") == "sealed-damaged"


@pytest.mark.parametrize("header", [b"-> X25519 abc\nabc\n", b"-> scrypt c2FsdA 60\nabc\n", b""])
def test_another_lock_is_said_and_costs_nothing(header: bytes) -> None:
    assert reason(b"age-encryption.org/v1\n" + header + b"--- mac\n", "corail") == "password-other"


def test_a_password_for_an_open_file_does_no_harm() -> None:
    assert len(octo.read(a_file(), password="corail").log) == len(busy_log())
