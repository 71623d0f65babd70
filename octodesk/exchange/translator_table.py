# SPDX-License-Identifier: EUPL-1.2
"""A translator's table as rows of words, whatever file it is written to: what is to be translated, and its way back.

Columns: a key (hidden, it finds the text again), what it is, the source's words, the words in the other language, and
how it stands. Only the fourth column is read back. The first row holds the conference and the language, and the titles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from octodesk.model.document import Document
from octodesk.model.parity import Wording, wordings

COLUMNS: Final = 5
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold, and with it neither .xlsx nor .docx."""

Row = tuple[str, ...]


class NoTable(ValueError):
    """Nothing was taken from it. `reason`: not-a-table, other-event, other-language, too-large, damaged, locked, columns;
    and of one row, counted from 1: cells, no-key, twice."""

    def __init__(self, reason: str, row: int = 0) -> None:
        super().__init__(reason, row)
        self.reason, self.row = reason, row


@dataclass(frozen=True, slots=True)
class Read:
    """language; the wordings that differ from what is there, by (table, row, field); how many texts are there no more."""

    language: str
    changed: Mapping[tuple[str, str, str], str]
    gone: int


def rows_of(
    document: Document, language: str, *, titles: Sequence[str], name: Callable[[Wording], str],
    states: Mapping[str, str], everything: bool,
) -> list[Row]:  # fmt: skip
    """The table. `titles` stand over the last four columns, `states` name missing, stale and done; without `everything`
    only what is missing or stale is in it."""
    rows = [(f"{document.event_id} {language}", *titles)]
    for one in wordings(document):
        state = one.standing(document, language)
        if everything or state in ("missing", "stale"):
            source = document.words(one.text, document.languages[0])
            words = (name(one), source, one.text.in_language(language), states.get(state, ""))
            rows.append((one.key, *map(_writable, words)))
    return rows


def changes_of(document: Document, rows: Sequence[Row]) -> Read:
    """What a table that came back says. Raises NoTable."""
    known = {one.key: one for one in wordings(document)}
    language = _language(document, rows, known)
    changed: dict[tuple[str, str, str], str] = {}
    gone = 0
    for key, words in _told(rows):
        one = known.get(key)
        if one is None:
            gone += 1
        elif words and words != _writable(one.text.in_language(language)).strip():
            changed[one.table, one.row, one.field] = words
    return Read(language, changed, gone)


def _language(document: Document, rows: Sequence[Row], known: Mapping[str, Wording]) -> str:
    first = rows[0] if rows else ()
    head = first[0].split() if first else []
    if " ".join(head) in known:
        raise NoTable("columns")  # the row with the titles is gone
    if len(head) != 2:
        raise NoTable("not-a-table")
    if head[0] != document.event_id:
        raise NoTable("other-event")
    if len(first) != COLUMNS or not all(title.strip() for title in first):
        raise NoTable("columns")
    if head[1] not in document.languages:
        raise NoTable("other-language")
    return head[1]


def _told(rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """(key, words) of each row below the first."""
    told: dict[str, str] = {}
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != COLUMNS:
            raise NoTable("cells", number)
        key, words = " ".join(row[0].split()), row[3].strip()
        if not key:
            raise NoTable("no-key", number)
        if told.get(key, words) != words:
            raise NoTable("twice", number)
        told[key] = words
    yield from told.items()


def _writable(words: str) -> str:
    return _UNWRITABLE.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
