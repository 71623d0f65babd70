# SPDX-License-Identifier: EUPL-1.2
"""A day's grid as a table of rows and columns, for readers who do not see where a block is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A session's place in a grid: minutes from midnight of the day, columns from 0 (`until` excluded).

    `lane` of `lanes` where others are beside it in the same column.
    """

    session: str
    begins: int
    ends: int
    column: int
    until: int
    lane: int = 0
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """Blocks in one cell: its first row and column, and how many of each it takes."""

    row: int
    column: int
    rows: int
    columns: int
    blocks: tuple[Block, ...] = ()


def starts(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The rows of the table: every minute at which something begins."""
    return tuple(sorted({block.begins for block in blocks}))


def cells(blocks: Sequence[Block], columns: int) -> list[list[Cell]]:
    """The cells that begin in each row, in column order; together they cover every row and column once.

    Blocks that overlap share a cell.
    """
    rows = starts(blocks)
    taken = _joined([_cell_of(block, rows) for block in blocks])
    covered = {
        (row, column): cell
        for cell in taken
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    }
    table: list[list[Cell]] = []
    for row in range(len(rows)):
        found = [covered.get((row, column)) or Cell(row, column, 1, 1) for column in range(columns)]
        begin_here = [cell for column, cell in enumerate(found) if (cell.row, cell.column) == (row, column)]
        table.append(begin_here)
    return table


def _cell_of(block: Block, rows: tuple[int, ...]) -> Cell:
    first = rows.index(block.begins)
    last = max([number for number, start in enumerate(rows) if start < block.ends], default=first)
    return Cell(first, block.column, max(last, first) - first + 1, block.until - block.column, (block,))


def _joined(found: list[Cell]) -> list[Cell]:
    """Cells that overlap become one, until none do."""
    apart: list[Cell] = []
    for cell in found:
        grown = cell
        while other := next((one for one in apart if _overlap(one, grown)), None):
            apart.remove(other)
            grown = _around(other, grown)
        apart.append(grown)
    return apart


def _overlap(a: Cell, b: Cell) -> bool:
    rows = a.row < b.row + b.rows and b.row < a.row + a.rows
    return rows and a.column < b.column + b.columns and b.column < a.column + a.columns


def _around(a: Cell, b: Cell) -> Cell:
    row, column = min(a.row, b.row), min(a.column, b.column)
    bottom = max(a.row + a.rows, b.row + b.rows)
    right = max(a.column + a.columns, b.column + b.columns)
    blocks = tuple(sorted((*a.blocks, *b.blocks), key=lambda block: (block.begins, block.column, block.lane)))
    return Cell(row, column, bottom - row, right - column, blocks)
