# SPDX-License-Identifier: EUPL-1.2
"""What stands behind a title or on a line of its own: the room, the languages, who may come, whether it is certain."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.wordbook import folded, found, language_list, matches

_ROOM: Final = re.compile(
    rf"(?:(?:in|en|dans|a|au)\s+)?(?:(?:the|la|l'|le|el)\s*)?(?:(?:[\w'.-]+\s){{0,3}})?(?:{vocabulary.ROOMS})(?:\s[\w'.&-]+){{0,3}}"
)
_ROOM_FIRST: Final = re.compile(rf"(?:{vocabulary.ROOMS})\b")
_PLACE: Final = re.compile(
    rf"(?:(?:in|at|en|dans|a|au)\s+)?(?:(?:the|la|l'|le|el)\s*)?(?:[\w'.-]+\s){{0,2}}(?:{vocabulary.PLACES})\b.{{0,50}}"
)
_LEADING: Final = re.compile(r"^(?:(?:in|en|dans)\s+)?(?:(?:the|la|l['’]|le|el)\s+)?", re.IGNORECASE)
_INTERPRETATION: Final = re.compile(
    rf"(?:with |avec |con )?(?:{vocabulary.INTERPRETATION})\s*[:–-]?\s*(?P<codes>.+)"
)
_INTO: Final = re.compile(r"(?:into|in|en|vers|al|a)\s+")
_BEFORE_INTERPRETATION: Final = re.compile(rf"(?P<codes>.+?)\s+(?:{vocabulary.INTERPRETATION})")
_NO_INTERPRETATION: Final = re.compile(rf"(?:no|without|sans|sin)\s+(?:{vocabulary.INTERPRETATION})")
_ONLY: Final = re.compile(
    rf"(?:in )?(?P<codes>.+?)\s+(?:{vocabulary.ONLY})|(?:{vocabulary.ONLY})\s+(?:en\s+)?(?P<codes2>.+)"
)
_CODES: Final = re.compile(r"[A-Z]{2,3}(?:\s?[/+-]\s?[A-Z]{2,3})+")
_CANCELLED: Final = r"cancelled|canceled|annule[e]?|cancelad[oa]|anulad[oa]"
_TAIL: Final = re.compile(
    r"^(?P<head>.*\S)\s*(?:\((?P<inside>[^()]*)\)|(?P<sep>,|;|\s[–—-]|\s?[|·])\s+(?P<piece>[^,;|·()]+?))\s*[.]?$"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing said beside the title: what (room, place, interpretation, floor, access, status) and its value."""

    what: str
    words: str
    codes: tuple[str, ...] = ()


def fact_of(words: str, rooms: frozenset[str] = frozenset()) -> Fact | None:
    """What a few words say; `rooms` are the folded names of rooms known already. None for anything else."""
    words = words.strip(" .,;:–—-")
    plain = folded(words)
    if not words or len(words) > 90:
        return None
    return _spoken(words, plain) or _access(words) or _status(words) or _where(words, plain, rooms)


def _spoken(words: str, plain: str) -> Fact | None:
    if _NO_INTERPRETATION.fullmatch(plain):
        return Fact("interpretation", words)
    for pattern in (_INTERPRETATION, _BEFORE_INTERPRETATION):
        match = pattern.fullmatch(plain)
        codes = match and (
            language_list(match["codes"]) or language_list(_INTO.sub("", match["codes"], count=1))
        )
        if codes:
            return Fact("interpretation", words, codes)
    match = _ONLY.fullmatch(plain)
    if match and (codes := language_list(match["codes"] or match["codes2"])):
        return Fact("floor", words, codes)
    if _CODES.fullmatch(words) and (codes := language_list(words)):
        return Fact("interpretation", words, codes)
    return None


def _access(words: str) -> Fact | None:
    return next(
        (Fact("access", kind) for kind, phrases in vocabulary.ACCESS.items() if matches(phrases, words)), None
    )


def _status(words: str) -> Fact | None:
    if matches(vocabulary.UNKNOWN_PERSON, words):
        return Fact("status", "to-be-confirmed")
    return Fact("status", "cancelled") if matches(_CANCELLED, words) else None


def _where(words: str, plain: str, rooms: frozenset[str]) -> Fact | None:
    bare = _LEADING.sub("", words)
    if folded(bare) in rooms:
        return Fact("room", bare)
    if _PLACE.fullmatch(plain):
        return Fact("place", words)
    if _ROOM_FIRST.match(folded(bare)) and len(bare.split()) <= 5:
        return Fact("room", bare)
    return (
        Fact("room", bare)
        if _ROOM.fullmatch(plain) and bare[:1].isupper() and len(bare.split()) <= 4
        else None
    )


def without_tail(text: str, rooms: frozenset[str] = frozenset()) -> tuple[str, list[Fact]]:
    """(the title, the facts that stood behind it): "Elections and rumour – Room 7 – FR/EN"."""
    facts: list[Fact] = []
    while (match := _TAIL.match(text)) is not None:
        told = (
            _inside(match["inside"], rooms) if match["inside"] is not None else _piece(match["piece"], rooms)
        )
        if not told:
            break
        facts[:0] = told
        text = match["head"].rstrip(" ,;–—-|·")
    return text, facts


def _inside(words: str, rooms: frozenset[str]) -> list[Fact]:
    """What stands in brackets, where all of it is understood."""
    told = [fact_of(one, rooms) or _language_alone(one) for one in re.split(r"[,;]|\s[–—-]\s", words)]
    return [fact for fact in told if fact] if all(told) else []


def _language_alone(words: str) -> Fact | None:
    codes = language_list(words)
    return Fact("floor" if len(codes) == 1 else "interpretation", words, codes) if codes else None


def _piece(words: str, rooms: frozenset[str]) -> list[Fact]:
    fact = fact_of(words, rooms)
    return [fact] if fact else []


def facts_line(text: str, rooms: frozenset[str] = frozenset()) -> list[Fact]:
    """A line that holds nothing but facts: "Hemicycle – Interpretation EN/FR/ES"; [] for any other."""
    pieces = re.split(
        r"\s[–—-]\s|[;·|]|,\s(?!\s*(?:and|et|y)\b)", text.strip().removeprefix("(").removesuffix(")")
    )
    told: list[Fact] = []
    for words in _joined_languages(pieces):
        fact = fact_of(words, rooms)
        if fact is None:
            return []
        told.append(fact)
    return told


def _joined_languages(pieces: list[str]) -> list[str]:
    """ "Interpretation: English, French" was parted at its comma: put together again."""
    joined: list[str] = []
    for words in (piece.strip() for piece in pieces):
        if joined and found(vocabulary.INTERPRETATION, joined[-1]) and language_list(words):
            joined[-1] += f", {words}"
        elif words:
            joined.append(words)
    return joined
