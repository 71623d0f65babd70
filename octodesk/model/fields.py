# SPDX-License-Identifier: EUPL-1.2
"""The kinds of field a row has: what each may hold, how JSON writes it, how a row holds it.

A row is a frozen dataclass whose attributes are declared with the functions below (`title: Text = text()`); the log,
the database, `show` and `set` all read the same declarations. In the log a field's value is plain JSON; a text is one
field per language there ("title.fr"). What has no order is stored sorted, without doubles.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from octodesk.model import clock
from octodesk.model.text import Text

Plain = Any
"""A JSON value: None, bool, int, str, or lists and dicts of them."""

ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
LARGEST = 2**53
LONGEST = 7 * 24 * 60
"""Minutes anything may last: a grid and a page have a row for each quarter of an hour shown."""
LARGEST_COUNT = 10**8
"""Of seats and the like."""


class Wrong(ValueError):
    """A value that a field cannot hold. `reason` is a code: what was expected."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Span:
    """From one wall-clock moment until another, e.g. when somebody is available."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Facts:
    """A few named plain values that only mean something together, hashable: (name, value) pairs sorted by name."""

    pairs: tuple[tuple[str, Any], ...] = ()

    def get(self, name: str, default: Any = "") -> Any:
        return next((value for have, value in self.pairs if have == name), default)

    def plain(self) -> dict[str, Plain]:
        return dict(self.pairs)

    def __bool__(self) -> bool:
        return bool(self.pairs)


@dataclass(frozen=True, slots=True)
class Placement:
    """When and where, as one value. `rooms` is sorted; empty means to be decided, or nowhere if exclusive."""

    start: datetime
    rooms: tuple[str, ...] = ()
    exclusive: bool = False

    def plain(self) -> dict[str, Plain]:
        return {
            "start": clock.moment_words(self.start),
            "rooms": list(self.rooms),
            "exclusive": self.exclusive,
        }


@dataclass(frozen=True, slots=True)
class FieldKind:
    """How one kind of field is read from JSON (raises Wrong) and written to it.

    `refers_to` names the table whose ids the value holds; `translated` means one log field per language. `unknown` is
    what a choice made by a newer program is taken for, where that must not be the default.
    """

    name: str
    read: Callable[[Plain], Any]
    write: Callable[[Any], Plain]
    refers_to: str = ""
    translated: bool = False
    choices: tuple[str, ...] = ()
    unknown: str | None = None


def _same(value: Any) -> Any:
    return value


def _read_words(value: Plain) -> str:
    if not isinstance(value, str):
        raise Wrong("words")
    return value


def _read_flag(value: Plain) -> bool:
    if not isinstance(value, bool):
        raise Wrong("true-or-false")
    return value


def _read_whole(value: Plain) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise Wrong("whole-number")
    return value


def _read_count(value: Plain) -> int:
    number = _read_whole(value)
    if not 0 <= number <= LARGEST_COUNT:
        raise Wrong("not-negative")
    return number


def _read_minutes(value: Plain) -> int:
    if _read_whole(value) not in range(LONGEST + 1):
        raise Wrong("minutes-0-to-10080")
    return int(value)


def _read_id(value: Plain) -> str:
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise Wrong("id")
    return value


def _read_list(value: Plain) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Wrong("list-of-words")
    return tuple(dict.fromkeys(value))


def _read_set(value: Plain) -> tuple[str, ...]:
    return tuple(sorted(_read_list(value)))


def _read_ids(value: Plain) -> tuple[str, ...]:
    return tuple(_read_id(item) for item in _read_set(value))


def _read_moment(value: Plain) -> Any:
    return _parsed(value, clock.parse_moment, "moment")


def _parsed(value: Plain, parse: Callable[[str], Any], reason: str) -> Any:
    if not isinstance(value, str):
        raise Wrong(reason)
    try:
        return parse(value)
    except ValueError as wrong:
        raise Wrong(reason) from wrong


def _read_date(value: Plain) -> Any:
    return _parsed(value, clock.parse_date, "date")


def _read_time(value: Plain) -> Any:
    return _parsed(value, clock.parse_time, "time")


def _read_spans(value: Plain) -> tuple[Span, ...]:
    if not isinstance(value, list):
        raise Wrong("list-of-spans")
    return tuple(sorted({_read_span(item) for item in value}, key=lambda span: (span.begins, span.ends)))


def _read_span(value: Plain) -> Span:
    if not isinstance(value, dict) or set(value) != {"from", "until"}:
        raise Wrong("list-of-spans")
    span = Span(_read_moment(value["from"]), _read_moment(value["until"]))
    if span.begins >= span.ends:
        raise Wrong("span-backwards")
    return span


def _write_spans(spans: tuple[Span, ...]) -> Plain:
    return [
        {"from": clock.moment_words(span.begins), "until": clock.moment_words(span.ends)} for span in spans
    ]


def _read_facts(value: Plain) -> Facts:
    plain = (str, bool, type(None))
    if not isinstance(value, dict):
        raise Wrong("named-values")
    for item in value.values():
        if not isinstance(item, plain):
            _read_whole(item)
    return Facts(tuple(sorted(value.items())))


def _read_text(value: Plain) -> Text:
    if not isinstance(value, dict) or not all(isinstance(words, str) for words in value.values()):
        raise Wrong("text")
    if not all(LANGUAGE.fullmatch(language) for language in value):
        raise Wrong("language")
    return Text.of(value)


def _read_placement(value: Plain) -> Placement:
    if (
        not isinstance(value, dict)
        or not set(value) <= {"start", "rooms", "exclusive"}
        or "start" not in value
    ):
        raise Wrong("placement")
    rooms = _read_ids(value.get("rooms", []))
    return Placement(_read_moment(value["start"]), rooms, _read_flag(value.get("exclusive", False)))


def _one_of(choices: tuple[str, ...]) -> Callable[[Plain], str]:
    def read(value: Plain) -> str:
        if value not in choices:
            raise Wrong("one-of")
        return str(value)

    return read


def _some_of(choices: tuple[str, ...]) -> Callable[[Plain], tuple[str, ...]]:
    def read(value: Plain) -> tuple[str, ...]:
        found = _read_set(value)
        if not set(found) <= set(choices):
            raise Wrong("one-of")
        return found

    return read


def _or_none(kind: FieldKind) -> FieldKind:
    """The same kind, with null allowed."""
    return dataclasses.replace(
        kind,
        read=lambda value: None if value is None else kind.read(value),
        write=lambda value: None if value is None else kind.write(value),
    )


def _iso(value: Any) -> str:
    return str(value.isoformat())


WORDS = FieldKind("words", _read_words, _same)
FLAG = FieldKind("flag", _read_flag, _same)
COUNT = FieldKind("count", _read_count, _same)
MINUTES = FieldKind("minutes", _read_minutes, _same)
TEXT = FieldKind("text", _read_text, lambda value: value.plain(), translated=True)
SEQUENCE = FieldKind("sequence", _read_list, list)
SET = FieldKind("set", _read_set, list)
DATE = FieldKind("date", _read_date, _iso)
TIME = FieldKind("time", _read_time, lambda value: value.isoformat(timespec="minutes"))
MOMENT = FieldKind("moment", _read_moment, clock.moment_words)
SPANS = FieldKind("spans", _read_spans, _write_spans)
FACTS = FieldKind("facts", _read_facts, lambda value: value.plain())
PLACEMENT = FieldKind("placement", _read_placement, lambda value: value.plain(), refers_to="room")


def field(kind: FieldKind, default: Any, *, optional: bool = False) -> Any:
    """Declares a row's attribute of this kind."""
    kind = _or_none(kind) if optional else kind
    return dataclasses.field(default=default, metadata={"kind": kind})


