# SPDX-License-Identifier: EUPL-1.2
"""The database's tables. KEPT: the log of every event and what else is never made anew. DERIVED: the current state.

Every key begins with the event's number. Inside the log edits are numbered per event in the order they came, so that
references are two small integers; what goes in and out are ids. STRICT throughout, so that a column holds what it says.

`edit.effective` says that no effective edit takes this one back: it follows from the log, and a rebuild sets it anew
like the derived tables.
"""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeEngine

from octodesk.model.rows import ROWS
from octodesk.store.columns import row_table

KEPT = MetaData()
DERIVED = MetaData()


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _words(name: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> tuple[Column[int], CheckConstraint]:
    return _number(name), CheckConstraint(f"{name} IN (0, 1)")


def _to_edit(*columns: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(columns, ("edit.event", "edit.number"))


event_list = Table(
    "event_list",
    KEPT,
    Column("event", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    sqlite_strict=True,
)


def _event() -> Column[int]:
    return Column("event", Integer, ForeignKey(event_list.c.event), primary_key=True, autoincrement=False)


edit = Table(
    "edit",
    KEPT,
    _event(),
    _key("number"),
    _words("id"),
    _number("lamport"),
    _words("author"),
    _words("device"),
    _words("kind"),
    _words("wall"),
    Column("retracts", Integer),
    *_flag("effective"),
    _words("core"),
    _to_edit("event", "retracts"),
    sqlite_strict=True,
)
Index("edit_by_id", edit.c.event, edit.c.id, unique=True)
Index("edit_by_lamport", edit.c.event, edit.c.lamport, edit.c.id)
Index("edit_by_author", edit.c.event, edit.c.author, edit.c.lamport, edit.c.id)
Index("edit_by_device", edit.c.event, edit.c.author, edit.c.device, edit.c.lamport, edit.c.id)
Index("edit_retracting", edit.c.event, edit.c.retracts, sqlite_where=edit.c.retracts.is_not(None))

edit_parent = Table(
    "edit_parent",
    KEPT,
    _event(),
    _key("edit"),
    _key("parent"),
    _to_edit("event", "edit"),
    _to_edit("event", "parent"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("edit_child", edit_parent.c.event, edit_parent.c.parent)

change = Table(
    "change",
    KEPT,
    _event(),
    _key("edit"),
    _key("place"),
    _words("table_name"),
    _words("row_id"),
    _words("field"),
    *_flag("first"),
    Column("salt", Text),
    Column("value", Text),
    _to_edit("event", "edit"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("change_by_field", change.c.event, change.c.table_name, change.c.row_id, change.c.field)

supersede = Table(
    "supersede",
    KEPT,
    _event(),
    _key("edit"),
    _key("place"),
    _key("earlier"),
    _key("earlier_place"),
    ForeignKeyConstraint(("event", "edit", "place"), ("change.event", "change.edit", "change.place")),
    ForeignKeyConstraint(
        ("event", "earlier", "earlier_place"), ("change.event", "change.edit", "change.place")
    ),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("supersede_by_earlier", supersede.c.event, supersede.c.earlier, supersede.c.earlier_place)

redaction = Table(
    "redaction",
    KEPT,
    _event(),
    _key("edit"),
    _key("target"),
    _key("place"),
    _to_edit("event", "edit"),
    ForeignKeyConstraint(("event", "target", "place"), ("change.event", "change.edit", "change.place")),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
Index("redaction_by_target", redaction.c.event, redaction.c.target, redaction.c.place)

head = Table(
    "head",
    KEPT,
    _event(),
    _key("edit"),
    _to_edit("event", "edit"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

draft = Table(
    "draft",
    KEPT,
    _event(),
    _words("table_name", key=True),
    _words("row_id", key=True),
    _words("field", key=True),
    _words("words"),
    _words("since"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

merge_step = Table(
    "merge_step",
    KEPT,
    _event(),
    _key("number"),
    _words("heads"),
    _words("edits"),
    _words("source"),
    _number("lamport"),
    *_flag("final"),
    Column("received", LargeBinary, nullable=False),
    sqlite_strict=True,
)

attachment = Table(
    "attachment",
    KEPT,
    _event(),
    _words("sha256", key=True),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)

unknown_part = Table(
    "unknown_part",
    KEPT,
    _event(),
    _words("name", key=True),
    _number("format"),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)

setting = Table(
    "setting",
    KEPT,
    _words("name", key=True),
    _words("value"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

in_force = Table(
    "in_force",
    DERIVED,
    _event(),
    _words("table_name", key=True),
    _words("row_id", key=True),
    _words("field", key=True),
    _key("edit"),
    _key("place"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""The heads of each field: the changes that count and that no counting change covers."""

open_field = Table(
    "open_field",
    DERIVED,
    _event(),
    _words("table_name", key=True),
    _words("row_id", key=True),
    _words("field", key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

unreadable = Table(
    "unreadable",
    DERIVED,
    _event(),
    _words("table_name", key=True),
    _words("row_id", key=True),
    _words("field", key=True),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
"""Fields whose value only a newer program understands; the column holds the default."""

contested = Table(
    "contested",
    DERIVED,
    _event(),
    _words("table_name", key=True),
    _words("row_id", key=True),
    _words("question"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

_SQL_TYPES: dict[str, type[TypeEngine[str]] | type[TypeEngine[int]]] = {"TEXT": Text, "INTEGER": Integer}


def _of_rows(name: str) -> Table:
    columns = [
        Column(one.name, _SQL_TYPES[one.kind], nullable=one.nullable) for one in row_table(name).columns
    ]
    return Table(
        name,
        DERIVED,
        _event(),
        _words("id", key=True),
        *_flag("alive"),
        *columns,
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


OF_ROWS = {name: _of_rows(name) for name in ROWS}
"""The SQL table of each row table of the model: every row ever added, the dead ones with alive = 0."""
