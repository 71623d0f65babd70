# SPDX-License-Identifier: EUPL-1.2
"""A question of a merge as a card: what it was before, what each side says, both together, something else, or later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from octodesk import languages
from octodesk.edits.settling import Answer
from octodesk.languages import _
from octodesk.model import names, text_merge
from octodesk.model.collisions import DELETED, Collision
from octodesk.model.document import Document
from octodesk.model.twins import Twins
from octodesk.ui.merging.marking import marked
from octodesk.ui.merging.third import Third, third_for
from octodesk.ui.reading import Unreadable
from octodesk.ui.theme import Theme
from octodesk.wording.collisions import answer_words, question_words
from octodesk.wording.merging import signature


class Card(QFrame):
    """Nothing is chosen at first. `answered` when it is, or is another; `answer` is None for "later"."""

    answered = Signal()
    sought = Signal(str)
    """The session it is about."""

    def __init__(
        self,
        one: Collision,
        document: Document,
        *,
        me: str,
        now: datetime,
        theme: Theme,
        may_wait: bool = True,
    ) -> None:
        super().__init__()
        self.collision = one
        self._document, self._me, self._now, self._theme = document, me, now, theme
        self._values: list[Any] = [held.value for held in one.values]
        self._third: Third | None = None
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(self._chosen)
        self.setProperty("look", "card")
        self.fault = QLabel()
        self.fault.setProperty("look", "missing")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self._lay_out(may_wait=may_wait)

    @property
    def later(self) -> int:
        """The place of "later" among the choices; behind the values and the third."""
        return len(self._values) + 1

    @property
    def wrong(self) -> str:
        """Why what is typed cannot be read, "" where it can."""
        if self.group.checkedId() != len(self._values) or self._third is None:
            return ""
        try:
            self._third.value()
        except Unreadable as unreadable:
            return unreadable.expected
        return ""

    @property
    def answer(self) -> Answer | None:
        place = self.group.checkedId()
        if place < 0 or place == self.later or self.wrong:
            return None
        typed = place == len(self._values) and self._third is not None
        value = self._third.value() if typed and self._third is not None else self._values[place]
        return Answer(*self.collision.row, self.collision.log_field, value)

    # -- its parts

    def _lay_out(self, *, may_wait: bool) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(self._title())
        column.addLayout(self._sides())
        if (together := self._together()) is not None:
            column.addWidget(self._radio(len(self._values), _("Both together")))
            self._values.append(together)
            told = _told(marked(self.collision.base or "", together))
            told.setContentsMargins(px(24), 0, 0, 0)
            column.addWidget(told)
        self._third = third_for(self._document, self.collision, self._theme)
        if self._third is not None:
            row = QHBoxLayout()
            row.addWidget(self._radio(len(self._values), _("Something else")), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(self._third, 1)
            column.addLayout(row)
            self._third.edited.connect(partial(self._choose, len(self._values)))
        if may_wait:
            column.addWidget(self._radio(self.later, _("Leave it for later")))
        column.addWidget(self.fault)

    def _title(self) -> QLabel:
        title = QLabel(question_words(self._document, self.collision))
        title.setFont(self._theme.sans(11, QFont.Weight.DemiBold))
        title.setProperty("look", "strong")
        title.setWordWrap(True)
        self.setAccessibleName(title.text())
        return title

    def _sides(self) -> QGridLayout:
        """Before, and a column for each value."""
        sides = QGridLayout()
        sides.setHorizontalSpacing(self._theme.px(16))
        sides.setVerticalSpacing(self._theme.px(4))
        if self.collision.field != DELETED and self.collision.base is not None:
            before = QLabel(_("Before"))
            before.setProperty("look", "caption")
            sides.addWidget(before, 0, 0)
            sides.addWidget(_told(escape(self._words(self.collision.base)), look="muted"), 1, 0)
            sides.setColumnStretch(0, 1)
        for place, held in enumerate(self.collision.values):
            name = languages.capitalised(signature(held.edit, self._me, self._now))
            radio = self._radio(place, name)
            spoken = _("{name}: {value}").format(name=name, value=self._words(held.value))
            radio.setAccessibleName(spoken)
            sides.addWidget(radio, 0, place + 1)
            sides.addWidget(_told(self._marked(held.value)), 1, place + 1)
            sides.setColumnStretch(place + 1, 1)
        return sides

    def _radio(self, place: int, name: str) -> QRadioButton:
        radio = QRadioButton(name)
        radio.setAutoExclusive(False)  # the group is; alone it could not begin without a choice
        self.group.addButton(radio, place)
        return radio

    def _words(self, value: Any) -> str:
        return answer_words(self._document, self.collision, value)

    def _marked(self, value: Any) -> str:
        """A text shows what it changes in the one before."""
        one = self.collision
        if one.language and one.base and value:
            return marked(one.base, value)
        return escape(self._words(value))

    def _together(self) -> str | None:
        """What both sides' changes of a text make of it, where they do not touch the same words."""
        one = self.collision
        if not one.language or one.base is None or len(one.values) != 2:
            return None
        mine, theirs = (held.value or "" for held in one.values)
        found = text_merge.merged(one.base, mine, theirs)
        return found if found not in (None, mine, theirs) else None

    # -- choosing

    def _choose(self, place: int) -> None:
        button = self.group.button(place)
        button.setChecked(True)
        self._chosen(place)

    def _chosen(self, _place: int) -> None:
        self.fault.setText(self.wrong)
        self.fault.setVisible(bool(self.wrong))
        self.answered.emit()


