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
        total.update(_scores(line.text))
        total.update([line.language] if line.language in vocabulary.LANGUAGES else [])
    return max(vocabulary.LANGUAGES, key=lambda code: total[code])


def language_of_line(line: Line, default: str) -> str:
    """As declared, where the words do not say otherwise; another than `default` only where they leave no doubt.

    Word marks what is typed with the language of the keyboard, so a declaration alone is no proof, but where this program
    wrote the document (the line has one of its styles) it is.
    """
    declared = line.language if line.language in vocabulary.LANGUAGES else ""
    if declared and (line.style or line.named):
        return declared
    scores = _scores(line.text)
    best = max(vocabulary.LANGUAGES, key=lambda code: (scores[code], code == declared, code == default))
    if not scores[best]:
        return declared or default
    return best if not scores[default] or scores[best] > 2 * scores[default] else default


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