def text() -> Any:
    return field(TEXT, Text())


def words(default: str = "") -> Any:
    return field(WORDS, default)


def flag(*, default: bool = False) -> Any:
    return field(FLAG, default)


def count(default: int | None = 0) -> Any:
    """A whole number, not negative; with default None, null is allowed."""
    return field(COUNT, default, optional=default is None)


def minutes(default: int | None = 0) -> Any:
    """A length; with default None, null is allowed."""
    return field(MINUTES, default, optional=default is None)


def choice(*choices: str, default: str | None = None, unknown: str | None = None) -> Any:
    """One of a few identifiers; the first is the default."""
    kind = FieldKind("choice", _one_of(choices), _same, choices=choices, unknown=unknown)
    return field(kind, choices[0] if default is None else default)


def choices(*allowed: str, default: tuple[str, ...] = ()) -> Any:
    """Any of a few identifiers, sorted."""
    return field(FieldKind("choices", _some_of(allowed), list, choices=allowed), default)


def reference(table: str, *, optional: bool = False) -> Any:
    """The id of a row of another table."""
    kind = FieldKind("reference", _read_id, _same, refers_to=table)
    return field(kind, None if optional else "", optional=optional)


def references(table: str) -> Any:
    """Ids of rows of another table, sorted."""
    return field(FieldKind("references", _read_ids, list, refers_to=table), ())


def split_field(name: str) -> tuple[str, str]:
    """A log field's name as (field, language): "title.fr" is ("title", "fr"), "minutes" is ("minutes", "")."""
    base, _, language = name.partition(".")
    return base, language


def kinds_of(row_type: type) -> Mapping[str, FieldKind]:
    """The declared fields of a row type, by their names in the log: an attribute `from_` is the field "from"."""
    return {
        item.name.rstrip("_"): item.metadata["kind"] for item in dataclasses.fields(row_type) if item.metadata
    }
