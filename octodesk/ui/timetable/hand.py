# SPDX-License-Identifier: EUPL-1.2
"""The hand on the timetable: presses and moves become gestures, and what they show meanwhile.

While a button is held the surface has the mouse, wherever it goes; what lies outside (day tabs, lists) is asked for the
target it has there. A drag may also begin in a list, which hands over the session and where it was grabbed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from octodesk.languages import _
from octodesk.ui.timetable.carrying import Carrying, Grip
from octodesk.ui.timetable.floating import FloatingGhost
from octodesk.ui.timetable.gestures import Gesture, Locked
from octodesk.ui.timetable.hand_picture import HandPicture
from octodesk.ui.timetable.overlay import Overlay
from octodesk.ui.timetable.pressing import Modifiers, Press, click, cursor_at, gesture_for, pressed
from octodesk.ui.timetable.showing import choices_of, costs_of, described, overlay_of
from octodesk.ui.timetable.ways import Way
from octodesk.ui.timetable.wishes import Elsewhere, OverDay, OverHeaders, OverUndecided, Pointer, Target

if TYPE_CHECKING:
    from octodesk.ui.timetable.surface import Surface

OPENING_DELAY = 500
"""Milliseconds over a day's tab until the day opens."""
SCROLLING_STEP = 25
EDGE = 26
NEAR = 72
_NONE = Qt.KeyboardModifier.NoModifier


class DropTarget(Protocol):
    """Something outside the timetable that takes what is dragged: a row of day tabs, a list."""

    def drop_target_at(self, position: QPoint) -> Target | None:
        """What lies under a global position; None: nothing of mine."""


