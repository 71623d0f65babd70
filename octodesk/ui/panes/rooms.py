# SPDX-License-Identifier: EUPL-1.2
"""The Rooms pane: name, seats and languages, written in place, and what is held in a room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from octodesk import languages
from octodesk.edits.fields import set_field
from octodesk.edits.rows import add_row, delete_row
from octodesk.languages import _, folded
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import Session
from octodesk.ui import reading, words
from octodesk.ui.panes.cells import Column
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


def text_language(document: Document) -> str:
    """The language a text is written in where none is chosen: the program's if the conference has it, else its first."""
    spoken = languages.language()
    return spoken if spoken in document.languages else document.languages[0]


def _name(document: Document, room: str) -> str:
    return document.words(document.room(room).name, text_language(document))


def _write_name(document: Document, room: str, typed: str) -> Edit:
    language = text_language(document)
    return set_field(
        document, table="room", row_id=room, field="name", value=typed.strip(), language=language
    )


def _seats(document: Document, room: str) -> str:
    seats = document.room(room).capacity
    return "" if seats is None else languages.number(seats, languages.language())


def _write_seats(document: Document, room: str, seats: Any) -> Edit:
    return set_field(document, table="room", row_id=room, field="capacity", value=seats)


def _languages(document: Document, room: str) -> str:
    return words.language_codes(document, document.room(room).languages)


COLUMNS = (
    Column(lambda: _("Room"), _name, _write_name, share=5),
    Column(lambda: _("Seats"), _seats, _write_seats, read=reading.count, right=True, share=3),
    Column(lambda: _("Languages"), _languages, share=5),
)


class RoomsPane(TablePane):
    """Rooms in the order of the grid."""

    columns = COLUMNS

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bench, theme, parent)
        self.retranslate()

    def retranslate(self) -> None:
        self.filter.setAccessibleName(_("Filter the rooms"))
        self.table.setAccessibleName(_("Rooms"))
        self.add_button.setToolTip(_("New room"))
        self.add_button.setAccessibleName(_("New room"))
        self.delete_action.setText(_("Delete room"))
        super().retranslate()

    def ids(self, typed: str) -> Sequence[str]:
        wanted = folded(typed)
        document = self._bench.document
        return [room.id for room in document.rooms if wanted in folded(_name(document, room.id))]

    def sessions_of(self, row_id: str) -> Sequence[Session]:
        return self._bench.document.sessions_in(row_id)

    def heading_of(self, row_id: str) -> str:
        return _("In {room}").format(room=words.room_name(self._bench.document, row_id))

    def addition(self, fresh_id: str) -> Edit:
        document = self._bench.document
        name = _("Room {n}").format(n=len(document.rooms) + 1)
        values = {
            "name": {text_language(document): name},
            "mode": document.rooms[-1].mode if document.rooms else "physical",
        }
        return add_row(
            document,
            table="room",
            values=values,
            author_id=self._bench.author_id,
            row_id=fresh_id,
            fresh_id=fresh_id,
        )

    def deletion(self, row_id: str) -> Edit:
        return delete_row(self._bench.document, table="room", row_id=row_id)
