# SPDX-License-Identifier: EUPL-1.2
"""What is typed and not yet committed, so that the last word is there after a crash."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from octodesk.model.resolve import FieldKey
from octodesk.store.engine import reading, writing
from octodesk.store.history import EVENT
from octodesk.store.tables import draft

_ALL = select(draft.c.table_name, draft.c.row_id, draft.c.field, draft.c.words, draft.c.since).where(
    draft.c.event == EVENT
)
_WRITE = insert(draft)
_WRITE = _WRITE.on_conflict_do_update(
    index_elements=list(draft.primary_key), set_={"words": _WRITE.excluded.words}
)
_CLEAR = delete(draft).where(
    draft.c.event == EVENT,
    draft.c.table_name == bindparam("its_table"),
    draft.c.row_id == bindparam("its_row"),
    draft.c.field == bindparam("its_field"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """The words that stand in a field on the screen, and since when (UTC, "2021-10-04T12:00:00Z") they differ."""

    key: FieldKey
    words: str
    since: str


class Drafts:
    """The drafts of one event. Each call is one transaction, safe when it returns. Raises StoreError."""

    def __init__(self, engine: Engine, event: int) -> None:
        self._engine = engine
        self._event = event

    def write(self, key: FieldKey, words: str, *, since: str) -> None:
        """Remembers what a field shows now; an older draft of it keeps its `since`."""
        named = {"event": self._event, "table_name": key[0], "row_id": key[1], "field": key[2]}
        with writing(self._engine) as connection:
            connection.execute(_WRITE, {**named, "words": words, "since": since})

    def clear(self, key: FieldKey) -> None:
        """Nothing happens where there is none."""
        named = {"in_event": self._event, "its_table": key[0], "its_row": key[1], "its_field": key[2]}
        with writing(self._engine) as connection:
            connection.execute(_CLEAR, named)

    def all(self) -> tuple[Draft, ...]:
        """By field."""
        with reading(self._engine) as connection:
            found = connection.execute(_ALL, {"in_event": self._event}).all()
        return tuple(Draft((one.table_name, one.row_id, one.field), one.words, one.since) for one in found)
