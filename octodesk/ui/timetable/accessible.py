# SPDX-License-Identifier: EUPL-1.2
"""The timetable for those who hear it: a list named "Timetable" whose items are the blocks, each with its sentence.

Nothing here exists until an assistive technology asks: interfaces are made one by one, kept on the surface by session
id, valid only as long as surface and session are there, and deleted with them. `interface_cast` is left to Qt: overridden
in Python, whatever it returns ends in a crash of the process (PySide6 6.11 under AT-SPI).
"""

# Qt takes None for "nothing there"; its type stubs do not say so.
# mypy: disable-error-code="override"

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from octodesk.languages import _
from octodesk.ui.timetable import canvas
from octodesk.ui.timetable.faces import spoken_block, tooltip_lines

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

Text = QAccessible.Text


class SurfaceInterface(QAccessibleInterface):
    """The list. Its children are the sessions in view, by day, start and room."""

    def __init__(self, surface: Surface) -> None:
        super().__init__()
        self._surface = surface
        self._items: dict[str, BlockInterface] = {}

    @property
    def _sessions(self) -> list[str]:
        return [block.session for block in self._surface.scene.layout.in_reading_order()]

    def item(self, session: str) -> BlockInterface:
        """The interface of one session, made when first asked for."""
        found = self._items.get(session)
        if found is None:
            found = self._items[session] = BlockInterface(self._surface, session)
            QAccessible.registerAccessibleInterface(found)
        return found

    def forget_gone(self) -> None:
        """Deletes the interfaces of sessions that are no longer in view."""
        shown = set(self._sessions)
        for session in [one for one in self._items if one not in shown]:
            _delete(self._items.pop(session))

    def place_of(self, session: str) -> int:
        sessions = self._sessions
        return sessions.index(session) if session in sessions else -1

    def isValid(self) -> bool:
        return shiboken6.isValid(self._surface)

    def object(self) -> QObject:
        return self._surface

    def window(self) -> QWindow | None:
        return self._surface.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        parent = self._surface.parentWidget()
        return QAccessible.queryAccessibleInterface(parent) if parent is not None else None

    def childCount(self) -> int:
        return len(self._surface.scene.layout.blocks)

    def child(self, index: int) -> QAccessibleInterface | None:
        sessions = self._sessions
        return self.item(sessions[index]) if 0 <= index < len(sessions) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        block = self._surface.block_at(self._surface.viewport().mapFromGlobal(QPoint(x, y)).toPointF())
        return self.item(block.session) if block is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        current = self._surface.scene.current
        shown = current is not None and current in self._surface.scene.layout.blocks
        return self.item(current) if shown and current else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self.place_of(child.session) if isinstance(child, BlockInterface) else -1

    def relations(self, match: QAccessible.RelationFlag | None = None) -> list:
        return []

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def rect(self) -> QRect:
        return QRect(self._surface.mapToGlobal(QPoint(0, 0)), self._surface.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.multiSelectable = True
        state.focused = self._surface.hasFocus()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if kind == Text.Name:
            return self._surface.accessibleName()
        return self._surface.accessibleDescription() if kind == Text.Description else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The words come from the program."""


class BlockInterface(QAccessibleInterface):
    """One session on the timetable."""

    def __init__(self, surface: Surface, session: str) -> None:
        super().__init__()
        self._surface = surface
        self.session = session

    def isValid(self) -> bool:
        return shiboken6.isValid(self._surface) and self.session in self._surface.scene.layout.blocks

    def object(self) -> None:
        return None

    def window(self) -> QWindow | None:
        return self._surface.window().windowHandle() if shiboken6.isValid(self._surface) else None

    def parent(self) -> QAccessibleInterface | None:
        return QAccessible.queryAccessibleInterface(self._surface)

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> None:
        return None

    def childAt(self, x: int, y: int) -> None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def relations(self, match: QAccessible.RelationFlag | None = None) -> list:
        return []

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        block = self._surface.scene.layout.of(self.session)[0]
        rect = canvas.drawn_block(block, self._surface.scene.grid).translated(-self._surface.offset).toRect()
        return QRect(self._surface.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = True
        state.selectable = True
        if self.isValid():
            scene = self._surface.scene
            state.selected = self.session in scene.selection
            state.focused = self._surface.hasFocus() and self.session == scene.current
        return state

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        document = self._surface.scene.document
        if kind == Text.Name:
            return spoken_block(document, self.session)
        return self._description() if kind == Text.Description else ""

    def _description(self) -> str:
        scene = self._surface.scene
        clash = [_("Has a clash")] if scene.face(self.session).clashing else []
        beside = self._surface.beside.words_of(self.session)
        return ". ".join([*clash, *beside, *tooltip_lines(scene.document, self.session)[1:]])

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The words come from the conference."""


def install() -> None:
    """From now on timetables are read out; once per program."""
    if not _installed:
        QAccessible.installFactory(_make)
        _installed.append(True)


_installed: list[bool] = []
_surfaces: dict[int, SurfaceInterface] = {}


def _make(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    from octodesk.ui.timetable.surface import Surface

    if not isinstance(thing, Surface):
        return None
    return interface_of(thing)


def interface_of(surface: Surface) -> SurfaceInterface:
    """The one interface of a surface; it goes when the surface goes."""
    key = id(surface)
    found = _surfaces.get(key)
    if found is None or not found.isValid():
        found = _surfaces[key] = SurfaceInterface(surface)
        surface.destroyed.connect(lambda: _surfaces.pop(key, None))
    return found


def known(surface: Surface) -> SurfaceInterface | None:
    """The interface of a surface, if anybody has asked for it yet."""
    return _surfaces.get(id(surface))


def forget_gone(surface: Surface) -> None:
    """After the document was swapped: what is gone can no longer be asked."""
    found = known(surface)
    if found is not None:
        found.forget_gone()


def tell_selection(surface: Surface) -> None:
    """What is selected now, and where the keys act."""
    if not QAccessible.isActive():
        return
    QAccessible.updateAccessibility(QAccessibleEvent(surface, QAccessible.Event.SelectionWithin))
    if surface.hasFocus():
        tell_focus(surface)


def tell_focus(surface: Surface) -> None:
    current = surface.scene.current
    if current is None or not QAccessible.isActive():
        return
    place = interface_of(surface).place_of(current)
    if place >= 0:
        event = QAccessibleEvent(surface, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)


def announce(widget: QWidget, sentence: str) -> None:
    """Says a sentence to those who hear the window."""
    if QAccessible.isActive() and sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def _delete(interface: QAccessibleInterface) -> None:
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(interface))
