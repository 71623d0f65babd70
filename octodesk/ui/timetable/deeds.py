# SPDX-License-Identifier: EUPL-1.2
"""What the entries of the Session and Edit menus do with the selected sessions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from octodesk.edits import copies, sessions, whole_days
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.ui.timetable import clipboard, commands, keys

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow
    from octodesk.ui.timetable.whole_day_dialogs import WholeDay

Deed = Callable[[], object]


class SessionDeeds:
    """Each acts on what is selected; where that makes no sense, it says what to select."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._bench, self._surface = window, window.bench, window.surface

    @property
    def by_name(self) -> Mapping[str, Deed]:
        surface, bench = self._surface, self._bench
        one = self._with_current
        dialogs: Mapping[str, Deed] = {
            name: partial(self._ask, name)
            for name in ("shift-rest", "compact", "swap-rooms", "swap-days", "repeat")
        }
        return {
            "open-session": one(surface.opened.emit),
            "rename": one(surface.renamed.emit),
            "pick-up": one(self._pick_up),
            "earlier": one(lambda _id: keys.carry(surface, 0, -1)),
            "later": one(lambda _id: keys.carry(surface, 0, 1)),
            "room-before": one(lambda _id: keys.carry(surface, -1, 0)),
            "room-after": one(lambda _id: keys.carry(surface, 1, 0)),
            "shorter": one(lambda _id: keys.resize(surface, -1)),
            "longer": one(lambda _id: keys.resize(surface, 1)),
            "lock": one(lambda _id: surface.locks_toggled.emit(bench.selection)),
            "exclusive": one(self._exclusive),
            "swap": self._swap,
            "insert-break": one(self._insert_break),
            "duplicate": one(self._duplicate),
            "cut": one(self._cut),
            "copy": one(self._copy),
            "paste": self._paste,
            "select-all": self._select_all,
            **dialogs,
        }

    def _with_current(self, act: Callable[[str], object]) -> Deed:
        def deed() -> None:
            if self._bench.current:
                act(self._bench.current)
            else:
                self._bench.notice(_("Select a session first."), fault=True)

        return deed

    def _pick_up(self, session: str) -> None:
        self._surface.setFocus()
        self._surface.hand.pick_up(session)

    def _exclusive(self, _session: str) -> None:
        chosen, document = self._bench.selection, self._bench.document
        exclusive = not all(document.session(one).exclusive for one in chosen)
        self._bench.do(partial(whole_days.make_exclusive, session_ids=chosen, exclusive=exclusive))

    def _swap(self) -> None:
        chosen = self._bench.selection
        if len(chosen) != 2:
            self._bench.notice(_("Select the two sessions that are to change places."), fault=True)
            return
        self._bench.do(partial(sessions.swap, first=chosen[0], second=chosen[1]))

    def _insert_break(self, session: str) -> None:
        document, fresh = self._bench.document, self._bench.fresh_id()
        row = document.session(session)
        if row.placement is None:
            self._bench.notice(_("Select a session on the timetable first."), fault=True)
            return
        kind = next((one for one in ("coffee", "break", "lunch") if document.find("kind", one)), "")
        start = document.end(row)
        made = partial(whole_days.insert_break, start=start, kind=kind, new_id=fresh)
        if self._bench.do(made):
            self._bench.select([fresh])

    # -- copies

    def _duplicate(self, _session: str) -> None:
        """Right after the original where that is free, else not yet placed."""
        chosen = self._bench.selection
        made = commands.fresh_ids(self._bench, chosen)

        def duplicated(document: Document) -> Edit:
            pairs = [(copies.copy_of(document, one), commands.place_after(document, one)) for one in chosen]
            return copies.put_copies(document, pairs, new_ids=made)

        if self._bench.do(duplicated):
            self._bench.select(made)

    def _copy(self, _session: str) -> None:
        clipboard.put(self._bench.document, self._bench.selection)
        count = len(self._bench.selection)
        self._bench.notice(clipboard.copied_words(count))

    def _cut(self, session: str) -> None:
        """Copied, and taken off the timetable: never deleted."""
        self._copy(session)
        placements = tuple((one, None) for one in self._bench.selection)
        self._bench.do(lambda document: sessions.put_all(document, "sessions-moved", placements))

    def _paste(self) -> None:
        """At the place clicked last, each at its distance from the first; without one, not yet placed."""
        found = clipboard.sessions()
        if not found and self._window.arrivals.pasted():
            return
        if not found:
            self._bench.notice(_("There are no sessions on the clipboard."), fault=True)
            return
        made = commands.fresh_ids(self._bench, found)
        placed = clipboard.placements(found, self._surface.beside.caret_placement())

        def pasted(document: Document) -> Edit:
            return copies.put_copies(document, placed, new_ids=made)

        if self._bench.do(pasted):
            self._bench.select(made)

    def _select_all(self) -> None:
        shown = [block.session for block in self._surface.scene.layout.in_reading_order()]
        self._bench.select(shown)

    # -- days and rooms as a whole

    def _ask(self, name: str) -> None:
        from octodesk.ui.timetable import whole_day_dialogs

        made: WholeDay | None = whole_day_dialogs.DIALOGS[name](self._window)
        if made is not None:
            made.open()
