# SPDX-License-Identifier: EUPL-1.2
"""`show`, `list`, `check`, `history`, `version`, `print` and `self-test`: what others rely on."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from octodesk.exchange import octo
from octodesk.exchange.samples import SAMPLES, sample_log
from octodesk.exchange.shown import shown
from octodesk.model.document import Document
from octodesk.store.events import Database
from octodesk.store.reading import default_path
from tests.cli.running import Command

TEXT, WORDS, NUMBER, FLAG = dict, str, int, bool
SOMETIMES = type(None)

KEYS: dict[str, dict[str, Any]] = {
    "event": {
        "id": WORDS, "name": TEXT, "short_name": WORDS, "subtitle": TEXT, "first_day": WORDS, "last_day": WORDS,
        "time_zone": WORDS, "place": TEXT, "venue": TEXT, "mode": WORDS, "languages": list, "working_languages": list,
        "version": WORDS, "status": WORDS, "registration": dict, "participation": TEXT, "contact": TEXT, "funding": TEXT,
    },
    "days": {"date": WORDS, "opens": WORDS, "closes": WORDS, "label": TEXT},
    "rooms": {
        "id": WORDS, "name": TEXT, "capacity": (NUMBER, SOMETIMES), "booths": NUMBER, "languages": list,
        "equipment": list, "building": TEXT,
    },
    "bookings": {
        "id": WORDS, "room": WORDS, "date": WORDS, "from": WORDS, "until": WORDS, "floor": list, "into": list,
        "mode": WORDS, "team": NUMBER, "status": WORDS,
    },
    "kinds": {
        "id": WORDS, "name": TEXT, "color": WORDS, "pattern": TEXT, "numerals": WORDS, "restart": FLAG,
        "minutes": NUMBER, "exclusive": FLAG,
    },
    "tracks": {"id": WORDS, "name": TEXT, "color": WORDS},
    "people": {
        "id": WORDS, "types": list, "form_of_address": WORDS, "titles": list, "given_name": WORDS, "family_name": WORDS,
        "own_script": WORDS, "function": TEXT, "organisation": TEXT, "country": WORDS, "category": WORDS,
        "rank": (NUMBER, SOMETIMES), "status": WORDS, "remote": FLAG, "time_zone": (WORDS, SOMETIMES),
        "availability": list, "email": WORDS, "phone": WORDS, "photo": WORDS, "pronunciation": WORDS, "biography": TEXT,
        "arrival": (WORDS, SOMETIMES), "departure": (WORDS, SOMETIMES), "owed": dict, "note": WORDS,
    },
    "sessions": {
        "id": WORDS, "kind": WORDS, "label": WORDS, "title": TEXT, "description": TEXT, "minutes": NUMBER,
        "start": (WORDS, SOMETIMES), "end": (WORDS, SOMETIMES), "rooms": list, "exclusive": FLAG, "place": TEXT,
        "track": (WORDS, SOMETIMES), "expected": (NUMBER, SOMETIMES), "floor_languages": list, "interpretation": list,
        "equipment": list, "access": WORDS, "status": WORDS, "locked_time": FLAG, "locked_room": FLAG,
        "setup_minutes": NUMBER, "clear_minutes": NUMBER, "regions": list, "contributions": list, "agenda": list,
        "number": (NUMBER, SOMETIMES), "number_fixed": FLAG, "label_override": WORDS, "subtitle": TEXT, "aim": TEXT,
        "outcome": TEXT, "cooperation": TEXT, "occasion": TEXT, "topics": list, "setup_style": WORDS, "webcast": FLAG,
        "recorded": FLAG, "note": WORDS,
    },
    "contributions": {
        "id": WORDS, "person": WORDS, "role": WORDS, "agenda_point": (WORDS, SOMETIMES), "minutes": (NUMBER, SOMETIMES),
        "way": WORDS, "topic": TEXT, "on_behalf_of": TEXT, "seat": (NUMBER, SOMETIMES),
    },
    "agenda": {"id": WORDS, "text": TEXT, "minutes": (NUMBER, SOMETIMES)},
    "headings": {"id": WORDS, "text": TEXT, "sessions": list, "group": WORDS},
    "related": {"id": WORDS, "title": TEXT, "from": WORDS, "until": WORDS, "access": WORDS, "sentence": TEXT},
    "contacts": {"id": WORDS, "purpose": WORDS, "text": TEXT, "email": WORDS, "phone": WORDS},
    "donors": {"id": WORDS, "name": TEXT, "logo": WORDS},
    "versions": {"label": WORDS, "at": WORDS},
}  # fmt: skip


def rows_of(programme: dict[str, Any], name: str) -> list[dict[str, Any]]:
    if name == "event":
        return [programme["event"]]
    if name in ("contributions", "agenda"):
        return [row for session in programme["sessions"] for row in session[name]]
    rows: list[dict[str, Any]] = programme[name]
    return rows


@pytest.mark.parametrize("name", SAMPLES)
def test_show_has_every_key_of_the_contract_with_its_type(run: Command, name: str) -> None:
    run.done("sample", name, "-o", "s.octo")
    programme = run.shown("s.octo")
    assert programme["format"] == 1
    for table, keys in KEYS.items():
        for row in rows_of(programme, table):
            wrong = {
                key: row.get(key, "missing") for key, kind in keys.items() if not _is(row.get(key, ...), kind)
            }
            assert wrong == {}


def _is(value: object, kind: Any) -> bool:
    return isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool)


def test_sessions_stand_by_start_then_room_then_label(run: Command, sample: str) -> None:
    run.edited(sample, "t.octo", {"do": "unplace", "session": "ws-14"}, {"do": "unplace", "session": "ws-2"})
    programme = run.shown("t.octo")
    grid = [one["id"] for one in programme["rooms"]]

    def key(session: dict[str, Any]) -> tuple[Any, ...]:
        first = min((grid.index(room) for room in session["rooms"]), default=-1)
        return session["start"] is None, session["start"] or "", first, session["label"], session["id"]

    assert programme["sessions"] == sorted(programme["sessions"], key=key)
    assert [one["id"] for one in programme["sessions"]][-2:] == ["ws-14", "ws-2"]
    in_tray = programme["sessions"][-1]
    assert (in_tray["start"], in_tray["end"], in_tray["rooms"], in_tray["exclusive"]) == (
        None,
        None,
        [],
        False,
    )


def test_end_is_start_plus_elapsed_minutes_and_rooms_are_in_grid_order(run: Command, sample: str) -> None:
    run.edited(
        sample,
        "t.octo",
        {"do": "add", "table": "room", "id": "attic", "values": {}},
        {"do": "reorder", "table": "room", "id": "attic", "after": None},
        {"do": "place", "session": "ws-4", "start": "2021-10-31T02:30", "rooms": ["room-1", "attic"]},
    )
    for session in run.shown("t.octo")["sessions"]:
        minutes = timedelta(minutes=session["minutes"])
        if session["id"] == "ws-4":
            minutes -= timedelta(hours=1)  # the clocks go back at three
            assert session["rooms"] == ["attic", "room-1"]
        assert datetime.fromisoformat(session["end"]) - datetime.fromisoformat(session["start"]) == minutes


def test_equal_programmes_print_equal_json_byte_for_byte_however_they_were_made(
    run: Command, sample: str
) -> None:
    there = {
        "do": "reorder",
        "table": "agenda_point",
        "id": agenda(run, sample)[0],
        "after": agenda(run, sample)[1],
    }
    back = {**there, "after": None}
    move = {"do": "place", "session": "ws-4", "start": "2021-11-17T21:00", "rooms": ["room-2"]}
    undo = {"do": "place", "session": "ws-4", "start": "2021-11-17T11:00", "rooms": ["room-1"]}
    run.edited(sample, "round.octo", there, move, back, undo)
    assert run.done("show", "round.octo", "--json").out == run.done("show", sample, "--json").out


def agenda(run: Command, source: str) -> list[str]:
    return [point["id"] for session in run.shown(source)["sessions"] for point in session["agenda"]]


def test_show_in_words(run: Command, sample: str) -> None:
    lines = run.done("show", sample).out.splitlines()
    assert lines[:6] == [
        "Octopus Conference 2021", "16–18 November 2021 · Version 4 October 2021", "", "Tuesday 16 November",
        lines[4], "",
    ]  # fmt: skip
    assert "  11:00–12:50  WS 4: Crime and crypto currencies  [Room 1]" in lines
    french = run.done("show", sample, "--language", "fr").out
    assert "16-18 novembre 2021" in french
    assert "Atelier 4" in french


def test_show_of_a_version_is_the_programme_as_it_was(run: Command, sample: str) -> None:
    before = run.shown(sample)
    run.edited(
        sample,
        "t.octo",
        {"do": "resize", "session": "ws-4", "minutes": 5},
        {"do": "delete", "table": "room", "id": "room-2"},
    )
    assert run.shown("t.octo", "--version", "Version 4 October 2021") == before
    assert run.shown("t.octo") != before
    ran = run("show", "t.octo", "--version", "Version 9")
    assert (ran.status, ran.out, ran.err) == (
        3, "", "There is no version “Version 9”. There is: Version 4 October 2021.\n",
    )  # fmt: skip


def test_a_new_version_names_its_moment(run: Command, sample: str) -> None:
    run.done("version", sample, "Version 2", "-o", "v.octo", "--author", "Ana")
    run.edited("v.octo", "w.octo", {"do": "resize", "session": "ws-4", "minutes": 5})
    run.done("version", "w.octo", "Version 2", "-o", "w.octo")
    programme = run.shown("w.octo")
    assert [one["label"] for one in programme["versions"]] == [
        "Version 4 October 2021",
        "Version 2",
        "Version 2",
    ]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", programme["versions"][1]["at"])
    assert programme["event"]["version"] == "Version 2"
    newest = run.shown("w.octo", "--version", "Version 2")
    assert next(one for one in newest["sessions"] if one["id"] == "ws-4")["minutes"] == 5


def test_a_conference_without_versions_says_so(run: Command) -> None:
    run.done("new", "-o", "n.octo", "--name", "X", "--first-day", "2022-11-15", "--days", "1")
    assert run("show", "n.octo", "--version", "X").err == "There is no version “X”: none was issued yet.\n"


# -- check


TO_DO = (
    "Note: Speaker not yet confirmed. Representative, Ministry of Justice has not yet confirmed: WS 1.\n"
    "Note: No technical test yet. Representative, Ministry of Justice: the technical test has not yet been passed"
    " (WS 1).\n"
)
"""Of the sample: one speaker is a representative who is not yet named."""


def test_check_of_a_sound_programme_finds_no_clash(run: Command, sample: str) -> None:
    assert run.done("check", sample).out == "No clash.\n" + TO_DO
    assert run.done("check", sample, "--json").json["counts"] == {"error": 0, "warning": 0, "note": 2}


def test_check_finds_errors_and_ends_with_one(run: Command, sample: str) -> None:
    run.edited(sample, "t.octo", {"do": "place", "session": "ws-4", "start": "2021-11-17T09:30"})
    ran = run("check", "t.octo", "--json")
    assert (ran.status, ran.err) == (1, "")
    assert ran.json["counts"] == {"error": 1, "warning": 1, "note": 2}
    assert ran.json["conflicts"][0] == {
        "rule": "room-double-booked", "severity": "error", "sessions": ["ws-2", "ws-4"], "rooms": ["room-1"],
        "people": [], "group": "clash", "acknowledged": None,
        "message": "Room 1: WS 2 and WS 4 at the same time, 09:30 to 10:50.",
    }  # fmt: skip
    assert run("check", "t.octo").out == (
        "Error: Room taken twice. Room 1: WS 2 and WS 4 at the same time, 09:30 to 10:50.\n"
        "Warning: Same track at the same time. WS 2 and WS 4 belong to the track “Threats and technologies” and run at the"
        " same time, 09:30 to 10:50.\n" + TO_DO
    )


def test_check_says_it_in_the_language_asked_for_and_keeps_the_codes(run: Command, sample: str) -> None:
    run.edited(sample, "t.octo", {"do": "place", "session": "ws-4", "start": "2021-11-17T09:30"})
    english, french = (run("check", "t.octo", "--json", "--language", one).json for one in ("en", "fr"))
    messages = [[found.pop("message") for found in one["conflicts"]] for one in (english, french)]
    assert (messages[0] != messages[1], english == french) == (True, True)
    assert "Atelier 4" in messages[1][0]


def test_an_acknowledged_conflict_keeps_its_reason_and_is_said_to_be_accepted(
    run: Command, sample: str
) -> None:
    run.edited(
        sample,
        "t.octo",
        {"do": "place", "session": "ws-4", "start": "2021-11-17T19:00"},
        {"do": "set", "table": "day", "id": "2021-11-17", "field": "closes", "value": "19:00"},
        {
            "do": "acknowledge",
            "rule": "room-double-booked",
            "sessions": ["ws-9", "ws-4"],
            "reason": "one big call",
        },
    )
    found = run("check", "t.octo", "--json").json["conflicts"]
    hours = [(one["rule"], one["acknowledged"]) for one in found if one["rule"] != "booking-too-short"][:3]
    assert hours == [
        ("room-double-booked", "one big call"), ("outside-opening-hours", None), ("outside-opening-hours", None),
    ]  # fmt: skip
    assert "(accepted: one big call)" in run("check", "t.octo").out


def test_warnings_alone_end_with_zero(run: Command, sample: str) -> None:
    run.edited(
        sample,
        "t.octo",
        {"do": "set", "table": "day", "id": "2021-11-17", "field": "closes", "value": "19:00"},
    )
    assert run.done("check", "t.octo", "--json").json["counts"] == {"error": 0, "warning": 1, "note": 2}


def test_forty_empty_workshops_are_a_few_lines_not_a_hundred_complaints(run: Command) -> None:
    run.done("new", "-o", "n.octo", "--name", "X", "--first-day", "2022-11-15", "--days", "1")
    run.edited("n.octo", "t.octo", *({"do": "add", "table": "session", "id": f"w{n}"} for n in range(40)))
    said = run.done("check", "t.octo").out.splitlines()
    assert said[0] == "No clash."
    assert len(said) <= 7
    assert "Note: No title. 40 sessions." in said


# -- history


def test_history_has_every_edit_newest_last_with_what_it_changed(run: Command, sample: str) -> None:
    run.edited(sample, "t.octo", {"do": "resize", "session": "ws-4", "minutes": 60}, {"do": "undo"}, {"do": "redo"},
               more=["--author", "Ana"])  # fmt: skip
    edits = run.done("history", "t.octo", "--json").json["edits"]
    assert [(one["kind"], one["label"], one["author"]) for one in edits] == [
        ("create", "event-created", "OctoDesk"), ("version", "version-issued", "OctoDesk"),
        ("do", "session-resized", "Ana"), ("undo", "undone", "Ana"), ("redo", "redone", "Ana"),
    ]  # fmt: skip
    resized, undone, redone = edits[2:]
    change = {"table": "session", "id": "ws-4", "field": "minutes", "language": None}
    assert resized["changes"] == redone["changes"] == [{**change, "before": 110, "after": 60}]
    assert undone["changes"] == [{**change, "before": 60, "after": 110}]
    assert [one["retracts"] for one in edits[2:]] == [None, resized["id"], undone["id"]]
    assert [one["message"] for one in edits[2:]] == [
        "WS 4 now lasts 1\xa0h", "A change taken back: WS 4", "A change made again: WS 4",
    ]  # fmt: skip
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", one["at"]) for one in edits)
    lines = run.done("history", "t.octo").out.splitlines()
    assert lines[2] == f"{resized['at']}  Ana  WS 4 now lasts 1\xa0h"


def test_a_text_is_told_per_language(run: Command, sample: str) -> None:
    run.edited(
        sample,
        "t.octo",
        {
            "do": "set",
            "table": "room",
            "id": "room-1",
            "field": "name",
            "language": "fr",
            "value": "Grande salle",
        },
    )
    assert run.done("history", "t.octo", "--json").json["edits"][-1]["changes"] == [
        {"table": "room", "id": "room-1", "field": "name", "language": "fr", "before": "Salle 1", "after": "Grande salle"}
    ]  # fmt: skip


# -- the database


@pytest.fixture
def database() -> Path:
    """The user's own, with both samples in it."""
    path = default_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with Database(path) as opened:
        for name in SAMPLES:
            opened.add(sample_log(name))
    return path


