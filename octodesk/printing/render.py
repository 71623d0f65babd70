# SPDX-License-Identifier: EUPL-1.2
"""The one door to printing: which document, checked options, and the print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from octodesk.model.document import Document
from octodesk.printing import proof
from octodesk.printing.announcement import announcement
from octodesk.printing.audience import days_shown
from octodesk.printing.badges import badges
from octodesk.printing.changes import changes
from octodesk.printing.choices import CHOICES
from octodesk.printing.door_signs import door_signs
from octodesk.printing.edition import Edition
from octodesk.printing.everything import everything
from octodesk.printing.front import front
from octodesk.printing.glance import glance
from octodesk.printing.interpreters import interpreters
from octodesk.printing.itineraries import itineraries
from octodesk.printing.name_plates import name_plates
from octodesk.printing.options import (
    AUDIENCES,
    ORIENTATIONS,
    PAPERS,
    Cancelled,
    Printed,
    PrintOptions,
    PrintRefused,
    Progress,
)
from octodesk.printing.pages import never_cancelled, no_progress, printed, unproved
from octodesk.printing.placing import Book
from octodesk.printing.programme import programme
from octodesk.printing.run_sheet import run_sheet
from octodesk.printing.speakers import speakers
from octodesk.printing.workshop import workshop

DOCUMENTS: Final[Mapping[str, Callable[[Edition], Book]]] = {
    "front": front,
    "glance": glance,
    "programme": programme,
    "workshop": workshop,
    "announcement": announcement,
    "door-signs": door_signs,
    "itineraries": itineraries,
    "badges": badges,
    "name-plates": name_plates,
    "interpreters": interpreters,
    "run-sheet": run_sheet,
    "speakers": speakers,
    "changes": changes,
    "everything": everything,
}
"""What can be printed, by the names of the command line."""


def render(
    document: Document,
    kind: str,
    options: PrintOptions,
    *,
    clock: Callable[[], datetime],
    earlier: Document | None = None,
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
    until: int | None = None,
) -> Printed:
    """The print, proved: equal bytes for an equal document, options and clock (an aware time, asked once).

    `earlier` is the conference as it was at the version `since`, which the list of changes begins with.

    With `until`, only its pages up to that one, to be looked at: nothing is laid out beyond, and the file lacks tags.
    Raises PrintRefused for what cannot be printed, PrintCancelled when `cancelled` says so after a page.
    """
    if kind not in DOCUMENTS:
        raise PrintRefused("unknown-document", document=kind)
    _check(document, options)
    if len(options.languages) > 1 and not CHOICES[kind].two_languages:
        raise PrintRefused("one-language", document=kind)
    edition = Edition(document, options, made_at=clock(), earlier=earlier)
    if not days_shown(edition):
        if options.day is not None:
            raise PrintRefused("nothing-on-that-day", day=options.day.isoformat())
        raise PrintRefused("nothing-to-print")
    book = DOCUMENTS[kind](edition)
    if not book.flowables:
        raise PrintRefused("nothing-to-print")
    return printed(
        edition, book.flowables, book.sheets, title=book.title, progress=progress, cancelled=cancelled,
        until=until, prove=unproved if until else lambda pdf: proof.faults(edition, kind, pdf),
    )  # fmt: skip


def _check(document: Document, options: PrintOptions) -> None:
    if len(options.languages) > 2:
        raise PrintRefused("too-many-languages")
    for language in options.languages:
        if language not in document.languages:
            raise PrintRefused("unknown-language", language=language)
    for name, given, known in (
        ("paper", options.paper, PAPERS),
        ("orientation", options.orientation, ORIENTATIONS),
        ("audience", options.audience, AUDIENCES),
    ):
        if given and given not in known:
            raise PrintRefused(f"unknown-{name}", **{name: given})
    for table, row_id in (("room", options.room), ("person", options.person), ("session", options.session)):
        if row_id and document.find(table, row_id) is None:
            raise PrintRefused(f"unknown-{table}", **{table: row_id})
