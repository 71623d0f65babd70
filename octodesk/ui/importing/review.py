# SPDX-License-Identifier: EUPL-1.2
"""Looking over a programme document before it is taken in: its lines, what was understood, what is doubtful or unused."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from octodesk.exchange.papers.understanding import Understood
from octodesk.languages import _
from octodesk.model.comparison import compare
from octodesk.model.document import Document
from octodesk.ui.importing.comparing import Comparing
from octodesk.ui.importing.correcting import Correcting
from octodesk.ui.importing.lines import DOUBT, MADE, STATES, WHERE, WORDS, LineModel, TintedRows
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme, polish_again
from octodesk.wording.papers import read_sentence, unread_lines

FIRST_SIZE = 1240, 780


class Review(Spoken, QDialog):
    """Tells by `new_wanted` what is to become a conference of its own, by `compare_wanted` what is to be compared with the
    conference of the window, by `taken` which differences are to be taken."""

    new_wanted = Signal(object)
    compare_wanted = Signal(object)
    taken = Signal(object, object)
    """The differences, and the document they lead to."""

    def __init__(
        self, understood: Understood, name: str, theme: Theme, parent: QWidget | None, *, beside: str = ""
    ) -> None:
        """`name` is the document's; `beside` what the conference of the window is called, "" where there is none."""
        super().__init__(parent)
        self.setObjectName("review")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.understood, self._name, self._beside, self._theme = understood, name, beside, theme
        self.title, self.summary, self.unread = QLabel(), QLabel(), QLabel()
        self.title.setFont(theme.serif(16))
        self.summary.setProperty("look", "muted")
        self.unread.setProperty("look", "missing")
        self.unread.setWordWrap(True)
        self.unread.setVisible(bool(unread_lines(understood.left_out)))
        self.lines = LineModel(theme, self)
        self.table = QTableView()
        self.correcting = Correcting(theme)
        self.comparing = Comparing()
        self.pages = QStackedWidget()
        self.chips = QButtonGroup(self)
        self.begin, self.compare, self.take, self.back, self.leave = (QPushButton() for _ in range(5))
        self._set_up_table()
        self._lay_out()
        self._connect()
        self.lines.show(understood)
        self._select_first_doubt()
        self.retranslate()
        self.resize(theme.px(FIRST_SIZE[0]), theme.px(FIRST_SIZE[1]))

    # ---- its parts

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.lines)
        table.setItemDelegate(TintedRows(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((WHERE, 80), (WORDS, 270), (MADE, 280)):
            header.resizeSection(column, self._theme.px(width))
        header.setSectionResizeMode(DOUBT, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        for state in STATES:
            chip = QPushButton()
            chip.setObjectName(f"chip-{state}")
            chip.setCheckable(True)
            chip.setProperty("look", "chip")
            self.chips.addButton(chip, STATES.index(state))
            chips.addWidget(chip)
        self.chips.button(0).setChecked(True)
        chips.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.correcting)
        split = QSplitter()
        split.addWidget(self.table)
        split.addWidget(area)
        split.setStretchFactor(0, 1)
        split.setSizes([self._theme.px(880), self._theme.px(340)])
        lines = QWidget()
        inside = QVBoxLayout(lines)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(chips)
        inside.addWidget(split, 1)
        self.pages.addWidget(lines)
        self.pages.addWidget(self.comparing)
        buttons = QHBoxLayout()
        buttons.addWidget(self.leave)
        buttons.addStretch(1)
        for button in (self.back, self.compare, self.begin, self.take):
            buttons.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 16)
        whole.setSpacing(self._theme.px(8))
        for widget in (self.title, self.summary, self.unread):
            whole.addWidget(widget)
        whole.addWidget(self.pages, 1)
        whole.addLayout(buttons)

    def _connect(self) -> None:
        self.chips.idClicked.connect(lambda place: self.lines.filter(STATES[place]))
        self.table.selectionModel().currentRowChanged.connect(self._selected)
        self.correcting.corrected.connect(self._corrected)
        self.begin.clicked.connect(lambda: self._done(partial(self.new_wanted.emit, self.understood)))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.understood))
        self.take.clicked.connect(
            lambda: self._done(partial(self.taken.emit, self.comparing.chosen, self.comparing.after))
        )
        self.back.clicked.connect(lambda: self._show_page(0))
        self.leave.clicked.connect(self.reject)

    # ---- words

    def retranslate(self) -> None:
        self.setWindowTitle(_("From a programme document"))
        self.title.setText(_("What was understood of {name}").format(name=self._name))
        self.leave.setText(_("Close without changes"))
        self.begin.setText(_("Begin a new conference"))
        self.compare.setText(_("Compare with {conference}…").format(conference=self._beside))
        self.take.setText(_("Take in what is ticked"))
        self.back.setText(_("Back to the lines"))
        self.table.setAccessibleName(_("Lines of the document and what was understood"))
        self._renew_words()
        self._show_page(self.pages.currentIndex())

    def _renew_words(self) -> None:
        self.summary.setText(read_sentence(self.understood.counts))
        self.unread.setText("\n".join(unread_lines(self.understood.left_out)))
        said = (_("All lines ({n})"), _("To check ({n})"), _("Not used ({n})"))
        for place, (state, template) in enumerate(zip(STATES, said, strict=True)):
            self.chips.button(place).setText(template.format(n=self.lines.count(state)))

    def _show_page(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        comparing = place == 1
        self.back.setVisible(comparing)
        self.take.setVisible(comparing)
        self.begin.setVisible(not comparing)
        self.compare.setVisible(not comparing and bool(self._beside))
        primary = self.take if comparing else self.begin
        primary.setProperty("look", "primary")
        primary.setDefault(True)
        polish_again(primary)

    # ---- lines

    def _select_first_doubt(self) -> None:
        rows = range(self.lines.rowCount())
        states = [line.state if (line := self.lines.line_at(row)) else "" for row in rows]
        first = next((row for row in rows if states[row] in {"doubtful", "unused"}), 0)
        self.table.selectRow(first)

    def _selected(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.correcting.show_line(self.understood, self.lines.line_at(current.row()))

    def _corrected(self, understood: Understood) -> None:
        line = self.lines.line_at(self.table.currentIndex().row())
        self.understood = understood
        self.lines.show(understood)
        row = self.lines.row_of(line.number) if line else -1
        if row >= 0 and row != self.table.currentIndex().row():
            self.table.selectRow(row)
        self.correcting.show_line(understood, self.lines.line_at(self.table.currentIndex().row()))
        self._renew_words()

    # ---- the conference of the window

    def compare_with(self, before: Document, after: Document) -> None:
        """Shows how the conference would change."""
        self.comparing.show_differences(before, after, compare(before, after))
        self.take.setEnabled(bool(self.comparing.chosen))
        self._show_page(1)

    def _done(self, tell: Callable[[], object]) -> None:
        tell()
        self.accept()
