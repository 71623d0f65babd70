# SPDX-License-Identifier: EUPL-1.2
"""The window's side of the press: orders go out, what comes of the newest is told."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue

from PySide6.QtCore import QObject, Signal

from octodesk.model.document import Document
from octodesk.printing import PrintOptions
from octodesk.printing.sheets import Went
from octodesk.ui.printing.child import serve
from octodesk.ui.printing.orders import (
    Broken,
    Check,
    Checked,
    Denied,
    Look,
    Order,
    Picture,
    Sheets,
    Wish,
    plain,
)

Hear = Callable[[int, object], None]


class _Line:
    """One process, and two threads that talk with it: a print under way reads late what it is sent."""

    def __init__(self, hear: Hear, lost: Callable[[_Line], None]) -> None:
        # Spawned, not forked: a fork would hold the database's lock and Qt's connections.
        context = multiprocessing.get_context("spawn")
        self._pipe, there = context.Pipe()
        self._outbox: SimpleQueue[Wish | None] = SimpleQueue()
        self._hear, self._lost, self._closing = hear, lost, False
        self.process: BaseProcess = context.Process(target=serve, args=(there,), daemon=True)
        self.process.start()
        there.close()
        self._talker, listener = (
            threading.Thread(target=work, name="octodesk-press", daemon=True)
            for work in (self._talk, self._listen)
        )
        self._talker.start()
        listener.start()

    def send(self, wish: Wish) -> None:
        self._outbox.put(wish)

    def close(self) -> None:
        self._closing = True
        self._outbox.put(None)
        self.process.terminate()
        self.process.join()

    def _talk(self) -> None:
        while (wish := self._outbox.get()) is not None:
            try:
                self._pipe.send(wish)
            except OSError:
                return  # the process has ended, which the other thread says

    def _listen(self) -> None:
        with self._pipe as pipe, suppress(RuntimeError):  # the window went, and with it who hears
            try:
                while True:
                    self._hear(*_pair(pipe))
            except (EOFError, OSError):
                if not self._closing:
                    self._lost(self)
            finally:
                # In the middle of a write, perhaps: the pipe must not be closed under it.
                self._outbox.put(None)
                self._talker.join()


def _pair(pipe: Connection) -> tuple[int, object]:
    number, told = pipe.recv()
    return number, told


class Press(QObject):
    """A process that prints, begun with the first order; whoever made it stops it. Only of the newest order is told."""

    page_laid = Signal(int)
    laid = Signal(object)
    """The Sheets of the whole print, or of the pages asked for."""
    pictured = Signal(object)
    checked = Signal(object)
    """The Stale sheets among those that went out."""
    denied = Signal(object)
    broken = Signal(str)
    _told = Signal(int, object)
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line: _Line | None = None
        self._number = 0
        self._sent: Document | None = None
        # Emitted by another thread, so Qt queues them for the thread this object lives in.
        self._told.connect(self._tell)
        self._ended.connect(self._lost)

    def order(
        self, document: Document, kind: str, options: PrintOptions, *, until: int | None = None,
        earlier: Document | None = None,
    ) -> None:  # fmt: skip
        """Asks for a print; whatever was asked for before is forgotten."""
        self._number += 1
        known = document is self._sent
        before = plain(earlier) if earlier is not None else None
        self._send(Order(self._number, None if known else plain(document), kind, options, until, before))
        self._sent = document

    def look(self, place: int, width: int) -> None:
        """Asks for the picture of a page (from 0) of the print that was laid, so many pixels wide."""
        self._send(Look(self._number, place, width))

    def check(self, now: Document, went: Sequence[Went]) -> None:
        """Asks which of the sheets that went out, the newest first, are out of date."""
        self._number += 1
        self._send(Check(self._number, plain(now), tuple(went)))

    def stop(self) -> None:
        """Ends the process, in the middle of a print too; the next order begins another."""
        line, self._line, self._sent = self._line, None, None
        self._number += 1
        if line is not None:
            line.close()

    @property
    def process(self) -> BaseProcess | None:
        """None while there is none."""
        return self._line.process if self._line else None

    def _send(self, wish: Wish) -> None:
        if self._line is None:
            self._line = _Line(self._told.emit, self._ended.emit)
            self.destroyed.connect(self._line.close)
        self._line.send(wish)

    def _tell(self, number: int, told: object) -> None:
        if number != self._number:
            return
        match told:
            case int():
                self.page_laid.emit(told)
            case Sheets():
                self.laid.emit(told)
            case Picture():
                self.pictured.emit(told)
            case Checked():
                self.checked.emit(told.stale)
            case Denied():
                self.denied.emit(told)
            case Broken():
                self.broken.emit(told.words)

    def _lost(self, line: object) -> None:
        """The process has ended without being told to."""
        if line is self._line:
            self.stop()
            self.broken.emit("the printing process ended")
