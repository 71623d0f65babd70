# SPDX-License-Identifier: EUPL-1.2
"""Two people's changes of one text in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octodesk.model.text_merge import Piece, merged, pieces

TEXT = "Judges learn how to read the traces a crime leaves. Prosecutors join them."


@pytest.mark.parametrize(
    ("mine", "theirs", "together"),
    [
        (
            "Young judges learn how to read the traces a crime leaves. Prosecutors join them.",
            "Judges learn how to read the traces a crime leaves. Prosecutors and police join them.",
            "Young judges learn how to read the traces a crime leaves. Prosecutors and police join them.",
        ),
        (TEXT, "Judges learn.", "Judges learn."),
        ("All new.", "All new.", "All new."),
        (TEXT + " Coffee is served.", "First: " + TEXT, "First: " + TEXT + " Coffee is served."),
        ("Judges learn. Prosecutors join.", "Judges read. Prosecutors join.", None),
        (TEXT.replace("crime", "theft"), TEXT.replace("crime", "fraud"), None),
        ("", TEXT.replace("crime", "fraud"), None),
    ],
)  # fmt: skip
def test_together(mine: str, theirs: str, together: str | None) -> None:
    assert merged(TEXT, mine, theirs) == together


def test_line_breaks_stay() -> None:
    assert (
        merged("One.\nTwo.\n", "One.\nTwo.\nThree.\n", "Zero.\nOne.\nTwo.\n") == "Zero.\nOne.\nTwo.\nThree.\n"
    )


def test_the_pieces_say_where_it_goes_two_ways() -> None:
    two_ways = [piece for piece in pieces("a b c", "a x c", "a y c") if piece.together is None]
    assert two_ways == [Piece("b ", "x ", "y ")]


texts = st.lists(st.sampled_from(("a", "b", "c", "a\n", "  ")), max_size=12).map(" ".join)


@given(texts, texts, texts)
def test_the_pieces_make_up_each_text(base: str, mine: str, theirs: str) -> None:
    found = pieces(base, mine, theirs)
    assert "".join(piece.base for piece in found) == base
    assert "".join(piece.mine for piece in found) == mine
    assert "".join(piece.theirs for piece in found) == theirs


@given(texts, texts)
def test_what_one_side_left_alone_is_the_other_sides(base: str, side: str) -> None:
    assert merged(base, base, side) == merged(base, side, base) == merged(base, side, side) == side


@given(texts, texts, texts)
def test_it_is_the_same_from_both_sides(base: str, mine: str, theirs: str) -> None:
    assert merged(base, mine, theirs) == merged(base, theirs, mine)
