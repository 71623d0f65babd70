# SPDX-License-Identifier: EUPL-1.2
"""What lists for the people behind the scenes have in common: a title, headings, tables that split between rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable

from octodesk.printing import styles, words
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph, paragraph, pieces_of, table
from octodesk.printing.lettering import Runs
from octodesk.printing.pages import Sheet
from octodesk.printing.styles import MM, Face, TextStyle

CELL: Final = TextStyle(size=9, leading=11.8)
STRONG: Final = TextStyle(Face.SANS_SEMIBOLD, 9, 11.8)
SMALL: Final = TextStyle(size=8, leading=10.4, colour=styles.GREY)
HOUR: Final = TextStyle(Face.SANS_SEMIBOLD, 9.5, 12, styles.NAVY)
_PADDING: Final = 5.0

Cell = list[TaggedParagraph]


def wide_sheet(name: str, size: tuple[float, float]) -> Sheet:
    """For tables of many columns."""
    return Sheet(name, size, left=15 * MM, right=15 * MM, top=15 * MM, bottom=18 * MM)


def list_title(edition: Edition, name: str, *, lead: str = "") -> list[Flowable]:
    """The conference and its dates, the list's name, and a line on what it is."""
    kicker = TextStyle(Face.SANS_SEMIBOLD, 9.5, 12.5, styles.TEAL)
    title = TextStyle(Face.SERIF, 22, 26, styles.NAVY, after=2)
    conference = edition.set(edition.event.name, kicker.face)
    found: list[Flowable] = [
        paragraph(conference + edition.set(f" · {words.dates(edition)}", kicker.face), kicker),
        paragraph(edition.set(name, title.face), title, "H1", key="title", outline=0),
    ]
    if lead:
        found.append(paragraph(edition.set(lead), TextStyle(size=9.5, leading=12.5, colour=styles.GREY)))
    rule = HRFlowable("100%", 1.0, color=HexColor(styles.GOLD), spaceBefore=3, spaceAfter=2, lineCap="butt")
    return [*found, rule]


def day_heading(edition: Edition, day: date) -> Flowable:
    label = words.day_label(edition, day)
    style = TextStyle(Face.SERIF_SEMIBOLD, 15, 19, styles.NAVY, before=9, after=2, keep_with_next=True)
    runs = edition.set(words.day_words(edition, day, year=False), style.face)
    if label:
        runs += edition.set(" – ", style.face) + edition.set(label, style.face)
    return paragraph(runs, style, "H2", key=f"list-day-{day}", outline=0)


def small_heading(
    edition: Edition, text: str | Wording, tag: str = "H3", *, needs: float = 26 * MM
) -> list[Flowable]:
    """A heading that takes what follows with it to the next page, where there is little room left."""
    style = TextStyle(Face.SANS_SEMIBOLD, 10.5, 13.5, styles.TEAL, before=7, after=3, keep_with_next=True)
    return [CondPageBreak(needs), paragraph(edition.set(text, style.face), style, tag)]


def cell(runs: Runs, style: TextStyle = CELL) -> TaggedParagraph:
    return paragraph(runs, style)


def said(edition: Edition, text: str | Wording, style: TextStyle = CELL) -> Cell:
    """One paragraph, or none where nothing is said."""
    return [paragraph(edition.set(text, style.face), style)] if text else []


def ruled_table(
    edition: Edition, heads: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[Cell]], width: float,
    *, header_columns: int = 1,
) -> Flowable:  # fmt: skip
    """Columns in shares of the width, a line below each row; a row too high for a page goes on in another."""
    total = sum(shares)
    widths = [width * share / total for share in shares]
    head = [[paragraph(edition.set(name, styles.TABLE_HEAD.face), styles.TABLE_HEAD)] for name in heads]
    body: list[list[Any]] = []
    lines: list[tuple[Any, ...]] = []
    for row in rows:
        body += _split(row, widths)
        lines.append(("LINEBELOW", (0, len(body)), (-1, len(body)), 0.35, HexColor(styles.RULE)))
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 2.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, HexColor(styles.TEAL)),
        ("NOSPLIT", (0, 0), (-1, min(1, len(body)))),
        *lines,
    ]
    return table([head, *body], widths, look, header_rows=1, header_columns=header_columns)


def _split(row: Sequence[Cell], widths: Sequence[float]) -> list[list[Any]]:
    pieces = [pieces_of(content, width - _PADDING) for content, width in zip(row, widths, strict=True)]
    return [[piece or "" for piece in line] for line in zip_longest(*pieces, fillvalue=[])]
