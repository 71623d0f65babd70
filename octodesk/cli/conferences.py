# SPDX-License-Identifier: EUPL-1.2
"""Opening the conference a verb works on, and writing the one it makes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from octodesk.cli.failing import UNREADABLE, UNWRITABLE, Failure
from octodesk.cli.passwords import password
from octodesk.desk import Desk
from octodesk.exchange import octo
from octodesk.exchange.octo_errors import OctoFileError
from octodesk.exchange.sealing import sealed
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Author
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.identity import author_id
from octodesk.model.log import Log
from octodesk.model.undo import Step
from octodesk.model.versions import UnknownVersion, at_version, find_version
from octodesk.store.memory import MemoryStore
from octodesk.wording.failures import file_failure, packing_failure, write_failure

DEVICE = "command-line"


@dataclass(frozen=True, slots=True)
class Source:
    """What FILE holds: the edits, and what lies beside them."""

    log: Log
    enclosed: Enclosures = NOTHING_ENCLOSED


def read_source(source: str, database: str | None = None) -> Source:
    """FILE: an `.octo` file, or `db:NAME`. Failure(3) says what is wrong with it."""
    if source.startswith("db:"):
        from octodesk.cli.database import event_in_database

        return Source(*event_in_database(source.removeprefix("db:"), database))
    path = Path(source)
    try:
        read = octo.read(path, password=password())
    except OctoFileError as wrong:
        raise Failure(UNREADABLE, file_failure(wrong, path)) from wrong
    return Source(read.log, read.enclosed)


def read_log(source: str, database: str | None = None) -> Log:
    """The edits of FILE. Failure(3)."""
    return read_source(source, database).log


def document_of(log: Log, version: str | None = None) -> Document:
    """The conference now, or as it was when a version was issued. Failure(3) where there is no such version."""
    document = Document.of_log(log)
    if version is None:
        return document
    try:
        return Document.of_log(at_version(log, find_version(log, document, version).id))
    except UnknownVersion as wrong:
        raise Failure(UNREADABLE, _unknown_version(document, version)) from wrong


def _unknown_version(document: Document, wanted: str) -> str:
    known = ", ".join(dict.fromkeys(one.label for one in document.versions))
    if not known:
        return _("There is no version “{version}”: none was issued yet.").format(version=wanted)
    return _("There is no version “{version}”. There is: {known}.").format(version=wanted, known=known)


def author_of(name: str | None) -> Author:
    """The author of a given name, else of the one given in the window, else of the login name."""
    known = name or _own_name()
    return Author(author_id(known), known)


def _own_name() -> str:
    from octodesk.cli.database import configured_name

    return configured_name() or _login_name()


def _login_name() -> str:
    try:
        return getuser()
    except (KeyError, OSError):  # a user whom this machine knows by number alone
        return _("Unknown")


class _OneName(MemoryStore):
    """On a file an author is known by the name: what somebody of that name did in the window is one's own too."""

    def __init__(self, log: Log, name: str) -> None:
        super().__init__(log)
        self._name = name

    def own_steps(self, author: str, device: str | None) -> Iterator[Step]:  # noqa: ARG002 - the name decides
        for edit in reversed(list(self._log)):
            if edit.author.name == self._name:
                yield Step(edit.id, edit.kind, self._log.is_effective(edit.id), edit.retracts)

    def standing_on(self, edit: str, author: str) -> set[str]:
        others = super().standing_on(edit, author)
        return {other for other in others if self._log[other].author.name != self._name}


def desk_on(log: Log, author: str | None) -> Desk:
    """A desk on a log in memory. Its undo looks at all edits under the author's name, wherever they were made."""
    who = author_of(author)

    def reported(wrong: Exception) -> None:
        raise wrong

    return Desk(
        _OneName(log, who.name),
        author=who,
        device=DEVICE,
        clock=now,
        salt=lambda: os.urandom(16),
        report=reported,
        anywhere=True,
    )


def now() -> datetime:
    return datetime.now(UTC)


def write_log(
    log: Log, out: str, *, enclosed: Enclosures = NOTHING_ENCLOSED, compressed: bool = True
) -> None:
    """Writes an `.octo` file, whole or not at all. Failure(4)."""
    try:
        content = locked(octo.write(log, enclosed=enclosed, compressed=compressed))
    except OctoFileError as wrong:
        raise Failure(UNWRITABLE, packing_failure(wrong, Path(out))) from wrong
    write_out(content, out)


def locked(content: bytes) -> bytes:
    """An `.octo` file behind the password of this run, if there is one."""
    words = password()
    return sealed(content, words) if words else content


def write_out(content: bytes, out: str) -> None:
    """Writes a file, whole or not at all. Failure(4)."""
    try:
        write_whole(Path(out), content)
    except NotWritten as wrong:
        raise Failure(UNWRITABLE, write_failure(wrong)) from wrong
