# SPDX-License-Identifier: EUPL-1.2
"""Dates as programmes write them: headings of days, and the days a conference lasts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from octodesk.exchange.papers.wordbook import folded, language_of_day_words, month_numbers, weekday_numbers
from octodesk.model import clock

_MONTH: Final = "(?:" + "|".join(sorted(month_numbers(), key=len, reverse=True)) + r")(?![a-z])\.?"
_WEEKDAY: Final = "(?:" + "|".join(sorted(weekday_numbers(), key=len, reverse=True)) + r")(?![a-z])\.?"
_NTH: Final = r"(?:st|nd|rd|th|er|º|°|\.º)?"
_OF: Final = r"(?:\s*(?:de|del|of)\s+|\s+|\s*[-/]\s*)"
_DAY_NUMBER: Final = (
    r"(?:(?:day|jour|journee|dia|jornada)\s*(?P<n>\d{1,2}|one|two|three|i{1,3})\s*[:.–—,|-]?\s*)?"
)
_LABEL: Final = r"(?P<label>\s*(?:[:–—,(|·-]|\s-).*)?"
_HEADINGS: Final = (
    re.compile(
        rf"{_DAY_NUMBER}(?:le\s+|el\s+)?(?P<weekday>{_WEEKDAY})?[\s,]*(?:the\s+|le\s+)?(?P<day>\d{{1,2}}){_NTH}{_OF}(?P<month>{_MONTH})"
        rf"(?:(?:\s+|\s*,\s*|\s+del?\s+)(?P<year>\d{{4}}))?{_LABEL}"
    ),
    re.compile(
        rf"{_DAY_NUMBER}(?P<weekday>{_WEEKDAY})?[\s,]*(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_NTH}(?!\d)"
        rf"(?:\s*,?\s*(?P<year>\d{{4}}))?{_LABEL}"
    ),
    re.compile(rf"{_DAY_NUMBER}(?P<weekday>{_WEEKDAY})?[\s,]*(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d){_LABEL}"),
    re.compile(
        rf"{_DAY_NUMBER}(?P<weekday>{_WEEKDAY})?[\s,]*(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})(?:[./](?P<year>\d{{4}}|\d\d))?{_LABEL}"
    ),
)  # fmt: skip
_ALONE: Final = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})|(?:day|jour|journee|dia|jornada)\s*(?P<n>\d{{1,2}}|one|two|three|i{{1,3}})){_LABEL}"
)
_LONGEST_HEADING: Final = 120
_NUMBER_WORDS: Final = {"one": 1, "two": 2, "three": 3, "i": 1, "ii": 2, "iii": 3}


@dataclass(frozen=True, slots=True)
class DayWords:
    """What a heading says of its day. 0, -1 or "" where it does not say it; weekday 0 is Monday, `nth` from 1."""

    day: int = 0
    month: int = 0
    year: int = 0
    weekday: int = -1
    nth: int = 0
    label: str = ""
    language: str = ""


def read_day(text: str) -> DayWords | None:
    """A line or cell that is the heading of a day; None for any other."""
    text, _, second = text.strip().partition(" / ")
    if second and read_day(second) is None:
        return None
    plain = folded(text)
    if not plain or len(plain) > _LONGEST_HEADING:
        return None
    for pattern in _HEADINGS:
        if match := pattern.fullmatch(plain):
            return _day_words(match, text)
    match = _ALONE.fullmatch(plain)
    return _alone(match, text) if match else None


def _day_words(match: re.Match[str], text: str) -> DayWords | None:
    given = match.groupdict()
    day, month = int(given["day"]), _month(given["month"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    year = int(given["year"] or 0)
    spoken = (language_of_day_words(word) for word in _day_names(given))
    return DayWords(
        day, month, year + 2000 if 0 < year < 100 else year, _weekday(given["weekday"]), 0,
        _label(given["label"], text), next((one for one in spoken if one), ""),
    )  # fmt: skip


def _day_names(given: dict[str, str | None]) -> list[str]:
    return [(given.get(name) or "").strip(".") for name in ("weekday", "month")]


def _alone(match: re.Match[str], text: str) -> DayWords:
    given = match.groupdict()
    nth = given["n"] or ""
    number = _NUMBER_WORDS.get(nth) or int(nth or 0)
    weekday = (given["weekday"] or "").strip(".")
    return DayWords(
        weekday=_weekday(given["weekday"]), nth=number, label=_label(given["label"], text),
        language=language_of_day_words(weekday),
    )  # fmt: skip


def _month(written: str) -> int:
    return int(written) if written.isdigit() else month_numbers()[written.strip(".")]


def _weekday(written: str | None) -> int:
    return weekday_numbers()[written.strip(".")] if written else -1


def _label(folded_label: str | None, text: str) -> str:
    words = text[len(text) - len(folded_label) :] if folded_label else ""
    return words.strip(" :–—,|·-").removeprefix("(").removesuffix(")").strip()


# ---- the days a conference lasts

_YEAR: Final = r"(?:(?:\s+|\s*,\s*|\s+del?\s+)(?P<year{}>\d{{4}}))?"
_TO: Final = (
    r"\s*(?:-|–|—|to|until|till|through|au|al|et|and|y|a|hasta(?: el)?|jusqu'au)\s*(?:le\s+|the\s+|el\s+)?"
)
_RANGES: Final = (
    re.compile(
        rf"(?<!\d)(?P<day1>\d{{1,2}}){_NTH}(?:{_OF}(?P<month1>{_MONTH})?)?{_YEAR.format(1)}{_TO}(?:{_WEEKDAY}\s+)?"
        rf"(?P<day2>\d{{1,2}}){_NTH}{_OF}(?P<month2>{_MONTH}){_YEAR.format(2)}"
    ),
    re.compile(
        rf"(?P<month1>{_MONTH})\s+(?P<day1>\d{{1,2}}){_NTH}{_YEAR.format(1)}{_TO}(?:(?P<month2>{_MONTH})\s+)?(?P<day2>\d{{1,2}})"
        rf"{_NTH}{_YEAR.format(2)}"
    ),
)
_ONE_DAY: Final = (
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}){_NTH}{_OF}(?P<month>{_MONTH})(?:(?:\s+|\s*,\s*|\s+del?\s+)(?P<year>\d{{4}}))?"
    ),
    re.compile(rf"(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}}){_NTH}(?!\d)(?:\s*,?\s*(?P<year>\d{{4}}))?"),
)


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The first and last day found in a text, and where they stand in it."""

    first: date
    last: date
    begin: int
    end: int
    language: str = ""


