# SPDX-License-Identifier: EUPL-1.2
"""The proof of a print: the finished file is read back, and what should stand there, and what may not, is looked for.

No text nearer than 5 mm to an edge, none over another; every session, speaker and room that belongs there, in order;
nothing restricted in a public copy.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

import pypdfium2

from octodesk.model.document import Document
from octodesk.model.text import Text
from octodesk.printing.audience import days_shown, is_closed, sessions_shown
from octodesk.printing.edition import Edition
from octodesk.printing.expected import Expected, expected, is_ordered
from octodesk.printing.lettering import clean
from octodesk.printing.options import Fault
from octodesk.printing.styles import MM

NEAREST: Final = 5 * MM
_SEEN: Final = 3.7
"""Points; lower rectangles are dots, dashes, and hours that are there to be read aloud alone."""
_UNREADABLE: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2010-\u2015\ufffe\ufeff\ue20f\x00-\x1f-]+")
_LONG_ENOUGH: Final = 6
"""Letters from which words are surely somebody's title and not a common word."""

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is read back of a page: its size, the boxes of its text, and what stands in a box."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    words_in: Callable[[Box], str]


def faults(edition: Edition, kind: str, pdf: bytes) -> tuple[Fault, ...]:
    """Everything wrong with the print; () for one to hand out."""
    found: list[Fault] = []
    texts: list[str] = []
    with closing(pypdfium2.PdfDocument(pdf)) as opened:
        for number in range(1, len(opened) + 1):
            words, wrong = _read(opened[number - 1], number)
            texts.append(words)
            found += wrong
        return tuple(dict.fromkeys([*_wrong_words(edition, kind, texts, opened), *found]))


def _wrong_words(
    edition: Edition, kind: str, texts: Sequence[str], opened: pypdfium2.PdfDocument
) -> Iterator[Fault]:
    shortened = {notice.session for notice in edition.notices() if notice.code == "text-shortened"}
    no_glyph = frozenset(edition.lettering.missing)
    wanted = Wanted(expected(edition, kind), frozenset(shortened), no_glyph, is_ordered(kind))
    book = _Book(texts)
    found = list(book.missing(wanted))
    if found:  # read line by line across a grid's blocks? Then once more, block by block
        found = list(_Book([_as_drawn(page) for page in opened]).missing(wanted))
    yield from found
    yield from _shown_though_hidden(edition, book)


def _read(page: pypdfium2.PdfPage, number: int) -> tuple[str, list[Fault]]:
    """A page's words, squeezed, and what is wrong with where they stand. Nothing of it stays in memory."""
    text = page.get_textpage()
    boxes = tuple(text.get_rect(place) for place in range(text.count_rects()))
    width, height = page.get_size()
    seen = Page(width, height, boxes, lambda box: clean(str(text.get_text_bounded(*box))))
    words = squeezed(text.get_text_range())
    wrong = [*_near_edge(seen, number), *_overlapping(seen, number)]
    text.close()
    page.close()
    return words, wrong


def _as_drawn(page: pypdfium2.PdfPage) -> str:
    """A page's words, squeezed, in the order in which they were drawn: lines of neighbouring blocks are never mixed."""
    with closing(page), closing(page.get_textpage()) as text:
        drawn = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT], textpage=text)
        return squeezed("".join(one.extract() for one in drawn))


def squeezed(words: str) -> str:
    """Without spaces, hyphens and marks of broken lines; as one case: what is left says the same."""
    return _UNREADABLE.sub("", unicodedata.normalize("NFKC", words)).casefold()