def test_without_a_database_there_is_nothing_to_list(run: Command) -> None:
    assert run.done("list", "--json").json == {"events": []}
    assert run.done("list").out == "There is no conference in the database yet.\n"
    assert not default_path().exists()


def test_list_names_every_event(run: Command, database: Path) -> None:
    events = run.done("list", "--json").json["events"]
    assert events[0] == {
        "id": "octopus-2021", "short_name": "Octopus 2021", "first_day": "2021-11-16", "last_day": "2021-11-18",
        "name": {"en": "Octopus Conference 2021", "es": "Conferencia Octopus 2021", "fr": "Conférence Octopus 2021"},
        "version": "Version 4 October 2021", "sessions": 26, "changed": "2021-10-04T12:00:00Z",
    }  # fmt: skip
    assert [one["id"] for one in events] == ["octopus-2021", "octopus-2019"]
    assert (
        run.done("list", "--language", "fr")
        .out.splitlines()[0]
        .startswith("octopus-2021  Conférence Octopus 2021  16-18 novembre 2021  26 ")
    )


def test_an_event_of_the_database_is_read_by_id_or_short_name(run: Command, database: Path) -> None:
    wanted = shown(Document.of_log(sample_log("octopus-2021")))
    for name in ("octopus-2021", "Octopus 2021"):
        assert run.shown(f"db:{name}") == wanted
        assert run.shown(f"db:{name}", "--database", f"sqlite:///{database}") == wanted
    before = database.read_bytes()
    run.edited("db:octopus-2021", "t.octo", {"do": "resize", "session": "ws-4", "minutes": 5})
    assert (run.shown("t.octo") != wanted, database.read_bytes()) == (True, before)


