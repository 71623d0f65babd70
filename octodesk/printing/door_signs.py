# SPDX-License-Identifier: EUPL-1.2
"""Door signs: a sheet per room and day, to be read from three metres.

Capitals of a title are at least 10 mm high, hours 8 mm, languages 6 mm; what comes next in the room stands at
the foot where a day takes several sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

import segno
from reportlab.lib.colors import HexColor

from octodesk.model.rows import Room, Session
from octodesk.printing import styles, words
from octodesk.printing.audience import days_shown, sessions_shown
from octodesk.printing.edition import Edition, Wording
from octodesk.printing.flowables import TaggedParagraph
from octodesk.printing.lettering import safe_link
from octodesk.printing.options import page_size
from octodesk.printing.pages import Sheet, draw_runs, width_of
from octodesk.printing.placing import (
    Book,
    bookmark,
    filled_box,
    fits,
    largest,
    line,
    pages_of,
    section,
    stack_height,
    stacked,
)
from octodesk.printing.styles import MM, Face, TextStyle
from octodesk.printing.tagging import TaggedCanvas

# Capitals are 0.67 of the serif's size and figures 0.65 of the sans's: sizes that give 10, 8 and 6 mm.
TITLE_SIZES: Final = (108.0, 92.0, 76.0, 68.0, 60.0, 54.0, 49.0, 43.0)
BELOW_SIZES: Final = (36.0, 30.0, 25.0, 20.0, 16.0, 13.0)
_HOUR: Final = TextStyle(Face.SANS_SEMIBOLD, 36, 40, styles.NAVY)
_LANGUAGES: Final = TextStyle(Face.SANS, 26.5, 31, styles.GREY, before=3)
_TITLE: Final = TextStyle(Face.SERIF_SEMIBOLD, 43, 48, styles.INK)
_NEXT: Final = TextStyle(Face.SANS, 15, 19, styles.GREY)
_BAND: Final = 40 * MM
_FOOT: Final = 12 * MM
_GAP: Final = 9 * MM
_CODE: Final = 24 * MM
_BESIDE_BAR: Final = 6 * MM


@dataclass(frozen=True, slots=True)
class Notice:
    """One session as it stands on the door."""

    session: str
    from_: str
    until: str
    title: Wording
    below: tuple[str, ...]
    """Languages, and who may come in."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One room's day."""

    room: Room
    day: date
    notices: tuple[Notice, ...]


def signs(edition: Edition) -> list[Sign]:
    """A sign for each room in which something is held, day by day, in the order of the grid."""
    found = []
    for day in days_shown(edition):
        sessions = sessions_shown(edition, day)
        for room in _rooms(edition):
            held = tuple(_notice(edition, one) for one in sessions if room.id in one.rooms and one.minutes)
            if held:
                found.append(Sign(room, day, held))
    return found


def _rooms(edition: Edition) -> tuple[Room, ...]:
    wanted = edition.options.room
    return tuple(room for room in edition.document.rooms if not wanted or room.id == wanted)


def _notice(edition: Edition, session: Session) -> Notice:
    start, end = session.start, edition.document.end(session)
    assert start is not None
    label, title = words.label(edition, session), words.title(edition, session)
    whole = replace(title, words=f"{label} – {title.words}") if label and title else title or Wording(label)
    below = (words.interpretation(edition, session), words.status_mark(edition, session))
    return Notice(
        session.id, words.hour(edition, start), f"– {words.hour(edition, end)}", whole,
        tuple(part for part in below if part),
    )  # fmt: skip


def door_signs(edition: Edition) -> Book:
    size = page_size(edition.options, orientation="landscape")
    margin = 10 * MM
    sheet = Sheet("door-signs", size, margin, margin, margin, margin, footer=False)
    draws = []
    for sign in signs(edition):
        setter = _Setter(edition, sign, sheet)
        draws += [partial(setter.draw, number) for number in range(len(setter.sheets))]
    name = edition.gettext("Door signs")
    return Book(f"{edition.words(edition.event.name)} – {name}", pages_of(sheet, draws), (sheet,))


@dataclass(frozen=True, slots=True)
class _Row:
    """A session set: hours beside the title, or above it where only so a long title stays large."""

    notice: Notice
    title: TaggedParagraph
    below: tuple[TaggedParagraph, ...]
    height: float
    hours_above: bool = False


