# SPDX-License-Identifier: EUPL-1.2
"""What the desk does beyond single edits: one step for a stay in a field, and merges that can be undone. On both stores."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator

import pytest

from octodesk.desk import Desk, News
from octodesk.edits.fields import set_field
from octodesk.model.document import Document
from octodesk.model.edit import Author, Change, Edit, Refused
from octodesk.model.enclosures import Enclosures
from octodesk.model.log import Log
from octodesk.model.stamped import Stamped
from octodesk.model.undo import MergeStep
from octodesk.store.events import Database
from octodesk.store.memory import MemoryStore
from tests.build import ANA, BEN, CLOCK, at, log_of, session, stamped_into

Sit = Callable[[Log], Desk]


@pytest.fixture(params=["memory", "database"])
def sit(request: pytest.FixtureRequest) -> Iterator[Sit]:
    """Gives Ana's desk on a log."""
    database = Database("sqlite://")
    salts = iter(range(10**6, 10**7))

    def raised(wrong: Exception) -> None:
        raise wrong

    def desk(log: Log) -> Desk:
        store = MemoryStore(log.copy()) if request.param == "memory" else database.add(log)
        return Desk(
            store, author=ANA, device="d1", clock=lambda: CLOCK, salt=lambda: next(salts).to_bytes(16, "big"), report=raised
        )  # fmt: skip

    yield desk
    database.close()


def base() -> Log:
    return log_of(session("yoga", at("A")), session("chess"))


def titled(desk: Desk, words: str, session_id: str = "yoga", language: str = "en") -> Edit:
    return set_field(
        desk.document, table="session", row_id=session_id, field="title", language=language, value=words
    )


def bens(log: Log, *edits: Edit) -> Log:
    """Ben's copy of a log, with these edits of his."""
    copy = log.copy()
    for edit in edits or (
        Edit("field-set", (Change("session", "chess", "title.en", "Chess for all"),), ("chess",)),
    ):
        stamped_into(copy, edit, author=BEN, device="d2")
    return copy


def newest(desk: Desk) -> Stamped:
    made = desk.undo_edit()
    assert made is not None
    return made


# -- one step for a stay in a field


def test_an_edit_that_takes_anothers_place_is_one_undo_step(sit: Sit) -> None:
    desk = sit(base())
    before = desk.document
    desk.apply(titled(desk, "Yog"))
    heard: list[News] = []
    desk.listen(heard.append)
    desk.replace(newest(desk), titled(desk, "Yoga for all"))
    assert desk.document.title("yoga") == "Yoga for all"
    assert [(len(news.delta.edits), [one.kind for one in news.made]) for news in heard] == [
        (2, ["undo", "do"])
    ]
    assert desk.document == Document.of_log(desk.log())
    desk.undo()
    assert (desk.document, desk.undo_edit()) == (before, None)
    desk.redo()
    assert desk.document.title("yoga") == "Yoga for all"


def test_what_the_later_edit_does_not_touch_stays(sit: Sit) -> None:
    desk = sit(base())
    desk.apply(
        Edit("both", (Change("session", "yoga", "minutes", 90), Change("session", "yoga", "title.en", "Yog")))
    )
    desk.replace(newest(desk), titled(desk, "Yoga!"))
    assert (desk.document.session("yoga").minutes, desk.document.title("yoga")) == (90, "Yoga!")


def test_typed_back_to_what_it_was_leaves_nothing_to_undo(sit: Sit) -> None:
    desk = sit(base())
    before = desk.document
    desk.apply(titled(desk, "Yog"))
    desk.replace(newest(desk), titled(desk, "Yoga"))
    assert (desk.document, desk.undo_edit()) == (before, None)


def test_a_conflict_that_a_stay_settles_is_open_again_after_undo(sit: Sit) -> None:
    log = base()
    theirs = bens(log, Edit("field-set", (Change("session", "yoga", "title.en", "Ben's"),), ("yoga",)))
    desk = sit(log)
    desk.apply(titled(desk, "Ana's"))
    desk.merge(theirs)
    assert list(desk.document.open_fields) == [("session", "yoga", "title.en")]
    between = desk.document
    desk.apply(Edit("settled", (Change("session", "yoga", "title.en", "Both"),), kind="settle"))
    settled = newest(desk)
    desk.replace(
        settled,
        Edit("settled", (Change("session", "yoga", "title.en", between.title("yoga")),), kind="settle"),
    )
    assert (desk.document.open_fields, desk.document.title("yoga")) == ({}, between.title("yoga"))
    desk.undo()
    assert desk.document == between


def test_nothing_takes_the_place_of_what_a_colleague_built_on(sit: Sit) -> None:
    desk = sit(base())
    desk.apply(titled(desk, "Yog"))
    mine = newest(desk)
    desk.merge(
        bens(desk.log(), Edit("field-set", (Change("session", "yoga", "title.en", "Ben's"),), ("yoga",)))
    )
    before, count = desk.document, len(desk.log())
    with pytest.raises(Refused, match="others-built-on-it"):
        desk.replace(mine, titled(desk, "Yoga!"))
    assert (desk.document, len(desk.log())) == (before, count)


