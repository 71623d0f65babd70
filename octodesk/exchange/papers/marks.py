# SPDX-License-Identifier: EUPL-1.2
"""Marks that stand in plain text: bullets, headings, emphasis and links as people type them."""

from __future__ import annotations

import re

BULLETS = "▶►▸‣•●○◦▪■□◆◊⁃∙·➢➤✓"
_BULLET = re.compile(rf"^\s*(?:[-*+–—>]\s*)?(?:[{BULLETS}]\s*|[-*+–—>]\s+|\uf0b7\s*|\uf0a7\s*|o\s{{2,}})")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z])[.)]\s+(?=[^\W\d])")
_BETWEEN = re.compile(rf"\s*(?=[{BULLETS.replace('·', '').replace('∙', '')}]\s*\S)")
_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)[^)]*\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=\S)\1(?![\w*])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def tidy(text: str) -> str:
    """One line without what cannot be seen, spaces single; those that do not break stay."""
    words = _UNSEEN.sub("", text).replace("\r", " ").replace("\n", " ")
    return re.sub(r"[ \t]+", " ", words).strip()


def without_bullet(text: str) -> tuple[str, bool]:
    """(the words, whether a bullet stood before them)."""
    for pattern in (_BULLET, _NUMBERED):
        if match := pattern.match(text):
            return text[match.end() :], True
    return text, False


def pieces(text: str) -> list[str]:
    """A text in which bullets stand between words, at those bullets: "▶ Opening ▶ Closing" is two."""
    return [piece for piece in _BETWEEN.split(text) if piece.strip(" -*+–—>\t")]


def heading(text: str) -> tuple[str, int]:
    """(the words, 1 to 6) for a heading marked with #, (the text, 0) for any other line."""
    match = _HEADING.match(text)
    return (match[2], len(match[1])) if match else (text, 0)


def without_emphasis(text: str) -> str:
    """Without Markdown's marks; of a link its words, and its address where that says more."""
    text = _LINK.sub(_linked, text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(r"\2", text)
    return _ESCAPED.sub(r"\1", text)


def _linked(match: re.Match[str]) -> str:
    words, address = match[1].strip(), match[2].strip()
    if not words:
        return address
    bare = re.sub(r"^(https?://|mailto:)", "", address)
    return words if address in {"", "#"} or bare in words else f"{words} ({address})"
