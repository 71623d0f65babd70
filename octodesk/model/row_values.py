# SPDX-License-Identifier: EUPL-1.2
"""Rows and the plain values of the log: making a row from them, setting one field, finding what a row refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from octodesk.model.fields import Placement, Wrong, split_field
from octodesk.model.resolve import RowKey
from octodesk.model.rows import ROWS, Row, attribute, fields_of, references_of
from octodesk.model.text import Text

_TABLE_OF: Mapping[type, str] = {row_type: name for name, row_type in ROWS.items()}


def table_of(row: Row) -> str:
    return _TABLE_OF[type(row)]


def references(row: Row) -> Iterable[RowKey]:
    """(table, id) of every row this one refers to; "" refers to none."""
    for name, table in references_of(table_of(row)):
        value = getattr(row, attribute(name))
        if isinstance(value, Placement):
            value = value.rooms
        if isinstance(value, str):
            value = (value,)
        yield from ((table, one) for one in value or () if one)


class UnknownRow(KeyError):
    """No live row with this id in this table."""

    def __init__(self, table: str, row_id: str) -> None:
        super().__init__(f"{table} {row_id}")
        self.table, self.id = table, row_id


def is_readable(table: str, field: str, value: Any) -> bool:
    """Whether this program understands what a log field of its own holds; None, where a value was removed, says nothing."""
    if value is None or table not in ROWS:
        return True
    name, language = split_field(field)
    kind = fields_of(table).get(name)
    if kind is None or kind.translated != bool(language):
        return True
    if kind.translated:
        return isinstance(value, str)
    try:
        kind.read(value)
    except Wrong:
        return False
    return True


def with_field(row: Row, table: str, field: str, value: Any) -> Row:
    """The row with one log field set to plain JSON. None where a field knows no null, and what it cannot hold (from a
    newer program or a damaged log), reads as the field's default; what it does not know is passed over."""
    name, language = split_field(field)
    kind = fields_of(table).get(name)
    if kind is None or kind.translated != bool(language):
        return row
    if kind.translated:
        words = value if isinstance(value, str) else ""
        return replace(row, **{name: getattr(row, name).with_words(language, words)})
    return replace(row, **{attribute(name): _read(table, name, value)})


def _read(table: str, name: str, value: Any) -> Any:
    kind = fields_of(table)[name]
    try:
        return kind.read(value)
    except Wrong:
        return default_of(table, name) if kind.unknown is None else kind.unknown


def default_of(table: str, name: str) -> Any:
    """What a field of a new row holds, as a row holds it."""
    return getattr(ROWS[table]("x"), attribute(name))


def own_values(row: Row) -> dict[str, Any]:
    """A row's values by log field, as plain JSON, where they differ from the defaults."""
    table = table_of(row)
    found: dict[str, Any] = {}
    for name, kind in fields_of(table).items():
        value = getattr(row, attribute(name))
        if kind.translated:
            found.update({f"{name}.{language}": words for language, words in value.words})
        elif value != default_of(table, name):
            found[name] = kind.write(value)
    return found


def row_from(table: str, row_id: str, values: Iterable[tuple[str, Any]]) -> Row:
    """A row from (log field, plain value) pairs, built in one go."""
    texts: dict[str, dict[str, str]] = {}
    known = fields_of(table)
    found: dict[str, Any] = {}
    for field, value in values:
        name, language = split_field(field)
        kind = known.get(name)
        if kind is None or kind.translated != bool(language):
            continue
        if kind.translated:
            texts.setdefault(name, {})[language] = value if isinstance(value, str) else ""
        else:
            found[attribute(name)] = _read(table, name, value)
    found.update({name: Text.of(words) for name, words in texts.items()})
    return cast("Row", ROWS[table](row_id, **found))


def plain_row(row: Row) -> dict[str, Any]:
    """A row's fields by their names in the log, as plain JSON; a text is {language: words}.

    Without the order key: the place in the list says it, and equal lists may have got there by different keys.
    """
    kinds = fields_of(table_of(row)).items()
    plain = {name: kind.write(getattr(row, attribute(name))) for name, kind in kinds if name != "order"}
    return {"id": row.id, **plain}
