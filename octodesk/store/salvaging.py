# SPDX-License-Identifier: EUPL-1.2
"""Reading what can still be read of a damaged database, row by row. The damaged file is only copied, never changed."""

from __future__ import annotations

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from octodesk.model.enclosures import Enclosures, attachment_name
from octodesk.model.salvage import Scrap

_SMALLEST_ROW = 64
"""Bytes: no edit takes fewer, so a file holds at most its size divided by this many."""
_MOST_FAILURES = 5_000
"""Of a table that gives nothing any more not every row is asked for."""


@dataclass(slots=True)
class Found:
    """What a damaged database still gives: scraps by event, attachments by event, settings."""

    scraps: dict[str, list[Scrap]] = field(default_factory=dict)
    attachments: dict[str, dict[str, bytes]] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    drafts: list[tuple[str, str, str, str, str, str]] = field(default_factory=list)
    """(event id, table, row, field, words, since)."""

    def enclosed(self, event: str) -> Enclosures:
        return Enclosures(self.attachments.get(event, {}))


def found_in(path: Path) -> Found:
    """Everything that can be read of a database, sound or not; nothing where it is no database at all."""
    found = Found()
    with _copied(path) as copy, suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA writable_schema=ON")  # of a spoilt schema the readable part is taken
        connection.execute("SELECT count(*) FROM sqlite_schema")  # without it there is nothing to look for
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        most = max(1, copy.stat().st_size // _SMALLEST_ROW)
        for row in _rows(connection, "edit", ("event", "number", "id", "core"), most):
            _add_scrap(connection, found, *row)
        names = dict(_rows(connection, "event_list", ("event", "id"), most))
        for event, sha256, content in _rows(connection, "attachment", ("event", "sha256", "content"), most):
            if isinstance(content, bytes) and attachment_name(content) == sha256 and event in names:
                found.attachments.setdefault(names[event], {})[sha256] = content
        found.settings = dict(_settings(connection))
        with suppress(sqlite3.Error):
            found.drafts = [
                (names[event], *rest) for event, *rest in connection.execute(_DRAFTS) if event in names
            ]
    return found


@contextmanager
def _copied(path: Path) -> Iterator[Path]:
    """A copy of the file and of its write-ahead log, which holds the newest edits after a crash."""
    with tempfile.TemporaryDirectory(prefix="octodesk-") as folder:
        for tail in ("", "-wal"):
            part = path.with_name(path.name + tail)
            if part.exists():
                shutil.copyfile(part, Path(folder) / f"copy{tail}")
        yield Path(folder) / "copy"


def _rows(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], most: int
) -> Iterator[tuple[Any, ...]]:
    """The rows of a table that can be read: all at once, or in ever smaller parts around what cannot."""
    words = f'SELECT {", ".join(columns)} FROM "{table}" NOT INDEXED WHERE rowid BETWEEN ? AND ?'  # noqa: S608 our names
    waiting, failures = [(1, most)], 0
    while waiting and failures < _MOST_FAILURES:
        first, last = waiting.pop()
        try:
            yield from connection.execute(words, (first, last)).fetchall()
        except sqlite3.Error:
            middle, failures = (first + last) // 2, failures + 1
            if first < last:
                waiting += [(middle + 1, last), (first, middle)]


_DRAFTS = "SELECT event, table_name, row_id, field, words, since FROM draft"
_VALUES = "SELECT place, salt, value FROM change WHERE event = ? AND edit = ? AND place = ?"
_ALL_VALUES = "SELECT place, salt, value FROM change WHERE event = ? AND edit = ?"


def _add_scrap(
    connection: sqlite3.Connection, found: Found, event: int, number: int, name: object, core: object
) -> None:
    try:
        facts = json.loads(str(core))
        event_id, count = str(facts["event"]), len(facts["changes"])
    except (ValueError, TypeError, KeyError, RecursionError):
        event_id, count = "", 0
    values: list[tuple[str, Any] | None] = [None] * count
    for place, salt, value in _values(connection, event, number, count):
        if isinstance(place, int) and 0 <= place < count:
            with suppress(ValueError, TypeError, RecursionError):
                values[place] = (str(salt), json.loads(value))
    found.scraps.setdefault(event_id, []).append(Scrap(str(core), values, frozenset({str(name)})))


def _values(connection: sqlite3.Connection, event: int, number: int, count: int) -> Iterable[tuple[Any, ...]]:
    try:
        return connection.execute(_ALL_VALUES, (event, number)).fetchall()
    except sqlite3.Error:
        found: list[tuple[Any, ...]] = []
    for place in range(count):
        with suppress(sqlite3.Error):
            found += connection.execute(_VALUES, (event, number, place)).fetchall()
    return found


def _settings(connection: sqlite3.Connection) -> Iterator[tuple[str, Any]]:
    with suppress(sqlite3.Error):
        for name, value in connection.execute("SELECT name, value FROM setting").fetchall():
            with suppress(ValueError):
                yield name, json.loads(value)
