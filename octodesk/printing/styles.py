# SPDX-License-Identifier: EUPL-1.2
"""How paper looks, as values: colours, faces, sizes in points, margins. Nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Literal

MM: Final = 72 / 25.4

INK: Final = "#1D2733"
NAVY: Final = "#12304F"
GREY: Final = "#566373"
TEAL: Final = "#0B6470"
GOLD: Final = "#B8892B"  # rules only: as text it lacks contrast
RULE: Final = "#CBD3DC"
PALE: Final = "#F3F6F9"
BAND: Final = "#E7EDF4"
WHITE: Final = "#FFFFFF"
MIST: Final = "#DCE6F1"  # second line of text on navy


class Face(StrEnum):
    """The cuts in use. Each has Latin, Greek and Cyrillic but the italic, which has Latin alone."""

    SANS = "sans"
    SANS_LIGHT = "sans-light"
    SANS_SEMIBOLD = "sans-semibold"
    SANS_ITALIC = "sans-italic"
    SERIF = "serif"
    SERIF_SEMIBOLD = "serif-semibold"

    @property
    def heavy(self) -> bool:
        return self in {Face.SANS_SEMIBOLD, Face.SERIF_SEMIBOLD}


@dataclass(frozen=True, slots=True)
class Tint:
    """A block's surface, and the ink of its bar and its small print (at least 4.5:1 on it)."""

    surface: str
    ink: str


TINTS: Final = (
    Tint("#E4EDF7", "#1F5A96"),
    Tint("#E3F1EC", "#1C6B50"),
    Tint("#FBEEDD", "#8F4E00"),
    Tint("#F3E6F2", "#7D2F78"),
)
BREAK_TINT: Final = Tint("#EEF0F3", GREY)
PLENARY_TINT: Final = Tint(NAVY, WHITE)

Alignment = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A paragraph's look. Sizes, leading, spaces and indent in points."""

    face: Face = Face.SANS
    size: float = 10
    leading: float = 14
    colour: str = INK
    before: float = 0
    after: float = 0
    indent: float = 0
    first_indent: float = 0
    align: Alignment = "left"
    keep_with_next: bool = False

    def sized(self, size: float) -> TextStyle:
        """The same look at another size, leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)

    def coloured(self, colour: str) -> TextStyle:
        return replace(self, colour=colour)


TITLE: Final = TextStyle(Face.SERIF, 26, 31, NAVY, after=4, keep_with_next=True)
HEADING: Final = TextStyle(Face.SERIF_SEMIBOLD, 15, 19, NAVY, before=12, after=4, keep_with_next=True)
SMALL_HEADING: Final = TextStyle(Face.SANS_SEMIBOLD, 9, 12, TEAL, before=6, after=2, keep_with_next=True)
BODY: Final = TextStyle(after=5)
LEAD: Final = TextStyle(Face.SANS_LIGHT, 13, 18, GREY, after=8)
META: Final = TextStyle(size=9, leading=12.5, colour=GREY)
NAME: Final = TextStyle(Face.SANS, 10, 13)
LIST: Final = TextStyle(indent=14, after=2)
NUMBER: Final = TextStyle(Face.SERIF, 20, 24, TEAL)
TABLE_HEAD: Final = TextStyle(Face.SANS_SEMIBOLD, 8, 10, GREY)
FOOTER: Final = TextStyle(size=8, leading=10, colour=GREY)

MARGIN_LEFT: Final = 22 * MM
MARGIN_RIGHT: Final = 22 * MM
MARGIN_TOP: Final = 24 * MM
MARGIN_BOTTOM: Final = 20 * MM

SMALLEST_IN_GRID: Final = 7.0
SMALLEST: Final = 8.0
