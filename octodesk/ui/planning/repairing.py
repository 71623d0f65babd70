# SPDX-License-Identifier: EUPL-1.2
"""Something is lost: what would have to move, shown before it is done, and who must be told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
)

from octodesk import languages
from octodesk.edits.sessions import put_all
from octodesk.languages import _
from octodesk.model.timetable import opening
from octodesk.planner.losses import Loss
from octodesk.planner.repair import Repair, repair, who_is_told
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.timetable.places import SuggestedPlace
from octodesk.wording.repairs import move_sentence, moves_sentence, no_place_sentence
from octodesk.wording.things import people_named, person_name, room_name, session_name

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow


class RepairDialog(QDialog):
    """What is lost is chosen above; the moves stand below and glow on the timetable; one button makes them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._bench, self._surface = window.bench, window.surface
        self._found: Repair | None = None
        self.setObjectName("repair")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("Repair the programme"))
        self.what, self.day, self.closes = QComboBox(), QComboBox(), QTimeEdit()
        self.closes.setDisplayFormat("HH:mm")
        self.said = QPlainTextEdit(readOnly=True)
        self.said.setMinimumSize(QSize(window.theme.px(520), window.theme.px(220)))
        self.said.setAccessibleName(_("What would move"))
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(_("Move them"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self.buttons.addButton(_("Close without changing"), QDialogButtonBox.ButtonRole.RejectRole)
        self._lay_out()
        self._fill()
        for changed in (self.what.currentIndexChanged, self.day.currentIndexChanged, self.closes.timeChanged):
            changed.connect(self._look)
        self.buttons.accepted.connect(self._move)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: self._surface.glow(()))
        self._look()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(_("What is wrong"), self.what)
        form.addRow(_("On which day"), self.day)
        form.addRow(_("The day ends at"), self.closes)
        self._form = form
        whole = QVBoxLayout(self)
        whole.addLayout(form)
        whole.addWidget(QLabel(_("What would move")))
        whole.addWidget(self.said, 1)
        whole.addWidget(self.buttons)

    def _fill(self) -> None:
        document = self._bench.document
        self.what.addItem(_("What clashes now"), ("now", ""))
        self.what.addItem(_("A day ends earlier"), ("day", ""))
        for room in document.rooms:
            words = _("{room} is not there").format(room=room_name(document, room.id))
            self.what.addItem(words, ("room", room.id))
        for person in document.people:
            if document.sessions_of(person.id):
                words = _("{person} cannot come").format(person=person_name(document, person.id))
                self.what.addItem(words, ("person", person.id))
        self.day.addItem(_("On all days"), None)
        for day in days_shown(document):
            self.day.addItem(languages.capitalised(languages.day_name(day, languages.language())), day)

    # -- what is lost

    @property
    def loss(self) -> Loss:
        what, row_id = self.what.currentData()
        day: date | None = self.day.currentData()
        match what:
            case "room":
                return Loss(rooms=(row_id,), day=day)
            case "person":
                return Loss(people=(row_id,), day=day)
            case "day":
                return Loss(day=day, closes=self.closes.time().toPython()) if day else Loss()  # type: ignore[arg-type]
            case _:
                return Loss()

    def _look(self) -> None:
        """Works it out anew, and shows it."""
        what, _row = self.what.currentData()
        self._form.setRowVisible(self.day, what != "now")
        self._form.setRowVisible(self.closes, what == "day")
        if what == "day" and self.sender() is self.day:
            self._show_closing()
        self._found = repair(self._bench.document, self.loss)
        self.said.setPlainText("\n".join(self._lines(self._found)))
        self.go.setEnabled(bool(self._found.moves))
        self._surface.glow(list(self._glows(self._found)))

    def _show_closing(self) -> None:
        hours = opening(self._bench.document, self.day.currentData()) if self.day.currentData() else None
        if hours is not None:
            self.closes.blockSignals(True)
            self.closes.setTime(hours[1].time())  # type: ignore[arg-type]
            self.closes.blockSignals(False)

    def _lines(self, found: Repair) -> list[str]:
        document = self._bench.document
        said = [moves_sentence(len(found.moves), bound=found.bound)]
        said += [move_sentence(document, one.session, one.before, one.after) for one in found.moves]
        said += [
            no_place_sentence(document, one.session, one.rules, fixed=one.fixed) for one in found.impossible
        ]
        if told := who_is_told(document, found.moves):
            said += ["", _("To be informed: {people}.").format(people=people_named(document, told))]
        return said

    def _glows(self, found: Repair) -> list[SuggestedPlace]:
        document = self._bench.document
        return [
            SuggestedPlace(
                one.session,
                one.after,
                document.session(one.session).minutes,
                session_name(document, one.session),
            )
            for one in found.moves
            if one.after is not None
        ]

    def _move(self) -> None:
        if self._found is None:
            return
        moves = tuple((one.session, one.after) for one in self._found.moves)
        if self._bench.do(lambda document: put_all(document, "programme-repaired", moves)):
            self.accept()
