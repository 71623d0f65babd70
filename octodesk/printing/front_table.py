# SPDX-License-Identifier: EUPL-1.2
"""The table of the draft programme: days as bands, then time and parallel columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from itertools import chain, groupby
from typing import Any, Final

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from octodesk.model.numbering import numbers
from octodesk.model.rows import Room, Session
from octodesk.printing import styles, words
from octodesk.printing.audience import agenda_shown, days_shown, sessions_shown
from octodesk.printing.edition import Edition
from octodesk.printing.flowables import TaggedParagraph, bullet_list, in_pieces, paragraph, table
from octodesk.printing.lettering import Runs
from octodesk.printing.pages import Sheet, height_of
from octodesk.printing.parts import ARROW, occasion_sentence
from octodesk.printing.styles import MM, Face, TextStyle

_SIZES: Final = (10.5, 10.0, 9.5, 9.0, 8.5)
_SIZE_OF_LONG_TABLES: Final = 9.5
_HOPELESS: Final = 1.6
"""Pages at some size of text from which no smaller one makes it a single page."""
_TIME_WIDTH: Final = 32 * MM
_MOST_ROOM_COLUMNS: Final = 3


def programme_table(edition: Edition, sheet: Sheet) -> list[Flowable]:
    """Heading and table; on one page if some size of text makes it fit."""
    for size in _SIZES:
        flowables = [_heading(edition), _Rows(edition, sheet.width, size).table()]
        height = height_of(flowables, sheet.width)
        if height <= sheet.height:
            return flowables
        if height > sheet.height * _HOPELESS:
            break
    return [_heading(edition), _Rows(edition, sheet.width, _SIZE_OF_LONG_TABLES).table()]


def _heading(edition: Edition) -> Flowable:
    style = TextStyle(Face.SERIF, 20, 25, styles.NAVY, after=6, keep_with_next=True)
    runs = edition.joined(lambda one: one.set(_name(one), style.face))
    return paragraph(runs, style, "H2", key="table", outline=1)


def _name(edition: Edition) -> str:
    draft = edition.event.status == "draft"
    return edition.gettext("Draft programme") if draft else edition.gettext("Programme")


@dataclass
class _Rows:
    """Gathers the rows and the commands that span and colour them."""

    edition: Edition
    width: float
    size: float
    rows: list[list[Any]] = field(default_factory=list)
    commands: list[tuple[Any, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = TextStyle(size=self.size, leading=self.size * 1.26)
        self.small = TextStyle(
            size=max(self.size - 1.2, styles.SMALLEST), leading=self.size * 1.12, colour=styles.GREY
        )
        self.rooms = _columns(self.edition)
        self.columns = len(self.rooms) or 2

    def table(self) -> Flowable:
        header = self._room_names() if self.rooms and self.edition.event.mode != "online" else 0
        for day in days_shown(self.edition):
            self._band(day)
            for _, group in groupby(sessions_shown(self.edition, day), self._slot):
                self._slot_rows(list(group))
        padding = self.size * 0.31
        look = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 5),
            ("TOPPADDING", (0, 0), (-1, -1), padding - 0.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), padding + 0.6),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(styles.RULE)),
            ("LINEAFTER", (0, 0), (-2, -1), 0.5, HexColor(styles.RULE)),
            ("BOX", (0, 0), (-1, -1), 0.5, HexColor(styles.RULE)),
        ]
        column = (self.width - _TIME_WIDTH) / self.columns
        widths = [_TIME_WIDTH] + [column] * self.columns
        return table(self.rows, widths, look + self.commands, header_rows=header, header_columns=1)

    # ---- rows

    def _room_names(self) -> int:
        head = TextStyle(Face.SANS_SEMIBOLD, self.size - 0.5, self.size * 1.2, styles.GREY)
        names = [self._joined(partial(Edition.set, text=room.name, face=head.face)) for room in self.rooms]
        time = self.edition.set(self.edition.gettext("Time"), head.face)
        self.rows.append([paragraph(runs, head) for runs in (time, *names)])
        return 1

    def _band(self, day: date) -> None:
        style = TextStyle(Face.SANS_SEMIBOLD, self.size + 0.5, self.size * 1.3, styles.WHITE)
        runs = self._joined(lambda one: one.set(words.day_words(one, day), style.face))
        if label := self._joined(lambda one: one.set(words.day_label(one, day), Face.SANS)):
            runs += self.edition.set(" · ", style.face) + label
        row = self._add([paragraph(runs, style), *self._empty()])
        self.commands += [
            ("SPAN", (0, row), (-1, row)),
            ("BACKGROUND", (0, row), (-1, row), HexColor(styles.NAVY)),
            ("NOSPLIT", (0, row), (0, row + 1)),
        ]

    def _slot(self, session: Session) -> tuple[datetime, datetime, str]:
        """Sessions of equal times share rows; one that takes the whole width stands alone."""
        assert session.placement is not None
        alone = session.id if session.exclusive else ""
        return session.placement.start, self.edition.document.end(session), alone

    def _slot_rows(self, sessions: list[Session]) -> None:
        if sessions[0].exclusive:
            self._whole_width(sessions[0])
            return
        first = len(self.rows)
        lines = self._lines(sessions)
        for number, line in enumerate(lines):
            self._line(line, self._time(sessions[0]) if number == 0 else "")
        last = len(self.rows) - 1
        if last - first + 1 == len(lines) > 1:  # none was cut in pieces
            self.commands += [("SPAN", (0, first), (0, last)), ("NOSPLIT", (0, first), (0, last))]

    def _line(self, line: dict[tuple[int, int], Session], time: Any) -> None:
        """One row; more where a cell is so long that it might not fit on a page."""
        column_width = (self.width - _TIME_WIDTH) / self.columns
        shared = {
            place: in_pieces(self._content(session), (place[1] - place[0]) * column_width - 10)
            for place, session in line.items()
        }
        for number in range(max((len(pieces) for pieces in shared.values()), default=1)):
            row = self._add([time if number == 0 else "", *self._empty()])
            for (column, until), pieces in shared.items():
                self.rows[row][column + 1] = pieces[number] if number < len(pieces) else ""
                if until > column + 1:
                    self.commands.append(("SPAN", (column + 1, row), (until, row)))

    def _whole_width(self, session: Session) -> None:
        row = len(self.rows)
        self._line({(0, self.columns): session}, self._time(session))
        if session.kind in words.PAUSES:
            tint = HexColor(styles.BREAK_TINT.surface)
            self.commands.append(("BACKGROUND", (0, row), (-1, row), tint))

    def _lines(self, sessions: list[Session]) -> list[dict[tuple[int, int], Session]]:
        """Sessions of one time by the columns they take, in as many lines as they need; rooms come first."""
        lines: list[dict[tuple[int, int], Session]] = [{}]
        for session in sorted(sessions, key=self._rank):
            line, place = self._free_place(lines, self._columns_of(session))
            line[place] = session
        return lines

    def _rank(self, session: Session) -> tuple[bool, int]:
        """What has columns of its own comes first; where columns are not rooms, numbers decide."""
        number = 0 if self.rooms else numbers(self.edition.document).get(session.id, 0)
        return self._columns_of(session) is None, number

    def _free_place(
        self, lines: list[dict[tuple[int, int], Session]], wanted: tuple[int, int] | None
    ) -> tuple[dict[tuple[int, int], Session], tuple[int, int]]:
        places = [wanted] if wanted else [(column, column + 1) for column in range(self.columns)]
        for place in places:
            if all(place[1] <= taken[0] or taken[1] <= place[0] for taken in lines[-1]):
                return lines[-1], place
        lines.append({})
        return lines[-1], places[0]

    def _columns_of(self, session: Session) -> tuple[int, int] | None:
        """From the first to after the last of its rooms that are neighbours; None where columns are not rooms."""
        places = [place for place, room in enumerate(self.rooms) if room.id in session.rooms]
        if not places:
            return None
        until = places[0] + 1
        while until in places:
            until += 1
        return places[0], until

    # ---- cells

    def _time(self, session: Session) -> Flowable:
        style = TextStyle(Face.SANS_SEMIBOLD, self.size - 0.5, self.text.leading, styles.NAVY)
        return paragraph(self.edition.set(words.hours(self.edition, session), style.face), style)

    def _content(self, session: Session) -> list[TaggedParagraph]:
        """In each language of the print, one below the other; once where both say the same."""
        if session.kind in words.PAUSES:
            return [self._pause(session)]
        found: dict[tuple[str, ...], list[TaggedParagraph]] = {}
        for edition in self.edition.tongues:
            parts = self._said(edition, session)
            found.setdefault(tuple(part.role.words for part in parts), parts)
        return [*chain.from_iterable(found.values()), *self._meta(session)]

    def _said(self, edition: Edition, session: Session) -> list[TaggedParagraph]:
        if session.minutes == 0:
            return [paragraph(_title_runs(edition, session, Face.SANS_ITALIC), self.text)]
        if session.kind == "special-event" and (session.cooperation or session.occasion):
            return [*self._occasion(edition, session), *self._agenda(edition, session)]
        return [paragraph(_title_runs(edition, session), self.text), *self._agenda(edition, session)]

    def _pause(self, session: Session) -> TaggedParagraph:
        style = TextStyle(size=self.size, leading=self.text.leading, colour=styles.GREY, align="centre")
        runs = self._joined(lambda one: _title_runs(one, session))
        if session.place:
            runs += self.edition.set(" – ") + self._joined(lambda one: one.set(session.place))
        return paragraph(runs, style)

    def _occasion(self, edition: Edition, session: Session) -> list[TaggedParagraph]:
        """The sentence that introduces a special event, then its titles in the middle."""
        centred = TextStyle(
            Face.SANS_SEMIBOLD,
            self.size + 0.5,
            (self.size + 0.5) * 1.28,
            styles.NAVY,
            before=3,
            after=3,
            align="centre",
        )
        kind = TextStyle(Face.SANS_SEMIBOLD, self.size, self.text.leading, styles.TEAL)
        plenary = edition.gettext("Plenary session")
        found: list[TaggedParagraph] = [paragraph(edition.set(plenary, kind.face), kind)]
        found.append(paragraph(occasion_sentence(edition, session, before_title=True), self.text))
        title = words.title(edition, session)
        lines = replace(title, words=title.words.replace(" & ", "\n&\n"))
        found.append(paragraph(edition.lines(lines, centred.face), centred, language=title.language))
        return found

    def _agenda(self, edition: Edition, session: Session) -> list[TaggedParagraph]:
        style = TextStyle(size=self.size, leading=self.text.leading, indent=13, after=0.8)
        group = bullet_list()
        return [
            paragraph(edition.set(point.text), style, group=group, bullet=ARROW)
            for point in agenda_shown(edition, session)
        ]

    def _meta(self, session: Session) -> list[TaggedParagraph]:
        """The room, where the column does not say it."""
        told_by_column = bool(self.rooms) and not session.exclusive and len(session.rooms) < 2
        if not self.edition.shows("rooms") or (self.edition.event.mode == "online" and self.rooms):
            return []
        if told_by_column and session.rooms:
            return []
        room = self._joined(lambda one: one.set(words.room_words(one, session)))
        return [paragraph(room, self.small)] if room else []

    def _joined(self, say: Callable[[Edition], Runs]) -> Runs:
        return self.edition.joined(say)

    # ---- pieces

    def _add(self, row: list[Any]) -> int:
        self.rows.append(row)
        return len(self.rows) - 1

    def _empty(self) -> list[Any]:
        return [""] * self.columns


def _title_runs(edition: Edition, session: Session, face: Face = Face.SANS) -> Runs:
    """ "WS 4: Crime and crypto currencies", the label alone where there is no title."""
    label, title = words.label(edition, session), words.title(edition, session)
    runs: Runs = ()
    if label:
        mark = edition.gettext("{label}: ").format(label=label) if title else label
        runs = edition.set(mark, Face.SANS_SEMIBOLD, colour=styles.TEAL)
    if session.exclusive and session.kind not in words.PAUSES and session.minutes and face is Face.SANS:
        face = Face.SANS_SEMIBOLD
    runs += edition.set(title, face)
    mark = words.status_mark(edition, session)
    return runs + (edition.set(f" ({mark})", colour=styles.GREY) if mark else ())


def _columns(edition: Edition) -> tuple[Room, ...]:
    """The rooms that have a column of their own: those in use, if they are few enough; else none."""
    used = {
        room
        for day in days_shown(edition)
        for session in sessions_shown(edition, day)
        if not session.exclusive
        for room in session.rooms
    }
    rooms = tuple(room for room in edition.document.rooms if room.id in used)
    return rooms if len(rooms) <= _MOST_ROOM_COLUMNS else ()
