# SPDX-License-Identifier: EUPL-1.2
"""Labels and kinds of sessions by the words they begin with: "WS 4: …", "Atelier 3", "Lightning talks I", "Pause-café"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.wordbook import folded

ANY: Final = ""
"""The kind of what is only called a session."""

_GENERAL: Final = "thematic session|working session|session|seance|sesion|seance de travail|sesion de trabajo|part|partie|parte"
_NUMBER: Final = (
    r"\s*(?:n[o°º]\.?\s*|#\s*|nr\.?\s*)?(?P<n>\d{1,3}(?![\d:.h]\d)|[ivxl]+(?![a-z'-]))(?P<more>\s?(?:bis|ter|quater|[a-d])(?![a-z]))?"
    r"\s*(?P<sep>[:.–—-]\s*|\s{2,}|$|(?=\())"
)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class Label:
    """What a session's first words say. `title` is what stands behind them; `certain` is False for a kind that only the
    first word of a title suggests."""

    kind: str
    title: str
    number: int | None = None
    written: str = ""
    """The label as typed, "WS 4 bis"."""
    extra: bool = False
    """Whether something beside the number belongs to it: "bis"."""
    language: str = ""
    certain: bool = True


@cache
def _phrases() -> tuple[tuple[str, str, str], ...]:
    """(phrase, kind, language or ""), the longest first."""
    spoken: dict[tuple[str, str], set[str]] = {}
    for kind, by_language in vocabulary.KINDS.items():
        for language, words in by_language.items():
            for phrase in words.split("|"):
                spoken.setdefault((phrase, kind), set()).add(language)
    for phrase in _GENERAL.split("|"):
        spoken[phrase, ANY] = set()
    found = [
        (phrase, kind, next(iter(codes)) if len(codes) == 1 else "")
        for (phrase, kind), codes in spoken.items()
    ]
    return tuple(sorted(found, key=lambda one: -len(one[0])))


@cache
def _pattern(numbered: bool) -> re.Pattern[str]:  # noqa: FBT001 - the key of a cache
    phrases = "|".join(dict.fromkeys(re.escape(phrase) for phrase, _, _ in _phrases()))
    end = _NUMBER if numbered else r"(?![\w-])(?P<colon>\s*:)?\s*"
    return re.compile(rf"(?P<phrase>{phrases}){end}")


def _known(phrase: str) -> tuple[str, str]:
    return next((kind, language) for known, kind, language in _phrases() if known == phrase)


def read_label(text: str) -> Label | None:
    """The label or kind a text begins with; None where its first words say neither."""
    return numbered_label(text) or _kind_alone(text)


def numbered_label(text: str) -> Label | None:
    """A label with a number."""
    plain = folded(text)
    match = _pattern(numbered=True).match(plain)
    if match is None:
        return None
    kind, language = _known(match["phrase"])
    written = text[: match.start("sep")].strip()
    return Label(
        kind, text[match.end() :].strip(), _number(match["n"]), written, bool(match["more"]), language
    )


def _number(written: str) -> int:
    if written.isdigit():
        return int(written)
    values = [_ROMAN[letter] for letter in written]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _kind_alone(text: str) -> Label | None:
    match = _pattern(numbered=False).match(folded(text))
    if match is None:
        return None
    kind, language = _known(match["phrase"])
    rest = text[match.end() :].strip()
    if kind == ANY:
        return None
    if match["colon"] and kind in vocabulary.TAKEN_OFF:
        return Label(kind, rest, language=language)
    if not rest:
        return Label(kind, "" if kind in vocabulary.TAKEN_OFF else text.strip(" :"), language=language)
    return Label(kind, text.strip(), language=language, certain=False)
