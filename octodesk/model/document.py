# SPDX-License-Identifier: EUPL-1.2
"""The conference in memory: all rows by id, immutable, with indexes built when first asked for.

`with_delta` is the only way it changes: it gives a new document that shares every untouched table and index with the
old one. A row that was deleted but is still referred to by a live row is brought back and flagged, so that a document
never holds a dangling id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from operator import attrgetter
from types import MappingProxyType
from typing import Any, TypeVar, cast

from octodesk.model import clock, indexes, numbering, rows
from octodesk.model.dead_rows import bring_back, bury_or_keep
from octodesk.model.delta import Delta, States, lives_of, states_of, whole
from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.fields import Placement, split_field
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey, FieldState, Life, RowKey
from octodesk.model.row_values import UnknownRow, is_readable, table_of
from octodesk.model.rows import Row, attribute, fields_of
from octodesk.model.text import Text
from octodesk.model.trying import trial

Table = Mapping[str, Row]
_T = TypeVar("_T")
_NOTHING: Table = MappingProxyType({})


class Document:
    """One event. Build it with `Document.of_log`, or empty and `with_delta`."""

    __slots__ = ("_buried", "_checked", "_indexes", "_lives", "_open", "_tables", "event_id", "unreadable")

    def __init__(
        self,
        event_id: str,
        tables: Mapping[str, Table] | None = None,
        buried: Mapping[str, Table] | None = None,
        open_fields: Mapping[FieldKey, FieldState] | None = None,
        lives: Mapping[RowKey, Life] | None = None,
        unreadable: frozenset[FieldKey] = frozenset(),
    ) -> None:
        """`lives` needs to hold only the contested rows."""
        self.event_id = event_id
        self._tables = dict(tables or {})
        self._buried = dict(buried or {})
        self._open = dict(open_fields or {})
        self._lives = dict(lives or {})
        self.unreadable = unreadable
        """Fields whose value only a newer program understands: rows hold the default there, which nobody chose."""
        self._indexes: dict[Any, tuple[tuple[Table, ...], Any]] = {}
        self._checked: dict[Any, Any] = {}
        """What of the indexes is known to hold for this document: asked for a thousand times where it is drawn."""

    @classmethod
    def of_log(cls, log: Log) -> Document:
        states = states_of(log)
        return cls(log.event).with_delta(whole(states, lives_of(log, states)))

    @classmethod
    def of_states(cls, event_id: str, states: States, lives: Mapping[RowKey, Life]) -> Document:
        return cls(event_id).with_delta(whole(states, lives))

    @classmethod
    def of_rows(
        cls,
        event_id: str,
        tables: Mapping[str, Table],
        buried: Mapping[str, Table],
        open_fields: Mapping[FieldKey, FieldState],
        lives: Mapping[RowKey, Life],
        unreadable: frozenset[FieldKey],
    ) -> Document:
        """From rows as they were kept."""
        document = cls(event_id, tables, buried, open_fields, lives, unreadable)
        bring_back(document._tables, document._buried, document._lives, None)
        return document

    # -- rows

    def table(self, name: str) -> Table:
        """The live rows of a table by id, in no particular order."""
        return self._tables.get(name, _NOTHING)

    def find(self, table: str, row_id: str | None) -> Row | None:
        return self._tables.get(table, _NOTHING).get(row_id or "")

    def row(self, table: str, row_id: str) -> Row:
        """Raises UnknownRow."""
        found = self.find(table, row_id)
        if found is None:
            raise UnknownRow(table, row_id)
        return found

    def ever_used(self, table: str, row_id: str) -> bool:
        """Whether the id is or was a row's: it is not to be given again."""
        return row_id in self.table(table) or row_id in self._buried.get(table, _NOTHING)

    def buried(self, table: str, row_id: str) -> Row | None:
        """A deleted row as it was; None for one that lives or never was."""
        return self._buried.get(table, _NOTHING).get(row_id)

    @property
    def event(self) -> rows.Event:
        return cast("rows.Event", self.find("event", self.event_id) or rows.Event(self.event_id))

    def session(self, session_id: str) -> rows.Session:
        return cast("rows.Session", self.row("session", session_id))

    def room(self, room_id: str) -> rows.Room:
        return cast("rows.Room", self.row("room", room_id))

    def person(self, person_id: str) -> rows.Person:
        return cast("rows.Person", self.row("person", person_id))

    def kind(self, kind_id: str) -> rows.Kind:
        return cast("rows.Kind", self.row("kind", kind_id))

    def contribution(self, contribution_id: str) -> rows.Contribution:
        return cast("rows.Contribution", self.row("contribution", contribution_id))

    # -- rows in their order

    @property
    def days(self) -> tuple[rows.Day, ...]:
        return self._ordered("day", lambda day: (day.date, day.id))

    @property
    def rooms(self) -> tuple[rows.Room, ...]:
        """In the order of the grid."""
        return self._by_order("room")

    @property
    def kinds(self) -> tuple[rows.Kind, ...]:
        return self._by_order("kind")

    @property
    def tracks(self) -> tuple[rows.Track, ...]:
        return self._by_order("track")

    @property
    def headings(self) -> tuple[rows.Heading, ...]:
        return self._by_order("heading")

    @property
    def related(self) -> tuple[rows.Related, ...]:
        return self._by_order("related")

    @property
    def contacts(self) -> tuple[rows.Contact, ...]:
        return self._by_order("contact")

    @property
    def donors(self) -> tuple[rows.Donor, ...]:
        return self._by_order("donor")

    @property
    def people(self) -> tuple[rows.Person, ...]:
        """By family name, then given name."""
        return self._ordered(
            "person", lambda one: (one.family_name.casefold(), one.given_name.casefold(), one.id)
        )

    @property
    def bookings(self) -> tuple[rows.Booking, ...]:
        return self._ordered("booking", lambda one: (one.date, one.from_, one.room, one.id))

    @property
    def versions(self) -> tuple[rows.Version, ...]:
        return self._ordered("version", lambda one: (one.at, one.id))

    @property
    def issues(self) -> tuple[rows.Issue, ...]:
        """What left the house, oldest first."""
        return self._ordered("issue", lambda one: (one.at, one.id))

    @property
    def sessions(self) -> tuple[rows.Session, ...]:
        """In programme order: by start (the not yet placed last), then first room of the grid (none first), label."""
        return self.derived(
            "sessions in order", ("session", "room", "kind", "event", "day"), indexes.in_programme_order
        )

    def agenda_of(self, session_id: str) -> tuple[rows.AgendaPoint, ...]:
        return self.grouped("agenda_point", "session").get(session_id, ())

    def contributions_of(self, session_id: str) -> tuple[rows.Contribution, ...]:
        """A session's contributions, those of its agenda points too."""
        return self.grouped("contribution", "session").get(session_id, ())

    def contributions_by(self, person_id: str) -> tuple[rows.Contribution, ...]:
        return self.grouped("contribution", "person").get(person_id, ())

    def documents_of(self, session_id: str) -> tuple[rows.SessionDocument, ...]:
        return self.grouped("session_document", "session").get(session_id, ())

    def sessions_of(self, person_id: str) -> tuple[str, ...]:
        """Ids of the sessions in which a person has any part, each once."""
        return tuple(dict.fromkeys(part.session for part in self.contributions_by(person_id)))

    def people_of(self, session_id: str) -> tuple[str, ...]:
        """Ids of the people with any part in a session, each once, in order."""
        return tuple(dict.fromkeys(part.person for part in self.contributions_of(session_id)))

    def sessions_in(self, room_id: str) -> tuple[rows.Session, ...]:
        """The sessions held in a room, in programme order."""
        return self.derived(
            "sessions by room", ("session", "room", "kind", "event", "day"), indexes.by_room
        ).get(room_id, ())

    # -- facts of a session

    @property
    def languages(self) -> tuple[str, ...]:
        return self.event.languages or ("en",)

    def words(self, text: Text, language: str = "") -> str:
        """The text in a language ("": the event's first), else in the first of the event's that has it."""
        return text.best((language, *self.languages) if language else self.languages)[0]

    def label(self, session_id: str, language: str = "") -> str:
        """ "WS 4", "Lightning talks I", or "" for a session without a number."""
        return numbering.label(self, self.session(session_id), language or self.languages[0])

    def title(self, session_id: str, language: str = "") -> str:
        """The title; a label stands for an empty one, then the kind's name."""
        session = self.session(session_id)
        kind = cast("rows.Kind | None", self.find("kind", session.kind))
        name = self.words(kind.name, language) if kind else ""
        return self.words(session.title, language) or self.label(session_id, language) or name

    def span(self, session: rows.Session) -> tuple[int, int] | None:
        """The instants between which a placed session runs, as minutes since 1970 UTC; None if not placed."""
        return None if session.placement is None else self.span_at(session.placement, session.minutes)

    def span_at(self, placement: Placement, minutes: int) -> tuple[int, int]:
        begins = clock.instant(placement.start, self.event.time_zone)
        return begins, begins + minutes

    def end(self, session: rows.Session) -> Any:
        """The wall clock at which a placed session ends."""
        assert session.placement is not None
        return clock.end_of(session.placement.start, session.minutes, self.event.time_zone)

    def day_of(self, placement: Placement) -> date:
        """The day of the programme a placement belongs to: past midnight it may be the evening before."""
        start = placement.start
        eve = start.date() - timedelta(days=1)
        day = self.derived("days by date", ("day",), indexes.days_by_date).get(eve)
        if day is not None and day.closes <= day.opens and start.time() < day.closes:
            return eve
        return start.date()

    def referrers(self, table: str, row_id: str) -> tuple[RowKey, ...]:
        """The live rows that refer to a row, sorted."""
        return tuple(sorted(
            (name, holder)
            for name in indexes.REFERRING.get(table, ())
            for holder in self.derived(("referrers", name), (name,), indexes.holders_in(name)).get((table, row_id), ())
        ))  # fmt: skip

    # -- open questions of a merge

    @property
    def open_fields(self) -> Mapping[FieldKey, FieldState]:
        """Fields that hold more than one value until somebody settles them."""
        return MappingProxyType(self._open)

    @property
    def contested(self) -> Mapping[RowKey, str]:
        """Rows with an open question: "deleted" (deleted on one side, needed on another) or "row" (added twice)."""
        return {row: life.contested for row, life in self._lives.items() if life.contested}

    # -- edits

    def edit(self, label: str, about: Row, /, **values: Any) -> Edit:
        """An Edit of kind "do" that sets attributes of one row to values as a row holds them."""
        table = table_of(about)
        found = (
            change for name, value in values.items() for change in self.changes(table, about.id, name, value)
        )
        return Edit(label, tuple(found), (about.id,))

    def changes(self, table: str, row_id: str, name: str, value: Any) -> tuple[Change, ...]:
        """What must be set so that a field holds `value` (as a row holds it): nothing where it does already."""
        now = getattr(self.row(table, row_id), attribute(name))
        kind = fields_of(table)[name]
        if now == value:
            return ()
        if not kind.translated:
            return (Change(table, row_id, name, kind.write(value)),)
        languages = sorted({language for text in (now, value) for language, _ in text.words})
        return tuple(
            Change(table, row_id, f"{name}.{language}", value.in_language(language))
            for language in languages
            if now.in_language(language) != value.in_language(language)
        )

    def plain(self, table: str, row_id: str, field: str) -> Any:
        """What a log field ("title.fr", "minutes") of a live row holds now, as plain JSON."""
        name, language = split_field(field)
        kind = fields_of(table)[name]
        value = getattr(self.row(table, row_id), attribute(name))
        return value.in_language(language) if kind.translated else kind.write(value)

    def plain_text(self, table: str, row_id: str, field: str) -> dict[str, str]:
        """All wordings of a text of a live row, by language."""
        return cast("dict[str, str]", getattr(self.row(table, row_id), attribute(field)).plain())

    # -- change

    def with_delta(self, delta: Delta) -> Document:
        """The document after a step."""
        touched = {name for name, _ in delta.lives}
        tables = {name: dict(table) for name, table in self._tables.items() if name in touched}
        buried = {name: dict(table) for name, table in self._buried.items() if name in touched}
        values: dict[RowKey, list[tuple[str, Any]]] = {}
        open_fields, unreadable = dict(self._open), self.unreadable - delta.fields.keys()
        for key, (_, after) in delta.fields.items():
            values.setdefault(key[:2], []).append((key[2], after.value if after.heads else None))
            open_fields.pop(key, None)
            if after.is_open and key[2] != ALIVE:
                open_fields[key] = after
            if not is_readable(key[0], key[2], after.value):
                unreadable |= {key}
        lives = dict(self._lives)
        for row_key, life in delta.lives.items():
            bury_or_keep(tables, buried, row_key, values.get(row_key, ()), life)
            lives.pop(row_key, None)
            if life.contested:
                lives[row_key] = life
        next_document = Document(
            self.event_id,
            {**self._tables, **tables},
            {**self._buried, **buried},
            open_fields,
            lives,
            unreadable,
        )
        next_document._indexes = dict(self._indexes)
        bring_back(next_document._tables, next_document._buried, next_document._lives, delta.lives)
        return next_document

    def tried(self, edit: Edit) -> Document:
        """The document as an edit would make it, for trying out; nothing is written anywhere.

        ValueError for an undo, a redo or a removal for good: what these do only the log knows.
        """
        return self.with_delta(trial(self, edit))

    # -- indexes

    def derived(self, name: Any, tables: tuple[str, ...], build: Callable[[Document], _T]) -> _T:
        """Something computed from some tables, kept until one of them changes."""
        if name in self._checked:
            return cast("_T", self._checked[name])
        self._checked[name] = found = self._derived(name, tables, build)
        return found

    def kept(self, name: Any) -> tuple[tuple[Table, ...], Any] | None:
        """What was last derived under a name, here or in a document before this one, behind the tables it came from."""
        return self._indexes.get(name)

    def _derived(self, name: Any, tables: tuple[str, ...], build: Callable[[Document], _T]) -> _T:
        sources = tuple(self.table(table) for table in tables)
        known = self._indexes.get(name)
        if known is not None and all(have is want for have, want in zip(known[0], sources, strict=True)):
            return cast("_T", known[1])
        built = build(self)
        self._indexes[name] = (sources, built)
        return built

    def _ordered(self, table: str, key: Callable[[Any], Any]) -> tuple[Any, ...]:
        return self.derived(
            f"{table} in order", (table,), lambda it: tuple(sorted(it.table(table).values(), key=key))
        )

    def _by_order(self, table: str) -> tuple[Any, ...]:
        return self._ordered(table, lambda row: (row.order, row.id))

    def grouped(self, table: str, by: str) -> Mapping[str, tuple[Any, ...]]:
        """The rows of a table by what a field of theirs holds, in their order."""

        def build(document: Document) -> dict[str, tuple[Any, ...]]:
            groups: dict[str, list[Any]] = {}
            for row in sorted(document.table(table).values(), key=attrgetter("order", "id")):
                groups.setdefault(getattr(row, by), []).append(row)
            return {key: tuple(group) for key, group in groups.items()}

        return self.derived((table, by), (table,), build)

    def __eq__(self, other: object) -> bool:
        """Equal rows, live ones and open questions; what lies buried does not count."""
        if not isinstance(other, Document):
            return NotImplemented
        return (
            self.event_id == other.event_id
            and {name: table for name, table in self._tables.items() if table}
            == {name: table for name, table in other._tables.items() if table}
            and _values(self._open) == _values(other._open)
            and self.contested == other.contested
            and self.unreadable == other.unreadable
        )

    __hash__ = None  # type: ignore[assignment]


def _values(open_fields: Mapping[FieldKey, FieldState]) -> dict[FieldKey, list[Any]]:
    return {key: [head.value for head in state.distinct()] for key, state in open_fields.items()}
