# SPDX-License-Identifier: EUPL-1.2
"""The running program: which conferences are open in which windows, and what concerns all of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QTimeZone, Signal
from PySide6.QtWidgets import QApplication, QWidget

from octodesk.desk import Desk
from octodesk.languages import _
from octodesk.model import clock, timetable
from octodesk.model.beginning import Pen, begun
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.identity import fresh_id
from octodesk.model.stamped import wall_words
from octodesk.store.contract import EventStore, StoreError
from octodesk.ui import theme as themes
from octodesk.ui.background import run_in_background
from octodesk.ui.file_link import FileLink, read_file
from octodesk.ui.identity import Identity
from octodesk.ui.late_store import LateStore
from octodesk.ui.main_window import MainWindow
from octodesk.ui.merging.receiving import Receiving
from octodesk.ui.program_language import speak
from octodesk.ui.safety import Safety
from octodesk.ui.settings import Recent, Settings
from octodesk.ui.shelf import Shelf
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.failures import store_failure
from octodesk.wording.refusals import refusal

if TYPE_CHECKING:
    from octodesk.ui.drafts import DraftStore
    from octodesk.ui.importing.opening import Importing
    from octodesk.ui.put_away import Place
    from octodesk.ui.start_page import StartPage

FIRST_SIZE = 1440, 900
LOOK_AFTER = 2000
"""Milliseconds after which the whole database is looked over and copied: beside the start it would slow that down."""


def now() -> datetime:
    return datetime.now(UTC)


class Program(QObject):
    """Windows by event. Ends when the last window is closed."""

    ended = Signal()
    settled = Signal()
    """The first window, or the start page, is there for use."""
    now = staticmethod(now)

    def __init__(self, application: QApplication, shelf: Shelf, settings: Settings) -> None:
        super().__init__()
        self._application, self.shelf, self.settings = application, shelf, settings
        self.theme = settings.theme
        self._settled = False
        self.windows: dict[str, MainWindow] = {}
        self.start_page: StartPage | None = None
        self.receiving = Receiving(self)
        self._safety = Safety(shelf, self.say, self._with_all_closed)
        self._safety.answered.connect(self._end_if_empty)
        self._staying = False
        themes.put_on(application, self.theme)

    # -- opening

    def begin(self, words: Sequence[str]) -> None:
        """What the program does with the words it was started with, and with those of later starts."""
        files = [Path(word) for word in words if word != "--sample"]
        if "--sample" in words:
            self.open_sample("octopus-2021")
        for path in files:
            self.open_file(path)
        if not words:
            self.attempt(self._go_on)

    def _go_on(self) -> None:
        """The conference that was open last, at the first start the start page; a window that is there comes forward."""
        if self.windows:
            _forward(next(reversed(self.windows.values())))
        elif self.settings.last_event and self.shelf.holds(self.settings.last_event):
            self.open_event(self.settings.last_event)
        else:
            self.show_start_page()

    def open_sample(self, name: str) -> None:
        from octodesk.exchange.samples import sample_log

        log = sample_log(name)
        if log.event in self.windows:
            _forward(self.windows[log.event])
        else:
            self.attempt(lambda: self.open_store(self.shelf.take_in(log)))

    def open_event(self, event: str) -> None:
        if event in self.windows:
            _forward(self.windows[event])
        else:
            self.attempt(lambda: self.open_store(self.shelf.open(event)))

    def open_file(self, path: Path) -> None:
        """A conference of its own is opened; a copy of one that is here is shown beside it, to be read first."""
        self.receiving.open_file(path)

    def attempt(self, act: Callable[[], None]) -> None:
        """Does something with the database; where that fails, it is said."""
        try:
            act()
        except StoreError as wrong:
            if wrong.reason == "corrupt":
                self._safety.offer_repair()
            else:
                self.say(store_failure(wrong.reason, wrong.where))
        except Refused as refused:
            self.say(refusal(Document(""), refused))

    def say(self, sentence: str) -> None:
        """In the window one looks at; without any, on the start page."""
        if self.windows:
            window = next(reversed(self.windows.values()))
            window.bench.notice(sentence, fault=True)
        else:
            self.show_start_page()
            assert self.start_page is not None
            self.start_page.say(sentence)

    def _make_ready(self, window: MainWindow) -> None:
        """Opens the database to write, after what that needs was imported beside the window's work."""
        open_now = partial(self.attempt, partial(self._open_database, window))
        if self.shelf.is_open:
            open_now()
        else:
            run_in_background(self.shelf.prepare, done=lambda _: open_now(), failed=_raised)

    def _open_database(self, window: MainWindow) -> None:
        event = window.bench.document.event_id
        if event in self.windows:
            drafts = self.shelf.drafts(event)
            window.bench.make_ready()
            self._take_up_drafts(window, drafts)
            self._find_file_of(window, event)
            QTimer.singleShot(LOOK_AFTER, self, self._look_over)
            self._settle()

    def _look_over(self) -> None:
        if self.windows:
            self._safety.look()

    def _settle(self) -> None:
        """Told once, behind what is still to be painted."""
        if not self._settled:
            self._settled = True
            QTimer.singleShot(0, self, self.settled.emit)

    def _take_up_drafts(self, window: MainWindow, drafts: DraftStore) -> None:
        """What was being typed when the program ended becomes an edit, and it is said."""
        from octodesk.ui.drafts import Drafting, taken_up
        from octodesk.wording.edits import undo_name

        bench = window.bench
        for draft in drafts.all():
            edit = taken_up(bench.document, draft)
            if edit is not None and bench.do(partial(_as_it_is, edit)):
                said = undo_name(bench.document, edit)
                bench.notice(_("What you were writing was kept: {change}").format(change=said), undo=True)
            drafts.clear(draft.key)
        bench.keep_drafts(Drafting(drafts, now, bench))

    def open_store(self, store: EventStore) -> None:
        """A window on a conference, and all that its signals ask for."""
        window = opened_window(store, self.shelf.identity, self.settings, self.theme)
        self.windows[store.event_id] = window
        window.new_wanted.connect(lambda: self.ask_for_new(window))
        window.conference_made.connect(self._begin_conference)
        window.open_wanted.connect(lambda: self.ask_what_to_open(window))
        self._let_documents_into(window, window.bench)
        window.start_wanted.connect(self.show_start_page)
        window.recent_wanted.connect(self.open_file)
        window.quit_wanted.connect(self.quit)
        window.copies_wanted.connect(lambda: self._safety.show_copies(window))
        window.removed.connect(partial(self._safety.forget, window))
        window.theme_wanted.connect(self.set_theme)
        window.language_wanted.connect(self.set_language)
        window.file.changed.connect(lambda: self._remember_file(window))
        self.receiving.follow(window)
        window.closed.connect(lambda: self._closed(store.event_id))
        if not self.settings.put_back(window):
            window.resize(*FIRST_SIZE)
        window.show()
        if self.start_page is not None:
            self.start_page.close()
        self.settings.last_event = store.event_id
        if not window.bench.ready:
            window.furnished.connect(partial(self._make_ready, window))
        else:
            self._open_database(window)

    def _find_file_of(self, window: MainWindow, event: str) -> None:
        """After a start without the file: which it was, and what it lacks by now."""
        path = self.settings.file_of(event)
        if path is None or window.file.path is not None or not path.exists():
            return
        run_in_background(
            lambda: frozenset(edit.id for edit in read_file(path).log),
            done=partial(self.receiving.file_found, window, path),
            failed=lambda _wrong: None,
        )

    def _remember_file(self, window: MainWindow) -> None:
        if window.file.path is not None:
            document = window.bench.document
            name = document.event.short_name or document.words(document.event.name)
            self.settings.add_recent(Recent(window.file.path, document.event_id, name))

    def _closed(self, event: str) -> None:
        self.windows.pop(event, None)
        self._end_if_empty()

    def _end_if_empty(self) -> None:
        if not (self.windows or self.start_page or self._staying):
            self.settings.write()
            self.ended.emit()

    def quit(self) -> None:
        """Closes every window; one that has a question keeps the program running."""
        for window in list(self.windows.values()):
            window.close()

    def _with_all_closed(self, act: Callable[[], None]) -> None:
        """Does something while no conference is open, and opens again what was. A window that has a question stops it."""
        events, self._staying = list(self.windows), True
        self.quit()
        if not self.windows:
            act()
            for event in events:
                self.open_event(event)
            if not events:
                self._go_on()
        self._staying = False
        self._end_if_empty()

    # -- the start page

    def show_start_page(self) -> None:
        if self.start_page is not None:
            _forward(self.start_page)
            return
        from octodesk.ui.start_page import StartPage

        self.attempt(lambda: self.shelf.clear_away(self._today()))
        page = StartPage(
            self.theme, name=self.shelf.name, events=self.shelf.events(), put_away=self.shelf.put_away
        )
        page.named.connect(self.shelf.name_author)
        page.language_wanted.connect(self.set_language)
        page.sample_wanted.connect(self.open_sample)
        page.new_wanted.connect(lambda: self.ask_for_new(page))
        page.open_wanted.connect(lambda: self.ask_what_to_open(page))
        self._let_documents_into(page)
        page.event_wanted.connect(self.open_event)
        page.put_wanted.connect(self._put_event)
        page.duplicate_wanted.connect(self._duplicate_event)
        page.closed.connect(self._start_page_closed)
        self.start_page = page
        page.show()
        self._settle()

    def _start_page_closed(self) -> None:
        self.start_page = None
        self._end_if_empty()

    def ask_what_to_open(self, parent: QWidget) -> None:
        from octodesk.ui.dialogs.files import ask_what_to_open

        ask_what_to_open(parent, self.open_file)

    def ask_for_new(self, parent: QWidget) -> None:
        from octodesk.ui.dialogs.new_conference import NewConferenceDialog

        ask = NewConferenceDialog(fresh_id(os.urandom(10)), self._today(), _own_zone(), self.theme, parent)
        ask.made.connect(self._begin_conference)
        ask.open()

    def _put_event(self, event: str, place: Place) -> None:
        """Archived, deleted or brought back; one that is open is closed first by its user."""
        if place == "deleted" and event in self.windows:
            self.say(_("This conference is open. Close its window first, then delete it."))
            return
        if place == "deleted" and self.settings.last_event == event:
            self.settings.last_event = ""
        self.attempt(lambda: self.shelf.put(event, place, self._today()))
        if self.start_page is not None:
            self.start_page.show_events(self.shelf.events(), self.shelf.put_away)

    def _duplicate_event(self, event: str) -> None:
        """A new conference with everything of this one but what was issued, answered or ordered."""

        from octodesk.edits.events import event_from

        def duplicate() -> None:
            document = self.shelf.open(event).document()
            of = document.event
            name = _("Copy of {name}").format(name=document.words(of.name) or of.short_name)
            self._begin_conference(
                event_from(document, event_id=fresh_id(os.urandom(10)), name=name, first_day=of.first_day)
            )

        self.attempt(duplicate)

    def _begin_conference(self, edit: Edit) -> None:
        who = self.shelf.identity
        log = begun(edit, Pen(who.author, who.device, wall_words(now()), lambda: os.urandom(16)))
        self.attempt(lambda: self.open_store(self.shelf.take_in(log)))

    def _let_documents_into(self, window: MainWindow | StartPage, bench: Workbench | None = None) -> None:
        """Programme documents come by the menu, dropped on the window, or pasted while it is empty."""

        def open_with(act: Callable[[Importing], object]) -> None:
            from octodesk.ui.importing.opening import Importing

            importing = Importing(
                window, lambda: self.theme, self._today, self.shelf.identity.author.id, bench
            )
            importing.begun.connect(self._begin_conference)
            importing.failed.connect(self.say)
            act(importing)

        window.import_wanted.connect(lambda: open_with(lambda importing: importing.ask()))
        came = window.arrivals
        came.takes_words = lambda: bench is None or not bench.document.sessions
        came.document_came.connect(lambda path: open_with(lambda importing: importing.open(path)))
        came.words_came.connect(
            lambda kind, words: open_with(lambda importing: importing.take_words(kind, words))
        )

    @staticmethod
    def _today() -> date:
        return now().astimezone().date()

    # -- what concerns all windows

    def set_theme(self, theme: Theme) -> None:
        self.theme = self.settings.theme = theme
        themes.put_on(self._application, theme)
        for window in self.windows.values():
            window.set_theme(theme)
        if self.start_page is not None:
            self.start_page.set_theme(theme)

    def set_language(self, code: str) -> None:
        self.settings.language = code
        speak(self._application, code)