# ---- what must stand there


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. `shortened`: sessions whose words may end in "…"; `no_glyph`: characters no font has."""

    words: Sequence[Expected]
    shortened: frozenset[str]
    no_glyph: frozenset[str]
    ordered: bool


class _Book:
    """All pages as one run of letters."""

    def __init__(self, pages: Sequence[str]) -> None:
        self.text = "".join(pages)
        self._ends = list(accumulate(map(len, pages)))

    def page_at(self, place: int) -> int:
        return min(bisect_right(self._ends, place), len(self._ends) - 1) + 1

    def missing(self, wanted: Wanted) -> Iterator[Fault]:
        """Words that are nowhere, or only behind those they should stand before.

        From the end: contents and topics name at the beginning what comes later.
        """
        until = len(self.text)
        places: list[tuple[int, Expected]] = []
        for one in reversed(wanted.words):
            letters = sought(one.words, wanted.no_glyph)
            if not letters:
                continue
            found = self.text.rfind(letters, 0, until)
            if found < 0 and one.session in wanted.shortened:
                found = self._shortened(letters, sought(one.label, wanted.no_glyph), until)
            if found < 0:
                yield Fault("out-of-order" if letters in self.text else "missing", one.words)
                continue
            places.append((found, one))
            until = found if wanted.ordered else until
        if wanted.ordered:
            yield from self._within(places[::-1], wanted.no_glyph)

    def _shortened(self, letters: str, label: str, until: int) -> int:
        """Where the beginning of words stands last, with "…" behind, or the label with "…"; -1 where neither does."""
        end = squeezed("…")
        begun = [letters[:length] + end for length in range(len(letters), 0, -1)]
        places = (self.text.rfind(one, 0, until) for one in (*begun, *([label + end] if label else [])))
        return next((place for place in places if place >= 0), -1)

    def _within(self, places: Sequence[tuple[int, Expected]], no_glyph: frozenset[str]) -> Iterator[Fault]:
        """Between the words before and those behind: a number or a room may be set before the title."""
        starts = [0, *(place for place, _one in places), len(self.text)]
        for number, (place, one) in enumerate(places):
            there = self.text[starts[number] : starts[number + 2]]
            for words in one.within:
                if sought(words, no_glyph) not in there:
                    yield Fault("missing", words, self.page_at(place))


def sought(words: str, no_glyph: frozenset[str] = frozenset()) -> str:
    """Words as they are read back, without what no font has; "" for those drawn in an order of their own, right to left."""
    cleaned = "".join(letter for letter in clean(words) if letter not in no_glyph)
    if any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in cleaned):
        return ""
    return squeezed(cleaned)


# ---- what may not


def _shown_though_hidden(edition: Edition, book: _Book) -> Iterator[Fault]:
    if edition.internal:
        return
    told = "".join(squeezed(words) for words in _told(edition))
    for words in _hidden(edition):
        letters = sought(words)
        if len(letters) >= _LONG_ENOUGH and letters not in told and (place := book.text.find(letters)) >= 0:
            yield Fault("hidden-shown", words, book.page_at(place))


def _hidden(edition: Edition) -> Iterator[str]:
    """Titles of closed sessions, internal notes, links that are not public, telephones of people."""
    document = edition.document
    for session in document.sessions:
        if is_closed(edition, session):
            yield from _all_words(session.title, session.subtitle, session.aim, session.description)
            yield session.label_override
        yield session.note
    for room in document.rooms:
        yield from (room.panel_link, room.interpreters_link)
    for person in document.people:
        yield from (person.phone, person.note)


def _told(edition: Edition) -> Iterator[str]:
    """What this copy says anyway: the same words may stand there."""
    document, event = edition.document, edition.event
    yield from _all_words(event.name, event.subtitle, event.introduction, event.participation, event.contact)
    yield from _all_words(
        *(one.sentence for one in document.related), *(one.text for one in document.headings)
    )
    yield from _all_words(*(kind.name for kind in document.kinds), *(room.name for room in document.rooms))
    yield from (words for one in document.contacts for words in (one.phone, *_all_words(one.text)))
    for day in days_shown(edition):
        for one in sessions_shown(edition, day):
            yield from _all_words(one.title, one.subtitle, one.aim, one.description, one.outcome, one.place)
            yield from _agenda_words(document, one.id)


def _agenda_words(document: Document, session: str) -> Iterator[str]:
    return _all_words(*(point.text for point in document.agenda_of(session)))


def _all_words(*texts: Text) -> Iterator[str]:
    return (words for text in texts for _language, words in text.words)


# ---- where it stands


def _near_edge(page: Page, number: int) -> Iterator[Fault]:
    """Words of which a letter is too near; a space may be."""
    right, top = page.width - NEAREST, page.height - NEAREST
    for box in page.boxes:
        if box[0] >= NEAREST and box[1] >= NEAREST and box[2] <= right and box[3] <= top:
            continue
        strips = ((0, 0, NEAREST, page.height), (right, 0, page.width, page.height), (0, 0, page.width, NEAREST),
                  (0, top, page.width, page.height))  # fmt: skip
        outside = min(box) < 0 or box[2] > page.width or box[3] > page.height
        if outside or any(page.words_in(strip).strip() for strip in strips):
            yield Fault("near-edge", page.words_in(box), number)


def _overlapping(page: Page, number: int) -> Iterator[Fault]:
    """Two texts that share more than a third of the height of the lower one."""
    boxes = sorted((box for box in page.boxes if box[3] - box[1] >= _SEEN), key=lambda box: box[1])
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            if other[1] >= one[3]:
                break
            if _share(one, other):
                yield Fault("overlap", f"{page.words_in(one)} / {page.words_in(other)}", number)


def _share(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1.5 and up > min(one[3] - one[1], other[3] - other[1]) / 3
