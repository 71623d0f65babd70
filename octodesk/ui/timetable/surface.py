# SPDX-License-Identifier: EUPL-1.2
"""The timetable as a widget: it paints the visible blocks and turns what is done on it into signals.

It changes nothing itself: what a user wants is told as a value of wishes.py, and `commands` makes edits of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
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
from octodesk.ui.timetable import accessible, keys, tooltips
from octodesk.ui.timetable.bars import ZONE_WIDTH, HourBar, RoomBar
from octodesk.ui.timetable.beside import Beside
from octodesk.ui.timetable.carrying import Grip
from octodesk.ui.timetable.faces import ColorBy
from octodesk.ui.timetable.gestures import Locked
from octodesk.ui.timetable.grid import Rect, fitting_scale, fitting_width
from octodesk.ui.timetable.hand import DropTarget, Hand
from octodesk.ui.timetable.picture import Picture
from octodesk.ui.timetable.places import OldPlace, SuggestedPlace
from octodesk.ui.timetable.scene import Scene
from octodesk.ui.timetable.showing import locked_words
from octodesk.ui.timetable.wishes import Drop, Selection, Wish

if TYPE_CHECKING:
    from octodesk.ui.timetable.choices import DropChoices

ZOOM_STEP = 1.15
HANDED = (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton)
COLUMN_WIDTH, DAYS_COLUMN_WIDTH = 170, 118
"""The narrowest a column gets with one day in view, and with several."""


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

    def __init__(self, document: Document, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        accessible.install()
        self.scene = Scene(document)
        self.theme = theme
        self._zones: tuple[str, ...] = ()
        self._fitted = True
        self._choices: DropChoices | None = None
        self._hours, self._heads = HourBar(self), RoomBar(self)
        self.beside = Beside(self)
        self.hand = Hand(self)
        self.picture = Picture(self)
        self.setObjectName("timetable")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.viewport().setMouseTracking(True)
        self._heads.day_clicked.connect(self.show_day)
        self.retranslate()
        self._measure()

    def retranslate(self) -> None:
        self.setAccessibleName(_("Timetable"))
        self.setAccessibleDescription(_("Rooms across, hours down"))
        self.scene.forget_words()
        self._repaint_all()

    # -- what is shown

    def show_document(self, document: Document) -> None:
        """Another conference, or one that changed in many places."""
        self.hand.cancel()
        self.change_document(document, None)

    def change_document(self, document: Document, touched: Iterable[RowKey] | None) -> None:
        """The document after an edit; only the blocks that look different are painted again."""
        if self._choices is not None:
            self._choices.close_now()
        before = self.picture.look()
        selection = self.scene.selection
        if self.scene.change(document, touched):
            self._measure()
            self._repaint_all()
        else:
            self.picture.repaint_changed(before)
        accessible.forget_gone(self)
        self.hand.renew()
        if self.scene.selection != selection:
            self.selected.emit(self.scene.selection)

    def show_day(self, day: date | None) -> None:
        """One day, or with None all days side by side."""
        if day == self.scene.day:
            return
        self.scene.show_day(day)
        self._measure()
        self._repaint_all()
        self.hand.renew()
        self.day_opened.emit(day)

    def show_rooms(self, rooms: Sequence[str] | None) -> None:
        """Only these rooms; None: all."""
        self.scene.show_rooms(rooms)
        self._measure()
        self._repaint_all()

    def color_by(self, color_by: ColorBy) -> None:
        self.scene.paint_by(color_by)
        self._repaint_all()

    def show_zones(self, zones: Sequence[str]) -> None:
        """Hours of these time zones too, beside the conference's own."""
        self._zones = tuple(zones)
        self._measure()
        self._repaint_all()

    def mark_clashing(self, sessions: Iterable[str]) -> None:
        """These sessions carry the clash mark."""
        for session in self.scene.mark_clashing(sessions):
            self.picture.repaint_session(session)

    def show_ghosts(self, places: Iterable[OldPlace]) -> None:
        """Where sessions were, with arrows to where they are now; nothing takes them away."""
        self.beside.show_old(places)

    def glow(self, places: Iterable[SuggestedPlace]) -> None:
        """Places that are suggested; a click on one is told by `suggestion_taken`. Nothing takes them away."""
        self.beside.suggest(places)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.picture.forget()
        self._measure()
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
            self._scroll_into_view(block.rect(self.scene.grid))

    # -- dragging

    def start_drag(self, session: str, position: QPoint, grip: Grip, *, others: Sequence[str] = ()) -> None:
        """A drag that begins in a list: global position, and how many minutes below its start it was grabbed."""
        self.hand.carry(session, position, grip, others=others)

    def add_drop_target(self, target: DropTarget) -> None:
        """Something outside that can take what is dragged; asked on each move."""
        self.hand.add_target(target)

    def tell(self, wish: Wish) -> None:
        """Passes on what a gesture or a key wants."""
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
        self.refused.emit(locked_words(self.scene.document, locked))

    # -- zoom and scrolling

    @property
    def offset(self) -> QPointF:
        """What of the whole timetable stands in the viewport's corner."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def zoom(self, factor: float, *, around: float | None = None) -> None:
        """Changes pixels per minute; `around` is the height in the viewport whose minute stays where it is."""
        grid = self.scene.grid
        at = self.viewport().height() / 2 if around is None else around
        self._fitted = False
        self._rescale(grid.scale * factor)
        y = self.scene.grid.same_minute_at(at + self.offset.y(), grid)
        self._set_ranges()
        self.verticalScrollBar().setValue(round(y - at))
        self.picture.settle()
        self._repaint_all()
        self.zoomed.emit(self.scene.grid.scale)

    def zoom_in(self) -> None:
        self.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self.zoom(1 / ZOOM_STEP)

    def fit(self) -> None:
        """The whole day in the window's height."""
        self._fitted = True
        self._measure()
        self._repaint_all()
        self.zoomed.emit(self.scene.grid.scale)

    def scroll_towards(self, at: QPointF, reach: int) -> bool:
        """Scrolls where the pointer is near an edge of the viewport or beyond; whether anything moved."""
        view, before = self.viewport().rect(), self.offset
        if not QRectF(self.rect()).contains(at + QPointF(self.viewport().pos())):
            return False
        self.verticalScrollBar().setValue(round(before.y() + _push(at.y(), view.height(), reach)))
        self.horizontalScrollBar().setValue(round(before.x() + _push(at.x(), view.width(), reach)))
        return self.offset != before

    def _scroll_into_view(self, rect: Rect) -> None:
        view, offset = self.viewport().size(), self.offset
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        if rect.y < offset.y() or rect.bottom > offset.y() + view.height():
            vertical.setValue(round(rect.y - (view.height() - min(rect.height, view.height())) / 2))
        if rect.x < offset.x() or rect.right > offset.x() + view.width():
            horizontal.setValue(round(rect.x - self.theme.px(20)))

    def _measure(self) -> None:
        """Fits margins, columns and hours to the size of the widget."""
        left = self.theme.px(ZONE_WIDTH) * (1 + len(self._zones)) + self.theme.px(6)
        top = RoomBar.height_for(self.scene, self.theme)
        self.setViewportMargins(left, top, 0, 0)
        self._hours.setGeometry(0, top, left, max(0, self.height() - top))
        self._heads.setGeometry(0, 0, self.width(), top)
        scale = self.scene.grid.scale
        if self._fitted:
            least = 0.75 * self.theme.factor
            scale = max(least, fitting_scale(self.scene.grid, self.viewport().height()))
        self._rescale(scale)
        self._set_ranges()

    def _rescale(self, scale: float) -> None:
        least = COLUMN_WIDTH if len(self.scene.days) < 2 else DAYS_COLUMN_WIDTH
        room = max(1, self.viewport().width())
        width = fitting_width(self.scene.grid.columns, room, least=self.theme.px(least))
        self.scene.measure(scale=scale, column_width=width, text=self.theme.factor)

    def _set_ranges(self) -> None:
        view, grid = self.viewport().size(), self.scene.grid
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(grid.height) - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(self.theme.px(24))
        horizontal.setRange(0, max(0, round(grid.width) - view.width()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(self.theme.px(24))

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self.picture.paint(event.region())

    def _repaint_all(self) -> None:
        self._repaint_bars()
        self.viewport().update()

    def _repaint_bars(self) -> None:
        offset, width = self.offset, self._hours.width()
        self._hours.show_scene(self.scene, self.theme, offset=int(offset.y()), zones=self._zones)
        self._heads.show_scene(
            self.scene, self.theme, offset=int(offset.x()), hours_width=width, zones=self._zones
        )

    # -- what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._repaint_all()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.hand.is_busy:
            self.viewport().update()
        else:
            self.viewport().scroll(dx, dy)
        self._repaint_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM_STEP ** (event.angleDelta().y() / 120), around=event.position().y())
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
        at = event.position() + self.offset
        block = self.scene.layout.at(self.scene.grid, at.x(), at.y())
        if block is not None:
            self.opened.emit(block.session)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.press(self, event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
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
            self.hand.cancel()
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and keys.wants(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UngrabMouse:
            self.hand.cancel()
        if event.type() == QEvent.Type.ToolTip:
            return tooltips.show(self, event)
        if isinstance(event, QNativeGestureEvent):
            return self._pinch(event)
        return super().viewportEvent(event)

    def _pinch(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom(1 + event.value(), around=event.position().y())
        return True


def _push(at: float, size: int, reach: int) -> float:
    """How far to scroll: nothing in the middle, faster the nearer to the edge or beyond."""
    if at < reach:
        return (at - reach) / 2
    return (at - (size - reach)) / 2 if at > size - reach else 0.0
