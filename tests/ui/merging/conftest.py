# SPDX-License-Identifier: EUPL-1.2
"""The small conference with Ana, and a copy on which Ben has worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from octodesk.edits.fields import set_field
from octodesk.edits.sessions import place
from octodesk.model.document import Document
from octodesk.model.edit import Author, Edit
from octodesk.model.log import Log
from octodesk.model.merge_review import review
from octodesk.ui.main_window import MainWindow
from octodesk.ui.merging.cards import Card
from octodesk.ui.merging.merge_window import MergeWindow, Received
from tests.build import ANA, BEN, at, desk_on
from tests.ui.conftest import OpenWindow, now, small_log

Make = Callable[..., Edit]


def set_text(words: str, session: str = "yoga", field: str = "title", language: str = "en") -> Make:
    def make(document: Document) -> Edit:
        return set_field(
            document, table="session", row_id=session, field=field, value=words, language=language
        )

    return make


def put(session: str, room: str, hour: str) -> Make:
    wanted = at(room, hour)

    def make(document: Document) -> Edit:
        return place(document, session, start=wanted.start, rooms=wanted.rooms)

    return make


def edited(log: Log, author: Author, device: str, *makes: Make) -> Log:
    desk = desk_on(log.copy(), author=author, device=device)
    for make in makes:
        desk.apply(make(desk.document))
    return desk.log()


def bens_copy(log: Log, *makes: Make) -> Log:
    return edited(log, BEN, "d2", *makes)


def choose(card: Card, words: str) -> None:
    """Presses the choice that begins with these words."""
    wanted = [button for button in card.group.buttons() if button.text().startswith(words)]
    assert len(wanted) == 1
    assert isinstance(wanted[0], QRadioButton)
    wanted[0].click()


Meet = Callable[..., MergeWindow]


@pytest.fixture
def meet(qtbot: QtBot, open_window: OpenWindow) -> Iterator[Meet]:
    """Opens Ana's window, lets both edit, and shows Ben's copy beside it."""
    opened: list[MergeWindow] = []

    def both(
        ana: tuple[Make, ...] = (), ben: tuple[Make, ...] = (), *, before: tuple[Make, ...] = ()
    ) -> MergeWindow:
        log = edited(small_log(), ANA, "d1", *before)
        window: MainWindow = open_window(log.copy())
        theirs = bens_copy(log, *ben)
        for make in ana:
            window.bench.do(make)
        found = review(window.bench.desk.log(), theirs)
        received = Received("copy (2).octo", b"bytes", theirs, last_time="Last time")
        reading = MergeWindow(window.bench, received, found, theme=window.theme, now=now, parent=window)
        reading.show()
        qtbot.waitExposed(reading)
        opened.append(reading)
        return reading

    yield both
    for reading in filter(shiboken6.isValid, opened):
        reading.close()
