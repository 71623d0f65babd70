# SPDX-License-Identifier: EUPL-1.2
"""Availability painted on a strip: a line per day, half-hours along it; dragging or Space changes it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from octodesk.edits.together import together
from octodesk.languages import _
from octodesk.model import timetable
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.fields import Span
from octodesk.ui import words
from octodesk.ui.panes.availability import CELLS, FIRST, LAST, STEP, Cell, begins_of, cells_of, spans_of
from octodesk.ui.panes.record_page import Ids, Part
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class WeekStrip(QWidget):
    """Shows the free half-hours and, above them, where the row's sessions lie."""

    def __init__(self, owner: Availability, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = owner
        self._cursor: Cell = (0, 4)
        self._painting: bool | None = None
        self._free: set[Cell] = set()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_cells(self, free: frozenset[Cell]) -> None:
        if self._painting is None:
            self._free = set(free)
        self.updateGeometry()
        self.update()

    @property
    def free(self) -> frozenset[Cell]:
        return frozenset(self._free)

    # -- its measures

    def _line(self) -> int:
        return self.fontMetrics().height() + 4

    def _left(self) -> int:
        return (
            max(
                (
                    self.fontMetrics().horizontalAdvance(words.short_day_words(day))
                    for day in self._owner.days
                ),
                default=40,
            )
            + 8
        )

    def sizeHint(self) -> QSize:
        return QSize(200, self._line() * (len(self._owner.days) + 1))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def rect_of(self, cell: Cell) -> QRectF:
        width = (self.width() - self._left()) / CELLS
        return QRectF(
            self._left() + cell[1] * width, self._line() * (cell[0] + 1) + 2, width, self._line() - 4
        )

    def _cell_at(self, at: QPointF) -> Cell | None:
        width = (self.width() - self._left()) / CELLS
        place, cell = int(at.y() // self._line()) - 1, int((at.x() - self._left()) // width)
        return (place, cell) if 0 <= place < len(self._owner.days) and 0 <= cell < CELLS else None

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self._owner.theme.palette
        painter.setPen(QColor(palette.muted))
        for hour in range(FIRST, LAST + 1, 3):
            x = self._left() + (hour - FIRST) * 60 / STEP * (self.width() - self._left()) / CELLS
            painter.drawText(QRectF(x, 0, 60, self._line()), int(Qt.AlignmentFlag.AlignVCenter), f"{hour}")
        for place, day in enumerate(self._owner.days):
            painter.setPen(QColor(palette.muted))
            line = QRectF(0, self._line() * (place + 1), self._left() - 8, self._line())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words.short_day_words(day))
            for cell in range(CELLS):
                self._paint_cell(painter, (place, cell))
        if self.hasFocus():
            painter.setPen(QPen(QColor(palette.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect_of(self._cursor))

    def _paint_cell(self, painter: QPainter, cell: Cell) -> None:
        palette, rect = self._owner.theme.palette, self.rect_of(cell)
        if cell in self._free:
            painter.fillRect(rect, QColor(palette.selection))
        else:
            # Never by colour alone: hatched as on the timetable.
            painter.fillRect(rect, QBrush(QColor(palette.muted), Qt.BrushStyle.BDiagPattern))
        if cell in self._owner.taken:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 3, rect.width(), 3), QColor(palette.focus))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self._cell_at(QPointF(event.pos()))
            if cell is not None:
                QToolTip.showText(event.globalPos(), self._said(cell), self)
            return True
        return super().event(event)

    def _said(self, cell: Cell) -> str:
        day = self._owner.days[cell[0]]
        at = f"{begins_of(day, cell[1]):%H:%M}"
        template = _("{day}, {time}: available") if cell in self._free else _("{day}, {time}: not available")
        return template.format(day=words.day_words(day), time=at)

    # -- changing it

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._painting = cell not in self._free
            self._paint_over(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if cell is not None and self._painting is not None:
            self._paint_over(cell)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._painting is not None:
            self._painting = None
            self._owner.write(self.free)

    def _paint_over(self, cell: Cell) -> None:
        self._cursor = cell
        (self._free.add if self._painting else self._free.discard)(cell)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            day = min(max(0, self._cursor[0] + step[0]), len(self._owner.days) - 1)
            self._cursor = (day, min(max(0, self._cursor[1] + step[1]), CELLS - 1))
            self.setAccessibleDescription(self._said(self._cursor))
            self.update()
        elif event.key() == Qt.Key.Key_Space:
            changed = self._free ^ {self._cursor}
            self._owner.write(frozenset(changed))
        else:
            super().keyPressEvent(event)


class Availability(Part):
    """The strip of the one row shown; of several nothing."""

    def __init__(self, bench: Workbench, theme: Theme, table: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self.theme, self._table = bench, theme, table
        self._ids: Ids = ()
        self.days: list[date] = []
        self.taken: frozenset[Cell] = frozenset()
        self._caption = QLabel()
        self._caption.setProperty("look", "caption")
        self.strip = WeekStrip(self)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._caption)
        inside.addWidget(self.strip)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        for widget in (self._caption, self.strip):
            widget.setFont(theme.sans(9))
        self.strip.updateGeometry()

    def show_rows(self, ids: Ids) -> None:
        self._ids = ids
        self.setVisible(len(ids) == 1)
        if len(ids) != 1:
            return
        document = self._bench.document
        self.days = list(timetable.dates(document))
        self.taken = self._taken(document, ids[0])
        self._caption.setText(_("Available: drag over the hours to change it"))
        self.strip.setAccessibleName(_("Availability by half-hours; the arrows move, Space changes"))
        self.strip.show_cells(cells_of(self._spans(document, ids[0]), self.days))

    def _spans(self, document: Document, row_id: str) -> tuple[Span, ...]:
        row = document.person(row_id) if self._table == "person" else document.room(row_id)
        return row.availability

    def _taken(self, document: Document, row_id: str) -> frozenset[Cell]:
        """The half-hours that sessions lie in."""
        ids = (
            document.sessions_of(row_id)
            if self._table == "person"
            else [one.id for one in document.sessions_in(row_id)]
        )
        spans = []
        for one in ids:
            session = document.session(one)
            if session.start is not None and session.minutes:
                spans.append((session.start, document.end(session)))
        return frozenset(
            (place, cell) for place, day in enumerate(self.days) for cell in range(CELLS)
            if any(begins <= begins_of(day, cell) < ends for begins, ends in spans)
        )  # fmt: skip

    def write(self, free: frozenset[Cell]) -> None:
        """The half-hours painted as an edit."""
        spans = spans_of(free, self.days)

        def edit(document: Document) -> Edit:
            return together(
                self._ids,
                lambda one: document.edit("field-set", document.row(self._table, one), availability=spans),
            )

        if not self._bench.do(edit):
            self.show_rows(self._ids)
