# SPDX-License-Identifier: EUPL-1.2
"""One print in the making: which document, in which language, for whom, and what was noticed on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from octodesk import languages
from octodesk.model.document import Document
from octodesk.model.rows import Event
from octodesk.model.text import Text
from octodesk.printing.lettering import LINE_BREAK, Lettering, Run, Runs, paragraphs
from octodesk.printing.options import Notice, PrintOptions
from octodesk.printing.styles import Face

_PLACE: Final = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words as they are printed, and their language where it is not the print's ("" otherwise)."""

    words: str
    language: str = ""

    def __bool__(self) -> bool:
        return bool(self.words)


class Edition:
    """What every page of a print asks for its words.

    Program words come from the catalogue of the print's language, whatever the screen speaks. The methods
    have gettext's names so that catalogues find the sentences.
    """

    def __init__(self, document: Document, options: PrintOptions, *, made_at: datetime) -> None:
        self.document = document
        self.options = options
        self.language = options.languages[0] if options.languages else document.languages[0]
        self.made_at = made_at
        self.lettering = Lettering()
        self._catalogue = languages.translation(self.language)
        self._notices: dict[Notice, None] = {}
        self._fallen_back: set[Text] = set()

    @property
    def event(self) -> Event:
        return self.document.event

    @property
    def public(self) -> bool:
        return self.options.audience == "public"

    @property
    def internal(self) -> bool:
        return self.options.audience == "secretariat"

    # ---- the program's words

    def gettext(self, message: str) -> str:
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return self._catalogue.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        return self._catalogue.pgettext(context, message)

    # ---- the document's words

    def wording(self, text: Text) -> Wording:
        """The text in the print's language, else in the first of the event's that has it; that is counted."""
        words, language = text.best((self.language, *self.document.languages))
        if not words or language == self.language:
            return Wording(languages.typeset(words, self.language))
        self._fallen_back.add(text)
        return Wording(languages.typeset(words, language), language)

    def words(self, text: Text) -> str:
        return self.wording(text).words

    def set(self, text: str | Text | Wording, face: Face = Face.SANS, **look: object) -> Runs:
        """Runs of a text on one line or flowing. `look` as in `Lettering.set`."""
        worded = self.wording(text) if isinstance(text, Text) else text
        if isinstance(worded, str):
            return self.lettering.set(worded, face, **look)  # type: ignore[arg-type]
        return self.lettering.set(worded.words, face, language=worded.language, **look)  # type: ignore[arg-type]

    def paragraphs(self, text: Text, face: Face = Face.SANS, **look: object) -> list[Runs]:
        """Runs of each paragraph of a text."""
        worded = self.wording(text)
        return [self.set(replace(worded, words=part), face, **look) for part in paragraphs(worded.words)]

    def lines(self, text: Text | Wording, face: Face = Face.SANS, **look: object) -> Runs:
        """Runs of a text whose line breaks are kept, as in a title of two lines."""
        worded = self.wording(text) if isinstance(text, Text) else text
        found: list[Run] = []
        for part in paragraphs(worded.words):
            found += [LINE_BREAK] if found else []
            found += self.set(replace(worded, words=part), face, **look)
        return tuple(found)

    def sentence(
        self, template: str, parts: Mapping[str, Runs], face: Face = Face.SANS, *, colour: str | None = None
    ) -> Runs:
        """A translated sentence whose {places} hold runs of another look."""
        found: list[Run] = []
        for number, piece in enumerate(_PLACE.split(template)):
            found += parts[piece] if number % 2 else self.set(piece, face, colour=colour)
        return tuple(found)

    # ---- what is to be known

    def notice(self, code: str, *, words: str = "", session: str = "", person: str = "") -> None:
        """Said once, however often it is met."""
        self._notices[Notice(code, words, session, person)] = None

    def notices(self) -> tuple[Notice, ...]:
        """Everything noticed, in the order it was met; missing characters and translations last."""
        found = list(self._notices)
        found += [Notice("glyph-missing", words=character) for character in sorted(self.lettering.missing)]
        if self._fallen_back:
            found.append(Notice("translation-missing", words=self.language, count=len(self._fallen_back)))
        return tuple(found)
