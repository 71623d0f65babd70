# SPDX-License-Identifier: EUPL-1.2
"""A database in a file, and desks on its events."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from octodesk.desk import Desk
from octodesk.model.edit import Author
from octodesk.store.contract import EventStore
from octodesk.store.events import Database
from tests.build import ANA


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "octodesk.db"


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    with Database(path, patience=0.0) as opened:
        yield opened


@pytest.fixture
def desk_on() -> Callable[..., Desk]:
    """A desk of Ana's on a store."""
    salts = itertools.count()

    def raised(wrong: Exception) -> None:
        raise wrong

    def make(store: EventStore, *, author: Author = ANA, device: str = "d1") -> Desk:
        return Desk(
            store,
            author=author,
            device=device,
            clock=lambda: datetime(2021, 10, 4, 12, tzinfo=UTC),
            salt=lambda: next(salts).to_bytes(16, "big"),
            report=raised,
        )

    return make