def opened_window(store: EventStore, identity: Identity, settings: Settings, theme: Theme) -> MainWindow:
    """The window of one conference, with everything behind it."""
    desk = Desk(
        store,
        author=identity.author,
        device=identity.device,
        clock=now,
        salt=lambda: os.urandom(16),
        report=_reported,
    )
    bench = Workbench(desk, ready=not isinstance(store, LateStore))
    window = MainWindow(bench, FileLink(bench, now), settings, theme, now, day=_first_day(desk.document))
    window.surface.setFocus()
    return window


def _first_day(document: Document) -> date | None:
    """Today, if the conference is on; else its first day."""
    days = timetable.dates(document)
    zone = document.event.time_zone
    today = clock.wall_clock(int(now().timestamp() // 60), zone).date()
    return today if today in days else (days[0] if days else None)


def _own_zone() -> str:
    name = bytes(QTimeZone.systemTimeZoneId().data()).decode()
    return name if "/" in name else "Europe/Paris"


def _forward(window: QWidget) -> None:
    window.show()
    window.raise_()
    window.activateWindow()


def _as_it_is(edit: Edit, _document: Document) -> Edit:
    return edit


def _raised(wrong: BaseException) -> None:
    raise wrong


def _reported(wrong: Exception) -> None:
    import logging

    logging.getLogger("octodesk").error("a part of the window failed", exc_info=wrong)
