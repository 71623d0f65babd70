# SPDX-License-Identifier: EUPL-1.2
"""Before rooms go: where do their sessions go?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QListWidget, QVBoxLayout, QWidget

from octodesk import languages
from octodesk.edits.rooms import delete_rooms, sessions_held_in
from octodesk.languages import _, ngettext
from octodesk.ui import words
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench


class RoomsGoDialog(Spoken, QDialog):
    """Lists the sessions and asks once for all of them."""

    def __init__(
        self, bench: Workbench, theme: Theme, rooms: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("rooms-go")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._rooms = bench, rooms
        document = bench.document
        self._held = sessions_held_in(document, rooms)
        self._heading = QLabel()
        self._heading.setProperty("look", "heading")
        self._heading.setWordWrap(True)
        self.sessions = QListWidget()
        self.sessions.addItems([words.session_name(document, one.id) for one in self._held])
        self._label = QLabel()
        self.to = QComboBox()
        self._label.setBuddy(self.to)
        for room in document.rooms:
            if room.id not in rooms:
                self.to.addItem(words.room_name(document, room.id), room.id)
        self.to.insertItem(0, "", None)
        self.to.setCurrentIndex(0)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self._cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setSpacing(8)
        for widget in (self._heading, self.sessions, self._label, self.to, self.buttons):
            whole.addWidget(widget)
        self.resize(theme.px(420), theme.px(360))
        self.retranslate()

    def retranslate(self) -> None:
        document, count = self._bench.document, len(self._held)
        named = languages.listed(
            [words.room_name(document, one) for one in self._rooms], languages.language()
        )
        said = ngettext("{n} session is held there.", "{n} sessions are held there.", count).format(n=count)
        self.setWindowTitle(_("Delete room"))
        self._heading.setText(_("{rooms} goes. {sessions}").format(rooms=named, sessions=said))
        self.sessions.setAccessibleName(_("Sessions"))
        self._label.setText(_("They keep their time and go &to"))
        self.to.setItemText(0, _("Room to be decided"))
        self.go.setText(_("&Delete"))
        self._cancel.setText(_("Close without changing anything"))

    def _do(self) -> None:
        to = self.to.currentData()
        if self._bench.do(lambda document: delete_rooms(document, rooms=self._rooms, to=to)):
            self.accept()
