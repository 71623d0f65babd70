# SPDX-License-Identifier: EUPL-1.2
"""Other moments of the conference: as it was after some edit, at a version, before something was taken in. They are looked
at in a window of their own, and brought back from there, whole or line by line, as a new edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject

from octodesk import languages
from octodesk.languages import _
from octodesk.model.comparison import Difference, compare
from octodesk.model.document import Document
from octodesk.model.log import Log
from octodesk.model.rows import Version
from octodesk.model.versions import version_edit
from octodesk.ui.background import run_in_background
from octodesk.ui.merging.comparison_window import BROUGHT_BACK, Compared, ComparisonWindow
from octodesk.wording.edits import done

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class Moments(QObject):
    """Looks at moments of one window's conference. What they were is worked out beside the window's work."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._bench = window, window.bench

    # -- one moment, to be brought back

    def look_at(self, edit: str) -> None:
        """As it was once this edit was made."""
        self._bench.finish_typing()
        log = self._bench.desk.log()
        made = log[edit]
        at = datetime.fromisoformat(made.wall).astimezone()
        title = _("As it was on {day}, {time}").format(
            day=languages.long_date(at.date(), languages.language()),
            time=languages.clock_time(at.time(), languages.language()),
        )
        what = _("{what} ({who})").format(what=done(self._bench.document, made), who=made.author.name)
        self._look(log, [edit], title, _("After: {what}").format(what=what))

    def look_at_version(self, version: Version) -> None:
        label = languages.version_label(version.label, languages.language())
        log = self._bench.desk.log()
        self._look(log, [version_edit(log, version.id)], label, _("As it was when it was issued"))

    def before_merge(self) -> None:
        """As it was before something was taken in last."""
        self._bench.finish_typing()
        merge = self._bench.desk.newest_merge()
        if merge is None:
            self._bench.notice(_("Nothing has been taken in here yet."))
            return
        title = _("As it was before the changes of {who}").format(who=merge.source)
        remark = _("What is brought back is brought back for everyone.")
        self._look(self._bench.desk.log(), merge.heads, title, remark, ticked=True)

    def _look(self, log: Log, heads: Iterable[str], title: str, remark: str, *, ticked: bool = False) -> None:
        run_in_background(
            partial(_state_at, log, tuple(heads)),
            done=partial(self._show, title, remark, ticked),
            failed=_raised,
        )

    def _show(self, title: str, remark: str, ticked: bool, then: Document) -> None:  # noqa: FBT001 - by partial
        if not shiboken6.isValid(self._window):
            return
        now = self._bench.document
        compared = Compared(
            before=now,
            after=then,
            names=(_("Now"), _("Then")),
            found=tuple(_that_can_come_back(compare(now, then))),
            title=title,
            remark=remark,
            label=BROUGHT_BACK,
        )
        reading = ComparisonWindow(self._bench, compared, theme=self._window.theme, parent=self._window)
        if ticked:
            reading.choose(lambda _one: True)
        reading.show()

    # -- two moments

    def compare_versions(self, versions: Sequence[Version]) -> None:
        """Two versions with each other, the earlier first; one with now."""
        log = self._bench.desk.log()
        edits = [version_edit(log, one.id) for one in versions]
        labels = [version_name(self._bench.document, one) for one in versions]
        run_in_background(
            lambda: tuple(_state_at(log, (edit,)) for edit in edits),
            done=partial(self._show_two, (*labels, _("now"))),
            failed=_raised,
        )

    def _show_two(self, names: Sequence[str], states: Sequence[Document]) -> None:
        if not shiboken6.isValid(self._window):
            return
        before, after = (*states, self._bench.document)[:2]
        title = _("From {one} to {other}").format(one=names[0], other=names[1])
        found = compare(before, after)
        compared = Compared(before, after, (names[0], names[1]), found, title)
        ComparisonWindow(self._bench, compared, theme=self._window.theme, parent=self._window).show()


def version_name(document: Document, version: Version) -> str:
    """ "Version 4 October 2021"; with the hour where another of that day is called the same."""
    language = languages.language()
    label = languages.version_label(version.label, language)
    if sum(one.label == version.label for one in document.versions) < 2 or not version.at:
        return label
    at = datetime.fromisoformat(version.at).astimezone()
    return _("{label}, {time}").format(label=label, time=languages.clock_time(at.time(), language))


def _that_can_come_back(found: Iterable[Difference]) -> Iterable[Difference]:
    """Versions were issued and stay."""
    return (one for one in found if one.table != "version" and (one.table, one.field) != ("event", "version"))


def _state_at(log: Log, heads: Iterable[str]) -> Document:
    return Document.of_log(log.at(heads))


def _raised(wrong: BaseException) -> None:
    raise wrong
