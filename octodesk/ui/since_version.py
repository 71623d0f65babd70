# SPDX-License-Identifier: EUPL-1.2
"""View › Moved since: the timetable shows where sessions stood when a version was issued, with arrows to where they are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.ui.looking_back import look_back
from octodesk.ui.timetable.places import OldPlace, old_places
from octodesk.ui.timetable.surface import Surface
from octodesk.ui.workbench import Workbench


class SinceVersion(QObject):
    """Fills the menu with the versions there are when it is opened. The state of a version is worked out beside the window."""

    def __init__(self, bench: Workbench, surface: Surface, menu: QMenu) -> None:
        super().__init__(surface)
        self._bench, self._surface, self._menu = bench, surface, menu
        self._version = ""
        self._before: Document | None = None
        menu.aboutToShow.connect(self._fill)
        bench.changed.connect(lambda _news: self._show())

    def _fill(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        self._add(group, "", _("Nothing"))
        for version in self._bench.document.versions:
            self._add(group, version.id, languages.version_label(version.label, languages.language()))

    def _add(self, group: QActionGroup, version: str, words: str) -> None:
        action = self._menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(version == self._version)
        action.triggered.connect(lambda _on=False: self.show_since(version))
        group.addAction(action)

    def show_since(self, version: str) -> None:
        """The id of a version; "": no longer."""
        self._version, self._before = version, None
        if not version:
            self._show()
            self._bench.notice(_("Old places are no longer shown"))
            return
        look_back(self._bench, version, partial(self._compare, version))

    def _compare(self, version: str, before: Document) -> None:
        if version != self._version:
            return  # another one was asked for meanwhile
        self._before = before
        count = len({place.session for place in self._show()})
        label = getattr(self._bench.document.find("version", version), "label", "")
        since = languages.version_label(label, languages.language())
        if count:
            words = ngettext("{n} session has moved since {version}", "{n} sessions have moved since {version}", count)  # fmt: skip
            self._bench.notice(words.format(n=count, version=since))
        else:
            self._bench.notice(_("No session has moved since {version}").format(version=since))

    def _show(self) -> tuple[OldPlace, ...]:
        places = old_places(self._before, self._bench.document) if self._before is not None else ()
        self._surface.show_ghosts(places)
        return places
