# SPDX-License-Identifier: EUPL-1.2
"""A new conference: its name, its days, its languages, its time zone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import available_timezones

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.edits.events import MOST_DAYS, new_event
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.wording.refusals import refusal

OFFERED = ("en", "fr", "es")


class NewConferenceDialog(Spoken, QDialog):
    """Tells by `made` the edit that makes the conference."""

    made = Signal(object)

    def __init__(
        self, event_id: str, first_day: date, zone: str, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new-conference")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._event_id = event_id
        self.name = QLineEdit()
        self.first_day = QDateEdit(QDate(first_day.year, first_day.month, first_day.day))
        self.first_day.setCalendarPopup(True)
        self.first_day.setDisplayFormat("d MMMM yyyy")
        self.days = QSpinBox()
        self.days.setRange(1, MOST_DAYS)
        self.days.setValue(3)
        self.days.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)
        self.languages = {code: QCheckBox() for code in OFFERED}
        for code in {languages.language(), "en"}:
            self.languages[code].setChecked(True)
        self.zone = QLineEdit(zone)
        zones = QCompleter(sorted(available_timezones()), self)
        zones.setFilterMode(Qt.MatchFlag.MatchContains)
        zones.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.zone.setCompleter(zones)
        self.wrong = QLabel()
        self.wrong.setProperty("look", "fault")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        self.buttons = QDialogButtonBox()
        self.make = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("look", "primary")
        self.leave = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._make)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(theme)
        self.retranslate()

    def _lay_out(self, theme: Theme) -> None:
        spoken = QHBoxLayout()
        for box in self.languages.values():
            spoken.addWidget(box)
        spoken.addStretch(1)
        self._labels = [QLabel() for _ in range(5)]
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        for label, field in zip(self._labels[:3], (self.name, self.first_day, self.days), strict=True):
            label.setBuddy(field)
            form.addRow(label, field)
        form.addRow(self._labels[3], spoken)
        self._labels[4].setBuddy(self.zone)
        form.addRow(self._labels[4], self.zone)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 16)
        whole.setSpacing(16)
        whole.addLayout(form)
        whole.addWidget(self.wrong)
        whole.addWidget(self.buttons)
        self.setMinimumWidth(theme.px(460))

    def retranslate(self) -> None:
        self.setWindowTitle(_("New conference"))
        names = (_("Name"), _("First day"), _("Number of days"), _("Languages of the texts"), _("Time zone"))
        fields: Sequence[QWidget] = (self.name, self.first_day, self.days, self.languages["en"], self.zone)
        for label, name, field in zip(self._labels, names, fields, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        for code, box in self.languages.items():
            box.setText(languages.capitalised(languages.language_name(code, languages.language())))
        self.make.setText(_("Begin the conference"))
        self.leave.setText(_("Close without changes"))

    def edit(self) -> Edit:
        """The edit that makes what is asked for. Refused."""
        day = self.first_day.date()
        first = languages.language()
        chosen = sorted(
            (code for code, box in self.languages.items() if box.isChecked()), key=lambda one: one != first
        )
        return new_event(
            event_id=self._event_id,
            name=self.name.text(),
            first_day=date(day.year(), day.month(), day.day()),
            days=self.days.value(),
            time_zone=self.zone.text().strip(),
            languages=tuple(chosen),
        )

    def _make(self) -> None:
        try:
            edit = self.edit()
        except Refused as refused:
            self.wrong.setText(refusal(Document(self._event_id), refused))
            self.wrong.show()
            return
        self.made.emit(edit)
        self.accept()
