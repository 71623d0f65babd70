# SPDX-License-Identifier: EUPL-1.2
"""The parts of a .docx that are read, within limits. Macros, pictures and what lies outside are never opened.

ECMA-376 Part 2: a ZIP archive whose relationships name the main document.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any, Final

from lxml import etree

from octodesk.exchange.papers.trouble import PaperError

LARGEST_FILE: Final = 160_000_000
LARGEST_PART: Final = 64_000_000
"""Bytes a part may unpack to: a thousand pages of text have ten million."""

_RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_MAIN: Final = "/officeDocument"


class Package:
    """A .docx in memory. Raises PaperError("damaged"), ("not-a-document"), ("too-large"), ("locked")."""

    def __init__(self, content: bytes) -> None:
        if len(content) > LARGEST_FILE:
            raise PaperError("too-large", size=len(content), limit=LARGEST_FILE)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as wrong:
            reason = "damaged" if content.startswith(b"PK") else "not-a-document"
            raise PaperError(reason) from wrong
        self._names = set(self._zip.namelist())
        self._main = self._main_part()

    def main(self) -> Any:
        """The root of the main document."""
        found = self._xml(self._main)
        if found is None:
            raise PaperError("not-a-document")
        return found

    def beside(self, kind: str) -> Any | None:
        """The root of a part that the main document refers to: "styles", "comments"; None where it has none."""
        folder, name = posixpath.split(self._main)
        for target, of_kind in self._targets(f"{folder}/_rels/{name}.rels"):
            if of_kind.endswith(f"/{kind}"):
                return self._xml(_joined(folder, target))
        return None

    def properties(self) -> Any | None:
        """The root of the document's properties."""
        for target, kind in self._targets("_rels/.rels"):
            if kind.endswith("/core-properties"):
                return self._xml(_joined("", target))
        return None

    def _main_part(self) -> str:
        for target, kind in self._targets("_rels/.rels"):
            if kind.endswith(_MAIN):
                return _joined("", target)
        raise PaperError("not-a-document")

    def _targets(self, part: str) -> list[tuple[str, str]]:
        root = self._xml(part)
        if root is None:
            return []
        return [
            (one.get("Target", ""), one.get("Type", ""))
            for one in root.iter(f"{_RELATIONSHIPS}Relationship")
            if one.get("TargetMode") != "External"
        ]

    def _xml(self, name: str) -> Any | None:
        """Without entities, external or not, and without the network."""
        if name not in self._names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(self._bytes(name), parser)
        except etree.XMLSyntaxError as wrong:
            raise PaperError("damaged") from wrong

    def _bytes(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                content = part.read(LARGEST_PART + 1)
        except RuntimeError as wrong:  # zipfile says so of a part with a password
            raise PaperError("locked") from wrong
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as wrong:
            raise PaperError("damaged") from wrong
        if len(content) > LARGEST_PART:
            raise PaperError("too-large", size=len(content), limit=LARGEST_PART)
        return content


def _joined(folder: str, target: str) -> str:
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )
