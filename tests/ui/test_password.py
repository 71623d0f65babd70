# SPDX-License-Identifier: EUPL-1.2
"""A file behind a password: the window asks for it, and writes the file behind it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from octodesk.exchange import octo
from octodesk.exchange.sealing import is_sealed, sealed
from octodesk.ui.program import Program
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from tests.ui.conftest import small_log


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, settings: Settings) -> Iterator[Program]:
    shelf = Shelf(tmp_path / "octodesk.db")
    made = Program(qapp, shelf, settings)
    yield made
    for window in list(made.windows.values()):
        window.filing.close_as_it_is()
    shelf.close()


def questions() -> list[QInputDialog]:
    found = [
        one for one in QApplication.topLevelWidgets() if isinstance(one, QInputDialog) and one.isVisible()
    ]
    return [one for one in found if one.objectName() == "ask-password"]


def answer(qtbot: QtBot, words: str) -> str:
    qtbot.waitUntil(lambda: len(questions()) == 1, timeout=60000)
    (ask,) = questions()
    said = ask.labelText()
    ask.setTextValue(words)
    ask.accept()
    return said


def test_it_is_asked_until_it_is_right_and_the_file_stays_locked(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    path = tmp_path / "yoga.octo"
    path.write_bytes(sealed(octo.write(small_log()), "corail"))
    program.receiving.open_file(path)
    assert answer(qtbot, "coral") == "Password of “yoga.octo”:"
    assert answer(qtbot, "corail") == "That is not the password of “yoga.octo”. Try again:"
    qtbot.waitUntil(lambda: "event" in program.windows, timeout=60000)
    window = program.windows["event"]
    with qtbot.waitSignal(window.file.settled, timeout=60000) as settled:
        window.file.save()
    assert settled.args == [True]
    assert is_sealed(path.read_bytes())
    assert octo.read(path, password="corail").log.event == "event"
