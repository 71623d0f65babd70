# SPDX-License-Identifier: EUPL-1.2
"""Two languages in columns beside each other, part by part, so that what says the same stands at the same height."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import Any, Final

from reportlab.platypus import CondPageBreak, Flowable, Indenter, KeepTogether

from octodesk.printing.edition import Edition
from octodesk.printing.flowables import TaggedParagraph, in_pieces, table
from octodesk.printing.styles import MM

GAP: Final = 8 * MM
_MOVES_ON: Final = (CondPageBreak, Indenter)
"""What only says how text flows down a page; in a column it has no place."""

Make = Callable[[Edition, float], list[Flowable]]
"""Gives the parts in the language of an edition, for a column of that width in points."""


def side_by_side(edition: Edition, width: float, make: Make) -> list[Flowable]:
    """The parts as they flow; where the print has two languages, in two columns of a table that is none."""
    if edition.second is None:
        return make(edition, width)
    column = (width - GAP) / 2
    left, right = (list(_parts(make(one, column))) for one in edition.tongues)
    rows: list[list[Any]] = []
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (0, 0), (0, -1), GAP / 2),
        ("LEFTPADDING", (1, 0), (1, -1), GAP / 2),
        ("RIGHTPADDING", (1, 0), (1, -1), 0),
    ]
    for pair in zip_longest(left, right):
        commands += _spaces(len(rows), pair)
        rows += map(list, zip_longest(*(_pieces(part, column) for part in pair), fillvalue=""))
    if not rows:
        return []
    return [table(rows, [column + GAP / 2] * 2, commands, layout_only=True)]


def _parts(flowables: list[Flowable]) -> Iterator[Flowable]:
    for one in flowables:
        if isinstance(one, KeepTogether):
            yield from _parts(one._content)
        elif not isinstance(one, _MOVES_ON):
            yield one


def _pieces(part: Flowable | None, width: float) -> list[Any]:
    if isinstance(part, TaggedParagraph):
        return in_pieces([part], width)
    return ["" if part is None else [part]]


def _spaces(row: int, pair: tuple[Flowable | None, ...]) -> Iterator[tuple[Any, ...]]:
    """The larger space of the two above and below; a heading stays with what follows."""
    parts = [part for part in pair if part is not None]
    yield "TOPPADDING", (0, row), (-1, row), max(part.getSpaceBefore() for part in parts)
    yield "BOTTOMPADDING", (0, row), (-1, row), max(part.getSpaceAfter() for part in parts)
    if any(getattr(part, "keepWithNext", 0) for part in parts):
        yield "NOSPLIT", (0, row), (-1, row + 1)
