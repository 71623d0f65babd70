# SPDX-License-Identifier: EUPL-1.2
"""The one door to printing: which document, checked options, and the print."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from octodesk.model.document import Document
from octodesk.printing.audience import days_shown
from octodesk.printing.edition import Edition
from octodesk.printing.front import print_front
from octodesk.printing.glance import print_glance
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
from octodesk.printing.pages import never_cancelled, no_progress
from octodesk.printing.programme import print_programme

DOCUMENTS: Final = {"front": print_front, "glance": print_glance, "programme": print_programme}
"""What can be printed, by the names of the command line."""


def render(
    document: Document,
    kind: str,
    options: PrintOptions,
    *,
    clock: Callable[[], datetime],
    progress: Progress = no_progress,
    cancelled: Cancelled = never_cancelled,
) -> Printed:
    """The print: equal bytes for an equal document, options and clock (an aware time, asked once).

    Raises PrintRefused for what cannot be printed, PrintCancelled when `cancelled` says so after a page.
    """
    if kind not in DOCUMENTS:
        raise PrintRefused("unknown-document", document=kind)
    _check(document, options)
    edition = Edition(document, options, made_at=clock())
    if not days_shown(edition):
        if options.day is not None:
            raise PrintRefused("nothing-on-that-day", day=options.day.isoformat())
        raise PrintRefused("nothing-to-print")
    return DOCUMENTS[kind](edition, progress, cancelled)


def _check(document: Document, options: PrintOptions) -> None:
    if len(options.languages) > 2:
        raise PrintRefused("too-many-languages")
    for language in options.languages:
        if language not in document.languages:
            raise PrintRefused("unknown-language", language=language)
    if options.paper and options.paper not in PAPERS:
        raise PrintRefused("unknown-paper", paper=options.paper)
    if options.orientation and options.orientation not in ORIENTATIONS:
        raise PrintRefused("unknown-orientation", orientation=options.orientation)
    if options.audience not in AUDIENCES:
        raise PrintRefused("unknown-audience", audience=options.audience)
    if options.room and document.find("room", options.room) is None:
        raise PrintRefused("unknown-room", room=options.room)