def _told(html: str, look: str = "") -> QLabel:
    label = QLabel(html)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if look:
        label.setProperty("look", look)
    return label


class TwinCard(QFrame):
    """Both sides have added somebody of the same name: one person, if a tick says so."""

    answered = Signal()

    def __init__(self, pair: Twins, document: Document, theme: Theme) -> None:
        super().__init__()
        self.pair = pair
        self.setProperty("look", "card")
        name = names.printed_name(document.person(pair.mine))
        title = QLabel(_("Both of you have added {person}.").format(person=name))
        title.setFont(theme.sans(11, QFont.Weight.DemiBold))
        title.setWordWrap(True)
        self.tick = QCheckBox(_("This is one person: keep one entry, with what both hold"))
        self.tick.toggled.connect(lambda _on: self.answered.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addWidget(title)
        column.addWidget(self.tick)


class Deck(QWidget):
    """Cards below each other. A question that is asked again keeps its card, and with it its answer."""

    answered = Signal()

    def __init__(self, theme: Theme, make: Callable[[Collision], Card], *, margin: int = 12) -> None:
        super().__init__()
        self._make, self._theme = make, theme
        self.cards: list[Card] = []
        self.twins: list[TwinCard] = []
        px = theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(margin), px(margin), px(margin), px(margin))
        self._column.setSpacing(px(12))
        self._column.addStretch(1)

    def show_questions(self, questions: Sequence[Collision]) -> None:
        kept = {_key(card.collision): card for card in self.cards}
        asked = {_key(one) for one in questions}
        for card in self.cards:
            self._column.removeWidget(card)
            if _key(card.collision) not in asked:
                card.hide()
                card.deleteLater()
        self.cards = [kept.get(_key(one)) or self._made(one) for one in questions]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)

    def _made(self, one: Collision) -> Card:
        card = self._make(one)
        card.answered.connect(self.answered)
        return card

    def show_twins(self, pairs: Sequence[Twins], document: Document) -> None:
        ticked = self.joined
        for card in self.twins:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.twins = [TwinCard(pair, document, self._theme) for pair in pairs]
        for place, card in enumerate(self.twins, start=len(self.cards)):
            card.tick.setChecked(card.pair in ticked)
            card.answered.connect(self.answered)
            self._column.insertWidget(place, card)

    @property
    def joined(self) -> list[Twins]:
        """Those who are said to be one person."""
        return [card.pair for card in self.twins if card.tick.isChecked()]

    @property
    def answers(self) -> list[Answer]:
        return [answer for card in self.cards if (answer := card.answer) is not None]


def _key(one: Collision) -> tuple[str, ...]:
    """The same question with the same values."""
    return *one.row, one.log_field, *(held.edit.id for held in one.values)
