# SPDX-License-Identifier: EUPL-1.2
"""What an edit is about, by name: what sentences about edits are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from octodesk import languages
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import ROWS
from octodesk.wording.row_names import row_name


class ChangeLike(Protocol):
    @property
    def table(self) -> str: ...
    @property
    def id(self) -> str: ...
    @property
    def field(self) -> str: ...


class EditLike(Protocol):
    """An Edit or a Stamped one."""

    @property
    def label(self) -> str: ...
    @property
    def about(self) -> tuple[str, ...]: ...
    @property
    def changes(self) -> Sequence[ChangeLike]: ...


def first_thing(document: Document, edit: EditLike) -> str:
    return thing(document, edit, edit.about[0]) if edit.about else ""


def thing(document: Document, edit: EditLike, row_id: str) -> str:
    """What a row that an edit is about is called: in the table the edit changes, else where there is such a row."""
    tables = [change.table for change in edit.changes if change.id == row_id]
    tables += [
        table for table in _SPOKEN_OF if document.find(table, row_id) or document.buried(table, row_id)
    ]
    return row_name(document, tables[0], row_id) if tables else _("something deleted")


_SPOKEN_OF = (
    "session",
    "person",
    "room",
    *(name for name in ROWS if name not in ("session", "person", "room")),
)


def things(document: Document, edit: EditLike) -> str:
    named = [thing(document, edit, one) for one in edit.about]
    return languages.listed(named, languages.language()) or _("something deleted")
