# SPDX-License-Identifier: EUPL-1.2
"""Opening a file: a conference of its own, a copy to be read first, one with nothing new, one for others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from octodesk.exchange import octo
from octodesk.model.document import Document
from octodesk.model.edit import Edit
from octodesk.model.log import Log
from octodesk.ui.main_window import MainWindow
from octodesk.ui.merging.comparison_window import ComparisonWindow
from octodesk.ui.merging.exchanges import Exchanges
from octodesk.ui.merging.merge_window import MergeWindow
from octodesk.ui.program import Program
from octodesk.ui.settings import Settings
from octodesk.ui.shelf import Shelf
from tests.build import adding, event, session, stamped_into, text
from tests.ui.conftest import small_log
from tests.ui.merging.conftest import bens_copy, set_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise")  # a window comes forward


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path, settings: Settings) -> Iterator[Program]:
    """With the small conference open, and no file of its own."""
    shelf = Shelf(tmp_path / "octodesk.db")
    shelf.name_author("Ana")
    made = Program(qapp, shelf, settings)
    made.open_store(shelf.take_in(small_log()))
    yield made
    for window in list(made.windows.values()):
        window.filing.close_as_it_is()
    if made.start_page is not None:
        made.start_page.close()
    shelf.close()


def window_of(program: Program) -> MainWindow:
    return program.windows["event"]


def written(folder: Path, log: Log, name: str = "yoga (2).octo") -> Path:
    path = folder / name
    path.write_bytes(octo.write(log))
    return path


def reading_of(qtbot: QtBot, program: Program) -> MergeWindow:
    window = window_of(program)
    qtbot.waitUntil(lambda: window.findChild(MergeWindow) is not None, timeout=10_000)
    found = window.findChild(MergeWindow)
    assert found is not None
    return found


def test_a_copy_with_something_new_is_shown_and_nothing_is_taken_in(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    before = window_of(program).bench.document
    program.open_file(written(tmp_path, bens_copy(small_log_of(program), set_text("Slow yoga"))))
    reading = reading_of(qtbot, program)
    assert reading.heading.text() == "Changes of Ben"
    assert window_of(program).bench.document is before
    reading.take.click()
    assert window_of(program).bench.document.title("yoga") == "Slow yoga"


def small_log_of(program: Program) -> Log:
    return window_of(program).bench.desk.log()


def test_the_same_is_said_and_nothing_asked(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = window_of(program)
    with qtbot.waitSignal(window.bench.noticed, timeout=10_000) as told:
        program.open_file(written(tmp_path, small_log_of(program)))
    assert told.args is not None
    assert told.args[0].words == "Nothing new: yoga (2).octo holds the same as this conference."
    assert window.findChild(MergeWindow) is None
    assert window.file.path == tmp_path / "yoga (2).octo"


def test_a_copy_that_lacks_something_says_how_much(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = window_of(program)
    path = written(tmp_path, small_log_of(program))
    window.bench.do(set_text("Slow yoga"))
    with qtbot.waitSignal(window.bench.noticed, timeout=10_000) as told:
        program.open_file(path)
    assert told.args is not None
    assert told.args[0].words == "Nothing new in yoga (2).octo; it lacks 1 change that you have."
    assert window.file.lacking == 1


def test_sending_back_brings_the_copy_up_to_date(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    window = window_of(program)
    path = written(tmp_path, bens_copy(small_log_of(program), set_text("Slow yoga")))
    window.bench.do(set_text("Chess for all", "chess"))
    program.open_file(path)
    reading = reading_of(qtbot, program)
    reading.take.click()
    with qtbot.waitSignal(window.file.settled, timeout=10_000):
        reading.send.click()
    there = Document.of_log(octo.read(path).log)
    assert there == window.bench.document
    assert (there.title("yoga"), there.title("chess")) == ("Slow yoga", "Chess for all")


def test_a_copy_does_not_take_the_place_of_the_conference_s_file(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = window_of(program)
    own = written(tmp_path, small_log_of(program), "yoga.octo")
    window.file.came_from(own, {edit.id for edit in small_log_of(program)})
    program.open_file(written(tmp_path, bens_copy(small_log_of(program), set_text("Slow yoga"))))
    reading = reading_of(qtbot, program)
    reading.take.click()
    with qtbot.waitSignal(window.file.settled, timeout=10_000):
        reading.send.click()
    assert (window.file.path, window.file.lacking) == (own, 1)


def test_the_last_exchange_is_remembered(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    first = bens_copy(small_log_of(program), set_text("Slow yoga"))
    program.open_file(written(tmp_path, first))
    reading = reading_of(qtbot, program)
    assert "Last exchange" not in reading.words.text()
    reading.take.click()
    reading.close()
    program.open_file(written(tmp_path, bens_copy(first, set_text("Slower yoga")), "again.octo"))
    qtbot.waitUntil(lambda: "Last exchange with Ben: " in words_of(program), timeout=10_000)


def words_of(program: Program) -> str:
    return " ".join(one.words.text() for one in window_of(program).findChildren(MergeWindow))


def test_a_file_dropped_on_the_window_is_opened(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    dropped = QMimeData()
    dropped.setUrls(
        [QUrl.fromLocalFile(str(written(tmp_path, bens_copy(small_log_of(program), set_text("Slow yoga")))))]
    )
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, dropped, buttons, keys)
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, buttons, keys)
    for one in (enter, event):
        QApplication.sendEvent(window_of(program), one)
    assert event.isAccepted()
    assert reading_of(qtbot, program).review.new


def test_another_conference_opens_beside(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    program.open_file(written(tmp_path, other_conference("")))
    qtbot.waitUntil(lambda: "other" in program.windows, timeout=10_000)
    assert sorted(program.windows) == ["event", "other"]


def other_conference(derived_from: str) -> Log:
    """A conference of another id; the workshops of the small one, without notes, one renamed and one left out."""
    rows = (
        replace(event(derived_from=derived_from), id="other"),
        session("yoga", title=text("Yoga in the park")),
    )
    changes = tuple(change for row in rows for change in adding(row).changes())
    log = Log()
    stamped_into(log, Edit("event-created", changes, kind="create"), event_id="other")
    return log


def test_a_copy_for_others_is_compared_and_deletes_nothing(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = window_of(program)
    program.open_file(written(tmp_path, other_conference("event")))
    qtbot.waitUntil(lambda: window.findChild(ComparisonWindow) is not None, timeout=10_000)
    reading = window.findChild(ComparisonWindow)
    assert reading is not None
    told = [(one.what, one.field, one.row) for one in reading.found]
    assert told == [
        ("renamed", "title", ("session", "yoga")), ("moved", "placement", ("session", "yoga")),
    ]  # fmt: skip
    reading.choose(lambda one: one.what == "renamed")
    reading.take.click()
    after = window.bench.document
    assert (after.title("yoga"), after.title("chess")) == ("Yoga in the park", "Chess")
    assert after.session("yoga").placement is not None


def test_the_day_of_an_exchange(settings: Settings) -> None:
    exchanges = Exchanges(settings)
    assert exchanges.words("event", ["Ben"]) == ""
    exchanges.keep("event", "Ben / a=b", datetime(2021, 11, 12, 12, tzinfo=UTC))
    said = exchanges.words("event", ["Nobody", "Ben / a=b"])
    assert said == "Last exchange with Ben / a=b: 12 November 2021"
    assert exchanges.words("another", ["Ben / a=b"]) == ""


def test_what_is_new_in_the_file_is_told_after_a_start_without_it(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    window = window_of(program)
    path = written(tmp_path, bens_copy(small_log_of(program), set_text("Slow yoga")), "yoga.octo")
    known = frozenset(edit.id for edit in octo.read(path).log)
    with qtbot.waitSignal(window.bench.noticed) as told:
        program.receiving.file_found(window, path, known)
    assert told.args is not None
    assert told.args[0].words == "yoga.octo holds 1 change that you do not have. Open it to read it."
    assert (window.file.path, window.bench.document.title("yoga")) == (path, "Yoga")
