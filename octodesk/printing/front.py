# SPDX-License-Identifier: EUPL-1.2
"""The print everybody knows: a page with title, topics, participation and contact, then the draft table."""

from __future__ import annotations

from typing import Final

from reportlab.platypus import Flowable, PageBreak

from octodesk.printing import parts
from octodesk.printing.edition import Edition
from octodesk.printing.front_table import programme_table
from octodesk.printing.options import page_size
from octodesk.printing.pages import Sheet, height_of
from octodesk.printing.placing import Book
from octodesk.printing.side_by_side import side_by_side
from octodesk.printing.styles import MM

_SCALES: Final = (1.1, 1.05, 1.0, 0.96, 0.92, 0.88)
_HOPELESS: Final = 1.6
"""Pages at some scale from which no smaller one makes it a single page."""


def front(edition: Edition) -> Book:
    """The front list and the table: two pages for a conference of the usual size."""
    sheet = Sheet("front", page_size(edition.options), top=20 * MM)
    flowables = [*_first_page(edition, sheet), PageBreak(), *programme_table(edition, sheet)]
    name = edition.joined_words(lambda one: one.gettext("Programme"))
    return Book(f"{edition.words(edition.event.name)} – {name}", flowables, (sheet,))


def _first_page(edition: Edition, sheet: Sheet) -> list[Flowable]:
    """As large as fits on one page; what is too long for the smallest flows on."""
    for scale in _SCALES:
        flowables = _parts(edition, scale, sheet)
        height = height_of(flowables, sheet.width)
        if height <= sheet.height:
            return flowables
        if height > sheet.height * _HOPELESS:
            break
    return _parts(edition, 1.0, sheet)


def _parts(edition: Edition, scale: float, sheet: Sheet) -> list[Flowable]:
    return side_by_side(edition, sheet.width, lambda one, _width: _in_one_language(one, scale))


def _in_one_language(edition: Edition, scale: float) -> list[Flowable]:
    return [
        *parts.title_block(edition, scale),
        *parts.topics(edition, scale, name=edition.gettext("Programme")),
        *parts.participation(edition, scale),
        *parts.contact(edition, scale),
        *parts.funding(edition, scale),
    ]
