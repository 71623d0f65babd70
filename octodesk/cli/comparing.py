# SPDX-License-Identifier: EUPL-1.2
"""Finding the two conferences that `compare` is about, and saying what differs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import click

from octodesk.cli.conferences import document_of, read_log
from octodesk.languages import _
from octodesk.model.comparison import Difference
from octodesk.model.document import Document
from octodesk.wording.differences import told

_FILE_AT = re.compile(r"(.*\.octo)@(.+)", re.IGNORECASE | re.DOTALL)
_DATABASE_AT = re.compile(r"(db:.+)@(.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Moment:
    """FILE, or FILE@LABEL: where it lies, and the version wanted (None: as it is now)."""

    source: str
    version: str | None = None


def moment_of(words: str) -> Moment:
    """FILE@LABEL splits at the last "@" behind ".octo", or behind the name in the database."""
    found = (_DATABASE_AT if words.startswith("db:") else _FILE_AT).fullmatch(words)
    return Moment(found[1], found[2]) if found else Moment(words)


def document_at(words: str, database: str | None) -> Document:
    """The conference that FILE or FILE@LABEL names. Failure(3). Of a label used twice the newest, and that is said."""
    moment = moment_of(words)
    log = read_log(moment.source, database)
    if moment.version is not None:
        _say_if_twice(document_of(log), moment.version)
    return document_of(log, moment.version)


def _say_if_twice(document: Document, wanted: str) -> None:
    if any(one.id == wanted for one in document.versions):
        return
    count = sum(one.label == wanted for one in document.versions)
    if count > 1:
        said = _("There are {n} versions “{version}”: the newest is taken. FILE@id names one exactly.")
        click.echo(said.format(n=count, version=wanted), err=True)


def difference_lines(before: Document, after: Document, found: Sequence[Difference]) -> Iterator[str]:
    """A sentence for each."""
    if not found:
        yield _("No difference.")
    for one in found:
        yield _("{sentence}.").format(sentence=told(before, after, one))
