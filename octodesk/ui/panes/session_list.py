# SPDX-License-Identifier: EUPL-1.2
"""A list of sessions: its model, how a line is painted, and dragging out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from octodesk.ui.icons import draw_icon
from octodesk.ui.panes.row_model import Index, Role, RowModel
from octodesk.ui.panes.session_rows import GroupRow, Row, SessionRow
from octodesk.ui.theme import Theme


class SessionModel(RowModel[Row]):
    """Headings and sessions, one below the other."""

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.row(index)
        if role == Role.DisplayRole:
            return row.title if isinstance(row, GroupRow) else f"{row.label} {row.title}".strip()
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return row.spoken
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self.row(index), GroupRow):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    @property
    def sessions(self) -> Sequence[SessionRow]:
        return [row for row in self.rows if isinstance(row, SessionRow)]


class SessionDelegate(QStyledItemDelegate):
    """Paints a line: label, title, marks, and the hour at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        line = QFontMetrics(theme.sans()).height() + 4
        self._heading, self._session = (
            QSize(theme.px(160), max(theme.px(least), line)) for least in (32, 28)
        )

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._heading if isinstance(_row_of(index), GroupRow) else self._session

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_of(index)
        painter.save()
        if isinstance(row, GroupRow):
            self._paint_group(painter, option.rect, row)
        else:
            self._paint_ground(painter, option)
            self._paint_session(painter, option, row)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, row: GroupRow) -> None:
        theme = self.theme
        inside = rect.adjusted(theme.px(12), theme.px(4), -theme.px(12), 0)
        painter.setFont(theme.sans(9, QFont.Weight.DemiBold))
        painter.setPen(QColor(theme.palette.heading))
        painter.drawText(inside, _LEFT, row.title)
        painter.setFont(theme.sans(9))
        painter.setPen(QColor(theme.palette.muted))
        painter.drawText(inside, _RIGHT, str(row.count))

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        palette, rect = self.theme.palette, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(palette.selection))
            painter.fillRect(
                QRect(rect.left(), rect.top(), self.theme.px(3), rect.height()), QColor(palette.focus)
            )
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(palette.soft))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.focus))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def _paint_session(self, painter: QPainter, option: QStyleOptionViewItem, row: SessionRow) -> None:
        theme, palette = self.theme, self.theme.palette
        inside = option.rect.adjusted(theme.px(12), 0, -theme.px(12), 0)
        painter.setFont(theme.sans(9))
        painter.setPen(QColor(palette.muted))
        painter.drawText(inside, _RIGHT, row.when)
        right = inside.right() - painter.fontMetrics().horizontalAdvance(row.when) - theme.px(8)
        right = self._paint_marks(painter, row, right, inside)
        painter.setFont(theme.sans(9, QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.accent))
        column = self._label_width(option)
        painter.drawText(inside, _LEFT, row.label)
        label = painter.fontMetrics().horizontalAdvance(row.label)
        left = inside.left() + max(column, label + theme.px(8) if label else 0)
        painter.setFont(theme.sans())
        painter.setPen(QColor(palette.muted if row.faint else palette.text))
        room = QRect(left, inside.top(), max(0, right - left), inside.height())
        title = painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, title)

    def _paint_marks(self, painter: QPainter, row: SessionRow, right: int, inside: QRect) -> int:
        """Draws the marks leftwards from `right`; the place left of them."""
        theme, size = self.theme, self.theme.px(14)
        for name in row.marks:
            right -= size
            inks = {"warning": theme.palette.error.ink, "question": theme.palette.caution}
            color = inks.get(name, theme.palette.muted)
            draw_icon(painter, name, QRectF(right, inside.center().y() - size / 2 + 1, size, size), color)
            right -= theme.px(4)
        return right - theme.px(2) if row.marks else right

    def _label_width(self, option: QStyleOptionViewItem) -> int:
        """Titles stand below each other: behind the widest label, as far as there is room for that."""
        view = option.widget
        widest = view.label_width if isinstance(view, SessionList) else 0
        return min(widest, option.rect.width() // 3)


_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


def _row_of(index: Index) -> Row:
    model = index.model()
    assert isinstance(model, SessionModel)
    return model.row(index)


class SessionList(QListView):
    """Shows a SessionModel. Picking a line, opening it and dragging it out are told by signals."""

    picked = Signal(tuple)
    """Ids of the sessions selected by the user, the current one last."""
    opened = Signal(str)
    carried = Signal(tuple, QPoint, QPoint)
    """A drag out of the list begins: the sessions, where the button went down, where the mouse is (global)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sessions = SessionModel(parent=self)
        self.label_width = 0
        self.nothing = ""
        self._delegate = SessionDelegate(theme, self)
        self._pressed: QPoint | None = None
        self.setItemDelegate(self._delegate)
        self.setModel(self.sessions)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.selectionModel().selectionChanged.connect(self._tell_picked)
        self.activated.connect(self._open)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self._measure()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_rows(self, rows: Sequence[Row], *, anew: bool = False) -> None:
        """These rows from now on; `anew` for other rows altogether. What is selected stays selected, in silence."""
        chosen = self.chosen()
        self.blockSignals(True)
        if anew:
            self.sessions.start_over(rows)
        else:
            self.sessions.take(rows)
        self.blockSignals(False)
        self._measure()
        self.choose(chosen)
        self.viewport().update()

    def _measure(self) -> None:
        size = QFontMetrics(self._delegate.theme.sans(9, QFont.Weight.DemiBold))
        labels = {row.label for row in self.sessions.sessions if row.label}
        widest = max((size.horizontalAdvance(label) for label in labels), default=0)
        self.label_width = widest + self._delegate.theme.px(12) if widest else 0

    # -- what is selected

    def chosen(self) -> tuple[str, ...]:
        """Ids of the selected sessions, the current one last."""
        rows = [self.sessions.row(index) for index in self.selectionModel().selectedIndexes()]
        found = [row.session for row in rows if isinstance(row, SessionRow)]
        current = self.currentIndex()
        last = self.sessions.row(current).key[1] if current.isValid() else ""
        return tuple(sorted(found, key=lambda one: one == last))

    def choose(self, sessions: Sequence[str]) -> None:
        """Selects these, as far as they are listed, and brings the last into view; nobody is told."""
        if self.chosen() == tuple(sessions):
            return
        model = self.selectionModel()
        model.blockSignals(True)
        model.clear()
        for session in sessions:
            place = self.sessions.place_of(("session", session))
            if place >= 0:
                index = self.sessions.index(place, 0)
                model.select(index, QItemSelectionModel.SelectionFlag.Select)
                model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.blockSignals(False)
        if self.currentIndex().isValid() and sessions:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def _tell_picked(self) -> None:
        self.picked.emit(self.chosen())

    def _open(self, index: QModelIndex) -> None:
        row = self.sessions.row(index)
        if isinstance(row, SessionRow):
            self.opened.emit(row.session)

    def session_at(self, position: QPoint) -> str:
        """The session whose line lies at a global position, "" for none."""
        here = self.viewport().mapFromGlobal(position)
        if not self.isVisible() or not self.viewport().rect().contains(here):
            return ""
        index = self.indexAt(here)
        row = self.sessions.row(index) if index.isValid() else None
        return row.session if isinstance(row, SessionRow) else ""

    # -- dragging out of it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        on_session = index.isValid() and isinstance(self.sessions.row(index), SessionRow)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = event.globalPosition().toPoint() if on_session and left else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._pressed is None:
            return  # a drag that began on a heading selects nothing by the way
        now = event.globalPosition().toPoint()
        if (now - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            start, self._pressed = self._pressed, None
            self.carried.emit(self.chosen(), start, now)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        super().mouseReleaseEvent(event)

    # -- an empty list says why

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.sessions.rows or not self.nothing:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(self._delegate.theme.palette.muted))
        room = self.viewport().rect().adjusted(16, 24, -16, -16)
        painter.drawText(
            room,
            int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap),
            self.nothing,
        )
