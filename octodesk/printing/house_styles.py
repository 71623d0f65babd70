# SPDX-License-Identifier: EUPL-1.2
"""Ready-made looks of paper. A style is data: which ink and which ground stands for each of styles.py, and which face.

Documents name the inks and faces of the institutional style; the canvas and the lettering put those of the chosen
style in their place. So a style holds for every document, and a document knows none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from octodesk.contrast import contrast
from octodesk.printing import styles
from octodesk.printing.styles import Face

_BLACK: Final = "#000000"
_DARK: Final = "#333333"
_LINE: Final = "#8C8C8C"
_LEAST_CONTRAST: Final = 4.5
"""Of text on its ground: WCAG 2.2, success criterion 1.4.3."""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """`inks` are for text and lines, `grounds` for what text stands on; what is not named stays as it is."""

    inks: Mapping[str, str] = field(default_factory=dict)
    grounds: Mapping[str, str] = field(default_factory=dict)
    faces: Mapping[Face, Face] = field(default_factory=dict)

    def ink(self, colour: str) -> str:
        return self.inks.get(colour.upper(), colour)

    def ground(self, colour: str) -> str:
        return self.grounds.get(colour.upper(), colour)

    def face(self, face: Face) -> Face:
        return self.faces.get(face, face)


INSTITUTIONAL: Final = HouseStyle()
_SANS: Final = {Face.SERIF: Face.SANS_LIGHT, Face.SERIF_SEMIBOLD: Face.SANS_SEMIBOLD}


def _upper(colours: Mapping[str, str]) -> dict[str, str]:
    return {name.upper(): colour for name, colour in colours.items()}


_TINT_INKS: Final = [tint.ink for tint in (*styles.TINTS, styles.BREAK_TINT)]
_TINT_GROUNDS: Final = [tint.surface for tint in (*styles.TINTS, styles.BREAK_TINT)]

STYLES: Final[Mapping[str, HouseStyle]] = {
    "institutional": INSTITUTIONAL,
    "plain": HouseStyle(
        _upper({styles.NAVY: styles.INK, styles.TEAL: styles.GREY, styles.GOLD: styles.RULE}),
        _upper({styles.NAVY: "#3A4756", styles.GOLD: styles.RULE, styles.TEAL: styles.GREY}),
        _SANS,
    ),
    "contrast": HouseStyle(
        _upper(
            {
                **dict.fromkeys((styles.INK, styles.NAVY, styles.TEAL, styles.WHITE, styles.MIST), _BLACK),
                **dict.fromkeys(_TINT_INKS, _BLACK),
                styles.GREY: _DARK,
                styles.GOLD: _BLACK,
                styles.RULE: _LINE,
            }
        ),
        _upper(
            {
                **dict.fromkeys(_TINT_GROUNDS, styles.WHITE),
                **dict.fromkeys(_TINT_INKS, _BLACK),
                styles.NAVY: "#E8E8E8",
                styles.TEAL: _BLACK,
                styles.GOLD: _BLACK,
                styles.PALE: styles.WHITE,
                styles.BAND: "#E8E8E8",
            }
        ),
    ),
}
"""By their names in the event's field `style`; "" and what a newer program knows are institutional."""


def style_of(name: str, ink: str = "") -> HouseStyle:
    """The style of that name; `ink` ("#RRGGBB") stands for its strong colours, made darker where it is hard to read."""
    style = STYLES.get(name, INSTITUTIONAL)
    if not ink or name == "contrast":
        return style
    own = readable(ink)
    strong = {styles.NAVY.upper(): own, styles.TEAL.upper(): own}
    return replace(style, inks={**style.inks, **strong}, grounds={**style.grounds, **strong})


def readable(colour: str) -> str:
    """The colour, made darker until it reads well on white and white reads well on it."""
    parts = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    while contrast(_hex(parts), styles.WHITE) < _LEAST_CONTRAST:
        parts = [round(part * 0.95) for part in parts]
    return _hex(parts)


def _hex(parts: list[int]) -> str:
    return "#" + "".join(f"{part:02X}" for part in parts)
