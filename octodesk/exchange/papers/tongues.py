# SPDX-License-Identifier: EUPL-1.2
"""Which language a document and its lines are written in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.labels import read_label
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.wordbook import folded


def language_of_document(lines: Iterable[Line]) -> str:
    """The language most of the words give away; English where none does."""
    total: Counter[str] = Counter()
    for line in lines:
        total.update(_declared(line) or _scores(line.text))
    return max(vocabulary.LANGUAGES, key=lambda code: total[code])


def language_of_line(line: Line, default: str) -> str:
    """As declared; else another than `default` only where the words leave no doubt."""
    declared = next(iter(_declared(line)), "")
    if declared:
        return declared
    scores = _scores(line.text)
    best = max(vocabulary.LANGUAGES, key=lambda code: (scores[code], code == default))
    return best if scores[best] and not scores[default] else default


def _declared(line: Line) -> Counter[str]:
    words = len(line.text.split())
    return Counter({line.language: words}) if line.language in vocabulary.LANGUAGES else Counter()


def _scores(text: str) -> Counter[str]:
    found: Counter[str] = Counter()
    words = re.findall(r"[a-z]+'|[a-z]+", folded(text))
    for code, common in vocabulary.COMMON.items():
        known = set(common.split())
        found[code] += sum(word in known for word in words)
    label = read_label(text)
    if label is not None and label.language:
        found[label.language] += 2
    return found