def read_span(text: str, *, year: int = 0) -> DaySpan | None:
    """The days a text names: a range, else a single day. `year` is for what says none; without one it is no date."""
    plain = folded(text)
    for pattern in _RANGES:
        for match in pattern.finditer(plain):
            if found := _span(match, year):
                return found
    return read_one_day(text, year=year)


def read_one_day(text: str, *, year: int = 0) -> DaySpan | None:
    plain = folded(text)
    for pattern in _ONE_DAY:
        for match in pattern.finditer(plain):
            day = day_of(int(match["year"] or year), _month(match["month"]), int(match["day"]))
            if day:
                return DaySpan(
                    day, day, match.start(), match.end(), language_of_day_words(match["month"].strip("."))
                )
    return None


def _span(match: re.Match[str], year: int) -> DaySpan | None:
    last_year = int(match["year2"] or year)
    month2 = _month(match["month2"] or match["month1"])
    month1 = _month(match["month1"]) if match["month1"] else month2
    first_year = int(match["year1"] or (last_year - 1 if month1 > month2 else last_year))
    first = day_of(first_year, month1, int(match["day1"]))
    last = day_of(last_year, month2, int(match["day2"]))
    if not first or not last or last < first:
        return None
    word = (match["month2"] or match["month1"]).strip(".")
    return DaySpan(first, last, match.start(), match.end(), language_of_day_words(word))


def day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where there is none."""
    if year not in clock.YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def years_in(text: str) -> list[int]:
    return [int(found) for found in re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", text)]
