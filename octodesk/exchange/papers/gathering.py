# SPDX-License-Identifier: EUPL-1.2
"""What is understood while a document is read: rows in the making, what was guessed, what was left out, and which line is
behind which field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from octodesk.exchange.papers.page import Line, Place


@dataclass(slots=True)
class Draft:
    """A row in the making: plain values by field, as a new row is given them, and the lines each came from."""

    table: str
    id: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, list[int]] = field(default_factory=dict)

    def text(self, name: str) -> dict[str, str]:
        """A text's wordings, to be filled in."""
        found: dict[str, str] = self.values.setdefault(name, {})
        return found


@dataclass(frozen=True, slots=True)
class Guess:
    """Something that does not stand there in so many words. `what` is a code, `value` what was taken for true.

    `choices` are other values the field might have had.
    """

    what: str
    place: Place
    value: str
    line: int = -1
    about: tuple[str, str, str] = ("", "", "")
    """Table, id and field it decides."""
    choices: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words that nothing was made of. `reason` is a code."""

    words: str
    place: Place
    reason: str
    line: int = -1
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """What became of a line: part of a field of a row; table "" for words that only structure the document."""

    table: str
    id: str = ""
    field: str = ""


STRUCTURE = Use("")


@dataclass
class Gathering:
    tables: dict[str, list[Draft]] = field(default_factory=dict)
    guesses: list[Guess] = field(default_factory=list)
    left: list[LeftOut] = field(default_factory=list)
    uses: dict[int, list[Use]] = field(default_factory=dict)

    def add(self, table: str, row_id: str = "", **values: Any) -> Draft:
        """A new row; without an id it is named after its table and its place there."""
        rows = self.of(table)
        draft = Draft(table, row_id or f"{table.replace('_', '-')}-{len(rows) + 1}", dict(values))
        rows.append(draft)
        return draft

    def of(self, table: str) -> list[Draft]:
        return self.tables.setdefault(table, [])

    def use(self, line: Line, draft: Draft | None = None, name: str = "") -> None:
        """A line has told something: a field of a row, or only what the lines around it are."""
        made = STRUCTURE if draft is None else Use(draft.table, draft.id, name)
        known = self.uses.setdefault(line.number, [])
        if made not in known:
            known.append(made)
        if draft is not None:
            draft.lines.setdefault(name, []).append(line.number)

    def guess(
        self, what: str, line: Line | None, value: str, *, draft: Draft | None = None, name: str = "",
        choices: tuple[str, ...] = (), **facts: str,
    ) -> None:  # fmt: skip
        about = (draft.table, draft.id, name) if draft else ("", "", "")
        place, number = (line.place, line.number) if line else (Place(), -1)
        self.guesses.append(Guess(what, place, value, number, about, choices, _pairs(facts)))

    def leave(self, line: Line, reason: str, words: str = "", **facts: str) -> None:
        self.left.append(LeftOut(words or line.text, line.place, reason, line.number, _pairs(facts)))


def _pairs(facts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(facts.items()))
