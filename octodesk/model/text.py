# SPDX-License-Identifier: EUPL-1.2
"""Words in several languages, with fallback in a given order of languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One wording per language; an empty wording is the same as none.

    `words` holds (language, wording) pairs sorted by language, so equal texts are equal values.
    """

    words: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, wordings: Mapping[str, str] | None = None, /, **by_language: str) -> Text:
        """`Text.of(en="Break", fr="Pause")`, or from a mapping of language to wording."""
        given = {**(wordings or {}), **by_language}
        return cls(tuple(sorted((language, words) for language, words in given.items() if words)))

    def in_language(self, language: str) -> str:
        """The wording in exactly this language, "" where there is none."""
        for have, words in self.words:
            if have == language:
                return words
        return ""

    def best(self, languages: Iterable[str]) -> tuple[str, str]:
        """(wording, language) in the first of `languages` that has one, else in any; ("", "") for an empty text."""
        for language in languages:
            if words := self.in_language(language):
                return words, language
        if not self.words:
            return "", ""
        language, words = self.words[0]
        return words, language

    def missing(self, languages: Iterable[str]) -> tuple[str, ...]:
        """The languages without a wording. A text empty in every language is not missing but absent: ()."""
        if not self.words:
            return ()
        return tuple(language for language in languages if not self.in_language(language))

    def with_words(self, language: str, words: str) -> Text:
        """The same text with the wording of one language replaced, or taken away by ""."""
        return Text.of({**dict(self.words), language: words})

    def plain(self) -> dict[str, str]:
        """As JSON writes it: {"en": "…"}, without empty wordings."""
        return dict(self.words)

    def __bool__(self) -> bool:
        return bool(self.words)
