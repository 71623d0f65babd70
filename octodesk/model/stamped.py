# SPDX-License-Identifier: EUPL-1.2
"""An edit as the log keeps it: stamped with who, when and after what, and named by the hash of its own words.

`core` is canonical JSON kept verbatim as text; its SHA-256 is the edit's id. Values stand beside the core, which holds
only SHA-256(salt + value) of each, so that a value can be removed for good without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn

from octodesk.model.edit import Author, Edit, check_once

ChangeRef = tuple[str, int]
"""A change: the id of its edit, and its place in the edit's list."""

KINDS = frozenset({"do", "undo", "redo", "version", "settle", "redact", "create", "issue"})

_FACTS = {"event", "parents", "author", "device", "wall", "lamport", "kind", "label", "changes"}


class Damaged(ValueError):
    """An edit that is not what its id says, or does not fit the log. `reason` is a code, `facts` say where."""

    def __init__(self, reason: str, **facts: Any) -> None:
        super().__init__(reason, facts)
        self.reason = reason
        self.facts = facts


@dataclass(frozen=True, slots=True)
class StampedChange:
    """A change as the core tells it: the field, the changes it replaces, and the digest of its value."""

    table: str
    id: str
    field: str
    supersedes: tuple[ChangeRef, ...]
    digest: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.table, self.id, self.field


@dataclass(frozen=True, slots=True)
class Stamped:
    """One edit of the log. `values` has (salt, value) per change, None where it was removed for good."""

    id: str
    core: str
    values: tuple[tuple[str, Any] | None, ...]
    event: str
    parents: tuple[str, ...]
    author: Author
    device: str
    wall: str
    lamport: int
    kind: str
    label: str
    about: tuple[str, ...]
    changes: tuple[StampedChange, ...]
    retracts: str
    redacts: tuple[ChangeRef, ...]

    def value(self, place: int) -> Any:
        """The plain value of a change; None where it was removed for good."""
        kept = self.values[place]
        return None if kept is None else kept[1]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the desk knows when it stamps. `salt()` gives 16 bytes; `wall` is UTC, for display only."""

    event: str
    parents: tuple[str, ...]
    lamport: int
    author: Author
    device: str
    wall: str
    salt: Callable[[], bytes]


def stamp(edit: Edit, by: Stamp, supersedes: Callable[[str, str, str], Sequence[ChangeRef]]) -> Stamped:
    """The edit with its place in the log. `supersedes(table, id, field)` names the changes now in force there.

    ValueError where it sets a field twice.
    """
    check_once(edit)
    values = [(by.salt().hex(), normal(change.value)) for change in edit.changes]
    changes = [
        {
            "table": change.table,
            "id": change.id,
            "field": change.field,
            "supersedes": sorted([list(ref) for ref in supersedes(change.table, change.id, change.field)]),
            "digest": digest(salt, value),
        }
        for change, (salt, value) in zip(edit.changes, values, strict=True)
    ]
    core: dict[str, Any] = {
        "event": by.event,
        "parents": sorted(by.parents),
        "author": {"id": by.author.id, "name": normal(by.author.name)},
        "device": by.device,
        "wall": by.wall,
        "lamport": by.lamport,
        "kind": edit.kind,
        "label": edit.label,
        "about": list(edit.about),
        "changes": changes,
    }
    if edit.retracts:
        core["retracts"] = edit.retracts
    if edit.redacts:
        core["redacts"] = sorted([list(ref) for ref in edit.redacts])
    words = canonical(core)
    return read(hashlib.sha256(words.encode()).hexdigest(), words, values)


def wall_words(moment: datetime) -> str:
    """An aware moment as the log writes it: UTC, "2021-10-04T12:00:00Z"."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(edit_id: str, core: str, values: Sequence[Sequence[Any] | None] | None) -> Stamped:
    """An edit from its three parts, each value checked against its digest; without any values if None. Raises Damaged."""
    if hashlib.sha256(core.encode("utf-8", "surrogatepass")).hexdigest() != edit_id:
        raise Damaged("id-mismatch", edit=edit_id)
    try:
        return _from_core(edit_id, core, parse(core), values)
    except (KeyError, TypeError, ValueError, RecursionError) as wrong:
        if isinstance(wrong, Damaged):
            raise
        raise Damaged("core-unreadable", edit=edit_id) from wrong


def _from_core(edit_id: str, core: str, facts: Any, values: Sequence[Sequence[Any] | None] | None) -> Stamped:
    if not isinstance(facts, dict) or not set(facts) >= _FACTS or facts["kind"] not in KINDS:
        raise Damaged("core-unreadable", edit=edit_id)
    changes = tuple(_change(item) for item in facts["changes"])
    values = [None] * len(changes) if values is None else values
    if len(values) != len(changes):
        raise Damaged("values-missing", edit=edit_id)
    return Stamped(
        id=edit_id,
        core=core,
        values=tuple(_checked(edit_id, change, kept) for change, kept in zip(changes, values, strict=True)),
        event=_words(facts["event"]),
        parents=tuple(_words(parent) for parent in facts["parents"]),
        author=Author(_words(facts["author"]["id"]), _words(facts["author"]["name"])),
        device=_words(facts["device"]),
        wall=_words(facts["wall"]),
        lamport=_number(facts["lamport"]),
        kind=facts["kind"],
        label=_words(facts["label"]),
        about=tuple(_words(item) for item in facts.get("about", ())),
        changes=changes,
        retracts=_words(facts.get("retracts", "")),
        redacts=_refs(facts.get("redacts", ())),
    )


def _change(item: Mapping[str, Any]) -> StampedChange:
    names = (_words(item["table"]), _words(item["id"]), _words(item["field"]))
    return StampedChange(*names, _refs(item["supersedes"]), _words(item["digest"]))


def _checked(edit_id: str, change: StampedChange, kept: Sequence[Any] | None) -> tuple[str, Any] | None:
    if kept is None:
        return None
    salt, value = kept
    if digest(_words(salt), value) != change.digest:
        raise Damaged("value-mismatch", edit=edit_id, table=change.table, id=change.id, field=change.field)
    return salt, value


def _words(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(value)
    return value


def _refs(items: Iterable[Any]) -> tuple[ChangeRef, ...]:
    return tuple((_words(edit), _number(place)) for edit, place in items)


def digest(salt: str, value: Any) -> str:
    """SHA-256 over the salt's 16 bytes and the value's canonical JSON, in hex."""
    return hashlib.sha256(bytes.fromhex(salt) + canonical(value).encode("utf-8", "surrogatepass")).hexdigest()


def canonical(value: Any) -> str:
    """Canonical JSON: sorted keys, no spaces, letters as they are. Raises ValueError for NaN and infinity."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def parse(words: str) -> Any:
    """JSON without floating-point numbers, NaN or a name given twice. Raises ValueError."""
    return json.loads(words, parse_float=_refuse, parse_constant=_refuse, object_pairs_hook=_without_doubles)


def _refuse(words: str) -> NoReturn:
    raise ValueError(words)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name given twice")
    return found


def normal(value: Any) -> Any:
    """The value with all its words in Unicode's composed form (NFC), and "?" for half a surrogate pair."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.encode("utf-8", "replace").decode())
    if isinstance(value, list):
        return [normal(item) for item in value]
    if isinstance(value, dict):
        return {normal(name): normal(item) for name, item in value.items()}
    return value
