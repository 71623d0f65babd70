# SPDX-License-Identifier: EUPL-1.2
"""Joins that SQLite takes in the order they are written.

Left to itself it knows nothing of how many rows an event has, and walks through all of them to find the few wanted.
CROSS JOIN is its documented way to be told (https://sqlite.org/optoverview.html, "Manual control of query plans").
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Join, and_
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class InOrder(Join):
    """`left CROSS JOIN right ON …`: for each row of the left, the right by its key."""

    inherit_cache = True

    def then(self, right: FromClause, *on: ColumnElement[bool]) -> InOrder:
        return InOrder(self, right, and_(*on))


def in_order(left: FromClause, right: FromClause, *on: ColumnElement[bool]) -> InOrder:
    """`in_order(a, b, …).then(c, …)`: a, then b by a, then c by both."""
    return InOrder(left, right, and_(*on))


@compiles(InOrder)
def _in_order(join: InOrder, compiler: SQLCompiler, **options: Any) -> str:
    options["asfrom"] = True
    left, right = (compiler.process(side, **options) for side in (join.left, join.right))
    assert join.onclause is not None
    options.pop("asfrom")
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, **options)}"
