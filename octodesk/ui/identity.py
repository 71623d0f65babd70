# SPDX-License-Identifier: EUPL-1.2
"""Who edits on this installation."""

from __future__ import annotations

from dataclasses import dataclass

from octodesk.model.edit import Author


@dataclass(frozen=True, slots=True)
class Identity:
    """`device` names the installation: undo looks only at what was made here."""

    author: Author
    device: str
