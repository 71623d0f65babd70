# SPDX-License-Identifier: EUPL-1.2
"""Opening the conference a verb works on, and writing the one it makes."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from octodesk.cli.failing import UNREADABLE, UNWRITABLE, Failure
from octodesk.desk import Desk
from octodesk.exchange import octo
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.model.identity import author_id
from octodesk.model.log import Log
from octodesk.model.versions import UnknownVersion, at_version, find_version
from octodesk.store.memory import MemoryStore
from octodesk.wording.failures import file_failure, write_failure

DEVICE = "command-line"


def read_log(source: str, database: str | None = None) -> Log:
    """The edits of FILE: an `.octo` file, or `db:NAME`. Failure(3) says what is wrong with it."""
    if source.startswith("db:"):
        from octodesk.cli.database import log_in_database

        return log_in_database(source.removeprefix("db:"), database)
    path = Path(source)
    try:
        return octo.read(path).log
    except OctoFileError as wrong:
        raise Failure(UNREADABLE, file_failure(wrong, path)) from wrong


def document_of(log: Log, version: str | None = None) -> Document:
    """The conference now, or as it was when a version was issued. Failure(3) where there is no such version."""
    document = Document.of_log(log)
    if version is None:
        return document
    try:
        return Document.of_log(at_version(log, find_version(document, version).id))
    except UnknownVersion as wrong:
        known = ", ".join(one.label for one in document.versions) or _("none")
        sentence = _("There is no version “{version}” in this conference. There is: {known}.")
        raise Failure(UNREADABLE, sentence.format(version=version, known=known)) from wrong


def author_of(name: str | None) -> Author:
    """The author of a given name, else of the login name."""
    known = name or getuser()
    return Author(author_id(known), known)


def desk_on(log: Log, author: str | None) -> Desk:
    """A desk on a log in memory. Its undo looks at all edits of the author, wherever they were made."""

    def reported(wrong: Exception) -> None:
        raise wrong

    return Desk(
        MemoryStore(log),
        author=author_of(author),
        device=DEVICE,
        clock=now,
        salt=lambda: os.urandom(16),
        report=reported,
        anywhere=True,
    )


def now() -> datetime:
    return datetime.now(UTC)


def write_log(log: Log, out: str) -> None:
    """Writes an `.octo` file, whole or not at all. Failure(4)."""
    try:
        content = octo.write(log)
    except OctoFileError as wrong:
        raise Failure(UNWRITABLE, file_failure(wrong, Path(out))) from wrong
    write_out(content, out)


def write_out(content: bytes, out: str) -> None:
    """Writes a file, whole or not at all. Failure(4)."""
    try:
        write_whole(Path(out), content)
    except NotWritten as wrong:
        raise Failure(UNWRITABLE, write_failure(wrong)) from wrong
