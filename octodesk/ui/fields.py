# SPDX-License-Identifier: EUPL-1.2
"""Fields one types into. What is typed is handed over by `finished` after a second's pause, on leaving and on demand.

Undo is the field's own only while something typed is not handed over; after that it is the desk's, and the field lets
the key pass (QLineEdit and QPlainTextEdit would swallow it always).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from octodesk.ui.reading import Unreadable, as_typed
from octodesk.ui.stay import Stay

PAUSE = 1000
"""Milliseconds without a key after which what is typed is handed over."""


class Typing(QObject):
    """What a field of any class does about typing: knows what it held, and when to hand over what it holds now."""

    finished = Signal(object)
    """What was typed, as `read` gives it."""
    doubted = Signal(str)
    """Why what stands here cannot be taken, as a sentence beside the field; "" once it can."""
    wrong = Signal(str)
    """The field was left with something that cannot be taken: it stays, marked, and Escape gives back what was held."""
    typed = Signal()
    overtaken = Signal(str)
    """The value changed elsewhere while one types here: the words it has there, "" once that is settled."""
    left = Signal()
    """The stay is over; the value may read otherwise than it was typed."""

    def __init__(self, field: LineField | TextField, read: Callable[[str], Any]) -> None:
        super().__init__(field)
        self._field, self._read = field, read
        self._held = ""
        self._silent = False
        self._refused = self._doubt = ""
        self._subject: Hashable = None
        self._unfinished: dict[Hashable, str] = {}
        self.stay = Stay()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._after_a_pause)

    @property
    def pending(self) -> bool:
        """Whether something is typed that is not handed over."""
        return self._field.words() != self._held

    @property
    def words(self) -> str:
        """What stands in the field."""
        return self._field.words()

    def show(self, words: str) -> None:
        """The value as it is now. What is being typed stays; that the value changed is told by `overtaken`."""
        if self._silent:
            return
        if self.pending:
            if words != self._held:
                self.overtaken.emit(words if words != self._field.words() else "")
            return
        self._held = words
        if self._field.words() != words:
            self._put(words)
        self._resume()

    def _resume(self) -> None:
        """What was left here half written stands here again."""
        words = self._unfinished.pop(self._subject, None)
        if words is not None:
            self._put(words)
            self._readable()

    def _put(self, words: str) -> None:
        self._field.blockSignals(True)
        self._field.put_words(words)
        self._field.blockSignals(False)
        self._mark("")

    def heard(self) -> None:
        """A key has changed the words."""
        if self.pending:
            self._pause.start()
        else:
            self._pause.stop()
        self._mark("")
        self.typed.emit()

    def _after_a_pause(self) -> None:
        if self.pending and self._readable() is not None:
            self.hand_over()

    def hand_over(self) -> None:
        """Hands over what is typed; what cannot be read stays, marked."""
        self._pause.stop()
        if not self.pending:
            return
        read = self._readable()
        if read is None:
            return
        before, self._held = self._held, self._field.words()
        # The edit that follows comes back as a change of the document: it is what stands here already.
        self._silent, self._refused = True, ""
        self.finished.emit(read[0])
        self._silent = False
        if self._refused:
            self._held = before
            self._mark(self._refused)
        self.overtaken.emit("")

    def refuse(self, sentence: str) -> None:
        """Said while `finished` is told: what was handed over cannot be taken. It stays in the field, marked."""
        self._refused = sentence

    def leave(self) -> None:
        """The stay is over."""
        self.hand_over()
        if self.pending:
            self.wrong.emit(self._refused or self._expected())
        self.stay = Stay()
        self.left.emit()

    def begin_anew(self, subject: Hashable = None) -> None:
        """The field shows another row from now on. What could not be taken waits until that row is shown again."""
        self._pause.stop()
        if self.pending and self._subject is not None:
            self._unfinished[self._subject] = self._field.words()
        self._held = self._field.words()
        self._subject = subject
        self.stay = Stay()
        self._mark("")
        self.overtaken.emit("")

    def take_back(self) -> None:
        """Shows again what the field held."""
        self._pause.stop()
        self._put(self._held)
        self.typed.emit()

    def _readable(self) -> tuple[Any] | None:
        try:
            return (self._read(self._field.words()),)
        except Unreadable as unreadable:
            self._mark(unreadable.expected)
            return None

    def _expected(self) -> str:
        try:
            self._read(self._field.words())
        except Unreadable as wrong:
            return wrong.expected
        return ""

    def _mark(self, why: str) -> None:
        """Marks the field as wrong, and says why; with "" as right again."""
        said = "true" if why else "false"
        if (self._field.property("wrong") or "false") != said:
            self._field.setProperty("wrong", said)
            self._field.style().unpolish(self._field)
            self._field.style().polish(self._field)
        if why != self._doubt:
            self._doubt = why
            self.doubted.emit(why)

    def lets_pass(self, event: QEvent) -> bool:
        """Whether a key is undo or redo, and not the field's own now."""
        return isinstance(event, QKeyEvent) and not self.pending and is_undo_or_redo(event)


def is_undo_or_redo(event: QKeyEvent) -> bool:
    again = QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    return event.matches(QKeySequence.StandardKey.Undo) or QKeySequence(event.keyCombination()) in again


class LineField(QLineEdit):
    """One line."""

    def __init__(self, parent: QWidget | None = None, *, read: Callable[[str], Any] = as_typed) -> None:
        super().__init__(parent)
        self.typing = Typing(self, read)
        self.textChanged.connect(self.typing.heard)

    def words(self) -> str:
        return self.text()

    def put_words(self, words: str) -> None:
        self.setText(words)
        self.setCursorPosition(0 if not self.hasFocus() else len(words))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.typing.lets_pass(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typing.hand_over()
        elif event.key() == Qt.Key.Key_Escape and self.typing.pending:
            self.typing.take_back()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _show_menu(self.createStandardContextMenu(), self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if _really_left(event):
            self.typing.leave()


class TextField(QPlainTextEdit):
    """Several lines. Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None, *, read: Callable[[str], Any] = as_typed) -> None:
        super().__init__(parent)
        self.typing = Typing(self, read)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.typing.heard)

    def words(self) -> str:
        return self.toPlainText()

    def put_words(self, words: str) -> None:
        self.setPlainText(words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.typing.lets_pass(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.typing.pending:
            self.typing.take_back()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        _show_menu(self.createStandardContextMenu(), self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if _really_left(event):
            self.typing.leave()


def _show_menu(menu: QMenu, field: QWidget, event: QContextMenuEvent) -> None:
    """The menu of every text field, and below it what this one can do besides."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if field.actions():
        menu.addSeparator()
        menu.addActions(field.actions())
    menu.popup(event.globalPos())


def _really_left(event: QFocusEvent) -> bool:
    """A menu of the field, or another window, is no leaving."""
    return event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class ChoiceField(QComboBox):
    """One of a few values, each shown by its words; chosen by the user, it is told by `chosen`."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))

    def offer(self, choices: list[tuple[Any, str]], value: Any) -> None:
        """(value, words) to choose from, and the one that holds."""
        if [(self.itemData(place), self.itemText(place)) for place in range(self.count())] != choices:
            self.clear()
            for one, words in choices:
                self.addItem(words, one)
        self.setCurrentIndex(next((place for place, (one, _) in enumerate(choices) if one == value), -1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling over the inspector must not change a value by the way.
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
