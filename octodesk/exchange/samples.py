# SPDX-License-Identifier: EUPL-1.2
"""The ready-made conferences: each a short log of two edits, the same bytes on every machine.

A sample is a JSON file: {"event": id, "version": {"id", "label", "at", "author"}, "tables": {table: [{"id", "values"}]}}
with values as a new row is given them. Left out there and filled in here: the built-in kinds, order keys (from the
places in the lists), and the ids of contributions.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from octodesk.model.beginning import Pen, begun, written
from octodesk.model.edit import ALIVE, Author, Change, Edit
from octodesk.model.fields import FieldKind
from octodesk.model.identity import author_id, contribution_id
from octodesk.model.kinds import BUILT_IN_KINDS
from octodesk.model.log import Log
from octodesk.model.order import first_keys
from octodesk.model.rows import fields_of
from octodesk.resources import sample_path

SAMPLES: Final = ("octopus-2021", "octopus-2019")
AUTHOR: Final = Author(author_id("OctoDesk"), "OctoDesk")
DEVICE: Final = "sample"

_GROUPED_BY: Final = {"agenda_point": "session", "contribution": "session", "session_document": "session"}
"""Tables whose rows stand in order within another row; the rest are one list each."""


class UnknownSample(LookupError):
    """There is no sample of this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def sample_log(name: str) -> Log:
    """A sample's log. Raises UnknownSample; MissingResource where the installation lacks its file."""
    if name not in SAMPLES:
        raise UnknownSample(name)
    return _log_of(json.loads(sample_path(f"{name}.json").read_text(encoding="utf-8")))


def _log_of(sample: Mapping[str, Any]) -> Log:
    event, version = sample["event"], sample["version"]
    rows = tuple(change for table, listed in _tables(sample) for change in _rows(table, listed))
    making = Edit("event-created", rows, (event,), kind="create")
    log = begun(making, _pen(making, version["at"]))
    issued = tuple(_issued(event, version))
    issuing = Edit("version-issued", issued, (version["id"],), kind="version")
    written(log, issuing, _pen(issuing, version["at"]), event=event)
    return log


def _tables(sample: Mapping[str, Any]) -> Iterator[tuple[str, Sequence[Mapping[str, Any]]]]:
    yield "kind", [{"id": kind_id, "values": values} for kind_id, values in BUILT_IN_KINDS.items()]
    yield from sample["tables"].items()


def _rows(table: str, listed: Sequence[Mapping[str, Any]]) -> Iterator[Change]:
    for row, order in zip(listed, _order_keys(table, listed), strict=True):
        row_id = row.get("id") or _contribution(row["values"])
        yield Change(table, row_id, ALIVE, True)
        for name, value in (order | row["values"]).items():
            yield from _changes(table, row_id, name, value)


def _order_keys(table: str, listed: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, str]]:
    """{"order": key} for each row of an ordered table, {} for the rows of any other."""
    if "order" not in fields_of(table):
        yield from ({} for _ in listed)
        return
    groups = [row["values"].get(_GROUPED_BY.get(table, ""), "") for row in listed]
    keys = {group: iter(first_keys(groups.count(group), AUTHOR.id)) for group in groups}
    for group in groups:
        yield {"order": next(keys[group])}


def _contribution(values: Mapping[str, Any]) -> str:
    return contribution_id(values["session"], values["person"], values["role"], values.get("agenda_point"))


def _changes(table: str, row_id: str, name: str, value: Any) -> Iterator[Change]:
    """The log's changes for one field: one per language where it is translated, sets sorted. Raises Wrong."""
    kind: FieldKind = fields_of(table)[name]
    plain = kind.write(kind.read(value))
    if not kind.translated:
        yield Change(table, row_id, name, plain)
        return
    yield from (Change(table, row_id, f"{name}.{language}", words) for language, words in plain.items())


def _issued(event: str, version: Mapping[str, str]) -> Iterator[Change]:
    yield Change("event", event, "version", version["label"])
    yield Change("version", version["id"], ALIVE, True)
    yield from (Change("version", version["id"], name, version[name]) for name in ("label", "at", "author"))


def _pen(edit: Edit, wall: str) -> Pen:
    salts = map(_salt, edit.changes)
    return Pen(AUTHOR, DEVICE, wall, lambda: next(salts))


def _salt(change: Change) -> bytes:
    """Derived, not drawn: two copies of a sample are the same event. A sample has nothing to hide."""
    return hashlib.sha256(f"{change.table} {change.id} {change.field}".encode()).digest()[:16]
