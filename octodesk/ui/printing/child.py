# SPDX-License-Identifier: EUPL-1.2
"""The press's own process: it stays warm, makes the newest print asked for, and draws its pages. No Qt."""

from __future__ import annotations

import traceback
from collections import deque
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from octodesk.model.document import Document
from octodesk.printing import PrintCancelled, PrintRefused, render
from octodesk.printing.sheets import stale_sheets
from octodesk.ui.printing.orders import Broken, Check, Checked, Denied, Order, Picture, Sheets, Told, Wish


def serve(pipe: Connection) -> None:
    """What the process does until the window closes the pipe."""
    child = Child(pipe)
    try:
        while True:
            child.carry_out(child.next())
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


class Child:
    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._waiting: deque[Wish] = deque()
        self._document: Document | None = None
        self._number = 0
        self._pages: Any = None

    def next(self) -> Wish:
        """What to do next: of the orders that wait the newest alone, else the oldest wish to look."""
        if not self._waiting:
            self._waiting.append(self._pipe.recv())
        self._hear()
        orders = [one for one in self._waiting if isinstance(one, Order)]
        for order in orders:
            self._document = order.document or self._document
        if orders:
            newest = orders[-1]
            self._waiting = deque(
                one for one in self._waiting if not isinstance(one, Order) and one.number == newest.number
            )
            return newest
        return self._waiting.popleft()

    def _hear(self) -> None:
        while self._pipe.poll():
            self._waiting.append(self._pipe.recv())

    def _superseded(self) -> bool:
        self._hear()
        return any(isinstance(one, Order) for one in self._waiting)

    def carry_out(self, wish: Wish) -> None:
        try:
            if isinstance(wish, Order):
                self._print(wish)
            elif isinstance(wish, Check):
                self._tell(wish.number, Checked(stale_sheets(wish.went, wish.now, clock=_now)))
            elif wish.number == self._number and self._pages is not None:
                self._tell(wish.number, _drawn(self._pages, wish.place, wish.width))
        except PrintCancelled:
            return
        except PrintRefused as refused:
            self._tell(wish.number, Denied(refused.reason, dict(refused.facts)))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            raise
        except Exception:  # noqa: BLE001 - the window says it; the press goes on with the next order
            self._tell(wish.number, Broken(traceback.format_exc()))

    def _print(self, order: Order) -> None:
        import pypdfium2

        assert self._document is not None
        self._pages = None
        printed = render(
            self._document, order.kind, order.options, clock=_now, until=order.until, earlier=order.earlier,
            progress=lambda page: self._tell(order.number, page), cancelled=self._superseded,
        )  # fmt: skip
        self._pages = pypdfium2.PdfDocument(printed.pdf)
        self._number = order.number
        sizes = tuple((page.get_width(), page.get_height()) for page in self._pages)
        self._tell(order.number, Sheets(printed, sizes))

    def _tell(self, number: int, told: Told) -> None:
        self._pipe.send((number, told))


def _drawn(book: Any, place: int, width: int) -> Picture:
    page = book[place]
    bitmap = page.render(scale=width / page.get_width(), rev_byteorder=False, prefer_bgrx=True)
    packed = bitmap.stride == bitmap.width * 4
    pixels = bytes(bitmap.buffer) if packed else _packed(bitmap)
    return Picture(place, bitmap.width, bitmap.height, pixels)


def _packed(bitmap: Any) -> bytes:
    """Lines without the gap that may stand between them."""
    whole, line = bytes(bitmap.buffer), bitmap.width * 4
    return b"".join(whole[start : start + line] for start in range(0, len(whole), bitmap.stride))


def _now() -> datetime:
    return datetime.now(UTC)
