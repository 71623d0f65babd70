# SPDX-License-Identifier: EUPL-1.2
"""Interpretation: what the sessions need room by room and half-day by half-day, what is booked, and the house's rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTabWidget, QVBoxLayout, QWidget

from octodesk.desk import News
from octodesk.edits.bookings import book, booked_languages, follow_needs, set_booking, set_option
from octodesk.edits.together import together
from octodesk.languages import _, ngettext
from octodesk.model.checks.rules import RULES
from octodesk.model.checks.settings import options
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.half_days import HalfDay, half_days
from octodesk.model.rows import Booking
from octodesk.ui import reading, words
from octodesk.ui.panes.cell_table import CellTable
from octodesk.ui.panes.cells import CellModel, Column
from octodesk.ui.panes.choice_words import choices, word
from octodesk.ui.panes.columns import chosen
from octodesk.ui.panes.pasting import copied
from octodesk.ui.panes.person_entries import day_words
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

_HOUSE = (
    ("interpretation-missing", "morning_from"), ("interpretation-missing", "morning_until"),
    ("interpretation-missing", "afternoon_from"), ("interpretation-missing", "afternoon_until"),
    ("interpretation-missing", "deadline_weeks"),
    ("interpreters-without-pause", "one"), ("interpreters-without-pause", "two"),
    ("interpreters-without-pause", "three"), ("interpreters-without-pause", "four"),
    ("interpreters-without-pause", "pause"),
)  # fmt: skip


def _half(document: Document, key: str) -> HalfDay:
    return next(one for one in half_days(document) if one.key == key)


def _booking(document: Document, key: str) -> Booking | None:
    found = _half(document, key).bookings
    return cast("Booking", document.row("booking", found[0])) if found else None


def _status(document: Document, key: str) -> str:
    booking, half = _booking(document, key), _half(document, key)
    if booking is None:
        return _("to be booked")
    if half.is_unused:
        return _("{status}, not used").format(status=word("booking-status", booking.status))
    lacking = [code for code in half.into if code not in booked_languages(document, half)]
    if lacking:
        return _("{status}, lacks {languages}").format(
            status=word("booking-status", booking.status), languages=words.language_codes(document, lacking)
        )
    return word("booking-status", booking.status)


def _team(document: Document, key: str) -> str:
    booking, half = _booking(document, key), _half(document, key)
    if booking is None or booking.team == half.team:
        return str(half.team)
    return _("{booked}, proposed {n}").format(booked=booking.team, n=half.team)


def _hours(document: Document, key: str) -> str:
    half, booking = _half(document, key), _booking(document, key)
    begins, ends = (booking.from_, booking.until) if booking else (half.from_, half.until)
    return f"{begins:%H:%M}–{ends:%H:%M}"


def _deadline(document: Document, key: str) -> str:
    booking = _booking(document, key)
    return day_words((booking.deadline if booking else None) or _half(document, key).deadline)


def columns(bench: Workbench) -> Sequence[Column]:
    def write(field: str) -> Callable[[Document, str, Any], Edit]:
        return lambda document, key, value: set_booking(
            document, _half(document, key), field=field, value=value, fresh_id=bench.fresh_id
        )

    def needed_day(typed: str) -> date | None:
        return reading.day(typed)

    return (
        Column(lambda: _("Day"), lambda it, key: words.short_day_words(_half(it, key).day), share=4, name="day",
               order=lambda it, key: (_half(it, key).day, _half(it, key).from_)),
        Column(lambda: _("Hours"), _hours, share=6, name="hours"),
        Column(lambda: _("Room"), lambda it, key: words.room_name(it, _half(it, key).room), share=7, name="room"),
        Column(lambda: _("Needed"), lambda it, key: words.language_codes(it, _half(it, key).into), share=6, name="needed"),
        Column(lambda: _("Booked"), lambda it, key: words.language_codes(it, booked_languages(it, _half(it, key))),
               share=6, name="booked"),
        Column(lambda: _("Booths"), lambda it, key: str(len(_half(it, key).into) or ""), share=4, name="booths", right=True),
        Column(lambda: _("Interpreters"), _team, write("team"), read=lambda typed: reading.count(typed) or 0, share=6,
               name="team", right=True),
        Column(lambda: _("Status"), _status, write("status"), share=9, name="status",
               read=lambda typed: chosen(choices("booking-status"), typed),
               offer=lambda _document: [said for _value, said in choices("booking-status")]),
        Column(lambda: _("Order by"), _deadline, write("deadline"), read=needed_day, share=6, name="deadline"),
        Column(lambda: _("Paid by"), lambda it, key: (one.paid_by if (one := _booking(it, key)) else ""), write("paid_by"),
               share=6, name="paid_by"),
        Column(lambda: _("Sessions"),
               lambda it, key: ", ".join(words.short_session_name(it, one) for one in _half(it, key).sessions),
               share=9, name="sessions"),
    )  # fmt: skip


def _option_name(name: str) -> str:
    return {
        "morning_from": _("Morning from"), "morning_until": _("Morning until"),
        "afternoon_from": _("Afternoon from"), "afternoon_until": _("Afternoon until"),
        "deadline_weeks": _("Order so many weeks before"), "one": _("One interpreter of a booth may work, minutes"),
        "two": _("Two may work, minutes"), "three": _("Three may work, minutes"), "four": _("Four may work, minutes"),
        "pause": _("A pause has at least, minutes"),
    }[name]  # fmt: skip


def _rule_of(key: str) -> tuple[str, str]:
    rule, _space, option = key.partition(" ")
    return rule, option


def _option_words(document: Document, key: str) -> str:
    rule, option = _rule_of(key)
    value = options(document)[rule][option]
    return (
        f"{value // 60:02d}:{value % 60:02d}" if isinstance(RULES[rule].options[option], str) else str(value)
    )


def _write_option(document: Document, key: str, typed: str) -> Edit:
    rule, option = _rule_of(key)
    if isinstance(RULES[rule].options[option], str):
        hour = reading.hour(typed)
        return set_option(document, rule=rule, option=option, value=f"{hour:%H:%M}" if hour else typed)
    return set_option(document, rule=rule, option=option, value=reading.count(typed) or 0)


_RULE_COLUMNS = (
    Column(
        lambda: _("House rule"), lambda _document, key: _option_name(_rule_of(key)[1]), share=5, name="rule"
    ),
    Column(lambda: _("Here"), _option_words, _write_option, share=2, name="value", right=True),
)


class InterpretationDialog(Spoken, QDialog):
    """Stays open beside the timetable and follows it."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("interpretation")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bench = bench
        self.cells = CellModel(bench, columns(bench), self)
        self.table = CellTable(self.cells)
        self.rules = CellModel(bench, _RULE_COLUMNS, self)
        self.rules_table = CellTable(self.rules)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.table, "")
        self.tabs.addTab(self.rules_table, "")
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.said.setWordWrap(True)
        self.request, self.confirm, self.follow, self.copy, self._close = (
            QPushButton() for _place in range(5)
        )
        self.request.clicked.connect(partial(self._book, "requested"))
        self.confirm.clicked.connect(partial(self._book, "confirmed"))
        self.follow.clicked.connect(self._follow)
        self.copy.clicked.connect(self._copy)
        self.table.copied.connect(self._copy)
        self._close.clicked.connect(self.close)
        below = QHBoxLayout()
        for button in (self.request, self.confirm, self.follow, self.copy):
            below.addWidget(button)
        below.addStretch(1)
        below.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.addWidget(self.tabs, 1)
        whole.addWidget(self.said)
        whole.addLayout(below)
        self.resize(theme.px(940), theme.px(460))
        bench.changed.connect(self._changed)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(_("Interpretation"))
        self.tabs.setTabText(0, _("Rooms and half-days"))
        self.tabs.setTabText(1, _("House rules"))
        self.table.setAccessibleName(_("Interpretation by room and half-day"))
        self.rules_table.setAccessibleName(_("House rules"))
        self.table.nothing = _(
            "No session wants interpretation yet: tick languages under “Interpretation” in the inspector."
        )
        self.request.setText(_("&Requested"))
        self.confirm.setText(_("Con&firmed"))
        self.follow.setText(_("As &needed now"))
        self.copy.setText(_("Copy the re&quest sheet"))
        self._close.setText(_("&Close"))
        self.show_now()

    def _changed(self, _news: News) -> None:
        self.show_now()

    def show_now(self) -> None:
        found = half_days(self._bench.document)
        self.cells.show_rows([one.key for one in found])
        self.rules.show_rows([f"{rule} {option}" for rule, option in _HOUSE])
        self.said.setText(self._summary(found))

    def _summary(self, found: Sequence[HalfDay]) -> str:
        document = self._bench.document
        open_ones = sum(not one.bookings for one in found)
        unused = [one for one in found if one.is_unused]
        said = _("Every half-day that needs interpretation is booked.")
        if open_ones:
            said = ngettext(
                "{n} half-day is still to be booked.", "{n} half-days are still to be booked.", open_ones
            ).format(n=open_ones)
        if unused:
            named = ", ".join(
                f"{words.room_name(document, one.room)} {words.short_day_words(one.day)}" for one in unused
            )
            said += " " + _("Booked and not used: {rooms}.").format(rooms=named)
        return said

    def _chosen(self) -> list[HalfDay]:
        """The half-days selected; with none selected, all."""
        wanted = self.table.chosen()
        return [one for one in half_days(self._bench.document) if not wanted or one.key in wanted]

    def _book(self, status: str) -> None:
        chosen_now = self._chosen()
        self._bench.do(
            lambda document: book(document, chosen_now, status=status, fresh_id=self._bench.fresh_id)
        )

    def _follow(self) -> None:
        booked = [one for one in self._chosen() if one.bookings]
        if booked:
            by_key = {one.key: one for one in booked}
            self._bench.do(
                lambda document: together(list(by_key), lambda key: follow_needs(document, by_key[key]))
            )

    def _copy(self) -> None:
        keys = [one.key for one in self._chosen()]
        shown = [self.cells.columns[place] for place in self.table.shown_columns()]
        QGuiApplication.clipboard().setText(copied(self._bench.document, shown, keys))
        self._bench.notice(_("The request sheet is copied: paste it into a letter or a spreadsheet."))
