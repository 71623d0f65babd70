# SPDX-License-Identifier: EUPL-1.2
"""An `.octo` file behind a password: the whole ZIP as one age file (https://age-encryption.org/v1), by a passphrase."""

from __future__ import annotations

import re

from octodesk.exchange.octo_errors import FileDamaged, NotAnOctoFile

BEGINNING = b"age-encryption.org/v1\n"
_SCRYPT = re.compile(rb"-> scrypt [A-Za-z0-9+/]+ (\d{1,3})\n")
_COSTLIEST = 20
"""The power of two of scrypt's work: age itself writes 18 or less; 20 takes some seconds and 1 GB."""


def is_sealed(content: bytes) -> bool:
    return content.startswith(BEGINNING)


def sealed(content: bytes, password: str) -> bytes:
    """Takes about a second, on purpose."""
    import pyrage

    return bytes(pyrage.passphrase.encrypt(content, password))


def unsealed(content: bytes, password: str | None) -> bytes:
    """The ZIP inside. Raises NotAnOctoFile: "password-needed", "password-wrong", "password-other" (sealed for somebody's
    key, or at a cost nobody asks for); FileDamaged("sealed-damaged")."""
    import pyrage

    work = _SCRYPT.match(content, len(BEGINNING))
    if work is None or int(work[1]) > _COSTLIEST:
        raise NotAnOctoFile("password-other")
    if not password:
        raise NotAnOctoFile("password-needed")
    try:
        return bytes(pyrage.passphrase.decrypt(content, password))
    except pyrage.DecryptError as wrong:
        if "Decryption failed" in str(wrong):
            raise NotAnOctoFile("password-wrong") from wrong
        raise FileDamaged("sealed-damaged") from wrong
