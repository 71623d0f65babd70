# SPDX-License-Identifier: EUPL-1.2
"""Hours as programmes write them: 13:00 – 18:00 CET, 9.00, 9h00-10h30, 14 h 30, 10 a.m. - 1 p.m., 0930-1230."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Final

from octodesk.exchange.papers.wordbook import folded

ZONES: Final[Mapping[str, str]] = {
    "cet": "Europe/Paris", "cest": "Europe/Paris", "paris time": "Europe/Paris", "strasbourg time": "Europe/Paris",
    "heure de paris": "Europe/Paris", "hora de paris": "Europe/Paris", "heure de strasbourg": "Europe/Paris",
    "gmt": "Etc/UTC", "utc": "Etc/UTC", "bst": "Europe/London", "eet": "Europe/Athens", "eest": "Europe/Athens",
    "wet": "Europe/Lisbon", "west": "Europe/Lisbon", "est": "America/New_York", "edt": "America/New_York",
    "jst": "Asia/Tokyo", "ist": "Asia/Kolkata", "msk": "Europe/Moscow",
}  # fmt: skip
"""The zone a mark behind an hour usually means."""

_HALF = r"(?P<half>[ap]\s?\.?\s?m(?:\.|\b))"
_CLOCKS: Final = (
    (re.compile(rf"(?P<h>\d{{1,2}})(?:[:.](?P<m>[0-5]\d))?\s*{_HALF}"), "2 p.m."),
    (
        re.compile(r"(?P<h>\d{1,2})\s?[:.]\s?(?P<m>[0-5]\d)(?![\d])(?:\s?(?:hrs?|h|heures?|horas?)\b\.?)?"),
        "14:00",
    ),
    (re.compile(r"(?P<h>\d{1,2})h(?P<m>[0-5]\d)(?!\d)"), "14h30"),
    (re.compile(r"(?P<h>\d{1,2})\s?h\s?(?P<m>[0-5]\d)(?!\d)"), "14 h 30"),
    (re.compile(r"(?P<h>\d{1,2})h(?![a-z\d])"), "14h30"),
    (re.compile(r"(?P<h>\d{1,2})\s(?:h|heures?|horas|hrs)(?![a-z\d])"), "14 h 30"),
    (re.compile(r"(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)(?!\d)(?:\s?(?:hrs?|h)\b)?"), "four digits"),
    (re.compile(r"(?:12\s+)?(?P<h>noon|midi|mediodia|midnight|minuit|medianoche)(?![a-z])"), "word"),
)
_BARE: Final = re.compile(r"(?P<h>\d{1,2})(?![\d:.h])")
_SEPARATOR: Final = re.compile(
    r"\s*(?:[-–—−]|/|to\b|until\b|till\b|a\b|hasta\b|jusqu'a\b|and\b|et\b|y\b)\s*(?:las\b\s*)?"
)
_BEFORE: Final = re.compile(r"\s*(?:(?:from|between|de las|de la|de|entre|a las|at|a)\s+|[(\[])?")
_ZONE: Final = re.compile(
    r"\s*\(?\s*("
    + "|".join(sorted(map(re.escape, ZONES), key=len, reverse=True))
    + r"|utc\s?[+-]\d{1,2}(?::\d\d)?|local time|"
    r"heure locale|hora local)\b\s*\)?"
)
_AFTER: Final = re.compile(r"[\s:)\].,;|·]*(?:[-–—]\s+)?")
_WORDS: Final[Mapping[str, tuple[int, int]]] = {
    "noon": (12, 0), "midi": (12, 0), "mediodia": (12, 0), "midnight": (24, 0), "minuit": (24, 0), "medianoche": (24, 0),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hours:
    """From one hour until another (None: a single time). `form` is one of languages.TIME_FORMS, "" for any other."""

    start: time
    end: time | None
    rest: str
    """What stands behind them."""
    zone: str = ""
    """The zone's mark as it is written, "" for none."""
    form: str = ""

    @property
    def minutes(self) -> int | None:
        """Their length; past midnight where the end is early. None for a single time, or an end before the start."""
        if self.end is None:
            return None
        length = _of_day(self.end) - _of_day(self.start)
        if length < 0 and self.start.hour >= 12 and self.end.hour <= 6:
            length += 24 * 60
        return length if length >= 0 else None


@dataclass(frozen=True, slots=True)
class _Clock:
    hour: int
    minute: int
    form: str
    half: str
    end: int

    def at(self, half: str = "") -> time | None:
        hour, half = self.hour, self.half or half
        if half and not 1 <= hour <= 12:
            return None
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        return time(hour % 24, self.minute) if hour <= 24 else None


def read_hours(text: str) -> Hours | None:
    """Hours at the beginning of a text; None where it begins with something else."""
    plain = folded(text)
    begin = _BEFORE.match(plain)
    at = begin.end() if begin else 0
    return _range(text, plain, at) or _single(text, plain, at)


def _range(text: str, plain: str, at: int) -> Hours | None:
    first = _clock(plain, at) or _bare(plain, at)
    if first is None:
        return None
    between = _SEPARATOR.match(plain, _zone(plain, first.end)[1])
    second = between and (_clock(plain, between.end()) or _bare(plain, between.end()))
    if not second or (first.form == "bare" and second.form in {"bare", "four digits"}):
        return None
    if second.form == "bare" and first.form not in {"14h30", "14 h 30"}:
        return None
    start, end = first.at("" if _turns(first, second) else second.half), second.at()
    if start is None or end is None:
        return None
    return _hours(text, plain, start, end, second.end, second.form)


def _turns(first: _Clock, second: _Clock) -> bool:
    """ "11 - 1 p.m." begins in the morning."""
    return not first.half and second.half == "p" and first.hour % 12 > second.hour % 12


def _single(text: str, plain: str, at: int) -> Hours | None:
    first = _clock(plain, at)
    if first is None or first.form == "four digits":
        return None
    start = first.at()
    return None if start is None else _hours(text, plain, start, None, first.end, first.form)


def _hours(text: str, plain: str, start: time, end: time | None, at: int, form: str) -> Hours:
    mark, at = _zone(plain, at)
    after = _AFTER.match(plain, at)
    rest = text[after.end() if after else at :].strip()
    return Hours(
        start, end, rest, mark.upper() if len(mark) <= 4 else mark, "" if form in _NO_STYLE else form
    )


_NO_STYLE: Final = frozenset({"four digits", "word", "bare"})


def _clock(plain: str, at: int) -> _Clock | None:
    if at > 0 and plain[at - 1].isdigit():
        return None
    for pattern, form in _CLOCKS:
        if match := pattern.match(plain, at):
            return _read(match, form)
    return None


def _read(match: re.Match[str], form: str) -> _Clock | None:
    given = match.groupdict()
    hour, minute = _WORDS.get(given["h"]) or (int(given["h"]), int(given.get("m") or 0))
    half = (given.get("half") or "")[:1]
    return _Clock(hour, minute, form, half, match.end()) if hour <= 24 else None


def _bare(plain: str, at: int) -> _Clock | None:
    match = _BARE.match(plain, at)
    return _read(match, "bare") if match else None


def _zone(plain: str, at: int) -> tuple[str, int]:
    match = _ZONE.match(plain, at)
    return (match[1].strip(), match.end()) if match else ("", at)


def _of_day(at: time) -> int:
    return at.hour * 60 + at.minute


def dominant_form(found: Iterator[Hours]) -> str:
    """The form most hours are written in, "" where none has one of the house styles."""
    forms = [one.form for one in found if one.form]
    return max(dict.fromkeys(forms), key=forms.count) if forms else ""
