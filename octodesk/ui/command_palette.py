# SPDX-License-Identifier: EUPL-1.2
"""Ctrl+K: everything the window can do and everything in the conference, found by typing some of its letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from octodesk.languages import _, folded, ngettext
from octodesk.ui import words
from octodesk.ui.timetable.accessible import announce

if TYPE_CHECKING:
    from octodesk.ui.main_window import MainWindow

MOST_SHOWN = 60
FEW = 3
ALIKE = 72
"""How alike (0 to 100) what is typed must be to what is meant."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`where` says what sort of thing it is: the menu it stands in, or "Session"; `keys` what does the same."""

    words: str
    where: str
    keys: str
    act: Callable[[], object]

    @property
    def haystack(self) -> str:
        return folded(f"{self.words} {self.where}")


def entries(window: MainWindow) -> Sequence[Entry]:
    """Actions in the order of the menus, then sessions, speakers and rooms."""
    return [*_actions(window), *_things(window)]


def _actions(window: MainWindow) -> Iterator[Entry]:
    for top in window.menuBar().actions():
        if top.menu() is not None:
            yield from _of_menu(top.menu(), top.text().replace("&", ""))


def _of_menu(menu: object, where: str) -> Iterator[Entry]:
    from PySide6.QtWidgets import QMenu

    assert isinstance(menu, QMenu)
    for action in menu.actions():
        name = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below, f"{where} › {name}")
        elif name and action.isEnabled() and action.objectName() != "action-palette":
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Entry(name, where, keys, action.trigger)


def _things(window: MainWindow) -> Iterator[Entry]:
    document, bench = window.bench.document, window.bench
    for session in document.sessions:
        yield Entry(
            words.session_name(document, session.id), _("Session"), "", partial(_go, window, session.id)
        )
    for person in document.people:
        found = document.sessions_of(person.id)
        if found:
            name = words.person_name(document, person.id)
            yield Entry(name, _("Sessions of a speaker"), "", partial(bench.select, found))
    for room in document.rooms:
        held = [one.id for one in document.sessions_in(room.id)]
        if held:
            name = words.room_name(document, room.id)
            yield Entry(name, _("Sessions in a room"), "", partial(bench.select, held))


def _go(window: MainWindow, session: str) -> None:
    window.bench.select([session])
    window.surface.reveal(session)


def matching(every: Sequence[Entry], typed: str) -> Sequence[Entry]:
    """Those in which each typed word stands, those that begin with it first; else what is nearly that."""
    wanted = folded(typed).split()
    if not wanted:
        return every[:MOST_SHOWN]
    exact = [one for one in every if all(word in one.haystack for word in wanted)]
    exact.sort(key=lambda one: not folded(one.words).startswith(wanted[0]))
    if len(exact) >= FEW:
        return exact[:MOST_SHOWN]
    return [*exact, *(one for one in _alike(every, " ".join(wanted)) if one not in exact)][:MOST_SHOWN]


def _alike(every: Sequence[Entry], typed: str) -> list[Entry]:
    from rapidfuzz import fuzz, process  # only when somebody mistypes

    found = process.extract(
        typed, [one.haystack for one in every], scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=12
    )
    return [every[place] for _words, _score, place in found]


class CommandPalette(QWidget):
    """Lies over the window until something is chosen, Esc is pressed or something else is clicked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._every = entries(window)
        self._found: Sequence[Entry] = ()
        self._before = window.focusWidget()
        self.setObjectName("palette")
        theme = window.theme
        self.line, self.list, self.count = QLineEdit(), QListWidget(), QLabel()
        self.line.setPlaceholderText(_("Find or do anything…"))
        self.line.setAccessibleName(_("Find or do anything"))
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.count.setProperty("look", "muted")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(*[theme.px(10)] * 4)
        inside.setSpacing(theme.px(6))
        for widget in (self.line, self.list, self.count):
            inside.addWidget(widget)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self.list.itemClicked.connect(lambda _item: self.choose())
        self._find("")
        width = min(theme.px(640), window.width() - 40)
        self.resize(QSize(width, min(theme.px(440), window.height() - 120)))
        self.move(QPoint((window.width() - width) // 2, theme.px(76)))

    def open(self) -> None:
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _find(self, typed: str) -> None:
        self._found = matching(self._every, typed)
        self.list.clear()
        for entry in self._found:
            keys = f"   {entry.keys}" if entry.keys else ""
            item = QListWidgetItem(f"{entry.words}   ·   {entry.where}{keys}")
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole,
                ", ".join(filter(None, (entry.words, entry.where, entry.keys))),
            )
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        n = len(self._found)
        self.count.setText(ngettext("{n} entry", "{n} entries", n).format(n=n))
        self._say()

    def _say(self) -> None:
        item = self.list.currentItem()
        if self.list.count() and self.isVisible():
            announce(self.line, str(item.data(Qt.ItemDataRole.AccessibleTextRole)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        steps = {
            Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8,
        }  # fmt: skip
        if event.key() in steps:
            row = self.list.currentRow() + steps[Qt.Key(event.key())]
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
            self._say()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            return False
        return True

    def choose(self) -> None:
        """Does the entry one is on."""
        row = self.list.currentRow()
        chosen = self._found[row] if 0 <= row < len(self._found) else None
        self.leave()
        if chosen is not None:
            chosen.act()

    def leave(self) -> None:
        self.line.removeEventFilter(self)
        if self.line.hasFocus() and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._window.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(palette.focus), 1))
        painter.setBrush(QColor(palette.pane))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
