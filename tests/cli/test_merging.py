# SPDX-License-Identifier: EUPL-1.2
"""`merge`: two copies of a conference that went two ways, put together; what stays open, and `--prefer`."""

from __future__ import annotations

from typing import Any

import pytest

from octodesk.exchange import octo
from octodesk.model.enclosures import Enclosures
from tests.cli.running import Command

Entries = tuple[dict[str, Any], ...]


def place(session: str, start: str, *rooms: str) -> dict[str, Any]:
    return {"do": "place", "session": session, "start": start, **({"rooms": list(rooms)} if rooms else {})}


def written(session: str, field: str, language: str, value: str) -> dict[str, Any]:
    return {
        "do": "set", "table": "session", "id": session, "field": field, "language": language, "value": value,
    }  # fmt: skip


def speaker(person: str, given: str, family: str) -> dict[str, Any]:
    return {
        "do": "add",
        "table": "person",
        "id": person,
        "values": {"given_name": given, "family_name": family},
    }


OURS: Entries = (
    place("ws-4", "2021-11-17T16:00", "room-2"),
    written("ws-7", "title", "fr", "Logiciels rançonneurs"),
    speaker("ilze-kalnina", "Ilze", "Kalnina"),
)
THEIRS: Entries = (
    place("ws-4", "2021-11-17T14:00"),
    written("ws-7", "description", "en", "What to do when the screen goes red."),
    {"do": "delete", "table": "session", "id": "ws-12"},
    speaker("tomas-varga", "Tomas", "Varga"),
)


class Colleagues:
    """A file that two people edit apart: a.octo by Ana, b.octo by Ben; `merge` puts them together."""

    def __init__(self, run: Command) -> None:
        self.run = run

    def went(self, ana: Entries, ben: Entries) -> Colleagues:
        self.run.edited("o.octo", "a.octo", *ana, more=("--author", "Ana"))
        self.run.edited("o.octo", "b.octo", *ben, more=("--author", "Ben"))
        return self

    def merge(self, one: str = "a.octo", other: str = "b.octo", *more: str, out: str = "m.octo") -> Any:
        """What `--json` says; the status tells whether something is left."""
        ran = self.run("merge", one, other, "-o", out, "--json", *more)
        assert (ran.status, ran.err) == (bool(ran.json["conflicts"]), "")
        return ran.json

    def session(self, source: str, session: str) -> Any:
        return next((one for one in self.run.shown(source)["sessions"] if one["id"] == session), None)


@pytest.fixture
def colleagues(run: Command, sample: str) -> Colleagues:
    return Colleagues(run)


@pytest.fixture
def apart(colleagues: Colleagues) -> Colleagues:
    return colleagues.went(OURS, THEIRS)


def placement(start: str, *rooms: str) -> dict[str, Any]:
    return {"start": start, "rooms": list(rooms), "exclusive": False}


# -- what the issue shows


def test_exactly_one_conflict_with_all_that_is_known_of_it(apart: Colleagues) -> None:
    merged = apart.merge()
    (conflict,) = merged["conflicts"]
    ana, ben = placement("2021-11-17T16:00", "room-2"), placement("2021-11-17T14:00", "room-1")
    held = conflict.pop("values")
    assert merged["taken"] == len(THEIRS)
    assert {(one["author"], one["value"]["start"]) for one in held} == {
        ("Ana", ana["start"]),
        ("Ben", ben["start"]),
    }
    assert conflict == {
        "table": "session", "id": "ws-4", "field": "placement", "language": None, "ours": ana, "theirs": ben,
        "base": placement("2021-11-17T11:00", "room-1"), "kept": "ours" if held[0]["value"] == ana else "theirs",
    }  # fmt: skip


def test_the_values_name_the_edits_that_set_them(apart: Colleagues) -> None:
    held = apart.merge()["conflicts"][0]["values"]
    known = {one["id"]: one for one in apart.run.done("history", "m.octo", "--json").json["edits"]}
    assert [(known[one["edit"]]["author"], known[one["edit"]]["at"]) for one in held] == [
        (one["author"], one["at"]) for one in held
    ]
    assert apart.session("m.octo", "ws-4")["start"] == held[0]["value"]["start"]


def test_everything_else_is_in(apart: Colleagues) -> None:
    apart.merge()
    shown = apart.run.shown("m.octo")
    people = {one["id"] for one in shown["people"]}
    workshop = apart.session("m.octo", "ws-7")
    assert workshop["title"]["fr"] == "Logiciels rançonneurs"
    assert workshop["description"]["en"] == "What to do when the screen goes red."
    assert apart.session("m.octo", "ws-12") is None
    assert {"ilze-kalnina", "tomas-varga"} <= people


