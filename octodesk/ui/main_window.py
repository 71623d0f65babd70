# SPDX-License-Identifier: EUPL-1.2
"""The window of one conference: the timetable in the middle, the panes around it, and who tells whom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QTabBar

from octodesk import languages
from octodesk.desk import News
from octodesk.ui.actions import Actions
from octodesk.ui.docks import Docks
from octodesk.ui.event_name import EventName
from octodesk.ui.file_link import FileLink
from octodesk.ui.filing import Filing
from octodesk.ui.from_lists import FromLists
from octodesk.ui.getting_about import GettingAbout
from octodesk.ui.importing.arrivals import Arrivals, TakesDocuments
from octodesk.ui.notices import Notices
from octodesk.ui.settings import Settings
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.tool_row import ToolRow
from octodesk.ui.wiring import connect_actions
from octodesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from octodesk.ui.outfit import Outfit
    from octodesk.ui.panes.all import Panes


class MainWindow(Spoken, TakesDocuments, QMainWindow):
    """What concerns the whole program is told by signals: another conference, another look, another language."""

    new_wanted = Signal()
    conference_made = Signal(object)
    """The edit that makes another conference out of this one."""
    open_wanted = Signal()
    import_wanted = Signal()
    start_wanted = Signal()
    recent_wanted = Signal(object)
    quit_wanted = Signal()
    copies_wanted = Signal()
    theme_wanted = Signal(object)
    language_wanted = Signal(str)
    closed = Signal()
    removed = Signal(object, object)
    """Personal data, for good: the edit (Stamped), and the names of the photos that were among it."""
    furnished = Signal()
    """The panes have come, after the timetable's first paint."""

    def __init__(
        self,
        bench: Workbench,
        file: FileLink,
        settings: Settings,
        theme: Theme,
        now: Callable[[], datetime],
        *,
        day: date | None = None,
    ) -> None:
        """`day` is in view first; None: all days."""
        super().__init__()
        self.bench, self.file, self.settings, self.theme = bench, file, settings, theme
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.arrivals = Arrivals(self)
        self.actions_by_name = Actions(self)
        self.surface = Surface(bench.document, theme, day=day)
        self.centre = QStackedWidget()
        self.tools = ToolRow(self.actions_by_name, theme)
        self.name = EventName(bench.document, theme)
        self.notices = Notices(bench)
        self.now = now
        self._panes: Panes | None = None
        self._outfit: Outfit | None = None
        self._below = QTabBar()
        self.dock_places = Docks(self, theme, self._below)
        self.docks = self.dock_places.by_name
        self._lay_out()
        self.filing, self.getting_about, self.from_lists = Filing(self), GettingAbout(self), FromLists(self)
        self._connect_parts()
        connect_actions(self)
        self.set_theme(theme)
        self.retranslate()
        self._renew()
        self.surface.viewport().installEventFilter(self)

    # -- its parts

    def _lay_out(self) -> None:
        self.menuBar().setCornerWidget(self.name, Qt.Corner.TopRightCorner)
        self.addToolBar(self.tools)
        self.centre.addWidget(self.surface)
        self.setCentralWidget(self.centre)
        self.setStatusBar(self.notices)
        panes = self.actions_by_name.menu("view")
        before = self.actions_by_name.menu("color").menuAction()
        for dock in self.docks.values():
            panes.insertAction(before, dock.toggleViewAction())
        panes.insertSeparator(before)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._after_first_paint)
        return False

    def _after_first_paint(self) -> None:
        self.furnish()
        self.furnished.emit()

    def furnish(self) -> Panes:
        """The panes; made when they are first needed, at the latest after the first paint."""
        if self._panes is None:
            # Half of the window's code, which the first paint need not wait for; nothing can be dragged before it.
            from octodesk.ui.outfit import Outfit
            from octodesk.ui.panes.all import Panes
            from octodesk.ui.timetable import commands

            commands.connect(self.surface, self.bench)
            self._panes = Panes(self.bench, self.theme, self.now, self._below)
            self._panes.remember(self.settings)
            for name, pane in self._panes.by_dock.items():
                self.docks[name].setWidget(pane)
            self._connect_panes(self._panes)
            # Once more, now that they stand in the window: its style sheet takes the fonts set before.
            self._panes.set_theme(self.theme)
            self.dock_places.name(self.bench.document)
            self._mark_clashes()
            self.notices.count_clashes()
            self._outfit = Outfit(self)
        return self._panes

    @property
    def panes(self) -> Panes:
        return self.furnish()

    @property
    def outfit(self) -> Outfit:
        """What the timetable gets besides."""
        self.furnish()
        assert self._outfit is not None
        return self._outfit

    # -- who tells whom

    def _connect_parts(self) -> None:
        surface, bench = self.surface, self.bench
        surface.selected.connect(bench.select)
        surface.refused.connect(lambda sentence: bench.notice(sentence, fault=True))
        surface.drag_described.connect(self.notices.describe_drag)
        surface.add_drop_target(self.tools.days)
        self.notices.undo_wanted.connect(bench.undo)
        bench.selected.connect(lambda: surface.select(bench.selection))
        bench.changed.connect(self._changed)
        bench.became_ready.connect(self._name_undo)

    def _connect_panes(self, panes: Panes) -> None:
        for pane in (panes.workshops, panes.rooms, panes.speakers):
            pane.sought.connect(self.surface.reveal)
            pane.opened.connect(self.getting_about.open_session)
            pane.carried.connect(self.from_lists.carry)
        from octodesk.ui.from_people import FromPeople

        panes.speakers.rows_carried.connect(FromPeople(self).carry)
        panes.findings.sought.connect(self.surface.reveal)
        panes.findings.lacking.connect(self.getting_about.show_lacking)

    # -- how it looks and reads

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.actions_by_name.set_theme(theme)
        if self._panes is not None:
            self._panes.set_theme(theme)
        self.surface.set_theme(theme)
        self.tools.set_theme(theme)
        self.name.set_theme(theme)
        self.dock_places.set_theme(theme)

    def retranslate(self) -> None:
        self.actions_by_name.retranslate()
        self.tools.retranslate()
        self.name.retranslate()
        self._fit_name()
        self.actions_by_name[f"language-{languages.language()}"].setChecked(True)
        self.dock_places.name(self.bench.document)
        self._name_undo()
        self.filing.show()

    def _fit_name(self) -> None:
        """The menu bar measures what stands at its right only when it is given it."""
        self.menuBar().setCornerWidget(self.name, Qt.Corner.TopRightCorner)

    def _name_undo(self) -> None:
        actions, bench = self.actions_by_name, self.bench
        actions["undo"].setText(bench.undo_words())
        actions["undo"].setEnabled(bench.can_undo)
        actions["redo"].setText(bench.redo_words())
        actions["redo"].setEnabled(bench.can_redo)

    # -- what changes

    def _changed(self, news: News) -> None:
        self.surface.change_document(news.document, news.touched)
        self.name.show_document(news.document)
        self._fit_name()
        self._renew()

    def _renew(self) -> None:
        if self._panes is not None:
            self._mark_clashes()
        self.getting_about.show_days()
        self.dock_places.name(self.bench.document)
        self._name_undo()

    def _mark_clashes(self) -> None:
        clashing = {session for conflict in self.bench.clashes() for session in conflict.sessions}
        self.surface.mark_clashing(clashing)

    # -- closing

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bench.finish_typing()
        if not self.filing.may_close():
            event.ignore()
            return
        self.settings.keep_window(self)
        self.bench.close()
        super().closeEvent(event)
        self.closed.emit()
