# SPDX-License-Identifier: EUPL-1.2
"""Work beside the window: it gets a frozen document, gives back a value, and only the main thread hears of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")
_under_way: set[Task] = set()


class Task(QObject):
    """Something under way."""

    _ended = Signal()

    def __init__(self, done: Callable[[Any], None], failed: Callable[[BaseException], None]) -> None:
        super().__init__()
        self._done, self._failed = done, failed
        self._future: Future[Any] | None = None
        self._ended.connect(self._tell)

    def follow(self, future: Future[Any]) -> None:
        """Tells in the main thread how the future ended."""
        self._future = future
        _under_way.add(self)
        # Emitted by the working thread, so Qt queues it for the thread this object lives in.
        future.add_done_callback(lambda _: self._ended.emit())

    @Slot()
    def _tell(self) -> None:
        _under_way.discard(self)
        future = self._future
        if future is None or future.cancelled():
            return  # the program ended before it began
        wrong = future.exception()
        if wrong is None:
            self._done(future.result())
        else:
            self._failed(wrong)


def run_in_background(
    work: Callable[[], T], *, done: Callable[[T], None], failed: Callable[[BaseException], None]
) -> Task:
    """Runs `work` in a thread; `done` or `failed` are called later, in the main thread."""
    task = Task(done, failed)
    task.follow(_threads().submit(work))
    return task


def wait_for_all() -> None:
    """Before the program ends: what has begun is finished."""
    if _threads.cache_info().currsize:
        _threads().shutdown(wait=True, cancel_futures=True)
        _threads.cache_clear()
    _under_way.clear()


@cache
def _threads() -> ThreadPoolExecutor:
    from concurrent.futures import (
        ThreadPoolExecutor,
    )  # brings logging, which the first paint need not wait for

    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="octodesk")
