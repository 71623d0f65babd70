# SPDX-License-Identifier: EUPL-1.2
"""How a row of the model lies in its SQL table: one column per field, a placement in three, texts and lists as JSON.

Made from the rows' own declarations, without SQLAlchemy, so that the first paint can read them by sqlite3 alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
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


class _Known(dict[Any, Any]):
    """Values read before, by what SQLite gave: most columns hold few distinct ones, and all are immutable."""

    def __init__(self, parse: Callable[[Any], Any]) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, raw: Any) -> Any:
        value = self[raw] = self._parse(raw)
        return value


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

    def reader(self) -> Callable[[Sequence[Raw]], Row]:
        """Turns what SQLite gives for the `selected` columns into rows. Raises ValueError, TypeError for damage.

        It remembers what it has parsed: make one per reading, and let it go.
        """
        parsers = [_parser(kind) for kind in self._plain.values()]
        make, count = cast("Callable[..., Row]", self._type), len(parsers) + 2
        where = list(self._kinds).index(self._placement) if self._placement else -1
        placements = _Known(_read_placement)

        def read(raw: Sequence[Raw]) -> Row:
            values = [
                value if parse is None else parse(value)
                for parse, value in zip(parsers, raw[2:count], strict=True)
            ]
            if where >= 0:
                values.insert(where, placements[tuple(raw[count:])])
            return make(raw[0], *values)

        return read


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


def _read_placement(raw: tuple[Raw, ...]) -> Placement | None:
    start, rooms, exclusive = raw
    if start is None:
        return None
    return Placement(clock.parse_moment(start), tuple(json.loads(rooms)), bool(exclusive))


def _parser(kind: FieldKind) -> Callable[[Raw], Any] | None:
    """None: the column holds the value itself."""
    if kind.name in _AS_THEY_ARE:
        return None
    if kind.name == "flag":
        return bool
    return _Known(_parse_of(kind)).__getitem__


def _parse_of(kind: FieldKind) -> Callable[[Raw], Any]:
    if kind.name == "text":  # not kind.read: it refuses language codes that a foreign log may hold
        return lambda raw: Text.of(json.loads(raw))
    if kind.name in _AS_JSON:
        return lambda raw: kind.read(None if raw is None else json.loads(raw))
    return kind.read
