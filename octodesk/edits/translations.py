# SPDX-License-Identifier: EUPL-1.2
"""Remembering what a translation was made from, beside whatever edit writes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import cast

from octodesk.edits.fields import known_field, set_field
from octodesk.edits.rows import added
from octodesk.model import identity
from octodesk.model.document import Document
from octodesk.model.edit import Change, Edit
from octodesk.model.fields import split_field
from octodesk.model.rows import attribute
from octodesk.model.text import Text
from octodesk.model.translations import fingerprint, sources

_TextKey = tuple[str, str, str]


def with_sources(document: Document, edit: Edit) -> Edit:
    """The same edit, and in it the memory of the wordings its translations were made from.

    A translation written now was made from the source as it is after the edit; one that stays while its source changes,
    and remembers nothing, was made from the source as it was. A new row's wordings were written together.
    """
    written: dict[_TextKey, dict[str, str]] = {}
    for change in edit.changes:
        name, language = split_field(change.field)
        if language and document.find(change.table, change.id) is not None:
            written.setdefault((change.table, change.id, name), {})[language] = change.value
    memories = (change for key, words in written.items() for change in _memories(document, key, words))
    extra = tuple(memories)
    return replace(edit, changes=(*edit.changes, *extra)) if extra and edit.kind == "do" else edit


def _memories(document: Document, key: _TextKey, written: dict[str, str]) -> Iterator[Change]:
    first, *others = document.languages
    before = cast("Text", getattr(document.row(*key[:2]), attribute(key[2])))
    source = written.get(first, before.in_language(first))
    for language in others:
        known = sources(document).get((*key, language), "")
        if written.get(language) and source:
            made_from = fingerprint(source)
        elif first in written and language not in written and before.in_language(language) and not known:
            made_from = fingerprint(before.in_language(first))
        else:
            continue
        if made_from and made_from != known:
            yield from _remembered(document, key, language, made_from)


def _remembered(document: Document, key: _TextKey, language: str, source: str) -> Iterator[Change]:
    table, row_id, name = key
    values = {"of_table": table, "of_row": row_id, "text": name, "language": language, "source": source}
    yield from added(document, "translation", identity.translation_id(*key, language), values)


def still_right(document: Document, *, table: str, row_id: str, field: str, language: str) -> Edit:
    """The translation holds although its source has changed. Refused: unknown-row, unknown-field."""
    known_field(document, table=table, row_id=row_id, field=field)
    text = cast("Text", getattr(document.row(table, row_id), attribute(field)))
    source = fingerprint(text.in_language(document.languages[0]))
    if source == sources(document).get((table, row_id, field, language), source):
        return Edit("translation-confirmed", (), (row_id,))
    changes = tuple(_remembered(document, (table, row_id, field), language, source))
    return Edit("translation-confirmed", changes, (row_id,))


def take_translations(document: Document, wordings: Mapping[_TextKey, str], *, language: str) -> Edit:
    """Words of one language for many texts, as a translator sent them back. Refused as set_field refuses."""
    changes: list[Change] = []
    about: list[str] = []
    for (table, row_id, field), words in wordings.items():
        made = set_field(document, table=table, row_id=row_id, field=field, value=words, language=language)
        changes.extend(made.changes)
        if made.changes:
            about.append(row_id)
    return Edit("translations-taken", tuple(changes), tuple(dict.fromkeys(about)))
