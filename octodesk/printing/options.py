# SPDX-License-Identifier: EUPL-1.2
"""What a print is asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from reportlab.lib.pagesizes import A3, A4, LETTER

AUDIENCES: Final = ("public", "participants", "secretariat")
PAPERS: Final = {"a4": A4, "a3": A3, "letter": LETTER}
ORIENTATIONS: Final = ("portrait", "landscape")


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """What can be chosen. Empty: the event's first language, the document's own paper, every day and room."""

    languages: tuple[str, ...] = ()
    paper: str = ""
    orientation: str = ""
    audience: str = "public"
    day: date | None = None
    room: str = ""
    """A room's id."""
    person: str = ""
    """A person's id."""
    session: str = ""
    """A session's id."""
    since: str = ""
    """The label of the version that changes are counted from."""
    from_sheet: int = 1
    """The first sheet to be printed, where the printer stopped before."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before handing the print out.

    Codes: `text-shortened` (words: the text, session: where), `glyph-missing` (words: the character),
    `own-script-left-out` (words: the name, person: whose), `translation-missing` (words: the language wanted,
    count: texts printed in another), `letters-too-small` (words: the text, session or person: whose),
    `not-published` (count: people who may not be named in a public copy).
    """

    code: str
    words: str = ""
    session: str = ""
    person: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """Something the proof of a print found, on a page (from 1; 0: nowhere).

    Codes: `missing` (words: what should stand there), `out-of-order` (words), `hidden-shown` (words: what may not stand
    in this copy), `near-edge` (words), `overlap` (words: both texts).
    """

    code: str
    words: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF: its bytes, its number of pages, and what is to be known about it."""

    pdf: bytes
    pages: int
    notices: tuple[Notice, ...]
    faults: tuple[Fault, ...] = ()
    """What its proof found: such a print is not to be handed out."""


class PrintRefused(Exception):
    """This cannot be printed. `reason` is a code, `facts` what it is about.

    `unknown-document` (document), `unknown-language` (language), `unknown-paper` (paper), `unknown-orientation`
    (orientation), `unknown-audience` (audience), `too-many-languages`, `one-language` (document), `unknown-room` (room),
    `unknown-person` (person), `unknown-session` (session), `nothing-on-that-day` (day), `nothing-to-print`,
    `nobody-to-print`, `nothing-interpreted`, `no-version`, `no-such-sheet` (sheet, last).
    """

    def __init__(self, reason: str, **facts: str) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts


class PrintCancelled(Exception):
    """The check for cancelling said so; `pages` were laid out by then."""

    def __init__(self, pages: int) -> None:
        super().__init__(pages)
        self.pages = pages


Progress = Callable[[int], None]
"""Told the number of each page as it is laid out."""

Cancelled = Callable[[], bool]
"""Asked after each page whether to stop."""


def page_size(
    options: PrintOptions, *, paper: str = "a4", orientation: str = "portrait"
) -> tuple[float, float]:
    """Width and height in points of what was chosen, else of what the document proposes."""
    short, long = sorted(PAPERS[options.paper or paper])
    return (long, short) if (options.orientation or orientation) == "landscape" else (short, long)
