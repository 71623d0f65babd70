# SPDX-License-Identifier: EUPL-1.2
"""The balance of the programme: small charts with their figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from octodesk.desk import News
from octodesk.languages import _, ngettext
from octodesk.ui import words
from octodesk.ui.panes.balance import Balance, balance, speaking
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

MARGIN = 8


class Charts(QWidget):
    """Bars with their words at the left and their figures at the right; read out as sentences."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._charts: Sequence[Balance] = ()

    def show_charts(self, charts: Sequence[Balance]) -> None:
        self._charts = charts
        said = (
            f"{one.title}: " + ", ".join(f"{share.words} {share.count}" for share in one.shares)
            for one in charts
        )
        self.setAccessibleDescription(". ".join(said))
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return self.fontMetrics().height() + 6

    def sizeHint(self) -> QSize:
        lines = sum(len(one.shares) + 2 for one in self._charts)
        return QSize(420, self._line() * lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self._theme.palette
        painter.translate(MARGIN, 0)
        left, right, y = self.width() * 2 // 5, self.fontMetrics().horizontalAdvance("0000"), 0
        middle, end = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        for one in self._charts:
            most = max((share.count for share in one.shares), default=1)
            painter.setFont(self._theme.sans(10, QFont.Weight.DemiBold))
            painter.setPen(QColor(palette.heading))
            painter.drawText(QRectF(0, y, self.width(), self._line()), int(middle), one.title)
            painter.setFont(self._theme.sans())
            for share in one.shares:
                y += self._line()
                painter.setPen(QColor(palette.text))
                name = self.fontMetrics().elidedText(share.words, Qt.TextElideMode.ElideRight, left - 8)
                painter.drawText(QRectF(0, y, left - 8, self._line()), int(middle), name)
                wide = (self.width() - left - right - 8 - 2 * MARGIN) * share.count / most
                painter.fillRect(QRectF(left, y + 4, wide, self._line() - 8), QColor(palette.focus))
                figure = QRectF(self.width() - right - 4 - 2 * MARGIN, y, right, self._line())
                painter.drawText(figure, int(middle | end), str(share.count))
            y += self._line() * 2


class BalanceDialog(Spoken, QDialog):
    """Of the whole conference or of one session; follows the work."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("balance")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.of = QComboBox()
        self._label, self.counted = QLabel(), QLabel()
        self._label.setBuddy(self.of)
        self.counted.setProperty("look", "muted")
        self.charts = Charts(theme)
        area = QScrollArea()
        area.setWidget(self.charts)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._close = QPushButton()
        self._close.clicked.connect(self.close)
        above = QHBoxLayout()
        above.addWidget(self._label)
        above.addWidget(self.of, 1)
        below = QHBoxLayout()
        below.addWidget(self.counted, 1)
        below.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.addLayout(above)
        whole.addWidget(area, 1)
        whole.addLayout(below)
        self.resize(theme.px(520), theme.px(560))
        self.of.currentIndexChanged.connect(lambda _place: self.show_now())
        bench.changed.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Balance of the programme"))
        self._label.setText(_("&Of"))
        self._close.setText(_("&Close"))
        self.charts.setAccessibleName(_("Balance of the programme"))
        document, kept = self._bench.document, self.of.currentData()
        self.of.blockSignals(True)
        self.of.clear()
        self.of.addItem(_("The whole conference"), "")
        for session in document.sessions:
            if document.contributions_of(session.id):
                self.of.addItem(words.session_name(document, session.id), session.id)
        self.of.setCurrentIndex(max(0, self.of.findData(kept)))
        self.of.blockSignals(False)
        self.show_now()

    def _changed(self, _news: News) -> None:
        self.retranslate()

    def show_now(self) -> None:
        document, session = self._bench.document, self.of.currentData() or ""
        count = len(speaking(document, session))
        self.counted.setText(ngettext("{n} person speaks.", "{n} people speak.", count).format(n=count))
        self.charts.show_charts(balance(document, session))
