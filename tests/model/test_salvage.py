# SPDX-License-Identifier: EUPL-1.2
"""What is sound of a damaged log is kept, as it was made where that is possible, and what is lost is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from octodesk.exchange import octo
from octodesk.model.beginning import Pen
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.log import Log
from octodesk.model.salvage import Salvage, Scrap, salvaged
from octodesk.model.stamped import Stamped
from tests.build import ANA, BEN, at, log_of, session, stamped_into
from tests.model.examples import examples
from tests.model.replicas import Act, World, histories, shown

PEN = Pen(ANA, "d9", "2021-10-06T08:00:00Z", lambda: b"s" * 16)


def scrap(edit: Stamped) -> Scrap:
    return Scrap(edit.core, edit.values, frozenset({edit.id}))


def saved(scraps: Iterable[Scrap]) -> Salvage:
    done = salvaged(list(scraps), PEN)
    assert done is not None
    assert octo.read(octo.write(done.log)).log.heads == done.log.heads
    return done


def history() -> Log:
    """Five edits: made, moved, shortened, shortened again, and the second of these undone."""
    log = log_of(session("yoga", at("A"), minutes=60))
    stamped_into(log, Edit("moved", (Change("session", "yoga", "placement", at("B", "11:00").plain()),)))
    stamped_into(log, Edit("set", (Change("session", "yoga", "minutes", 50),)))
    second = stamped_into(log, Edit("set", (Change("session", "yoga", "minutes", 40),)), author=BEN)
    stamped_into(log, Edit("undone", kind="undo", retracts=second.id), author=BEN)
    return log


def spoilt(edits: Iterable[Stamped], place: int, spoil: Callable[[Scrap], Scrap]) -> list[Scrap]:
    scraps = [scrap(one) for one in edits]
    scraps[place] = spoil(scraps[place])
    return scraps


def broken_core(one: Scrap) -> Scrap:
    return replace(one, core=one.core.replace('"wall":"2021', '"wall":"2022'))


def test_a_sound_log_stays_as_it_is() -> None:
    log = history()
    done = saved(map(scrap, log))
    assert (list(done.log), done.is_whole) == (list(log), True)


def test_the_end_of_a_log_cut_off_is_missed_and_the_rest_stays() -> None:
    log = history()
    done = saved([scrap(one) for one in log][:3])
    assert (list(done.log), done.is_whole) == (list(log)[:3], True)


def test_what_stands_on_a_lost_edit_is_written_again() -> None:
    log = history()
    edits = list(log)
    done = saved(spoilt(log, 1, broken_core))
    session_ = Document.of_log(done.log).session("yoga")
    assert (session_.minutes, session_.placement, done.guessed) == (50, at("B", "11:00"), 1)
    assert (done.rewritten, done.unsound, list(done.log)[:1]) == (
        tuple(one.id for one in edits[2:]),
        1,
        edits[:1],
    )


def test_without_its_first_edit_a_log_begins_anew_with_what_is_left() -> None:
    log = history()
    done = saved(spoilt(log, 0, broken_core))
    assert [one.kind for one in done.log] == ["create"]
    assert (len(done.rewritten), done.unsound) == (4, 1)
    assert shown(Document.of_log(done.log)) == shown(Document.of_log(log))


def test_a_name_that_is_spoilt_becomes_no_name() -> None:
    log = history()
    done = saved(spoilt(log, 1, lambda one: replace(one, core=one.core.replace("placement", "placemenu"))))
    assert (done.unsound, done.guessed) == (1, 0)


def test_a_lost_value_gives_way_to_the_newest_that_survives() -> None:
    log = history()
    key = ("session", "yoga", "minutes")
    done = saved(spoilt(log, 2, lambda one: replace(one, values=(("0" * 32, 50),))))
    assert (done.lost, done.unsound, done.rewritten) == ((key,), 0, ())
    assert Document.of_log(done.log).session("yoga").minutes == 60
    assert {one.id for one in log} < {one.id for one in done.log}


def test_an_undo_whose_edit_is_sound_is_done_again() -> None:
    log = history()
    edits = list(log)
    beside = stamped_into(log, Edit("nothing", (Change("session", "yoga", "note", "x"),)))
    second = stamped_into(log, Edit("undone", kind="undo", retracts=edits[1].id))
    done = saved([scrap(one) for one in log if one.id != beside.id])
    assert second.id in done.rewritten
    assert Document.of_log(done.log).session("yoga").placement == at("A")


def test_a_spoilt_name_is_mended_by_those_who_name_it_rightly() -> None:
    log = history()
    done = saved(spoilt(log, 1, lambda one: replace(one, named=frozenset({"f" * 64}))))
    assert (list(done.log), done.is_whole) == (list(log), True)


def test_copies_complete_each_other() -> None:
    log = history()
    one = spoilt(log, 1, broken_core)
    other = spoilt(log, 2, lambda it: replace(it, values=(None,)))
    done = saved([*one, *other])
    assert (list(done.log), done.rewritten, done.lost) == (list(log), (), ())


def test_nothing_sound_is_nothing() -> None:
    assert salvaged([Scrap("{}", ()), Scrap("", ())], PEN) is None


@examples(100)
@given(histories, st.data())
def test_no_sound_value_is_lost(acts: list[Act], data: st.DataObject) -> None:
    """Whatever edits are spoilt: every value of the others is in the result's log, and any reader takes it."""
    log = World.after(acts).union()
    places = data.draw(st.sets(st.integers(0, len(log) - 1), max_size=3))
    done = salvaged(
        [broken_core(scrap(one)) if n in places else scrap(one) for n, one in enumerate(log)], PEN
    )
    sound = {one.id for n, one in enumerate(log) if n not in places}
    if done is None:
        assert not sound
        return
    kept = {one.id for one in done.log} & sound
    assert kept | set(done.rewritten) == sound
    assert octo.read(octo.write(done.log)).log.heads == done.log.heads
