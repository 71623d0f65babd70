# SPDX-License-Identifier: EUPL-1.2
"""What was made of each line of a programme document, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from octodesk import languages
from octodesk.languages import N_, _
from octodesk.model.clock import parse_date, parse_moment
from octodesk.wording.fields import field_name
from octodesk.wording.papers import (
    GuessLike,
    LeftOutLike,
    PlaceLike,
    RemarkLike,
    guess_sentence,
    kind_words,
    left_out_sentence,
    place_words,
    remark_sentence,
)


class LineLike(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def place(self) -> PlaceLike: ...
    @property
    def remarks(self) -> Sequence[RemarkLike]: ...


class DraftLike(Protocol):
    @property
    def table(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def values(self) -> dict[str, Any]: ...


class UseLike(Protocol):
    @property
    def table(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def field(self) -> str: ...


class GuessOfLine(GuessLike, Protocol):
    @property
    def line(self) -> int: ...


class LeftOutOfLine(LeftOutLike, Protocol):
    @property
    def line(self) -> int: ...


class UnderstoodLike(Protocol):
    @property
    def language(self) -> str: ...
    @property
    def drafts(self) -> Mapping[str, Sequence[DraftLike]]: ...
    @property
    def guesses(self) -> Sequence[GuessOfLine]: ...
    @property
    def left_out(self) -> Sequence[LeftOutOfLine]: ...
    @property
    def uses(self) -> Mapping[int, Sequence[UseLike]]: ...


@dataclass(frozen=True, slots=True)
class LineWords:
    """A line: where it stands, its words, what was made of it. `state` is understood, doubtful, unused or structure; a line
    that somebody commented or changed is doubtful too."""

    number: int
    where: str
    words: str
    made: str
    doubt: str
    state: str
    about: tuple[tuple[str, str, str], ...]
    """(table, id, field) of what it tells, the first one first."""


_HARMLESS = frozenset({"heading-sessions"})
"""Guesses that change nothing anybody reads: they are in the report, and no line is amber for them."""


def lines_in_words(understood: UnderstoodLike, lines: Iterable[LineLike]) -> list[LineWords]:
    """Every line of the document, in its order."""
    rows = {(one.table, one.id): one for found in understood.drafts.values() for one in found}
    doubts: dict[int, list[str]] = {}
    for guess in understood.guesses:
        if guess.what in _HARMLESS:
            continue
        doubts.setdefault(guess.line, []).append(guess_sentence(guess))
    unused = {one.line: left_out_sentence(one) for one in understood.left_out}
    return [
        _line(understood, rows, line, doubts.get(line.number, []), unused.get(line.number, ""))
        for line in lines
    ]


def _line(
    understood: UnderstoodLike,
    rows: Mapping[tuple[str, str], DraftLike],
    line: LineLike,
    doubts: list[str],
    unused: str,
) -> LineWords:
    uses = [use for use in understood.uses.get(line.number, ()) if (use.table, use.id) in rows]
    made = dict.fromkeys(_made(understood, rows, use) for use in _first_of_each(uses))
    doubts = [*doubts, *map(remark_sentence, line.remarks)]
    state = "unused" if unused else "doubtful" if doubts else "understood" if uses else "structure"
    said = " · ".join(made) or unused or _("heading")
    about = tuple((use.table, use.id, use.field) for use in uses)
    return LineWords(line.number, place_words(line.place), line.text, said, " ".join(doubts), state, about)


def _first_of_each(uses: Sequence[UseLike]) -> list[UseLike]:
    """A line that tells several fields of a row is told once for that row."""
    found: dict[tuple[str, str], UseLike] = {}
    for use in uses:
        if use.table != "contribution":
            found.setdefault((use.table, use.id), use)
    return list(found.values())


def _made(understood: UnderstoodLike, rows: Mapping[tuple[str, str], DraftLike], use: UseLike) -> str:
    row = rows[use.table, use.id]
    if use.table == "session":
        return session_words(understood, row)
    if template := _MADE.get(use.table):
        return _(template).format(name=_called(row))
    return languages.capitalised(field_name(use.field))


_MADE: Mapping[str, str] = {
    "day": N_("Day: {name}"),
    "room": N_("Room: {name}"),
    "person": N_("Speaker: {name}"),
    "agenda_point": N_("Item: {name}"),
    "heading": N_("Topic on the front page"),
    "related": N_("Meeting beside the conference: {name}"),
    "contact": N_("Contact"),
}


def _called(row: DraftLike) -> str:
    if row.table == "person":
        return _person(row)
    if row.table == "day":
        return languages.day_name(parse_date(row.values["date"]), languages.language(), year=True)
    return next((_text(row.values[name]) for name in ("name", "title", "text") if row.values.get(name)), "")


def session_words(understood: UnderstoodLike, row: DraftLike) -> str:
    """ "WS 4 Crime and crypto currencies · Workshop · Wed 17, 11:00–12:50 · Room 1"."""
    values = row.values
    language = languages.language()
    placement = values["placement"]
    start = parse_moment(placement["start"])
    end: datetime = start + timedelta(minutes=values.get("minutes", 0))
    hours = f"{start:%H:%M}" if start == end else f"{start:%H:%M}–{end:%H:%M}"
    number = values.get("label_override") or (
        str(values["number"]) if values.get("number") is not None else ""
    )
    rooms = [
        _text(room.values["name"])
        for room in understood.drafts.get("room", ())
        if room.id in placement["rooms"]
    ]
    kind = kind_words(values["kind"])
    named = " ".join(part for part in (kind, number) if part)
    title = _text(values.get("title", {}))
    named = "" if named == title else named
    when = f"{languages.short_day(start, language)}, {hours}"
    return " · ".join(part for part in (named, title, when, ", ".join(rooms)) if part)


def _person(row: DraftLike) -> str:
    values = row.values
    name = " ".join(
        part for part in (values.get("given_name", ""), values.get("family_name", "").upper()) if part
    )
    return name or _text(values.get("function", {})) or _text(values.get("organisation", {}))


def _text(text: Mapping[str, str]) -> str:
    return text.get(languages.language()) or next(iter(text.values()), "")
