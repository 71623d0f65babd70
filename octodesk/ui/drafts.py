# SPDX-License-Identifier: EUPL-1.2
"""What is typed and not yet an edit, kept beside the edits so that the last word is there after a crash."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QTimer

from octodesk.edits.fields import set_field
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import split_field
from octodesk.model.resolve import FieldKey
from octodesk.ui.fields import Typing

SOON = 250
"""Milliseconds from a key until the words are written away; each writing is a transaction of its own."""


class Kept(Protocol):
    """A draft that was found."""

    @property
    def key(self) -> FieldKey: ...

    @property
    def words(self) -> str: ...


class DraftStore(Protocol):
    """Where drafts lie: beside the edits of one event."""

    def write(self, key: FieldKey, words: str, *, since: str) -> None: ...

    def clear(self, key: FieldKey) -> None: ...

    def all(self) -> Iterable[Kept]: ...


class Drafting(QObject):
    """Follows fields of text: while something typed is no edit yet, its words are kept."""

    def __init__(self, store: DraftStore, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store, self._now = store, now
        self._typing: dict[FieldKey, Typing] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.write)

    def heard(self, typing: Typing, key: FieldKey) -> None:
        """A key was pressed in a field that shows `key`; or its typing became an edit."""
        if typing.pending:
            self._typing[key] = typing
            if not self._soon.isActive():
                self._soon.start()
        else:
            self.settled(key)

    def settled(self, key: FieldKey) -> None:
        """What was typed is an edit now, or was taken back."""
        if self._typing.pop(key, None) is not None:
            self._store.clear(key)

    def write(self) -> None:
        """Now, what has been typed since."""
        since = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        for key, typing in self._typing.items():
            if shiboken6.isValid(typing) and typing.pending:
                self._store.write(key, typing.words, since=since)


def taken_up(document: Document, draft: Kept) -> Edit | None:
    """The edit a draft was to become; None where it says what is there already, or has no place any more."""
    table, row, field = draft.key
    name, language = split_field(field)
    try:
        edit = set_field(
            document,
            table=table,
            row_id=row,
            field=name,
            value=draft.words.strip(),
            language=language or None,
        )
    except Refused:
        return None
    return None if edit.is_empty else edit
