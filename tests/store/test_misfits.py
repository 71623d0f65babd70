# SPDX-License-Identifier: EUPL-1.2
"""Edits that do not fit are refused by both stores for the same reason, and leave nothing behind."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest

from octodesk.model.edit import Change, Edit
from octodesk.model.log import Log
from octodesk.model.stamped import Damaged, Stamped, canonical, digest, read
from octodesk.store.events import Database
from octodesk.store.memory import MemoryStore
from tests.build import log_of, session, stamped_into
from tests.store.dumps import dump

Core = dict[str, Any]


def altered(edit: Stamped, change: Callable[[Core], None]) -> Stamped:
    """The edit with another core, named by the hash of that."""
    core = json.loads(edit.core)
    change(core)
    words = canonical(core)
    return read(hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest(), words, edit.values)


def refer_elsewhere(core: Core) -> None:
    core["changes"][0]["supersedes"][0][1] += 1


def refer_beyond(core: Core) -> None:
    core["changes"][0]["supersedes"][0][1] = 2**70


MISFITS: dict[str, tuple[str, Callable[[Core], None]]] = {
    "a lamport number too high": ("lamport", lambda core: core.update(lamport=7)),
    "a parent nobody has": ("parent-missing", lambda core: core.update(parents=["f" * 64])),
    "no parent, but a high number": ("lamport", lambda core: core.update(parents=[])),
    "another field's change replaced": ("reference", refer_elsewhere),
    "a change replaced that is not there": ("reference", refer_beyond),
    "an edit retracted that nobody has": ("parent-missing", lambda core: core.update(retracts="e" * 64)),
    "a change removed that is not there": (
        "reference",
        lambda core: core.update(redacts=[[core["parents"][0], 10**6]]),
    ),
    "another event": ("other-event", lambda core: core.update(event="elsewhere")),
}


@pytest.mark.parametrize("name", MISFITS)
def test_both_stores_refuse(name: str) -> None:
    reason, change = MISFITS[name]
    log = log_of(session("yoga"))
    with Database("sqlite://") as database:
        store, memory = database.add(log), MemoryStore(log.copy())
        before = dump(database)
        misfit = altered(stamped_into(log, Edit("x", (Change("session", "yoga", "title.en", "Yo"),))), change)
        for one in (memory, store):
            with pytest.raises(Damaged) as wrong:
                one.append([misfit])
            assert (wrong.value.reason, wrong.value.facts["edit"]) == (reason, misfit.id)
        assert dump(database) == before


@pytest.mark.parametrize("row", ["yo\ud800ga", "yo\0ga"])
def test_names_that_the_database_cannot_hold_are_refused(row: str) -> None:
    log = log_of()
    misfit = altered(
        stamped_into(log.copy(), Edit("x", (Change("session", "yoga", "minutes", 1),))), _names(row)
    )
    with Database("sqlite://") as database:
        store = database.add(log)
        before = dump(database)
        with pytest.raises(Damaged) as wrong:
            store.append([misfit])
        assert wrong.value.reason == "not-plain-words"
        assert dump(database) == before


def _names(row: str) -> Callable[[Core], None]:
    return lambda core: core["changes"][0].update(id=row)


def test_words_that_no_utf8_can_hold_are_refused() -> None:
    log = log_of(session("yoga"))
    made = stamped_into(log.copy(), Edit("x", (Change("session", "yoga", "title.en", "Yo"),)))
    salt = "00" * 16
    words = canonical(
        {
            **json.loads(made.core),
            "changes": [{**json.loads(made.core)["changes"][0], "digest": digest(salt, "\ud800")}],
        }
    )
    misfit = read(hashlib.sha256(words.encode()).hexdigest(), words, [(salt, "\ud800")])
    with Database("sqlite://") as database, pytest.raises(Damaged, match="not-plain-words"):
        database.add(log).append([misfit])


def test_an_edit_that_is_there_already_changes_nothing() -> None:
    log = log_of(session("yoga"))
    with Database("sqlite://") as database:
        store = database.add(log)
        before = dump(database)
        delta = store.append(list(log))
        assert (delta.fields, delta.lives, delta.edits) == ({}, {}, ())
        assert dump(database) == before


def test_a_single_missing_edit_is_named() -> None:
    log = log_of()
    with Database("sqlite://") as database:
        store = database.add(log)
        (known,) = (edit.id for edit in log)
        assert store.lacking([known, "f" * 64]) == {"f" * 64}
        with pytest.raises(KeyError):
            store.edit("f" * 64)
        assert store.edit(known) == Log(log)[known]
