# SPDX-License-Identifier: EUPL-1.2
"""What the window asks of the press, and what it is told: plain values that go from one process to another. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from octodesk.model.document import Document
from octodesk.model.rows import ROWS
from octodesk.printing import Printed, PrintOptions
from octodesk.printing.sheets import Stale, Went


@dataclass(frozen=True, slots=True)
class Order:
    """A print to be made. `number` comes back with everything told of it; a higher one takes its place.

    `document` None: the one of the order before. `until`: only to look at, up to that page; None: the whole file.
    `earlier`: the conference at the version since which changes are listed.
    """

    number: int
    document: Document | None
    kind: str
    options: PrintOptions
    until: int | None = None
    earlier: Document | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A page of the print made for that order (from 0), to be drawn so many pixels wide."""

    number: int
    place: int
    width: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """The print, and the width and height of each of its pages in points."""

    printed: Printed
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it looks: `pixels` are 4 bytes each (blue, green, red, unused), line by line."""

    place: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Denied:
    """The print is refused, as PrintRefused says."""

    reason: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Broken:
    """A fault in the program; `words` for its makers."""

    words: str


@dataclass(frozen=True, slots=True)
class Check:
    """Which of the sheets that went out (the newest first) are out of date `now`."""

    number: int
    now: Document
    went: tuple[Went, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    stale: tuple[Stale, ...]


Wish = Order | Look | Check
Told = int | Sheets | Picture | Checked | Denied | Broken
"""Of an order: the number of each page laid out, then what came of it; of a look: the picture; of a check: Checked."""


def plain(document: Document) -> Document:
    """The same rows without what was computed from them: that can be handed to another process."""
    return Document(document.event_id, {name: dict(document.table(name)) for name in ROWS})
