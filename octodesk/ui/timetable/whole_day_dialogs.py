# SPDX-License-Identifier: EUPL-1.2
"""Questions about a day or a room as a whole. What would happen is shown on the timetable and said, before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from octodesk.edits import sessions, whole_days
from octodesk.languages import _, ngettext
from octodesk.model import clock
from octodesk.model.checks import check
from octodesk.model.document import Document
from octodesk.model.edit import Edit, Refused
from octodesk.model.rows import Session
from octodesk.model.timetable import sessions_of_day
from octodesk.ui import words
from octodesk.ui.timetable.layout import days_shown
from octodesk.ui.timetable.places import SuggestedPlace
from octodesk.wording.refusals import refusal

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

Make = Callable[[Document], Edit]


class WholeDay(QDialog):
    """Fields, a preview on the timetable while they change, and one button that does it. Subclasses say which edit."""

    def __init__(self, window: MainWindow, title: str, doing: str) -> None:
        super().__init__(window)
        self._bench, self._surface = window.bench, window.surface
        self.setObjectName("whole-day")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(title)
        self.form = QFormLayout()
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(window.theme.px(340))
        self.buttons = QDialogButtonBox()
        self.go = self.buttons.addButton(doing, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setProperty("look", "primary")
        self.buttons.addButton(_("Close without changing"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._do)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: self._surface.glow(()))
        whole = QVBoxLayout(self)
        whole.setSpacing(window.theme.px(12))
        whole.addLayout(self.form)
        whole.addWidget(self.said)
        whole.addWidget(self.buttons)

    def ask(self, label: str, field: QWidget) -> None:
        self.form.addRow(label, field)
        field.setAccessibleName(label)
        if isinstance(field, QComboBox):
            field.currentIndexChanged.connect(lambda _place: self.preview())
        elif isinstance(field, QSpinBox):
            field.valueChanged.connect(lambda _value: self.preview())

    def make(self, document: Document) -> Edit:
        """The edit for what is asked now. May raise Refused."""
        raise NotImplementedError

    def preview(self) -> None:
        """Where everything would stand, and what it would change."""
        document = self._bench.document
        try:
            edit = self.make(document)
        except Refused as refused:
            self.said.setText(refusal(document, refused))
            self.go.setEnabled(False)
            self._surface.glow(())
            return
        after = document.tried(edit)
        moved = list(_moved(document, after, edit))
        self.go.setEnabled(not edit.is_empty)
        self.said.setText(_preview_words(document, after, len(moved)))
        self._surface.glow(
            SuggestedPlace(one.id, one.placement, one.minutes, words.short_session_name(after, one.id))
            for one in moved
            if one.placement is not None
        )

    def _do(self) -> None:
        self.accept()
        self._bench.do(self.make)


def _moved(before: Document, after: Document, edit: Edit) -> Sequence[Session]:
    ids = dict.fromkeys(one.id for one in edit.changes if one.table == "session")
    found = [after.session(one) for one in ids if after.find("session", one) is not None]
    return [one for one in found if before.find("session", one.id) != one]


def _preview_words(before: Document, after: Document, count: int) -> str:
    if not count:
        return _("Nothing would move.")
    moved = ngettext("{n} session would move.", "{n} sessions would move.", count).format(n=count)
    old, new = (
        sum(one.is_clash and not one.acknowledged for one in check(state)) for state in (before, after)
    )
    clashes = _("Clashes: {before} now, {after} afterwards.").format(before=old, after=new)
    return f"{moved} {clashes}"


def _box(choices: Sequence[tuple[str, Any]], chosen: object = None) -> QComboBox:
    box = QComboBox()
    for name, value in choices:
        box.addItem(name, value)
    place = next((n for n, (_name, value) in enumerate(choices) if value == chosen), 0)
    box.setCurrentIndex(place)
    return box


def _days(document: Document) -> list[tuple[str, date]]:
    return [(words.day_words(day), day) for day in days_shown(document)]


def _rooms(document: Document) -> list[tuple[str, str | None]]:
    return [(words.room_name(document, room.id), room.id) for room in document.rooms]


class _FromHere(WholeDay):
    """From the selected session on, in all rooms or in its own."""

    def __init__(self, window: MainWindow, title: str, doing: str) -> None:
        super().__init__(window, title, doing)
        document, current = self._bench.document, self._bench.current
        row = document.session(current) if current else None
        at = row.placement if row is not None else None
        day = document.day_of(at) if at is not None else window.surface.scene.day or days_shown(document)[0]
        self.day = _box(_days(document), day)
        self.hour = QComboBox()
        self._fill_hours(at.start if at is not None else None)
        self.day.currentIndexChanged.connect(lambda _place: self._fill_hours(None))
        self.room = _box([(_("all rooms"), None), *_rooms(document)])

    def _fill_hours(self, chosen: object) -> None:
        """The hours at which something begins on the day."""
        document = self._bench.document
        self.hour.clear()
        of_day = sessions_of_day(document, self.day.currentData())
        starts = dict.fromkeys(one.placement.start for one in of_day if one.placement is not None)
        for start in sorted(starts):
            self.hour.addItem(words.clock_words(document, start), start)
        self.hour.setCurrentIndex(max(0, self.hour.findData(chosen) if chosen is not None else 0))

    @property
    def facts(self) -> dict[str, Any]:
        start = self.hour.currentData()
        from_time = start.time() if start is not None else clock.parse_time("00:00")
        return {"day": self.day.currentData(), "from_time": from_time, "room": self.room.currentData()}


class ShiftRest(_FromHere):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, _("Shift the rest"), _("Shift them"))
        self.minutes = QSpinBox()
        self.minutes.setRange(-720, 720)
        self.minutes.setSingleStep(max(1, self._bench.document.event.snap))
        self.minutes.setValue(15)
        for label, field in (
            (_("By minutes, later or (with a minus) earlier"), self.minutes),
            (_("On"), self.day), (_("From"), self.hour), (_("In"), self.room),
        ):  # fmt: skip
            self.ask(label, field)
        self.preview()

    def make(self, document: Document) -> Edit:
        return sessions.shift(document, minutes=self.minutes.value(), **self.facts)


class CloseGaps(_FromHere):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, _("Close the gaps"), _("Close the gaps"))
        for label, field in ((_("On"), self.day), (_("From"), self.hour), (_("In"), self.room)):
            self.ask(label, field)
        self.preview()

    def make(self, document: Document) -> Edit:
        return whole_days.compact(document, **self.facts)


class SwapRooms(WholeDay):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, _("Swap two rooms"), _("Swap"))
        rooms = _rooms(self._bench.document)
        held = self._bench.document.session(self._bench.current).rooms if self._bench.current else ()
        first = held[0] if held else rooms[0][1]
        second = next(room for _name, room in rooms if room != first)
        self.first, self.second = _box(rooms, first), _box(rooms, second)
        self.day = _box([(_("all days"), None), *_days(self._bench.document)], window.surface.scene.day)
        for label, field in (
            (_("This room"), self.first),
            (_("and this one"), self.second),
            (_("On"), self.day),
        ):
            self.ask(label, field)
        self.preview()

    def make(self, document: Document) -> Edit:
        return whole_days.swap_rooms(
            document,
            first=self.first.currentData(),
            second=self.second.currentData(),
            day=self.day.currentData(),
        )


class SwapDays(WholeDay):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, _("Swap two days"), _("Swap"))
        days = _days(self._bench.document)
        first = window.surface.scene.day or days[0][1]
        second = next(day for _name, day in days if day != first)
        self.first, self.second = _box(days, first), _box(days, second)
        for label, field in ((_("This day"), self.first), (_("and this one"), self.second)):
            self.ask(label, field)
        self.preview()

    def make(self, document: Document) -> Edit:
        return whole_days.swap_days(
            document, first=self.first.currentData(), second=self.second.currentData()
        )


class Repeat(WholeDay):
    """Copies on the following days, or one after the other on the same day."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, _("Repeat"), _("Repeat"))
        self._session = self._bench.current
        self.way = _box(
            [
                (_("on the following days, at the same hour"), "days"),
                (_("on the same day, one after the other"), "row"),
            ]
        )
        self.times = QSpinBox()
        self.times.setRange(1, 20)
        self.pause = QSpinBox()
        self.pause.setRange(0, 240)
        self.pause.setSingleStep(5)
        for label, field in (
            (_("Repeated"), self.way), (_("How many times"), self.times), (_("Minutes between"), self.pause),
        ):  # fmt: skip
            self.ask(label, field)
        self._fresh = [self._bench.fresh_id() for _n in range(20)]
        self.preview()

    def make(self, document: Document) -> Edit:
        session = document.session(self._session)
        at, zone = session.placement, document.event.time_zone
        if at is None:
            raise Refused("not-placed", session=session.id)
        count = self.times.value()
        if self.way.currentData() == "days":
            starts = [at.start + timedelta(days=n) for n in range(1, count + 1)]
        else:
            step = session.minutes + self.pause.value()
            starts = [clock.end_of(at.start, step * n, zone) for n in range(1, count + 1)]
        places = [type(at)(start, at.rooms, at.exclusive) for start in starts]
        return whole_days.repeat(document, session.id, places, new_ids=self._fresh[:count])


def _needs(count: int, of: Callable[[Document], int], sentence: Callable[[], str], dialog: type) -> Callable:
    """The dialog where the conference has enough to ask about, else a sentence."""

    def made(window: MainWindow) -> WholeDay | None:
        if of(window.bench.document) < count:
            window.bench.notice(sentence(), fault=True)
            return None
        found: WholeDay = dialog(window)
        return found

    return made


def _repeat(window: MainWindow) -> WholeDay | None:
    if not window.bench.current:
        window.bench.notice(_("Select a session first."), fault=True)
        return None
    return Repeat(window)


DIALOGS: Mapping[str, Callable[[MainWindow], WholeDay | None]] = {
    "shift-rest": ShiftRest,
    "compact": CloseGaps,
    "swap-rooms": _needs(
        2, lambda it: len(it.rooms), lambda: _("There are no two rooms to swap."), SwapRooms
    ),
    "swap-days": _needs(
        2, lambda it: len(days_shown(it)), lambda: _("There are no two days to swap."), SwapDays
    ),
    "repeat": _repeat,
}
