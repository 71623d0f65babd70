# SPDX-License-Identifier: EUPL-1.2
"""The agenda list: every session in a plain table that can do what the timetable can, and is read by any screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.edits.sessions import place, resize
from octodesk.languages import _, folded
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.rows import Kind
from octodesk.ui import reading, words
from octodesk.ui.panes.cell_table import CellTable
from octodesk.ui.panes.cells import CellModel, Column
from octodesk.ui.panes.columns import text_language
from octodesk.ui.panes.session_edits import placed_at, placed_on
from octodesk.ui.reading import Unreadable
from octodesk.ui.spoken import Spoken
from octodesk.ui.timetable import keys
from octodesk.ui.timetable.faces import state_words
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface


def _day(document: Document, session: str) -> str:
    at = document.session(session).placement
    return words.short_day_words(document.day_of(at)) if at is not None else _("Not yet placed")


def _write_day(document: Document, session: str, day: date) -> Edit:
    return placed_on(document, session, day)


def _day_called(document: Document, typed: str) -> date:
    wanted = folded(typed.strip())
    for day in days_shown(document):
        if wanted in (folded(words.short_day_words(day)), folded(words.day_words(day)), day.isoformat()):
            return day
    raise Unreadable(_("No day of the conference is called “{typed}”.").format(typed=typed.strip()))


def _start(document: Document, session: str) -> str:
    at = document.session(session).placement
    return words.clock_words(document, at.start) if at is not None else ""


def _write_start(document: Document, session: str, hour: time | None) -> Edit:
    if hour is None:
        return Edit("session-moved", (), (session,))
    return placed_at(document, session, hour, first_day=days_shown(document)[0])


def _end(document: Document, session: str) -> str:
    row = document.session(session)
    return words.clock_words(document, document.end(row)) if row.placement is not None else ""


def _length(document: Document, session: str) -> str:
    return languages.duration(document.session(session).minutes, languages.language())


def _write_length(document: Document, session: str, minutes: int) -> Edit:
    return resize(document, session, minutes=minutes)


def _label(document: Document, session: str) -> str:
    return words.label_and_title(document, session)[0]


def _title(document: Document, session: str) -> str:
    return words.label_and_title(document, session)[1]


def _write_title(document: Document, session: str, typed: str) -> Edit:
    return set_field(
        document,
        table="session",
        row_id=session,
        field="title",
        value=typed.strip(),
        language=text_language(document),
    )


def _room(document: Document, session: str) -> str:
    row = document.session(session)
    if row.placement is None:
        return ""
    return words.held_in(document, row.placement, document.words(row.place, languages.language()))


def _rooms_called(document: Document, typed: str) -> tuple[str, ...]:
    """Several rooms are joined by "+" or a comma; nothing is "to be decided"."""
    names = [part.strip() for part in typed.replace("+", ",").split(",") if part.strip()]
    known = {folded(words.room_name(document, room.id)): room.id for room in document.rooms}
    for name in names:
        if folded(name) not in known:
            raise Unreadable(_("No room is called “{typed}”.").format(typed=name))
    return tuple(known[folded(name)] for name in names)


def _write_room(document: Document, session: str, rooms: tuple[str, ...]) -> Edit:
    at = document.session(session).placement
    if at is None:
        raise Refused("not-placed", session=session)
    return place(document, session, start=at.start, rooms=rooms)


def _kind(document: Document, session: str) -> str:
    kind = document.find("kind", document.session(session).kind)
    return document.words(kind.name, languages.language()) if isinstance(kind, Kind) else ""


def _people(document: Document, session: str) -> str:
    return words.panel_words(document, session)


def columns(bench: Workbench) -> tuple[Column, ...]:
    def rooms(document: Document) -> Sequence[str]:
        return [words.room_name(document, room.id) for room in document.rooms]

    def days(document: Document) -> Sequence[str]:
        return [words.short_day_words(day) for day in days_shown(document)]

    def day_called(typed: str) -> date:
        return _day_called(bench.document, typed)

    def rooms_called(typed: str) -> tuple[str, ...]:
        return _rooms_called(bench.document, typed)

    return (
        Column(lambda: _("Day"), _day, _write_day, read=day_called, offer=days, whole=True),
        Column(lambda: _("Start"), _start, _write_start, read=reading.hour, right=True, whole=True),
        Column(lambda: _("End"), _end, right=True, whole=True),
        Column(lambda: _("Length"), _length, _write_length, read=reading.length, right=True, whole=True),
        Column(lambda: _("Number"), _label, whole=True),
        Column(lambda: _("Title"), _title, _write_title, share=22),
        Column(lambda: _("Room"), _room, _write_room, read=rooms_called, offer=rooms, share=9),
        Column(lambda: _("Kind"), _kind, share=10),
        Column(lambda: _("People"), _people, share=14),
        Column(lambda: _("State"), state_words, share=8),
    )


class Agenda(Spoken, CellTable):
    """All sessions in programme order, the not yet placed last. What is selected is selected everywhere."""

    unit = 7
    opened = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, bench: Workbench, surface: Surface, parent: QWidget | None = None) -> None:
        self._bench, self._surface = bench, surface
        self._following = False
        super().__init__(CellModel(bench, columns(bench)), parent)
        self.setObjectName("agenda")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.selectionModel().selectionChanged.connect(self._chosen)
        bench.changed.connect(lambda _news: self.show_sessions())
        bench.selected.connect(self._follow)
        self.show_sessions()
        self.retranslate()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Agenda"))
        self.setAccessibleDescription(_("All sessions in order of time; F2 changes a cell"))
        self.show_sessions()
        self._cells.change_all()

    def show_sessions(self) -> None:
        if self.isVisible() or not self._cells.rows:
            self._cells.show_rows([session.id for session in self._bench.document.sessions])
            self._fit_columns()
            self._follow()

    def go_to(self, session: str) -> None:
        place = self._cells.place_of(session)
        if place >= 0:
            index = self._cells.index(place, max(0, self.currentIndex().column()))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)

    @property
    def sessions(self) -> tuple[str, ...]:
        """The selected ones, the current one last."""
        rows = [self._cells.id_at(index) for index in self.selectionModel().selectedRows()]
        current = self.currentIndex()
        last = self._cells.id_at(current) if current.isValid() else ""
        return tuple(sorted(rows, key=lambda one: one == last))

    def _chosen(self) -> None:
        if not self._following:
            self._bench.select(self.sessions)

    def _follow(self) -> None:
        """Selects what is selected elsewhere."""
        wanted = self._bench.selection
        if not self.isVisible() or set(self.sessions) == set(wanted):
            return
        chosen = QItemSelection()
        for session in wanted:
            place = self._cells.place_of(session)
            if place >= 0:
                chosen.select(
                    self._cells.index(place, 0), self._cells.index(place, len(self._cells.columns) - 1)
                )
        self._following = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if wanted:
            self.go_to(wanted[-1])
        self._following = False

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._passes(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def _passes(self, event: QKeyEvent) -> bool:
        """Whether the timetable does with this key here what it does there: moving, resizing, taking off, fixing."""
        if self.state() == QAbstractItemView.State.EditingState:
            return False
        if self._surface.hand.is_busy:
            return True
        plain = event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
        is_own = event.key() in (
            *keys.ARROWS,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_F2,
            Qt.Key.Key_Escape,
        )
        return keys.wants(event) and not (is_own and not plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._passes(event) and keys.press(self._surface, event):
            return
        QAbstractItemView.keyPressEvent(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self.show_sessions()
        self._follow()
