# SPDX-License-Identifier: EUPL-1.2
"""Reads what people type for an hour, a length, a number, a name, a country. No Qt."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from functools import lru_cache
from zoneinfo import available_timezones

from octodesk import languages
from octodesk.languages import _, folded
from octodesk.model.fields import LONGEST


class Unreadable(ValueError):
    """What is typed cannot be read as what the field holds. `expected` is a sentence for the user."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


def as_typed(text: str) -> str:
    """Words as they are."""
    return text


def hour(typed: str) -> time | None:
    """ "9", "9:30", "930", "9h30", "14 h 30", "2 pm", "2.30 p.m."; "" is None. Raises Unreadable."""
    words = re.sub(r"[\s\u00a0\u202f.]+", "", typed.lower())
    if not words:
        return None
    match = re.fullmatch(r"(\d{1,2})(?:[:h]?(\d\d))?h?(am|pm)?", words)
    if match is None:
        raise Unreadable(_("“{typed}” is no hour. Write 9:30, 14:00 or 14 h 30.").format(typed=typed.strip()))
    hours, minutes, half = int(match[1]), int(match[2] or 0), match[3]
    if half:
        hours = hours % 12 + (12 if half == "pm" else 0)
    if hours > 23 or minutes > 59:
        raise Unreadable(_("“{typed}” is no hour. Write 9:30, 14:00 or 14 h 30.").format(typed=typed.strip()))
    return time(hours, minutes)


def length(typed: str) -> int:
    """ "90", "90 min", "1:30", "1 h 30", "1h30", "2 h", "1.5 h", in minutes. Raises Unreadable."""
    words = re.sub(r"[\s\u00a0\u202f]+", "", typed.lower()).replace(",", ".")
    if match := re.fullmatch(r"(\d+)(?:min|m|')?", words):
        minutes = int(match[1])
    elif match := re.fullmatch(r"(\d+)(?:h|:)(\d\d?)?(?:min|m)?", words):
        minutes = int(match[1]) * 60 + int(match[2] or 0)
    elif match := re.fullmatch(r"(\d+\.\d+)h", words):
        minutes = round(float(match[1]) * 60)
    else:
        minutes = -1
    if not 0 <= minutes <= LONGEST:
        raise Unreadable(_("“{typed}” is no length. Write 90, 1:30 or 1 h 30.").format(typed=typed.strip()))
    return minutes


def count(typed: str) -> int | None:
    """ "80", "1,200", "1 200"; "" is None. Raises Unreadable."""
    words = re.sub(r"[\s\u00a0\u202f,.']+", "", typed)
    if not words:
        return None
    if not words.isdecimal() or len(words) > 7:
        raise Unreadable(
            _("“{typed}” is no number. Write a whole number, such as 80.").format(typed=typed.strip())
        )
    return int(words)


_ADDRESSES = {
    "ms": "Ms", "mme": "Ms", "mrs": "Ms", "sra": "Ms", "mlle": "Ms", "mr": "Mr", "m": "Mr", "sr": "Mr",
}  # fmt: skip


def name(typed: str) -> tuple[str | None, str, str]:
    """(form of address, given name, family name) of "Ms Olena KOVALENKO", "Olena Kovalenko", "Kovalenko, Olena".

    The words in capitals are the family name; without any, the last word is. The form of address is None where none is
    written.
    """
    words = typed.split()
    address = _ADDRESSES.get(words[0].rstrip(".").lower()) if len(words) > 1 else None
    words = words[1:] if address else words
    if any(word.endswith(",") for word in words):
        family, _comma, given = " ".join(words).partition(",")
        return address, given.strip(), _calmed(family.split())
    loud = [word for word in words if _is_loud(word)]
    if loud and len(loud) < len(words):
        return address, " ".join(word for word in words if word not in loud), _calmed(loud)
    return address, " ".join(words[:-1]), _calmed(words[-1:])


def _is_loud(word: str) -> bool:
    return len(word) > 1 and word == word.upper() and word != word.lower() and not word.endswith(".")


def _calmed(words: list[str]) -> str:
    """ "KOVALENKO" as it is kept: "Kovalenko"; what is not all in capitals stays."""
    return " ".join(word.title() if _is_loud(word) else word for word in words)


_NO_COUNTRIES = frozenset(
    ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"]
)