# -- undoing a merge


def test_undo_takes_what_came_out_again_and_writes_no_edit(sit: Sit) -> None:
    desk = sit(base())
    desk.apply(titled(desk, "Ana's"))
    before, ids = desk.document, {edit.id for edit in desk.log()}
    theirs = bens(base_of(desk))
    heard: list[News] = []
    desk.listen(heard.append)
    desk.merge(theirs, received=b"zip", source="Ben")
    assert desk.document.title("chess") == "Chess for all"
    step = desk.undo_step()
    assert isinstance(step, MergeStep)
    assert (step.source, len(step.edits), step.final) == ("Ben", 1, False)
    assert desk.undo() == step
    assert (desk.document, {edit.id for edit in desk.log()}) == (before, ids)
    assert [(news.delta.edits, news.delta.gone, news.made) for news in heard] == [
        (step.edits, (), ()),
        ((), step.edits, ()),
    ]
    assert newest(desk) == desk.undo_step()


def base_of(desk: Desk) -> Log:
    """All but what was made last."""
    log = desk.log()
    log.take_out(log.heads)
    return log


def test_merged_again_it_counts_as_taken_again(sit: Sit) -> None:
    desk = sit(base())
    theirs = bens(desk.log())
    desk.merge(theirs, source="Ben")
    after = desk.document
    desk.undo()
    desk.merge(theirs, source="Ben")
    assert desk.document == after
    assert isinstance(desk.undo_step(), MergeStep)
    desk.merge(theirs, source="Ben")
    desk.undo()
    assert desk.undo() is None


def test_own_work_since_is_taken_back_first_then_the_merge(sit: Sit) -> None:
    desk = sit(base())
    before = desk.document
    desk.merge(bens(desk.log()), source="Ben")
    desk.apply(titled(desk, "Ana's"))
    with pytest.raises(Refused, match="edited-since-merge"):
        desk.undo_merge()
    assert isinstance(desk.undo(), Stamped)
    assert isinstance(desk.undo_step(), MergeStep)
    desk.undo()
    assert (desk.document, desk.undo_step()) == (before, None)
    assert desk.document == Document.of_log(desk.log())


def test_an_older_edit_done_again_since_stands_on_the_merge(sit: Sit) -> None:
    log = base()
    desk = sit(log)
    desk.apply(titled(desk, "Ana's"))
    desk.undo()
    desk.merge(bens(log), source="Ben")
    desk.redo()
    with pytest.raises(Refused, match="edited-since-merge"):
        desk.undo_merge()
    assert isinstance(desk.undo_step(), Stamped)


def test_two_merges_are_undone_one_after_the_other(sit: Sit) -> None:
    desk = sit(base())
    start = desk.document
    cara = Author("c" * 16, "Cara")
    log = desk.log()
    desk.merge(bens(log), source="Ben")
    between = desk.document
    theirs = log.copy()
    stamped_into(
        theirs, Edit("x", (Change("session", "chess", "title.en", "Cara's"),)), author=cara, device="d3"
    )
    desk.merge(theirs, source="Cara")
    assert len(desk.document.open_fields) == 1
    desk.undo()
    assert desk.document == between
    desk.undo()
    assert desk.document == start


def test_what_was_removed_for_good_stays_removed(sit: Sit) -> None:
    log = base()
    theirs = log.copy()
    title = next(
        ref for ref, key in log.changes_in(next(iter(log)).id) if key == ("session", "chess", "title.en")
    )
    stamped_into(theirs, Edit("removed", kind="redact", redacts=(title,)), author=BEN)
    desk = sit(log)
    desk.merge(theirs, source="Ben")
    before = desk.document
    with pytest.raises(Refused) as refused:
        desk.undo()
    assert (refused.value.reason, refused.value.facts) == ("merge-removed-for-good", {"source": "Ben"})
    assert desk.document == before


def test_nothing_merged_is_no_step(sit: Sit) -> None:
    desk = sit(base())
    desk.merge(base_copy := desk.log(), source="Ben")
    assert (desk.undo_step(), desk.undo_merge(), len(desk.log())) == (None, None, len(base_copy))


# -- what lies beside the edits


def test_a_photo_attached_or_received_is_kept_once_and_outlives_the_undo_of_a_merge(sit: Sit) -> None:
    desk = sit(base())
    name = desk.attach(b"a photo")
    assert (desk.attach(b"a photo"), desk.enclosures()) == (name, Enclosures({name: b"a photo"}))
    theirs = Enclosures({hashlib.sha256(b"logo").hexdigest(): b"logo"})
    desk.merge(bens(desk.log()), source="Ben", enclosed=theirs)
    desk.undo()
    desk.merge(desk.log(), enclosed=theirs)
    assert desk.enclosures() == Enclosures({name: b"a photo"}).over(theirs)
