# SPDX-License-Identifier: EUPL-1.2
"""What differs between two documents, field by field: two versions, a file and what is here, before and after a merge.

A row that only one of them has is one difference; so is each field that both have with different values, and each
language of a text. Order keys say nothing by themselves: a row has moved in its list where it stands elsewhere among
those that both lists have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from octodesk.model.document import Document
from octodesk.model.resolve import RowKey
from octodesk.model.row_values import plain_row
from octodesk.model.rows import ROWS, Row, attribute, fields_of

What = Literal["added", "removed", "moved", "renamed", "changed"]

ROW = "row"
"""Stands for the field where a whole row is the difference."""
ACCOUNTS = frozenset({"issue", "translation"})
"""Tables that keep account of the programme and are no part of it: nobody is told what differs there, or asked."""

_NAMES = frozenset({"title", "name", "short_name", "given_name", "family_name", "label_override"})
_NAMED_BY_TEXT = frozenset({"agenda_point", "heading"})
_MOVES = frozenset({"placement", "order"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of one row. `before` and `after` are plain JSON; the words of one language where `language` is set.

    field "row": the row's values by field, None where it is not there. field "order": the id of the row that stands
    before it in its list, None at the front.
    """

    table: str
    id: str
    field: str
    before: Any
    after: Any
    what: What
    language: str = ""

    @property
    def row(self) -> RowKey:
        return self.table, self.id

    @property
    def log_field(self) -> str:
        """ "title.fr" for a text, else the field."""
        return f"{self.field}.{self.language}" if self.language else self.field

    def plain(self) -> dict[str, Any]:
        """As `compare --json` prints it."""
        named = {"table": self.table, "id": self.id, "field": self.field, "language": self.language or None}
        return {**named, "before": self.before, "after": self.after, "what": self.what}


def compare(before: Document, after: Document) -> tuple[Difference, ...]:
    """Every difference once: table by table, rows by id, fields as they are declared."""
    tables = (table for table in ROWS if table not in ACCOUNTS)
    return tuple(one for table in tables for one in _of_table(before, after, table))


def _of_table(before: Document, after: Document, table: str) -> Iterator[Difference]:
    old, new = before.table(table), after.table(table)
    if old is new:
        return
    if table == "event":  # a copy for others has an id of its own
        yield from _of_row(table, before.event, after.event)
        return
    moved = dict(_moved(table, old.values(), new.values()))
    for row_id in sorted({*old, *new}):
        was, now = old.get(row_id), new.get(row_id)
        if was is None or now is None:
            yield _whole(table, row_id, was, now)
            continue
        if was != now:
            yield from _of_row(table, was, now)
        if row_id in moved:
            yield Difference(table, row_id, "order", *moved[row_id], "moved")


def _whole(table: str, row_id: str, was: Row | None, now: Row | None) -> Difference:
    what: What = "added" if was is None else "removed"
    return Difference(table, row_id, ROW, was and plain_row(was), now and plain_row(now), what)


def _of_row(table: str, was: Row, now: Row) -> Iterator[Difference]:
    for name, kind in fields_of(table).items():
        old, new = getattr(was, attribute(name)), getattr(now, attribute(name))
        if name == "order" or old == new:
            continue
        if not kind.translated:
            yield Difference(table, now.id, name, kind.write(old), kind.write(new), what_of(table, name))
            continue
        for language in sorted({language for text in (old, new) for language, _ in text.words}):
            one, other = old.in_language(language), new.in_language(language)
            if one != other:
                yield Difference(table, now.id, name, one, other, what_of(table, name), language)


def what_of(table: str, field: str) -> What:
    """What it is called when a field of a row that stays holds something else."""
    if field in _MOVES:
        return "moved"
    named = field in _NAMES or (field == "text" and table in _NAMED_BY_TEXT)
    return "renamed" if named else "changed"


# -- order

_Neighbours = tuple[str | None, str | None]


