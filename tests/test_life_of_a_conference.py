# SPDX-License-Identifier: EUPL-1.2
"""A conference is edited, undone, redone, saved and loaded at random; after each step the document is compared with one
built anew from the log, and a model of undo and redo says what it must be."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from octodesk.edits.verbs import Hand, edit_of
from octodesk.exchange import octo
from octodesk.exchange.shown import shown
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from tests.build import ANA, at, desk_on, log_of, part, person, point, session

SESSIONS = ("yoga", "dance", "tea", "pause")
ROOMS = ("A", "B", "C")
PEOPLE = ("ana", "ben")

starts = st.builds(
    "2021-11-{}T{:02}:{:02}".format, st.integers(16, 18), st.integers(7, 20), st.sampled_from([0, 15, 30])
)
some_rooms = st.lists(st.sampled_from(ROOMS), max_size=2)
words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)


def entry(do: str, **facts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"do": st.just(do), **facts})


session_ids, room_ids, person_ids = map(st.sampled_from, (SESSIONS, ROOMS, PEOPLE))

entries = st.one_of(
    entry("place", session=session_ids, start=starts, rooms=some_rooms, exclusive=st.booleans()),
    entry("unplace", session=session_ids),
    entry("resize", session=session_ids, minutes=st.integers(0, 300)),
    entry("swap", first=session_ids, second=session_ids),
    entry("shift", day=st.just("2021-11-17"), **{"from": st.just("09:00")}, minutes=st.integers(-60, 60)),
    entry("set", table=st.just("session"), id=session_ids, field=st.just("title"),
          language=st.sampled_from(["en", "fr", "es"]), value=words),
    entry("set", table=st.just("session"), id=session_ids, field=st.just("locked_time"), value=st.booleans()),
    entry("add", table=st.just("person"), values=st.fixed_dictionaries({"family_name": words, "country": st.just("FR")})),
    entry("delete", table=st.just("session"), id=session_ids),
    entry("delete", table=st.just("room"), id=room_ids),
    entry("delete", table=st.just("person"), id=person_ids),
    entry("contribute", session=session_ids, person=person_ids, role=st.sampled_from(["speaker", "chair"])),
    entry("replace-person", old=person_ids, new=person_ids),
    entry("reorder", table=st.just("agenda_point"), id=st.sampled_from(["p1", "p2"]), after=st.none()),
)  # fmt: skip


class LifeOfAConference(RuleBasedStateMachine):
    """`_past` are the states undo goes back to, `_future` those redo goes forward to, the nearest last."""

    @initialize()
    def begin(self) -> None:
        log = log_of(
            session("yoga", at("A", "10:00")),
            session("dance", at("B", "11:00"), minutes=30),
            session("pause", at((), "12:00", exclusive=True), kind="break"),
            session("tea"),
            person("ana"),
            person("ben"),
            part("yoga", "ana", "moderator"),
            point("p1", "yoga"),
            point("p2", "yoga"),
        )
        self.desk = desk_on(log)
        self._chance = 0
        self._past: list[dict[str, Any]] = []
        self._future: list[dict[str, Any]] = []

    def _fresh(self, count: int) -> bytes:
        self._chance += 1
        return self._chance.to_bytes(count, "big")

    @rule(given=entries)
    def edit(self, given: dict[str, Any]) -> None:
        before, count = shown(self.desk.document), len(self.desk.log())
        try:
            self.desk.apply(edit_of(self.desk.document, given, Hand(ANA.id, self._fresh)))
        except Refused:
            assert shown(self.desk.document) == before
        if len(self.desk.log()) > count:
            self._past.append(before)
            self._future.clear()

    @rule()
    def undo(self) -> None:
        now = shown(self.desk.document)
        undone = self.desk.undo()
        assert (undone is None) == (not self._past)
        if undone is not None:
            self._future.append(now)
            assert shown(self.desk.document) == self._past.pop()

    @precondition(lambda self: self._future)
    @rule()
    def redo(self) -> None:
        now = shown(self.desk.document)
        assert self.desk.redo() is not None
        self._past.append(now)
        assert shown(self.desk.document) == self._future.pop()

    @precondition(lambda self: not self._future)
    @rule()
    def redo_without_an_undo_before_it(self) -> None:
        assert self.desk.redo() is None

    @rule()
    def save_and_load(self) -> None:
        before = self.desk.document
        self.desk = desk_on(octo.read(octo.write(self.desk.log())).log)
        assert self.desk.document == before

    @invariant()
    def document_is_what_its_log_says(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.document == Document.of_log(self.desk.log())


TestLifeOfAConference = LifeOfAConference.TestCase
