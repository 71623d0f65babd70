# SPDX-License-Identifier: EUPL-1.2
"""What is still to do, folded: one line for forty sessions without a title, not forty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from octodesk.model.checks.conflict import Conflict


class Fold(NamedTuple):
    """What is missing in one way; `language` tells the ways of translation-missing apart."""

    rule: str
    severity: str
    language: str
    conflicts: tuple[Conflict, ...]


def folded(conflicts: Iterable[Conflict]) -> tuple[Fold, ...]:
    """The to-dos among some conflicts, in their order, alike ones as one."""
    found: dict[tuple[str, str, str], list[Conflict]] = {}
    for one in conflicts:
        if not one.is_clash:
            found.setdefault((one.rule, one.severity, language_of(one)), []).append(one)
    return tuple(Fold(*key, tuple(those)) for key, those in found.items())


def language_of(conflict: Conflict) -> str:
    """The language a to-do is about, "" for none."""
    languages = dict(conflict.facts).get("languages") if conflict.rule == "translation-missing" else None
    return languages[0] if isinstance(languages, tuple) else ""
