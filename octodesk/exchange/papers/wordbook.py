# SPDX-License-Identifier: EUPL-1.2
"""Looking words up in the vocabulary, whatever their accents, case and apostrophes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from octodesk import languages
from octodesk.exchange.papers import vocabulary


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Without accents and capitals, apostrophes straight, every space a plain one: as long as the text, letter for letter.

    Each line is looked at by many rules, so what was folded lately is kept.
    """
    if text.isascii():
        return text.lower().translate(_SPACES)
    return "".join(map(_fold_letter, text))


_SPACES = dict.fromkeys((*range(9, 14), *range(28, 32)), " ")


@cache
def _fold_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    if letter in "’‘ʼ`´":
        return "'"
    if letter in "‐‑":
        return "-"
    return (languages.folded(letter) or letter)[:1]


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text, folded and without what surrounds it, is one of the pattern's phrases; of a text in two
    languages ("Time / Heure") both parts."""
    parts = [part.strip(" :.–—-*_()") for part in folded(text).split(" / ")]
    return all(re.fullmatch(rf"(?:{pattern})", part) for part in parts)


def found(pattern: str, text: str) -> re.Match[str] | None:
    """Where the folded text has one of the pattern's phrases as words of their own."""
    return re.search(rf"(?<![^\W\d_])(?:{pattern})(?![^\W\d_])", folded(text))


@cache
def month_numbers() -> Mapping[str, int]:
    listed = (
        (name, number)
        for names in vocabulary.MONTHS.values()
        for number, name in enumerate(names.split(), start=1)
    )
    return {**vocabulary.MORE_MONTHS, **dict(listed)}


@cache
def weekday_numbers() -> Mapping[str, int]:
    listed = (
        (name, number) for names in vocabulary.WEEKDAYS.values() for number, name in enumerate(names.split())
    )
    return {**vocabulary.MORE_WEEKDAYS, **dict(listed)}


@cache
def language_of_day_words(word: str) -> str:
    """The language a month or weekday is written in, "" where several have it."""
    tables = (vocabulary.MONTHS, vocabulary.WEEKDAYS)
    spoken = {code for table in tables for code, names in table.items() if word in names.split()}
    return spoken.pop() if len(spoken) == 1 else ""


@cache
def language_codes() -> Mapping[str, str]:
    """Codes by the names of languages in all the program's languages, and by the codes themselves."""
    known = "ar bg bs ca cs da de el en es et fi fr he hr hu hy it ja ka ko lt lv mk nl no pl pt ro ru sk sl sq sr sv tr uk zh"
    by_name = {
        folded(languages.language_name(code, spoken)): code
        for spoken in vocabulary.LANGUAGES
        for code in known.split()
    }
    by_code3 = {languages.language_code3(code).lower(): code for code in known.split()}
    return {**by_name, **by_code3, **{code: code for code in known.split()}, "ua": "uk", "castellano": "es"}


def language_list(text: str) -> tuple[str, ...] | None:
    """The codes of "EN/FR/ES", "English, French and Spanish"; None where a word of it is no language."""
    words = [one for one in re.split(r"[\s,/;&+.\-–]+|\b(?:and|et|y|e)\b", folded(text)) if one]
    codes = [language_codes().get(word) for word in words]
    if not codes or None in codes:
        return None
    return tuple(dict.fromkeys(code for code in codes if code))


def country_code(text: str) -> str:
    """The ISO 3166 code of a country's name in any of the program's languages, "" for what is none."""
    wanted = folded(text).strip(" .,;()")
    return vocabulary.COUNTRIES.get(wanted) or languages.country_codes().get(wanted, "")
