# SPDX-License-Identifier: EUPL-1.2
"""What a form shows of a row: an entry per field, in sections. No Qt.

An entry is declared once, with what it is for and where it prints; sheet.py makes it a field on the screen, for one row
or for many at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from octodesk.edits.together import set_fields
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import attribute, fields_of

_SHOWS = {("session", name): "placement" for name in ("day", "start", "rooms")} | {
    ("session", "length"): "minutes"
}
"""The log field that an entry of another name shows."""

Ids = tuple[str, ...]
Shape = Literal["line", "lines", "choice", "ticks", "flag"]
Choices = Sequence[tuple[Any, str]]


def as_typed(text: str) -> str:
    return text.strip()


@dataclass(frozen=True, slots=True)
class Entry:
    """One field. `read` makes the plain value of what is typed; `words` says how the value of one row reads.

    `value` and `write` stand in where an entry is not simply a field of the log.
    """

    name: str
    caption: Callable[[], str]
    purpose: Callable[[], str]
    """What it is for and where it prints, in a sentence or two."""
    shape: Shape = "line"
    quarters: int = 4
    """How much of the form's width it takes."""
    read: Callable[[str], Any] = as_typed
    words: Callable[[Document, str], str] | None = None
    choices: Callable[[Document, Ids], Choices] | None = None
    value: Callable[[Document, str], Any] | None = None
    write: Callable[[Document, Ids, Any], Edit] | None = None
    offer: Callable[[], Sequence[str]] | None = None
    """Words to choose from while one types into a line."""
    suffix: Callable[[Document, Ids], str] | None = None
    """What is said behind the caption: "of 300"."""
    height: int = 60
    """Of a field of several lines, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading that opens and closes them; without a title they always stand there."""

    name: str
    entries: Sequence[Entry]
    title: Callable[[], str] | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows of one table that a form shows, and the language its texts are shown in."""

    document: Document
    table: str
    ids: Ids = ()
    language: str = "en"

    def translated(self, entry: Entry) -> bool:
        kind = fields_of(self.table).get(entry.name)
        return kind is not None and kind.translated and entry.value is None

    def log_field(self, entry: Entry) -> str:
        return f"{entry.name}.{self.language}" if self.translated(entry) else entry.name

    def readable(self, entry: Entry) -> bool:
        """Whether this program understands what the rows hold there; a newer one may have written it."""
        field = _SHOWS.get((self.table, entry.name), self.log_field(entry))
        return all((self.table, one, field) not in self.document.unreadable for one in self.ids)

    def value(self, entry: Entry, row_id: str) -> Any:
        if entry.value is not None:
            return entry.value(self.document, row_id)
        value = getattr(self.document.row(self.table, row_id), attribute(entry.name))
        return value.in_language(self.language) if self.translated(entry) else value

    def words(self, entry: Entry, row_id: str) -> str:
        if entry.words is not None:
            return entry.words(self.document, row_id)
        value = self.value(entry, row_id)
        if entry.choices is not None:
            names = dict(entry.choices(self.document, (row_id,)))
            if isinstance(value, tuple):
                return ", ".join(str(names.get(one, one)) for one in value)
            return str(names.get(value, "" if value is None else value))
        return "" if value is None else str(value)

    def one_value(self, entry: Entry) -> tuple[Any, bool]:
        """(value, whether all rows hold it); the first row's where they differ."""
        return _same(self.value(entry, row_id) for row_id in self.ids)

    def one_wording(self, entry: Entry) -> tuple[str, bool]:
        words, same = _same(self.words(entry, row_id) for row_id in self.ids)
        return words or "", same

    def edit(self, entry: Entry, value: Any) -> Edit:
        """The edit that gives every row shown this value."""
        if entry.write is not None:
            return entry.write(self.document, self.ids, value)
        language = self.language if self.translated(entry) else None
        return set_fields(
            self.document, table=self.table, row_ids=self.ids, field=entry.name, value=value, language=language
        )  # fmt: skip


def _same(values: Iterable[Hashable]) -> tuple[Any, bool]:
    first: Any = None
    for place, value in enumerate(values):
        if place == 0:
            first = value
        elif value != first:
            return first, False
    return first, True
