# SPDX-License-Identifier: EUPL-1.2
"""Which wording a translation was made from, and whether that wording has changed since.

The source is the event's first language. A translation remembers a fingerprint of the source's words, not the words:
what is removed for good from the source must not stay behind in its translations.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Literal, cast

from octodesk.model.document import Document
from octodesk.model.rows import Row, Translation, attribute, fields_of
from octodesk.model.text import Text

TextKey = tuple[str, str, str, str]
"""(table, row, field, language)."""
Standing = Literal["absent", "done", "missing", "stale"]


def fingerprint(words: str) -> str:
    """16 hexadecimal digits that tell one wording from another; "" for no words."""
    return hashlib.sha256(words.encode()).hexdigest()[:16] if words else ""


def sources(document: Document) -> Mapping[TextKey, str]:
    """What each translation that remembers anything was made from."""
    return document.derived("sources of translations", ("translation",), _sources)


def _sources(document: Document) -> dict[TextKey, str]:
    rows = (cast("Translation", row) for row in document.table("translation").values())
    return {(row.of_table, row.of_row, row.text, row.language): row.source for row in rows}


def standing(document: Document, table: str, row_id: str, field: str, language: str) -> Standing:
    """How a text of a live row stands in a language: "absent" where it has no words in any of the event's languages."""
    text = cast("Text", getattr(document.row(table, row_id), attribute(field)))
    return standing_of(document, (table, row_id, field, language), text)


def standing_of(document: Document, key: TextKey, text: Text) -> Standing:
    language, first = key[3], document.languages[0]
    if not text.in_language(language):
        return "missing" if any(text.in_language(one) for one in document.languages) else "absent"
    remembered = sources(document).get(key, "")
    source = text.in_language(first)
    stale = language != first and remembered and source and remembered != fingerprint(source)
    return "stale" if stale else "done"


def texts_of(table: str, row: Row) -> Iterator[tuple[str, Text]]:
    """(field, text) of every text of a row."""
    for name, kind in fields_of(table).items():
        if kind.translated:
            yield name, getattr(row, attribute(name))
