# SPDX-License-Identifier: EUPL-1.2
"""A new database from a damaged one: all that is sound in it, and in the newest copy that is whole.

The damaged file is put aside, never changed or deleted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from octodesk.model.beginning import Pen
from octodesk.model.enclosures import NOTHING_ENCLOSED, Enclosures
from octodesk.model.salvage import Salvage, Scrap, salvaged
from octodesk.store.backups import Backup, backups_of
from octodesk.store.errors import as_store_error
from octodesk.store.events import Database
from octodesk.store.file_format import SHAPE
from octodesk.store.reading import enclosures_of, log_of, opened, read_settings
from octodesk.store.salvaging import Found, found_in
from octodesk.store.verifying import faults_of


@dataclass(frozen=True, slots=True)
class Repair:
    """Where the damaged file lies now, the copy that was used, and what became of each event by id."""

    aside: Path
    copy: Backup | None
    events: Mapping[str, Salvage]


def sound_copy(path: Path) -> Backup | None:
    """The newest copy of a database in which nothing is wrong."""
    return next((one for one in backups_of(path) if not faults_of(one.path)), None)


def repaired(path: Path, pen: Pen, now: datetime) -> Repair:
    """Puts a sound database in the place of a damaged one. Nobody may have it open. Raises StoreError, and has then
    changed nothing."""
    found, copy = found_in(path), sound_copy(path)
    enclosed = {event: found.enclosed(event) for event in found.scraps}
    settings = found.settings
    if copy is not None:
        settings = {**read_settings(copy.path), **settings}
        _add_copy(copy.path, found, enclosed)
    events = {
        event: done
        for event, scraps in sorted(found.scraps.items())
        if event and (done := salvaged(scraps, pen))
    }
    new = path.with_name(path.name + ".new")
    _clear(new)
    _write(new, events, enclosed, found, settings)
    aside = path.with_name(f"{path.name}.damaged-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    with as_store_error(path):
        for tail in ("-wal", "-shm", ""):
            part = path.with_name(path.name + tail)
            if part.exists():
                part.replace(aside.with_name(aside.name + tail))
        new.replace(path)
    _clear(new)
    return Repair(aside, copy, events)


def _add_copy(path: Path, found: Found, enclosed: dict[str, Enclosures]) -> None:
    with opened(path) as connection:
        assert connection is not None
        for (event,) in connection.execute("SELECT id FROM event_list").fetchall():
            scraps = found.scraps.setdefault(event, [])
            scraps += [Scrap(one.core, one.values, frozenset({one.id})) for one in log_of(connection, event)]
            enclosed[event] = enclosed.get(event, NOTHING_ENCLOSED).over(enclosures_of(connection, event))


def _write(
    path: Path,
    events: Mapping[str, Salvage],
    enclosed: Mapping[str, Enclosures],
    found: Found,
    settings: Mapping[str, object],
) -> None:
    with Database(path) as database:
        stores = {
            event: database.add(done.log, enclosed.get(event, NOTHING_ENCLOSED))
            for event, done in events.items()
        }
        for name, value in settings.items():
            if name != SHAPE:
                database.settings.set(name, value)
        for event, table, row, field, words, since in found.drafts:
            if event in stores:
                stores[event].drafts.write((table, row, field), words, since=since)


def _clear(new: Path) -> None:
    with as_store_error(new):
        for tail in ("", "-wal", "-shm", ".lock"):
            new.with_name(new.name + tail).unlink(missing_ok=True)
