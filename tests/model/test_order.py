# SPDX-License-Identifier: EUPL-1.2
"""Order keys: always room between two, and never two people's runs mixed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.order import LONGEST, author_letters, first_keys, fits, keys_between
from tests.model.examples import examples

ANA, BEN = "a" * 16, "b" * 16

inserts = st.lists(
    st.tuples(st.sampled_from([ANA, BEN]), st.integers(0, 30), st.integers(1, 12)), max_size=14
)


def neighbours(keys: list[str], place: int) -> tuple[str | None, str | None]:
    place = place % (len(keys) + 1)
    return (keys[place - 1] if place else None), (keys[place] if place < len(keys) else None)


def grown(steps: list[tuple[str, int, int]]) -> list[str]:
    """A list into which two people insert again and again; one that grows too long is renumbered."""
    keys = first_keys(3, ANA)
    for author, place, count in steps:
        before, after = neighbours(keys, place)
        new = keys_between(before, after, count, author)
        whole = sorted([*keys, *new])
        keys = whole if fits(new, before=before, after=after) else first_keys(len(whole), author)
    return keys


@examples(100)
@given(inserts, st.integers(0, 200), st.integers(1, 30))
def test_new_keys_lie_in_order_strictly_between_their_neighbours(
    steps: list[tuple[str, int, int]], place: int, count: int
) -> None:
    keys = grown(steps)
    before, after = neighbours(keys, place)
    new = keys_between(before, after, count, BEN)
    row = [before or "", *new, *([after] if after else [])]
    assert row == sorted(set(row))
    assert fits(new, before=before, after=after) is (max(map(len, new)) <= LONGEST)


@examples(100)
@given(inserts, st.integers(0, 200), st.integers(1, 15), st.integers(1, 15))
def test_what_two_people_insert_at_one_place_never_interleaves(
    steps: list[tuple[str, int, int]], place: int, count: int, other_count: int
) -> None:
    before, after = neighbours(grown(steps), place)
    ana, ben = keys_between(before, after, count, ANA), keys_between(before, after, other_count, BEN)
    whole = sorted([*ana, *ben])
    assert whole in ([*ana, *ben], [*ben, *ana])


def test_the_first_keys_are_evenly_spaced() -> None:
    assert first_keys(3, ANA) == ["1000.aaaaaa", "1010.aaaaaa", "1020.aaaaaa"]
    assert first_keys(0, ANA) == []


@pytest.mark.parametrize("count", [1, 799, 801, 8000, 20_000])
def test_the_first_keys_of_a_list_of_any_length_lie_in_order(count: int) -> None:
    keys = first_keys(count, ANA)
    assert keys == sorted(set(keys))
    assert len(keys) == count


def test_one_behind_the_last_continues_the_row() -> None:
    assert keys_between("1020.aaaaaa", None, 1, BEN) == ["1030.bbbbbb"]


def test_a_run_shares_all_but_its_last_digits() -> None:
    run = keys_between("1000.aaaaaa", "1010.aaaaaa", 10, BEN)
    assert (run[0], run[-1]) == ("1005.bbbbbb015", "1005.bbbbbb105")
    assert {key[:11] for key in run} == {"1005.bbbbbb"}


def test_a_list_filled_at_one_place_is_renumbered_before_its_keys_grow_too_long() -> None:
    before, after, count = "1000.aaaaaa", "1010.aaaaaa", 0
    while fits(keys := keys_between(before, after, 1, BEN), before=before, after=after):
        before, count = keys[0], count + 1
    assert count > 20
    assert len(keys[0]) > LONGEST


@pytest.mark.parametrize(
    ("keys", "before", "after", "expected"),
    [
        (["5"], None, None, True),
        (["5", "6"], "4", "7", True),
        (["6", "5"], "4", "7", False),
        (["5", "5"], "4", "7", False),
        (["4"], "4", "7", False),
        (["7"], "4", "7", False),
        (["5" * LONGEST], None, None, True),
        (["5" * (LONGEST + 1)], None, None, False),
        ([""], None, None, False),
    ],
)
def test_keys_fit_when_they_are_short_and_lie_between(
    *, keys: list[str], before: str | None, after: str | None, expected: bool
) -> None:
    assert fits(keys, before=before, after=after) is expected


@pytest.mark.parametrize(("author", "letters"), [("A1-b2.c3d4", "a1b2c3"), ("é", "000000"), ("ab", "ab0000")])
def test_an_author_has_six_letters(author: str, letters: str) -> None:
    assert author_letters(author) == letters


@pytest.mark.parametrize(
    ("before", "after"), [("", ""), ("b", "c"), ("5", "5.aaaaaa"), ("zz", None), (None, "0"), ("9", "1")]
)
def test_keys_that_came_from_elsewhere_either_leave_room_or_do_not_fit(
    before: str | None, after: str | None
) -> None:
    keys = keys_between(before, after, 2, ANA)
    row = [before or "", *keys, *([after] if after is not None else [])]
    assert fits(keys, before=before, after=after) is (row == sorted(set(row)))


def appended_one_by_one(begin: str, author: str, count: int) -> list[str]:
    keys = [begin]
    for _ in range(count):
        keys += keys_between(keys[-1], None, 1, author)
    return keys[1:]


@given(st.integers(1, 40), st.integers(1, 40))
def test_what_two_people_append_one_by_one_stays_two_runs(of_ana: int, of_ben: int) -> None:
    ana = appended_one_by_one("1050.octode", "aaaaaa", of_ana)
    ben = appended_one_by_one("1050.octode", "bbbbbb", of_ben)
    assert sorted([*ana, *ben]) == [*ana, *ben]


def test_a_thousand_rows_appended_one_by_one_stay_short_and_in_order() -> None:
    keys = appended_one_by_one("1050.octode", "aaaaaa", 1000)
    assert fits(keys[:900], before="1050.octode", after=None)
    assert keys[:900] == sorted(set(keys[:900]))
