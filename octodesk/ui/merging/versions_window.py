# SPDX-License-Identifier: EUPL-1.2
"""The versions of a conference: the one that is issued now, and those issued before, compared and looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from octodesk import languages
from octodesk.edits.versions import issue_version
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.rows import Version
from octodesk.ui.merging.moments import Moments, version_name
from octodesk.ui.spoken import Spoken

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

_ID = Qt.ItemDataRole.UserRole


class VersionsWindow(Spoken, QDialog):
    """One or two of the list are chosen; what can be done with them stands below it."""

    def __init__(self, window: MainWindow, moments: Moments, now: Callable[[], datetime]) -> None:
        super().__init__(window)
        self.setObjectName("versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._bench, self._moments, self._now = window, window.bench, moments, now
        self.label, self.note = QLineEdit(), QLineEdit()
        self.issue, self.compare, self.look, self.leave = (QPushButton() for _each in range(4))
        self.issue.setProperty("look", "primary")
        self.words, self._labels = QLabel(), (QLabel(), QLabel())
        self.words.setProperty("look", "muted")
        self.words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._lay_out()
        self.issue.clicked.connect(self.issue_now)
        self.label.returnPressed.connect(self.issue_now)
        self.compare.clicked.connect(lambda: self._moments.compare_versions(self.chosen[:2]))
        self.look.clicked.connect(lambda: self._moments.look_at_version(self.chosen[0]))
        self.leave.clicked.connect(self.close)
        self.list.itemSelectionChanged.connect(self._enable)
        self._bench.changed.connect(self._show)
        self.retranslate()
        self._propose()
        self.resize(window.theme.px(560), window.theme.px(520))

    def _lay_out(self) -> None:
        px = self._window.theme.px
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(px(6))
        for label, field in zip(self._labels, (self.label, self.note), strict=True):
            label.setProperty("look", "caption")
            label.setBuddy(field)
            form.addRow(label, field)
        issuing = QHBoxLayout()
        issuing.addStretch(1)
        issuing.addWidget(self.issue)
        below = QHBoxLayout()
        for button in (self.compare, self.look):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(14), px(16), px(12))
        column.setSpacing(px(10))
        column.addLayout(form)
        column.addLayout(issuing)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(below)

    def retranslate(self) -> None:
        self.setWindowTitle(_("Versions"))
        self._labels[0].setText(_("Name of this version, as it is printed"))
        self._labels[1].setText(_("Remark, not printed"))
        self.issue.setText(_("Issue this version"))
        self.look.setText(_("As it was then…"))
        self.leave.setText(_("Close"))
        self.list.setAccessibleName(_("Versions"))
        self._show()

    def _propose(self) -> None:
        """ "Version 5 October 2021"; a second one on that day carries the hour."""
        self.label.setText(proposed_label(self._bench.document, self._now()))
        self.label.selectAll()

    # -- the list

    def _show(self) -> None:
        chosen = {one.id for one in self.chosen}
        self.list.clear()
        for version in reversed(self._bench.document.versions):
            item = QListWidgetItem(_line(self._bench.document, version))
            item.setData(_ID, version.id)
            item.setToolTip(version.note)
            self.list.addItem(item)
            item.setSelected(version.id in chosen)
        self._enable()

    @property
    def chosen(self) -> list[Version]:
        """Those chosen in the list, in the order they were issued."""
        ids = {item.data(_ID) for item in self.list.selectedItems()}
        return [one for one in self._bench.document.versions if one.id in ids]

    def _enable(self) -> None:
        count = len(self.chosen)
        self.look.setEnabled(count == 1)
        self.compare.setEnabled(count in (1, 2))
        self.compare.setText(_("Compare the two…") if count == 2 else _("Compare with now…"))
        if not self.list.count():
            self.words.setText(_("No version has been issued yet."))
        else:
            self.words.setText(_("Choose one to compare it with now, or two to compare them."))

    # -- issuing

    def issue_now(self) -> None:
        author, fresh = self._bench.desk.author, self._bench.fresh_id()
        new = partial(
            issue_version,
            label=self.label.text(),
            at=self._now(),
            author=author,
            fresh_id=fresh,
            note=self.note.text().strip(),
        )
        if self._bench.do(new):
            self.note.clear()
            self._propose()


def proposed_label(document: Document, now: datetime) -> str:
    """In English, as every language's print reads it: "Version 5 October 2021", with the hour if that is taken."""
    here = now.astimezone()
    label = f"Version {languages.long_date(here.date(), 'en')}"
    taken = any(one.label.startswith(label) for one in document.versions)
    return f"{label}, {here:%H:%M}" if taken else label


def _line(document: Document, version: Version) -> str:
    """ "Version 4 October 2021 · Ana · 4 October 2021"."""
    at = datetime.fromisoformat(version.at).astimezone().date() if version.at else None
    issued = languages.long_date(at, languages.language()) if at else ""
    parts = (version_name(document, version), version.author, issued, version.note)
    return " · ".join(part for part in parts if part)
