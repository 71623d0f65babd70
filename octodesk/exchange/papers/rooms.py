# SPDX-License-Identifier: EUPL-1.2
"""The rooms a programme names, or that its columns stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from octodesk import languages
from octodesk.exchange.papers import vocabulary
from octodesk.exchange.papers.gathering import Draft, Gathering
from octodesk.exchange.papers.page import Line
from octodesk.exchange.papers.wordbook import folded, language_list

_UNNAMED: Final = {"en": "Room {n}", "fr": "Salle {n}", "es": "Sala {n}"}
_NUMBERED: Final = re.compile(
    r"(?P<word>rooms|salles|salas)\s+(?P<list>\d+(?:\s*(?:,|to|and|a|et|y|-|–)\s*\d+)+)"
)
_NAME: Final = re.compile(rf"(?:[\w'-]+ ){{0,2}}(?:{vocabulary.ROOMS})(?: [\w'-]+){{0,2}}")


class Rooms:
    """Rooms by name, in the order in which they first appear."""

    def __init__(self, gathering: Gathering, language: str) -> None:
        self._gathering, self._language = gathering, language
        self._by_name: dict[str, Draft] = {}

    @property
    def names(self) -> frozenset[str]:
        """Folded."""
        return frozenset(self._by_name)

    def named(self, name: str, line: Line | None, language: str = "") -> Draft:
        """The room of this name, a new one where there is none yet."""
        name = languages.capitalised(name.strip())
        key = folded(name)
        room = self._by_name.get(key)
        if room is None:
            room = self._gathering.add("room", name={_known(language) or self._language: name})
            self._by_name[key] = room
        if line is not None:
            self._gathering.use(line, room, "name")
        return room

    def of_column(self, column: int, line: Line) -> Draft:
        """The room a column without a name stands for. Guessed once, at the first line that needs it."""
        name = _UNNAMED[self._language].format(n=column + 1)
        known = self._by_name.get(folded(name))
        room = known or self.named(name, None)
        if known is None:
            self._gathering.guess(
                "room-of-column", line, name, draft=room, name="name", column=str(column + 1)
            )
        return room

    def told(self, facts: Mapping[str, Line]) -> None:
        """A row of a table of rooms. The order of that table is the order of the rooms."""
        if "name" not in facts:
            return
        room = self.named(facts["name"].text, facts["name"], facts["name"].language)
        rows = self._gathering.of("room")
        rows.append(rows.pop(rows.index(room)))
        for name, line in facts.items():
            if (value := _fact(name, line, self._language)) is not None:
                room.values[name] = value
                self._gathering.use(line, room, name)

    def listed(self, words: str, line: Line) -> list[Draft]:
        """The rooms of "Hemicycle and Rooms 5 to 9"; [] for words that name none."""
        match = _NUMBERED.search(folded(words))
        rest = words[: match.start()] + words[match.end() :] if match else words
        pieces = (piece.strip() for piece in re.split(r",|\band\b|\bet\b|\by\b", rest))
        names = [piece for piece in pieces if _NAME.fullmatch(folded(piece))]
        if match is not None:
            word = words[match.start("word") : match.end("word")].removesuffix("s")
            names += [f"{word} {number}" for number in _numbers(match["list"])]
        return [self.named(name, line) for name in names]


def _known(language: str) -> str:
    return language if language in vocabulary.LANGUAGES else ""


def _fact(name: str, line: Line, language: str) -> Any:
    if name == "capacity":
        digits = re.sub(r"\D", "", line.text)
        return int(digits) if digits else None
    if name == "languages":
        codes = language_list(line.text)
        return sorted(codes) if codes else None
    return {line.language or language: line.text} if name == "building" else None


def _numbers(words: str) -> list[int]:
    """The numbers of "5 to 9" and "1, 2 and 4"."""
    numbers = [int(one) for one in re.findall(r"\d+", words)]
    reaches = re.search(r"to|a|-|–", words)
    if reaches and len(numbers) == 2 and 0 < numbers[1] - numbers[0] < 30:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers
