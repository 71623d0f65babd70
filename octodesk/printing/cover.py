# SPDX-License-Identifier: EUPL-1.2
"""A light cover: office printers have no bleed, so nothing stands within 5 mm of the edge."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from octodesk import languages
from octodesk.printing import styles, words
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph, paragraph
from octodesk.printing.lettering import Runs
from octodesk.printing.pages import Sheet, draw_runs, width_of
from octodesk.printing.styles import MM, Face, TextStyle
from octodesk.printing.tagging import TaggedCanvas

_TITLE_SIZES = (40.0, 34.0, 29.0, 24.0, 19.0, 15.0)
_ORNAMENT = "#E9EFF5"


class Cover(Flowable):  # type: ignore[misc]
    """A whole page: what, when, where, in which languages, which version."""

    def __init__(self, edition: Edition, sheet: Sheet) -> None:
        super().__init__()
        self.edition, self.sheet = edition, sheet
        self.width, self.height = sheet.width, sheet.height

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        self._draw_ornament(canvas)
        middle = self.height * 0.42
        self._draw_up(canvas, self._above(), middle + 12 * MM)
        canvas.setFillColor(HexColor(styles.GOLD))
        canvas.rect(0, middle, self.width, 1.2, stroke=0, fill=1)
        self._draw_down(canvas, self._below(), middle - 10 * MM)
        self._draw_edition(canvas)

    def _above(self) -> list[TaggedParagraph]:
        event = self.edition.event
        kicker = TextStyle(Face.SANS_SEMIBOLD, 11, 15, styles.TEAL, after=6)
        second = TextStyle(Face.SANS_LIGHT, 18, 24, styles.GREY, before=8)
        say = self.edition.wordings
        found = [self._line(one, kicker) for one in say(lambda one: one.wording(event.subtitle))]
        found += self._titles()
        names = say(lambda one: one.said(one.gettext("Programme")))
        found.append(self._line(names[0], second))
        found += [self._line(name, replace(second, before=0)) for name in names[1:]]
        return found

    def _titles(self) -> list[TaggedParagraph]:
        """As large as lets them stand on five lines together, without breaking a word."""
        wordings = self.edition.wordings(lambda one: one.wording(one.event.name))
        for size in _TITLE_SIZES:
            style = TextStyle(Face.SERIF, size, size * 1.15, styles.NAVY, after=size * 0.2)
            titles = [self._line(one, style, "H1", key="title", outline=0) for one in wordings]
            parts = [word for one in wordings for word in one.words.split()]
            longest = max((self._width(word, style) for word in parts), default=0)
            taken = sum(title.wrap(self.width, 1e6)[1] for title in titles)
            if longest <= self.width and taken <= 5 * style.leading:
                break
        return titles

    def _width(self, word: str, style: TextStyle) -> float:
        return width_of(self.edition.set(word, style.face), style.size)

    def _below(self) -> list[TaggedParagraph]:
        edition = self.edition
        dates = TextStyle(Face.SERIF_SEMIBOLD, 20, 26, styles.NAVY)
        place = TextStyle(size=13, leading=19)
        small = TextStyle(size=10, leading=15, colour=styles.GREY, before=3)
        facts: tuple[tuple[Callable[[Edition], Wording], TextStyle], ...] = (
            (lambda one: one.said(words.dates(one)), dates),
            (words.place, place),
            (lambda one: one.said(_working_languages(one)), small),
            (lambda one: one.wording(one.event.organiser), small),
        )
        return [self._line(one, style) for say, style in facts for one in edition.wordings(say)]

    def _line(self, wording: Wording, style: TextStyle, tag: str = "P", **place: object) -> TaggedParagraph:
        runs: Runs = self.edition.set(wording, style.face)
        return paragraph(runs, style, tag, language=wording.language, **place)  # type: ignore[arg-type]

    def _draw_up(self, canvas: TaggedCanvas, parts: list[TaggedParagraph], y: float) -> None:
        """The last part stands at y, the others above it; drawn in reading order."""
        heights = [
            part.wrap(self.width, 1e6)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in parts
        ]
        self._draw_down(canvas, parts, y + sum(heights))

    def _draw_down(self, canvas: TaggedCanvas, parts: list[TaggedParagraph], y: float) -> None:
        for part in parts:
            _, height = part.wrapOn(canvas, self.width, 1e6)
            y -= height + part.getSpaceBefore()
            part.drawOn(canvas, 0, y)
            y -= part.getSpaceAfter()

    def _draw_edition(self, canvas: TaggedCanvas) -> None:
        """The draft mark in a frame, and the version, at the foot."""
        edition, x = self.edition, 0.0
        if draft := edition.joined_words(words.draft_mark):
            runs = edition.set(draft.upper(), Face.SANS_SEMIBOLD)
            width = width_of(runs, 10) + 8 * MM
            canvas.setStrokeColor(HexColor(styles.TEAL))
            canvas.setLineWidth(1)
            canvas.roundRect(0, 0, width, 8 * MM, 1.2 * MM, stroke=1, fill=0)
            with canvas.writing(canvas.structure.add("P")):
                draw_runs(canvas, runs, 4 * MM, 2.85 * MM, size=10, colour=styles.TEAL)
            x = width + 5 * MM
        lines = edition.wordings(lambda one: one.said(_version_line(one)))
        for place, line in enumerate(lines):
            y = 2.85 * MM + 6.5 * (len(lines) - 1 - 2 * place)
            with canvas.writing(canvas.structure.add("P")):
                draw_runs(canvas, edition.set(line), x, y, size=10, colour=styles.GREY)

    def _draw_ornament(self, canvas: TaggedCanvas) -> None:
        """Eight interlaced rings in the upper corner, as pale as paper allows."""
        radius = self.sheet.size[0] * 0.1
        canvas.saveState()
        canvas.setStrokeColor(HexColor(_ORNAMENT))
        canvas.setLineWidth(radius * 0.22)
        x, y = self.width - radius * 2.36, self.height - radius * 2.36
        for ring in range(8):
            angle = math.pi / 4 * ring
            canvas.circle(
                x + math.cos(angle) * radius * 1.25, y + math.sin(angle) * radius * 1.25, radius, 1, 0
            )
        canvas.restoreState()


def _version_line(edition: Edition) -> str:
    version = words.version(edition)
    if not version or not words.draft_mark(edition):
        return version
    return edition.gettext("{version} – subject to change").format(version=version)


def _working_languages(edition: Edition) -> str:
    names = [languages.language_name(code, edition.language) for code in edition.event.working_languages]
    if not names:
        return ""
    listed = languages.listed(names, edition.language)
    return edition.ngettext(
        "Working language: {languages}", "Working languages: {languages}", len(names)
    ).format(languages=listed)
