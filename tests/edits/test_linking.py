# SPDX-License-Identifier: EUPL-1.2
"""Sessions that must not meet, and sessions that come in an order."""

from __future__ import annotations

import pytest

from octodesk.edits.linking import in_order, keep_apart
from octodesk.model.document import Document
from octodesk.model.edit import Refused
from tests.build import applied, conference, session


def three() -> Document:
    return conference(session("a"), session("b"), session("c"))


def apart(document: Document) -> dict[str, tuple[str, ...]]:
    return {one.id: one.apart_from for one in document.sessions}


def test_three_are_kept_apart_and_let_go_again() -> None:
    document = applied(three(), keep_apart(three(), ["a", "b", "c"]))
    assert apart(document) == {"a": ("b", "c"), "b": ("a", "c"), "c": ("a", "b")}
    edit = keep_apart(document, ["a", "b"])
    assert edit.label == "sessions-freed"
    assert apart(applied(document, edit)) == {"a": ("c",), "b": ("c",), "c": ("a", "b")}


def test_it_is_enough_that_one_names_the_other() -> None:
    document = conference(session("a", apart_from=("b",)), session("b"))
    assert apart(applied(document, keep_apart(document, ["a", "b"]))) == {"a": (), "b": ()}


def test_each_comes_after_the_one_before_and_may_come_anywhere_again() -> None:
    document = applied(three(), in_order(three(), ["a", "b", "c"]))
    assert {one.id: one.after for one in document.sessions} == {"a": (), "b": ("a",), "c": ("b",)}
    again = applied(document, in_order(document, ["a", "b", "c"]))
    assert {one.id: one.after for one in again.sessions} == {"a": (), "b": (), "c": ()}


def test_an_unknown_session_is_refused() -> None:
    with pytest.raises(Refused, match="unknown-row"):
        keep_apart(three(), ["a", "nobody"])