def test_what_the_database_lacks_or_has_twice_is_three(run: Command, database: Path) -> None:
    ran = run("show", "db:nothing")
    assert (ran.status, ran.err) == (
        3, "There is no conference nothing in the database. `octodesk list` shows what there is.\n",
    )  # fmt: skip
    run.done("new", "-o", "n.octo", "--name", "octopus 2021", "--first-day", "2022-11-15", "--days", "1")
    with Database(database) as opened:
        opened.add(octo.read(Path("n.octo")).log)
    ran = run("show", "db:Octopus 2021")
    assert (ran.status, ran.err) == (
        3, "Several conferences are called Octopus 2021. Use the id that `octodesk list` shows.\n",
    )  # fmt: skip
    for where in ("nothing.db", "sqlite:///nothing.db", "postgresql://host/x"):
        ran = run("list", "--database", where)
        assert (ran.status, ran.out, ran.err.count("\n")) == (3, "", 1)
    Path("text.db").write_text("no database", encoding="utf-8")
    assert run("list", "--database", "text.db").status == 3


def test_the_author_is_the_one_configured_in_the_window_else_the_login_name(
    run: Command, sample: str, database: Path
) -> None:
    with Database(database) as opened:
        opened.settings.set("author-name", "Zoé Kim")
    run.edited(sample, "t.octo", {"do": "resize", "session": "ws-4", "minutes": 5})
    assert run.done("history", "t.octo", "--json").json["edits"][-1]["author"] == "Zoé Kim"


# -- print, self-test


@pytest.mark.parametrize("document", ["front", "glance", "programme"])
def test_print_writes_a_pdf(run: Command, sample: str, document: str) -> None:
    run("print", sample, document, "-o", "p.pdf", "--language", "fr", "--room", "Salle 1")
    assert Path("p.pdf").read_bytes().startswith(b"%PDF-")


def test_self_test_says_how_each_part_went(run: Command) -> None:
    lines = [line.split(" (")[0] for line in run.done("self-test").out.splitlines()]
    assert lines == [
        "samples without clashes: passed", "edit, undo and redo: passed", "files written and read: passed",
        "database: passed", "printing: passed",
    ]  # fmt: skip


def test_self_test_names_what_is_broken_and_goes_on(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "octodesk.printing", None)
    ran = run("self-test")
    assert (ran.status, ran.err, len(ran.out.splitlines())) == (1, "", 5)
    assert ran.out.splitlines()[4].startswith("printing: FAILED: ModuleNotFoundError: ")
