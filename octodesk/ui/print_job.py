# SPDX-License-Identifier: EUPL-1.2
"""Follows a print made in another process: its pages as they are laid out, the PDF, the pictures of the pages."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from PySide6.QtCore import QObject, Signal

from octodesk.ui.background import run_in_background
from octodesk.ui.print_child import Order, carry_out


class PrintJob(QObject):
    """One print. Start it once; after `cancel` it says nothing more."""

    page_laid = Signal(int)
    printed = Signal(object)
    pictured = Signal(object)
    refused = Signal(object)
    broken = Signal(str)
    ended = Signal()
    _told = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: BaseProcess | None = None
        self._cancelled = False
        self._told.connect(self._tell)

    def start(self, order: Order) -> None:
        # Spawned, not forked: a fork would hold the database's lock and Qt's connections.
        context = multiprocessing.get_context("spawn")
        here, there = context.Pipe(duplex=False)
        self._process = context.Process(target=carry_out, args=(order, there), daemon=True)

        def run() -> None:
            assert self._process is not None
            self._process.start()
            there.close()
            self._listen(here)

        run_in_background(run, done=lambda _: self._end(), failed=self._failed)

    def _listen(self, pipe: Connection) -> None:
        """In a thread: passes on what is told until the process is done."""
        with pipe:
            while not self._cancelled:
                if not pipe.poll(0.1):
                    continue
                try:
                    what, it = pipe.recv()
                except EOFError:
                    return
                self._told.emit(what, it)

    def _tell(self, what: str, it: object) -> None:
        if self._cancelled:
            return
        signals = {
            "page": self.page_laid, "printed": self.printed, "picture": self.pictured, "refused": self.refused,
            "broken": self.broken,
        }  # fmt: skip
        signals[what].emit(it)

    def cancel(self) -> None:
        self._cancelled = True
        if self._process is not None and self._process.is_alive():
            self._process.terminate()

    def _end(self) -> None:
        if self._process is not None:
            self._process.join(0)
        if not self._cancelled:
            self.ended.emit()

    def _failed(self, wrong: BaseException) -> None:
        if not self._cancelled:
            self.broken.emit(str(wrong))
            self.ended.emit()
