# SPDX-License-Identifier: EUPL-1.2
"""Who is on a session's panel and what its items are: the lower half of the inspector."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from octodesk.edits.fields import set_field
from octodesk.edits.people import change_role, contribute
from octodesk.edits.rows import add_row, delete_row
from octodesk.languages import _
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.resolve import FieldKey
from octodesk.ui.fields import Typing
from octodesk.ui.panes.agenda_rows import AddPoint, PointRow
from octodesk.ui.panes.form_rows import Rows
from octodesk.ui.panes.panel_rows import AddPerson, PartRow
from octodesk.ui.panes.session_edits import moved_to, newcomer
from octodesk.ui.panes.wiring import keep_drafts, write_through
from octodesk.ui.spoken import Spoken
from octodesk.ui.theme import Theme
from octodesk.ui.words import MODERATING
from octodesk.ui.workbench import Workbench


class Lineup(Spoken, QWidget):
    """Shows one session in one of the conference's languages at a time."""

    def __init__(self, bench: Workbench, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench, self._theme = bench, theme
        self._session, self._language = "", ""
        self._panel, self._agenda = QLabel(), QLabel()
        self.parts, self.points = Rows(self._part_row), Rows(self._point_row)
        self.add_person, self.add_point = AddPerson(), AddPoint()
        self.parts.dropped.connect(lambda part, place: self._put("contribution", part, place))
        self.points.dropped.connect(lambda point, place: self._put("agenda_point", point, place))
        self.add_person.named.connect(self._add_person)
        self.add_point.worded.connect(self._add_point)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for caption, rows, adding in (
            (self._panel, self.parts, self.add_person),
            (self._agenda, self.points, self.add_point),
        ):
            caption.setProperty("look", "caption")
            for widget in (caption, rows, adding):
                inside.addWidget(widget)
            inside.addSpacing(8)
        self.set_theme(theme)
        self.retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for caption in (self._panel, self._agenda):
            caption.setFont(theme.sans(9))
        for row in (*self.parts.widgets, *self.points.widgets):
            if isinstance(row, PartRow | PointRow):
                row.set_theme(theme)

    def retranslate(self) -> None:
        self._panel.setText(_("On the panel"))
        self._agenda.setText(_("Agenda"))
        self.add_person.setPlaceholderText(_("+ type a name"))
        self.add_person.setAccessibleName(_("Add somebody to the panel by name"))
        self.add_point.setPlaceholderText(_("+ type an item"))
        self.add_point.setAccessibleName(_("Add an item to the agenda"))

    def show_session(self, session: str, language: str) -> None:
        """The people and items of a session as they are now; words in this language are written."""
        self._session, self._language = session, language
        document = self._document
        parts = document.contributions_of(session)
        self.parts.show_keys([part.id for part in parts])
        for place, (row, part) in enumerate(zip(self.parts.widgets, parts, strict=True)):
            assert isinstance(row, PartRow)
            row.show_part(document, part, place=place, count=len(parts), language=language)
        self.add_person.offer(document)
        points = document.agenda_of(session)
        self.points.show_keys([point.id for point in points])
        for row, point in zip(self.points.widgets, points, strict=True):
            assert isinstance(row, PointRow)
            row.show_point(document, point, language)

    def role_at(self, position: QPoint) -> str | None:
        """The role somebody dropped at a global position gets: on the line of a moderator, that one; else a speaker's.
        None outside the panel."""
        here = self.mapFromGlobal(position)
        if not self.isVisible() or not 0 <= here.x() <= self.width():
            return None
        if not self._panel.y() <= here.y() <= self.add_person.geometry().bottom():
            return None
        for row in self.parts.widgets:
            if isinstance(row, PartRow) and row.rect().contains(row.mapFromGlobal(position)):
                role = self._document.contribution(row.part).role
                return role if role in MODERATING else "speaker"
        on_caption = here.y() <= self._panel.geometry().bottom()
        return "moderator" if on_caption else "speaker"

    def typings(self) -> Iterator[Typing]:
        for row in self.points.widgets:
            # What a row of the agenda shows it shows for good: another session has other rows.
            if isinstance(row, PointRow):
                yield from (row.text.typing, row.minutes.typing)

    @property
    def _document(self) -> Document:
        return self._bench.document

    # -- rows

    def _part_row(self, part: str) -> PartRow:
        row = PartRow(self._bench, part, self._theme)
        row.role_chosen.connect(self._role_chosen)
        row.moved.connect(lambda one, step: self._move("contribution", one, step))
        row.removed.connect(lambda one: self._delete("contribution", one))
        return row

    def _point_row(self, point: str) -> PointRow:
        row = PointRow(point, self._theme)
        write_through(self._bench, row.text.typing, lambda value: self._point_text(point, value))
        keep_drafts(self._bench, row.text.typing, lambda: self._point_key(point))
        write_through(self._bench, row.minutes.typing, lambda value: self._point_minutes(point, value))
        row.moved.connect(lambda one, step: self._move("agenda_point", one, step))
        row.removed.connect(lambda one: self._delete("agenda_point", one))
        return row

    def _point_key(self, point: str) -> FieldKey:
        return "agenda_point", point, f"text.{self._language}"

    def _point_text(self, point: str, value: str) -> Edit:
        return set_field(
            self._document,
            table="agenda_point",
            row_id=point,
            field="text",
            value=value,
            language=self._language,
        )

    def _point_minutes(self, point: str, value: int | None) -> Edit:
        return set_field(self._document, table="agenda_point", row_id=point, field="minutes", value=value)

    # -- edits

    def _do(self, make: Callable[[], Edit]) -> None:
        if not self._bench.do(lambda _document: make()):
            self.show_session(self._session, self._language)

    def _role_chosen(self, part: str, role: str) -> None:
        if self._document.contribution(part).role != role:
            self._do(lambda: change_role(self._document, part_id=part, role=role))

    def _move(self, table: str, row_id: str, step: int) -> None:
        place = self._siblings(table).index(row_id)
        self._put(table, row_id, place + step)

    def _put(self, table: str, row_id: str, place: int) -> None:
        """A row at another place among those of the session."""
        siblings, author = self._siblings(table), self._bench.author_id
        self._do(lambda: moved_to(self._document, table, row_id, place, siblings, author_id=author))

    def _siblings(self, table: str) -> tuple[str, ...]:
        rows = self._document.contributions_of if table == "contribution" else self._document.agenda_of
        return tuple(row.id for row in rows(self._session))

    def _delete(self, table: str, row_id: str) -> None:
        self._do(lambda: delete_row(self._document, table=table, row_id=row_id))

    def _add_person(self, typed: str, person: str) -> None:
        author, session = self._bench.author_id, self._session
        if not person:
            fresh = self._bench.fresh_id()
            self._do(lambda: newcomer(self._document, session, typed, author_id=author, fresh_id=fresh))
            return
        self._do(
            lambda: contribute(
                self._document, session_id=session, person_id=person, role="speaker", author_id=author
            )
        )

    def _add_point(self, typed: str) -> None:
        values = {"session": self._session, "text": {self._language: typed}}
        fresh, author = self._bench.fresh_id(), self._bench.author_id
        self._do(
            lambda: add_row(
                self._document,
                table="agenda_point",
                values=values,
                author_id=author,
                row_id=None,
                fresh_id=fresh,
            )
        )
