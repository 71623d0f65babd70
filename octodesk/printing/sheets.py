# SPDX-License-Identifier: EUPL-1.2
"""Single sheets: what a print consists of, and which of those that went out say something else today.

A sheet is out of date where its words differ from those it would have if it were printed now. The version's label
does not count: paper that says the right thing is right whatever the version is called since.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import product

from octodesk.model.document import Document
from octodesk.model.row_values import table_of
from octodesk.model.rows import ROWS, Event, Issue
from octodesk.model.timetable import dates
from octodesk.printing.choices import CHOICES
from octodesk.printing.options import PrintOptions, PrintRefused
from octodesk.printing.render import DOCUMENTS, render

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Went:
    """A print that went out, and the conference as it was then."""

    issue: str
    kind: str
    options: PrintOptions
    then: Document


@dataclass(frozen=True, slots=True)
class Stale:
    """A sheet to be printed anew, and the entry with which it went out last."""

    issue: str
    kind: str
    options: PrintOptions


def options_of(issue: Issue) -> PrintOptions:
    """How an entry of what went out was printed."""
    scope = {name: str(value) for name, value in issue.scope.pairs}
    return PrintOptions(
        languages=issue.languages, audience=issue.audience or "public", day=_date(scope.get("day", "")),
        room=scope.get("room", ""), person=scope.get("person", ""), session=scope.get("session", ""),
    )  # fmt: skip


def _date(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def sheets_of(document: Document, kind: str, options: PrintOptions) -> Iterator[PrintOptions]:
    """The options of each single sheet of a print; a document that is one thing is one sheet."""
    units = CHOICES[kind].sheet
    for values in product(*(_values(document, unit, options) for unit in units)):
        yield replace(options, **dict(zip(units, values, strict=True)))  # type: ignore[arg-type]


def _values(document: Document, unit: str, options: PrintOptions) -> Sequence[object]:
    chosen = getattr(options, unit)
    if chosen:
        return [chosen]
    if unit == "day":
        return list(dates(document))
    return sorted(document.table(unit))


def stale_sheets(went: Iterable[Went], now: Document, *, clock: Clock) -> tuple[Stale, ...]:
    """The sheets whose newest print is out of date; `went` has the newest first."""
    seen: set[tuple[str, PrintOptions]] = set()
    found: list[Stale] = []
    for one in went:
        if one.kind not in DOCUMENTS:
            continue
        then = _called_as(one.then, now)
        both = [*sheets_of(now, one.kind, one.options), *sheets_of(then, one.kind, one.options)]
        for sheet in dict.fromkeys(both):
            if (one.kind, sheet) in seen:
                continue
            seen.add((one.kind, sheet))
            if _words(then, one.kind, sheet, clock) != _words(now, one.kind, sheet, clock):
                found.append(Stale(one.issue, one.kind, sheet))
    return tuple(found)


def _called_as(then: Document, now: Document) -> Document:
    """The conference as it was, under the version label of today."""
    tables = {name: dict(then.table(name)) for name in ROWS}
    event: Event = replace(then.event, version=now.event.version)
    tables[table_of(event)] = {event.id: event}
    return Document(then.event_id, tables)


def _words(document: Document, kind: str, options: PrintOptions, clock: Clock) -> list[str]:
    """The text of each page; none where there is nothing to print."""
    import pypdfium2

    try:
        printed = render(document, kind, options, clock=clock, until=_TO_THE_END)
    except PrintRefused:
        return []
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed.pdf)]


_TO_THE_END = 10**6
"""More pages than any print has: laid out whole, without the tags that nobody reads here."""
