# SPDX-License-Identifier: EUPL-1.2
"""Order keys: strings that sort as their rows are to stand, with room for another between any two.

A key is one or more parts "digits.author": fractional digits, a dot, then six letters of the author's id, so that two
people who insert at the same place get different keys. Rows inserted in one go share everything up to the last
digits ("5000.a1b2c31", "5000.a1b2c32"), so that two people's runs never interleave. Keys compare as plain strings:
the dot sorts before every digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

LONGEST = 40
"""A list that holds a longer key than this is renumbered by the edit that would have made it."""

_WIDTH = 4
_STEP = 10


def author_letters(author_id: str) -> str:
    """The six letters of an author id that end each part of a key, padded with "0"."""
    letters = "".join(
        letter for letter in author_id.lower() if letter in "0123456789abcdefghijklmnopqrstuvwxyz"
    )
    return letters[:6].ljust(6, "0")


def first_keys(count: int, author_id: str) -> list[str]:
    """Keys for a whole list: evenly spaced, all of one length."""
    step = max(1, min(_STEP, 8000 // max(1, count)))
    width = max(_WIDTH, len(str(1000 + count * step)))
    return [f"{1000 + place * step:0{width}d}.{author_letters(author_id)}" for place in range(count)]


def keys_between(before: str | None, after: str | None, count: int, author_id: str) -> list[str]:
    """`count` keys that sort between two neighbours (None: the start or end of the list), in order."""
    letters = author_letters(author_id)
    stem = _between(before or "", after or "", letters) + "." + letters
    if count == 1:
        return [stem]
    width = len(str(count))
    return [f"{stem}{place:0{width}d}5" for place in range(1, count + 1)]


def fits(keys: Sequence[str], *, before: str | None, after: str | None) -> bool:
    """Whether the keys are short enough and really lie, in order, between the neighbours.

    False also where a neighbour's key came from elsewhere and leaves no room: the list is renumbered then.
    """
    row = [before or "", *keys]
    rising = all(low < high for low, high in pairwise(row))
    return rising and (after is None or row[-1] < after) and all(len(key) <= LONGEST for key in keys)


def _between(before: str, after: str, letters: str) -> str:
    """A stem that, with "." and letters behind it, sorts after `before` and before `after` ("" is no limit)."""
    if not after and (own := _behind_own(before, letters)):
        return own
    low, high = _leading_digits(before), _leading_digits(after)
    if not after and (appended := _appended(low)):
        return appended
    if digits := _middle(low, high):
        return digits
    if not after.startswith(before):
        return before + "5"
    return before + (_middle("", _leading_digits(after[len(before) :])) or "5")


def _behind_own(before: str, letters: str) -> str:
    """Behind a row of one's own: below that row's key, so that what two people append one by one stays two runs."""
    if not before.endswith("." + letters):
        return ""
    trunk, dot, last = before.removesuffix("." + letters).rpartition(".")
    if not dot:
        return before + "1000"
    digits = _appended(last[len(letters) :])
    return trunk + dot + last[: len(letters)] + digits if digits else ""


def _leading_digits(key: str) -> str:
    end = next((place for place, letter in enumerate(key) if not letter.isdigit()), len(key))
    return key[:end]


def _appended(low: str) -> str:
    """The next of the evenly spaced keys after `low`, "" where they are used up."""
    number = int(low[:_WIDTH].ljust(_WIDTH, "0")) + _STEP if low else 1000
    return f"{number:0{_WIDTH}d}" if number < 10**_WIDTH else ""


def _middle(low: str, high: str) -> str:
    """Digits strictly between two fractions (high "" is one), not ending in 0; "" where the two are equal."""
    width = max(len(low), len(high)) + 1
    floor = int(low.ljust(width, "0"))
    ceiling = int(high.ljust(width, "0")) if high else 10**width
    if floor >= ceiling:
        return ""
    return str((floor + ceiling) // 2).rjust(width, "0").rstrip("0")
