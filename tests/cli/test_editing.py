# SPDX-License-Identifier: EUPL-1.2
"""`edit`: the whole list or none of it, undo and redo by the author's name, and attachments that come along."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from octodesk.desk import Desk
from octodesk.edits.verbs import VERBS, Hand, edit_of
from octodesk.exchange import octo
from octodesk.model.edit import Author
from octodesk.model.enclosures import Enclosures
from octodesk.store.memory import MemoryStore
from tests.cli.running import Command

EVERY_VERB: tuple[dict[str, Any], ...] = (
    {"do": "place", "session": "ws-4", "start": "2021-11-17T21:00", "rooms": ["room-2"], "exclusive": False},
    {"do": "unplace", "session": "ws-5"},
    {"do": "resize", "session": "ws-6", "minutes": 90},
    {"do": "swap", "first": "ws-7", "second": "ws-5"},
    {"do": "shift", "day": "2021-11-17", "room": "room-1", "from": "14:00", "minutes": 15},
    {"do": "shift", "day": "2021-11-18", "from": "07:00", "minutes": -15},
    {"do": "set", "table": "session", "id": "ws-8", "field": "title", "language": "fr", "value": "IA"},
    {"do": "set", "table": "event", "id": "octopus-2021", "field": "registration", "value": {"link": "x.example"}},
    {"do": "add", "table": "person", "id": "dora", "values": {"given_name": "Dora", "function": {"en": "Judge"}}},
    {"do": "add", "table": "session", "id": "tea",
     "values": {"kind": "coffee", "placement": {"start": "2021-11-17T10:50"}}},
    {"do": "add", "table": "agenda_point", "id": "talk", "values": {"session": "lightning-1", "text": {"en": "Talk"}}},
    {"do": "contribute", "session": "lightning-1", "person": "dora", "role": "speaker", "agenda_point": "talk"},
    {"do": "replace-person", "old": "chiara-montefalco", "new": "dora", "sessions": ["special-event"]},
    {"do": "reorder", "table": "room", "id": "room-2", "after": None},
    {"do": "acknowledge", "rule": "room-double-booked", "sessions": ["ws-4", "ws-9"], "reason": "one call"},
    {"do": "delete", "table": "person", "id": "matthias-oberlin"},
    {"do": "delete", "table": "session", "id": "ws-10"},
    {"do": "delete", "table": "room", "id": "room-1"},
)  # fmt: skip

RESIZE = {"do": "resize", "session": "ws-4", "minutes": 60}


def minutes(run: Command, source: str) -> int:
    sessions = run.shown(source)["sessions"]
    return int(next(one["minutes"] for one in sessions if one["id"] == "ws-4"))


def test_each_verb_and_as_many_undos_give_back_the_same_bytes(run: Command, sample: str) -> None:
    assert {entry["do"] for entry in EVERY_VERB} == set(VERBS)
    before = run.done("show", sample, "--json").out
    run.edited(sample, "t.octo", *EVERY_VERB)
    written = len(octo.read(Path("t.octo")).log) - 2
    assert written == len(EVERY_VERB)
    run.edited("t.octo", "undone.octo", *[{"do": "undo"}] * written)
    assert run.done("show", "undone.octo", "--json").out == before
    run.edited("undone.octo", "redone.octo", *[{"do": "redo"}] * written)
    assert run.done("show", "redone.octo", "--json").out == run.done("show", "t.octo", "--json").out


@pytest.mark.parametrize("entry", EVERY_VERB, ids=lambda entry: f"{entry['do']} {entry.get('table', '')}")
def test_each_entry_is_one_edit_and_one_undo_takes_it_back(
    run: Command, sample: str, entry: dict[str, Any]
) -> None:
    first = [one for one in EVERY_VERB if one["do"] == "add" or one.get("session") == "ws-5"]
    run.edited(sample, "a.octo", *[one for one in first if one is not entry])
    run.edited("a.octo", "b.octo", entry)
    edits = [len(octo.read(Path(name)).log) for name in ("a.octo", "b.octo")]
    run.edited("b.octo", "c.octo", {"do": "undo"})
    before, after, undone = (run.done("show", name, "--json").out for name in ("a.octo", "b.octo", "c.octo"))
    assert (edits[1] - edits[0], before != after, undone == before) == (1, True, True)


def test_the_whole_list_is_applied_or_none_of_it(run: Command, sample: str) -> None:
    locked = {"do": "set", "table": "session", "id": "ws-4", "field": "locked_time", "value": True}
    ran = run(
        "edit", sample, run.entries(locked, {"do": "undo"}, locked, RESIZE, {"do": "dance"}), "-o", "t.octo"
    )
    assert (ran.status, ran.out, ran.err) == (
        1, "", "Entry 4: WS 4 has a fixed time. Free the time first, then move it. Nothing was written.\n",
    )  # fmt: skip
    assert run.files() == ["edits.json", sample]


def test_an_entry_that_changes_nothing_and_an_undo_of_nothing_write_no_edit(
    run: Command, sample: str
) -> None:
    same = {"do": "place", "session": "ws-4", "start": "2021-11-17T11:00"}
    run.edited(sample, "t.octo", same, {"do": "undo"}, {"do": "redo"}, {"do": "undo"})
    assert [edit.id for edit in octo.read(Path("t.octo")).log] == [
        edit.id for edit in octo.read(Path(sample)).log
    ]


def test_undo_takes_back_the_edits_of_its_author_alone(run: Command, sample: str) -> None:
    ana, ben = ["--author", "Ana"], ["--author", "Ben"]
    run.edited(sample, "t.octo", RESIZE, more=ana)
    run.edited("t.octo", "t.octo", {"do": "undo"}, more=ben)
    assert minutes(run, "t.octo") == 60
    run.edited("t.octo", "t.octo", {"do": "undo"}, {"do": "undo"}, more=ana)
    assert minutes(run, "t.octo") == 110


def test_undo_is_by_name_also_for_what_somebody_of_that_name_did_in_the_window(
    run: Command, sample: str
) -> None:
    in_the_window = Author("0123456789abcdef", "Ana")
    desk = Desk(
        MemoryStore(octo.read(Path(sample)).log), author=in_the_window, device="laptop",
        clock=lambda: datetime(2021, 10, 5, tzinfo=UTC), salt=lambda: bytes(16), report=lambda _: None,
    )  # fmt: skip
    desk.apply(edit_of(desk.document, RESIZE, Hand("0" * 16, bytes)))
    Path("t.octo").write_bytes(octo.write(desk.log()))
    run.edited("t.octo", "t.octo", {"do": "undo"}, more=["--author", "Ana"])
    assert minutes(run, "t.octo") == 110


def test_undo_never_takes_back_what_made_the_event(run: Command) -> None:
    run.done(
        "new", "-o", "n.octo", "--name", "X", "--first-day", "2022-11-15", "--days", "1", "--author", "Ana"
    )
    before = run.shown("n.octo")
    run.edited("n.octo", "t.octo", {"do": "undo"}, more=["--author", "Ana"])
    assert run.shown("t.octo") == before


def test_redo_lasts_until_the_next_edit_of_ones_own(run: Command, sample: str) -> None:
    ana, ben = ["--author", "Ana"], ["--author", "Ben"]
    run.edited(sample, "t.octo", RESIZE, {"do": "undo"}, more=ana)
    run.edited("t.octo", "t.octo", {"do": "resize", "session": "ws-5", "minutes": 5}, more=ben)
    run.edited("t.octo", "redone.octo", {"do": "redo"}, more=ana)
    assert minutes(run, "redone.octo") == 60
    run.edited(
        "t.octo", "t.octo", {"do": "resize", "session": "ws-6", "minutes": 5}, {"do": "redo"}, more=ana
    )
    assert minutes(run, "t.octo") == 110


def test_an_undo_that_somebody_has_built_on_is_refused_by_number(run: Command, sample: str) -> None:
    run.edited(sample, "t.octo", RESIZE, more=["--author", "Ana"])
    run.edited("t.octo", "t.octo", {**RESIZE, "minutes": 30}, more=["--author", "Ben"])
    ran = run("edit", "t.octo", run.entries({"do": "undo"}), "-o", "out.octo", "--author", "Ana")
    assert (ran.status, Path("out.octo").exists()) == (1, False)
    assert ran.err == (
        "Entry 1: This cannot be taken back: it was changed since by Ben. Change it by hand instead. Nothing "
        "was written.\n"
    )


def test_an_id_once_used_is_refused_even_after_it_was_deleted_or_undone(run: Command, sample: str) -> None:
    add = {"do": "add", "table": "room", "id": "attic", "values": {}}
    for gone in ({"do": "delete", "table": "room", "id": "attic"}, {"do": "undo"}):
        run.edited(sample, "t.octo", add, gone)
        ran = run("edit", "t.octo", run.entries(add), "-o", "out.octo")
        assert (ran.status, ran.err) == (
            1, "Entry 1: The id attic is or was used for a room. Choose another. Nothing was written.\n",
        )  # fmt: skip


@pytest.mark.parametrize(
    "entry",
    [
        {"do": "shift", "day": "2021-11-17", "from": "07:00", "minutes": 10**18},
        {"do": "shift", "day": "9999-12-31", "from": "07:00", "minutes": 5},
        {"do": "place", "session": "ws-4", "start": "9999-12-31T23:59"},
        {"do": "place", "session": "ws-4", "start": "0001-01-01T00:00"},
        {"do": "resize", "session": "ws-4", "minutes": 2**60},
        {"do": "set", "table": "session", "id": "ws-4", "field": "minutes", "value": 2**52},
        {"do": "set", "table": "event", "id": "octopus-2021", "field": "last_day", "value": "9999-12-31"},
        {"do": "set", "table": "session", "id": "ws-4", "field": [], "value": 1},
        {"do": ["place"], "session": "ws-4"},
        {"do": None},
        {"do": "place", "session": {}, "start": "2021-11-17T09:00"},
        {"do": "add", "table": "session", "id": "x", "values": {"placement": {"start": 5}}},
        {"do": "add", "table": "session", "id": "x", "values": {"placement": {"start": "2021-11-17T09:00", "rooms": [[]]}}},
        {"do": "add", "table": "contribution", "values": {"session": "ws-4", "person": []}},
        {"do": "add", "table": "acknowledgement", "values": {"rule": "across-break", "sessions": ["nobody"]}},
        {"do": "replace-person", "old": "dora", "new": "dora", "sessions": "ws-4"},
        None,
        5,
    ],
)  # fmt: skip
def test_nonsense_is_refused_in_one_line(run: Command, sample: str, entry: object) -> None:
    ran = run("edit", sample, run.entries(RESIZE, entry), "-o", "out.octo")
    assert (ran.status, ran.out, ran.err.count("\n"), ran.err[:9]) == (1, "", 1, "Entry 2: ")
    assert run.files() == ["edits.json", sample]


def test_attachments_come_along(run: Command, sample: str) -> None:
    photo = b"a photo"
    name = hashlib.sha256(photo).hexdigest()
    Path("p.octo").write_bytes(octo.write(octo.read(Path(sample)).log, enclosed=Enclosures({name: photo})))
    run.edited("p.octo", "t.octo", RESIZE)
    run.done("version", "t.octo", "Version 2", "-o", "v.octo")
    run.done("new", "--from", "v.octo", "-o", "n.octo", "--name", "X", "--first-day", "2022-11-15")
    assert [dict(octo.read(Path(one)).enclosed.attachments) for one in ("t.octo", "v.octo", "n.octo")] == [
        {name: photo}
    ] * 3
