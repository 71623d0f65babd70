# SPDX-License-Identifier: EUPL-1.2
"""Taking chosen differences into the document as one edit: lines of a programme that was read, a session as it was,
one field of a version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from octodesk.edits.ordering import GROUPED_BY, has_order, key_at_end, neighbours, reorder
from octodesk.edits.rows import added, delete_row
from octodesk.edits.sense import check_field
from octodesk.model.comparison import ROW, Difference
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit, Refused
from octodesk.model.resolve import FieldKey
from octodesk.model.row_values import references, row_from, with_field
from octodesk.model.rows import fields_of


def take(
    document: Document, differences: Iterable[Difference], *, source: Document, label: str, author_id: str
) -> Edit:
    """What each difference holds as `after` is there afterwards, whatever is there now; one edit for all.

    `source` is the document the differences lead to; rows stand where they stand there, as far as their neighbours are
    here. A row that is to go takes its references with it; one that is there already gets the values. Locks are not
    asked: who chooses a line sees what it does. Refused: what sense.check_field and delete_row refuse, for instance
    an unknown-reference where a row is taken without one that it needs.
    """
    chosen = sorted(differences, key=_in_order)
    taking = _Taking(document)
    for one in chosen:
        taking.change(_changes(taking.there, one, author_id))
    for table, row_id in _to_place(chosen, source):
        taking.change(_placed(taking.there, source, table, row_id, author_id))
    _check_sense(document, taking.there, chosen)
    about = dict.fromkeys(one.id for one in chosen)
    return Edit(label, tuple(taking.changes.values()), tuple(about))


class _Taking:
    """The changes so far, the last of each field, and the document as they leave it."""

    def __init__(self, document: Document) -> None:
        self.changes: dict[FieldKey, Change] = {}
        self.there = document

    def change(self, changes: Iterable[Change]) -> None:
        made = tuple(changes)
        for change in made:
            self.changes[change.table, change.id, change.field] = change
        if made:
            self.there = self.there.tried(Edit("field-set", made))


def _in_order(one: Difference) -> tuple[int, int, str]:
    """Rows that come before the fields that may name them, rows that go last; tables as they build on each other."""
    return {"added": 0, "removed": 2}.get(one.what, 1), _BUILDS_ON.get(one.table, 0), one.id


_BUILDS_ON: Mapping[str, int] = {
    "session": 1, "booking": 1, "agenda_point": 2, "session_document": 2, "heading": 2, "contribution": 3,
    "related": 3, "acknowledgement": 3,
}  # fmt: skip
"""How many tables lie below, where a row holds ids of rows of another table."""


def _changes(document: Document, one: Difference, author_id: str) -> Iterable[Change]:
    there = document.find(*one.row) is not None
    if one.what == "removed":
        return delete_row(document, table=one.table, row_id=one.id).changes if there else ()
    if one.what == "added":
        return _coming(document, one, author_id)
    if not there:
        raise Refused("unknown-row", table=one.table, id=one.id)
    if one.field == "order" or document.plain(*one.row, one.log_field) == one.after:
        return ()
    return (Change(*one.row, one.log_field, one.after),)


def _coming(document: Document, one: Difference, author_id: str) -> Iterator[Change]:
    """The changes that bring a row with its values, at the end of its list."""
    plain = dict(_by_log_field(one.table, one.after))
    if has_order(one.table) and document.find(*one.row) is None:
        group = str(plain.get(GROUPED_BY.get(one.table, ""), ""))
        plain["order"], renumbered = key_at_end(document, one.table, group, author_id)
        yield from renumbered
    yield from added(document, one.table, one.id, plain)


def _by_log_field(table: str, values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The values that say something: those of a new row with nothing set are left out."""
    empty = row_from(table, "x", ())
    for name, kind in fields_of(table).items():
        if name not in values:
            continue
        if kind.translated:
            yield from ((f"{name}.{language}", words) for language, words in sorted(values[name].items()))
        elif with_field(empty, table, name, values[name]) != empty:
            yield name, values[name]


# -- order


def _to_place(chosen: Iterable[Difference], source: Document) -> list[tuple[str, str]]:
    """The rows whose place in their list is taken over, in the order of the source, so that each finds its neighbour."""
    rows = [one.row for one in chosen if one.what == "added" or one.field == "order"]
    there = [(table, source.find(table, row_id)) for table, row_id in rows if has_order(table)]
    found: list[tuple[str, Any]] = [(table, row) for table, row in there if row is not None]
    return [(table, row.id) for table, row in sorted(found, key=lambda it: (it[0], it[1].order, it[1].id))]


def _placed(
    document: Document, source: Document, table: str, row_id: str, author_id: str
) -> Iterable[Change]:
    """Behind the nearest row that stands before it in the source and is here; else before the next that stands behind."""
    group = _group(source, table, row_id)
    here = [row.id for row in neighbours(document, table, group) if row.id != row_id]
    wanted = [row.id for row in neighbours(source, table, group)]
    place = wanted.index(row_id)
    before = next((one for one in reversed(wanted[:place]) if one in here), None)
    if before is None:
        behind = next((one for one in wanted[place + 1 :] if one in here), None)
        if behind is None:
            return ()
        before = here[here.index(behind) - 1] if here.index(behind) else None
    return reorder(document, table=table, row_id=row_id, after=before, author_id=author_id).changes


def _group(document: Document, table: str, row_id: str) -> str:
    return str(getattr(document.row(table, row_id), GROUPED_BY.get(table, ""), ""))


# -- sense


def _check_sense(before: Document, after: Document, chosen: Iterable[Difference]) -> None:
    """That every row touched makes sense as it is to be, and needs none that is not there."""
    for one in chosen:
        row = after.find(*one.row)
        if row is None or one.field == "order":
            continue
        for target, row_id in references(row):
            if before.contested.get((target, row_id)) is None and (target, row_id) in after.contested:
                raise Refused("unknown-reference", table=one.table, field=one.field, target=target, id=row_id)
        for name in fields_of(one.table) if one.field == ROW else (one.field,):
            check_field(after, row, name)
