# SPDX-License-Identifier: EUPL-1.2
"""Next year's conference out of this one: dates moved by weekday, people kept or not, and what is to be looked at then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.edits.events import event_from
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.parity import wordings
from octodesk.ui.dialogs.translations import text_name
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.wording.refusals import refusal

OF_PEOPLE = frozenset({"person", "contribution"})
MOST_NAMED = 12


def a_year_later(day: date) -> date:
    """52 weeks on, or 53 where that is nearer to the same date: the same weekday."""
    same = date(day.year + 1, day.month, min(day.day, 28))
    return min((day + timedelta(weeks=weeks) for weeks in (52, 53)), key=lambda one: abs(one - same))


def without_people(edit: Edit) -> Edit:
    """The same conference with nobody in it yet."""
    kept = (
        one for one in edit.changes
        if one.table not in OF_PEOPLE and not (one.table == "related" and one.field == "blocked_people")
    )  # fmt: skip
    return Edit(edit.label, tuple(kept), edit.about, kind=edit.kind)


def to_review(document: Document, *, people: bool) -> Iterable[str]:
    """What must be looked at in the new conference, in sentences."""
    placed = sum(one.placement is not None for one in document.sessions)
    yield ngettext(
        "{n} session stands on its weekday at its hour.",
        "{n} sessions stand on their weekdays at their hours.",
        placed,
    ).format(n=placed)
    if people:
        count = len(document.people)
        yield ngettext("{n} person is to be asked again.", "{n} people are to be asked again.", count).format(
            n=count
        )
    if bookings := len(document.bookings):
        yield ngettext(
            "{n} interpretation booking is to be ordered again.", "{n} interpretation bookings are to be ordered again.",
            bookings,
        ).format(n=bookings)  # fmt: skip
    year = str(document.event.first_day.year)
    dated = [one for one in wordings(document) if any(year in words for _language, words in one.text.words)]
    if dated:
        yield _("These texts name {year}:").format(year=year)
        yield from (f"  {text_name(document, one)}" for one in dated[:MOST_NAMED])
        if len(dated) > MOST_NAMED:
            more = len(dated) - MOST_NAMED
            yield "  " + ngettext("and {n} more", "and {n} more", more).format(n=more)


class NextYearDialog(Spoken, QDialog):
    """Tells by `made` the edit that makes the new conference."""

    made = Signal(object)

    def __init__(
        self, document: Document, event_id: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("next-year")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._event_id = document, event_id
        event = document.event
        later = a_year_later(event.first_day)
        name = document.words(event.name, languages.language()) or event.short_name
        self.name = QLineEdit(name.replace(str(event.first_day.year), str(later.year)))
        self.first_day = QDateEdit(QDate(later.year, later.month, later.day))
        self.first_day.setCalendarPopup(True)
        self.first_day.setDisplayFormat("dddd d MMMM yyyy")
        self.people = QCheckBox()
        self.people.setChecked(True)
        self._name, self._first, self._heading, self.said = (QLabel() for _place in range(4))
        self._name.setBuddy(self.name)
        self._first.setBuddy(self.first_day)
        self._heading.setProperty("look", "heading")
        self.said.setProperty("look", "fault")
        self.said.setWordWrap(True)
        self.said.hide()
        self.review = QPlainTextEdit()
        self.review.setReadOnly(True)
        self.review.setTabChangesFocus(True)
        form = QFormLayout()
        form.addRow(self._name, self.name)
        form.addRow(self._first, self.first_day)
        form.addRow(self.people)
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self._cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setSpacing(12)
        whole.addLayout(form)
        for widget in (self._heading, self.review, self.said, self.buttons):
            whole.addWidget(widget)
        self.people.toggled.connect(lambda _on: self._show_review())
        self.resize(theme.px(540), theme.px(460))
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Next year's conference"))
        self._name.setText(_("&Name"))
        self._first.setText(_("&First day"))
        self.people.setText(_("With the &people and their parts"))
        self._heading.setText(_("What to look at then"))
        self.review.setAccessibleName(_("What to look at then"))
        self.go.setText(_("&Begin the conference"))
        self._cancel.setText(_("Close without changing anything"))
        self._show_review()

    def _show_review(self) -> None:
        self.review.setPlainText("\n".join(to_review(self._document, people=self.people.isChecked())))

    def _do(self) -> None:
        day = self.first_day.date()
        first = date(day.year(), day.month(), day.day())
        try:
            edit = event_from(self._document, event_id=self._event_id, name=self.name.text(), first_day=first)
        except Refused as refused:
            self.said.setText(refusal(self._document, refused))
            self.said.show()
            return
        self.made.emit(edit if self.people.isChecked() else without_people(edit))
        self.accept()