def test_both_ways_the_same(apart: Colleagues) -> None:
    one, other = apart.merge(), apart.merge("b.octo", "a.octo", out="n.octo")
    assert apart.run.done("show", "m.octo", "--json").out == apart.run.done("show", "n.octo", "--json").out
    turned = {"ours": "theirs", "theirs": "ours"}
    mine, back = one["conflicts"][0], other["conflicts"][0]
    assert (mine["ours"], mine["values"]) == (back["theirs"], back["values"])
    assert turned[mine["kept"]] == back["kept"]


def test_again_there_is_nothing_new(apart: Colleagues) -> None:
    left = apart.merge()["conflicts"]
    for other in ("a.octo", "b.octo", "o.octo", "m.octo"):
        again = apart.merge("m.octo", other, out="again.octo")
        assert (again["taken"], len(again["conflicts"])) == (0, len(left))


def test_the_version_and_the_merged_file_differ_as_compare_lists(apart: Colleagues) -> None:
    apart.merge()
    ran = apart.run("compare", "o.octo@Version 4 October 2021", "m.octo", "--json")
    found = [(one["what"], one["table"], one["id"], one["field"]) for one in ran.json["differences"]]
    named = [one for one in found if one[1] in {"session", "person"}]
    assert sorted(named) == [
        ("added", "person", "ilze-kalnina", "row"),
        ("added", "person", "tomas-varga", "row"),
        ("changed", "session", "ws-7", "description"),
        ("moved", "session", "ws-4", "placement"),
        ("removed", "session", "ws-12", "row"),
        ("renamed", "session", "ws-7", "title"),
    ]
    assert len(found) == len(set(found))


def test_in_words(apart: Colleagues) -> None:
    ran = apart.run("merge", "a.octo", "b.octo", "-o", "m.octo")
    taken, left, question = ran.out.splitlines()
    assert (ran.status, taken, left) == (1, "4 changes taken in.", "1 question is left open:")
    assert question.startswith("  WS 4: time and place: Wednesday 17 November, Room ")
    assert apart.run("merge", "m.octo", "a.octo", "-o", "n.octo").out.startswith("Nothing new.\n")


# -- settling by --prefer


@pytest.mark.parametrize(("prefer", "start"), [("ours", "2021-11-17T16:00"), ("theirs", "2021-11-17T14:00")])
def test_one_side_is_preferred_by_an_edit(apart: Colleagues, prefer: str, start: str) -> None:
    settled = apart.merge("a.octo", "b.octo", "--prefer", prefer, "--author", "Cleo")
    newest = apart.run.done("history", "m.octo", "--json").json["edits"][-1]
    assert settled == {"taken": len(THEIRS), "conflicts": []}
    assert apart.session("m.octo", "ws-4")["start"] == start
    assert (newest["kind"], newest["author"], newest["label"]) == ("settle", "Cleo", "conflicts-settled")


def test_what_is_settled_stays_settled_when_the_other_side_comes_again(apart: Colleagues) -> None:
    apart.merge("a.octo", "b.octo", "--prefer", "theirs")
    again = apart.merge("b.octo", "m.octo", out="b2.octo")
    assert (again["conflicts"], apart.session("b2.octo", "ws-4")["start"]) == ([], "2021-11-17T14:00")


def test_with_nothing_open_there_is_no_edit_to_settle_it(colleagues: Colleagues) -> None:
    colleagues.went(OURS[:1], THEIRS[1:2]).merge("a.octo", "b.octo", "--prefer", "ours")
    kinds = [one["kind"] for one in colleagues.run.done("history", "m.octo", "--json").json["edits"]]
    assert "settle" not in kinds


# -- rows

RENAME = written("ws-7", "title", "en", "Ransoms")
DELETE: dict[str, Any] = {"do": "delete", "table": "session", "id": "ws-7"}


def test_deleted_here_and_edited_there_stays_and_is_listed(colleagues: Colleagues) -> None:
    (conflict,) = colleagues.went((DELETE,), (RENAME,)).merge()["conflicts"]
    held = [(one["value"], one["author"]) for one in conflict.pop("values")]
    assert held == [(False, "Ben"), (True, "Ana")]
    assert conflict == {
        "table": "session", "id": "ws-7", "field": "deleted", "language": None, "ours": True, "theirs": False,
        "base": False, "kept": "theirs",
    }  # fmt: skip
    assert colleagues.session("m.octo", "ws-7")["title"]["en"] == "Ransoms"


@pytest.mark.parametrize(("prefer", "there"), [("ours", False), ("theirs", True)])
def test_a_deletion_is_settled_either_way(colleagues: Colleagues, prefer: str, there: bool) -> None:
    colleagues.went((DELETE,), (RENAME,)).merge("a.octo", "b.octo", "--prefer", prefer)
    assert (colleagues.session("m.octo", "ws-7") is not None) == there


