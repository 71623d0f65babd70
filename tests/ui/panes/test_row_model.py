# SPDX-License-Identifier: EUPL-1.2
"""A model that changes row by row, checked by Qt's own model tester."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from octodesk.ui.panes.row_model import Index, RowModel
from tests.ui.panes.conftest import Watch


@dataclass(frozen=True)
class Letter:
    key: str
    words: str = ""


class Letters(RowModel[Letter]):
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.row(index).words if role == Qt.ItemDataRole.DisplayRole else None


def letters(words: str) -> list[Letter]:
    return [Letter(letter) for letter in words]


@pytest.fixture
def model(qtbot: QtBot, watch: Watch) -> Letters:
    made = Letters()
    watch(made)
    return made


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "abc"),
        ("abc", ""),
        ("abcdef", "ace"),
        ("ace", "abcdef"),
        ("abc", "cba"),
        ("abcd", "xbya"),
        ("ab", "cd"),
    ],
)
def test_it_comes_to_hold_the_rows_it_is_given(model: Letters, before: str, after: str) -> None:
    model.start_over(letters(before))
    model.take(letters(after))
    assert list(model.rows) == letters(after)


@settings(max_examples=60)
@given(
    rows=st.lists(
        st.permutations("abcdef").flatmap(lambda p: st.integers(0, 6).map(lambda n: p[:n])), max_size=5
    )
)
def test_any_rows_can_follow_any_others(qapp: object, rows: list[list[str]]) -> None:
    model = Letters()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for keys in rows:
        wanted = [Letter(key, str(place)) for place, key in enumerate(keys)]
        model.take(wanted)
        assert list(model.rows) == wanted
    del tester


def test_a_row_that_stays_keeps_its_place_in_the_views(model: Letters) -> None:
    model.take(letters("abc"))
    held = QPersistentModelIndex(model.index(1, 0))
    model.take(letters("cxb"))
    assert (held.isValid(), held.row()) == (True, 2)


def test_only_changed_rows_are_told(qtbot: QtBot, model: Letters) -> None:
    model.take(letters("abc"))
    with qtbot.waitSignal(model.dataChanged) as told:
        model.take([Letter("a"), Letter("b", "B"), Letter("c")])
    assert [index.row() for index in told.args[:2]] == [1, 1]


def test_the_same_rows_again_tell_nothing(qtbot: QtBot, model: Letters) -> None:
    model.take(letters("abc"))
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.take(letters("abc"))
