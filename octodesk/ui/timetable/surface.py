# SPDX-License-Identifier: EUPL-1.2
"""The timetable as a widget: it paints the visible blocks and turns what is done on it into signals.

It changes nothing itself: what a user wants is told as a value of wishes.py, and `commands` makes edits of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.resolve import RowKey
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.timetable import accessible, tooltips
from octodesk.ui.timetable.beside import Beside
from octodesk.ui.timetable.faces import ColorBy
from octodesk.ui.timetable.framing import Frame
from octodesk.ui.timetable.layout import Block
from octodesk.ui.timetable.picture import Picture
from octodesk.ui.timetable.scene import Scene

if TYPE_CHECKING:
    from octodesk.ui.timetable.carrying import Grip
    from octodesk.ui.timetable.choices import DropChoices
    from octodesk.ui.timetable.gestures import Locked
    from octodesk.ui.timetable.hand import DropTarget, Hand
    from octodesk.ui.timetable.places import OldPlace, SuggestedPlace
    from octodesk.ui.timetable.wishes import Drop, Wish

ZOOM_STEP = 1.15
HANDED = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)


class Surface(Spoken, QAbstractScrollArea):
    """The timetable of one document. Signals tell wishes; `selected` a tuple of session ids."""

    wished = Signal(object)
    locks_toggled = Signal(object)
    menu_wanted = Signal(QPoint)
    selected = Signal(object)
    opened = Signal(str)
    renamed = Signal(str)
    refused = Signal(str)
    day_opened = Signal(object)
    zoomed = Signal(float)
    drag_described = Signal(str)
    suggestion_taken = Signal(object)
    reshaped = Signal()
    """Another size, zoom or place: what lies over the timetable moves with it."""

    def __init__(
        self, document: Document, theme: Theme, parent: QWidget | None = None, *, day: date | None = None
    ) -> None:
        super().__init__(parent)
        accessible.install()
        self.scene = Scene(document, day)
        self.theme = theme
        self._choices: DropChoices | None = None
        self.frame = Frame(self)
        self.beside = Beside(self)
        self._hand: Hand | None = None
        self._targets: list[DropTarget] = []
        self.picture = Picture(self)
        self.setObjectName("timetable")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.viewport().setMouseTracking(True)
        self.frame.heads.day_clicked.connect(self.show_day)
        self.retranslate()
        self.frame.measure()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Timetable"))
        self.setAccessibleDescription(_("Rooms across, hours down"))
        self.scene.forget_words()
        self._repaint_all()

    # -- what is shown

    def show_document(self, document: Document) -> None:
        """Another conference, or one that changed in many places."""
        self._cancel_gesture()
        self.change_document(document, None)

    def change_document(self, document: Document, touched: Iterable[RowKey] | None) -> None:
        """The document after an edit; only the blocks that look different are painted again."""
        if self._choices is not None:
            self._choices.close_now()
        before = self.picture.look()
        selection = self.scene.selection
        if self.scene.change(document, touched):
            self.frame.measure()
            self._repaint_all()
        else:
            self.picture.repaint_changed(before)
        accessible.forget_gone(self)
        self._renew_gesture()
        if self.scene.selection != selection:
            self.selected.emit(self.scene.selection)

    def show_day(self, day: date | None) -> None:
        """One day, or with None all days side by side."""
        if day == self.scene.day:
            return
        self.scene.show_day(day)
        self.frame.measure()
        self._repaint_all()
        self._renew_gesture()
        self.day_opened.emit(day)

    def show_view(
        self,
        day: date | None,
        *,
        rooms: Sequence[str] | None = None,
        person: str | None = None,
        sideways: bool = False,
    ) -> None:
        """Another view: one day (None: all), these rooms (None: all), or all that a person does; time down or across."""
        before = self.scene.day
        self.scene.show_view(day, rooms=rooms, person=person, sideways=sideways)
        self.frame.measure()
        self._repaint_all()
        self._renew_gesture()
        if before != day:
            self.day_opened.emit(day)

    def show_rooms(self, rooms: Sequence[str] | None) -> None:
        """Only these rooms; None: all."""
        self.scene.show_rooms(rooms)
        self.frame.measure()
        self._repaint_all()

    def color_by(self, color_by: ColorBy) -> None:
        self.scene.paint_by(color_by)
        self._repaint_all()

    def show_zones(self, zones: Sequence[str]) -> None:
        """Hours of these time zones too, beside the conference's own."""
        self.frame.show_zones(zones)
        self._repaint_all()

    def mark_clashing(self, sessions: Iterable[str]) -> None:
        """These sessions carry the clash mark."""
        for session in self.scene.mark_clashing(sessions):
            self.picture.repaint_session(session)

    def show_ghosts(self, places: Iterable[OldPlace], *, layer: str = "since") -> None:
        """Where sessions were, with arrows to where they are now; nothing takes them away. Each layer is one shower's."""
        self.beside.show_old(places, layer)

    def glow(self, places: Iterable[SuggestedPlace]) -> None:
        """Places that are suggested; a click on one is told by `suggestion_taken`. Nothing takes them away."""
        self.beside.suggest(places)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.picture.forget()
        self.frame.measure()
        self._repaint_all()

    # -- what is selected

    def choose(self, sessions: Iterable[str]) -> None:
        """Selects as a user does: it is told to others."""
        before = self.scene.selection
        self.select(sessions)
        if self.scene.selection != before:
            self.selected.emit(self.scene.selection)

    def select(self, sessions: Iterable[str]) -> None:
        """Selects as others ask; the session selected last is where the keys act."""
        before = self.scene.selection
        self.scene.select(sessions)
        if before != self.scene.selection:
            self.viewport().update()
            accessible.tell_selection(self)

    def reveal(self, session: str) -> None:
        """Brings a session into view, its day too."""
        placement = self.scene.document.session(session).placement
        if placement is None:
            return
        if self.scene.day is not None:
            self.show_day(self.scene.document.day_of(placement))
        for block in self.scene.layout.of(session)[:1]:
            grid = self.scene.grid
            self.frame.reveal(grid.seen(block.rect(grid)))

    # -- dragging

    @property
    def hand(self) -> Hand:
        """Made when something is first done here: to be looked at, a timetable needs none."""
        if self._hand is None:
            from octodesk.ui.timetable.hand import Hand

            self._hand = Hand(self, self._targets)
        return self._hand

    @property
    def used_hand(self) -> Hand | None:
        """None until something was done here."""
        return self._hand

    def _cancel_gesture(self) -> None:
        if self._hand is not None:
            self._hand.cancel()

    def _renew_gesture(self) -> None:
        if self._hand is not None:
            self._hand.renew()

    def start_drag(self, session: str, position: QPoint, grip: Grip, *, others: Sequence[str] = ()) -> None:
        """A drag that begins in a list: global position, and how many minutes below its start it was grabbed."""
        self.hand.carry(session, position, grip, others=others)

    def add_drop_target(self, target: DropTarget) -> None:
        """Something outside that can take what is dragged; asked on each move."""
        self._targets.append(target)

    def tell(self, wish: Wish) -> None:
        """Passes on what a gesture or a key wants."""
        from octodesk.ui.timetable.wishes import Selection

        if isinstance(wish, Selection):
            self.choose(wish.sessions)
        else:
            self.wished.emit(wish)

    def offer_choices(
        self, drop: Drop, met: str, *, swap: Callable[[], object], push: Callable[[], object]
    ) -> None:
        """After a drop on an occupied place: what else could be done, taking the drop's place."""
        from octodesk.ui.timetable.choices import DropChoices

        self._choices = DropChoices(self, drop, met, swap, push)
        if self.hand.put_by_keys:
            self._choices.swap.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_choices(self) -> None:
        self._choices = None

    @property
    def choices(self) -> DropChoices | None:
        """The buttons that stand there for a while."""
        return self._choices

    def refuse(self, locked: Locked) -> None:
        """Says why a gesture cannot begin."""
        from octodesk.ui.timetable.showing import locked_words

        self.refused.emit(locked_words(self.scene.document, locked))

    # -- zoom and scrolling

    @property
    def offset(self) -> QPointF:
        """What of the whole timetable stands in the viewport's corner."""
        return self.frame.offset

    def grid_point(self, at: QPointF) -> tuple[float, float]:
        """Where a point of the viewport lies on the grid."""
        there = at + self.offset
        return self.scene.grid.at(there.x(), there.y())

    def block_at(self, at: QPointF) -> Block | None:
        """The block under a point of the viewport."""
        grid = self.scene.grid
        return self.scene.layout.at(grid, *self.grid_point(at)) if grid.columns else None

    def zoom(self, factor: float, *, around: QPointF | None = None) -> None:
        """Changes pixels per minute; what is at `around` in the viewport stays where it is."""
        self.frame.zoom(factor, around=around)
        self.picture.settle()
        self._repaint_all()
        self.zoomed.emit(self.scene.grid.scale)

    def zoom_in(self) -> None:
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self.zoom(1 / ZOOM_STEP)

    def fit(self) -> None:
        """The whole day in the window's height."""
        self.frame.fit()
        self._repaint_all()
        self.zoomed.emit(self.scene.grid.scale)

    def fit_all(self) -> None:
        """The whole day and every room in the window."""
        self.frame.fit(narrow=True)
        self._repaint_all()
        self.zoomed.emit(self.scene.grid.scale)

    def is_above_rooms(self, at: QPointF) -> bool:
        """Whether a point in coordinates of the viewport lies over the rooms' names."""
        return self.frame.is_above_rooms(at)

    def scroll_towards(self, at: QPointF, reach: int) -> bool:
        """Scrolls where the pointer is near an edge of the viewport or beyond; whether anything moved."""
        return self.frame.scroll_towards(at, reach)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.picture.paint(event.region())

    def _repaint_all(self) -> None:
        self.frame.repaint_bars()
        self.viewport().update()

    # -- what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frame.measure()
        self._repaint_all()
        self.reshaped.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self._hand is not None and self._hand.is_busy:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)
        self.frame.repaint_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), around=event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in HANDED:
            asking = event.button() == Qt.MouseButton.RightButton
            self.hand.press(event.position(), event.modifiers(), asking=asking)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event.position(), event.modifiers())
        if not self.hand.is_busy and not event.buttons():
            self.viewport().setCursor(self.hand.cursor_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() in HANDED:
            self.hand.release(event.position(), event.modifiers())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position())
        if block is not None:
            self.opened.emit(block.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        from octodesk.ui.timetable import keys

        if not keys.press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        from octodesk.ui.timetable import keys

        if not keys.release(self, event):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        accessible.tell_focus(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self._cancel_gesture()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            from octodesk.ui.timetable import keys

            if keys.keeps(self, event):
                event.accept()
                return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UngrabMouse:
            self._cancel_gesture()
        if event.type() == QEvent.Type.ToolTip:
            return tooltips.show(self, event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        return super().viewportEvent(event)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom(1 + event.value(), around=event.position())
        return True
