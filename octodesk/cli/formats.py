# SPDX-License-Identifier: EUPL-1.2
"""The formats `import` reads and `export` writes, by name and suffix. A format is a line here and a function beside it.

What a format needs is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from octodesk.cli.conferences import Source
from octodesk.cli.failing import WRONG_USAGE, Failure
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit


class Imported(Protocol):
    """What a reader found: the edit that makes a conference of it, and its report as `import --json` has it."""

    def edit(self, event_id: str, author_id: str) -> Edit: ...
    def within(self, document: Document, author_id: str) -> Document:
        """A conference as it would be with what was read."""

    def report(self) -> Mapping[str, Any]: ...
    def report_lines(self) -> list[str]: ...


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """`tongues` empty: the conference's first language; `audience` is public, participants or secretariat."""

    tongues: tuple[str, ...]
    audience: str


Read = Callable[[Path], Imported]
"""Raises Failure(3)."""
Write = Callable[[Source, ExportOptions], bytes]
"""Raises Failure(2)."""


@dataclass(frozen=True, slots=True)
class Format:
    suffixes: tuple[str, ...]
    read: Read | None = None
    write: Write | None = None


def _paper(kind: str) -> Read:
    def read(path: Path) -> Imported:
        from octodesk.cli.papers import read_paper

        return read_paper(path, kind)

    return read


def _word(source: Source, options: ExportOptions) -> bytes:
    from octodesk.cli.papers import write_word

    return write_word(source, options)


def _octo(source: Source, options: ExportOptions) -> bytes:
    from octodesk.cli.handing_out import to_hand_out

    return to_hand_out(source, options.audience)


FORMATS: Mapping[str, Format] = {
    "octo": Format((".octo",), write=_octo),
    "txt": Format((".txt", ".text", ".tsv"), read=_paper("txt")),
    "md": Format((".md", ".markdown"), read=_paper("md")),
    "docx": Format((".docx", ".docm", ".dotx"), read=_paper("docx"), write=_word),
    "html": Format((".html", ".htm", ".xhtml"), read=_paper("html")),
}


def reader_of(source: Path, wanted: str | None) -> Read:
    """Failure(2) for what cannot be read."""
    found = FORMATS[_name(source, wanted, reading=True)].read
    assert found is not None
    return found


def writer_of(out: Path, wanted: str | None) -> Write:
    """Failure(2) for what cannot be written."""
    found = FORMATS[_name(out, wanted, reading=False)].write
    assert found is not None
    return found


def _name(path: Path, wanted: str | None, *, reading: bool) -> str:
    suffix = path.suffix.lower()
    name = wanted or next((name for name, one in FORMATS.items() if suffix in one.suffixes), "")
    known = [name for name, one in FORMATS.items() if (one.read if reading else one.write)]
    if name in known:
        return name
    if reading:
        sentence = _(
            "The format of “{file}” is not one that can be read. Say with --format which of these it is: {known}."
        )
    else:
        sentence = _(
            "“{file}” is not a format that can be written. Say with --format which of these it is: {known}."
        )
    raise Failure(WRONG_USAGE, sentence.format(file=path.name, known=", ".join(known)))
