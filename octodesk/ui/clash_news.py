# SPDX-License-Identifier: EUPL-1.2
"""What each edit did to the clashes: which came, how many went; and on which days there are any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from octodesk.desk import News
from octodesk.languages import ngettext
from octodesk.model.checks import Conflict
from octodesk.model.document import Document
from octodesk.wording.rules import conflict_sentence

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class ClashNews(QObject):
    """Tells the status bar in words, and the tabs of the days by number."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bench, self._tools = window.bench, window.tools
        self._known = {one.key: one for one in self._bench.clashes()}
        self._came: tuple[Conflict, ...] = ()
        self._gone = 0
        self._mark()
        self._bench.changed.connect(self._changed)
        window.notices.listen_to_clashes(self.words)

    def _changed(self, _news: News) -> None:
        now = {one.key: one for one in self._bench.clashes()}
        self._came = tuple(one for key, one in now.items() if key not in self._known)
        self._gone = sum(key not in now for key in self._known)
        self._known = now
        self._mark()

    def _mark(self) -> None:
        self._tools.mark_days(per_day(self._bench.document, tuple(self._known.values())))

    def words(self) -> str:
        """What the newest edit brought and took: "1 new clash: … · 2 clashes gone"; "" where neither."""
        parts = []
        if self._came:
            count = len(self._came)
            words = ngettext("{n} new clash: {sentence}", "{n} new clashes: {sentence}", count)
            sentence = conflict_sentence(self._bench.document, self._came[0]).rstrip(".")
            parts.append(words.format(n=count, sentence=sentence))
        if self._gone:
            words = ngettext("{n} clash gone", "{n} clashes gone", self._gone)
            parts.append(words.format(n=self._gone))
        return " · ".join(parts)


def per_day(document: Document, clashes: tuple[Conflict, ...]) -> Mapping[date, int]:
    """How many clashes each day has; one over two days counts on both."""
    found: Counter[date] = Counter()
    for one in clashes:
        placements = (document.session(session).placement for session in one.sessions)
        found.update({document.day_of(at) for at in placements if at is not None})
    return found
