# SPDX-License-Identifier: EUPL-1.2
"""The Rooms pane: name, seats and languages, written in place, and what is held in a room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from octodesk.edits.rooms import sessions_held_in
from octodesk.edits.rows import add_row, delete_rows
from octodesk.languages import _, folded
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.rows import Session
from octodesk.ui import words
from octodesk.ui.panes.cells import Grouping
from octodesk.ui.panes.choice_words import word
from octodesk.ui.panes.columns import column_of, text_language
from octodesk.ui.panes.room_entries import FIRST, MORE
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

_SHOWN = {"name": 5, "capacity": 3, "languages": 5}
_ENTRIES = {entry.name: entry for section in (FIRST, *MORE) for entry in section.entries}
_ORDER = [*_SHOWN, *(name for name in _ENTRIES if name not in _SHOWN)]

COLUMNS = tuple(
    column_of(
        "room", _ENTRIES[name], share=_SHOWN.get(name, 3), shown=name in _SHOWN, right=name in ("capacity", "booths")
    )
    for name in _ORDER
)  # fmt: skip


def _by_building(document: Document, room: str) -> tuple[str, str]:
    words_there = document.words(document.room(room).building, text_language(document))
    return folded(words_there), words_there or _("No building")


def _by_mode(document: Document, room: str) -> tuple[str, str]:
    mode = document.room(room).mode
    return mode, word("room-mode", mode)


def _name(document: Document, room: str) -> str:
    return document.words(document.room(room).name, text_language(document))


class RoomsPane(TablePane):
    """Rooms in the order of the grid."""

    table_name = "room"
    columns = COLUMNS
    groupings = (
        Grouping("building", lambda: _("Building"), _by_building),
        Grouping("mode", lambda: _("On site or online"), _by_mode),
    )

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

    def delete_rows(self, ids: tuple[str, ...]) -> None:
        """Where sessions are held in them, it is asked where these go."""
        if sessions_held_in(self._bench.document, ids):
            from octodesk.ui.dialogs.rooms import RoomsGoDialog

            RoomsGoDialog(self._bench, self._theme, ids, self).open()
        else:
            self._bench.do(lambda document: delete_rows(document, table="room", row_ids=ids))

    def nothing(self) -> str:
        return _("No room yet. Add the first with +, or paste rooms from a spreadsheet.")
