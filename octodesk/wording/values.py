# SPDX-License-Identifier: EUPL-1.2
"""What any field of any row holds, in words: "Wednesday 17 November, Room 2, 11:00", "1 h 30", "French and Spanish"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any, cast

from octodesk import languages
from octodesk.languages import _
from octodesk.model import clock
from octodesk.model.document import Document
from octodesk.model.fields import Facts, FieldKind, Placement, Span, Wrong
from octodesk.model.rows import fields_of
from octodesk.wording.choices import choice_name
from octodesk.wording.row_names import row_name
from octodesk.wording.things import hour, where_and_day

_LANGUAGES = frozenset(
    {"languages", "working_languages", "interpretation", "floor_languages", "floor", "into"}
)
_LENGTHS = frozenset({"minutes", "setup_minutes", "clear_minutes", "snap"})


def value_words(document: Document, table: str, field: str, value: Any) -> str:
    """A field's value, given as plain JSON (a text: the words of one language). "–" where it holds nothing."""
    kind = fields_of(table).get(field)
    if kind is None:
        return str(value)
    if kind.translated:
        return str(value) or _NOTHING
    try:
        held = kind.read(value)
    except Wrong:  # from a newer program
        return str(value)
    if held is None:
        return _("not yet placed") if field == "placement" else _NOTHING
    return _held_words(document, table, field, kind, held) or _NOTHING


_NOTHING = "–"


def _held_words(document: Document, table: str, field: str, kind: FieldKind, held: Any) -> str:
    if isinstance(held, Placement):
        return where_and_day(document, held)
    if kind.refers_to:
        ids = (held,) if isinstance(held, str) else held
        return _listed([row_name(document, kind.refers_to, one) for one in ids if one])
    if kind.choices:
        codes = (held,) if isinstance(held, str) else held
        return _listed([choice_name(table, field, code) for code in codes])
    if field in _LANGUAGES:
        return _listed([languages.language_name(code, languages.language()) for code in held])
    if field in _LENGTHS:
        return languages.duration(held, languages.language())
    if field == "country":
        return languages.country_name(held, languages.language()) if held else ""
    say = _BY_TYPE.get(type(held))
    return say(document, held) if say else str(held)


def _listed(names: list[str]) -> str:
    return languages.listed(names, languages.language())


def _facts(_document: Document, facts: Facts) -> str:
    return ", ".join(f"{name} {value}" for name, value in facts.pairs if value not in (None, ""))


def _spans(document: Document, held: tuple[Any, ...]) -> str:
    if not all(isinstance(one, Span) for one in held):
        return _listed([str(one) for one in held])
    return ", ".join(_span(document, span) for span in held)


def _span(document: Document, span: Span) -> str:
    begins, ends = _moment(document, span.begins), _moment(document, span.ends)
    if span.begins.date() == span.ends.date():
        ends = hour(document, span.ends)
    return f"{begins} – {ends}"


def _moment(document: Document, moment: datetime) -> str:
    return _("{day}, {time}").format(
        day=languages.day_name(moment.date(), languages.language()), time=hour(document, moment)
    )


def _time(document: Document, at: time) -> str:
    return hour(document, datetime.combine(clock.parse_date("2000-01-01"), at))


_BY_TYPE: Mapping[type, Callable[[Document, Any], str]] = {
    bool: lambda _document, held: _("yes") if held else _("no"),
    int: lambda _document, held: languages.number(held, languages.language()),
    date: lambda _document, held: languages.long_date(cast("date", held), languages.language()),
    datetime: _moment,
    time: _time,
    Facts: _facts,
    tuple: _spans,
}
