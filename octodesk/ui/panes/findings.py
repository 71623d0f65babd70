# SPDX-License-Identifier: EUPL-1.2
"""Clashes and what is still to do: two lists under two tabs, and what can be done about a line. A line that is chosen
goes to its sessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QWidget

from octodesk.desk import News
from octodesk.languages import _
from octodesk.model.checks import check
from octodesk.ui.panes.finding_bar import WIDTH, FindingBar
from octodesk.ui.panes.finding_lines import By, Shown, lines
from octodesk.ui.panes.finding_list import FindingList
from octodesk.ui.panes.to_do import Finding, to_do
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class FindingsPane(Spoken, QWidget):
    """The two lists. `tabs` stands in the dock's title. `sought` names the session of a line that was chosen,
    `lacking` with it the language in which something is missing."""

    sought = Signal(str)
    lacking = Signal(str, str)

    def __init__(
        self, bench: Workbench, theme: Theme, tabs: QTabBar | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self._shown = Shown()
        self._open: frozenset[tuple[str, str]] = frozenset()
        self.clashes, self.to_do = FindingList(theme), FindingList(theme)
        self.bar = FindingBar(bench)
        self.lists = QStackedWidget()
        self.tabs = tabs or QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for name, findings in (("clashes", self.clashes), ("todo", self.to_do)):
            findings.setObjectName(name)
            findings.chosen.connect(self._chosen)
            findings.current.connect(self._stand_on)
            self.lists.addWidget(findings)
            self.tabs.addTab("")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.lists, 1)
        inside.addWidget(self.bar)
        self.tabs.currentChanged.connect(self._turn)
        self.bar.regrouped.connect(lambda by: self._show_as(replace(self._shown, by=cast("By", by))))
        self.bar.sought.connect(lambda words: self._show_as(replace(self._shown, sought=words)))
        bench.changed.connect(self._changed)
        self.set_theme(theme)
        self.retranslate()

    def retranslate(self) -> None:
        self.clashes.setAccessibleName(_("Clashes"))
        self.to_do.setAccessibleName(_("Still to do"))
        self.clashes.nothing = _("No clash of rooms, people or time.")
        self.to_do.nothing = _("Everything has its place and its translations.")
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self.clashes.set_theme(theme)
        self.to_do.set_theme(theme)
        self.bar.setFixedWidth(theme.px(WIDTH))

    @property
    def titles(self) -> Sequence[str]:
        return [self.tabs.tabText(place) for place in range(self.tabs.count())]

    def _changed(self, _news: News) -> None:
        self._show()

    def _show_as(self, shown: Shown) -> None:
        self._shown = shown
        self._show()

    def _turn(self, place: int) -> None:
        self.lists.setCurrentIndex(place)
        self.bar.by.setVisible(place == 0)
        self.bar.filter.setVisible(place == 0)
        self._stand_on(self._list.finding)

    @property
    def _list(self) -> FindingList:
        return self.clashes if self.lists.currentIndex() == 0 else self.to_do

    def _show(self) -> None:
        document = self._bench.document
        conflicts = [one for one in check(document) if one.is_clash]
        count = sum(one.acknowledged is None for one in conflicts)
        waiting = list(to_do(document, self._open))
        self.clashes.findings.take(lines(document, conflicts, self._shown))
        self.to_do.findings.take(waiting)
        self.tabs.setTabText(0, _("Clashes {n}").format(n=count))
        sorts = sum(not finding.indented for finding in waiting)
        self.tabs.setTabText(1, _("Still to do {n}").format(n=sorts))
        for findings in (self.clashes, self.to_do):
            findings.findings.change_all()  # a line that stays may read otherwise
            findings.viewport().update()
        self._stand_on(self._list.finding)

    def _stand_on(self, finding: Finding | None) -> None:
        """Where there is nothing to choose beside the list, its sentences have the whole width."""
        self.bar.show_finding(finding)
        self.bar.setVisible(self._list is self.clashes or self.bar.has_finding)

    def _chosen(self, finding: Finding) -> None:
        if finding.heading:
            self._toggle(finding)
        elif finding.sessions:
            self._bench.select(finding.sessions)
            self.sought.emit(finding.sessions[-1])
            if finding.language:
                self.lacking.emit(finding.sessions[-1], finding.language)

    def _toggle(self, finding: Finding) -> None:
        """Opens a group, or closes it."""
        if finding.folded:
            self._open ^= {(finding.rule, finding.language)}
            self._show()
        else:
            self._show_as(replace(self._shown, closed=self._shown.closed ^ {finding.group}))
