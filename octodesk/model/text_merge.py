# SPDX-License-Identifier: EUPL-1.2
"""A long text that two people changed, put together by words: what only one touched is taken from that one.

The three-way merge of diff3 (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007): words that stand in
all three texts hold it together, and what lies between two of them is a piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text as it was before, and as each side has it."""

    base: str
    mine: str
    theirs: str

    @property
    def together(self) -> str | None:
        """What both sides' work makes of it; None where both changed it, each in another way."""
        if self.mine == self.theirs or self.theirs == self.base:
            return self.mine
        return self.theirs if self.mine == self.base else None


def merged(base: str, mine: str, theirs: str) -> str | None:
    """Both sides' changes in one text; None where they changed the same words."""
    found = [piece.together for piece in pieces(base, mine, theirs)]
    whole = [words for words in found if words is not None]
    return "".join(whole) if len(whole) == len(found) else None


def pieces(base: str, mine: str, theirs: str) -> tuple[Piece, ...]:
    """The texts in pieces; put together again, each side's pieces are its text."""
    words, ours, others = (_WORD.findall(text) for text in (base, mine, theirs))
    kept_here, kept_there = dict(_kept(words, ours)), dict(_kept(words, others))
    found: list[Piece] = []
    at = here = there = 0
    for place in range(len(words)):
        if place in kept_here and place in kept_there:
            ends = (place, kept_here[place], kept_there[place])
            found += _piece(words[at : ends[0]], ours[here : ends[1]], others[there : ends[2]])
            found.append(Piece(words[place], words[place], words[place]))
            at, here, there = (end + 1 for end in ends)
    found += _piece(words[at:], ours[here:], others[there:])
    return tuple(found)


def _kept(base: Sequence[str], side: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(place in the base, place in the side) of the words that are still there, in rising order."""
    for block in SequenceMatcher(None, base, side, autojunk=False).get_matching_blocks():
        yield from ((block.a + step, block.b + step) for step in range(block.size))


def _piece(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Piece]:
    found = Piece("".join(base), "".join(mine), "".join(theirs))
    return [found] if found != Piece("", "", "") else []
