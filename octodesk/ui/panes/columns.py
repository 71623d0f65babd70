# SPDX-License-Identifier: EUPL-1.2
"""Columns of a table from the entries of a form: what can be written in the inspector can be written in a cell. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from octodesk import languages
from octodesk.languages import _, folded
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import attribute
from octodesk.ui.panes.cells import Column
from octodesk.ui.panes.entries import Choices, Entry, Shown
from octodesk.ui.reading import Unreadable


def text_language(document: Document) -> str:
    """The language a text is written in where none is chosen: the program's if the conference has it, else its first."""
    spoken = languages.language()
    return spoken if spoken in document.languages else document.languages[0]


def column_of(
    table: str, entry: Entry, *, share: int = 3, shown: bool = False, right: bool = False
) -> Column:
    """The column of an entry; hidden until somebody chooses it, unless `shown`."""

    def words(document: Document, row_id: str) -> str:
        here = Shown(document, table, (row_id,), text_language(document))
        if entry.shape == "flag":
            return _("yes") if here.value(entry, row_id) else ""
        if here.translated(entry):
            return document.words(getattr(document.row(table, row_id), attribute(entry.name)), here.language)
        return " ".join(here.words(entry, row_id).split())

    def write(document: Document, row_id: str, value: Any) -> Edit:
        return Shown(document, table, (row_id,), text_language(document)).edit(entry, value)

    return Column(
        title=entry.caption,
        words=words,
        write=write,
        read=_yes_or_no if entry.shape == "flag" else entry.read,
        reader=_reader(entry) if entry.choices else None,
        offer=_offer(entry),
        right=right,
        share=share,
        name=entry.name,
        shown=shown,
    )


def _yes_or_no(typed: str) -> bool:
    return folded(typed.strip()) in ("yes", "oui", "si", "y", "o", "s", "x", "1", folded(_("yes")))


def _offer(entry: Entry) -> Callable[[Document], Sequence[str]] | None:
    if entry.offer is not None:
        offer = entry.offer
        return lambda _document: offer()
    if entry.choices is not None and entry.shape == "choice":
        choices = entry.choices
        return lambda document: [words for _value, words in choices(document, ())]
    return None


def _reader(entry: Entry) -> Callable[[Document], Callable[[str], Any]]:
    """Reads the words of one choice, or of several between commas."""
    choices, several = entry.choices, entry.shape == "ticks"
    assert choices is not None

    def reader(document: Document) -> Callable[[str], Any]:
        known = choices(document, ())
        if not several:
            return lambda typed: chosen(known, typed)
        return lambda typed: [
            chosen(known, word) for word in typed.replace(";", ",").split(",") if word.strip()
        ]

    return reader


def chosen(known: Choices, typed: str) -> Any:
    """The value called so, or the only one whose words begin so. Raises Unreadable."""
    wanted = folded(typed.strip())
    exact = [value for value, words in known if wanted in (folded(words), folded(str(value)))]
    beginning = [value for value, words in known if wanted and folded(words).startswith(wanted)]
    if exact:
        return exact[0]
    if not wanted and known and known[0][0] in (None, ""):
        return known[0][0]
    if len(beginning) == 1:
        return beginning[0]
    named = ", ".join(words for _value, words in known[:12])
    raise Unreadable(_("“{typed}” is none of these: {choices}.").format(typed=typed.strip(), choices=named))
