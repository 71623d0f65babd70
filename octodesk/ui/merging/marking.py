# SPDX-License-Identifier: EUPL-1.2
"""Two wordings of a text as one in HTML: what went struck through, what came underlined. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import escape

_WORD = re.compile(r"\S+|\s+")


ALIKE = 0.5
"""How much of two wordings must be the same for them to be shown in one."""


def marked(before: str, after: str) -> str:
    """The words of both, in order; line breaks stay. Of a text written anew first the old one, then the new."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    same = SequenceMatcher(None, old, new, autojunk=False)
    if before and same.ratio() < ALIKE:
        return _lines(f"<s>{escape(before)}</s>\n{escape(after)}")
    return _lines("".join(_marked(old, new, same)))


def _lines(html: str) -> str:
    return html.replace("\n", "<br>")


def _marked(old: Sequence[str], new: Sequence[str], same: SequenceMatcher[str]) -> Iterator[str]:
    for kind, a, b, c, d in same.get_opcodes():
        gone, come = escape("".join(old[a:b])), escape("".join(new[c:d]))
        if kind == "equal":
            yield gone
            continue
        if gone.strip():
            yield f"<s>{gone}</s>"
            yield "" if gone.endswith(" ") or not come else " "
        if come:
            yield f"<u>{come}</u>" if come.strip() else come
