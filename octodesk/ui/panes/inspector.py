# SPDX-License-Identifier: EUPL-1.2
"""The inspector: everything about the selected session, each thing where it can be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.desk import News
from octodesk.edits.fields import set_field
from octodesk.edits.sessions import place, resize, unplace
from octodesk.languages import _, ngettext
from octodesk.model import timetable
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.resolve import FieldKey
from octodesk.model.rows import Session
from octodesk.ui import reading, words
from octodesk.ui.fields import ChoiceField, LineField, TextField, Typing
from octodesk.ui.panes.form import Captioned, MenuField
from octodesk.ui.panes.lineup import Lineup
from octodesk.ui.panes.session_edits import placed_at, placed_on
from octodesk.ui.panes.session_facts import fixed_words, missing_in, offered_languages
from octodesk.ui.panes.wiring import keep_drafts, write_through
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

MARGIN = 16


class Inspector(Spoken, QStackedWidget):
    """Shows the session selected last; with none, says what to do."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._session = ""
        self._language = languages.language()  # where the conference has no such texts, its first language
        self._build_fields()
        self._captions = self._captioned()
        self._build_heading()
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setProperty("look", "muted")
        self._nothing.setMargin(MARGIN)
        self.addWidget(self._nothing)
        self.addWidget(self._scrolled())
        bench.changed.connect(self._changed)
        bench.selected.connect(self.show_selected)
        bench.typing_ends.connect(self._finish_typing)
        self.set_theme(theme)
        self.retranslate()

    # -- its parts

    def _build_fields(self) -> None:
        self.title = self._typed(LineField(), lambda value: self._text("title", value))
        self.description = self._typed(TextField(), lambda value: self._text("description", value))
        self.day = ChoiceField()
        self.day.chosen.connect(self._day_chosen)
        self.start = self._typed(LineField(read=reading.hour), self._start_edit)
        self.length = self._typed(
            LineField(read=reading.length), lambda value: resize(self._document, self._session, minutes=value)
        )
        self.rooms = MenuField()
        self.rooms.chosen.connect(self._rooms_chosen)
        self.kind = ChoiceField()
        self.kind.chosen.connect(lambda kind: self._do(lambda: self._field("kind", kind)))
        self.interpretation = MenuField()
        self.interpretation.chosen.connect(self._interpretation_chosen)
        self.expected = self._typed(
            LineField(read=reading.count), lambda value: self._field("expected", value)
        )
        self.lineup = Lineup(self._bench, self._theme)

    def _typed(self, field: Any, edit: Callable[[Any], Edit]) -> Any:
        """A field whose words become an edit of the session it shows."""
        write_through(self._bench, field.typing, edit)
        field.typing.left.connect(self.show_selected)
        return field

    def _text_key(self, name: str) -> FieldKey:
        return "session", self._session, f"{name}.{self._language}"

    def _captioned(self) -> dict[str, Captioned]:
        fields = {
            "title": self.title, "description": self.description, "day": self.day, "start": self.start,
            "length": self.length, "rooms": self.rooms, "kind": self.kind, "interpretation": self.interpretation,
            "expected": self.expected,
        }  # fmt: skip
        found = {name: Captioned(field, self._theme) for name, field in fields.items()}
        for name in ("title", "description"):
            typing = fields[name].typing
            typing.overtaken.connect(partial(self._overtaken, name))
            keep_drafts(self._bench, typing, partial(self._text_key, name))
        return found

    def _build_heading(self) -> None:
        self.label = QLabel()
        self.label.setObjectName("inspector-label")
        self._fixed = QLabel()
        self._fixed.setProperty("look", "caption")
        self.heading = QLabel()
        self.heading.setObjectName("inspector-title")
        self.heading.setWordWrap(True)
        self.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs = QTabBar()
        self.tabs.setObjectName("inspector-languages")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._tab_chosen)

    def _scrolled(self) -> QScrollArea:
        body = QWidget()
        body.setObjectName("inspector-body")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 12, 0, MARGIN)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(MARGIN, 0, MARGIN, 0)
        top.addWidget(self.label)
        top.addStretch(1)
        top.addWidget(self._fixed)
        column.addLayout(top)
        self.heading.setContentsMargins(MARGIN, 2, MARGIN, 4)
        column.addWidget(self.heading)
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(MARGIN - 8, 0, 0, 0)
        tab_row.addWidget(self.tabs, 1)
        column.addLayout(tab_row)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addLayout(self._form())
        column.addStretch(1)
        self._body = body
        area = self._area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    def _form(self) -> QVBoxLayout:
        cells = QGridLayout()
        cells.setHorizontalSpacing(8)
        cells.setVerticalSpacing(12)
        places = {
            "day": (0, 0, 2), "start": (0, 2, 1), "length": (0, 3, 1), "rooms": (1, 0, 2), "kind": (1, 2, 2),
            "interpretation": (2, 0, 2), "expected": (2, 2, 2),
        }  # fmt: skip
        for name, (row, column, width) in places.items():
            cells.addWidget(self._captions[name], row, column, 1, width)
        for column in range(4):
            cells.setColumnStretch(column, 1)
        form = QVBoxLayout()
        form.setContentsMargins(MARGIN, 12, MARGIN, 0)
        form.setSpacing(12)
        form.addWidget(self._captions["title"])
        form.addWidget(self._captions["description"])
        form.addLayout(cells)
        form.addWidget(self.lineup)
        return form

    # -- how it looks and reads

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.heading.setFont(theme.serif(15))
        self._fixed.setFont(theme.sans(9))
        self.description.setFixedHeight(theme.px(84))
        for field in (self.start, self.length):
            field.setMinimumWidth(theme.px(66))
        for captioned in self._captions.values():
            captioned.set_theme(theme)
        self.lineup.set_theme(theme)
        self._fit_width()

    def _fit_width(self) -> None:
        """Never so narrow that a field is cut off: it scrolls up and down only."""
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(self._body.minimumSizeHint().width() + bar)

    def retranslate(self) -> None:
        self._nothing.setText(_("Choose a session to see it here and change it."))
        self.tabs.setAccessibleName(_("Language of the texts"))
        self.show_selected()

    # -- what it shows

    @property
    def _document(self) -> Document:
        return self._bench.document

    def show_selected(self) -> None:
        """The session selected last, as it is now."""
        session_id = self._bench.current
        if session_id != self._session:
            self._session = session_id
            for typing in self._typings():
                typing.begin_anew()
        self.setCurrentIndex(1 if session_id else 0)
        if session_id:
            self._show(self._document.session(session_id))
            self._fit_width()

    def edit_title(self) -> None:
        """Ready to write the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def show_language(self, language: str) -> None:
        """The tab of a content language."""
        if language in self._document.languages:
            self.tabs.setCurrentIndex(self._document.languages.index(language))

    def _changed(self, _news: News) -> None:
        self.show_selected()

    def _show(self, session: Session) -> None:
        document = self._document
        label, title = words.label_and_title(document, session.id)
        self.label.setText(label or document.words(document.kind(session.kind).name, languages.language()))
        self._fixed.setText(fixed_words(session))
        self.heading.setText(title)
        self._show_tabs(session)
        self._show_texts(session)
        self._show_time(session)
        self._show_needs(session)
        self.lineup.show_session(session.id, self._language)

    def _show_tabs(self, session: Session) -> None:
        spoken = self._document.languages
        if self._language not in spoken:
            self._language = spoken[0]
        self.tabs.blockSignals(True)
        while self.tabs.count() > len(spoken):
            self.tabs.removeTab(self.tabs.count() - 1)
        for place_now, code in enumerate(spoken):
            if self.tabs.count() <= place_now:
                self.tabs.addTab("")
            self._show_tab(place_now, code, missing_in(self._document, session, code))
        self.tabs.setCurrentIndex(spoken.index(self._language))
        self.tabs.blockSignals(False)

    def _show_tab(self, place_now: int, code: str, missing: int) -> None:
        name = languages.capitalised(languages.language_name(code, code))
        self.tabs.setTabText(place_now, name)
        side = QTabBar.ButtonPosition.RightSide
        badge = self.tabs.tabButton(place_now, side)
        if not missing:
            self.tabs.setTabButton(place_now, side, None)
            self.tabs.setTabToolTip(place_now, "")
            return
        fresh = not isinstance(badge, QLabel)
        badge = badge if isinstance(badge, QLabel) else QLabel()
        badge.setObjectName("badge")
        badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        badge.setText(str(missing))
        badge.ensurePolished()
        badge.setFixedSize(badge.sizeHint().expandedTo(QSize(self._theme.px(18), 0)))
        if fresh:
            self.tabs.setTabButton(place_now, side, badge)
        said = ngettext("{n} text is missing", "{n} texts are missing", missing).format(n=missing)
        badge.setAccessibleName(said)
        self.tabs.setTabToolTip(place_now, said)

    def _show_texts(self, session: Session) -> None:
        for name, field in (("title", self.title), ("description", self.description)):
            text = getattr(session, name)
            field.typing.show(text.in_language(self._language))
            field.setPlaceholderText(self._document.words(text))
            lacking = self._language in text.missing(self._document.languages)
            caption = {"title": _("Title"), "description": _("Description")}[name]
            self._captions[name].name(caption, missing=_("not yet translated") if lacking else "")

    def _show_time(self, session: Session) -> None:
        document, at = self._document, session.placement
        days: list[tuple[Any, str]] = [(day, words.short_day_words(day)) for day in timetable.dates(document)]
        own = document.day_of(at) if at else None
        if own is not None and own not in [day for day, _words in days]:
            days.append((own, words.short_day_words(own)))
        self.day.offer([(None, _("Not yet placed")), *days], own)
        self.start.typing.show(words.clock_words(document, at.start) if at else "")
        self.length.typing.show(languages.duration(session.minutes, languages.language()))
        for name, caption in (("day", _("Day")), ("start", _("Starts")), ("length", _("Length"))):
            self._captions[name].name(caption)

    def _show_needs(self, session: Session) -> None:
        document = self._document
        rooms = [(room.id, words.room_name(document, room.id)) for room in document.rooms]
        self.rooms.offer(rooms, session.rooms, self._rooms_words(session))
        kinds: list[tuple[Any, str]] = [
            (kind.id, document.words(kind.name, languages.language()) or kind.id) for kind in document.kinds
        ]
        self.kind.offer(kinds, session.kind)
        choices = offered_languages(document, session)
        self.interpretation.offer(choices, session.interpretation, words.languages_of(document, session))
        self.expected.typing.show("" if session.expected is None else str(session.expected))
        names = {"rooms": _("Room"), "kind": _("Kind"), "interpretation": _("Interpretation")}
        for name, caption in names.items():
            self._captions[name].name(caption)
        seats = [document.room(room).capacity or 0 for room in session.rooms]
        self._captions["expected"].name(
            _("Expected, of {n}").format(n=sum(seats)) if any(seats) else _("Expected")
        )

    def _rooms_words(self, session: Session) -> str:
        if session.placement is None:
            return ""
        return words.held_in(self._document, session.placement, self._document.words(session.place))

    def _overtaken(self, name: str, other: str) -> None:
        said = _("Meanwhile changed to: {words}").format(words=other) if other else ""
        self._captions[name].note(said)

    # -- edits

    def _do(self, make: Callable[[], Edit]) -> None:
        if not self._bench.do(lambda _: make()):
            self.show_selected()

    def _text(self, field: str, value: str) -> Edit:
        return set_field(
            self._document,
            table="session",
            row_id=self._session,
            field=field,
            value=value.strip(),
            language=self._language,
        )

    def _field(self, field: str, value: Any) -> Edit:
        return set_field(self._document, table="session", row_id=self._session, field=field, value=value)

    def _start_edit(self, hour: Any) -> Edit:
        if hour is None:
            return unplace(self._document, self._session)
        first = self.day.currentData() or timetable.dates(self._document)[0]
        return placed_at(self._document, self._session, hour, first_day=first)

    def _day_chosen(self, day: date | None) -> None:
        if day is None:
            self._do(lambda: unplace(self._document, self._session))
        else:
            self._do(lambda: placed_on(self._document, self._session, day))

    def _rooms_chosen(self, rooms: tuple[str, ...]) -> None:
        at = self._document.session(self._session).placement
        if at is None:
            self._bench.notice(_("Give the session a day first, then a room."), fault=True)
            self.show_selected()
            return
        self._do(lambda: place(self._document, self._session, start=at.start, rooms=rooms))

    def _interpretation_chosen(self, codes: tuple[str, ...]) -> None:
        self._do(lambda: self._field("interpretation", list(codes)))

    # -- typing

    def _typings(self) -> list[Typing]:
        fields = [self.title, self.description, self.start, self.length, self.expected]
        return [*(field.typing for field in fields), *self.lineup.typings()]

    def _finish_typing(self) -> None:
        for typing in self._typings():
            typing.hand_over()

    def _tab_chosen(self, place_now: int) -> None:
        self._bench.finish_typing()
        self._language = self._document.languages[place_now]
        for typing in self._typings():
            typing.begin_anew()
        self.show_selected()
