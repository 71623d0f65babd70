# SPDX-License-Identifier: EUPL-1.2
"""Which package of Debian has a font for a script that no font on this computer has."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

_EAST_ASIA: Final = "fonts-droid-fallback"
_PACKAGES: Final[Mapping[str, str]] = {
    "CJK": _EAST_ASIA, "HIRAGANA": _EAST_ASIA, "KATAKANA": _EAST_ASIA, "BOPOMOFO": _EAST_ASIA, "FULLWIDTH": _EAST_ASIA,
    "IDEOGRAPHIC": _EAST_ASIA, "HANGUL": "fonts-nanum",
    **dict.fromkeys(
        ("ARMENIAN", "GEORGIAN", "THAI", "LAO", "ETHIOPIC", "CHEROKEE", "HEBREW", "ARABIC", "GREEK", "CYRILLIC",
         "TIFINAGH", "OGHAM", "RUNIC", "COPTIC", "GLAGOLITIC"), "fonts-noto-core"),
}  # fmt: skip
_SHAPED: Final = frozenset(
    {
        "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "SINHALA",
        "KHMER", "MYANMAR", "TIBETAN", "MONGOLIAN",
    }
)  # fmt: skip
"""Scripts whose letters change with their neighbours: no font alone helps."""


def package_for(words: str) -> str:
    """The package for the first letter of words that one would help, "" where none would."""
    for letter in words:
        script = unicodedata.name(letter, "").split(" ")[0]
        if script in _SHAPED:
            return ""
        if script in _PACKAGES:
            return _PACKAGES[script]
    symbols = any(unicodedata.category(letter) in {"So", "Sm", "Sk"} for letter in words)
    return "fonts-symbola" if symbols else ""
