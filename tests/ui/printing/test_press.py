# SPDX-License-Identifier: EUPL-1.2
"""The press: a process that stays warm and makes the newest print asked for."""

from __future__ import annotations

from collections.abc import Iterator

import pypdfium2
import pytest
from pytestqt.qtbot import QtBot

from octodesk.exchange.samples import sample_log
from octodesk.model.document import Document
from octodesk.printing import PrintOptions
from octodesk.ui.printing.orders import Denied, Picture, Sheets
from octodesk.ui.printing.press import Press
from tests.build import conference
from tests.ui.printing.conftest import A_WHILE

OCTOPUS = Document.of_log(sample_log("octopus-2021"))
FRONT = PrintOptions(languages=("en",))


@pytest.fixture
def press(qtbot: QtBot) -> Iterator[Press]:
    made = Press()
    yield made
    made.stop()


def laid(qtbot: QtBot, press: Press, kind: str = "front", *, until: int | None = None) -> Sheets:
    with qtbot.waitSignal(press.laid, timeout=A_WHILE) as told:
        press.order(OCTOPUS, kind, FRONT, until=until)
    assert told.args is not None
    sheets = told.args[0]
    assert isinstance(sheets, Sheets)
    return sheets


def test_the_whole_print_comes_with_the_size_of_each_page(qtbot: QtBot, press: Press) -> None:
    sheets = laid(qtbot, press)
    assert [(round(across), round(down)) for across, down in sheets.sizes] == [(595, 842)] * 2
    assert len(pypdfium2.PdfDocument(sheets.printed.pdf)) == sheets.printed.pages == 2


def test_up_to_a_page_nothing_is_laid_out_beyond_it(qtbot: QtBot, press: Press) -> None:
    sheets = laid(qtbot, press, "programme", until=3)
    assert len(pypdfium2.PdfDocument(sheets.printed.pdf)) == sheets.printed.pages == 3


def test_the_process_stays_for_the_next_order(qtbot: QtBot, press: Press) -> None:
    laid(qtbot, press)
    first = press.process
    laid(qtbot, press, "glance")
    assert press.process is first


def test_only_the_newest_order_is_told_of(qtbot: QtBot, press: Press) -> None:
    came: list[Sheets] = []
    press.laid.connect(came.append)
    for _again in range(5):
        press.order(OCTOPUS, "programme", FRONT)
    last = laid(qtbot, press, "glance")
    assert came == [last]


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(qtbot: QtBot, press: Press) -> None:
    laid(qtbot, press)
    with qtbot.waitSignal(press.pictured, timeout=A_WHILE) as told:
        press.look(1, 300)
    assert told.args is not None
    picture = told.args[0]
    assert isinstance(picture, Picture)
    assert (picture.place, picture.width, len(picture.pixels)) == (1, 300, 300 * picture.height * 4)


def test_what_cannot_be_printed_is_denied_and_the_next_order_is_made(qtbot: QtBot, press: Press) -> None:
    with qtbot.waitSignal(press.denied, timeout=A_WHILE) as told:
        press.order(conference(), "front", FRONT)
    assert told.args == [Denied("nothing-to-print", {})]
    assert laid(qtbot, press).printed.pages == 2


def test_a_process_that_dies_is_said_and_another_takes_its_place(qtbot: QtBot, press: Press) -> None:
    laid(qtbot, press)
    process = press.process
    assert process is not None
    with qtbot.waitSignal(press.broken, timeout=A_WHILE):
        process.kill()
    assert laid(qtbot, press).printed.pages == 2
    assert press.process is not process


def test_stopping_ends_the_process(qtbot: QtBot, press: Press) -> None:
    press.order(OCTOPUS, "programme", FRONT)
    process = press.process
    assert process is not None
    press.stop()
    assert (process.is_alive(), press.process) == (False, None)
