# SPDX-License-Identifier: EUPL-1.2
"""No statement of an edit's way in, or of the questions the desk asks, walks through an event's log."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection
from sqlalchemy import event as listening

from octodesk.store.engine import driver, reading
from octodesk.store.events import Database
from octodesk.store.tables import DERIVED, KEPT
from tests.store.replicas import MOVES, Replica, first_log, play

# What a statement may walk through: what it was given, what it has gathered itself, and the few heads of the log.
MAY_BE_SCANNED = re.compile(
    r"SCAN (wanted|seen|chain|CONSTANT ROW|\(subquery|\d)|SEARCH (head|merge_step) USING .*\(event=\?\)$"
)
WALKS = re.compile(r"SCAN|\(event=\?\)$")
# The newest row by an index that ends in what it is sorted by: one step, whatever the length.
TAKES_THE_LAST = re.compile(r"SELECT max\((edit\.number|edit\.lamport|merge_step\.number)\)")


@pytest.fixture
def statements() -> Iterator[tuple[Database, dict[str, tuple[object, ...]]]]:
    """A database in memory, and every statement it is given from now on, with one set of parameters."""
    database = Database("sqlite://")
    found: dict[str, tuple[object, ...]] = {}

    def heard(
        _c: Connection, _cursor: object, words: str, given: object, _context: object, many: bool
    ) -> None:
        found[words] = given[0] if many else given  # type: ignore[index,assignment]

    listening.listen(database._engine, "before_cursor_execute", heard)
    yield database, found
    database.close()


def test_every_statement_on_the_log_goes_by_an_index(
    statements: tuple[Database, dict[str, tuple[object, ...]]],
) -> None:
    database, found = statements
    log = first_log()
    replica = Replica(0, log, database.add(log))
    other = Database("sqlite://")
    colleague = Replica(1, log.copy(), other.add(log))
    for number in range(64):
        for what in dict.fromkeys(MOVES):
            play([replica, colleague], (what, number % 2, number * 3 // 2, number // 3, number // 5))
    replica.check()
    asked = {
        words: given
        for words, given in found.items()
        if words.split()[0] in ("SELECT", "UPDATE", "DELETE", "WITH")
    }
    walks = {}
    with reading(database._engine) as connection:
        for words, given in asked.items():
            plan = [step[3] for step in driver(connection).execute(f"EXPLAIN QUERY PLAN {words}", given)]
            bad = [step for step in plan if WALKS.search(step) and not MAY_BE_SCANNED.search(step)]
            if bad and not TAKES_THE_LAST.match(words) and not _takes_the_newest(words, plan):
                walks[words] = plan
    other.close()
    assert walks == {}
    assert {"edit", "change", "supersede", "redaction", "edit_parent", "head"} <= _tables_in(asked)


def _takes_the_newest(words: str, plan: list[str]) -> bool:
    """Backwards along an index that ends in what it is sorted by, and no further than so many rows."""
    return "LIMIT" in words and plan == ["SEARCH edit USING INDEX edit_by_lamport (event=?)"]


def _tables_in(statements: dict[str, tuple[object, ...]]) -> set[str]:
    names = [*KEPT.tables, *DERIVED.tables]
    return {name for name in names for words in statements if re.search(rf"\b{name}\b", words)}
