# SPDX-License-Identifier: EUPL-1.2
"""The colours of the window: light, dark and high contrast. No Qt.

Colours are "#RRGGBB". A `Tint` is a surface and the ink that stands on it (text, edge and bar).
Contrast follows WCAG 2.2: 4.5:1 for text on its surface, 3:1 for focus, edges and marks.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls
from dataclasses import dataclass
from typing import Literal

from octodesk.contrast import contrast, luminance

PaletteName = Literal["light", "dark", "contrast"]

TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0


@dataclass(frozen=True, slots=True)
class Tint:
    surface: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    name: PaletteName
    window: str
    pane: str
    line: str
    soft: str
    text: str
    muted: str
    heading: str
    accent: str
    selection: str
    focus: str
    on_focus: str
    tints: tuple[Tint, Tint, Tint, Tint]
    pause: Tint
    plenary: Tint
    error: Tint
    good: str
    warning: str
    caution: str

    @property
    def is_dark(self) -> bool:
        return luminance(self.pane) < 0.5

    def tint_of(self, color: str) -> Tint:
        """The tint that stands for a colour a user chose ("#RRGGBB", as on paper).

        The house colours give their drawn pairs; any other gets a surface mixed from it and an ink of its
        hue, moved away from the surface until text on it can be read.
        """
        known = dict(zip((tint.ink for tint in LIGHT.tints), self.tints, strict=True))
        known |= {LIGHT.plenary.surface: self.plenary, LIGHT.pause.ink: self.pause}
        if color.upper() in known:
            return known[color.upper()]
        surface = mixed(color, self.pane, share=0.28 if self.is_dark else 0.13)
        return Tint(surface, _legible(color, surface))


def mixed(color: str, ground: str, *, share: float) -> str:
    """`share` (0 to 1) of a colour laid over a ground."""
    pairs = zip(_channels(color), _channels(ground), strict=True)
    return _hexadecimal(tuple(one * share + other * (1 - share) for one, other in pairs))


def _legible(color: str, surface: str) -> str:
    hue, lightness, saturation = rgb_to_hls(*_channels(color))
    step = 0.02 if luminance(surface) < 0.2 else -0.02
    while contrast(color, surface) < TEXT_CONTRAST and 0 <= lightness + step <= 1:
        lightness += step
        color = _hexadecimal(hls_to_rgb(hue, lightness, saturation))
    return color


def _channels(color: str) -> tuple[float, float, float]:
    return (int(color[1:3], 16) / 255, int(color[3:5], 16) / 255, int(color[5:7], 16) / 255)


def _hexadecimal(channels: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


LIGHT = Palette(
    name="light",
    window="#F4F6F8",
    pane="#FFFFFF",
    line="#D9DFE6",
    soft="#EBEFF3",
    text="#1D2733",
    muted="#566373",
    heading="#12304F",
    accent="#0B6470",
    selection="#DCEBF5",
    focus="#1F5A96",
    on_focus="#FFFFFF",
    tints=(
        Tint("#E4EDF7", "#1F5A96"),
        Tint("#E3F1EC", "#1C6B50"),
        Tint("#FBEEDD", "#8F4E00"),
        Tint("#F3E6F2", "#7D2F78"),
    ),
    pause=Tint("#EEF0F3", "#566373"),
    plenary=Tint("#12304F", "#FFFFFF"),
    error=Tint("#FBE4E1", "#A3261B"),
    good="#DDF0E6",
    warning="#FBEEDD",
    caution="#8F4E00",
)

DARK = Palette(
    name="dark",
    window="#161B21",
    pane="#1E252D",
    line="#343E49",
    soft="#28313B",
    text="#E6EBF0",
    muted="#A3B0BD",
    heading="#9CC3EA",
    accent="#63C3CE",
    selection="#24405A",
    focus="#7FB5EA",
    on_focus="#0F1A26",
    tints=(
        Tint("#1F3650", "#9CC8F5"),
        Tint("#1B3D32", "#8FD6B8"),
        Tint("#45311A", "#F0BE7E"),
        Tint("#422A44", "#E3AEDF"),
    ),
    pause=Tint("#29313A", "#A3B0BD"),
    plenary=Tint("#2C4A6B", "#F2F6FA"),
    error=Tint("#4A2320", "#F5A59B"),
    good="#1D3B2F",
    warning="#45311A",
    caution="#F0BE7E",
)

CONTRAST = Palette(
    name="contrast",
    window="#000000",
    pane="#000000",
    line="#8C98A4",
    soft="#1C1C1C",
    text="#FFFFFF",
    muted="#DDE3E9",
    heading="#8FD0FF",
    accent="#6FF0FF",
    selection="#003E80",
    focus="#FFD800",
    on_focus="#000000",
    tints=(
        Tint("#06203D", "#A6D4FF"),
        Tint("#042A1C", "#8CF5C5"),
        Tint("#332000", "#FFCB7A"),
        Tint("#331033", "#FFB8FB"),
    ),
    pause=Tint("#1C1C1C", "#E6E6E6"),
    plenary=Tint("#0A3A78", "#FFFFFF"),
    error=Tint("#420A06", "#FFB3A8"),
    good="#003820",
    warning="#332000",
    caution="#FFCB7A",
)

PALETTES: dict[PaletteName, Palette] = {palette.name: palette for palette in (LIGHT, DARK, CONTRAST)}
