# SPDX-License-Identifier: EUPL-1.2
"""Users' text turned into runs that are safe to set: the one door between a document's words and paper.

ReportLab's own markup is never used, so "&", "<b" and "<img …>" are letters like any others. A paragraph
takes runs only, and runs come from a `Lettering` only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

from octodesk.printing.fonts import (
    NARROW_SPACE,
    NARROW_STAND_IN,
    covers,
    face_font,
    font_for,
    font_for_all,
    has_glyph,
    script_of,
)
from octodesk.printing.house_styles import INSTITUTIONAL, HouseStyle
from octodesk.printing.styles import Face

_SPACES: Final = re.compile("[\t\n\v\f\r\x85\u1680\u2000-\u200a\u2028\u2029\u205f\u3000 ]+")
_NEUTRAL: Final = frozenset(" \u00a0-–’'.,·/")
_RIGHT_TO_LEFT: Final = frozenset({"ARABIC", "HEBREW"})
_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x20\x7f]+", re.IGNORECASE)
_BARE_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.ASCII)
_MAIL: Final = re.compile(r"[^\s@<>\"()\\]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font, in the order it is drawn.

    `size` and `colour` None: the paragraph's. `language` and `spoken` go to the structure tree: the
    language where it differs from the document's, and the words in reading order where drawing order
    is another ("" = already spoken by the run before).
    """

    text: str
    font: str
    size: float | None = None
    colour: str | None = None
    link: str = ""
    underlined: bool = False
    language: str = ""
    spoken: str | None = None


Runs = tuple[Run, ...]

LINE_BREAK: Final = Run("\n", "")
"""Ends a line inside a paragraph."""


class Lettering:
    """Sets text in faces and remembers what no font could set."""

    def __init__(self, style: HouseStyle = INSTITUTIONAL) -> None:
        self._style = style
        self.missing: set[str] = set()

    def set(
        self,
        text: str,
        face: Face = Face.SANS,
        *,
        size: float | None = None,
        colour: str | None = None,
        language: str = "",
        link: str = "",
        underlined: bool = False,
    ) -> Runs:
        """Runs for a text on one line or flowing: line breaks become spaces.

        `link` is followed only if `safe_link` let it through or it begins with "#" (a place in this print).
        """
        face = self._style.face(face)
        look = Run("", "", size=size, colour=colour, link=link, underlined=underlined, language=language)
        cleaned = clean(text)
        if not cleaned:
            return ()
        if covers(face, cleaned):
            return (replace(look, text=cleaned, font=face_font(face)),)
        return tuple(self._split(cleaned, face, look))

    def can_set(self, text: str) -> bool:
        """Whether some font has every character, once joined; misses are not remembered."""
        return all(font_for(character, Face.SANS) for character in _joined(clean(text)))

    def _split(self, text: str, face: Face, look: Run) -> Iterator[Run]:
        for right_to_left, stretch in _stretches(text):
            if right_to_left:
                yield from _spoken(self._right_to_left(stretch, face, look), stretch)
            else:
                yield from (
                    replace(look, text=piece, font=font) for font, piece in self._by_font(stretch, face)
                )

    def _right_to_left(self, stretch: str, face: Face, look: Run) -> list[Run]:
        drawn = _in_drawing_order(stretch)
        if font := font_for_all(drawn, face):
            return [replace(look, text=drawn, font=font)]
        return [replace(look, text=piece, font=font) for font, piece in self._by_font(drawn, face)]

    def _by_font(self, text: str, face: Face) -> Iterator[tuple[str, str]]:
        font, piece = "", ""
        for character in text:
            wanted = self._font(character, face, font)
            if wanted is None:
                continue
            if wanted != font and piece:
                yield font, piece
                piece = ""
            font, piece = wanted, piece + character
        if piece:
            yield font, piece

    def _font(self, character: str, face: Face, current: str) -> str | None:
        stays = character in _NEUTRAL or unicodedata.combining(character)
        if current and stays and has_glyph(current, character):
            return current
        font = font_for(character, face)
        if font is None:
            self.missing.add(character)
        return font


