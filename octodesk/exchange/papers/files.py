# SPDX-License-Identifier: EUPL-1.2
"""Opening a document: by its kind, within limits, and nothing it refers to."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from octodesk.exchange.papers.html_pages import page_of_html
from octodesk.exchange.papers.page import Page
from octodesk.exchange.papers.text_pages import page_of_text
from octodesk.exchange.papers.trouble import PaperError
from octodesk.exchange.papers.word_pages import page_of_word

LARGEST: Final = 16_000_000
"""Bytes of a text: a programme of two hundred pages has half a million."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")


def read_page(path: Path, kind: str) -> Page:
    """A document of a kind ("txt", "md", "html", "docx") as a Page. Raises PaperError."""
    return page_of(kind, _bytes_of(path))


def page_of(kind: str, content: bytes) -> Page:
    """The same for bytes. Raises PaperError("empty"), ("locked"), ("old-word"), ("not-a-document"), ("too-large")."""
    if content.startswith(_OLE):
        raise PaperError("locked" if is_locked(content) else "old-word")
    page = _READERS[kind](content)
    if not page.lines:
        raise PaperError("empty")
    return page


def is_locked(content: bytes) -> bool:
    """Whether it is a document of Word or Excel that a password encrypts ([MS-OFFCRYPTO] 2.3.4)."""
    return content.startswith(_OLE) and _LOCKED in content


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read()
    except FileNotFoundError as wrong:
        raise PaperError("missing") from wrong
    except IsADirectoryError as wrong:
        raise PaperError("not-a-file") from wrong
    except PermissionError as wrong:
        raise PaperError("not-allowed") from wrong
    except OSError as wrong:
        raise PaperError(
            "unreadable", system=wrong.strerror or errno.errorcode.get(wrong.errno or 0, "")
        ) from wrong


def text_of(content: bytes) -> str:
    """The text of bytes: UTF-8, UTF-16 with its mark, else the encoding of Western Windows. Raises PaperError."""
    if len(content) > LARGEST:
        raise PaperError("too-large", size=len(content), limit=LARGEST)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\x00" in content[:4096]:
        raise PaperError("not-a-document")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _text_page(content: bytes) -> Page:
    return page_of_text(text_of(content))


def _html_page(content: bytes) -> Page:
    return page_of_html(text_of(content))


_READERS: Final[Mapping[str, Callable[[bytes], Page]]] = {
    "txt": _text_page,
    "md": _text_page,
    "html": _html_page,
    "docx": page_of_word,
}