def _moved(table: str, old: Iterable[Row], new: Iterable[Row]) -> Iterator[tuple[str, _Neighbours]]:
    """The fewest rows that must move for one order to become the other, each with what stood and stands before it.

    A row whose key is the same was not moved by anybody; of the others, as many as can have stayed.
    """
    if "order" not in fields_of(table):
        return
    was, now = _lists(old), _lists(new)
    for group, keys in now.items():
        before, ids = list(was.get(group, ())), list(keys)
        if before == ids:
            continue
        staying = _staying(was.get(group, {}), keys)
        for row_id in ids:
            if row_id in was.get(group, ()) and row_id not in staying:
                yield row_id, (_before(before, row_id), _before(ids, row_id))


def _lists(rows: Iterable[Row]) -> dict[str, dict[str, str]]:
    """Ids and order keys in order: a list for each session where rows belong to one, else one list."""
    lists: dict[str, dict[str, str]] = {}
    for row in sorted(rows, key=lambda row: (cast("Any", row).order, row.id)):
        lists.setdefault(getattr(row, "session", ""), {})[row.id] = cast("Any", row).order
    return lists


def _staying(before: Mapping[str, str], after: Mapping[str, str]) -> set[str]:
    """The rows of both lists that need not have moved: those with the same key, and what fits between them."""
    places = {row_id: place for place, row_id in enumerate(before)}
    common = [row_id for row_id in after if row_id in places]
    fitting: list[int] = []
    low = -1
    for row_id, high in zip(common, _next_same(common, before, after, places), strict=True):
        if before[row_id] == after[row_id]:
            low = places[row_id]
            fitting.append(low)
        elif low < places[row_id] < high:
            fitting.append(places[row_id])
    rising = _longest_rising(fitting)
    return {row_id for row_id in common if places[row_id] in rising}


def _next_same(
    common: Sequence[str], before: Mapping[str, str], after: Mapping[str, str], places: Mapping[str, int]
) -> list[int]:
    """For each row, the old place of the next row behind it that has kept its key."""
    found: list[int] = []
    following = len(places)
    for row_id in reversed(common):
        found.append(following)
        if before[row_id] == after[row_id]:
            following = places[row_id]
    return found[::-1]


def _before(ids: Sequence[str], row_id: str) -> str | None:
    place = ids.index(row_id)
    return ids[place - 1] if place else None


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The longest rising subsequence, by patience sorting."""
    tops: list[int] = []
    below: dict[int, int | None] = {}
    for place in places:
        pile = bisect_left(tops, place)
        below[place] = tops[pile - 1] if pile else None
        tops[pile : pile + 1] = [place]
    found: set[int] = set()
    last = tops[-1] if tops else None
    while last is not None:
        found.add(last)
        last = below[last]
    return found


# -- by session

IN_SESSIONS = frozenset({"agenda_point", "contribution", "session_document"})
"""Tables whose rows belong to a session."""

Group = tuple[str, str]
"""(session id, "session"), or ("", table) for what belongs to none."""


def group_of(one: Difference, *states: Document) -> Group:
    """Where a difference belongs; the states in which its row may be found."""
    if one.table == "session":
        return one.id, "session"
    if one.table not in IN_SESSIONS:
        return "", one.table
    row = next((found for state in states if (found := state.find(*one.row))), None)
    session = str(getattr(row, "session", ""))
    return session, "session" if session else one.table


def in_order(groups: Iterable[Group], document: Document) -> list[Group]:
    """Sessions as in the programme, those that are gone behind them, then table by table."""
    places = {one.id: place for place, one in enumerate(document.sessions)}
    tables = {table: place for place, table in enumerate(ROWS)}

    def order(group: Group) -> tuple[bool, int, str, int]:
        return not group[0], places.get(group[0], len(places)), group[0], tables[group[1]]

    return sorted(set(groups), key=order)


def grouped(
    before: Document, after: Document, found: Sequence[Difference]
) -> list[tuple[Group, tuple[int, ...]]]:
    """The groups of differences in order, each with the places of its own among them."""
    places: dict[Group, list[int]] = {}
    for place, one in enumerate(found):
        places.setdefault(group_of(one, after, before), []).append(place)
    return [(group, tuple(places[group])) for group in in_order(places, after)]
