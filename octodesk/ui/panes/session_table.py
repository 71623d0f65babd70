# SPDX-License-Identifier: EUPL-1.2
"""All sessions as a table: any of their fields as columns, written in place, sorted and grouped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from octodesk import languages
from octodesk.edits.rows import add_row, delete_rows
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.ui import words
from octodesk.ui.panes.cells import Column, Grouping
from octodesk.ui.panes.choice_words import word
from octodesk.ui.panes.columns import column_of
from octodesk.ui.panes.finding import sessions_found
from octodesk.ui.panes.session_entries import FIRST, MORE
from octodesk.ui.panes.session_rows import CHIPS, chip_of
from octodesk.ui.panes.table_pane import TablePane
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

_SHOWN = {"title": 12, "day": 4, "start": 4, "minutes": 4, "rooms": 5, "status": 5}
_ENTRIES = {entry.name: entry for section in (FIRST, *MORE) for entry in section.entries}


def _label(document: Document, session: str) -> str:
    kind = document.kind(document.session(session).kind)
    return document.label(session, languages.language()) or document.words(kind.name, languages.language())


def _people(document: Document, session: str) -> str:
    return ", ".join(words.person_name(document, person) for person in document.people_of(session))


COLUMNS = (
    Column(lambda: _("Label"), _label, share=4, name="label"),
    *(
        column_of("session", _ENTRIES[name], share=share, shown=True, right=name in ("start", "minutes"))
        for name, share in _SHOWN.items()
    ),
    Column(lambda: _("On the panel"), _people, share=8, name="people", shown=False),
    *(column_of("session", entry) for name, entry in _ENTRIES.items() if name not in _SHOWN),
)


def _by_day(document: Document, session: str) -> tuple[str, str]:
    at = document.session(session).placement
    if at is None:
        return "", _("Not yet placed")
    day = document.day_of(at)
    return day.isoformat(), words.day_words(day)


def _by_kind(document: Document, session: str) -> tuple[str, str]:
    kind = document.kind(document.session(session).kind)
    return kind.order, document.words(kind.name, languages.language()) or kind.id


def _by_track(document: Document, session: str) -> tuple[str, str]:
    track = document.find("track", document.session(session).track)
    named = next((one for one in document.tracks if one is track), None)
    return (named.order, document.words(named.name, languages.language())) if named else ("~", _("No track"))


def _by_status(document: Document, session: str) -> tuple[str, str]:
    status = document.session(session).status
    return status, word("session-status", status)


def _chip_words(place: int) -> Callable[[], str]:
    return lambda: (_("All"), _("Workshops"), _("Plenaries"), _("Breaks"), _("Other"))[place]


class SessionTable(TablePane):
    """What is chosen here is what is selected in the window."""

    table_name = "session"
    columns = COLUMNS
    groupings = (
        Grouping("day", lambda: _("Day"), _by_day),
        Grouping("kind", lambda: _("Kind"), _by_kind),
        Grouping("track", lambda: _("Track"), _by_track),
        Grouping("status", lambda: _("Status"), _by_status),
    )
    chips = tuple((chip, _chip_words(place)) for place, chip in enumerate(CHIPS))
    with_sessions = False

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bench, theme, parent)
        self.rows_carried.connect(self.carried)
        bench.selected.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        self.filter.setAccessibleName(_("Filter the sessions"))
        self.table.setAccessibleName(_("Sessions"))
        self.add_button.setToolTip(_("New workshop"))
        self.add_button.setAccessibleName(_("New workshop"))
        self.delete_action.setText(_("Delete session"))
        super().retranslate()

    def ids(self, typed: str) -> Sequence[str]:
        document, chip = self._bench.document, self.chip_row.chip
        found = sessions_found(document, typed) if typed else None
        shown = (
            document.sessions if chip == "all" else [one for one in document.sessions if chip_of(one) == chip]
        )
        return [one.id for one in shown if found is None or one.id in found]

    def nothing(self) -> str:
        return _("No session yet. Add one with +, drag on the timetable, or paste rows from a spreadsheet.")

    def addition(self, fresh_id: str) -> Edit:
        return add_row(
            self._bench.document, table="session", values={}, author_id=self._bench.author_id,
            row_id=fresh_id, fresh_id=fresh_id,
        )  # fmt: skip

    def delete_rows(self, ids: tuple[str, ...]) -> None:
        self._bench.do(lambda document: delete_rows(document, table="session", row_ids=ids))

    def _rows_chosen(self) -> None:
        self._count()
        chosen = self.table.chosen()
        if chosen and self.table.hasFocus() and chosen != self._bench.selection:
            self._bench.select(chosen)
            self.sought.emit(chosen[-1])

    def _follow(self) -> None:
        """The session selected elsewhere is the row one is on here."""
        if not self.table.hasFocus() and self._bench.current:
            self.go_to(self._bench.current)
