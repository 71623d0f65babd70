# SPDX-License-Identifier: EUPL-1.2
"""A conference from what can still be read of a damaged log.

An edit is sound if its core hashes to its id; a value, if it hashes to the digest in its core. What is sound and has all
its ancestors stays as it was made. What is sound but stands on something lost cannot: its values are written again, as
one edit of today. So are values of an edit whose core is spoilt, where they hash to a digest still read in it. Values
that are lost are declared removed, so that every reader takes the log, and where one was in
force the newest that survives takes its place.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from octodesk.model.beginning import Pen, written
from octodesk.model.edit import ALIVE, Change, Edit
from octodesk.model.fields import ID, split_field
from octodesk.model.log import Log
from octodesk.model.resolve import FieldKey
from octodesk.model.rows import ROWS, fields_of
from octodesk.model.stamped import ChangeRef, Damaged, Stamped, digest, read


@dataclass(frozen=True, slots=True)
class Scrap:
    """An edit as it lies in something damaged. `values`: (salt, value) pairs that may be its own, in any order; `named`: ids
    it goes by there, any of which may be spoilt."""

    core: str
    values: Sequence[Sequence[Any] | None]
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of it: the log, the ids of sound edits that could only be written again, the lost values, how many
    scraps were no sound edits, and how many values were read in these."""

    log: Log
    rewritten: tuple[str, ...]
    lost: tuple[FieldKey, ...]
    unsound: int
    guessed: int

    @property
    def is_whole(self) -> bool:
        return not (self.rewritten or self.lost or self.unsound)


def sound_edits(scraps: Iterable[Scrap]) -> tuple[list[Stamped], list[Scrap]]:
    """The sound edits, each once with every value that survives anywhere, and the scraps that are none."""
    found: dict[str, Stamped] = {}
    doubtful: list[tuple[Stamped, Scrap]] = []
    unsound: list[Scrap] = []
    for scrap in scraps:
        edit = _sound(scrap)
        if edit is None:
            unsound.append(scrap)
        elif edit.id in scrap.named or edit.id in found:
            found[edit.id] = _together(edit, found.get(edit.id))
        else:
            doubtful.append((edit, scrap))
    known = {parent for edit in found.values() for parent in edit.parents}
    for edit, scrap in doubtful:  # its id is spoilt where it stands, but others name it rightly
        if edit.id in known or edit.id in found:
            found[edit.id] = _together(edit, found.get(edit.id))
        else:
            unsound.append(scrap)
    return sorted(found.values(), key=lambda one: (one.lamport, one.id)), unsound


def _sound(scrap: Scrap) -> Stamped | None:
    name = hashlib.sha256(scrap.core.encode("utf-8", "surrogatepass")).hexdigest()
    try:
        bare = read(name, scrap.core, None)
    except Damaged:
        return None
    by_digest = dict(_digested(scrap.values))
    return replace(bare, values=tuple(by_digest.get(change.digest) for change in bare.changes))


def _digested(values: Iterable[Sequence[Any] | None]) -> Iterator[tuple[str, tuple[str, Any]]]:
    for pair in values:
        if pair is not None:
            with suppress(TypeError, ValueError, RecursionError):
                salt, value = pair
                yield digest(salt, value), (salt, value)


def _together(edit: Stamped, other: Stamped | None) -> Stamped:
    if other is None:
        return edit
    pairs = zip(edit.values, other.values, strict=True)
    return replace(edit, values=tuple(mine if mine is not None else theirs for mine, theirs in pairs))


def salvaged(scraps: Iterable[Scrap], pen: Pen) -> Salvage | None:
    """A log that any reader takes, with all that is sound; None where nothing is. All scraps are of one event."""
    edits, unsound = sound_edits(scraps)
    guesses = dict(_guessed(unsound, edits))
    event = edits[0].event if edits else _event_of(unsound)
    if not (edits or guesses) or not event:
        return None
    log, homeless = _closed(edits)
    guessed = {key: value for key, (lamport, value) in guesses.items() if lamport > _newest(log, key)}
    wanted = guessed | _last_words(homeless)
    _take_back(log, homeless, pen)
    lost = log.damage()
    for ref in lost:
        wanted.setdefault(_key(log, ref), _survivor(log, ref))
    _declare_removed(log, lost, pen)
    _write_again(log, event, wanted, pen)
    return Salvage(
        log,
        tuple(one.id for one in homeless),
        tuple(_key(log, ref) for ref in lost),
        len(unsound),
        len(guessed),
    )


def _closed(edits: Sequence[Stamped]) -> tuple[Log, list[Stamped]]:
    """The log of those that fit, and the others; in causal order, so one look is enough."""
    try:
        return Log(edits), []
    except Damaged:
        log, homeless = Log(), []
    for edit in edits:
        try:
            log.add([edit])
        except Damaged:
            homeless.append(edit)
    return log, homeless


