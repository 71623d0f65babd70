# SPDX-License-Identifier: EUPL-1.2
"""Rows of a form below each other, which stay themselves, and are dragged into order by their grips."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from octodesk.languages import _
from octodesk.ui.icons import icon
from octodesk.ui.theme import Theme


class Grip(QLabel):
    """What a row is taken by. The keys for the same are Alt with the arrows, on the row's fields."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def set_theme(self, theme: Theme) -> None:
        size = theme.px(12)
        made = icon("grip", theme.palette, color=theme.palette.muted)
        self.setPixmap(made.pixmap(QSize(size, size), self.devicePixelRatio()))
        self.setFixedWidth(size)
        self.setToolTip(_("Drag to put into order"))


class Rows(QWidget):
    """Widgets below each other, one for each key. A key that stays keeps its widget, its focus and its typing."""

    dropped = Signal(str, int)
    """A row was dragged: its key, and the place among the others where it goes."""

    def __init__(self, make: Callable[[str], QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._widgets: dict[Hashable, QWidget] = {}
        self._dragged: str | None = None
        self._pressed = QPoint()
        self._moving = False
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(4)
        self._line = QFrame(self)
        self._line.setObjectName("drop-line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()

    def show_keys(self, keys: Sequence[str]) -> None:
        for gone in [key for key in self._widgets if key not in keys]:
            widget = self._widgets.pop(gone)
            self._inside.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
            if gone == self._dragged:
                self._stop()
        for place, key in enumerate(keys):
            if key not in self._widgets:
                self._widgets[key] = self._made(key)
            if self._inside.indexOf(self._widgets[key]) != place:
                self._inside.insertWidget(place, self._widgets[key])

    def _made(self, key: str) -> QWidget:
        widget = self._make(key)
        for grip in widget.findChildren(Grip):
            grip.installEventFilter(self)
        return widget

    @property
    def widgets(self) -> Sequence[QWidget]:
        """In their order on the screen."""
        items = (self._inside.itemAt(place) for place in range(self._inside.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if widget is not None]

    # -- dragging

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Grip):
            return False
        if isinstance(event, QMouseEvent):
            return self._mouse(watched, event)
        if event.type() in (QEvent.Type.UngrabMouse, QEvent.Type.WindowDeactivate):
            self._stop()
        return False

    def _mouse(self, grip: Grip, event: QMouseEvent) -> bool:
        now = self.mapFromGlobal(event.globalPosition().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._dragged, self._pressed, self._moving = grip.key, now, False
            return True
        if event.type() == QEvent.Type.MouseMove and self._dragged is not None:
            far = (now - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if not self._moving and far:
                self._moving = True
                self.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Escape is heard here
            if self._moving:
                self._show_line(self._gap_at(now.y()))
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and self._dragged is not None:
            self._drop(now.y())
            return True
        return False

    def _drop(self, height: int) -> None:
        dragged, moving = self._dragged, self._moving
        self._stop()
        if dragged is None or not moving:
            return
        order = [key for widget in self.widgets for key, one in self._widgets.items() if one is widget]
        place, gap = order.index(dragged), self._gap_at(height)
        target = gap - (gap > place)
        if target != place:
            self.dropped.emit(dragged, target)

    def _gap_at(self, height: int) -> int:
        """Before which of the rows a drop at this height goes; their count: behind the last."""
        middles = [widget.geometry().center().y() for widget in self.widgets]
        return sum(height > middle for middle in middles)

    def _show_line(self, gap: int) -> None:
        shown = self.widgets
        at = shown[gap].geometry().top() - 2 if gap < len(shown) else shown[-1].geometry().bottom() + 1
        self._line.setGeometry(0, max(0, min(at, self.height() - 2)), self.width(), 2)
        self._line.show()
        self._line.raise_()

    def _stop(self) -> None:
        self._dragged, self._moving = None, False
        self._line.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._moving and event.key() == Qt.Key.Key_Escape:
            self._stop()
        else:
            super().keyPressEvent(event)