class _Setter:
    """Sets one room's day on as many sheets as it needs, one in the usual case."""

    def __init__(self, edition: Edition, sign: Sign, sheet: Sheet) -> None:
        self.edition, self.sign, self.sheet = edition, sign, sheet
        self.hours = self._width_of_hours()
        self.words = sheet.width - self.hours - 10 * MM
        self.room_for = sheet.height - _BAND - _FOOT - 8 * MM
        self.foot = _FOOT if len(sign.notices) > 1 else 0.0
        self.sheets = self._sheets()

    def _width_of_hours(self) -> float:
        shown = [hour for one in self.sign.notices for hour in (one.from_, one.until)]
        return max(width_of(self.edition.set(hour, _HOUR.face), _HOUR.size) for hour in shown) + 9 * MM

    def _sheets(self) -> list[list[_Row]]:
        """All on one sheet in the largest letters that allow it, else in the smallest on several."""
        for size in TITLE_SIZES:
            rows = [self._row(one, size) for one in self.sign.notices]
            whole = all(self._is_whole(row, size) for row in rows)
            if whole and sum(row.height + _GAP for row in rows) - _GAP <= self.room_for:
                return [rows]
        return self._spread([self._row(one, TITLE_SIZES[-1]) for one in self.sign.notices])

    def _spread(self, rows: Sequence[_Row]) -> list[list[_Row]]:
        sheets: list[list[_Row]] = [[]]
        taken = 0.0
        for given in rows:
            row = given if self._is_whole(given, TITLE_SIZES[-1]) else self._full_width(given.notice)
            if sheets[-1] and taken + row.height > self.room_for - self.foot:
                sheets.append([])
                taken = 0.0
            sheets[-1].append(row)
            taken += row.height + _GAP
        return sheets

    def _is_whole(self, row: _Row, size: float) -> bool:
        """Whether the title fits a sheet without breaking a word."""
        return self._fits(row.notice, row.title, size, width=self.words, height=self._highest(row.notice))

    def _highest(self, notice: Notice) -> float:
        """The room for a title, with what is below it, and the line about what comes next where there is one."""
        below = stack_height([line(self.edition, part, _LANGUAGES) for part in notice.below], self.words)
        return self.room_for - self.foot - below

    def _full_width(self, notice: Notice) -> _Row:
        """The hours above; where even this is too little, letters smaller than a sign should have, which is noticed."""
        width, room = self.sheet.width - _BESIDE_BAR, self._highest(notice) - _HOUR.leading
        sizes = (*TITLE_SIZES[-1:], *BELOW_SIZES)
        title = largest(self.edition, notice.title, _TITLE, sizes, width=width, height=room, tag="H2")
        if title.style.fontSize < TITLE_SIZES[-1]:
            self.edition.notice("letters-too-small", words=notice.title.words, session=notice.session)
        below = tuple(line(self.edition, part, _LANGUAGES) for part in notice.below)
        height = stack_height([title, *below], width) + _HOUR.leading
        return _Row(notice, title, below, height, hours_above=True)

    def _fits(
        self, notice: Notice, title: TaggedParagraph, size: float, *, width: float, height: float
    ) -> bool:
        look = _TITLE.sized(size)
        return fits(self.edition, notice.title, title, look, width=width, height=height, lines=99)

    def _row(self, notice: Notice, size: float) -> _Row:
        edition, room = self.edition, self._highest(notice)
        title = largest(edition, notice.title, _TITLE, (size,), width=self.words, height=room, tag="H2")
        below = tuple(line(edition, part, _LANGUAGES) for part in notice.below)
        height = stack_height([title, *below], self.words)
        return _Row(notice, title, below, max(height, 2 * _HOUR.leading))

    # ---- drawing

    def draw(self, number: int, canvas: TaggedCanvas) -> None:
        with section(canvas):
            self._draw_band(canvas, number)
            rows = self.sheets[number]
            taken = sum(row.height for row in rows)
            spare = max(self.room_for - taken - _GAP * (len(rows) - 1), 0)
            gap = _GAP + min(spare / (len(rows) + 1), 6 * MM)
            top = self.sheet.height - _BAND - 8 * MM
            for place, row in enumerate(rows):
                self._draw_row(canvas, row, top)
                top -= row.height + gap
                if place + 1 < len(rows):
                    self._draw_rule(canvas, top + gap / 2)
            self._draw_foot(canvas, number)

    def _draw_band(self, canvas: TaggedCanvas, number: int) -> None:
        edition, sheet, sign = self.edition, self.sheet, self.sign
        filled_box(canvas, 0, sheet.height - _BAND, sheet.width, _BAND, styles.NAVY)
        filled_box(canvas, 0, sheet.height - _BAND - 1.2 * MM, sheet.width, 1.2 * MM, styles.GOLD)
        name = edition.wording(sign.room.name)
        day = words.day_words(edition, sign.day)
        bookmark(canvas, f"sign-{sign.room.id}-{sign.day}-{number}", f"{name.words} – {day}", sheet.height)
        inner = sheet.width - 20 * MM
        room = largest(
            edition, name, TextStyle(Face.SERIF, 60, 66, styles.WHITE), (66, 58, 50, 42, 34, 28, 22), width=inner,
            height=27 * MM, tag="H1",
        )  # fmt: skip
        top = sheet.height - 4.5 * MM
        if len(self.sheets) > 1:
            day += f" · {number + 1}/{len(self.sheets)}"
        top = stacked(
            canvas, [line(edition, day, TextStyle(Face.SANS, 19, 24, styles.MIST))], 10 * MM, top, inner
        )
        used = room.wrap(inner, 1e6)[1]
        stacked(canvas, [room], 10 * MM, top - max((27 * MM - used) / 2 - 6, -2), inner)

    def _draw_row(self, canvas: TaggedCanvas, row: _Row, top: float) -> None:
        filled_box(canvas, 0, top - row.height, 1.8 * MM, row.height, styles.TEAL)
        notice, edition = row.notice, self.edition
        if row.hours_above:
            hours = [line(edition, f"{notice.from_} {notice.until}", _HOUR)]
            width = self.sheet.width - _BESIDE_BAR
            stacked(canvas, [*hours, row.title, *row.below], _BESIDE_BAR, top, width)
            return
        hours = [line(edition, hour, _HOUR) for hour in (notice.from_, notice.until)]
        # The title first: it is what the hour belongs to when the sign is read aloud.
        stacked(canvas, [row.title, *row.below], self.hours + 10 * MM, top, self.words)
        stacked(canvas, hours, _BESIDE_BAR, top, self.hours)

    def _draw_rule(self, canvas: TaggedCanvas, y: float) -> None:
        canvas.setStrokeColor(HexColor(styles.RULE))
        canvas.setLineWidth(0.6)
        canvas.line(0, y, self.sheet.width, y)

    def _draw_foot(self, canvas: TaggedCanvas, number: int) -> None:
        edition = self.edition
        link = safe_link(self.sign.room.link) if edition.shows("codes") else ""
        width = self.sheet.width - (_CODE + 6 * MM if link else 0)
        if number + 1 < len(self.sheets):
            following = self.sheets[number + 1][0].notice
            template = edition.gettext("Next in this room, {hour}: {title}")
            said = template.format(hour=following.from_, title=following.title.words)
            wording = Wording(said, following.title.language)
            next_ = largest(edition, wording, _NEXT, (17, 15, 13, 11, 9), width=width, height=_FOOT)
            stacked(canvas, [next_], 0, _FOOT + 3 * MM, width)
        name = edition.event.short_name or edition.words(edition.event.name)
        marks = (name, words.dates(edition), words.version(edition), words.draft_mark(edition))
        runs = edition.set(" · ".join(mark for mark in marks if mark))
        draw_runs(canvas, runs, 0, 0.8 * MM, size=9, colour=styles.GREY)
        if link:
            self._draw_code(canvas, link)

    def _draw_code(self, canvas: TaggedCanvas, link: str) -> None:
        """The room's public link for telephones."""
        matrix = segno.make(link, error="m").matrix
        module = _CODE / len(matrix)
        x, y = self.sheet.width - _CODE, 0.0
        left, bottom = canvas.absolutePosition(x, y)
        alternative = self.edition.gettext("Code for telephones: {link}").format(link=link)
        with canvas.figure(alternative, (left, bottom, left + _CODE, bottom + _CODE)):
            canvas.setFillColor(HexColor(styles.INK))
            path = canvas.beginPath()
            for row, cells in enumerate(matrix):
                for column, dark in enumerate(cells):
                    if dark:
                        path.rect(x + column * module, y + _CODE - (row + 1) * module, module, module)
            canvas.drawPath(path, stroke=0, fill=1)
