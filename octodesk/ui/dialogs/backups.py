# SPDX-License-Identifier: EUPL-1.2
"""The safety copies of this computer: what a session was in one of them, brought back or saved as a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from octodesk.edits.taking import take
from octodesk.exchange.whole_file import NotWritten, write_whole
from octodesk.languages import N_, _
from octodesk.model.comparison import Difference, compare
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.store import reading
from octodesk.store.backups import Backup, backups_of
from octodesk.store.contract import StoreError
from octodesk.ui.dialogs.files import ask_where_to_save
from octodesk.ui.safety import moment_words
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.words import label_and_title
from octodesk.ui.workbench import Workbench
from octodesk.wording.failures import store_failure, write_failure

_WHY = {
    "opened": N_("when the program was started"),
    "merge": N_("before changes were taken in"),
    "migration": N_("before an update of the program"),
}


class BackupsDialog(Spoken, QDialog):
    """Copies on the left, the newest first; on the right the sessions that were otherwise then."""

    def __init__(self, bench: Workbench, database: Path, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("copies")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._copies = bench, backups_of(database)
        self._then: Document | None = None
        self._differences: dict[str, list[Difference]] = {}
        self._words, self._left, self._right = QLabel(), QLabel(), QLabel()
        self._words.setWordWrap(True)
        self.copies, self.sessions = QListWidget(), QListWidget()
        self.back, self.save = QPushButton(), QPushButton()
        self.back.setProperty("look", "primary")
        self.back.clicked.connect(self._bring_back)
        self.save.clicked.connect(self._ask_where)
        self.copies.currentRowChanged.connect(lambda _row: self._show_copy())
        self.sessions.itemSelectionChanged.connect(self._show_what_is_possible)
        self._lay_out(theme)
        self.retranslate()
        self.copies.setCurrentRow(0)

    def _lay_out(self, theme: Theme) -> None:
        lists = QHBoxLayout()
        for caption, widget in ((self._left, self.copies), (self._right, self.sessions)):
            column = QVBoxLayout()
            caption.setBuddy(widget)
            column.addWidget(caption)
            column.addWidget(widget)
            lists.addLayout(column, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.back, QDialogButtonBox.ButtonRole.ActionRole)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 20, 24, 16)
        inside.setSpacing(12)
        inside.addWidget(self._words)
        inside.addLayout(lists, 1)
        inside.addWidget(buttons)
        self.resize(theme.px(760), theme.px(460))

    def retranslate(self) -> None:
        self.setWindowTitle(_("Safety copies"))
        self._words.setText(
            _(
                "OctoDesk keeps copies of everything on this computer: the newest ten, and one of each of the last fourteen days."
            )
            if self._copies
            else _("There is no safety copy yet. The first is made when the program is started again.")
        )
        self._left.setText(_("Copies"))
        self._right.setText(_("Sessions that were otherwise then"))
        self.back.setText(_("Bring this session back"))
        self.save.setText(_("Save this copy as a file…"))
        row = self.copies.currentRow()
        self.copies.clear()
        for copy in self._copies:
            self.copies.addItem(f"{moment_words(copy.at)} · {_(_WHY[copy.why])}")
        self.copies.setCurrentRow(row)

    @property
    def _copy(self) -> Backup | None:
        row = self.copies.currentRow()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    # -- what was otherwise

    def _show_copy(self) -> None:
        self.sessions.clear()
        self._then = self._read()
        self._differences = {} if self._then is None else _by_session(self._bench.document, self._then)
        for session in self._differences:
            document = self._bench.document if self._bench.document.find("session", session) else self._then
            assert document is not None
            item = QListWidgetItem(" ".join(part for part in label_and_title(document, session) if part))
            item.setData(Qt.ItemDataRole.UserRole, session)
            self.sessions.addItem(item)
        self._show_what_is_possible()

    def _read(self) -> Document | None:
        """The conference in the chosen copy; None where the copy lacks it or cannot be read, which is said."""
        if self._copy is None:
            return None
        try:
            return reading.read_document(self._copy.path, self._bench.document.event_id)
        except StoreError as wrong:
            if wrong.reason != "unknown-event":
                self._bench.notice(store_failure(wrong.reason, wrong.where), fault=True)
            return None

    def _show_what_is_possible(self) -> None:
        self.back.setEnabled(bool(self.sessions.selectedItems()))
        self.save.setEnabled(self._then is not None)

    # -- what is done

    def _bring_back(self) -> None:
        chosen, then = self.sessions.selectedItems(), self._then
        if chosen and then is not None:
            session = str(chosen[0].data(Qt.ItemDataRole.UserRole))
            self._bench.do(
                partial(_brought_back, self._differences[session], then, session, self._bench.author_id)
            )
            self._show_copy()

    def _ask_where(self) -> None:
        copy = self._copy
        if copy is not None:
            name = (self._bench.document.event.short_name or "octodesk").lower().replace(" ", "-")
            proposal = f"{name}-{copy.at.astimezone():%Y-%m-%d-%H%M}.octo"
            ask_where_to_save(self, proposal, partial(self._save_to, copy))

    def _save_to(self, copy: Backup, target: Path) -> None:
        from octodesk.exchange import octo

        event = self._bench.document.event_id
        try:
            log, enclosed = reading.read_log(copy.path, event), reading.read_enclosures(copy.path, event)
            write_whole(target, octo.write(log, enclosed=enclosed))
        except StoreError as wrong:
            self._bench.notice(store_failure(wrong.reason, wrong.where), fault=True)
        except NotWritten as wrong:
            self._bench.notice(write_failure(wrong), fault=True)


def _by_session(now: Document, then: Document) -> dict[str, list[Difference]]:
    """What leads from now to then, for each session that was otherwise, in the order of the programme of then."""
    found: dict[str, list[Difference]] = {}
    for one in compare(now, then):
        session = _session_of(one, now, then)
        if session:
            found.setdefault(session, []).append(one)
    order = {one.id: place for place, one in enumerate(then.sessions)}
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))


def _session_of(one: Difference, now: Document, then: Document) -> str:
    """The session a difference belongs to, its parts included; "" for what is of no session."""
    if one.table == "session":
        return one.id
    row = then.find(one.table, one.id) or now.find(one.table, one.id)
    return str(getattr(row, "session", "") or "")


def _brought_back(
    differences: list[Difference], then: Document, session: str, author_id: str, document: Document
) -> Edit:
    edit = take(document, differences, source=then, label="session-brought-back", author_id=author_id)
    return Edit(edit.label, edit.changes, (session,))
