# SPDX-License-Identifier: EUPL-1.2
"""The local database, read only: its conferences, and the edits of one. Nothing is made or changed there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from octodesk import languages
from octodesk.cli.failing import UNREADABLE, Failure
from octodesk.languages import _, ngettext
from octodesk.model import clock
from octodesk.model.enclosures import Enclosures
from octodesk.model.log import Log
from octodesk.store import reading
from octodesk.store.contract import StoreError
from octodesk.store.reading import ListedEvent
from octodesk.wording.failures import store_failure


def event_in_database(name: str, url: str | None) -> tuple[Log, Enclosures]:
    """The edits of an event by id or short name, and what lies beside them. Failure(3) where there is none, or several."""
    with _failures():
        path = _path(url)
        event = reading.find_event(reading.list_events(path), name)
        return reading.read_log(path, event), reading.read_enclosures(path, event)


def events(url: str | None) -> list[dict[str, Any]]:
    """The events of the database as `list --json` prints them. Failure(3)."""
    with _failures():
        return [_plain(one) for one in reading.list_events(_path(url))]


def event_lines(found: Sequence[dict[str, Any]]) -> Iterator[str]:
    """A line per event: its id, name, dates, sessions and version."""
    if not found:
        yield _("There is no conference in the database yet.")
    for one in found:
        yield "  ".join(part for part in _parts(one) if part)


def _parts(one: dict[str, Any]) -> Iterator[str]:
    language = languages.language()
    yield one["id"]
    yield one["name"].get(language) or next(iter(one["name"].values()), one["short_name"])
    first, last = (clock.parse_date(one[day]) for day in ("first_day", "last_day"))
    yield languages.date_range(first, last, language)
    count = one["sessions"]
    yield ngettext("{count} session", "{count} sessions", count).format(count=count)
    yield languages.version_label(one["version"], language)


def _plain(one: ListedEvent) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name.plain(),
        "short_name": one.short_name,
        "first_day": one.first_day,
        "last_day": one.last_day,
        "version": one.version,
        "sessions": one.sessions,
        "changed": one.changed,
    }


def configured_name() -> str:
    """The name the user gave in the window, "" for none."""
    try:
        return str(reading.read_settings(reading.default_path()).get("author-name") or "")
    except StoreError:
        return ""


def _path(url: str | None) -> Path:
    """The database asked for, which must be there; else the user's own, which need not."""
    if not url:
        return reading.default_path()
    path = reading.path_of(url)
    if not path.exists():
        raise StoreError("missing", str(path))
    return path


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except StoreError as wrong:
        raise Failure(UNREADABLE, store_failure(wrong.reason, wrong.where)) from wrong
