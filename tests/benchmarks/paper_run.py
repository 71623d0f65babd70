# SPDX-License-Identifier: EUPL-1.2
"""A child process for bench_paper: prints one thing once, and says what it took.

`paper_run.py WHAT SESSIONS`, with WHAT `whole` (the programme: layout, tags, contents, packing, proof), `untagged` (its
layout alone), `badges`, or the same words through `weasyprint`, `fpdf2`, `typst`. Prints CPU seconds without imports,
pages, bytes, and the peak memory in MB.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import escape
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from octodesk.model.document import Document
from octodesk.printing import PrintOptions, pages, render, tagging
from tests.printing.schedules import invented

WORDS = 110
"""In each description: about as many as those of a conference of hackers."""


def render_of(document: Document, kind: str) -> bytes:
    made = render(document, kind, PrintOptions(), clock=lambda: datetime(2021, 10, 4, tzinfo=UTC))
    if made.faults:
        raise SystemExit(f"the proof fails: {made.faults[:3]}")
    return made.pdf


def untagged(document: Document) -> bytes:
    """The same layout: nothing is marked, no tree is written, nothing is proved; packed the same way."""
    import pikepdf

    canvas: Any = tagging.TaggedCanvas
    canvas.text_of = lambda self, _element, x, y: tagging.TaggedText(self, element=None, x=x, y=y)
    without: Any = pages
    without.archived = lambda drawn, *_canvas, **_first: drawn
    without.Printed = lambda pdf, *_facts: pdf
    drawn: Any = pages.printed(**_book(document))
    out = BytesIO()
    with pikepdf.open(BytesIO(drawn)) as pdf:
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _book(document: Document) -> dict[str, Any]:
    from octodesk.printing.edition import Edition
    from octodesk.printing.programme import programme

    edition = Edition(document, PrintOptions(), made_at=datetime(2021, 10, 4, tzinfo=UTC))
    book = programme(edition)
    return {"edition": edition, "flowables": book.flowables, "sheets": book.sheets, "title": book.title}


def texts(document: Document) -> Iterator[tuple[str, str]]:
    for one in document.sessions:
        yield one.title.in_language("en"), one.description.in_language("en")


def weasyprint(document: Document) -> bytes:
    html: Any = import_module("weasyprint").HTML

    body = "".join(f"<h3>{escape(title)}</h3><p>{escape(words)}</p>" for title, words in texts(document))
    return bytes(
        html(string=f"<html lang=en><title>x</title><h1>x</h1>{body}").write_pdf(pdf_variant="pdf/ua-1")
    )


def fpdf2(document: Document) -> bytes:
    from octodesk import resources

    pdf: Any = import_module("fpdf").FPDF()
    pdf.add_font("sans", "", str(resources.font_path(resources.SANS, "Regular")))
    pdf.add_page()
    for title, words in texts(document):
        for size, said in ((15, title), (10, words)):
            pdf.set_font("sans", size=size)
            pdf.multi_cell(0, text=said, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def typst(document: Document) -> bytes:
    engine: Any = import_module("typst")
    body = "".join(f"=== {title}\n{words}\n\n" for title, words in texts(document))
    return bytes(engine.compile(body.encode()))


KINDS: dict[str, Callable[[Document], bytes]] = {
    "whole": lambda document: render_of(document, "programme"),
    "untagged": untagged,
    "badges": lambda document: render_of(document, "badges"),
    "weasyprint": weasyprint,
    "fpdf2": fpdf2,
    "typst": typst,
}


def main(what: str, sessions: str) -> None:
    import pikepdf

    make = KINDS[what]
    make(invented(rooms=2, sessions=2, words=5)) if what != "untagged" else None  # imports and fonts
    document = invented(rooms=10, sessions=int(sessions), days=3, words=WORDS)
    begun = time.process_time()
    pdf = make(document)
    seconds = time.process_time() - begun
    with pikepdf.open(BytesIO(pdf)) as read:
        count = len(read.pages)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    sys.stdout.write(f"{seconds} {count} {len(pdf)} {int(peak) // 1024}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