def clean(text: str) -> str:
    """Composed, without controls, bidi overrides, private and unassigned characters; spaces made plain."""
    composed = unicodedata.normalize("NFC", text)
    spaced = _SPACES.sub(" ", composed)
    kept = "".join(c for c in spaced if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    return kept.replace(NARROW_SPACE, NARROW_STAND_IN)


def paragraphs(text: str) -> list[str]:
    """A text's paragraphs: what stands between line breaks, empty ones left out."""
    return [part.strip() for part in re.split(r"[\n\v\f\r\x85\u2028\u2029]+", text) if part.strip()]


def safe_link(address: str) -> str:
    """The address as a link that may stand in a print: http, https, mailto; "" for anything else.

    A bare host ("www.example.org/x") becomes https, a bare mail address mailto.
    """
    address = address.strip()
    if _LINK.fullmatch(address):
        return address
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    return f"https://{address}" if _BARE_HOST.fullmatch(address) else ""


Mark = tuple[str, str | None]
"""What the structure tree is told of a stretch: its language ("" the print's), and its words in reading order."""


def marked(runs: Runs) -> Iterator[tuple[Mark | None, Runs]]:
    """Runs by the marks they need, neighbours of one language together; None: runs that need none."""
    mark: Mark | None = None
    group: list[Run] = []
    for run in runs:
        own = (run.language, run.spoken or None) if run.language or run.spoken else None
        goes_on = run.spoken == "" or (own == mark and run.spoken is None)
        if group and not goes_on:
            yield mark, tuple(group)
            group = []
        mark = mark if group else own
        group.append(run)
    if group:
        yield mark, tuple(group)


def plain(runs: Runs) -> str:
    """The words of runs, in reading order."""
    return "".join(run.text if run.spoken is None else run.spoken for run in runs).replace(
        NARROW_STAND_IN, NARROW_SPACE
    )


def _stretches(text: str) -> Iterator[tuple[bool, str]]:
    """Stretches of one direction; neutral characters at the end of a right-to-left one go to what follows."""
    current, piece = False, ""
    for character in text:
        direction = current if character in _NEUTRAL else _goes_left(character)
        if direction != current and piece:
            stretch = piece.rstrip(" -–’'.,·/\u00a0") if current else piece
            yield current, stretch
            piece = piece[len(stretch) :]
        current, piece = direction, piece + character
    stretch = piece.rstrip(" -–’'.,·/\u00a0") if current else piece
    yield current, stretch
    if len(stretch) < len(piece):
        yield False, piece[len(stretch) :]


def _goes_left(character: str) -> bool:
    return script_of(character) in _RIGHT_TO_LEFT


def _in_drawing_order(stretch: str) -> str:
    """Joined and reversed. Spaces no longer break: the halves of a broken line would change places."""
    from bidi import get_display

    return str(get_display(_joined(stretch))).replace(" ", "\u00a0")


def _joined(text: str) -> str:
    if not any(map(_goes_left, text)):
        return text
    return "".join(map(_standing_alone, _reshaper().reshape(text)))


def _standing_alone(character: str) -> str:
    """The plain letter for its isolated form: many fonts have only the letter."""
    match unicodedata.decomposition(character).split():
        case ["<isolated>", code]:
            return chr(int(code, 16))
    return character


@cache
def _reshaper() -> Any:
    from arabic_reshaper import ArabicReshaper

    return ArabicReshaper({"delete_harakat": True, "support_ligatures": True})


def _spoken(runs: list[Run], stretch: str) -> Iterator[Run]:
    """The whole stretch is spoken by its first run; the others add nothing of their own."""
    for number, run in enumerate(runs):
        yield replace(run, spoken="" if number else stretch)
