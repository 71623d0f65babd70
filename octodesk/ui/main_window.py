# SPDX-License-Identifier: EUPL-1.2
"""The window of one conference: the timetable in the middle, the panes around it, and who tells whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QTabBar

from octodesk import languages
from octodesk.desk import News
from octodesk.edits.rows import add_row, delete_rows
from octodesk.languages import LANGUAGES, _
from octodesk.ui.actions import TEXT_SIZES, Actions
from octodesk.ui.docks import Docks
from octodesk.ui.event_name import EventName
from octodesk.ui.file_link import FileLink
from octodesk.ui.notices import Notices
from octodesk.ui.palettes import PALETTES
from octodesk.ui.settings import Settings
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.timetable import commands
from octodesk.ui.timetable.carrying import Grip
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.timetable.wishes import Drop, OverList, Target
from octodesk.ui.tool_row import ToolRow
from octodesk.ui.window_sheet import window_sheet
from octodesk.ui.workbench import Workbench

if TYPE_CHECKING:
    from octodesk.ui.panes.all import Panes

GRABBED = 10
"""Minutes below its start at which a session dragged out of a list hangs on the pointer."""


class MainWindow(Spoken, QMainWindow):
    """What concerns the whole program is told by signals: another conference, another look, another language."""

    new_wanted = Signal()
    open_wanted = Signal()
    start_wanted = Signal()
    recent_wanted = Signal(object)
    quit_wanted = Signal()
    theme_wanted = Signal(object)
    language_wanted = Signal(str)
    closed = Signal()
    furnished = Signal()
    """The panes have come, after the timetable's first paint."""

    def __init__(
        self, bench: Workbench, file: FileLink, settings: Settings, theme: Theme, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self.bench, self.file, self._settings, self._theme = bench, file, settings, theme
        self._closing = False
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.actions_by_name = Actions(self)
        self.surface = Surface(bench.document, theme)
        self.tools = ToolRow(self.actions_by_name, theme)
        self.name = EventName(bench.document, theme)
        self.notices = Notices(bench)
        self._now = now
        self._panes: Panes | None = None
        self._below = QTabBar()
        self._lay_out()
        self._connect_surface()
        self._connect_actions()
        self.set_theme(theme)
        self.retranslate()
        self._renew()
        self.surface.viewport().installEventFilter(self)

    # -- its parts

    def _lay_out(self) -> None:
        self.menuBar().setCornerWidget(self.name, Qt.Corner.TopRightCorner)
        self.addToolBar(self.tools)
        self.setCentralWidget(self.surface)
        self.setStatusBar(self.notices)
        self._around = Docks(self, self._theme, self._below)
        self.docks = self._around.by_name
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
        self.name.say_all()
        self._fit_name()
        self.furnished.emit()

    def furnish(self) -> Panes:
        """The panes; made when they are first needed, at the latest after the first paint."""
        if self._panes is None:
            from octodesk.ui.panes.all import (
                Panes,  # half of the window's code, which the first paint need not wait for
            )

            self._panes = Panes(self.bench, self._theme, self._now, self._below)
            for name, pane in self._panes.by_dock.items():
                self.docks[name].setWidget(pane)
            self._connect_panes(self._panes)
            # Once more, now that they stand in the window: its style sheet takes the fonts set before.
            self._panes.set_theme(self._theme)
            self._around.name(self.bench.document)
            self._mark_clashes()
            self.notices.count_clashes()
        return self._panes

    @property
    def panes(self) -> Panes:
        return self.furnish()

    # -- who tells whom

    def _connect_surface(self) -> None:
        surface, bench = self.surface, self.bench
        commands.connect(surface, do=bench.do, author_id=bench.author_id, fresh_id=bench.fresh_id)
        surface.selected.connect(bench.select)
        surface.opened.connect(self._open_in_inspector)
        surface.renamed.connect(self._open_in_inspector)
        surface.refused.connect(lambda sentence: bench.notice(sentence, fault=True))
        surface.day_opened.connect(lambda _day: self._show_days())
        surface.drag_described.connect(self.notices.describe_drag)
        surface.add_drop_target(self.tools.days)
        self.tools.days.chosen.connect(surface.show_day)
        self.notices.undo_wanted.connect(bench.undo)
        self.file.changed.connect(self._show_file)
        surface.add_drop_target(self)
        bench.selected.connect(lambda: surface.select(bench.selection))
        bench.changed.connect(self._changed)
        bench.became_ready.connect(self._name_undo)

    def _connect_panes(self, panes: Panes) -> None:
        for pane in (panes.workshops, panes.rooms, panes.speakers):
            pane.sought.connect(self.surface.reveal)
            pane.opened.connect(self._open_in_inspector)
            pane.carried.connect(self._carry)
        panes.findings.sought.connect(self.surface.reveal)
        panes.findings.lacking.connect(self._show_lacking)

    def _connect_actions(self) -> None:
        on = self.actions_by_name.on
        surface, bench = self.surface, self.bench
        whole: dict[str, Callable[[], object]] = {
            "new": self.new_wanted.emit, "open": self.open_wanted.emit, "start": self.start_wanted.emit,
            "quit": self.quit_wanted.emit, "close": self.close, "save": self.save, "save-as": self.save_as,
            "undo": bench.undo, "redo": bench.redo, "find": self._find, "unplace": self._unplace,
            "delete": self._delete, "view-day": self._one_day, "view-all-days": lambda: surface.show_day(None),
            "previous-day": lambda: self._turn(-1), "next-day": lambda: self._turn(1), "zoom-in": surface.zoom_in,
            "zoom-out": surface.zoom_out, "zoom-fit": surface.fit, "panes-back": self._around.put_back, "new-session": self._new_session,
            "new-room": lambda: self._add_in("rooms"), "new-speaker": lambda: self._add_in("speakers"),
            "lock": lambda: surface.locks_toggled.emit(bench.selection), "about": self._about,
            "print": lambda: self.print("front"), "color-track": self._show_colors, "color-kind": self._show_colors,
        }  # fmt: skip
        for name, act in whole.items():
            on(name, act)
        for kind in ("front", "glance", "programme"):
            on(f"print-{kind}", partial(self.print, kind))
        for size in TEXT_SIZES:
            on(f"text-size-{size}", partial(self._wish_theme, text_size=size))
        for palette in PALETTES.values():
            on(f"palette-{palette.name}", partial(self._wish_theme, palette=palette))
        for code in LANGUAGES:
            on(f"language-{code}", partial(self._wish_language, code))
        self.actions_by_name.recent.aboutToShow.connect(self._list_recent)
        self.actions_by_name["color-track"].setChecked(True)

    def _wish_language(self, code: str) -> None:
        self.language_wanted.emit(code)

    def _wish_theme(self, **other: Any) -> None:
        self.theme_wanted.emit(replace(self._theme, **other))

    # -- how it looks and reads

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.setStyleSheet(window_sheet(theme))
        self.actions_by_name.set_theme(theme)
        if self._panes is not None:
            self._panes.set_theme(theme)
        self.surface.set_theme(theme)
        self.tools.set_theme(theme)
        self.name.set_theme(theme)
        self._around.set_theme(theme)

    def retranslate(self) -> None:
        self.actions_by_name.retranslate()
        self.tools.retranslate()
        self.name.retranslate()
        self._fit_name()
        self.actions_by_name[f"language-{languages.language()}"].setChecked(True)
        self._around.name(self.bench.document)
        self._name_undo()
        self._show_file()

    def _fit_name(self) -> None:
        """The menu bar measures what stands at its right only when it is given it."""
        self.menuBar().setCornerWidget(self.name, Qt.Corner.TopRightCorner)

    def _name_undo(self) -> None:
        actions, bench = self.actions_by_name, self.bench
        actions["undo"].setText(bench.undo_words())
        actions["undo"].setEnabled(bench.ready and bench.desk.undo_edit() is not None)
        actions["redo"].setText(bench.redo_words())
        actions["redo"].setEnabled(bench.ready and bench.desk.redo_edit() is not None)

    def _show_file(self) -> None:
        event = self.bench.document.event
        name = event.short_name or self.bench.document.words(event.name)
        parts = (self.file.title(), name, "OctoDesk")
        self.setWindowTitle(" – ".join(part for part in parts if part))
        self.setWindowModified(False)
        self.notices.say_file(self.file.to_send())
        words = _("&Update {file}").format(file=self.file.name) if self.file.path else _("&Save…")
        self.actions_by_name["save"].setText(words)

    def _show_days(self) -> None:
        days, day = days_shown(self.bench.document), self.surface.scene.day
        self.tools.days.show_days(days, day)
        self.actions_by_name["previous-day"].setEnabled(day is None or day != days[0])
        self.actions_by_name["next-day"].setEnabled(day is None or day != days[-1])

    def _show_colors(self) -> None:
        by_kind = self.actions_by_name["color-kind"].isChecked()
        self.surface.color_by("kind" if by_kind else "track")
        self.tools.retranslate()

    # -- what changes

    def _changed(self, news: News) -> None:
        self.surface.change_document(news.document, news.touched)
        self.name.show_document(news.document)
        self._fit_name()
        self._renew()

    def _renew(self) -> None:
        if self._panes is not None:
            self._mark_clashes()
        self._show_days()
        self._around.name(self.bench.document)
        self._name_undo()

    def _mark_clashes(self) -> None:
        clashing = {session for conflict in self.bench.clashes() for session in conflict.sessions}
        self.surface.mark_clashing(clashing)

    # -- getting about

    def first_day(self, day: date | None) -> None:
        """The day in view when the window opens; None: all of them."""
        self.surface.show_day(day)
        self._show_days()

    def _one_day(self) -> None:
        if self.surface.scene.day is None:
            current = self.bench.current
            at = self.bench.document.session(current).placement if current else None
            days = days_shown(self.bench.document)
            self.surface.show_day(self.bench.document.day_of(at) if at else days[0])

    def _turn(self, step: int) -> None:
        days, day = days_shown(self.bench.document), self.surface.scene.day
        place = days.index(day) + step if day in days else (0 if step > 0 else len(days) - 1)
        self.surface.show_day(days[max(0, min(len(days) - 1, place))])

    def _find(self) -> None:
        self.docks["workshops"].show()
        self.docks["workshops"].raise_()
        self.panes.workshops.look_for()

    def _open_in_inspector(self, session: str) -> None:
        self.bench.select((session,))
        self.docks["inspector"].show()
        self.docks["inspector"].raise_()
        self.panes.inspector.edit_title()

    def _show_lacking(self, session: str, language: str) -> None:
        self._open_in_inspector(session)
        self.panes.inspector.show_language(language)

    # -- dragging out of the panes, and back into the list

    def _carry(self, sessions: tuple[str, ...], _start: QPoint, now: QPoint) -> None:
        if not sessions:
            return
        main = sessions[-1]
        minutes = min(GRABBED, self.bench.document.session(main).minutes / 2)
        self.surface.start_drag(main, now, Grip(minutes), others=sessions)

    def drop_target_at(self, position: QPoint) -> Target | None:
        """The lists take back what is dropped on them: it is not yet placed then."""
        for name in ("workshops", "rooms", "speakers"):
            pane = self.docks[name].widget()
            if pane.isVisible() and QRect(pane.mapToGlobal(QPoint()), pane.size()).contains(position):
                return OverList()
        return None

    # -- actions

    def _unplace(self) -> None:
        drop = Drop(tuple((session, None) for session in self.bench.selection))
        if drop.placements:
            self.bench.do(lambda document: commands.put(document, drop))

    def _delete(self) -> None:
        if self.bench.selection:
            self.bench.do(partial(delete_rows, table="session", row_ids=self.bench.selection))

    def _new_session(self) -> None:
        fresh = self.bench.fresh_id()

        author = self.bench.author_id
        new = partial(add_row, table="session", values={}, author_id=author, row_id=fresh, fresh_id=fresh)
        if self.bench.do(new):
            self._open_in_inspector(fresh)

    def _add_in(self, name: str) -> None:
        self.docks[name].show()
        self.docks[name].raise_()
        (self.panes.rooms if name == "rooms" else self.panes.speakers).add()

    def _list_recent(self) -> None:
        menu = self.actions_by_name.recent
        menu.clear()
        for one in self._settings.recent:
            action = menu.addAction(
                _("{file} – {conference}").format(file=one.path.name, conference=one.name)
            )
            action.setToolTip(str(one.path))
            action.triggered.connect(lambda _on=False, path=one.path: self.recent_wanted.emit(path))
        if menu.isEmpty():
            menu.addAction(_("No file yet")).setEnabled(False)

    def _about(self) -> None:
        from octodesk.ui.dialogs.about import AboutDialog

        AboutDialog(self._theme, self).open()

    def print(self, kind: str) -> None:
        """Opens the print dialog on a document of the conference as it is now."""
        from octodesk.ui.dialogs.printing import (
            PrintDialog,
        )  # brings ReportLab, which the first paint need not wait for

        self.bench.finish_typing()
        PrintDialog(self.bench.document, kind, self._theme, self).open()

    # -- the file, and closing

    def save(self) -> None:
        """Updates the file the conference came from; without one, asks where."""
        if self.file.path is None:
            self.save_as()
        else:
            self.file.save()

    def save_as(self) -> None:
        from octodesk.ui.dialogs.files import ask_where_to_save

        event = self.bench.document.event
        name = (event.short_name or self.bench.document.words(event.name)).lower().replace(" ", "-")
        proposal = str(self.file.path) if self.file.path else f"{name}.octo"
        ask_where_to_save(self, proposal, self._save_to)

    def _save_to(self, path: Path) -> None:
        self.file.save(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.bench.finish_typing()
        if self.file.lacking and not self._closing:
            from octodesk.ui.dialogs.files import ask_about_changes

            event.ignore()
            ask_about_changes(
                self, self.file.name, self.file.lacking, update=self._update_and_close, leave=self._close_now
            )
            return
        self._settings.keep_window(self)
        self.bench.close()
        super().closeEvent(event)
        self.closed.emit()

    def _update_and_close(self) -> None:
        self.file.settled.connect(
            lambda well: self._close_now() if well else None, Qt.ConnectionType.SingleShotConnection
        )
        self.file.save()

    def _close_now(self) -> None:
        self._closing = True
        self.close()