def _last_words(edits: Iterable[Stamped]) -> dict[FieldKey, Any]:
    """What edits in causal order wrote last into each field; those that were taken back by one of them apart."""
    listed = list(edits)
    taken_back = _taken_back(listed)
    return {
        change.key: kept[1]
        for one in listed
        if one.id not in taken_back
        for change, kept in zip(one.changes, one.values, strict=True)
        if kept is not None
    }


_CHANGE = re.compile(r'\{"digest":"[0-9a-f]{64}",')
_EVENT = re.compile(r'"event":"([A-Za-z0-9._-]{1,64})"')
_LAMPORT = re.compile(r'"lamport":(\d{1,15})')
_NAMES = ("table", "id", "field")


def _newest(log: Log, key: FieldKey) -> int:
    """The lamport number of what a field holds, 0 for nothing."""
    return max((log.lamport(head.edit) for head in log.resolved(key).heads), default=0)


def _guessed(scraps: Iterable[Scrap], sound: Sequence[Stamped]) -> Iterator[tuple[FieldKey, tuple[int, Any]]]:
    """Values of spoilt edits that hash to a digest read in them, with lamport numbers, the oldest first; not of edits that
    a copy has sound, nor of those known to be taken back."""
    known = {change.digest for edit in sound for change in edit.changes}
    taken_back = _taken_back(sound)
    for scrap in sorted((one for one in scraps if not one.named & taken_back), key=_lamport_in):
        by_digest = dict(_digested(scrap.values))
        for change in _changes_in(scrap.core):
            names = tuple(change.get(name) for name in _NAMES)
            kept = by_digest.get(change["digest"])
            if kept is not None and change["digest"] not in known and _is_key(names):
                yield (str(names[0]), str(names[1]), str(names[2])), (_lamport_in(scrap), kept[1])


def _changes_in(core: str) -> Iterator[dict[str, Any]]:
    decoder = json.JSONDecoder()
    for match in _CHANGE.finditer(core):
        with suppress(ValueError, RecursionError):
            yield decoder.raw_decode(core, match.start())[0]


def _is_key(names: tuple[Any, ...]) -> bool:
    """Whether it is a field that this program knows: what is spoilt in a name must not become a name."""
    table, row_id, field = names
    if table not in ROWS or not isinstance(row_id, str) or not ID.fullmatch(row_id):
        return False
    return field == ALIVE or (isinstance(field, str) and split_field(field)[0] in fields_of(table))


def _lamport_in(scrap: Scrap) -> int:
    match = _LAMPORT.search(scrap.core)
    return int(match[1]) if match else 0


def _event_of(scraps: Iterable[Scrap]) -> str:
    named = (_EVENT.search(scrap.core) for scrap in scraps)
    return next((match[1] for match in named if match), "")


def _taken_back(edits: Sequence[Stamped]) -> set[str]:
    """The edits that some of these, in causal order, take back in the end."""
    found: set[str] = set()
    for one in reversed(edits):
        if one.retracts and one.id not in found:
            found.add(one.retracts)
    return found


def _take_back(log: Log, edits: Iterable[Stamped], pen: Pen) -> None:
    """Undoes again what edits that could not stay had undone, or done again, of edits that could."""
    for one in edits:
        if one.retracts in log and log.is_effective(one.retracts):
            written(log, Edit("undone", kind="undo", retracts=one.retracts), pen, event=log.event)


def _key(log: Log, ref: ChangeRef) -> FieldKey:
    return log[ref[0]].changes[ref[1]].key


def _survivor(log: Log, lost: ChangeRef) -> Any:
    """The newest value of the field that is left, where the lost one was in force; else what is in force."""
    state = log.resolved(_key(log, lost))
    if all(head.ref != lost for head in state.heads):
        return state.value
    refs = sorted(log.changes_of(_key(log, lost)), key=lambda ref: (log.lamport(ref[0]), ref), reverse=True)
    kept = (log[edit].values[place] for edit, place in refs if log.is_effective(edit))
    return next((one[1] for one in kept if one is not None), None)


def _declare_removed(log: Log, lost: Sequence[ChangeRef], pen: Pen) -> None:
    if lost:
        written(log, Edit("values-lost", kind="redact", redacts=tuple(lost)), pen, event=log.event)


def _write_again(log: Log, event: str, wanted: dict[FieldKey, Any], pen: Pen) -> None:
    changes = tuple(
        Change(*key, value)
        for key, value in sorted(wanted.items(), key=lambda item: item[0])
        if value is not None and log.resolved(key).value != value
    )
    if changes or not len(log):
        kind = "do" if len(log) else "create"
        written(log, Edit("written-again", changes, kind=kind), pen, event=event)
