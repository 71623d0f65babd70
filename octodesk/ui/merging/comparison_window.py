# SPDX-License-Identifier: EUPL-1.2
"""Two states of a conference side by side: a table of what differs, and the timetable with where things stood.

Lines that are ticked are taken over into the conference, as one edit.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.edits.taking import take
from octodesk.languages import _, ngettext
from octodesk.model.comparison import Difference, grouped
from octodesk.model.document import Document
from octodesk.ui.merging.board import Board
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.places import old_places
from octodesk.ui.workbench import Workbench
from octodesk.wording.differences import both_words, field_words, thing_words, told
from octodesk.wording.merging import group_words

_PLACE = Qt.ItemDataRole.UserRole
_SESSION = Qt.ItemDataRole.UserRole + 1


BROUGHT_BACK = "brought-back"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states and what they are called; `found` is what is told of their differences. With a `label`, that of the
    edit, lines can be taken over into the conference."""

    before: Document
    after: Document
    names: tuple[str, str]
    found: tuple[Difference, ...]
    title: str
    remark: str = ""
    label: str = ""


class ComparisonWindow(Spoken, QDialog):
    """The timetable shows the second state, and where things stood in the first."""

    taken = Signal()

    def __init__(self, bench: Workbench, compared: Compared, *, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._theme, self._compared, self._label = bench, theme, compared, compared.label
        self._before, self._after, self.found = compared.before, compared.after, compared.found
        self.heading, self.words = QLabel(), QLabel()
        self.table, self.board = QTreeWidget(), Board(compared.after, theme)
        self.take, self.beside, self.leave, self.all = (QPushButton() for _each in range(4))
        self._lay_out()
        self.table.itemChanged.connect(lambda _item, _column: self._count())
        self.table.currentItemChanged.connect(lambda item, _old: self._look_at(item))
        self.take.clicked.connect(self.take_over)
        self.all.clicked.connect(lambda: self.choose(lambda _one: True))
        self.leave.clicked.connect(self.close)
        self._fill()
        self.board.show_document(self._after, old_places(self._before, self._after))
        self.board.show_first_of(group for (group, _table), _places in self._groups)
        self.retranslate()
        self.resize(theme.px(1240), theme.px(760))

    def _lay_out(self) -> None:
        px = self._theme.px
        self.heading.setFont(self._theme.serif(17))
        self.heading.setObjectName("merge-heading")
        self.words.setProperty("look", "muted")
        self.words.setWordWrap(True)
        self.table.setColumnCount(3)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setWordWrap(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.table.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.take.setProperty("look", "primary")
        self.beside.hide()
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(10))
        for label in (self.heading, self.words):
            head.addWidget(label)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.addWidget(self.table)
        sides.addWidget(self.board)
        sides.setSizes([px(660), px(580)])
        sides.setChildrenCollapsible(False)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), px(10), px(16), px(12))
        foot.addWidget(self.all)
        foot.addWidget(self.beside)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(sides, 1)
        column.addLayout(foot)

    def offer_beside(self, act: Callable[[], None]) -> None:
        """A button that opens what is compared as a conference of its own."""
        self.beside.show()
        self.beside.clicked.connect(act)
        self.beside.clicked.connect(self.close)

    def retranslate(self) -> None:
        self.setWindowTitle(self._compared.title)
        self.heading.setText(self._compared.title)
        n = len(self.found)
        said = ngettext("{n} difference", "{n} differences", n).format(n=n) if n else _("No difference.")
        self.words.setText(" · ".join(part for part in (said, self._compared.remark) if part))
        self.table.setHeaderLabels([_("What"), *self._compared.names])
        self.table.setAccessibleName(_("What differs"))
        self.beside.setText(_("Open as a conference of its own"))
        self.leave.setText(_("Close"))
        self.all.setText(_("Tick everything"))
        self.all.setVisible(bool(self._label and self.found))
        self._count()

    # -- the table

    @property
    def _groups(self) -> list[tuple[tuple[str, str], tuple[int, ...]]]:
        return grouped(self._before, self._after, self.found)

    def _fill(self) -> None:
        bold = self._theme.sans(weight=QFont.Weight.DemiBold)
        for (session, table), places in self._groups:
            group = QTreeWidgetItem([group_words(self._after, self._before, session, table)])
            group.setFont(0, bold)
            group.setFirstColumnSpanned(True)
            group.setData(0, _SESSION, session)
            self.table.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            for place in places:
                row = self._row(place, session)
                group.addChild(row)
                row.setFirstColumnSpanned(self.found[place].field == "row")
            if self._label:
                group.setFlags(
                    group.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
                )
                group.setCheckState(0, Qt.CheckState.Unchecked)
            group.setExpanded(True)

    def _row(self, place: int, session: str) -> QTreeWidgetItem:
        one = self.found[place]
        thing = thing_words(self._before, self._after, one)
        named = field_words(one) or told(self._before, self._after, one)
        if one.table != "session" and field_words(one):
            named = _("{thing}: {field}").format(thing=thing, field=named)
        whole = one.field == "row"
        cells = [languages.capitalised(named)]
        cells += ("", "") if whole else both_words(self._before, self._after, one)
        row = QTreeWidgetItem(cells)
        for column, words in enumerate(cells):
            row.setToolTip(column, words)
        row.setData(0, _PLACE, place)
        row.setData(0, _SESSION, session)
        if self._label:
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(0, Qt.CheckState.Unchecked)
        return row

    def _rows(self) -> Sequence[QTreeWidgetItem]:
        found = (self.table.topLevelItem(place) for place in range(self.table.topLevelItemCount()))
        groups = [group for group in found if group is not None]
        rows = (group.child(place) for group in groups for place in range(group.childCount()))
        return [row for row in rows if row is not None]

    @property
    def chosen(self) -> list[Difference]:
        """The lines that are ticked."""
        ticked = (row for row in self._rows() if row.checkState(0) == Qt.CheckState.Checked)
        return [self.found[row.data(0, _PLACE)] for row in ticked]

    def choose(self, wanted: Callable[[Difference], bool]) -> None:
        """Ticks lines."""
        for row in self._rows():
            if wanted(self.found[row.data(0, _PLACE)]):
                row.setCheckState(0, Qt.CheckState.Checked)

    def _count(self) -> None:
        n = len(self.chosen) if self._label else 0
        self.take.setVisible(bool(self._label))
        self.take.setEnabled(n > 0)
        back = self._label == BROUGHT_BACK
        if back:
            said = ngettext("Bring back {n} line", "Bring back {n} lines", n)
        else:
            said = ngettext("Take over {n} line", "Take over {n} lines", n)
        nothing = _("Bring back what is ticked") if back else _("Take over what is ticked")
        self.take.setText(said.format(n=n) if n else nothing)

    def _look_at(self, item: QTreeWidgetItem | None) -> None:
        session = item.data(0, _SESSION) if item is not None else ""
        if session:
            self.board.show_day_of(session)
            self.board.surface.select((session,))

    def take_over(self) -> None:
        chosen, label, author = self.chosen, self._label, self._bench.author_id
        if self._bench.do(
            lambda document: take(document, chosen, source=self._after, label=label, author_id=author)
        ):
            self.taken.emit()
            self.close()
