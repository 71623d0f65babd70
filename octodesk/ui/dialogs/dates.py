# SPDX-License-Identifier: EUPL-1.2
"""The conference on other dates, over more or fewer days, or in another time zone: what would change is said before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCompleter,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.edits.dates import change_zone, move_dates, outside_of, set_days
from octodesk.languages import _, ngettext
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.fields import Placement
from octodesk.ui import reading, words
from octodesk.ui.reading import Unreadable
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench
from octodesk.wording.refusals import refusal

MOST_SHOWN = 12


class _Asking(Spoken, QDialog):
    """A few questions, below them what would change; nothing does before the button is pressed."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench, self._theme = bench, theme
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(12)
        self.preview = QPlainTextEdit()
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self._heading = QLabel()
        self._heading.setProperty("look", "heading")
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self._cancel = self.buttons.addButton("", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setSpacing(12)
        whole.addLayout(self.form)
        whole.addWidget(self._heading)
        whole.addWidget(self.preview, 1)
        whole.addWidget(self.buttons)
        self.resize(theme.px(520), theme.px(460))

    def edit(self, document: Document) -> Edit:
        """What the answers ask for. Raises Refused, Unreadable."""
        return Edit("dates-moved")

    def changes_in_words(self, document: Document, edit: Edit) -> Iterable[str]:
        return ()

    def retranslate(self) -> None:
        self._heading.setText(_("What would change"))
        self.preview.setAccessibleName(_("What would change"))
        self._cancel.setText(_("Close without changing anything"))
        self.show_preview()

    def show_preview(self) -> None:
        document = self._bench.document
        try:
            edit = self.edit(document)
        except Refused as refused:
            said, possible = refusal(document, refused), False
        except Unreadable as wrong:
            said, possible = wrong.expected, False
        else:
            lines = list(self.changes_in_words(document, edit))
            more = len(lines) - MOST_SHOWN
            shown = lines[:MOST_SHOWN]
            if more > 0:
                shown.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
            said, possible = "\n".join(shown) or _("Nothing."), not edit.is_empty
        self.preview.setPlainText(said)
        self.go.setEnabled(possible)

    def _do(self) -> None:
        if self._bench.do(self.edit):
            self.accept()


class DatesDialog(_Asking):
    """Everything moves with the first day; or days are added and taken away at the ends."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bench, theme, parent)
        self.setObjectName("dates")
        event = bench.document.event
        self.first, self.last = _date_edit(event.first_day), _date_edit(event.last_day)
        self.moving, self.adding = QRadioButton(), QRadioButton()
        self.moving.setChecked(True)
        self.unplacing = QRadioButton()
        self._labels = [QLabel(), QLabel()]
        for label, field in zip(self._labels, (self.first, self.last), strict=True):
            label.setBuddy(field)
            self.form.addRow(label, field)
        for choice in (self.moving, self.adding, self.unplacing):
            self.form.addRow(choice)
            choice.toggled.connect(lambda _on: self._answered())
        self.first.dateChanged.connect(lambda _date: self._answered())
        self.last.dateChanged.connect(lambda _date: self._answered())
        self.retranslate()
        self._answered()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Other dates"))
        self._labels[0].setText(_("&First day"))
        self._labels[1].setText(_("&Last day"))
        self.moving.setText(_("&Move everything with the first day"))
        self.adding.setText(
            _("Change the days; sessions on a day that goes &keep their time and are reported")
        )
        self.unplacing.setText(_("Change the days; sessions on a day that goes are taken &off the timetable"))
        self.go.setText(_("Change the dates"))
        super().retranslate()

    def _answered(self) -> None:
        self.last.setEnabled(not self.moving.isChecked())
        self.show_preview()

    def edit(self, document: Document) -> Edit:
        first, last = _date(self.first), _date(self.last)
        if self.moving.isChecked():
            return move_dates(document, first_day=first)
        outside = "unplace" if self.unplacing.isChecked() else "keep"
        return set_days(document, first_day=first, last_day=last, outside=outside)  # type: ignore[arg-type]  # one of two

    def changes_in_words(self, document: Document, edit: Edit) -> Iterable[str]:
        first, last = _date(self.first), _date(self.last)
        if self.moving.isChecked():
            by = (first - document.event.first_day).days
            if by:
                yield ngettext(
                    "Everything moves by {n} day.", "Everything moves by {n} days.", abs(by)
                ).format(n=by)
            yield from _moved_sessions(document, edit)
            return
        for day in document.days:
            if not first <= day.date <= last:
                yield _("{day} goes.").format(day=words.day_words(day.date))
        for session in outside_of(document, first, last):
            name = words.session_name(document, session.id)
            template = (
                _("{session} is not placed any more.")
                if self.unplacing.isChecked()
                else _("{session} lies outside.")
            )
            yield template.format(session=name)
        added = [one for one in edit.changes if one.table == "day" and one.field == "_alive" and one.value]
        for change in added:
            yield _("{day} is added.").format(day=words.day_words(date.fromisoformat(change.id)))


class ZoneDialog(_Asking):
    """Hours stay as they are written, or everything stays at its moment."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(bench, theme, parent)
        self.setObjectName("zone")
        self.zone = QLineEdit(bench.document.event.time_zone)
        completer = QCompleter(list(reading.zones()), self.zone)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.zone.setCompleter(completer)
        self._label = QLabel()
        self._label.setBuddy(self.zone)
        self.clock, self.instants = QRadioButton(), QRadioButton()
        self.clock.setChecked(True)
        self.form.addRow(self._label, self.zone)
        self.form.addRow(self.clock)
        self.form.addRow(self.instants)
        self.zone.textChanged.connect(lambda _text: self.show_preview())
        self.clock.toggled.connect(lambda _on: self.show_preview())
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Other time zone"))
        self._label.setText(_("Time &zone"))
        self.clock.setText(_("&Hours stay as they are written: 14:00 remains 14:00"))
        self.instants.setText(_("Everything stays at its &moment: hours are written anew"))
        self.go.setText(_("Change the time zone"))
        super().retranslate()

    def edit(self, document: Document) -> Edit:
        keep = "clock" if self.clock.isChecked() else "instants"
        zone = reading.zone(self.zone.text()) or document.event.time_zone
        return change_zone(document, zone=zone, keep=keep)  # type: ignore[arg-type]  # one of two

    def changes_in_words(self, document: Document, edit: Edit) -> Iterable[str]:
        if not edit.is_empty:
            yield _("{old} → {new}").format(old=document.event.time_zone, new=edit.changes[0].value)
        yield from _moved_sessions(document, edit)


def _moved_sessions(document: Document, edit: Edit) -> Iterable[str]:
    """ "WS 1: Tuesday 16 November, 10:00 → Wednesday 24 November, 10:00"."""
    from octodesk.model.rows import fields_of

    for change in edit.changes:
        if (change.table, change.field) == ("session", "placement") and change.value:
            before = document.session(change.id).placement
            after: Placement = fields_of("session")["placement"].read(change.value)
            if before is not None:
                yield _("{session}: {before} → {after}").format(
                    session=words.session_name(document, change.id),
                    before=_at(document, before),
                    after=_at(document, after),
                )


def _at(document: Document, placement: Placement) -> str:
    spoken = languages.language()
    day = languages.short_day(placement.start.date(), spoken)
    return _("{day}, {time}").format(day=day, time=words.clock_words(document, placement.start))


def _date_edit(day: date) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setCalendarPopup(True)
    field.setDisplayFormat("d MMMM yyyy")
    return field


def _date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