@lru_cache(maxsize=8)
def countries(language: str) -> tuple[tuple[str, str], ...]:
    """(ISO 3166 code, name) of every country, sorted by name."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = (first + second for first in letters for second in letters)
    known = [(code, languages.country_name(code, language)) for code in codes if code not in _NO_COUNTRIES]
    named = [(code, name) for code, name in known if name != code]
    return tuple(sorted(named, key=lambda one: languages.sort_key(one[1], language)))


def country(typed: str) -> str:
    """The code of a country given by its name in a language of the program, or by the code. Raises Unreadable."""
    wanted = folded(typed.strip())
    if not wanted:
        return ""
    for language in (languages.language(), *languages.LANGUAGES):
        for code, name in countries(language):
            if wanted in (folded(name), code.lower()):
                return code
    raise Unreadable(_("No country is called “{typed}”. Choose one of the list.").format(typed=typed.strip()))


def tags(typed: str) -> list[str]:
    """ "beamer, two microphones" as a list without doubles."""
    return list(dict.fromkeys(word.strip() for word in re.split(r"[,;\n]", typed) if word.strip()))


def day(typed: str) -> date | None:
    """ "2021-11-17", "17.11.2021", "17/11/2021"; "" is None. Raises Unreadable."""
    words = typed.strip()
    if not words:
        return None
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        year, month, number = (int(part) for part in match.groups())
    elif match := re.fullmatch(r"(\d{1,2})[./ ](\d{1,2})[./ ](\d{4})", words):
        number, month, year = (int(part) for part in match.groups())
    else:
        raise _no_day(typed)
    try:
        return date(year, month, number)
    except ValueError as wrong:
        raise _no_day(typed) from wrong


def _no_day(typed: str) -> Unreadable:
    return Unreadable(_("“{typed}” is no date. Write 17.11.2021 or 2021-11-17.").format(typed=typed.strip()))


def moment(typed: str) -> datetime | None:
    """ "17.11.2021 14:30", "2021-11-17 14:30"; "" is None. Raises Unreadable."""
    words = typed.replace("T", " ").split(maxsplit=1)
    if not words:
        return None
    on, at = day(words[0]), hour(words[1]) if len(words) > 1 else time()
    assert on is not None
    return datetime.combine(on, at or time())


@lru_cache(maxsize=1)
def zones() -> tuple[str, ...]:
    """Every time zone by its name, those of regions alone."""
    return tuple(
        sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    )


def zone(typed: str) -> str | None:
    """ "Asia/Tokyo", "tokyo"; "" is None. Raises Unreadable."""
    wanted = folded(typed.strip()).replace(" ", "_")
    if not wanted:
        return None
    if typed.strip() in available_timezones():
        return typed.strip()
    for name in zones():
        if wanted in (folded(name), folded(name.rsplit("/", 1)[1])):
            return name
    raise Unreadable(
        _("“{typed}” is no time zone. Write a name such as Asia/Tokyo, or the city.").format(
            typed=typed.strip()
        )
    )


def zone_list(typed: str) -> list[str]:
    """ "Tokyo, Africa/Nairobi" as names of zones. Raises Unreadable."""
    return [found for word in tags(typed) if (found := zone(word))]


def color(typed: str) -> str:
    """ "#1F5A96", "1f5a96"; "" is none. Raises Unreadable."""
    words = typed.strip().lstrip("#")
    if not words:
        return ""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", words):
        raise Unreadable(_("“{typed}” is no colour. Write it as #1F5A96.").format(typed=typed.strip()))
    return f"#{words.upper()}"


def rank(typed: str) -> int | None:
    """ "1" to "9"; "" is None. Raises Unreadable."""
    if not typed.strip():
        return None
    if not re.fullmatch(r"[1-9]", typed.strip()):
        raise Unreadable(_("A rank is a number from 1 (highest) to 9."))
    return int(typed)


def owed(typed: str) -> str | None:
    """What is owed: a date it is due on, or "x" without one; "" is None: nothing. Raises Unreadable."""
    words = typed.strip()
    if not words:
        return None
    if folded(words) in ("x", "yes", "oui", "si"):
        return ""
    due = day(words)
    assert due is not None
    return due.isoformat()


def spans(typed: str) -> list[dict[str, str]]:
    """Lines such as "17.11.2021 9:00–13:00" as from and until; "" is none. Raises Unreadable."""
    return [_span(line) for line in typed.splitlines() if line.strip()]


def _span(line: str) -> dict[str, str]:
    on, _space, hours = line.strip().partition(" ")
    begins, dash, ends = hours.replace("-", "–").partition("–")
    first, from_, until = day(on), hour(begins), hour(ends)
    if not dash or first is None or from_ is None or until is None or until <= from_:
        raise Unreadable(
            _("“{typed}” is no stretch of time. Write 17.11.2021 9:00–13:00, one a line.").format(
                typed=line.strip()
            )
        )
    return {"from": f"{first}T{from_:%H:%M}", "until": f"{first}T{until:%H:%M}"}
