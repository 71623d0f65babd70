# SPDX-License-Identifier: EUPL-1.2
"""How large words stand on paper: heights of capitals in millimetres, by the element they belong to."""

from __future__ import annotations

from typing import Any

import pikepdf

from octodesk.printing.styles import MM
from tests.printing.reading import opened


def capital_heights(pdf: bytes) -> dict[str, set[float]]:
    """Tag -> heights in mm of a capital in each font and size used for it; fonts say their capitals' height."""
    found: dict[str, set[float]] = {}
    with opened(pdf) as read:
        for page in read.pages:
            for tag, height in _heights(page):
                found.setdefault(tag, set()).add(height)
    return found


def _heights(page: Any) -> list[tuple[str, float]]:
    capitals = {
        str(name): float(font.FontDescriptor.CapHeight) / 1000 for name, font in page.Resources.Font.items()
    }
    tags: list[str] = []
    found, height = [], 0.0
    for instruction in pikepdf.parse_content_stream(page):
        match str(instruction.operator):
            case "BMC" | "BDC":
                tags.append(str(instruction.operands[0])[1:])
            case "EMC":
                tags.pop()
            case "Tf":
                height = capitals[str(instruction.operands[0])] * float(instruction.operands[1]) / MM
            case "Tj":
                found.append((tags[-1], height))
    return found
