# SPDX-License-Identifier: EUPL-1.2
"""A programme that was read beside the conference of the window: each difference is taken, or left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from octodesk.languages import _, ngettext
from octodesk.model.comparison import Difference
from octodesk.model.document import Document
from octodesk.ui.spoken import Spoken
from octodesk.wording.differences import told


class Comparing(Spoken, QWidget):
    """The differences as a list with boxes. All are ticked at first: who opened the document wants what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = self.after = Document("")
        self._differences: Sequence[Difference] = ()
        self.summary = QLabel()
        self.summary.setWordWrap(True)
        self.list = QListWidget()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.summary)
        inside.addWidget(self.list, 1)
        self.retranslate()

    def show_differences(self, before: Document, after: Document, differences: Sequence[Difference]) -> None:
        self.before, self.after, self._differences = before, after, differences
        self.list.clear()
        for one in differences:
            item = QListWidgetItem(told(before, after, one))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            )
            item.setCheckState(Qt.CheckState.Checked)
            self.list.addItem(item)
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(_("Differences"))
        counts = [self._count(what) for what in ("moved", "added", "renamed", "changed")]
        said = ", ".join(words for words in counts if words)
        self.summary.setText(said or _("The programme says nothing that is not here already."))

    def _count(self, what: str) -> str:
        """ "3 moved"."""
        n = sum(one.what == what for one in self._differences)
        if not n:
            return ""
        sentences = {
            "moved": ngettext("{n} moved", "{n} moved", n),
            "added": ngettext("{n} new", "{n} new", n),
            "renamed": ngettext("{n} renamed", "{n} renamed", n),
            "changed": ngettext("{n} changed", "{n} changed", n),
        }
        return sentences[what].format(n=n)

    @property
    def chosen(self) -> list[Difference]:
        return [
            one for row, one in enumerate(self._differences)
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        ]  # fmt: skip
