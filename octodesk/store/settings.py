# SPDX-License-Identifier: EUPL-1.2
"""What the program remembers beside the events: names with JSON values, and who edits on which installation."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from octodesk.model.edit import Author
from octodesk.store.columns import json_words
from octodesk.store.engine import driver, reading, writing
from octodesk.store.reading import settings_of
from octodesk.store.tables import setting

AUTHOR_ID = "author-id"
AUTHOR_NAME = "author-name"
DEVICE = "device"

_READ = select(setting.c.value).where(setting.c.name == bindparam("of"))
_WRITE = insert(setting)
_WRITE = _WRITE.on_conflict_do_update(index_elements=["name"], set_={"value": _WRITE.excluded.value})
_FORGET = delete(setting).where(setting.c.name == bindparam("of"))


@dataclass(frozen=True, slots=True)
class Identity:
    """Who edits here. The name is "" until somebody has given it."""

    author: Author
    device: str


class Settings:
    """Each call is one transaction. Values are JSON. Raises StoreError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def get(self, name: str, default: Any = None) -> Any:
        with reading(self._engine) as connection:
            return _get(connection, name, default)

    def set(self, name: str, value: Any) -> None:
        with writing(self._engine) as connection:
            _set(connection, name, value)

    def forget(self, name: str) -> None:
        with writing(self._engine) as connection:
            connection.execute(_FORGET, {"of": name})

    def all(self) -> dict[str, Any]:
        """By name, as reading.read_settings gives them."""
        with reading(self._engine) as connection:
            return settings_of(driver(connection))

    def identity(self, chance: Callable[[], bytes]) -> Identity:
        """The author and device of this installation; made at the first use from `chance()`, 16 random bytes each."""
        with writing(self._engine) as connection:
            ids = [_made_once(connection, name, chance) for name in (AUTHOR_ID, DEVICE)]
            name = _get(connection, AUTHOR_NAME, "")
        return Identity(Author(ids[0], name), ids[1])


def _get(connection: Connection, name: str, default: Any) -> Any:
    found = connection.execute(_READ, {"of": name}).scalar()
    return default if found is None else json.loads(found)


def _set(connection: Connection, name: str, value: Any) -> None:
    connection.execute(_WRITE, {"name": name, "value": json_words(value)})


def _made_once(connection: Connection, name: str, chance: Callable[[], bytes]) -> str:
    found = _get(connection, name, "")
    if not found:
        found = chance().hex()[:16]
        _set(connection, name, found)
    return str(found)
