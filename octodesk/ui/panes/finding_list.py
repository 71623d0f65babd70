# SPDX-License-Identifier: EUPL-1.2
"""A list of findings: groups that open and close, each line with a mark whose shape tells how grave it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from octodesk.languages import _
from octodesk.ui.panes.row_model import Index, Role, RowModel
from octodesk.ui.panes.to_do import Finding
from octodesk.ui.theme import Theme


class FindingModel(RowModel[Finding]):
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        finding = self.row(index)
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return said(finding)
        return None


def said(finding: Finding) -> str:
    """A line as it is read out."""
    if finding.heading == "open":
        return _("{rule}: {sentence}, opened").format(rule=finding.name, sentence=finding.sentence)
    if finding.accepted:
        return _("{rule}: {sentence} Accepted: {reason}").format(
            rule=finding.name, sentence=finding.sentence, reason=finding.accepted
        )
    return _("{rule}: {sentence}").format(rule=finding.name, sentence=finding.sentence)


class FindingDelegate(QStyledItemDelegate):
    """A mark, the sort of thing, the sentence; of a group a small arrow, its name, how many."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, palette = self.theme, self.theme.palette
        model = index.model()
        assert isinstance(model, FindingModel)
        finding = model.row(index)
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            painter.fillRect(option.rect, QColor(palette.selection if chosen else palette.soft))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(palette.focus))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = theme.px(28) if finding.indented else 0
        if finding.heading:
            self._paint_arrow(painter, option.rect, finding)
            inset = theme.px(16)
        self._paint_mark(painter, option.rect.adjusted(inset, 0, 0, 0), finding.severity)
        self._paint_words(painter, option.rect.adjusted(inset + theme.px(36), 0, -theme.px(12), 0), finding)
        painter.restore()

    def _paint_words(self, painter: QPainter, inside: QRect, finding: Finding) -> None:
        theme, palette = self.theme, self.theme.palette
        column = min(theme.px(210), inside.width() // 3)
        painter.setPen(QColor(palette.muted if finding.accepted else palette.text))
        painter.setFont(theme.sans(10, QFont.Weight.DemiBold))
        name = QRect(inside.left(), inside.top(), column - theme.px(8), inside.height())
        if finding.heading and not finding.folded:
            _elided(painter, inside, f"{finding.name} · {finding.sentence}")
        elif finding.group == finding.rule:  # the line of the group has said it
            painter.setFont(theme.sans())
            _elided(painter, inside, finding.sentence)
        else:
            _elided(painter, name, finding.name)
            painter.setFont(theme.sans())
            _elided(painter, inside.adjusted(column, 0, 0, 0), finding.sentence)

    def _paint_arrow(self, painter: QPainter, rect: QRect, finding: Finding) -> None:
        """To the right while closed, down while open."""
        size = self.theme.px(8)
        middle = QPointF(rect.left() + self.theme.px(14), rect.center().y() + 1)
        closed = ((-0.3, -0.5), (0.3, 0.0), (-0.3, 0.5))
        shape = closed if finding.heading == "closed" else tuple((y, x) for x, y in closed)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.palette.muted))
        painter.drawPolygon(QPolygonF([middle + QPointF(x * size, y * size) for x, y in shape]))

    def _paint_mark(self, painter: QPainter, rect: QRect, severity: str) -> None:
        """A filled diamond for an error, a triangle for a warning, a ring for a note."""
        palette, size = self.theme.palette, self.theme.px(10)
        middle = QPointF(rect.left() + self.theme.px(19), rect.center().y() + 1)
        half = size / 2
        if severity == "error":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.error.ink))
            diamond = ((0, -half - 1), (half + 1, 0), (0, half + 1), (-half - 1, 0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in diamond]))
        elif severity == "warning":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.caution))
            triangle = ((0, -half), (half, half), (-half, half))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in triangle]))
        else:
            painter.setPen(QPen(QColor(palette.caution), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(middle.x() - half + 1, middle.y() - half + 1, size - 2, size - 2))


def _elided(painter: QPainter, rect: QRect, words: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class FindingList(QListView):
    """Tells by `chosen` which line one went to, by `current` on which one stands (None: on none)."""

    chosen = Signal(object)
    current = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingModel(parent=self)
        self.nothing = ""
        self._delegate = FindingDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.findings)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        self.selectionModel().currentChanged.connect(lambda _now, _before: self.current.emit(self.finding))

    @property
    def finding(self) -> Finding | None:
        """The line one stands on."""
        index = self.currentIndex()
        return self.findings.row(index) if index.isValid() else None

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.findings.row(index))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.findings.rows:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._delegate.theme.palette.muted))
            room = self.viewport().rect().adjusted(12, 10, -12, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), self.nothing)
