# SPDX-License-Identifier: EUPL-1.2
"""Settling what a merge left open: a person says which value holds, and from then on it holds for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from octodesk.edits.fields import plain_value
from octodesk.edits.rows import delete_row
from octodesk.edits.sense import check_field
from octodesk.model.collisions import DELETED, ROW
from octodesk.model.document import Document
from octodesk.model.edit import ALIVE, Change, Edit, Refused
from octodesk.model.fields import split_field
from octodesk.model.resolve import FieldKey, RowKey
from octodesk.model.row_values import with_field
from octodesk.model.rows import fields_of


@dataclass(frozen=True, slots=True)
class Answer:
    """What shall hold, for one question: as in model/collisions.py, "deleted" with True or False, "row" with the row's
    values, else a field of the log ("title.fr") with its value."""

    table: str
    id: str
    field: str
    value: Any

    @property
    def row(self) -> RowKey:
        return self.table, self.id


def settle(document: Document, answers: Iterable[Answer], *, label: str = "conflicts-settled") -> Edit:
    """One edit that settles each question, also where the value in force is the one that shall stay.

    Refused: unknown-row, wrong-value, what sense.check_field refuses, and kind-in-use or session-room-locked where a
    row is to go after all.
    """
    given = sorted(
        answers, key=lambda one: one.field == DELETED
    )  # what is to go takes its settled fields with it
    changes: dict[FieldKey, Change] = {}
    there = document
    for one in given:
        made = _changes(there, one)
        changes.update({(change.table, change.id, change.field): change for change in made})
        there = there.tried(Edit("field-set", made))
    about = dict.fromkeys(one.id for one in given)
    return Edit(label, tuple(changes.values()), tuple(about), kind="settle")


def _changes(document: Document, answer: Answer) -> tuple[Change, ...]:
    if document.find(*answer.row) is None:
        raise Refused("unknown-row", table=answer.table, id=answer.id)
    if answer.field == DELETED:
        if answer.value:
            return delete_row(document, table=answer.table, row_id=answer.id).changes
        return (Change(*answer.row, ALIVE, True),)
    if answer.field == ROW:
        return (Change(*answer.row, ALIVE, True), *_whole(document, answer.row, answer.value))
    return (_field(document, answer),)


def _field(document: Document, answer: Answer) -> Change:
    name, language = split_field(answer.field)
    value = answer.value if language else plain_value(answer.table, name, answer.value)
    row = with_field(document.row(*answer.row), answer.table, answer.field, value)
    check_field(document, row, name)
    return Change(*answer.row, answer.field, value)


def _whole(document: Document, row: RowKey, wanted: Mapping[str, Any]) -> Iterable[Change]:
    """Every field that is open or otherwise, as it is wanted; the place in the list as it is."""
    opened = {key[2] for key in document.open_fields if key[:2] == row}
    if "order" in opened:
        yield Change(*row, "order", document.plain(*row, "order"))
    for name, kind in fields_of(row[0]).items():
        if name not in wanted:
            continue
        if kind.translated:
            now = document.plain_text(*row, name)
            fields = {f"{name}.{one}": wanted[name].get(one, "") for one in {*now, *wanted[name]}}
        else:
            fields = {name: wanted[name]}
        for field, value in sorted(fields.items()):
            if field in opened or document.plain(*row, field) != value:
                yield Change(*row, field, value)