class Hand(QObject):
    """At most one gesture at a time. The surface asks it what to paint and passes it mouse and keys."""

    def __init__(self, surface: Surface, targets: Sequence[DropTarget]) -> None:
        """`targets` are asked in turn; more may be added to them."""
        super().__init__(surface)
        self._surface = surface
        self.picture = HandPicture(surface, self)
        self._press: Press | None = None
        self._asking = False
        self.modifiers = Modifiers()
        self._targets = targets
        self._last = QPointF()
        self._floating: FloatingGhost | None = None
        self.gesture: Gesture | None = None
        self.by_keys = self.put_by_keys = False
        self.overlay = Overlay()
        self._opening = self._timer(OPENING_DELAY, self._open_day, once=True)
        self._scrolling = self._timer(SCROLLING_STEP, self._scroll, once=False)

    def _timer(self, interval: int, act: Callable[[], None], *, once: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(once)
        timer.timeout.connect(act)
        return timer

    @property
    def is_busy(self) -> bool:
        return self.gesture is not None

    @property
    def carried(self) -> tuple[str, ...]:
        """The sessions whose old place stands empty meanwhile."""
        return self.gesture.sessions if isinstance(self.gesture, Carrying) else ()

    @property
    def is_near_right_edge(self) -> bool:
        """Whether the mouse carries something by the right edge of the rooms, or just beyond."""
        edge = self._surface.viewport().width()
        near = edge - self._surface.theme.px(NEAR) <= self._last.x() <= edge + self._surface.theme.px(NEAR)
        return self.is_busy and not self.by_keys and near

    # -- the mouse

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier, *, asking: bool = False) -> None:
        """The left button, or with `asking` the right one, went down over the viewport."""
        scene = self._surface.scene
        self.modifiers.begin(modifiers)
        self._press = pressed(scene, at, self._pointer(at), modifiers, asking=asking)
        block = self._press.block
        if block is not None and not self._press.adding and block.session not in scene.selection:
            self._surface.choose((block.session,))

    def move(self, at: QPointF, held: Qt.KeyboardModifier = _NONE) -> None:
        """The mouse moved with the button held."""
        self._last = at
        if self.gesture is None and self._press is not None and self._far_enough(at):
            self._begin(self._press)
        if self.gesture is not None and not self.by_keys:
            self._follow(self.modifiers.way(held))

    def release(self, at: QPointF, held: Qt.KeyboardModifier = _NONE) -> None:
        """The button went up: the wish is told, or asked about, or a click selects."""
        press, self._press = self._press, None
        if self.gesture is not None and not self.by_keys:
            self._last = at
            self._follow(self.modifiers.way(held))
            if self._asking:
                self._ask(self._surface.viewport().mapToGlobal(at.toPoint()))
            else:
                self.finish()
        elif press is not None and press.asking:
            self._surface.menu_wanted.emit(self._surface.viewport().mapToGlobal(at.toPoint()))
        elif press is not None:
            click(self._surface, press)

    def heed(self, held: Qt.KeyboardModifier) -> None:
        """Keys were pressed or let go while the mouse stands still."""
        if isinstance(self.gesture, Carrying) and not self.by_keys:
            self._follow(self.modifiers.way(held))

    def _far_enough(self, at: QPointF) -> bool:
        assert self._press is not None
        return (at - self._press.at).manhattanLength() >= QApplication.startDragDistance()

    def cursor_at(self, at: QPointF) -> Qt.CursorShape:
        return cursor_at(self._surface.scene, self._pointer(at))

    # -- beginning

    def _begin(self, press: Press) -> None:
        self._press = None
        if not self._surface.scene.grid.columns or (press.asking and press.block is None):
            return
        if self._start(lambda: gesture_for(self._surface.scene, press)):
            self._asking = press.asking

    def carry(self, session: str, position: QPoint, grip: Grip, *, others: Sequence[str] = ()) -> None:
        """A drag that begins outside: from now on the surface has the mouse."""
        if not self._surface.scene.grid.columns:
            return
        self._last = QPointF(self._surface.viewport().mapFromGlobal(position))
        if self._start(lambda: Carrying(self._surface.scene, session, others, grip)):
            self._surface.setFocus(Qt.FocusReason.MouseFocusReason)
            self._watch_application(on=True)
            self._follow()

    def _watch_application(self, *, on: bool) -> None:
        """The list in which the button went down has the mouse until it goes up; its events are read on the way.

        Not grabMouse: Wayland allows no grab to a widget that did not get the press.
        """
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        if on:
            application.installEventFilter(self)

    def eventFilter(self, receiver: QObject, event: QEvent) -> bool:
        viewport = self._surface.viewport()
        if not isinstance(event, QMouseEvent) or not isinstance(receiver, QWidget) or receiver is viewport:
            return False
        at = QPointF(viewport.mapFromGlobal(event.globalPosition()))
        if event.type() == QEvent.Type.MouseMove:
            self.move(at, event.modifiers())
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.release(at, event.modifiers())
        return False

    def pick_up(self, session: str) -> None:
        """Carrying by keys: arrows move it, Space or Enter put it down. What is not yet placed begins where one clicked
        last, else when the day opens."""
        scene = self._surface.scene
        placed, blocks = scene.document.session(session).placement is not None, scene.layout.of(session)
        if (placed and not blocks) or not scene.grid.columns:
            return
        if self._start(self._picked(session, blocks[0].first if blocks else 0)):
            self.by_keys = True
            if isinstance(self.gesture, Carrying):
                self.gesture.begin_at(scene.caret or scene.first_cell)
            self.show()

    def _picked(self, session: str, column: int) -> Callable[[], Gesture]:
        scene = self._surface.scene
        others = scene.selection if session in scene.selection else ()
        return lambda: Carrying(scene, session, others, Grip(0, column))

    def _start(self, make: Callable[[], Gesture]) -> bool:
        """Whether the gesture could begin; if not, it was said why."""
        self.cancel()
        try:
            self.gesture = make()
        except Locked as locked:
            self._surface.refuse(locked)
            return False
        self._scrolling.start()
        self._surface.viewport().update()
        return True

    # -- while it lasts

    def _follow(self, way: Way | None = None) -> None:
        assert self.gesture is not None
        target = self._target_at(self._last)
        pointer = self._pointer(self._last, target)
        self.gesture.move(pointer)
        if way is not None and isinstance(self.gesture, Carrying):
            self.gesture.way = way
        self._watch_day(target)
        self._float(target)
        self.show()

    def nudge(self, *, minutes: int, columns: int) -> None:
        assert self.gesture is not None
        self.gesture.nudge(minutes=minutes, columns=columns)
        self.show()

    def show(self) -> None:
        """Computes and repaints what the gesture shows now."""
        if self.gesture is None:
            return
        scene = self._surface.scene
        costs = costs_of(scene, self.gesture, known=self.overlay.costs)
        before, self.overlay = self.overlay, overlay_of(scene, self.gesture, costs)
        self.picture.repaint(before, self.overlay)
        self._surface.drag_described.emit(described(scene, self.gesture, self.overlay))

    def renew(self) -> None:
        """The document or the view has changed under the gesture. It goes on, unless one of its sessions is gone."""
        if self.gesture is None:
            return
        live = self._surface.scene.document.table("session")
        if not all(session in live for session in self.gesture.sessions):
            self.cancel()
            return
        self.overlay = Overlay()
        if isinstance(self.gesture, Carrying):
            self.gesture.shown_again()
            if not self.by_keys:
                self._follow()
        self.show()

    def _pointer(self, at: QPointF, target: Target | None = None) -> Pointer:
        return Pointer(*self._surface.grid_point(at), target)

    def _target_at(self, at: QPointF) -> Target | None:
        """None inside the timetable; else what lies there, for a gesture that can leave it."""
        if not isinstance(self.gesture, Carrying):
            return None
        viewport = self._surface.viewport()
        strip = self.picture.strip_rect()
        if strip is not None and strip.contains(at):
            return OverUndecided()
        if self._surface.is_above_rooms(at):
            return OverHeaders()
        position = viewport.mapToGlobal(at.toPoint())
        if self._surface.rect().contains(self._surface.mapFromGlobal(position)):
            return None
        found = (target.drop_target_at(position) for target in self._targets)
        return next((target for target in found if target is not None), Elsewhere())

    def _watch_day(self, target: Target | None) -> None:
        if not isinstance(target, OverDay) or target.day == self._surface.scene.day:
            self._opening.stop()
        elif not self._opening.isActive():
            self._opening.start()

    def _open_day(self) -> None:
        day = self._day_below()
        if day is not None:
            self._surface.show_day(day)

    def _day_below(self) -> date | None:
        target = self._target_at(self._last) if self.gesture is not None else None
        return target.day if isinstance(target, OverDay) else None

    def _float(self, target: Target | None) -> None:
        """Outside the timetable a small picture of the session goes with the pointer."""
        outside = target is not None and not isinstance(target, OverUndecided | OverHeaders)
        if outside and self._floating is None and isinstance(self.gesture, Carrying):
            face = self._surface.scene.face(self.gesture.main)
            self._floating = FloatingGhost(self._surface.window(), face, self._surface.theme)
        if self._floating is not None:
            self._floating.setVisible(outside)
            self._floating.follow(self._surface.viewport().mapToGlobal(self._last.toPoint()))

    def _scroll(self) -> None:
        """Near an edge the timetable scrolls, and the gesture with it."""
        if isinstance(self._target_at(self._last), OverHeaders):
            return
        if self.by_keys or self.gesture is None or not self._surface.scroll_towards(self._last, EDGE):
            return
        self._follow()

    # -- ending

    def finish(self, way: Way | None = None) -> None:
        """Puts down what is held: the wish is told, after which nothing of the gesture is left."""
        if way is not None and isinstance(self.gesture, Carrying):
            self.gesture.way = way
        wish = self.gesture.wish if self.gesture is not None else None
        self.put_by_keys = self.by_keys
        self.cancel()
        if wish is not None:
            self._surface.tell(wish)

    def _ask(self, position: QPoint) -> None:
        """What to do with what was carried here with the right button."""
        gesture = self.gesture
        wishes = choices_of(self._surface.scene, gesture) if isinstance(gesture, Carrying) else ()
        self.cancel()
        if not wishes:
            return
        menu = QMenu(self._surface)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, wish in wishes:
            menu.addAction(words).triggered.connect(lambda _on=False, wish=wish: self._surface.tell(wish))
        menu.addSeparator()
        menu.addAction(_("Leave as it was"))
        menu.popup(position)

    def cancel(self) -> None:
        """Everything is as before the gesture."""
        self._press, self._asking = None, False
        self._opening.stop()
        self._scrolling.stop()
        if self._floating is not None:
            self._floating.deleteLater()
            self._floating = None
        if self.gesture is None:
            return
        self.gesture, self.by_keys, self.overlay = None, False, Overlay()
        self._watch_application(on=False)
        self._surface.drag_described.emit("")
        self._surface.viewport().update()
