# SPDX-License-Identifier: EUPL-1.2
"""Prints in a process of its own, and draws the pages to be looked at. No Qt.

What it tells is a pair: ("page", number laid out), ("printed", Printed), ("picture", Picture), ("refused", (reason, facts)),
("broken", words); the end of the pipe is the end of the work.
"""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any

from octodesk.model.document import Document
from octodesk.model.rows import ROWS
from octodesk.printing import PrintOptions, PrintRefused, render


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it looks: `pixels` are 4 bytes each (blue, green, red, unused), line by line."""

    place: int
    width: int
    height: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be printed, and how many pixels wide its pages are to be drawn."""

    document: Document
    kind: str
    options: PrintOptions
    width: int


def plain(document: Document) -> Document:
    """The same rows without what was computed from them: that can be handed to another process."""
    return Document(document.event_id, {name: dict(document.table(name)) for name in ROWS})


def carry_out(order: Order, told: Connection) -> None:
    """What the process does."""

    def tell(what: str, it: Any) -> None:
        told.send((what, it))

    try:
        printed = render(
            order.document, order.kind, order.options, clock=_now, progress=lambda page: tell("page", page)
        )
        tell("printed", printed)
        _draw(printed.pdf, order.width, told)
    except PrintRefused as refused:
        tell("refused", (refused.reason, dict(refused.facts)))
    except (BrokenPipeError, EOFError):
        return  # nobody is interested any more
    except BaseException:
        tell("broken", traceback.format_exc())
        raise
    finally:
        told.close()


def _draw(pdf: bytes, width: int, told: Connection) -> None:
    import pypdfium2

    book = pypdfium2.PdfDocument(pdf)
    for place in range(len(book)):
        page = book[place]
        bitmap = page.render(scale=width / page.get_width(), rev_byteorder=False, prefer_bgrx=True)
        packed = bitmap.stride == bitmap.width * 4
        pixels = bytes(bitmap.buffer) if packed else _packed(bitmap)
        told.send(("picture", Picture(place, bitmap.width, bitmap.height, pixels)))


def _packed(bitmap: Any) -> bytes:
    """Lines without the gap that may stand between them."""
    whole, line = bytes(bitmap.buffer), bitmap.width * 4
    return b"".join(whole[start : start + line] for start in range(0, len(whole), bitmap.stride))


def _now() -> datetime:
    return datetime.now(UTC)
