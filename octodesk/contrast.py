# SPDX-License-Identifier: EUPL-1.2
"""How well a colour reads on another, after WCAG 2.2; for screen and paper."""

from __future__ import annotations


def luminance(color: str) -> float:
    """Relative luminance of "#RRGGBB", 0 (black) to 1 (white)."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
