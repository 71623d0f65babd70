# SPDX-License-Identifier: EUPL-1.2
"""Check before printing: how many things there are to look at, said beside the pages, and the list of them, which stays
open beside the work and leads to each."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from typing import TYPE_CHECKING, cast

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from octodesk.desk import News
from octodesk.languages import _
from octodesk.model.checks.before_printing import Matter, before_printing
from octodesk.model.document import Document
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.before_printing import SORT_NAMES, matter_sentence, matters_counted

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

MATTER = Qt.ItemDataRole.UserRole
"""Of a line its Matter, of a group its sort."""
_PAUSE = 300
"""Milliseconds without another edit after which the list is made anew."""


class BeforePrinting(Spoken, QWidget):
    """The count in the print dialog. `listed` tells of each list that is opened; it outlives the dialog."""

    listed = Signal(object)

    def __init__(self, bench: Workbench, theme: Theme, window: QWidget) -> None:
        """`window` is what the list belongs to."""
        super().__init__()
        self._bench, self._theme, self._window = bench, theme, window
        self._document, self._languages = bench.document, tuple[str, ...]()
        self.list: MatterList | None = None
        self._caption, self.count, self.see = QLabel(), QLabel(), QPushButton()
        self._caption.setProperty("look", "caption")
        self.count.setWordWrap(True)
        self.see.setAutoDefault(False)  # Enter in the print dialog is not for this
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self._caption, self.count, self.see):
            inside.addWidget(widget)
        self.see.clicked.connect(self.open_list)
        self.retranslate()

    def retranslate(self) -> None:
        self._caption.setText(_("Check before printing"))
        self.see.setText(_("Look at them…"))
        self.show_print(self._document, self._languages)

    def show_print(self, document: Document, languages: tuple[str, ...]) -> None:
        """The conference as it is now, and what it is printed in."""
        self._document, self._languages = document, languages
        found = len(before_printing(document, languages))
        self.count.setText(matters_counted(found))
        self.see.setVisible(found > 0)
        if self.list is not None and shiboken6.isValid(self.list):
            self.list.show_languages(languages)

    def open_list(self) -> None:
        if self.list is None or not shiboken6.isValid(self.list):
            self.list = MatterList(self._bench, self._theme, self._languages, self._window)
            self.listed.emit(self.list)
        self.list.show()
        self.list.raise_()


class MatterList(Spoken, QDialog):
    """All of them, sort by sort, as the conference is now. `sought` tells which Matter one went to."""

    sought = Signal(object)

    def __init__(
        self, bench: Workbench, theme: Theme, languages: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("before-printing")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._languages = bench, languages
        self.matters: tuple[Matter, ...] = ()
        self._above, self.tree = QLabel(), QTreeWidget()
        self._above.setProperty("look", "heading")
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 16, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(self._above)
        inside.addWidget(self.tree, 1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._show)
        bench.changed.connect(self._changed)
        self.tree.itemClicked.connect(self._choose)
        self.tree.itemActivated.connect(self._choose)
        self.resize(theme.px(620), theme.px(420))
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Check before printing"))
        self.tree.setAccessibleName(_("Check before printing"))
        self._show()

    def _changed(self, _news: News) -> None:
        self._soon.start()

    def show_languages(self, languages: Collection[str]) -> None:
        self._languages = languages
        self._show()

    def _show(self) -> None:
        """A sort that was closed stays closed."""
        document = self._bench.document
        closed = {group.data(0, MATTER) for group in self._groups() if not group.isExpanded()}
        self.matters = before_printing(document, self._languages)
        self._above.setText(matters_counted(len(self.matters)))
        self.tree.clear()
        for sort, found in groupby(self.matters, key=lambda one: one.sort):
            lines = [_line(document, one) for one in found]
            name = _("{group} · {n}").format(group=_(SORT_NAMES[sort]), n=len(lines))
            group = QTreeWidgetItem(self.tree, [name])
            group.setData(0, MATTER, sort)
            group.addChildren(lines)
            group.setExpanded(sort not in closed)

    def _groups(self) -> list[QTreeWidgetItem]:
        every = (self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount()))
        return [cast("QTreeWidgetItem", one) for one in every]

    def _choose(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            self.sought.emit(item.data(0, MATTER))


def _line(document: Document, matter: Matter) -> QTreeWidgetItem:
    words = matter_sentence(document, matter)
    line = QTreeWidgetItem([words])
    line.setToolTip(0, words)
    line.setData(0, MATTER, matter)
    return line


# -- going there

_WINDOWS = {"untranslated": "translations", "question": "questions"}
"""Where rows without a place of their own are put right, by sort; else among the facts of the conference."""


def go_to(window: MainWindow, matter: Matter) -> None:
    """To the session, on the timetable and in the inspector; to the person or room; else to the window of its sort."""
    table, row_id = matter.row
    row = window.bench.document.find(table, row_id)
    if row is None:
        return  # deleted since the list was made
    session = row_id if table == "session" else getattr(row, "session", "")
    if session:
        window.surface.reveal(session)
        window.getting_about.open_session(session)
    elif table in ("person", "room"):
        window.bench.look_at(table, (row_id,))
        window.getting_about.raise_dock("inspector")
    else:
        window.actions_by_name[_WINDOWS.get(matter.sort, "conference")].trigger()
