# SPDX-License-Identifier: EUPL-1.2
"""How a row of the model lies in its SQL table: one column per field, a placement in three, texts and lists as JSON.

Made from the rows' own declarations, without SQLAlchemy, so that the first paint can read them by sqlite3 alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from octodesk.model import clock
from octodesk.model.fields import FieldKind, Placement
from octodesk.model.row_values import default_of
from octodesk.model.rows import ROWS, Row, attribute, fields_of
from octodesk.model.stamped import canonical
from octodesk.model.text import Text

RESOLVING = 2
"""Raised when the same log is to give other rows than before: the tables are then built again."""

_AS_THEY_ARE = frozenset({"words", "choice", "reference", "count", "minutes"})
_AS_JSON = frozenset({"text", "sequence", "set", "choices", "references", "spans", "facts"})

Raw = Any
"""What SQLite gives for one column: str, int or None."""


@dataclass(frozen=True, slots=True)
class SqlColumn:
    name: str
    kind: str
    """TEXT or INTEGER."""
    nullable: bool = False


class RowTable:
    """One table of the model as SQL: its columns behind `event`, `id` and `alive`, and the way there and back."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._type = ROWS[name]
        self._kinds = fields_of(name)
        self._placement = next((field for field, kind in self._kinds.items() if kind.name == "placement"), "")
        self._plain = {field: kind for field, kind in self._kinds.items() if field != self._placement}
        self._writers = [(field, attribute(field), _writer(kind)) for field, kind in self._plain.items()]
        self.columns = tuple(self._columns())

    def _columns(self) -> list[SqlColumn]:
        columns = [
            SqlColumn(field, _sql_kind(kind), default_of(self.name, field) is None)
            for field, kind in self._plain.items()
        ]
        if self._placement:
            columns += [
                SqlColumn("start", "TEXT", nullable=True),
                SqlColumn("rooms", "TEXT"),
                SqlColumn("exclusive", "INTEGER"),
            ]
        return columns

    @property
    def selected(self) -> tuple[str, ...]:
        """The columns a reader wants, in its order."""
        return ("id", "alive", *(column.name for column in self.columns))

    def written(self, row: Row) -> dict[str, Raw]:
        """A row's columns, without event and alive."""
        raw: dict[str, Raw] = {"id": row.id}
        for field, name, write in self._writers:
            raw[field] = write(getattr(row, name))
        if self._placement:
            raw.update(_placement_columns(getattr(row, self._placement)))
        return raw

    def rows(self, raws: Sequence[Sequence[Raw]]) -> Iterator[Row]:
        """What SQLite gives for the `selected` columns as rows. Raises ValueError, TypeError, KeyError for damage.

        Column by column: most hold few distinct values, each is parsed once, and a value is immutable.
        """
        if not raws:
            return iter(())
        ids, _alive, *raw_columns = zip(*raws, strict=True)
        plain = len(self._plain)
        columns = [
            _column(kind, raw) for kind, raw in zip(self._plain.values(), raw_columns[:plain], strict=True)
        ]
        if self._placement:
            columns.insert(list(self._kinds).index(self._placement), _placements(*raw_columns[plain:]))
        return map(cast("Callable[..., Row]", self._type), ids, *columns)


@cache
def row_table(name: str) -> RowTable:
    return RowTable(name)


@cache
def shape() -> str:
    """A fingerprint of all row tables: where the database holds another one, they are built again from the log."""
    columns = [[name, [[c.name, c.kind, c.nullable] for c in row_table(name).columns]] for name in ROWS]
    readings = [
        [name, [[one, kind.name, *kind.choices] for one, kind in fields_of(name).items()]] for name in ROWS
    ]
    return hashlib.sha256(canonical([RESOLVING, columns, readings]).encode()).hexdigest()


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def json_words(value: Any) -> str:
    """JSON as the database holds it: keys sorted, letters as they are."""
    return _ENCODER.encode(value)


def _sql_kind(kind: FieldKind) -> str:
    return "INTEGER" if kind.name in ("flag", "count", "minutes") else "TEXT"


def _writer(kind: FieldKind) -> Callable[[Any], Raw]:
    if kind.name in _AS_THEY_ARE:
        return _same
    if kind.name == "flag":
        return int
    if kind.name not in _AS_JSON:
        return kind.write
    empty = "{}" if kind.name in ("text", "facts") else "[]"
    return lambda value: json_words(kind.write(value)) if value else empty


def _same(value: Any) -> Raw:
    return value


def _placement_columns(placement: Placement | None) -> dict[str, Raw]:
    if placement is None:
        return {"start": None, "rooms": "[]", "exclusive": 0}
    rooms = json_words(list(placement.rooms))
    return {
        "start": clock.moment_words(placement.start),
        "rooms": rooms,
        "exclusive": int(placement.exclusive),
    }


def _placements(
    starts: Sequence[Raw], rooms: Sequence[Raw], exclusive: Sequence[Raw]
) -> Iterator[Placement | None]:
    distinct = list(set(rooms))
    held_in = dict(zip(distinct, map(tuple, _from_json(distinct)), strict=True))
    for start, room, alone in zip(starts, rooms, exclusive, strict=True):
        at = None if start is None else clock.parse_moment(start)
        yield None if at is None else Placement(at, held_in[room], bool(alone))


def _column(kind: FieldKind, raw: Sequence[Raw]) -> Iterable[Any]:
    """A whole column as a row holds it."""
    if kind.name in _AS_THEY_ARE:
        return raw
    if kind.name == "flag":
        return map(bool, raw)
    distinct = list(set(raw))
    known = dict(zip(distinct, _parsed(kind, distinct), strict=True))
    return map(known.__getitem__, raw)


def _parsed(kind: FieldKind, distinct: Sequence[Raw]) -> Iterable[Any]:
    if kind.name not in _AS_JSON:
        return map(kind.read, distinct)
    values = _from_json(distinct)
    # A text not by kind.read: that refuses language codes which a foreign log may hold.
    return map(Text.of, values) if kind.name == "text" else map(kind.read, values)


def _from_json(distinct: Sequence[Raw]) -> list[Any]:
    """The values of many pieces of JSON, read in one go: a call for each costs more than the reading."""
    values: list[Any] = json.loads(f"[{','.join(distinct)}]")
    if len(values) != len(distinct):
        raise ValueError("not one value each")
    return values
