# SPDX-License-Identifier: EUPL-1.2
"""Clashes and what is still to do: two lists under two tabs. A line that is chosen goes to its session."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QWidget,
)

from octodesk.desk import News
from octodesk.languages import _
from octodesk.ui.panes.row_model import Index, Role, RowModel
from octodesk.ui.panes.to_do import Finding, finding_of, to_do
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class FindingModel(RowModel[Finding]):
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        finding = self.row(index)
        if role in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return _("{rule}: {sentence}").format(rule=finding.name, sentence=finding.sentence)
        return None


class FindingDelegate(QStyledItemDelegate):
    """A mark whose shape tells how grave it is, the sort of thing, the sentence."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.theme.px(240), self.theme.px(32))

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
        self._paint_mark(painter, option.rect, finding.severity)
        inside = option.rect.adjusted(theme.px(36), 0, -theme.px(12), 0)
        strong = theme.sans(10, QFont.Weight.DemiBold)
        column = min(theme.px(190), inside.width() // 3)
        painter.setPen(QColor(palette.text))
        painter.setFont(strong)
        _elided(
            painter, QRect(inside.left(), inside.top(), column - theme.px(8), inside.height()), finding.name
        )
        painter.setFont(theme.sans())
        _elided(painter, inside.adjusted(column, 0, 0, 0), finding.sentence)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, severity: str) -> None:
        """A filled diamond for an error, a triangle for a warning, a ring for a note."""
        palette, size = self.theme.palette, self.theme.px(10)
        middle = QPointF(rect.left() + self.theme.px(19), rect.center().y() + 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
            painter.drawEllipse(QRectF(middle.x() - half + 1, middle.y() - half + 1, size - 2, size - 2))


def _elided(painter: QPainter, rect: QRect, words: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)


class FindingList(QListView):
    """Tells by `chosen` which line one went to."""

    chosen = Signal(object)

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


class FindingsPane(Spoken, QStackedWidget):
    """The two lists. `tabs` stands in the dock's title. `sought` names the session of a line that was chosen,
    `lacking` with it the language in which something is missing."""

    sought = Signal(str)
    lacking = Signal(str, str)

    def __init__(
        self, bench: Workbench, theme: Theme, tabs: QTabBar | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.clashes, self.to_do = FindingList(theme), FindingList(theme)
        self.tabs = tabs or QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for name, findings in (("clashes", self.clashes), ("todo", self.to_do)):
            findings.setObjectName(name)
            findings.chosen.connect(self._chosen)
            self.addWidget(findings)
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self.setCurrentIndex)
        bench.changed.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.clashes.setAccessibleName(_("Clashes"))
        self.to_do.setAccessibleName(_("Still to do"))
        self.clashes.nothing = _("No clash of rooms, people or time.")
        self.to_do.nothing = _("Everything has its place and its translations.")
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self.clashes.set_theme(theme)
        self.to_do.set_theme(theme)

    @property
    def titles(self) -> Sequence[str]:
        return [self.tabs.tabText(place) for place in range(self.tabs.count())]

    def _changed(self, _news: News) -> None:
        self._show()

    def _show(self) -> None:
        document = self._bench.document
        clashes = [finding_of(document, one) for one in self._bench.clashes()]
        waiting = list(to_do(document))
        self.clashes.findings.take(clashes)
        self.to_do.findings.take(waiting)
        self.tabs.setTabText(0, _("Clashes {n}").format(n=len(clashes)))
        self.tabs.setTabText(1, _("Still to do {n}").format(n=len(waiting)))
        for findings in (self.clashes, self.to_do):
            findings.viewport().update()

    def _chosen(self, finding: Finding) -> None:
        if not finding.sessions:
            return
        self._bench.select(finding.sessions)
        self.sought.emit(finding.sessions[-1])
        if finding.language:
            self.lacking.emit(finding.sessions[-1], finding.language)
