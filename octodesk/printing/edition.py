# SPDX-License-Identifier: EUPL-1.2
"""One print in the making: which document, in which language or two, for whom, and what was noticed on the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from octodesk import languages
from octodesk.model.document import Document
from octodesk.model.rows import Event
from octodesk.model.text import Text
from octodesk.printing.house_styles import style_of
from octodesk.printing.lettering import LINE_BREAK, Lettering, Run, Runs, paragraphs, plain
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

    A print in two languages has an edition of the first, whose `second` is the edition of the other: it says
    the same in its own language, marks its words as being in it, and notices into the same list.
    """

    def __init__(
        self, document: Document, options: PrintOptions, *, made_at: datetime, main: Edition | None = None,
        earlier: Document | None = None,
    ) -> None:  # fmt: skip
        self.document = document
        self.options = options
        self.language = options.languages[0] if options.languages else document.languages[0]
        self.made_at = made_at
        self.earlier = earlier
        self._main_language: str = main._main_language if main else self.language
        self.style = style_of(document.event.style, document.event.ink)
        self.lettering: Lettering = main.lettering if main else Lettering(self.style)
        self._catalogue = languages.translation(self.language)
        self._notices: dict[Notice, None] = main._notices if main else {}
        self._fallen_back: dict[str, set[Text]] = main._fallen_back if main else {}
        self.second: Edition | None = None
        if len(options.languages) > 1:
            other = replace(options, languages=options.languages[1:])
            self.second = Edition(document, other, made_at=made_at, main=self)

    def beside(self, options: PrintOptions, document: Document | None = None) -> Edition:
        """A part of the same print with other options, or of the document as it was: what it notices counts here."""
        return Edition(document or self.document, options, made_at=self.made_at, main=self)

    def in_language(self, language: str) -> Edition:
        """The same print for a reader of another language; its words are marked."""
        if language == self.language:
            return self
        return self.beside(replace(self.options, languages=(language,)))

    @property
    def event(self) -> Event:
        return self.document.event

    @property
    def tongues(self) -> tuple[Edition, ...]:
        """Itself, and the edition of the second language where the print has one."""
        return (self, self.second) if self.second else (self,)

    def joined(self, say: Callable[[Edition], Runs], between: str = " / ") -> Runs:
        """What each language says, one behind the other; once where both say the same."""
        found: dict[str, Runs] = {}
        for edition in self.tongues:
            runs = say(edition)
            found.setdefault(plain(runs), runs)
        said = [runs for words, runs in found.items() if words]
        whole: Runs = ()
        for place, runs in enumerate(said):
            whole += (self.set(between) if place else ()) + runs
        return whole

    def wordings(self, say: Callable[[Edition], Wording]) -> tuple[Wording, ...]:
        """What each language says, once where both say the same, nothing where nothing is said."""
        found: dict[str, Wording] = {}
        for edition in self.tongues:
            wording = say(edition)
            found.setdefault(wording.words, wording)
        return tuple(wording for wording in found.values() if wording)

    def joined_words(self, say: Callable[[Edition], str], between: str = " / ") -> str:
        """The same for plain words."""
        return between.join(dict.fromkeys(words for one in self.tongues if (words := say(one))))

    def _mark(self, language: str) -> str:
        """How a run in a language is marked: not at all in the language of the whole print."""
        return "" if language == self._main_language else language

    @property
    def public(self) -> bool:
        return self.options.audience == "public"

    def shows(self, what: str) -> bool:
        """Whether the event's prints show functions, organisations, countries, emails, phones, labels, languages,
        rooms, codes."""
        return what not in self.event.unprinted

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
            return Wording(languages.typeset(words, self.language), self._mark(self.language))
        self._fallen_back.setdefault(self.language, set()).add(text)
        return Wording(languages.typeset(words, language), self._mark(language))

    def said(self, words: str) -> Wording:
        """Words in the edition's own language: the program's, a date, a list of names."""
        return Wording(words, self._mark(self.language) if words else "")

    def words(self, text: Text) -> str:
        return self.wording(text).words

    def set(self, text: str | Text | Wording, face: Face = Face.SANS, **look: object) -> Runs:
        """Runs of a text on one line or flowing. `look` as in `Lettering.set`."""
        worded = self.wording(text) if isinstance(text, Text) else text
        if isinstance(worded, str):
            worded = self.said(worded)
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

    def notice(
        self, code: str, *, words: str = "", session: str = "", person: str = "", count: int = 1
    ) -> None:
        """Said once, however often it is met."""
        self._notices[Notice(code, words, session, person, count)] = None

    def notices(self) -> tuple[Notice, ...]:
        """Everything noticed, in the order it was met; missing characters and translations last."""
        found = list(self._notices)
        found += [Notice("glyph-missing", words=character) for character in sorted(self.lettering.missing)]
        for language, texts in self._fallen_back.items():
            found.append(Notice("translation-missing", words=language, count=len(texts)))
        return tuple(found)
