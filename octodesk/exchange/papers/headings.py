# SPDX-License-Identifier: EUPL-1.2
"""Which sessions a line of the front page's list of topics stands for, by the words they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.wordbook import folded

_SHORTEST = 3
_STEM = 6
"""Letters by which words are compared: workshop and workshops, offender and offenders."""
_LEAST_SHARE = 0.08
"""Of the weight of a session's words that a line must hold to stand for it."""
_COMMON = frozenset(word for words in vocabulary.COMMON.values() for word in words.split())


def sessions_by_heading(headings: Sequence[str], sessions: Mapping[str, str]) -> list[list[str]]:
    """For each line the ids of its sessions, given as {id: label and title}. A session goes to the line it shares most with.

    Where there is but one session, every line is about it: the titles of a special event.
    """
    if len(sessions) == 1:
        return [list(sessions) for _ in headings]
    stems = {one: _stems(words) for one, words in sessions.items()}
    lines = [_stems(words) for words in headings]
    weights = _weights([*stems.values(), *lines])
    found: list[list[str]] = [[] for _ in headings]
    for one, words in stems.items():
        shared = [sum(weights[word] for word in words & line) for line in lines]
        best = max(range(len(lines)), key=lambda at: shared[at], default=None)
        whole = sum(weights[word] for word in words)
        if best is not None and whole and shared[best] / whole > _LEAST_SHARE:
            found[best].append(one)
    return found


def _stems(words: str) -> frozenset[str]:
    found = re.findall(r"[a-z0-9]+", folded(words))
    return frozenset(word[:_STEM] for word in found if len(word) >= _SHORTEST and word not in _COMMON)


def _weights(texts: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """Rare words weigh much, words that stand nearly everywhere nothing."""
    counts = Counter(word for text in texts for word in text)
    return {word: max(log(len(texts) / (2.2 * count)), 0.0) for word, count in counts.items()}
