# SPDX-License-Identifier: EUPL-1.2
"""What was removed for good goes from everything on this computer: drafts, files received, photos, safety copies.

Copies that were sent out can only be asked back.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.store.backups import Backup, backups_of
from octodesk.store.errors import as_store_error
from octodesk.store.events import Database

_OF_FILES = frozenset({"photo", "logo"})


def forget(
    database: Database, event_id: str, removal: Stamped, *, photos: Collection[str]
) -> tuple[Path, ...]:
    """After a removal for good has been written into an event: cleans the rest of the database, then every safety copy.
    `photos` are the attachments the removed values named. Gives the copies that were rewritten. Raises StoreError.
    """
    log = database.open(event_id).log()
    _clean(database, event_id, log, removal, photos)
    if database.path is None:
        return ()
    for left in database.path.parent.glob(f"{database.path.name}.damaged-*"):
        with as_store_error(left):
            left.unlink()
    return tuple(_rewritten(copy, event_id, log, removal, photos) for copy in backups_of(database.path))


def _rewritten(copy: Backup, event_id: str, log: Log, removal: Stamped, photos: Collection[str]) -> Path:
    """A safety copy takes in what has been written since, the removal with it; of an older version it is let go."""
    if copy.why == "migration":
        with as_store_error(copy.path):
            copy.path.unlink()
        return copy.path
    with Database(copy.path) as database:
        if database.holds(event_id):
            store = database.open(event_id)
            lacking = store.lacking(edit.id for edit in log)
            store.append([edit for edit in log if edit.id in lacking])
            _clean(database, event_id, store.log(), removal, photos)
    copy.path.with_name(copy.path.name + ".lock").unlink(missing_ok=True)
    return copy.path


def _clean(database: Database, event_id: str, log: Log, removal: Stamped, photos: Collection[str]) -> None:
    rows = {log[edit].changes[place].key[:2] for edit, place in removal.redacts}
    unused = set(photos) - _files_named(log)
    database.forget_beside(event_id, rows, unused)


def _files_named(log: Log) -> set[object]:
    """The attachments that some value of the log still names."""
    return {
        edit.value(place)
        for edit in log
        for place, change in enumerate(edit.changes)
        if change.field in _OF_FILES
    }
