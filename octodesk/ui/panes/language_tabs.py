# SPDX-License-Identifier: EUPL-1.2
"""A tab for each language of the conference, with how many texts lack there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QTabBar, QWidget

from octodesk import languages
from octodesk.languages import _, ngettext
from octodesk.ui.theme import Theme


class LanguageTabs(QTabBar):
    """Begins in the program's language, or in the conference's first where it has no such texts."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = languages.language()
        self._codes: Sequence[str] = ()
        self.setObjectName("inspector-languages")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.currentChanged.connect(self._turned)

    def show_languages(self, codes: Sequence[str], lacking: Sequence[tuple[int, int]], theme: Theme) -> None:
        """The languages, and for each how many texts are missing and how many changed since they were translated."""
        self._codes = tuple(codes)
        if self.language not in codes:
            self.language = codes[0]
        self.blockSignals(True)
        while self.count() > len(codes):
            self.removeTab(self.count() - 1)
        for place, code in enumerate(codes):
            if self.count() <= place:
                self.addTab("")
            self.setTabText(place, languages.capitalised(languages.language_name(code, code)))
            self._show_badge(place, *lacking[place], theme)
        self.setCurrentIndex(self._codes.index(self.language))
        self.blockSignals(False)
        self.setAccessibleName(_("Language of the texts"))

    def _show_badge(self, place: int, missing: int, stale: int, theme: Theme) -> None:
        side = QTabBar.ButtonPosition.RightSide
        badge = self.tabButton(place, side)
        if not missing and not stale:
            self.setTabButton(place, side, None)
            self.setTabToolTip(place, "")
            return
        fresh = not isinstance(badge, QLabel)
        badge = badge if isinstance(badge, QLabel) else QLabel()
        badge.setObjectName("badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setText(str(missing + stale))
        badge.ensurePolished()
        badge.setFixedSize(badge.sizeHint().expandedTo(QSize(theme.px(18), 0)))
        if fresh:
            self.setTabButton(place, side, badge)
        said = lacking_words(missing, stale)
        badge.setAccessibleName(said)
        self.setTabToolTip(place, said)

    def choose(self, language: str) -> None:
        """The tab of a content language, where there is one."""
        if language in self._codes:
            self.setCurrentIndex(self._codes.index(language))

    def _turned(self, place: int) -> None:
        if 0 <= place < len(self._codes):
            self.language = self._codes[place]
            self.chosen.emit(self.language)


def lacking_words(missing: int, stale: int) -> str:
    """ "2 texts are missing", "1 text changed since it was translated"."""
    said = []
    if missing:
        said.append(ngettext("{n} text is missing", "{n} texts are missing", missing).format(n=missing))
    if stale:
        said.append(
            ngettext(
                "{n} text changed since it was translated",
                "{n} texts changed since they were translated",
                stale,
            ).format(n=stale)
        )
    return ", ".join(said)
