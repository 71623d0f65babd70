# SPDX-License-Identifier: EUPL-1.2
"""A conference as a Word document: the front page, the table of the programme, and every session in detail."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby

from octodesk import languages
from octodesk.exchange.papers.copies import PAUSES, Copy, Said
from octodesk.exchange.papers.word_front import write_front
from octodesk.exchange.papers.word_sessions import (
    facts_pieces,
    put_people,
    put_points,
    put_titles,
    title_pieces,
)
from octodesk.exchange.papers.word_sheet import NAVY, PAUSE, Piece, Sheet, Table
from octodesk.languages import N_
from octodesk.model.document import Document
from octodesk.model.rows import Room, Session

_MOST_ROOM_COLUMNS = 7
_MOST_IN_PORTRAIT = 3
_TIME_WIDTH = 38.0
_WIDTH, _WIDE = 170.0, 257.0
"""Millimetres between the margins, upright and across."""


def word_document(document: Document, *, tongues: tuple[str, ...], audience: str, made_at: datetime) -> bytes:
    """The .docx. `tongues`: a language or two."""
    copy = Copy(document, tongues, audience)
    event = document.event
    sheet = Sheet(
        copy.language,
        title=document.words(event.name, copy.language),
        subject=event.short_name,
        keywords=f"{event.time_zone}, {event.mode}",
        version=event.version,
        made_at=made_at,
    )
    write_front(sheet, copy)
    _Timetable(sheet, copy).write()
    _Details(sheet, copy).write()
    _write_rooms(sheet, copy)
    sheet.footer(_foot(copy), copy.gettext("Page {page} of {pages}"))
    return sheet.bytes()


def _foot(copy: Copy) -> str:
    """ "Octopus 2021 · Version 4 October 2021 · Draft"."""
    event = copy.document.event
    draft = copy.gettext("Draft") if event.status == "draft" else ""
    version = languages.version_label(event.version, copy.language)
    return " · ".join(part for part in (event.short_name, version, draft) if part)


class _Timetable:
    """The table: days as bands, a column for each room where they are few enough, else one for all."""

    def __init__(self, sheet: Sheet, copy: Copy) -> None:
        self._sheet, self._copy = sheet, copy
        self._rooms = _rooms_with_columns(copy)
        self._columns = max(len(self._rooms), 1) + bool(self._rooms and self._without_room())

    def write(self) -> None:
        copy = self._copy
        if not copy.days:
            return
        wide = self._columns > _MOST_IN_PORTRAIT
        if wide:
            self._sheet.turn(wide=True)
        draft = copy.document.event.status == "draft"
        self._sheet.heading(
            copy.joined(N_("Draft programme") if draft else N_("Programme")), 1, new_page=not wide
        )
        column = ((_WIDE if wide else _WIDTH) - _TIME_WIDTH) / self._columns
        table = self._sheet.table([_TIME_WIDTH, *[column] * self._columns], copy.joined(N_("Programme")))
        self._header(table)
        for day in copy.days:
            self._band(table, day)
            for _, group in groupby(copy.sessions(day), _slot):
                self._slot_rows(table, list(group))
        if wide:
            self._sheet.turn(wide=False)

    def _without_room(self) -> list[Session]:
        """What has a time but no room, and is not drawn across all."""
        sessions = (one for day in self._copy.days for one in self._copy.sessions(day))
        return [one for one in sessions if not one.rooms and not one.exclusive]

    def _header(self, table: Table) -> None:
        copy, row = self._copy, table.row(header=True)
        table.cell(row, 0).paragraph("time", copy.joined(N_("Time")))
        names = [copy.both(room.name) for room in self._rooms]
        for column, said in enumerate(names, start=1):
            for one in said[:1]:
                table.cell(row, column).paragraph("time", one.words, one.language)
        if not self._rooms:
            table.cell(row, 1).paragraph("time", copy.joined(N_("Session")))
        elif self._columns > len(self._rooms):
            elsewhere = all(one.place for one in self._without_room())
            words = copy.joined(N_("Elsewhere")) if elsewhere else copy.joined(N_("Room to be decided"))
            table.cell(row, self._columns).paragraph("time", words)

    def _band(self, table: Table, day: date) -> None:
        copy = self._copy
        names = [languages.capitalised(languages.day_name(day, language)) for language in copy.tongues]
        labels = [
            said.words for row in copy.document.days if row.date == day for said in copy.both(row.label)[:1]
        ]
        cell = table.cell(table.row(), 0, table.columns - 1)
        cell.shade(NAVY)
        cell.paragraph("day", " – ".join([" / ".join(dict.fromkeys(names)), *labels]))

    def _slot_rows(self, table: Table, sessions: list[Session]) -> None:
        """The sessions of one time, in as many rows as they need."""
        for line in _lines(sessions, self._columns_of):
            row = table.row()
            table.cell(row, 0).paragraph("time", self._copy.hours(sessions[0]))
            for session, (first, last) in line:
                self._entry(table, row, session, first, last)

    def _columns_of(self, session: Session) -> tuple[int, int]:
        """The first and last column of a session: all of them for what nothing runs beside."""
        if session.exclusive or not self._rooms:
            return 1, self._columns
        places = [place for place, room in enumerate(self._rooms, start=1) if room.id in session.rooms]
        if not places:
            return self._columns, self._columns
        joined = places == list(range(places[0], places[-1] + 1))
        return places[0], places[-1] if joined else places[0]

    def _entry(self, table: Table, row: object, session: Session, first: int, last: int) -> None:
        copy, cell = self._copy, table.cell(row, first, last)
        default = "plenary" if last - first + 1 == self._columns > 1 else "panel"
        told = self._told_by_columns(session, first, last)
        spoken = not _has_details(copy, session)
        behind = facts_pieces(copy, session, copy.language, rooms=not told, spoken=spoken)
        put_titles(cell.paragraph, copy, session, default_kind=default, behind=behind)
        if session.kind in PAUSES:
            cell.shade(PAUSE)
            cell.centre()
        put_points(cell.paragraph, copy, session, people=False)

    def _told_by_columns(self, session: Session, first: int, last: int) -> bool:
        """Whether the columns say in which rooms it is."""
        if not self._rooms:
            return False
        if session.exclusive:
            return not session.rooms
        return not session.rooms or last - first + 1 == len(session.rooms)


def _slot(session: Session) -> tuple[object, ...]:
    """Sessions of equal times share rows; what nothing runs beside stands alone."""
    return session.start, session.minutes, session.id if session.exclusive else ""


def _lines(sessions: list[Session], columns_of: object) -> Iterator[list[tuple[Session, tuple[int, int]]]]:
    line: list[tuple[Session, tuple[int, int]]] = []
    for session in sessions:
        place = columns_of(session)  # type: ignore[operator]
        if any(place[0] <= last and first <= place[1] for _, (first, last) in line):
            yield line
            line = []
        line.append((session, place))
    if line:
        yield line


def _rooms_with_columns(copy: Copy) -> tuple[Room, ...]:
    """The rooms in which something runs beside others; none where they are too many."""
    sessions = [one for day in copy.days for one in copy.sessions(day)]
    used = {room for one in sessions if not one.exclusive for room in one.rooms}
    rooms = tuple(room for room in copy.document.rooms if room.id in used)
    return rooms if 1 < len(rooms) <= _MOST_ROOM_COLUMNS else ()


# ---- every session in detail


class _Details:
    """What the table has no room for, session by session. Nothing where no session has more to say."""

    def __init__(self, sheet: Sheet, copy: Copy) -> None:
        self._sheet, self._copy = sheet, copy

    def write(self) -> None:
        copy = self._copy
        days = [(day, [one for one in copy.sessions(day) if _has_details(copy, one)]) for day in copy.days]
        if not any(sessions for _, sessions in days):
            return
        self._sheet.heading(copy.joined(N_("Programme in detail")), 1)
        for day, sessions in days:
            if sessions:
                names = [
                    languages.capitalised(languages.day_name(day, language)) for language in copy.tongues
                ]
                self._sheet.heading(" / ".join(dict.fromkeys(names)), 2)
            for session in sessions:
                self._session(session)

    def _session(self, session: Session) -> None:
        copy, put = self._copy, self._sheet.paragraph
        title = title_pieces(copy, session, copy.language, default_kind="panel")
        self._sheet.heading([Piece(copy.hours(session)), Piece(" · "), *title], 3)
        for language in copy.tongues[1:]:
            if said := copy.said(session.title, language):
                put("more title", [Piece(said.words, "name", said.language)], said.language)
        if pieces := facts_pieces(copy, session, copy.language, rooms=True, spoken=True):
            put("facts", pieces, copy.language)
        for what, text in (
            ("subtitle of session", session.subtitle), ("aim", session.aim), ("description", session.description),
            ("outcome", session.outcome),
        ):  # fmt: skip
            for said in copy.paragraphs(text):
                put(what, said.words, said.language)
        put_people(put, copy, session, None)
        if any(part.agenda_point for part in copy.parts(session)):
            put_points(put, copy, session, people=True)


def _has_details(copy: Copy, session: Session) -> bool:
    if copy.is_closed(session):
        return False
    texts = (session.subtitle, session.aim, session.description, session.outcome)
    return any(texts) or bool(copy.parts(session))


# ---- the rooms


def _write_rooms(sheet: Sheet, copy: Copy) -> None:
    """The rooms with their seats and languages, where there is something to tell of them."""
    rooms = copy.document.rooms
    if not any(room.capacity or room.languages or room.building for room in rooms):
        return
    sheet.heading(copy.joined(N_("Rooms")), 1)
    table = sheet.table([60, 50, 20, 40], copy.joined(N_("Rooms")))
    heads = [
        copy.joined(N_("Room")),
        copy.joined(N_("Building")),
        copy.joined(N_("Seats")),
        copy.joined(N_("Interpretation")),
    ]
    _put_row(table, "time", [Said(words, copy.language) for words in heads], header=True)
    for room in rooms:
        names = ", ".join(languages.language_name(code, copy.language) for code in room.languages)
        seats = Said(str(room.capacity or ""), copy.language)
        facts = [copy.said(room.name, copy.language), copy.said(room.building, copy.language), seats]
        _put_row(table, "room", [*facts, Said(names, copy.language)], header=False)


def _put_row(table: Table, what: str, said: list[Said], *, header: bool) -> None:
    row = table.row(header=header)
    for column, one in enumerate(said):
        table.cell(row, column).paragraph(what, one.words, one.language)