def test_a_deleted_room_that_the_other_side_uses_comes_back(colleagues: Colleagues) -> None:
    hall = {"do": "add", "table": "room", "id": "hall", "values": {"name": {"en": "Hall"}}}
    colleagues.run.edited("o.octo", "o.octo", hall)
    gone = {"do": "delete", "table": "room", "id": "hall"}
    (conflict,) = colleagues.went((gone,), (place("ws-5", "2021-11-17T11:00", "hall"),)).merge()["conflicts"]
    held = [(one["value"], one["author"]) for one in conflict["values"]]
    assert (conflict["table"], conflict["field"], held) == (
        "room",
        "deleted",
        [(False, "Ben"), (True, "Ana")],
    )
    colleagues.merge("a.octo", "b.octo", "--prefer", "ours", out="n.octo")
    assert colleagues.session("n.octo", "ws-5")["rooms"] == []


def test_both_added_the_same_row(colleagues: Colleagues) -> None:
    ana, ben = speaker("new", "Ilze", "Kalnina"), speaker("new", "Ilse", "Kalnina")
    conflicts = colleagues.went((ana,), (ben,)).merge()["conflicts"]
    assert [one["field"] for one in conflicts] == ["given_name", "row"]
    whole = conflicts[1]
    assert {one["value"]["given_name"] for one in whole["values"]} == {"Ilze", "Ilse"}
    assert (whole["ours"]["given_name"], whole["theirs"]["given_name"]) == ("Ilze", "Ilse")
    assert (whole["base"], whole["kept"] in {"ours", "theirs"}) == (None, True)
    colleagues.merge("a.octo", "b.octo", "--prefer", "theirs", out="n.octo")
    people = {one["id"]: one["given_name"] for one in colleagues.run.shown("n.octo")["people"]}
    assert people["new"] == "Ilse"


def test_a_question_only_the_other_file_has_is_listed_too(apart: Colleagues) -> None:
    apart.merge()
    (conflict,) = apart.merge("o.octo", "m.octo", out="n.octo")["conflicts"]
    assert (conflict["ours"], conflict["kept"]) == (placement("2021-11-17T11:00", "room-1"), "theirs")


def test_what_an_undo_took_back_before_is_what_both_knew(colleagues: Colleagues) -> None:
    undone = (place("ws-4", "2021-11-17T18:00"), {"do": "undo"})
    colleagues.run.edited("o.octo", "o.octo", *undone)
    (conflict,) = colleagues.went(OURS[:1], THEIRS[:1]).merge()["conflicts"]
    assert conflict["base"] == placement("2021-11-17T11:00", "room-1")


def test_items_that_both_added_stay_together(colleagues: Colleagues) -> None:
    def items(who: str) -> Entries:
        return tuple(
            {"do": "add", "table": "agenda_point", "id": f"{who}{n}",
             "values": {"session": "lightning-1", "text": {"en": f"{who} {n}"}}}
            for n in range(3)
        )  # fmt: skip

    colleagues.went(items("a"), items("b")).merge()
    order = [one["id"] for one in colleagues.session("m.octo", "lightning-1")["agenda"]]
    assert order in (["a0", "a1", "a2", "b0", "b1", "b2"], ["b0", "b1", "b2", "a0", "a1", "a2"])


def test_a_double_booking_born_of_the_merge_is_a_clash(colleagues: Colleagues) -> None:
    free = "2021-11-17T20:00"
    colleagues.went((place("ws-4", free, "room-1"),), (place("ws-5", free, "room-1"),)).merge()
    found = colleagues.run("check", "m.octo", "--json").json["conflicts"]
    booked = [one["sessions"] for one in found if one["rule"] == "room-double-booked"]
    assert booked == [["ws-4", "ws-5"]]


# -- what cannot be done


def test_two_conferences_are_never_mixed(run: Command, sample: str) -> None:
    run.done("sample", "octopus-2019", "-o", "other.octo")
    ran = run("merge", sample, "other.octo", "-o", "m.octo", "--json")
    assert (ran.status, ran.out, "another conference" in ran.err) == (2, "", True)
    assert "m.octo" not in run.files()


def test_attachments_of_both_sides_come_along(apart: Colleagues) -> None:
    import hashlib

    for file, content in (("a.octo", b"one"), ("b.octo", b"two")):
        path = apart.run.folder / file
        kept = {hashlib.sha256(content).hexdigest(): content}
        path.write_bytes(octo.write(octo.read(path).log, enclosed=Enclosures(kept)))
    apart.merge()
    assert sorted(octo.read(apart.run.folder / "m.octo").enclosed.attachments.values()) == [b"one", b"two"]
