# SPDX-License-Identifier: EUPL-1.2
"""A form for rows of one table: declared entries, dense, in sections that open and close; F1 says what a field is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from octodesk.ui.fields import Typing
from octodesk.ui.icons import icon
from octodesk.ui.panes.entries import Entry, Section, Shown
from octodesk.ui.panes.entry_field import EntryField
from octodesk.ui.theme import Theme
from octodesk.ui.workbench import Workbench

QUARTERS = 4


class SectionPart(QWidget):
    """A heading with what is set below it in a few words; a press opens it. Its fields are made when first opened."""

    def __init__(
        self, bench: Workbench, section: Section, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._theme, self.section = bench, theme, section
        self.fields: dict[str, EntryField] = {}
        self._shown: Shown | None = None
        self._head = QToolButton()
        self._head.setCheckable(True)
        self._head.setProperty("look", "section")
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.toggled.connect(lambda _on: self._turned())
        self._summary = QLabel()
        self._summary.setProperty("look", "muted")
        self._summary.setMinimumWidth(0)
        self._cells = QWidget()
        self._grid = QGridLayout(self._cells)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(12)
        for column in range(QUARTERS):
            self._grid.setColumnStretch(column, 1)
        self._lay_out()
        if section.title is None:
            self._make()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._head)
        line.addWidget(self._summary, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(line)
        inside.addWidget(self._cells)
        self._cells.setContentsMargins(0, 0, 0, 8)
        titled = self.section.title is not None
        self._head.setVisible(titled)
        self._summary.setVisible(titled)
        self._cells.setVisible(not titled)

    def _make(self) -> None:
        row, column = 0, 0
        for entry in self.section.entries:
            if column + entry.quarters > QUARTERS:
                row, column = row + 1, 0
            field = self.fields[entry.name] = EntryField(self._bench, entry, self._theme)
            field.settled.connect(self._show_again)
            low = Qt.AlignmentFlag.AlignBottom if entry.shape == "flag" else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(field, row, column, 1, entry.quarters, low)
            column += entry.quarters

    def open(self) -> None:
        if self.section.title is not None:
            self._head.setChecked(True)

    def _turned(self) -> None:
        on = self._head.isChecked()
        if on and not self.fields:
            self._make()
        self._cells.setVisible(on)
        self._mark()
        self._show_again()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._head.setFont(theme.sans(9))
        self._summary.setFont(theme.sans(9))
        self._head.setIconSize(QSize(theme.px(12), theme.px(12)))
        for field in self.fields.values():
            field.set_theme(theme)
        self._mark()

    def _mark(self) -> None:
        name = "chevron-down" if self._head.isChecked() else "chevron-right"
        self._head.setIcon(icon(name, self._theme.palette, color=self._theme.palette.muted))

    def show_rows(self, shown: Shown) -> None:
        self._shown = shown
        if self.section.title is not None:
            self._head.setText(self.section.title())
            self._say_summary(shown)
        if not self._cells.isHidden():
            for field in self.fields.values():
                field.show_rows(shown)

    def _show_again(self) -> None:
        if self._shown is not None:
            now = Shown(self._bench.document, self._shown.table, self._shown.ids, self._shown.language)
            if all(now.document.find(now.table, one) for one in now.ids):
                self.show_rows(now)

    def _say_summary(self, shown: Shown) -> None:
        """What is set in it, while it is closed."""
        said = (
            ""
            if self._head.isChecked() or len(shown.ids) != 1
            else ", ".join(dict.fromkeys(self._set_words(shown)))
        )
        width = max(40, self.width() - self._head.sizeHint().width() - 16)
        self._summary.setText(
            self._summary.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, width)
        )
        self._head.setAccessibleDescription(said)

    def _set_words(self, shown: Shown) -> Iterator[str]:
        for entry in self.section.entries:
            value = shown.value(entry, shown.ids[0])
            if entry.shape == "flag":
                if value:
                    yield entry.caption()
            elif entry.shape == "choice":
                names = dict(entry.choices(shown.document, shown.ids)) if entry.choices else {}
                if value and list(names)[:1] != [value]:
                    yield names.get(value, str(value))
            elif words := " ".join(shown.words(entry, shown.ids[0]).split()):
                yield words


class Sheet(QWidget):
    """The sections of a form below each other. It shows the rows it is given and remembers nothing else."""

    def __init__(
        self, bench: Workbench, theme: Theme, table: str, sections: Sequence[Section], parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._bench, self._table = bench, table
        self._parts = [SectionPart(bench, section, theme) for section in sections]
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for part in self._parts:
            inside.addWidget(part)
        bench.typing_ends.connect(self._finish_typing)

    def entry_field(self, name: str) -> EntryField:
        """The field of an entry; its section opens for it.

        Not `[]`: PySide takes a widget that has it for a sequence, and leaves the KeyError of `[0]` standing.
        """
        for part in self._parts:
            if any(entry.name == name for entry in part.section.entries):
                part.open()
                return part.fields[name]
        raise KeyError(name)

    @property
    def entries(self) -> Sequence[Entry]:
        return [entry for part in self._parts for entry in part.section.entries]

    def open_all(self) -> None:
        for part in self._parts:
            part.open()

    def show_rows(self, ids: Sequence[str], language: str) -> None:
        shown = Shown(self._bench.document, self._table, tuple(ids), language)
        for part in self._parts:
            part.show_rows(shown)

    def set_theme(self, theme: Theme) -> None:
        for part in self._parts:
            part.set_theme(theme)

    def typings(self) -> Iterator[Typing]:
        for part in self._parts:
            yield from (field.typing for field in part.fields.values() if field.typing is not None)

    def _finish_typing(self) -> None:
        for typing in self.typings():
            typing.hand_over()

    # -- the keys of every form

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _KEYS.get(_key(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _KEYS.get(_key(event))
        if act is None or not act(self):
            super().keyPressEvent(event)


def explain(form: QWidget) -> bool:
    """Says beside the field with the focus what it is for and where it prints. Whether there was anything to say."""
    field = _focused(form, lambda widget: bool(widget.whatsThis()))
    if field is None:
        return False
    QWhatsThis.showText(field.mapToGlobal(field.rect().bottomLeft()), field.whatsThis(), field)
    return True


def show_past(form: QWidget) -> bool:
    """Opens what the field with the focus has held before."""
    field = _focused(form, lambda widget: isinstance(widget, EntryField))
    if not isinstance(field, EntryField):
        return False
    field.show_past()
    return True


def _focused(form: QWidget, wanted: Callable[[QWidget], bool]) -> QWidget | None:
    widget = QApplication.focusWidget()
    while widget is not None and widget is not form and not wanted(widget):
        widget = widget.parentWidget()
    return None if widget is form else widget


def _key(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()


_KEYS: Mapping[str, Callable[[QWidget], bool]] = {"F1": explain, "Ctrl+Shift+H": show_past}
