# SPDX-License-Identifier: EUPL-1.2
"""Dragging people out of their table onto a session: a block, a line of the Workshops list, or the panel in the inspector."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from octodesk.edits.people import contribute_all
from octodesk.languages import _, ngettext
from octodesk.ui import words
from octodesk.ui.timetable.pressing import block_under
from octodesk.ui.timetable.wishes import Pointer

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Place:
    """Where people would take part."""

    session: str
    role: str = "speaker"


class FromPeople(QObject):
    """One drag at a time. The button is held over the table, which has the grab: all its mouse events are looked at."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bench = window, window.bench
        self._people: tuple[str, ...] = ()
        self._place: Place | None = None
        self._ghost: QLabel | None = None

    def carry(self, people: tuple[str, ...], _start: QPoint, now: QPoint) -> None:
        """A drag that began in the Speakers table."""
        if not people:
            return
        self._people = people
        self._ghost = QLabel(self._ghost_words(), self._window)
        self._ghost.setObjectName("carried")
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.adjustSize()
        self._ghost.show()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one while a window is
        self._follow(now)

    def _ghost_words(self) -> str:
        first = words.person_name(self._bench.document, self._people[-1])
        others = len(self._people) - 1
        more = ngettext("{name} and {n} other", "{name} and {n} others", others)
        return more.format(name=first, n=others) if others else first

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._stop()
            return True
        if kind in (QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate) and receiver.isWidgetType():
            self._stop()
        if isinstance(event, QMouseEvent) and receiver.isWidgetType():
            if kind == QEvent.Type.MouseMove:
                self._follow(event.globalPosition().toPoint())
                return True
            if kind == QEvent.Type.MouseButtonRelease:
                self._drop()
        return False

    def _follow(self, position: QPoint) -> None:
        self._place = self._place_at(position)
        if self._ghost is not None:
            self._ghost.move(self._window.mapFromGlobal(position) + QPoint(12, 8))
            self._ghost.raise_()
        self._window.notices.describe_drag(self._described())

    def _described(self) -> str:
        if self._place is None:
            return _("Drop on a session, or on its panel in the inspector.")
        session = words.short_session_name(self._bench.document, self._place.session)
        role = words.role_name(self._place.role)
        return _("{name} takes part in {session}: {role}").format(
            name=self._ghost_words(), session=session, role=role
        )

    def _place_at(self, position: QPoint) -> Place | None:
        places: tuple[Callable[[QPoint], Place | None], ...] = (self._on_panel, self._in_list, self._on_block)
        return next((place for find in places if (place := find(position))), None)

    def _on_panel(self, position: QPoint) -> Place | None:
        inspector = self._window.panes.inspector
        role = inspector.lineup.role_at(position) if inspector.shows_session else None
        return Place(self._bench.current, role) if role else None

    def _in_list(self, position: QPoint) -> Place | None:
        for listed in (self._window.panes.workshops.list, self._window.panes.speakers.sessions):
            session = listed.session_at(position)
            if session:
                return Place(session)
        return None

    def _on_block(self, position: QPoint) -> Place | None:
        surface = self._window.surface
        if not _contains(surface.viewport(), position):
            return None
        at = QPointF(surface.viewport().mapFromGlobal(position)) + surface.offset
        block = block_under(surface.scene, Pointer(at.x(), at.y(), None))
        return Place(block.session) if block else None

    def _drop(self) -> None:
        people, place = self._people, self._place
        self._stop()
        if place is not None:
            made = partial(
                contribute_all, session_id=place.session, people=people, role=place.role,
                author_id=self._bench.author_id,
            )  # fmt: skip
            self._bench.do(made)

    def _stop(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]  # as above
        self._people, self._place = (), None
        if self._ghost is not None:
            self._ghost.deleteLater()
            self._ghost = None
        self._window.notices.describe_drag("")


def _contains(widget: QWidget, position: QPoint) -> bool:
    return widget.isVisible() and QRect(widget.mapToGlobal(QPoint()), widget.size()).contains(position)
